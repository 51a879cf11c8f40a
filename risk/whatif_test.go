package risk_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/risk"
	"github.com/aimskit/aimskit/risk"
)

func own(id string) aims.Key { return aims.Key{Framework: "own", ID: id} }

// trialRecords are three risks and three treatments that are easy to follow:
// t-train works and lowers the likelihood of all by one, by control C-1; t-test
// is planned and lowers the money of risk a by two, by C-1 and C-2; t-insure
// belongs to no plan and lowers the money of b by one, without a control.
func trialRecords() risk.Records {
	r := risk.Records{
		Criteria: []risk.Criteria{gen.Criteria()},
		Risks: []risk.Risk{
			{ID: "a", Title: "A", Inherent: gen.Rating("2026-02-01", 4, 5)},
			{ID: "b", Title: "B", Inherent: gen.Rating("2026-02-01", 3, 3)},
			{ID: "c", Title: "C"},
		},
		Treatments: []risk.Treatment{
			{
				ID: "t-train", Title: "Train", Option: risk.ChangeLikelihood, Risks: []risk.RiskID{"a", "b", "c"},
				Controls: []aims.Key{own("C-1")}, Effects: []risk.Effect{{Likelihood: 1}}, Implemented: day("2026-03-01"),
			},
			{
				ID: "t-test", Title: "Test", Option: risk.ChangeConsequence, Risks: []risk.RiskID{"a"}, Controls: []aims.Key{own("C-1"), own("C-2")},
				Effects: []risk.Effect{{Consequences: []risk.Lowered{{Dimension: "money", By: 2}, {Dimension: "rights", By: 2}}}},
			},
			{
				ID: "t-insure", Title: "Insure", Option: risk.Share, Risks: []risk.RiskID{"b"},
				Effects: []risk.Effect{{Risk: "b", Consequences: []risk.Lowered{{Dimension: "money", By: 1}}}},
			},
		},
		Plans: []risk.TreatmentPlan{{
			ID: "plan", Title: "Plan", Treatments: []risk.Planned{{Treatment: "t-test"}},
			Approvals: []aims.Approval{{By: "p-ceo", On: day("2026-03-01")}},
		}},
	}
	gen.Bind(&r)
	return r
}

func off(treatment risk.TreatmentID) risk.Change {
	return risk.Change{Do: risk.SwitchOff, Treatment: treatment}
}

func on(treatment risk.TreatmentID) risk.Change {
	return risk.Change{Do: risk.SwitchOn, Treatment: treatment}
}

// moves writes the shifts of a comparison as "risk before>after".
func moves(c risk.Comparison) []string {
	var out []string
	for _, s := range c.Risks {
		out = append(out, fmt.Sprintf("%s %d/%d=%s>%d/%d=%s", s.Risk, s.Before.Likelihood, s.Before.Consequence, s.Before.Level, s.After.Likelihood, s.After.Consequence, s.After.Level))
	}
	return out
}

