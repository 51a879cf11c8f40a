package readiness

import (
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/shopspring/decimal"
)

// draft is a plan in the making.
type draft struct {
	report  Report
	actions []Action
	goal    Goal
	options PlanOptions
	places  int32 // decimals of the smallest unit of cost
	task    *task
	needs   needs
	items   map[aims.Key]int // those that count, by place in the report
	blocked []Obstacle
}

func newDraft(report Report, actions []Action, goal Goal, options PlanOptions) (*draft, error) {
	d := &draft{report: report, actions: actions, goal: goal, options: options, items: make(map[aims.Key]int, len(report.Items))}
	for i, item := range report.Items {
		if !item.Excluded {
			d.items[item.Key] = i
		}
	}
	c := aims.Checker{Texts: planTexts}
	checkReport(&c, &d.report)
	nest(&c, "", checkActions(actions))
	c.Nest("goal", goal.Validate())
	c.Nest("options", options.Validate())
	if err := c.Err(); err != nil {
		return nil, err
	}
	if d.options.Start == 0 {
		d.options.Start = report.Provenance.At
	}
	d.checkItems(&c)
	d.needs = newNeeds(actions)
	d.task = &task{needs: d.needs.all, direct: d.needs.direct, rivals: d.needs.rivals, budget: -1}
	d.countCosts(&c)
	if err := c.Err(); err != nil {
		return nil, err
	}
	d.countGains(d.wanted())
	return d, nil
}

// nest takes over problems whose pointers are complete.
func nest(c *aims.Checker, field string, err error) {
	for _, p := range aims.Problems(err) {
		c.Nest(field, &aims.InvalidError{Problems: []aims.Problem{p}})
	}
}

// checkReport refuses a report that the credits of its own model cannot
// explain: then no claim could be kept.
func checkReport(c *aims.Checker, r *Report) {
	if !r.Provenance.At.Valid() || len(r.Items) == 0 {
		c.Add("report", ReportForeign)
		return
	}
	c.Nest("report/model", r.Model.Validate())
	var total Bounds
	for _, i := range r.Items {
		w := i.Contribution.Total / 1000
		if !i.Excluded && (w < 0 || w > 1<<36 || r.weigh(i, w) != i.Contribution) || i.Excluded && i.Contribution != (Bounds{}) {
			c.Add("report", ReportForeign)
			return
		}
		total = total.plus(i.Contribution)
	}
	if total != r.Total {
		c.Add("report", ReportForeign)
	}
}

// checkItems reports keys that do not count in the report, and effects that
// would make it worse.
func (d *draft) checkItems(c *aims.Checker) {
	for i, a := range d.actions {
		for k, e := range a.Effects {
			at, ok := d.items[e.Key]
			if !ok {
				c.Add(aims.Field("actions", i, "effects", k, "key"), ItemUnknown, "key", e.Key.String())
				continue
			}
			if shown := d.report.Items[at].Shown; e.Verdict < shown {
				c.Add(aims.Field("actions", i, "effects", k, "verdict"), EffectLowers, "key", e.Key.String(), "shown", shown.String(), "effect", e.Verdict.String())
			}
		}
	}
	for i, k := range d.goal.Conform {
		if _, ok := d.items[k]; !ok {
			c.Add(aims.Field("goal", "conform", i), ItemUnknown, "key", k.String())
		}
	}
}

// countCosts turns costs and budget into whole numbers of one unit.
func (d *draft) countCosts(c *aims.Checker) {
	amounts := []aims.Amount{d.goal.Budget}
	for _, a := range d.actions {
		amounts = append(amounts, a.Cost)
	}
	for _, a := range amounts {
		v, _ := a.Value()
		d.places = max(d.places, -v.Exponent())
	}
	for i, a := range amounts {
		v, known := a.Value()
		v = v.Shift(d.places)
		switch {
		case !v.LessThan(decimal.New(1, 18)):
			c.Add("actions", CostsTooFine, "max", strconv.FormatInt(maxMoney, 10))
			return
		case i > 0:
			d.task.cost = append(d.task.cost, v.IntPart())
		case known:
			d.task.budget = v.IntPart()
		}
	}
}

