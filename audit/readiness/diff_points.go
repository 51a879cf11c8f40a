package readiness

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"
)

// Points is a difference of scores, or a part of one, exact as a fraction: 1
// is the whole score. Points of parts add up to those of the whole without
// rounding. The zero value is no difference.
type Points struct {
	rat *big.Rat // nil for 0; never changed
}

// share returns a/b as points; 0 when b is 0.
func share(a, b int64) Points {
	if a == 0 || b == 0 {
		return Points{}
	}
	return Points{big.NewRat(a, b)}
}

// Rat returns the exact fraction.
func (p Points) Rat() *big.Rat {
	if p.rat == nil {
		return new(big.Rat)
	}
	return new(big.Rat).Set(p.rat)
}

// Add returns p + q.
func (p Points) Add(q Points) Points { return points(new(big.Rat).Add(p.Rat(), q.Rat())) }

func (p Points) minus(q Points) Points { return points(new(big.Rat).Sub(p.Rat(), q.Rat())) }

func points(r *big.Rat) Points {
	if r.Sign() == 0 {
		return Points{}
	}
	return Points{r}
}

// Sign returns -1 for a loss, 1 for a gain and 0 for no difference.
func (p Points) Sign() int { return p.Rat().Sign() }

// IsZero reports whether there is no difference.
func (p Points) IsZero() bool { return p.Sign() == 0 }

// Equal reports whether p and q are the same fraction.
func (p Points) Equal(q Points) bool { return p.Rat().Cmp(q.Rat()) == 0 }

// Decimal returns the points rounded to four places, halves away from zero.
// Rounded parts need not add up; the exact ones do.
func (p Points) Decimal() decimal.Decimal {
	r := p.Rat()
	num, den := decimal.NewFromBigInt(r.Num(), 0), decimal.NewFromBigInt(r.Denom(), 0)
	return num.DivRound(den, places)
}

// String returns the rounded points with their sign, such as "+0.0125".
func (p Points) String() string {
	s := p.Decimal().StringFixed(places)
	if p.Decimal().IsPositive() {
		return "+" + s
	}
	return s
}

// pointsJSON is the JSON form: the fraction that is exact, and the decimal
// that a reader wants.
type pointsJSON struct {
	Points string `json:"points"`
	Exact  string `json:"exact"`
}

// MarshalJSON writes the points with their sign and four places, and the exact
// fraction in lowest terms, such as {"points":"-0.0052","exact":"-1/190"}.
func (p Points) MarshalJSON() ([]byte, error) {
	return json.Marshal(pointsJSON{p.String(), p.Rat().String()})
}

// maxFraction is the longest fraction that is read, in bytes; what two reports
// lead to is far shorter.
const maxFraction = 200

// UnmarshalJSON reads the exact fraction; the decimal follows from it. A
// fraction that is not in lowest terms, and a decimal that does not follow,
// are refused.
func (p *Points) UnmarshalJSON(data []byte) error {
	var in pointsJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	if len(in.Exact) > maxFraction || strings.Trim(in.Exact, "-/0123456789") != "" {
		return fmt.Errorf("readiness: %s is no exact fraction; write it in lowest terms like -1/190", quoted(in.Exact))
	}
	r, ok := new(big.Rat).SetString(in.Exact)
	if !ok || r.String() != in.Exact {
		return fmt.Errorf("readiness: %s is no exact fraction; write it in lowest terms like -1/190", quoted(in.Exact))
	}
	if read := points(r); read.String() == in.Points {
		*p = read
		return nil
	}
	return fmt.Errorf("readiness: the points %s do not follow from %s", quoted(in.Points), in.Exact)
}

// Shift is by how much the score and its upper bound differ.
type Shift struct {
	Score Points `json:"score"`
	Upper Points `json:"upper"`
}

// shift returns the difference of two contributions, each of its whole.
func shift(before, beforeTotal, after, afterTotal Bounds) Shift {
	missed := func(b, of Bounds) Points { return share(b.Judged-b.Earned, of.Total) }
	return Shift{
		Score: share(after.Earned, afterTotal.Total).minus(share(before.Earned, beforeTotal.Total)),
		Upper: missed(before, beforeTotal).minus(missed(after, afterTotal)),
	}
}

// Add returns s + t.
func (s Shift) Add(t Shift) Shift { return Shift{s.Score.Add(t.Score), s.Upper.Add(t.Upper)} }

// IsZero reports whether nothing differs.
func (s Shift) IsZero() bool { return s.Score.IsZero() && s.Upper.IsZero() }
