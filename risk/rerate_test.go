package risk_test

import (
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/risk"
	"github.com/aimskit/aimskit/risk"
)

// four returns criteria with four likelihoods, without the dimension trust,
// with money under another name and with one for nature.
func four() (risk.Criteria, risk.Mapping) {
	k := gen.Criteria()
	k.ID, k.Version, k.Recorded = "criteria-2", "2.0", day("2026-06-01")
	k.Likelihood.Steps, k.Matrix.Grid = k.Likelihood.Steps[:4], k.Matrix.Grid[:4]
	k.Consequences[0].ID = "cost"
	k.Consequences[2].ID, k.Consequences[2].Affected = "nature", risk.Other
	k.Levels[1].Label = "medium"
	m := risk.SameScales(gen.Criteria())
	m.Likelihood = []risk.Level{1, 2, 2, 3, 4}
	m.Consequences[0].To = "cost"
	m.Consequences[2] = risk.DimensionMapping{From: "trust"}
	return k, m
}

// Everything that becomes of one risk, in words.
func TestRerate(t *testing.T) {
	records, _ := gen.Sound(4)
	k, m := four()
	got, report, err := risk.Rerate(register(t, records), records.Criteria[0], k, m)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, r := range report {
		if r.Ref.ID == "risk-1" && (r.State == risk.Inherent || r.State == risk.Residual) || r.Ref.Kind == risk.KindTreatment {
			said = append(said, string(r.Code)+" "+r.Sentence())
		}
	}
	same(t, "report", []string{
		"risk/axis-moved risk-1, inherent: likelihood goes from 4 to 3",
		"risk/axis-moved risk-1, inherent: cost goes from 4 to 4",
		"risk/dimension-dropped risk-1, inherent: trust, none, is left out, since the new criteria do without it",
		"risk/dimension-added risk-1, inherent: nature is new; assess it, or say why not",
		"risk/level-moved risk-1, inherent: the risk level goes from high to none",
		"risk/axis-moved risk-1, residual: cost goes from 3 to 3",
		"risk/dimension-dropped risk-1, residual: trust, none, is left out, since the new criteria do without it",
		"risk/dimension-added risk-1, residual: nature is new; assess it, or say why not",
		"risk/level-moved risk-1, residual: the risk level goes from low to none",
		"risk/effect-left treatment-1-a: its effect on likelihood counts levels of a scale that changes, and is left as it is; decide on it again",
		"risk/effect-left treatment-1-b: its effect on likelihood counts levels of a scale that changes, and is left as it is; decide on it again",
		"risk/effect-left treatment-1-b: its effect on money counts levels of a scale that changes, and is left as it is; decide on it again",
		"risk/effect-left treatment-3-a: its effect on likelihood counts levels of a scale that changes, and is left as it is; decide on it again",
		"risk/effect-left treatment-3-a: its effect on money counts levels of a scale that changes, and is left as it is; decide on it again",
	}, said)
	digest, err := k.Digest()
	if err != nil {
		t.Fatal(err)
	}
	r, _ := got.Risk("risk-1")
	same(t, "inherent rating", &risk.Rating{
		Criteria: digest, Likelihood: 3, On: day("2026-02-10"), By: "p-risk", Rationale: "workshop with those who run the system",
		Consequences: []risk.Consequence{{Dimension: "cost", Level: 4}, {Dimension: "rights", Level: 4}},
	}, r.Inherent)
	if n := len(got.Records().Criteria); n != 2 {
		t.Errorf("%d versions of the criteria, want the old one and the new one", n)
	}
	// What was accepted was rated otherwise.
	a, err := got.Assess(day(gen.At), risk.Facts{})
	if err != nil {
		t.Fatal(err)
	}
	if p, _ := a.Position("risk-3"); p.Accepted != aims.Voided {
		t.Errorf("the acceptance is %v", p.Accepted)
	}
}