// wanted returns the verdicts that items have to reach, by place, and notes
// what no effect can bring about.
func (d *draft) wanted() map[int]aims.Verdict {
	must := make(map[int]aims.Verdict)
	for _, k := range d.goal.Conform {
		must[d.items[k]] = aims.Conforms
	}
	for _, c := range d.report.Conditions {
		if d.goal.Band == 0 || c.Gate > gateOf(d.goal.Band) || c.Met == aims.Yes {
			continue
		}
		open := d.open(c)
		if len(open) == 0 {
			d.obstacle(ConditionBeyond, "gate", c.Gate.String(), "condition", string(c.Code), "asks", c.Text)
		}
		for at, v := range open {
			must[at] = max(must[at], v)
		}
	}
	return must
}

// gateOf returns the gate whose opening makes a band; 0 for the lowest band.
func gateOf(b Band) certification.Gate { return certification.Gate(b - NotReady) }

// open returns the verdicts that items have to reach, by place, for a
// condition to be met. A report does not say which points of an item stand
// against it, so all of the item has to conform.
func (d *draft) open(c certification.Condition) map[int]aims.Verdict {
	asks := make(map[int]aims.Verdict)
	if c.Code == certification.NoMajorGap {
		for _, at := range d.items {
			if d.report.Items[at].Shown < aims.MinorGap {
				asks[at] = aims.MinorGap
			}
		}
	}
	for _, k := range c.Keys {
		if slices.Contains(c.Concerns, k) {
			continue
		}
		at, ok := d.items[k]
		if clause, isPoint := k.Clause(); !ok && isPoint {
			at, ok = d.items[aims.ClauseKey(clause)]
		}
		if ok && d.report.Items[at].Shown != aims.Conforms {
			asks[at] = aims.Conforms
		}
	}
	return asks
}

// countGains cuts what the actions achieve into steps.
func (d *draft) countGains(must map[int]aims.Verdict) {
	t := d.task
	covers := make([][]int, len(d.actions))
	var needed []bool
	var most int64
	for at, item := range d.report.Items {
		before := item
		for _, v := range []aims.Verdict{aims.MinorGap, aims.Conforms} {
			if v <= item.Shown || item.Excluded {
				continue
			}
			var by []int
			for i, a := range d.actions {
				if slices.ContainsFunc(a.Effects, func(e Effect) bool { return e.Key == item.Key && e.Verdict >= v }) {
					by = append(by, i)
				}
			}
			asked := v <= must[at]
			if len(by) == 0 {
				if asked && v == must[at] {
					d.obstacle(NoActionFor, "key", item.Key.String(), "verdict", v.String())
				}
				continue
			}
			after := d.raised(before, v)
			gain := after.Contribution.Earned - before.Contribution.Earned
			before = after
			for _, i := range by {
				covers[i] = append(covers[i], len(t.gain))
			}
			t.gain, needed, most = append(t.gain, gain), append(needed, asked), most+gain
		}
	}
	t.must = newBitset(len(t.gain))
	for s, asked := range needed {
		if asked {
			t.must.add(s)
		}
	}
	for _, list := range covers {
		c := newBitset(len(t.gain))
		for _, s := range list {
			c.add(s)
		}
		t.covers = append(t.covers, c)
	}
	if score, known := d.goal.Score.Value(); known {
		t.target = max(0, score.Mul(decimal.NewFromInt(d.report.Total.Total)).Ceil().IntPart()-d.report.Total.Earned)
		if t.target > most {
			d.obstacle(ScoreBeyond, "score", d.goal.Score.String(), "most", down(d.report.Total.Earned+most, d.report.Total.Total).StringFixed(places))
			t.target, t.budget = 0, sum(t.cost) // as much as can be had
		}
	}
}

// raised returns an item after an action that lets the records show a verdict.
func (d *draft) raised(i Item, v aims.Verdict) Item {
	i.Verdict, i.Shown, i.Stated = v, v, false
	i.Contribution = d.report.weigh(i, i.Contribution.Total/1000)
	return i
}

func (d *draft) obstacle(code aims.Code, args ...string) {
	d.blocked = append(d.blocked, newObstacle(code, args...))
}
