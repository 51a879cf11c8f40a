package risk_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/risk"
	"github.com/aimskit/aimskit/risk"
)

// What a record says twice, or of itself, and lists that are too long.
func TestRecord_problems(t *testing.T) {
	rating := func(spoil func(*risk.Rating)) aims.Record {
		r := records()[risk.KindRisk].full.(risk.Risk)
		spoil(r.Current)
		return r
	}
	treatment := func(e ...risk.Effect) aims.Record {
		r := records()[risk.KindTreatment].full.(risk.Treatment)
		r.Effects = e
		return r
	}
	money := risk.Lowered{Dimension: "money", By: 1}
	for _, c := range []struct {
		name   string
		record aims.Record
		want   []problem
	}{
		{"dimension rated twice", rating(func(r *risk.Rating) { r.Consequences[1].Dimension = "money" }), []problem{{aims.Twice, "/current/consequences/1/dimension"}}},
		{"effect on a risk twice", treatment(risk.Effect{Risk: "risk--1"}, risk.Effect{Risk: "risk--1"}), []problem{{aims.Twice, "/effects/1/risk"}}},
		{"effect on each risk twice", treatment(risk.Effect{}, risk.Effect{Likelihood: 1}), []problem{{aims.Twice, "/effects/1"}}},
		{"effect on a dimension twice", treatment(risk.Effect{Consequences: []risk.Lowered{money, money}}), []problem{{aims.Twice, "/effects/0/consequences/1/dimension"}}},
		{"too strong an effect", treatment(risk.Effect{Likelihood: 10}), []problem{{risk.EffectOutside, "/effects/0/likelihood"}}},
		{"objectives of Annex C", risk.Risk{ID: "r", Title: "x", AnnexC: []aims.AnnexC{"", "C.3.1", "C.2.1", "C.2.1", "C"}}, []problem{
			{aims.Missing, "/annexC/0"}, {aims.NoObjective, "/annexC/1"}, {aims.Twice, "/annexC/3"}, {aims.CodeMalformed, "/annexC/4"},
		}},
		{"sources", risk.Risk{ID: "r", Title: "x", Sources: []risk.SourceID{"C.3.1", "C.3.7", "own", "C.3.0", "C.2.5", "C.3.10"}}, []problem{
			{risk.SourceUnknown, "/sources/3"}, {risk.SourceUnknown, "/sources/4"}, {risk.SourceUnknown, "/sources/5"},
		}},
		{"its own cause", risk.Risk{ID: "r", Title: "x", Causes: []risk.RiskID{"r"}}, []problem{{aims.SelfReference, "/causes/0"}}},
		{"takes itself back", risk.Acceptance{ID: "a", Risk: "r", By: "p", On: 1, Why: "x", Revokes: "a"}, []problem{{aims.SelfReference, "/revokes"}}},
		{"accepts nothing", risk.Acceptance{ID: "a", Risk: "r", By: "p", On: 1, Why: "x"}, []problem{{aims.Missing, "/content"}, {aims.Missing, "/criteria"}}},
		{"planned twice", risk.TreatmentPlan{ID: "p", Title: "x", Treatments: []risk.Planned{{"t", digest}, {"t", digest}}}, []problem{{aims.Twice, "/treatments/1/treatment"}}},
		{"too long a quotation", risk.Risk{ID: "r", Title: "x", Sources: []risk.SourceID{risk.SourceID("C." + strings.Repeat("9", 99))}}, []problem{{aims.IDMalformed, "/sources/0"}, {risk.SourceUnknown, "/sources/0"}}},
	} {
		t.Run(c.name, func(t *testing.T) { same(t, "problems", c.want, problemsOf(t, c.record.Validate())) })
	}
}

func TestCriteria_problems(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*risk.Criteria)
		want  []problem
	}{
		{"no dimension", func(k *risk.Criteria) { k.Consequences = nil }, []problem{{aims.Missing, "/consequences"}}},
		{"dimension twice", func(k *risk.Criteria) { k.Consequences[1].ID = "money" }, []problem{{aims.Twice, "/consequences/1/id"}}},
		{"label twice", func(k *risk.Criteria) { k.Levels[1].Label = "low" }, []problem{{aims.Twice, "/levels/1/label"}}},
		{"step twice", func(k *risk.Criteria) { k.Likelihood.Steps[1].Label = "rare" }, []problem{{aims.Twice, "/likelihood/steps/1/label"}}},
		{"too many levels", func(k *risk.Criteria) {
			for i := range 7 {
				k.Levels = append(k.Levels, risk.Band{Label: strings.Repeat("x", i+1)})
			}
		}, []problem{{aims.TooMany, "/levels"}}},
		{"a cell beyond the levels", func(k *risk.Criteria) { k.Matrix.Grid[4][4] = 5 }, []problem{{risk.LevelOutside, "/matrix/grid/4/4"}}},
		{"a column too few", func(k *risk.Criteria) { k.Consequences[1].Scale.Steps = k.Consequences[1].Scale.Steps[1:] }, []problem{{risk.GridMismatch, "/consequences/1/scale/steps"}}},
		{"no appetite", func(k *risk.Criteria) { k.Appetite = 0 }, []problem{{aims.Missing, "/appetite"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := gen.Criteria()
			c.spoil(&k)
			same(t, "problems", c.want, problemsOf(t, k.Validate()))
		})
	}
}