// Criteria that change their matrix only move levels, not ratings.
func TestRerate_sameScales(t *testing.T) {
	records, _ := gen.Sound(4)
	k := gen.Criteria()
	k.ID = "criteria-2"
	again, report, err := risk.Rerate(register(t, records), records.Criteria[0], k, risk.SameScales(k))
	if err != nil || len(report) != 0 {
		t.Fatalf("%v, %v", report, err)
	}
	k = gen.Criteria()
	k.ID, k.Matrix.Grid[0][1] = "criteria-3", 2
	k.Matrix.Grid[1][1], k.Matrix.Grid[1][2] = 2, 2
	k.Matrix.Grid[0][2] = 2
	_, report, err = risk.Rerate(again, again.Records().Criteria[1], k, risk.SameScales(k))
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, r := range report {
		said = append(said, r.Sentence())
	}
	same(t, "report", []string{
		"risk-1, residual: the risk level goes from low to moderate",
		"risk-2, inherent: the risk level goes from low to moderate",
		"risk-2, current: the risk level goes from low to moderate",
	}, said)
}

// Ratings by criteria that are not the old ones stay, and are reported.
func TestRerate_others(t *testing.T) {
	records, _ := gen.Sound(4)
	k, m := four()
	other := gen.Criteria()
	other.ID = "criteria-0"
	other.Recorded = day("2026-01-01")
	digest, err := other.Digest()
	if err != nil {
		t.Fatal(err)
	}
	records.Criteria = append(records.Criteria, other)
	records.Risks[1].Inherent.Criteria = digest
	got, report, err := risk.Rerate(register(t, records), records.Criteria[0], k, m)
	if err != nil {
		t.Fatal(err)
	}
	left := 0
	for _, r := range report {
		if r.Code == risk.RatingLeft {
			left++
			if r.Ref.ID != "risk-2" || r.State != risk.Inherent {
				t.Errorf("left: %+v", r)
			}
		}
	}
	if r, _ := got.Risk("risk-2"); left != 1 || r.Inherent.Criteria != digest {
		t.Errorf("%d ratings left, want one", left)
	}
}

func TestRerate_refused(t *testing.T) {
	records, _ := gen.Sound(4)
	r := register(t, records)
	for _, c := range []struct {
		name  string
		spoil func(*risk.Criteria, *risk.Mapping)
		want  []problem
	}{
		{"a level too high", func(_ *risk.Criteria, m *risk.Mapping) { m.Likelihood[4] = 5 }, []problem{{risk.LevelOutside, "/mapping/likelihood/4"}}},
		{"a level open", func(_ *risk.Criteria, m *risk.Mapping) { m.Consequences[0].Levels[2] = 0 }, []problem{
			{aims.Missing, "/mapping/consequences/0/levels/2"}, {risk.MappingFalls, "/mapping/consequences/0/levels/2"},
		}},
		{"levels for nothing", func(_ *risk.Criteria, m *risk.Mapping) { m.Consequences[2].Levels = []risk.Level{1} }, []problem{{risk.MappingIncomplete, "/mapping/consequences/2/levels"}}},
		{"from nowhere", func(_ *risk.Criteria, m *risk.Mapping) { m.Consequences[2].From = "lost" }, []problem{
			{risk.DimensionUnknown, "/mapping/consequences/2/from"}, {risk.DimensionUnmapped, "/mapping/consequences"},
		}},
		{"to nowhere", func(_ *risk.Criteria, m *risk.Mapping) { m.Consequences[0].To = "lost" }, []problem{{risk.DimensionUnknown, "/mapping/consequences/0/to"}}},
		{"two into one", func(_ *risk.Criteria, m *risk.Mapping) { m.Consequences[1].To = "cost" }, []problem{{aims.Twice, "/mapping/consequences/1/to"}}},
		{"malformed criteria", func(k *risk.Criteria, _ *risk.Mapping) { k.Title = "" }, []problem{{aims.Missing, "/new/title"}}},
		{"the id of the old ones", func(k *risk.Criteria, _ *risk.Mapping) { k.ID = "criteria-1" }, []problem{{risk.IDTaken, "/criteria/1/id"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			k, m := four()
			c.spoil(&k, &m)
			got, report, err := risk.Rerate(r, records.Criteria[0], k, m)
			same(t, "problems", c.want, problemsOf(t, err))
			if got != nil || report != nil {
				t.Error("something was rated all the same")
			}
		})
	}
}

func TestRerating_sentence(t *testing.T) {
	if s := (risk.Rerating{}).Sentence(); strings.ContainsAny(s, "{}") {
		t.Errorf("sentence %q", s)
	}
}
