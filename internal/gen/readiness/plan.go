package readiness

import (
	"fmt"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// PlanCase is a small task of planning with everything that its report comes
// from, so that a test can assess it again after the actions.
type PlanCase struct {
	Result  rules.Result
	Stated  []audit.GapStatement
	Model   readiness.Model
	Actions []readiness.Action
	Goal    readiness.Goal
}

// Report assesses the case as it is.
func (c PlanCase) Report() readiness.Report {
	r, err := readiness.Assess(c.Result, c.Stated, c.Model)
	if err != nil {
		panic(err) // the generator draws usable models only
	}
	return r
}

// Conforming returns observations that all conform.
func Conforming(list []aims.Observation) []aims.Observation {
	out := slices.Clone(list)
	for i := range out {
		out[i].Verdict = aims.Conforms
	}
	return out
}

// Case draws a task with up to ten actions on a dozen items: shared effects,
// prerequisites, exclusions, stated gaps, excluded controls, costs that are
// nothing or alike, and any kind of goal. All points of a requirement are as
// good as the requirement, so that gates open exactly when it conforms.
func Case() *rapid.Generator[PlanCase] {
	return rapid.Custom(func(t *rapid.T) PlanCase {
		minor := rapid.IntRange(1, 999).Draw(t, "minor")
		weight := rapid.SampledFrom([]int{600, 1000, 0, 333}).Draw(t, "weight")
		c := PlanCase{Model: readiness.Default()}
		c.Model.Requirements, c.Model.Controls = weight, 1000-weight
		c.Model.Credits.MinorGap, c.Model.Credits.MajorGap = minor, rapid.SampledFrom([]int{0, minor / 2}).Draw(t, "major")
		if rapid.IntRange(0, 3).Draw(t, "by maturity") == 0 {
			c.Model.Maturity = readiness.ByMaturity().Maturity
		}
		c.Result.Provenance.At = aims.MustDate(At)
		c.drawItems(t)
		c.drawActions(t)
		c.drawGoal(t)
		return c
	})
}

// drawItems draws all requirements, of which few are not yet in order, and a
// few controls.
func (c *PlanCase) drawItems(t *rapid.T) {
	verdict := rapid.SampledFrom([]aims.Verdict{aims.CannotTell, aims.MajorGap, aims.MinorGap})
	var leaves []aims.Requirement
	for req := range aims.Edition2023().Leaves() {
		leaves = append(leaves, req)
	}
	lacking := rapid.SliceOfNDistinct(rapid.IntRange(0, len(leaves)-1), 1, 6, rapid.ID).Draw(t, "lacking")
	for i, req := range leaves {
		item := rules.Item{Key: aims.ClauseKey(req.Clause), Title: req.Title, Verdict: aims.Conforms}
		if slices.Contains(lacking, i) {
			item.Verdict = verdict.Draw(t, "verdict")
		}
		for _, p := range req.Points {
			v := item.Verdict
			if v == aims.MinorGap {
				v = aims.MajorGap // a lapse of which no gate makes light
			}
			item.Observations = append(item.Observations, aims.Observation{Key: aims.PointKey(p.ID), Verdict: v})
		}
		c.Result.Requirements = append(c.Result.Requirements, item)
		c.state(t, item)
	}
	for i := range rapid.IntRange(0, 5).Draw(t, "controls") {
		item := rules.Item{Key: aims.Key{Framework: aims.FrameworkOwn, ID: fmt.Sprintf("C-%d", i)}, Title: "own", Verdict: verdict.Draw(t, "verdict")}
		if item.Excluded = rapid.IntRange(0, 4).Draw(t, "excluded") == 0; item.Excluded {
			item.Verdict = aims.CannotTell
		}
		c.Result.Controls = append(c.Result.Controls, item)
		c.state(t, item)
	}
}

func (c *PlanCase) state(t *rapid.T, item rules.Item) {
	g := audit.GapStatement{ID: "g", Key: item.Key, Practice: "said", On: c.Result.Provenance.At}
	if c.Model.Maturity != (readiness.MaturityCredits{}) {
		g.Maturity = aims.Maturity(rapid.IntRange(0, int(aims.Innovating)).Draw(t, "maturity"))
	}
	if item.Verdict == aims.CannotTell && rapid.Bool().Draw(t, "stated") {
		g.Verdict = rapid.SampledFrom([]aims.Verdict{aims.MajorGap, aims.MinorGap, aims.Conforms}).Draw(t, "said")
	}
	if g.Verdict != aims.CannotTell || g.Maturity != 0 {
		c.Stated = append(c.Stated, g)
	}
}

// open returns what counts and does not conform.
func (c *PlanCase) open() []rules.Item {
	var list []rules.Item
	for _, i := range slices.Concat(c.Result.Requirements, c.Result.Controls) {
		if !i.Excluded && i.Verdict != aims.Conforms {
			list = append(list, i)
		}
	}
	return list
}

func (c *PlanCase) drawActions(t *rapid.T) {
	open := c.open()
	for i := range rapid.IntRange(0, 9).Draw(t, "actions") {
		a := readiness.Action{
			ID: id(i), Title: "do", Type: readiness.ActionChange, Currency: "EUR", Days: rapid.IntRange(1, 70).Draw(t, "days"),
			Cost: aims.MustAmount(rapid.SampledFrom([]string{"0", "1", "2", "2", "3.5", "4", "7.25"}).Draw(t, "cost")),
		}
		for _, at := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(open)-1), 0, min(3, len(open)), rapid.ID).Draw(t, "on") {
			v := rapid.SampledFrom([]aims.Verdict{aims.MinorGap, aims.Conforms, aims.Conforms}).Draw(t, "effect")
			a.Effects = append(a.Effects, readiness.Effect{Key: open[at].Key, Verdict: v})
		}
		for _, before := range c.Actions {
			switch rapid.IntRange(0, 7).Draw(t, "link") {
			case 0:
				a.After = append(a.After, before.ID)
			case 1:
				a.Excludes = append(a.Excludes, before.ID)
			}
		}
		c.Actions = append(c.Actions, a)
		if _, err := readiness.QuickWins(c.Report(), c.Actions); err != nil { // excludes what it needs
			c.Actions[i].After, c.Actions[i].Excludes = nil, nil
		}
	}
}

func (c *PlanCase) drawGoal(t *rapid.T) {
	g := &c.Goal
	open := c.open()
	switch rapid.IntRange(0, 2).Draw(t, "goal") {
	case 0:
		g.Budget = aims.MustAmount(rapid.SampledFrom([]string{"0", "3", "5.5", "9", "20"}).Draw(t, "budget"))
	case 1:
		r := c.Report()
		now := r.Total.Score()
		g.Score = aims.AmountOf(now.Add(r.Total.Upper().Sub(now).Mul(decimal.New(int64(rapid.IntRange(0, 100).Draw(t, "percent")), -2))))
	}
	if rapid.IntRange(0, 2).Draw(t, "gate") == 0 {
		g.Band = rapid.SampledFrom([]readiness.Band{readiness.NotReady, readiness.StageOneReady}).Draw(t, "band")
	}
	if len(open) > 0 && (!g.Budget.Known() && !g.Score.Known() || rapid.IntRange(0, 3).Draw(t, "item") == 0) {
		for _, at := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(open)-1), 1, min(2, len(open)), rapid.ID).Draw(t, "conform") {
			g.Conform = append(g.Conform, open[at].Key)
		}
	}
}
