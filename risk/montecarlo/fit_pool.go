package montecarlo

import (
	"fmt"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/numeric"
	"github.com/aimskit/aimskit/internal/word"
)

// Expert is one person's interval for a quantity that is greater than 0: a
// rate, or the loss of an event. It is read as a lognormal distribution.
type Expert struct {
	Person aims.PersonID `json:"person,omitempty"`
	Low    float64       `json:"low"`
	High   float64       `json:"high"`
	// Confidence that the quantity is in the interval; absent: 0.9.
	Confidence Number `json:"confidence,omitzero"`
	Weight     Number `json:"weight,omitzero"` // relative to the others; absent: 1
}

// Pooling is a way to make one distribution out of several experts'.
type Pooling string

// The ways of pooling.
const (
	// PoolLinear mixes: one of the experts is right, and nobody knows who. The
	// result is as wide as their disagreement.
	PoolLinear Pooling = "linear"
	// PoolQuantiles averages the quantiles, here on the logarithmic scale: all
	// look at the same thing. The result is about as wide as one expert's.
	PoolQuantiles Pooling = "quantiles"
)

// Known reports whether p is in the vocabulary.
func (p Pooling) Known() bool { return word.Known(p, PoolLinear, PoolQuantiles) }

// UnmarshalText reads a word of the vocabulary.
func (p *Pooling) UnmarshalText(text []byte) (err error) {
	*p, err = word.Parse("montecarlo.Pooling", text, PoolLinear, PoolQuantiles)
	return err
}

// Pool makes one distribution out of the experts' intervals. An
// [aims.InvalidError] lists what is wrong with them.
func Pool(experts []Expert, how Pooling) (Distribution, error) {
	if !how.Known() {
		return Distribution{}, fmt.Errorf("montecarlo: %q is no way of pooling; use %s or %s", how, PoolLinear, PoolQuantiles)
	}
	c := newChecker()
	if len(experts) == 0 {
		c.Add("", aims.Missing)
	}
	var all float64
	for i, e := range experts {
		c.Nest(aims.Field(i), e.Validate())
		all += e.Weight.Or(1)
	}
	if err := c.Err(); err != nil {
		return Distribution{}, err
	}
	parts := make([]Part, len(experts))
	var mu, sigma float64
	for i, e := range experts {
		m, s := e.logs()
		parts[i] = Part{Num(e.Weight.Or(1)), Lognormal(m, s)}
		share := e.Weight.Or(1) / all
		mu, sigma = mu+float64(share*m), sigma+float64(share*s)
	}
	if how == PoolQuantiles || len(parts) == 1 {
		return Lognormal(mu, sigma), nil
	}
	return Mixture(parts...), nil
}

// logs returns mean and standard deviation of the logarithm.
func (e Expert) logs() (mu, sigma float64) {
	low, high := numeric.Log(e.Low), numeric.Log(e.High)
	z := numeric.NormalQuantile((1 + e.Confidence.Or(0.9)) / 2)
	return (low + high) / 2, (high - low) / (2 * z)
}

// Validate reports an interval that is none, and a confidence or weight out of
// range.
func (e Expert) Validate() error {
	c := newChecker()
	aims.CheckOptionalID(&c.Checker, "person", e.Person)
	low := c.float("low", e.Low, aboveZero, wantPositive)
	if high := c.float("high", e.High, aboveZero, wantPositive); low && high && e.High <= e.Low {
		c.Add("high", OutOfOrder, "first", "low", "firstValue", format(e.Low), "relation", "less than", "second", "high", "secondValue", format(e.High))
	}
	c.number("confidence", e.Confidence, func(x float64) bool { return x > 0 && x < 1 }, "a number between 0 and 1, such as 0.9")
	c.number("weight", e.Weight, aboveZero, wantPositive)
	return c.Err()
}