func TestAssessment_WhatIf(t *testing.T) {
	a := assess(t, trialRecords(), risk.Facts{})
	digest, err := gen.Criteria().Digest()
	if err != nil {
		t.Fatal(err)
	}
	rating := gen.Rating("2026-05-01", 5, 2)
	rating.Criteria = digest
	bold := gen.Criteria()
	bold.Appetite, bold.Matrix.Grid[2][4] = gen.High, gen.Severe
	for _, c := range []struct {
		desc    string
		state   risk.State
		changes []risk.Change
		want    []string
	}{
		{"nothing", risk.Current, nil, nil},
		{"off", risk.Current, []risk.Change{off("t-train")}, []string{"a 3/5=3>4/5=4", "b 2/3=2>3/3=2"}},
		{"on, though it is on", risk.Current, []risk.Change{on("t-train")}, nil},
		{"off, though it is off", risk.Current, []risk.Change{off("t-test")}, nil},
		{"on", risk.Current, []risk.Change{on("t-test")}, []string{"a 3/5=3>3/3=2"}},
		{"on, in residual on already", risk.Residual, []risk.Change{on("t-test")}, nil},
		{"off in residual", risk.Residual, []risk.Change{off("t-test")}, []string{"a 3/3=2>3/5=3"}},
		{"a control off", risk.Residual, []risk.Change{{Do: risk.SwitchOff, Control: own("C-1")}}, []string{"a 3/3=2>4/5=4", "b 2/3=2>3/3=2"}},
		{"one control of two on", risk.Current, []risk.Change{{Do: risk.SwitchOn, Control: own("C-2")}}, nil},
		{"both controls on", risk.Current, []risk.Change{{Do: risk.SwitchOn, Control: own("C-1")}, {Do: risk.SwitchOn, Control: own("C-2")}}, []string{"a 3/5=3>3/3=2"}},
		{"a treatment on, and its control off", risk.Current, []risk.Change{on("t-test"), {Do: risk.SwitchOff, Control: own("C-2")}}, nil},
		{"worst over the dimensions", risk.Current, []risk.Change{on("t-insure")}, nil},
		{
			"other effects", risk.Current,
			[]risk.Change{{Do: risk.SetEffects, Treatment: "t-train", Effects: []risk.Effect{{Risk: "a", Likelihood: 3}}}},
			[]string{"a 3/5=3>1/5=2", "b 2/3=2>3/3=2"},
		},
		{"no effects", risk.Current, []risk.Change{{Do: risk.SetEffects, Treatment: "t-train"}}, []string{"a 3/5=3>4/5=4", "b 2/3=2>3/3=2"}},
		{"another rating", risk.Current, []risk.Change{{Do: risk.SetInherent, Risk: "a", Inherent: rating}}, []string{"a 3/5=3>4/2=2"}},
		{"a first rating", risk.Current, []risk.Change{{Do: risk.SetInherent, Risk: "c", Inherent: rating}}, []string{"c 0/0=>4/2=2"}},
		{"other criteria", risk.Current, []risk.Change{{Do: risk.SetCriteria, Criteria: &bold}}, []string{"a 3/5=3>3/5=4"}},
		{
			"several at once", risk.Current,
			[]risk.Change{{Do: risk.SetCriteria, Criteria: &bold}, off("t-train"), on("t-test"), {Do: risk.SetInherent, Risk: "b", Inherent: rating}},
			[]string{"a 3/5=3>4/3=3", "b 2/3=2>5/2=3"},
		},
	} {
		got, err := a.WhatIf(c.state, c.changes)
		if err != nil {
			t.Errorf("%s: %v", c.desc, err)
			continue
		}
		same(t, c.desc, c.want, moves(got))
		slices.Reverse(c.changes)
		again, err := a.WhatIf(c.state, c.changes)
		if err != nil {
			t.Fatal(err)
		}
		same(t, c.desc+", the other way round", c.want, moves(again))
	}
}

func TestComparison(t *testing.T) {
	r := trialRecords()
	r.Risks[1].Current = gen.Rating("2026-05-01", 4, 3)
	r.Risks[2].Current = gen.Rating("2026-05-01", 4, 3) // with nothing to compare it with
	gen.Bind(&r)
	a := assess(t, r, risk.Facts{})
	loose := gen.Criteria()
	loose.Appetite = gen.Moderate
	got, err := a.WhatIf(risk.Current, []risk.Change{off("t-train"), {Do: risk.SetCriteria, Criteria: &loose}})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "before", risk.Group{Counts: []int{0, 1, 1, 0}, Unrated: 1, Worst: 3, AboveAppetite: 2}, got.Before)
	same(t, "after", risk.Group{Counts: []int{0, 1, 0, 1}, Unrated: 1, Worst: 4, AboveAppetite: 1, AboveLimit: 1}, got.After)
	same(t, "difference", risk.Difference{Counts: []int{0, 0, -1, 1}, AboveAppetite: -1, AboveLimit: 1, Worst: 1}, got.Difference())
	same(t, "unrated", []risk.RiskID{"c"}, got.Unrated)
	same(t, "stated higher", []risk.RiskID{"b"}, got.StatedHigher)
	if n, known := got.Risks[0].Difference(); n != 1 || !known {
		t.Errorf("a rises by %d, %v", n, known)
	}
	if n, known := (risk.Shift{After: risk.Rated{Level: 3}}).Difference(); n != 0 || known {
		t.Errorf("an unrated risk rises by %d, %v", n, known)
	}
	five := loose
	five.Levels = append(slices.Clone(five.Levels), risk.Band{Label: "beyond"})
	more, err := a.WhatIf(risk.Current, []risk.Change{{Do: risk.SetCriteria, Criteria: &five}})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "another number of levels", []int{0, 0, 0, 0, 0}, more.Difference().Counts)

	var none *risk.Assessment
	empty, err := none.WhatIf(risk.Current, nil)
	if err != nil || len(empty.Risks) > 0 {
		t.Errorf("no assessment: %+v, %v", empty, err)
	}
}

