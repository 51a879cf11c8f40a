package readiness

import (
	"fmt"
	"math/rand/v2"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/controls"
)

// Family is a way to draw tasks of planning.
type Family string

// The families. All act on the 70 items of the catalogue with verdicts drawn
// at random; money is in whole units.
const (
	// Independent: costs of 1,000 to 20,000 have nothing to do with gains.
	Independent Family = "independent"
	// Correlated: an action costs what it gains by itself, and a fixed sum on top.
	Correlated Family = "correlated"
	// Weak: an action costs what it gains by itself, a fifth more or less.
	Weak Family = "weak"
	// Chains: the actions stand in chains of four, each after the one before.
	Chains Family = "chains"
	// Exclusions: of each four actions one can be chosen; they act on the same items.
	Exclusions Family = "exclusions"
	// Parity: an action costs exactly what it gains by itself, so that only the
	// sums decide (subset sum).
	Parity Family = "parity"
)

// Families lists the families.
func Families() []Family {
	return []Family{Independent, Correlated, Weak, Chains, Exclusions, Parity}
}

// Task is a report, actions, and the goal to reach 60 % of what they could
// gain if all of them were carried out.
type Task struct {
	Report  readiness.Report
	Actions []readiness.Action
	Goal    readiness.Goal
}

// At is the day of the reports.
const At = "2026-06-30"

// New draws a task of a family with n actions.
func New(f Family, n int, seed uint64) (Task, error) {
	d := &drawing{Rand: rand.New(rand.NewPCG(seed, uint64(len(f)))), family: f}
	report, err := readiness.Assess(d.result(), nil, readiness.Default())
	if err != nil {
		return Task{}, err
	}
	d.report = report
	for i := range n {
		d.action(i)
	}
	return Task{report, d.actions, d.goal()}, nil
}

// drawing is a task in the making.
type drawing struct {
	*rand.Rand
	family  Family
	report  readiness.Report
	actions []readiness.Action
}

// result draws what the records show.
func (d *drawing) result() rules.Result {
	verdicts := []aims.Verdict{aims.CannotTell, aims.MajorGap, aims.MajorGap, aims.MinorGap}
	r := rules.Result{Provenance: aims.Provenance{At: aims.MustDate(At)}}
	for req := range aims.Edition2023().Leaves() {
		r.Requirements = append(r.Requirements, rules.Item{Key: aims.ClauseKey(req.Clause), Title: req.Title, Verdict: verdicts[d.IntN(4)]})
	}
	for c := range controls.Edition2023().All() {
		r.Controls = append(r.Controls, rules.Item{Key: c.Key, Title: c.Title, Verdict: verdicts[d.IntN(4)]})
	}
	return r
}

// action draws the ith action.
func (d *drawing) action(i int) {
	a := readiness.Action{
		ID: id(i), Title: fmt.Sprintf("action %d", i), Type: readiness.ActionProcess,
		Currency: "EUR", Days: 5 + d.IntN(60),
	}
	place := i % 4
	switch {
	case d.family == Chains && place > 0:
		a.After = []readiness.ActionID{id(i - 1)}
	case d.family == Exclusions:
		for k := 1; k <= place; k++ {
			a.Excludes = append(a.Excludes, id(i-k))
		}
	}
	if d.family == Exclusions && place > 0 {
		d.vary(&a, d.actions[i-place].Effects)
	} else {
		d.effects(&a)
	}
	gain := d.gain(a)
	switch d.family {
	case Correlated:
		a.Cost = aims.AmountInt(gain + 3000)
	case Weak, Exclusions:
		a.Cost = aims.AmountInt(gain*4/5 + d.Int64N(gain*2/5+1))
	case Parity:
		a.Cost = aims.AmountInt(gain)
	default:
		a.Cost = aims.AmountInt(1000 + d.Int64N(19001))
	}
	d.actions = append(d.actions, a)
}

// effects draws effects on one to four items.
func (d *drawing) effects(a *readiness.Action) {
	for _, at := range d.Perm(len(d.report.Items))[:1+d.IntN(4)] {
		d.add(a, at, d.IntN(3) > 0)
	}
}

// vary draws another way to effects, as good or less so.
func (d *drawing) vary(a *readiness.Action, effects []readiness.Effect) {
	for _, e := range effects {
		for at, item := range d.report.Items {
			if item.Key == e.Key && (d.IntN(3) > 0 || len(effects) == 1) {
				d.add(a, at, d.IntN(2) > 0)
			}
		}
	}
	if len(a.Effects) == 0 {
		a.Effects = append(a.Effects, effects[0])
	}
}

func (d *drawing) add(a *readiness.Action, at int, whole bool) {
	item := d.report.Items[at]
	e := readiness.Effect{Key: item.Key, Verdict: aims.MinorGap}
	if whole || item.Verdict == aims.MinorGap {
		e.Verdict = aims.Conforms
	}
	a.Effects = append(a.Effects, e)
}

// gain is what an action gains by itself, in millionths of the whole score.
func (d *drawing) gain(a readiness.Action) int64 {
	var gain int64
	for _, e := range a.Effects {
		gain += d.worth(e)
	}
	return gain * 1_000_000 / d.report.Total.Total
}

func (d *drawing) worth(e readiness.Effect) int64 {
	for _, i := range d.report.Items {
		if i.Key == e.Key {
			credit := i.Contribution.Total
			if e.Verdict == aims.MinorGap {
				credit /= 2
			}
			return credit - i.Contribution.Earned
		}
	}
	return 0
}

// goal asks for 60 % of what all actions together gain; of rivals the first.
func (d *drawing) goal() readiness.Goal {
	best := make(map[aims.Key]int64)
	for _, a := range d.actions {
		if len(a.Excludes) > 0 {
			continue
		}
		for _, e := range a.Effects {
			best[e.Key] = max(best[e.Key], d.worth(e))
		}
	}
	b := d.report.Total
	for _, w := range best {
		b.Earned += w * 3 / 5
	}
	return readiness.Goal{Score: aims.AmountOf(b.Score())}
}

func id(i int) readiness.ActionID { return readiness.ActionID(fmt.Sprintf("a-%02d", i)) }
