package readiness

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
)

// steps is the number of steps from 0 to 1 that four decimals tell apart.
const steps = 10_000

// Spread is how often each value from 0 to 1 occurs, exact at the four places
// that reports show. The zero value holds nothing. In JSON it is a list of
// pairs of value, in ten-thousandths, and count, the values rising.
type Spread struct {
	n      int64
	counts []int64 // by ten-thousandths; nil while n is 0
}

func (s *Spread) add(value int, count int64) {
	if s.counts == nil {
		s.counts = make([]int64, steps+1)
	}
	s.counts[value] += count
	s.n += count
}

// N returns how many values the spread holds.
func (s Spread) N() int64 { return s.n }

// Quantile returns the smallest value such that at least k of n equal parts of
// all values are not greater: Quantile(1, 2) is the median, Quantile(0, 1)
// the least value, Quantile(1, 1) the greatest. It is unknown for a spread
// that holds nothing, and unless 0 ≤ k ≤ n and 0 < n ≤ 10,000.
func (s Spread) Quantile(k, n int) aims.Amount {
	if s.n == 0 || k < 0 || n < k || n < 1 || n > steps {
		return aims.Amount{}
	}
	// ceil(s.n × k / n) without overflow, at least 1
	whole, rest := s.n/int64(n), s.n%int64(n)
	wanted := max(whole*int64(k)+ceilDiv(rest*int64(k), int64(n)), 1)
	value := 0
	for seen := int64(0); ; value++ {
		if seen += s.counts[value]; seen >= wanted {
			return aims.AmountOf(decimal.New(int64(value), -places))
		}
	}
}

// Mean returns the mean of the values, rounded down to four places; unknown
// for a spread that holds nothing.
func (s Spread) Mean() aims.Amount {
	if s.n == 0 {
		return aims.Amount{}
	}
	sum := decimal.Zero
	for value, count := range s.counts {
		if count > 0 {
			sum = sum.Add(decimal.New(int64(value), -places).Mul(decimal.NewFromInt(count)))
		}
	}
	q, _ := sum.QuoRem(decimal.NewFromInt(s.n), places)
	return aims.AmountOf(q)
}

// AtLeast returns how many values are not less than a value.
func (s Spread) AtLeast(value decimal.Decimal) int64 {
	from := value.Shift(places).Ceil()
	switch {
	case s.n == 0 || from.GreaterThan(decimal.NewFromInt(steps)):
		return 0
	case from.Sign() <= 0:
		return s.n
	}
	var n int64
	for _, count := range s.counts[from.IntPart():] {
		n += count
	}
	return n
}

// Histogram returns how many values lie in each of n bins of equal width, at
// most 10,000 and a divisor of that; a value on the edge of two lies in the
// upper one, and 1 in the last. It is nil for any other n.
func (s Spread) Histogram(n int) []int64 {
	if n < 1 || n > steps || steps%n != 0 {
		return nil
	}
	bins := make([]int64, n)
	for value, count := range s.counts {
		bins[min(value/(steps/n), n-1)] += count
	}
	return bins
}

// Equal reports whether two spreads hold the same values as often.
func (s Spread) Equal(t Spread) bool {
	return s.n == t.n && (s.n == 0 || slices.Equal(s.counts, t.counts))
}

// merge adds the values of another spread, which is left as it was.
func (s *Spread) merge(t Spread) {
	for value, count := range t.counts {
		if count > 0 {
			s.add(value, count)
		}
	}
}

// MarshalJSON writes pairs of value and count.
func (s Spread) MarshalJSON() ([]byte, error) {
	pairs := [][2]int64{}
	for value, count := range s.counts {
		if count > 0 {
			pairs = append(pairs, [2]int64{int64(value), count})
		}
	}
	return json.Marshal(pairs)
}

// UnmarshalJSON reads pairs of value, rising from 0 to 10,000, and count,
// above 0 and all together at most 2⁵³.
func (s *Spread) UnmarshalJSON(data []byte) error {
	var pairs [][2]int64
	if err := json.Unmarshal(data, &pairs); err != nil {
		return err
	}
	var read Spread
	last := int64(-1)
	for _, p := range pairs {
		value, count := p[0], p[1]
		if value <= last || value > steps {
			return fmt.Errorf("readiness: the value %d of a spread does not rise from 0 to %d", value, steps)
		}
		if count < 1 || count > maxCounted-read.n {
			return fmt.Errorf("readiness: the count %d of the value %d of a spread is not above 0, or all are more than %d", count, value, int64(maxCounted))
		}
		read.add(int(value), count)
		last = value
	}
	*s = read
	return nil
}
