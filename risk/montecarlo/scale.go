package montecarlo

import (
	"fmt"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/numeric"
	"github.com/aimskit/aimskit/risk"
)

// FrequencyOf reads a level of a likelihood scale as a frequency: Poisson,
// with a rate that lies in the bounds of the level. The scale counts events a
// year, or gives the probability p of at least one, which is the rate −ln(1−p).
//
// Between bounds above 0 the rate is lognormal with the bounds as its 90 %
// interval; from 0 up it is as likely everywhere. The second result says so in
// a sentence, for whoever has to agree with it. Top is the upper end of a level
// that has none, in the unit of the scale; without it such a level is refused.
func FrequencyOf(s risk.Scale, l risk.Level, top aims.Amount) (Frequency, string, error) {
	low, high, err := bounds(s, l, top, s.Unit == risk.PerYear || s.Unit == risk.Probability, "events a year, or a probability")
	if err != nil {
		return Frequency{}, "", err
	}
	unit := "events a year"
	if s.Unit == risk.Probability {
		if high >= 1 {
			c := newChecker()
			c.Add(aims.Field("steps", int(l)-1), LevelOpen, "label", s.Label(l), "what", "an upper end below 1")
			return Frequency{}, "", c.Err()
		}
		low, high = -numeric.Log1p(-low), -numeric.Log1p(-high)
	}
	rate, said := spreadOver(low, high)
	return UncertainPoisson(rate), assumption(s, l, "the rate "+said, low, high, unit), nil
}

// SeverityOf reads a level of a consequence scale in money as the loss of an
// event; see [FrequencyOf].
func SeverityOf(s risk.Scale, l risk.Level, top aims.Amount) (Distribution, string, error) {
	low, high, err := bounds(s, l, top, currency(string(s.Unit)), "money, by the three letters of a currency")
	if err != nil {
		return Distribution{}, "", err
	}
	d, said := spreadOver(low, high)
	return d, assumption(s, l, "the loss "+said, low, high, string(s.Unit)), nil
}

// bounds returns the bounds of a level of a valid scale in the right unit.
func bounds(s risk.Scale, l risk.Level, top aims.Amount, unit bool, want string) (low, high float64, err error) {
	if err := s.Validate(); err != nil {
		return 0, 0, err
	}
	c := newChecker()
	if !unit {
		c.Add("unit", ScaleUnit, "got", strconv.Quote(string(s.Unit)), "want", want)
	}
	if l == 0 || int(l) > len(s.Steps) {
		c.Add("steps", OutOfRange, "got", strconv.Itoa(int(l)), "want", fmt.Sprintf("a level from 1 to %d", len(s.Steps)))
		return 0, 0, c.Err()
	}
	step := s.Steps[l-1]
	field := aims.Field("steps", int(l)-1)
	if step.Max.Known() {
		top = step.Max
	}
	switch {
	case !top.Known():
		c.Add(field, LevelOpen, "label", step.Label, "what", "an upper end")
	case !step.Min.Known() && l > 1:
		c.Add(field, LevelOpen, "label", step.Label, "what", "a lower end")
	default:
		if step.Min.Known() {
			low = float(step.Min)
		}
		if high = float(top); high <= low {
			c.Add(field, OutOfOrder, "first", "the lower end", "firstValue", format(low), "relation", "less than", "second", "the upper end", "secondValue", format(high))
		}
	}
	return low, high, c.Err()
}

// spreadOver is the distribution of a number of which only bounds are known.
func spreadOver(low, high float64) (Distribution, string) {
	if low > 0 {
		return LognormalInterval(low, high), "is lognormal and lies in 90 of 100 cases"
	}
	return Uniform(low, high), "is as likely everywhere"
}

func assumption(s risk.Scale, l risk.Level, what string, low, high float64, unit string) string {
	return fmt.Sprintf("Level %d (%s) of the scale %s is read so that %s between %s and %s %s.", l, s.Label(l), s.Title, what, readable(low), readable(high), unit)
}

// readable keeps four digits, without a power of ten.
func readable(x float64) string {
	y, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 4, 64), 64)
	return strconv.FormatFloat(y, 'f', -1, 64)
}
