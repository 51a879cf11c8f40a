package readiness

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// CurvePoint is one point of the cost curve: a set of actions, what it costs
// and what it leads to.
type CurvePoint struct {
	Cost  aims.Amount `json:"cost"`
	Score Bounds      `json:"score"`
	// LowerBound is what every set of actions costs at least that leads to the
	// score which was asked for at this point; Proved says that Cost is that.
	LowerBound aims.Amount `json:"lowerBound"`
	Proved     bool        `json:"proved"`
	Actions    []ActionID  `json:"actions,omitempty"`
}

// maxCurve is the greatest number of steps of a cost curve.
const maxCurve = 100

// CostCurve returns what scores cost: it begins with what is free, cuts the way
// from there to the most that the actions can reach into equal steps, and
// gives the cheapest actions for each. Cost and score rise from point to
// point. There are at most 100 steps; 0 stands for 10. Of the options only the
// nodes matter, and they hold for each point. Problems are those of [Plan].
func CostCurve(report Report, actions []Action, steps int, options PlanOptions) ([]CurvePoint, error) {
	d, err := newDraft(report, actions, Goal{Score: aims.AmountInt(0)}, options)
	if err != nil {
		return nil, err
	}
	if steps < 0 || steps > maxCurve {
		c := aims.Checker{Texts: planTexts}
		c.Add("steps", PlanLimit, "got", decimalText(steps), "max", decimalText(maxCurve))
		return nil, c.Err()
	}
	if steps == 0 {
		steps = 10
	}
	costUnit, _, err := d.units()
	if err != nil {
		return nil, err
	}
	all := *d.task
	all.budget = sum(all.cost)
	most := all.solve(d.nodes())
	var curve []CurvePoint
	reached := int64(-1)
	for k := range int64(steps) + 1 {
		at := *d.task
		at.target = ceilDiv(most.gain*k, int64(steps))
		if at.target <= reached {
			continue
		}
		found := at.solve(d.nodes())
		if found.chosen == nil {
			continue // the nodes did not last
		}
		reached = found.gain
		chosen := slices.Collect(found.chosen.each())
		p := CurvePoint{
			Cost: d.money(found.cost * costUnit), LowerBound: d.money(found.bound * costUnit), Proved: found.proved,
			Actions: actionNames(actions, chosen),
		}
		p.Score, _ = d.after(chosen)
		for len(curve) > 0 && !dearer(p, curve[len(curve)-1]) {
			curve = curve[:len(curve)-1] // it was not proved, and is not the cheapest
		}
		curve = append(curve, p)
	}
	return curve, nil
}

func dearer(p, q CurvePoint) bool {
	order, _ := p.Cost.Cmp(q.Cost)
	return order > 0
}
