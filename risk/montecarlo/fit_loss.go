package montecarlo

import (
	"math"

	"github.com/aimskit/aimskit/aims"
)

// Loss is what is known about the size of one loss, in the model's currency.
// Exactly one of its first three forms is given:
//
//   - Loss: the amount;
//   - AtLeast: only that it is not less, because it was cut off by a limit or
//     is still growing (right-censored);
//   - From and To: only that it lies between them (interval-censored).
//
// A loss of zero is none: leave it out of the list, and out of the count of
// events.
type Loss struct {
	Loss    float64 `json:"loss,omitzero"`
	AtLeast float64 `json:"atLeast,omitzero"`
	From    float64 `json:"from,omitzero"`
	To      float64 `json:"to,omitzero"`
	// Above is the threshold that a loss had to exceed to be recorded at all
	// (left-truncated), such as a deductible. Zero: every loss is recorded.
	Above float64 `json:"above,omitzero"`
	Count int64   `json:"count,omitzero"` // how many losses the line stands for; 0 is read as 1
}

// Validate reports what is missing, contradictory or no amount.
func (l Loss) Validate() error {
	c := newChecker()
	c.float("loss", l.Loss, notNegative, wantNotNegative)
	c.float("atLeast", l.AtLeast, notNegative, wantNotNegative)
	c.float("from", l.From, notNegative, wantNotNegative)
	c.float("to", l.To, notNegative, wantNotNegative)
	c.float("above", l.Above, notNegative, wantNotNegative)
	c.float("count", float64(l.Count), notNegative, wantCount)
	if err := c.Err(); err != nil {
		return err
	}
	forms := 0
	for _, given := range []bool{l.Loss > 0, l.AtLeast > 0, l.From > 0 || l.To > 0} {
		if given {
			forms++
		}
	}
	switch {
	case forms != 1:
		c.Add("", LossForm)
	case l.To > 0 && l.From >= l.To:
		c.Add("to", OutOfOrder, "first", "from", "firstValue", format(l.From), "relation", "less than", "second", "to", "secondValue", format(l.To))
	case l.From > 0 && l.To == 0:
		c.Add("to", aims.Missing)
	case l.Loss > 0 && l.Loss <= l.Above, l.AtLeast > 0 && l.AtLeast < l.Above, l.To > 0 && l.From < l.Above:
		c.Add("above", LossBelow, "above", format(l.Above))
	}
	return c.Err()
}

const wantCount = "a whole number from 0 up"

// observed is a [Loss] as the likelihood sees it: hi equals lo for a known
// amount and is +Inf for one that is only known to be no less.
type observed struct{ lo, hi, above, weight float64 }

func (l Loss) observed() observed {
	o := observed{above: l.Above, weight: float64(max(l.Count, 1))}
	switch {
	case l.Loss > 0:
		o.lo, o.hi = l.Loss, l.Loss
	case l.AtLeast > 0:
		o.lo, o.hi = l.AtLeast, math.Inf(1)
	default:
		o.lo, o.hi = l.From, l.To
	}
	return o
}

// middle is a size that stands for the loss where a search begins.
func (o observed) middle() float64 {
	switch {
	case o.exact(), math.IsInf(o.hi, 1):
		return o.lo
	case o.lo == 0:
		return o.hi / 2
	}
	return math.Sqrt(o.lo) * math.Sqrt(o.hi)
}

func (o observed) exact() bool { return o.lo == o.hi }