func TestChange_problems(t *testing.T) {
	a := assess(t, trialRecords(), risk.Facts{})
	rating := gen.Rating("2026-05-01", 5, 2)
	digest, err := gen.Criteria().Digest()
	if err != nil {
		t.Fatal(err)
	}
	rating.Criteria = digest
	high := *rating
	high.Likelihood = 6
	foreign := *rating
	foreign.Criteria = aims.DigestBytes(nil)
	k, other, fewer := gen.Criteria(), gen.Criteria(), risk.Criteria3x3()
	other.Likelihood.Steps = slices.Clone(other.Likelihood.Steps)
	other.Likelihood.Steps[0].Label = "once in a blue moon"
	for _, c := range []struct {
		desc    string
		changes []risk.Change
		want    []problem
	}{
		{"nothing to do", []risk.Change{{}}, []problem{{aims.Missing, "/changes/0/do"}}},
		{"unknown", []risk.Change{{Do: "explode"}}, []problem{{aims.WordUnknown, "/changes/0/do"}}},
		{"nothing to switch", []risk.Change{{Do: risk.SwitchOn}}, []problem{{aims.Missing, "/changes/0/treatment"}}},
		{"treatment and control", []risk.Change{{Do: risk.SwitchOn, Treatment: "t-train", Control: own("C-1")}}, []problem{{risk.ChangeStray, "/changes/0/treatment"}}},
		{"malformed ids", []risk.Change{{Do: risk.SwitchOn, Treatment: "t train"}, {Do: risk.SetInherent, Risk: "-", Inherent: rating}}, []problem{{aims.IDMalformed, "/changes/0/treatment"}, {aims.IDMalformed, "/changes/1/risk"}}},
		{"malformed key", []risk.Change{{Do: risk.SwitchOn, Control: aims.Key{Framework: "own"}}}, []problem{{aims.KeyMalformed, "/changes/0/control"}}},
		{"no treatment, no effects", []risk.Change{{Do: risk.SetEffects}}, []problem{{aims.Missing, "/changes/0/treatment"}}},
		{"effects of a switch", []risk.Change{{Do: risk.SwitchOn, Treatment: "t-train", Effects: []risk.Effect{{}}}}, []problem{{risk.ChangeStray, "/changes/0/effects"}}},
		{"no rating", []risk.Change{{Do: risk.SetInherent}}, []problem{{aims.Missing, "/changes/0/risk"}, {aims.Missing, "/changes/0/inherent"}}},
		{"no criteria", []risk.Change{{Do: risk.SetCriteria, Risk: "a", Inherent: rating}}, []problem{{risk.ChangeStray, "/changes/0/risk"}, {risk.ChangeStray, "/changes/0/inherent"}, {aims.Missing, "/changes/0/criteria"}}},
		{"malformed rating", []risk.Change{{Do: risk.SetInherent, Risk: "a", Inherent: &risk.Rating{}}}, []problem{{aims.Missing, "/changes/0/inherent/criteria"}}},
		{"malformed criteria", []risk.Change{{Do: risk.SetCriteria, Criteria: &risk.Criteria{ID: "x", Title: "X"}}}, nil},
		{"collision", []risk.Change{on("t-train"), off("t-train")}, []problem{{risk.ChangesCollide, "/changes/1"}}},
		{"the same control twice", []risk.Change{{Do: risk.SwitchOn, Control: own("C-1")}, {Do: risk.SwitchOn, Control: own("C-1")}}, []problem{{risk.ChangesCollide, "/changes/1"}}},
		{"effects twice", []risk.Change{{Do: risk.SetEffects, Treatment: "t-train"}, on("t-train"), {Do: risk.SetEffects, Treatment: "t-train"}}, []problem{{risk.ChangesCollide, "/changes/2"}}},
		{"one risk rated twice", []risk.Change{{Do: risk.SetInherent, Risk: "a", Inherent: rating}, {Do: risk.SetInherent, Risk: "a", Inherent: rating}}, []problem{{risk.ChangesCollide, "/changes/1"}}},
		{"criteria twice", []risk.Change{{Do: risk.SetCriteria, Criteria: &k}, {Do: risk.SetCriteria, Criteria: &k}}, []problem{{risk.ChangesCollide, "/changes/1"}}},
		{"dangling", []risk.Change{on("t-none"), {Do: risk.SetInherent, Risk: "z", Inherent: rating}}, []problem{{risk.Dangling, "/changes/0/treatment"}, {risk.Dangling, "/changes/1/risk"}}},
		{"a control that nothing uses", []risk.Change{{Do: risk.SwitchOff, Control: own("C-9")}}, []problem{{risk.ControlUnused, "/changes/0/control"}}},
		{"effect on a risk that is not treated", []risk.Change{{Do: risk.SetEffects, Treatment: "t-insure", Effects: []risk.Effect{{Risk: "a", Likelihood: 1}}}}, []problem{{risk.EffectStray, "/changes/0/effects/0/risk"}}},
		{"effect on no dimension", []risk.Change{{Do: risk.SetEffects, Treatment: "t-insure", Effects: []risk.Effect{{Consequences: []risk.Lowered{{Dimension: "fame", By: 1}}}}}}, []problem{{risk.DimensionUnknown, "/changes/0/effects/0/consequences/0/dimension"}}},
		{"rating off the scale", []risk.Change{{Do: risk.SetInherent, Risk: "a", Inherent: &high}}, []problem{{risk.LevelOutside, "/changes/0/inherent/likelihood"}}},
		{"rating by other criteria", []risk.Change{{Do: risk.SetInherent, Risk: "a", Inherent: &foreign}}, []problem{{risk.CriteriaNotInForce, "/changes/0/inherent/criteria"}}},
		{"another likelihood scale", []risk.Change{{Do: risk.SetCriteria, Criteria: &other}}, []problem{{risk.ScalesDiffer, "/changes/0/criteria/likelihood"}}},
		{"other scales", []risk.Change{{Do: risk.SetCriteria, Criteria: &fewer}}, []problem{{risk.ScalesDiffer, "/changes/0/criteria/likelihood"}, {risk.ScalesDiffer, "/changes/0/criteria/consequences"}}},
	} {
		_, err := a.WhatIf(risk.Current, c.changes)
		got := problemsOf(t, err)
		if c.want == nil { // as many as the criteria have
			c.want = problemsOf(t, c.changes[0].Validate())
			for i := range c.want {
				c.want[i].Path = "/changes/0" + c.want[i].Path
			}
			if len(c.want) == 0 {
				t.Errorf("%s: accepted", c.desc)
			}
		}
		same(t, c.desc, c.want, got)
	}
	for _, state := range []risk.State{"", risk.Inherent, risk.Target, "past"} {
		_, err := a.WhatIf(state, nil)
		same(t, "state "+string(state), []problem{{risk.StateFixed, "/state"}}, problemsOf(t, err))
	}
}