func TestCriteria_rate(t *testing.T) {
	k := gen.Criteria()
	full := func(likelihood, money, rights risk.Level) *risk.Rating {
		return &risk.Rating{Likelihood: likelihood, Consequences: []risk.Consequence{
			{Dimension: "money", Level: money}, {Dimension: "rights", Level: rights}, {Dimension: "trust", WhyNot: "x"},
		}}
	}
	for _, c := range []struct {
		name   string
		rating *risk.Rating
		want   risk.Rated
	}{
		{"none", nil, risk.Rated{Unrated: risk.NoRating}},
		{"the worst dimension counts", full(4, 2, 5), risk.Rated{Level: 4, Likelihood: 4, Consequence: 5, Dimension: "rights"}},
		{"of two alike the first", full(1, 1, 1), risk.Rated{Level: 1, Likelihood: 1, Consequence: 1, Dimension: "money"}},
		{"no likelihood", full(0, 2, 5), risk.Rated{Unrated: risk.NoLikelihood}},
		{"no level and no reason", full(4, 0, 5), risk.Rated{Unrated: risk.NoConsequence}},
		{"no entry", &risk.Rating{Likelihood: 1}, risk.Rated{Unrated: risk.NoConsequence}},
		{"off the scale", full(6, 1, 1), risk.Rated{Unrated: risk.OffScale}},
	} {
		same(t, c.name, c.want, k.Rate(c.rating))
	}
	labels := []string{k.Label(0), k.Label(1), k.Label(4), k.Label(5), k.Likelihood.Label(0), k.Likelihood.Label(5), k.Likelihood.Label(6)}
	same(t, "labels", []string{"", "low", "severe", "", "", "almost certain", ""}, labels)
}

func TestRisk_accept(t *testing.T) {
	r, _ := gen.Sound(4)
	for i, level := range map[int]risk.Level{2: gen.Moderate, 3: gen.High} { // by the residual rating, and without one by the current
		a, err := r.Risks[i].Accept("p-ceo", day("2026-06-01"), "worth it", r.Criteria[0])
		if err != nil {
			t.Fatal(err)
		}
		a.ID = "new"
		if err := a.Validate(); err != nil || a.Level != level || a.Content != r.Acceptances[i-2].Content || a.Criteria != r.Acceptances[i-2].Criteria {
			t.Errorf("%+v, %v", a, err)
		}
	}
}

func TestRollUp_groupings(t *testing.T) {
	r := risk.Risk{
		Systems: []aims.SystemID{"s-1", "s-2"}, Sources: []risk.SourceID{"C.3.4"}, Objectives: []aims.ObjectiveID{"o-1"},
		AnnexC: []aims.AnnexC{"C.2.1"}, Owner: "p-1",
	}
	got := slices.Concat(risk.BySystem(r), risk.BySource(r), risk.ByObjective(r), risk.ByAnnexC(r), risk.ByOwner(r), risk.ByOwner(risk.Risk{}))
	same(t, "keys", []string{"s-1", "s-2", "C.3.4", "o-1", "C.2.1", "p-1"}, got)
	if p := (risk.Position{}); p.Rated("no such state").Unrated != risk.NoRating {
		t.Error("a state that does not exist has a level")
	}
	if (&r).Rating("no such state") != nil {
		t.Error("a state that does not exist has a rating")
	}
	records, e := gen.Sound(4)
	a := assess(t, records, risk.Facts{Evidence: e.Lookup})
	if g := a.Total("no such state"); g.Unrated != 4 {
		t.Errorf("total of no state: %+v", g)
	}
}

// Annex C comes in its own order, C.2.2 before C.2.10, whatever else there is.
func TestRollUp_order(t *testing.T) {
	records, e := gen.Sound(3)
	a := assess(t, records, risk.Facts{Evidence: e.Lookup})
	var got []string
	for _, g := range a.RollUp(risk.Current, func(r risk.Risk) []string {
		return []string{"data", "C.2.10", "C.2.2", "B", "C.3.1", "C.2.1x"}
	}) {
		got = append(got, g.Key)
	}
	same(t, "order", []string{"C.2.2", "C.2.10", "C.3.1", "B", "C.2.1x", "data"}, got)
	for _, g := range a.RollUp(risk.Current, func(r risk.Risk) []string { return nil }) {
		got = append(got, g.Key)
	}
	same(t, "without keys", "", got[len(got)-1])
}
