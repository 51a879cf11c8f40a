package montecarlo

import "github.com/aimskit/aimskit/aims"

// Check is what a result says about an [Appetite].
type Check struct {
	ID    AppetiteID `json:"id"`
	Value float64    `json:"value"`
	Low   float64    `json:"low"`  // the 95 % interval of the value by its sampling error,
	High  float64    `json:"high"` // or for the exact method by its error bound
	// Held: Yes where the whole interval is within the limit, No where it is
	// beyond; absent, unknown, where the limit lies in it: more trials would tell.
	Held aims.Answer `json:"held,omitzero"`
}

// checks looks at every appetite of a valid model.
func checks(list []Appetite, curves map[ScenarioID]Curve) []Check {
	var out []Check
	for _, a := range list {
		sum, at := curves[a.Scenario].sum, a.P.value
		c := Check{ID: a.ID}
		switch a.Measure {
		case MeasureMean:
			c.Value = sum.average()
		case MeasureVaR:
			c.Value = sum.quantile(at)
		case MeasureTVaR:
			c.Value = sum.tailMean(at)
		case MeasureExceedance:
			at = float(a.Loss)
			c.Value = sum.exceedance(at)
		}
		i, bounded := sum.interval(a.Measure, at)
		c.Low, c.High = i.Low, i.High
		switch limit := float(a.Limit); {
		case c.Low > limit:
			c.Held = aims.No
		case c.High <= limit && bounded:
			c.Held = aims.Yes
		}
		out = append(out, c)
	}
	return out
}

// float returns the double nearest to a known amount.
func float(a aims.Amount) float64 {
	d, _ := a.Value()
	return d.InexactFloat64()
}
