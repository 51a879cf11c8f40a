package readiness

import (
	"encoding/json"
	"fmt"
	"math/bits"

	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
)

// Bounds is a score with what it leaves open, exact in integers of one
// common unit: 0 ≤ Earned ≤ Judged ≤ Total. The equations hold without
// rounding: score = known × coverage, and upper = score + 1 − coverage. The
// zero value is a score over nothing: 0, with nothing known.
type Bounds struct {
	Earned int64 // credit of the known items
	Judged int64 // weight of the items about which something is known
	Total  int64 // weight of all items
}

// places is the number of decimals that a report shows.
const places = 4

// Score returns what is shown to be done, as a share of everything, 0..1,
// rounded down to four places: a score never looks better than it is.
func (b Bounds) Score() decimal.Decimal { return down(b.Earned, b.Total) }

// Upper returns what the score could still become if everything unknown
// turned out well, 0..1, rounded up to four places.
func (b Bounds) Upper() decimal.Decimal {
	if b.Total == 0 {
		return decimal.NewFromInt(1)
	}
	missed := down(b.Judged-b.Earned, b.Total)
	return decimal.NewFromInt(1).Sub(missed)
}

// Coverage returns the share of the weight that is known at all, 0..1,
// rounded down to four places.
func (b Bounds) Coverage() decimal.Decimal { return down(b.Judged, b.Total) }

// Known returns what is done as a share of what is known, 0..1, rounded down
// to four places; unknown, not 0, while nothing is known.
func (b Bounds) Known() aims.Amount {
	if b.Judged == 0 {
		return aims.Amount{}
	}
	return aims.AmountOf(down(b.Earned, b.Judged))
}

// down returns a/b rounded down to four places; 0 when b is 0.
func down(a, b int64) decimal.Decimal {
	if b == 0 {
		return decimal.Zero
	}
	if 0 <= a && a <= b {
		return decimal.New(tenThousandths(a, b), -places)
	}
	q, _ := decimal.New(a, 0).QuoRem(decimal.New(b, 0), places)
	return q
}

// tenThousandths returns a/b in ten-thousandths, rounded down, for 0 ≤ a ≤ b; 0 when b is 0.
func tenThousandths(a, b int64) int64 {
	if b == 0 {
		return 0
	}
	high, low := bits.Mul64(uint64(a), steps)
	q, _ := bits.Div64(high, low, uint64(b))
	return int64(q)
}

// boundsJSON is the JSON form of Bounds: the integers that are exact, and the
// decimals that a reader wants.
type boundsJSON struct {
	Score    string   `json:"score"`
	Upper    string   `json:"upper"`
	Coverage string   `json:"coverage"`
	Known    *string  `json:"known"` // null while nothing is known
	Exact    [3]int64 `json:"exact"` // earned, judged, total
}

// MarshalJSON writes score, upper, coverage and known as decimals with four
// places, known as null while nothing is known, and the exact integers.
func (b Bounds) MarshalJSON() ([]byte, error) { return json.Marshal(b.json()) }

func (b Bounds) json() boundsJSON {
	out := boundsJSON{
		Score: b.Score().StringFixed(places), Upper: b.Upper().StringFixed(places),
		Coverage: b.Coverage().StringFixed(places), Exact: [3]int64{b.Earned, b.Judged, b.Total},
	}
	if share, ok := b.Known().Value(); ok {
		s := share.StringFixed(places)
		out.Known = &s
	}
	return out
}

// UnmarshalJSON reads the exact integers; the decimals follow from them.
// Integers out of order, or decimals that do not follow, are refused.
func (b *Bounds) UnmarshalJSON(data []byte) error {
	var in boundsJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	read := Bounds{in.Exact[0], in.Exact[1], in.Exact[2]}
	if read.Earned < 0 || read.Judged < read.Earned || read.Total < read.Judged {
		return fmt.Errorf("readiness: bounds %v are out of order; they rise from earned to judged to total", in.Exact)
	}
	want := read.json()
	if in.Score != want.Score || in.Upper != want.Upper || in.Coverage != want.Coverage || (in.Known == nil) != (want.Known == nil) || in.Known != nil && *in.Known != *want.Known {
		return fmt.Errorf("readiness: the decimals of the bounds do not follow from %v", in.Exact)
	}
	*b = read
	return nil
}
