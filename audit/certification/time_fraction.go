package certification

import (
	"math/big"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
)

// Fraction is a number of a rule, exact: Part of Of, such as 1 of 3. Beside
// it stands where it comes from and how well that is known. The zero value is
// refused.
type Fraction struct {
	Part       int        `json:"part"`
	Of         int        `json:"of"`
	Source     string     `json:"source"`  // with the clause, where there is one
	Edition    string     `json:"edition"` // of the source
	Confidence Confidence `json:"confidence"`
}

// FractionRange: a fraction is not between zero and one, or its parts are too large.
const FractionRange aims.Code = "certification/fraction-range"

const maxOf = 1_000_000

// Validate reports missing and malformed fields. A fraction lies above zero
// and is at most one.
func (f Fraction) Validate() error {
	c := aims.Checker{Texts: timeTexts}
	if f.Part < 1 || f.Of < f.Part || f.Of > maxOf {
		c.Add("part", FractionRange, "got", f.String(), "max", strconv.Itoa(maxOf))
	}
	checkSource(&c, f.Source, f.Edition, f.Confidence)
	return c.Err()
}

// String returns the fraction as "1/3".
func (f Fraction) String() string { return strconv.Itoa(f.Part) + "/" + strconv.Itoa(f.Of) }

func (f Fraction) rat() *big.Rat { return big.NewRat(int64(f.Part), int64(f.Of)) }

// rest returns what is left of one.
func (f Fraction) rest() *big.Rat { return new(big.Rat).Sub(big.NewRat(1, 1), f.rat()) }

// The numbers that a calculation takes: at most maxNumber, with at most
// maxPlaces decimal places, so that exact arithmetic stays small.
const (
	maxNumber = 1_000_000_000
	maxPlaces = 12
)

// NumberRange: a number that is calculated with is outside of what its place allows.
const NumberRange aims.Code = "certification/number-range"

// checkNumber checks a number that must be there, from least to most.
func checkNumber(c *aims.Checker, field string, a aims.Amount, least, most int64) {
	d, known := a.Value()
	if !known {
		c.Add(field, aims.Missing)
		return
	}
	e := d.Exponent()
	if e < -maxPlaces || e > maxPlaces || d.LessThan(decimal.NewFromInt(least)) || d.GreaterThan(decimal.NewFromInt(most)) {
		got := "a number with the exponent " + strconv.Itoa(int(e))
		if e >= -2*maxPlaces && e <= 2*maxPlaces {
			got = a.String()
		}
		c.Add(field, NumberRange, "got", got, "least", strconv.FormatInt(least, 10), "most", strconv.FormatInt(most, 10))
	}
}

// checkWhole checks a whole number that must be there, from least to most.
func checkWhole(c *aims.Checker, field string, a aims.Amount, least, most int64) {
	var own aims.Checker
	own.Texts = c.Texts
	checkNumber(&own, field, a, least, most)
	if d, _ := a.Value(); own.Err() == nil && !d.IsInteger() {
		own.Add(field, NotWhole, "got", a.String())
	}
	c.Nest("", own.Err())
}

// NotWhole: a number of things or people has decimal places.
const NotWhole aims.Code = "certification/not-whole"

// span is an exact number, or the numbers from least to most where a rule
// leaves the choice.
type span struct{ least, most *big.Rat }

func exactly(r *big.Rat) span { return span{r, r} }

func rat(a aims.Amount) *big.Rat {
	d, _ := a.Value()
	return d.Rat()
}

func (s span) plus(t span) span {
	return span{new(big.Rat).Add(s.least, t.least), new(big.Rat).Add(s.most, t.most)}
}

// times multiplies by a number that is not negative.
func (s span) times(r *big.Rat) span {
	return span{new(big.Rat).Mul(s.least, r), new(big.Rat).Mul(s.most, r)}
}

func (s span) negative() span {
	return span{new(big.Rat).Neg(s.most), new(big.Rat).Neg(s.least)}
}

// atLeast raises what lies below a floor, bound by bound.
func (s span) atLeast(floor span) span {
	return span{larger(s.least, floor.least), larger(s.most, floor.most)}
}

// atMost lowers what lies above a number.
func (s span) atMost(top *big.Rat) span {
	return span{smaller(s.least, top), smaller(s.most, top)}
}

func (s span) equal(t span) bool { return s.least.Cmp(t.least) == 0 && s.most.Cmp(t.most) == 0 }

// rounded rounds to the nearest multiple of a unit, the middle up, and what is
// more than nothing never to nothing.
func (s span) rounded(unit *big.Rat) span {
	return span{nearest(s.least, unit), nearest(s.most, unit)}
}

func nearest(x, unit *big.Rat) *big.Rat {
	if x.Sign() == 0 {
		return x
	}
	n := new(big.Rat).Quo(x, unit)
	n.Add(n, big.NewRat(1, 2))
	whole := new(big.Rat).SetInt(new(big.Int).Div(n.Num(), n.Denom()))
	if whole.Sign() == 0 {
		return unit
	}
	return whole.Mul(whole, unit)
}

func larger(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return b
	}
	return a
}

func smaller(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) > 0 {
		return b
	}
	return a
}

// shownPlaces is to how many decimal places steps show what is calculated
// exactly.
const shownPlaces = 6

func (s span) shown() aims.Range {
	show := func(r *big.Rat) aims.Amount { return aims.AmountOf(decimal.NewFromBigRat(r, shownPlaces)) }
	return aims.Range{AtLeast: show(s.least), AtMost: show(s.most)}
}
