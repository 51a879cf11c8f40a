package risk

import (
	"strconv"

	"github.com/shopspring/decimal"
)

// Fraction is an exact number: Num over Den, in lowest terms, with Den above
// zero. The zero value is no number; nothing in this package returns it.
type Fraction struct {
	Num int64 `json:"num"`
	Den int64 `json:"den"`
}

// newFraction returns num over den, which is above zero.
func newFraction(num, den int64) Fraction {
	a, b := num, den
	for b != 0 {
		a, b = b, a%b
	}
	if a < 0 {
		a = -a
	}
	return Fraction{num / a, den / a}
}

// String returns "-3/2", or "-3" for a whole number.
func (f Fraction) String() string {
	s := strconv.FormatInt(f.Num, 10)
	if f.Den != 1 {
		s += "/" + strconv.FormatInt(f.Den, 10)
	}
	return s
}

// Decimal returns the number with so many places, rounded half away from
// zero; zero for the zero value.
func (f Fraction) Decimal(places int32) decimal.Decimal {
	if f.Den == 0 {
		return decimal.Zero
	}
	return decimal.NewFromInt(f.Num).DivRound(decimal.NewFromInt(f.Den), places)
}