func TestChange_String(t *testing.T) {
	k := gen.Criteria()
	for want, c := range map[string]risk.Change{
		"switch-on t-1":           on("t-1"),
		"switch-off own/C-1":      {Do: risk.SwitchOff, Control: own("C-1")},
		"set-effects t-1":         {Do: risk.SetEffects, Treatment: "t-1"},
		"set-inherent r-1":        {Do: risk.SetInherent, Risk: "r-1"},
		"set-criteria criteria-1": {Do: risk.SetCriteria, Criteria: &k},
	} {
		if got := c.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// drawTrial draws records with changes to them.
func drawTrial(t *rapid.T, mostChanges int) (risk.Records, []risk.Change) {
	level := func(name string, least int) risk.Level {
		return risk.Level(rapid.IntRange(least, 5).Draw(t, name))
	}
	rating := func() *risk.Rating {
		r := &risk.Rating{Likelihood: level("likelihood", 1), On: day("2026-02-01")}
		for _, d := range []risk.DimensionID{"money", "rights", "trust"} {
			q := risk.Consequence{Dimension: d, Level: level("consequence", 0)}
			if q.Level == 0 {
				q.WhyNot = "nobody is affected"
			}
			r.Consequences = append(r.Consequences, q)
		}
		return r
	}
	effect := func() risk.Effect {
		by := rapid.IntRange(0, 2)
		return risk.Effect{Likelihood: by.Draw(t, "by"), Consequences: []risk.Lowered{{Dimension: "money", By: by.Draw(t, "by")}, {Dimension: "rights", By: by.Draw(t, "by")}}}
	}
	r := risk.Records{Criteria: []risk.Criteria{gen.Criteria()}, Plans: []risk.TreatmentPlan{{
		ID: "plan", Title: "Plan", Approvals: []aims.Approval{{By: "p-ceo", On: day("2026-03-01")}},
	}}}
	for i := range rapid.IntRange(1, 4).Draw(t, "risks") {
		one := risk.Risk{ID: risk.RiskID(fmt.Sprint("r-", i)), Title: "Risk"}
		if rapid.IntRange(0, 5).Draw(t, "rated") > 0 {
			one.Inherent = rating()
		}
		r.Risks = append(r.Risks, one)
	}
	controls := []aims.Key{own("C-1"), own("C-2"), own("C-3")}
	for i := range rapid.IntRange(1, 5).Draw(t, "treatments") {
		one := risk.Treatment{ID: risk.TreatmentID(fmt.Sprint("t-", i)), Title: "Treatment", Option: risk.ChangeLikelihood}
		for _, q := range r.Risks {
			if rapid.Bool().Draw(t, "treats") {
				one.Risks = append(one.Risks, q.ID)
			}
		}
		for _, c := range controls {
			if rapid.IntRange(0, 2).Draw(t, "uses") == 0 {
				one.Controls = append(one.Controls, c)
			}
		}
		one.Effects = []risk.Effect{effect()}
		switch rapid.IntRange(0, 3).Draw(t, "progress") {
		case 0:
			one.Implemented = day("2026-03-01")
		case 1:
			one.Implemented, one.Ended = day("2026-03-01"), day("2026-04-01")
		case 2:
			r.Plans[0].Treatments = append(r.Plans[0].Treatments, risk.Planned{Treatment: one.ID})
		}
		r.Treatments = append(r.Treatments, one)
	}
	gen.Bind(&r)

	digest := must(gen.Criteria().Digest())
	var all []risk.Change
	do := func() risk.Do { return rapid.SampledFrom([]risk.Do{risk.SwitchOn, risk.SwitchOff}).Draw(t, "do") }
	for _, q := range r.Treatments {
		all = append(all, risk.Change{Do: do(), Treatment: q.ID}, risk.Change{Do: risk.SetEffects, Treatment: q.ID, Effects: []risk.Effect{effect()}})
	}
	for _, c := range controls {
		if slices.ContainsFunc(r.Treatments, func(q risk.Treatment) bool { return slices.Contains(q.Controls, c) }) {
			all = append(all, risk.Change{Do: do(), Control: c})
		}
	}
	for _, q := range r.Risks {
		g := risk.Change{Do: risk.SetInherent, Risk: q.ID, Inherent: rating()}
		g.Inherent.Criteria = digest
		all = append(all, g)
	}
	k := gen.Criteria()
	k.ID, k.Appetite = "criteria-2", gen.High
	k.Matrix.Grid = slices.Clone(k.Matrix.Grid)
	k.Matrix.Grid[0] = []risk.Level{1, 1, 2, 2, 3}
	k.Matrix.Grid[1] = []risk.Level{1, 2, 2, 3, 3}
	all = append(all, risk.Change{Do: risk.SetCriteria, Criteria: &k})
	all = rapid.Permutation(all).Draw(t, "changes")
	return r, all[:rapid.IntRange(0, min(mostChanges, len(all))).Draw(t, "count")]
}

func differs(want, got any) string { return cmp.Diff(want, got, equalAmounts) }

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// written writes changes into records, so that the register itself can be
// asked: a treatment that counts is implemented, and one that does not is not,
// and no plan is left.
func written(r risk.Records, s risk.State, changes []risk.Change) risk.Records {
	out := risk.Records{Criteria: slices.Clone(r.Criteria), Risks: slices.Clone(r.Risks), Treatments: slices.Clone(r.Treatments)}
	switches := func(do risk.Do, q risk.Treatment) (itself bool, controls int) {
		for _, g := range changes {
			if g.Do == do && g.Treatment == q.ID {
				itself = true
			}
			if g.Do == do && slices.Contains(q.Controls, g.Control) {
				controls++
			}
		}
		return itself, controls
	}
	for i, q := range r.Treatments {
		counts := q.Implemented != 0 && q.Ended == 0
		for _, p := range r.Plans[0].Treatments {
			counts = counts || s == risk.Residual && p.Treatment == q.ID
		}
		if itself, controls := switches(risk.SwitchOn, q); itself || controls > 0 && controls == len(q.Controls) {
			counts = true
		}
		if itself, controls := switches(risk.SwitchOff, q); itself || controls > 0 {
			counts = false
		}
		out.Treatments[i].Implemented, out.Treatments[i].Ended = 0, 0
		if counts {
			out.Treatments[i].Implemented = day("2026-03-01")
		}
	}
	for _, g := range changes {
		switch g.Do {
		case risk.SetEffects:
			i := slices.IndexFunc(out.Treatments, func(q risk.Treatment) bool { return q.ID == g.Treatment })
			out.Treatments[i].Effects = g.Effects
		case risk.SetInherent:
			i := slices.IndexFunc(out.Risks, func(q risk.Risk) bool { return q.ID == g.Risk })
			out.Risks[i].Inherent = g.Inherent
		case risk.SetCriteria:
			out.Criteria[0] = *g.Criteria
		}
	}
	for i := range out.Risks {
		if rating := out.Risks[i].Inherent; rating != nil {
			bound := *rating
			out.Risks[i].Inherent = &bound
		}
	}
	gen.BindRatings(&out)
	return out
}

// TestAssessment_WhatIf_written holds every what-if against a register into
// which the changes were written.
func TestAssessment_WhatIf_written(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r, changes := drawTrial(rt, 8)
		s := rapid.SampledFrom([]risk.State{risk.Current, risk.Residual}).Draw(rt, "state")
		got, err := assess(t, r, risk.Facts{}).WhatIf(s, changes)
		if err != nil {
			rt.Fatal(err)
		}
		before, after := assess(t, written(r, s, nil), risk.Facts{}), assess(t, written(r, s, changes), risk.Facts{})
		var want []risk.Shift
		for _, q := range r.Risks {
			x, _ := before.Position(q.ID)
			y, _ := after.Position(q.ID)
			x.ComputedCurrent.Dimension = y.ComputedCurrent.Dimension // alone it moves nothing
			if x.ComputedCurrent != y.ComputedCurrent {
				x, _ := before.Position(q.ID)
				want = append(want, risk.Shift{Risk: q.ID, Before: x.ComputedCurrent, After: y.ComputedCurrent})
			}
		}
		if diff := differs(want, got.Risks); diff != "" {
			rt.Fatalf("changes %v (-want +got):\n%s", changes, diff)
		}
		if diff := differs(before.Total(risk.Current), got.Before) + differs(after.Total(risk.Current), got.After); diff != "" {
			rt.Fatalf("changes %v (-want +got):\n%s", changes, diff)
		}
		if len(changes) == 0 && len(got.Risks) > 0 {
			rt.Fatalf("without changes %v move", got.Risks)
		}
	})
}

// TestAssessment_WhatIf_strengthened: what lowers more never raises a level.
func TestAssessment_WhatIf_strengthened(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r, _ := drawTrial(rt, 0)
		q := rapid.SampledFrom(r.Treatments).Draw(rt, "treatment")
		more := slices.Clone(q.Effects)
		more[0].Likelihood += rapid.IntRange(0, 2).Draw(rt, "more")
		more[0].Consequences = slices.Clone(more[0].Consequences)
		more[0].Consequences[1].By += rapid.IntRange(0, 2).Draw(rt, "more")
		got, err := assess(t, r, risk.Facts{}).WhatIf(risk.Current, []risk.Change{{Do: risk.SetEffects, Treatment: q.ID, Effects: more}})
		if err != nil {
			rt.Fatal(err)
		}
		for _, s := range got.Risks {
			if n, known := s.Difference(); !known || n > 0 || s.After.Likelihood > s.Before.Likelihood || s.After.Consequence > s.Before.Consequence {
				rt.Fatalf("%+v with %+v in place of %+v", s, more, q.Effects)
			}
		}
	})
}
