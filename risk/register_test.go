package risk_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/risk"
	"github.com/aimskit/aimskit/risk"
)

// What a register is refused for, with the place of everything that is wrong.
func TestNewRegister_problems(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*risk.Records)
		want  []problem
	}{
		{"nothing", func(*risk.Records) {}, nil},
		{"empty", func(r *risk.Records) { *r = risk.Records{} }, nil},
		{"format", func(r *risk.Records) { r.Format = "aimskit/9.9" }, []problem{{aims.FormatUnknown, "/format"}}},
		{"every record by itself", func(r *risk.Records) {
			r.Criteria[0].Title, r.Risks[1].Title, r.Opportunities[0].Title = "", "", ""
			r.Treatments[0].Title, r.Plans[0].Title, r.Acceptances[0].Why = "", "", ""
		}, []problem{
			{aims.Missing, "/criteria/0/title"},
			{aims.Missing, "/risks/1/title"},
			{aims.Missing, "/opportunities/0/title"},
			{aims.Missing, "/treatments/0/title"},
			{aims.Missing, "/plans/0/title"},
			{aims.Missing, "/acceptances/0/why"},
		}},
		{"one id twice, and in another case", func(r *risk.Records) {
			r.Risks[1].ID, r.Risks[3].ID = "risk-1", "RISK-1"
			r.Acceptances = nil
		}, []problem{{risk.IDTaken, "/risks/1/id"}, {risk.IDTaken, "/risks/3/id"}}},
		{"two without ids", func(r *risk.Records) {
			r.Opportunities = []risk.Opportunity{{Title: "a"}, {Title: "b"}}
		}, []problem{{aims.Missing, "/opportunities/0/id"}, {aims.Missing, "/opportunities/1/id"}}},
		{"references that lead nowhere", func(r *risk.Records) {
			r.Risks[0].Causes = []risk.RiskID{"lost"}
			r.Treatments[1].Risks, r.Treatments[1].Effects = []risk.RiskID{"lost"}, nil
			r.Plans[0].Treatments[2].Treatment = "lost"
			r.Acceptances[0].Risk = "lost"
		}, []problem{
			{risk.Dangling, "/risks/0/causes/0"},
			{risk.Dangling, "/treatments/1/risks/0"},
			{risk.Dangling, "/plans/0/treatments/2/treatment"},
			{risk.Dangling, "/acceptances/0/risk"},
		}},
		{"an acceptance to take back that is not there", revoke("risk-3", "lost", ""), []problem{{risk.Dangling, "/acceptances/2/revokes"}}},
		{"taken back before it was given", func(r *risk.Records) {
			revoke("risk-3", "acceptance-3", "")(r)
			r.Acceptances[2].On = day("2026-05-19")
		}, []problem{{aims.DatesSwapped, "/acceptances/2/on"}}},
		{"two circles of causes", func(r *risk.Records) {
			r.Risks[0].Causes, r.Risks[1].Causes = []risk.RiskID{"risk-2"}, []risk.RiskID{"risk-1"}
			r.Risks[2].Causes, r.Risks[3].Causes = []risk.RiskID{"risk-4", "risk-1"}, []risk.RiskID{"risk-3"}
		}, []problem{{risk.CauseCycle, "/risks/1/causes/0"}, {risk.CauseCycle, "/risks/3/causes/0"}}},
		{"a diamond of causes is no circle", func(r *risk.Records) {
			r.Risks[0].Causes = []risk.RiskID{"risk-2", "risk-3"}
			r.Risks[1].Causes, r.Risks[2].Causes = []risk.RiskID{"risk-4"}, []risk.RiskID{"risk-4"}
			gen.Bind(r)
		}, nil},
		{"levels that the criteria do not have", func(r *risk.Records) {
			r.Risks[0].Inherent.Likelihood = 6
			r.Risks[0].Inherent.Consequences[1].Level = 7
			r.Risks[0].Current.Consequences[0].Dimension = "nature"
		}, []problem{
			{risk.LevelOutside, "/risks/0/inherent/likelihood"},
			{risk.LevelOutside, "/risks/0/inherent/consequences/1/level"},
			{risk.DimensionUnknown, "/risks/0/current/consequences/0/dimension"},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, _ := gen.Sound(4)
			c.spoil(&r)
			_, err := risk.NewRegister(r)
			same(t, "problems", c.want, problemsOf(t, err))
			for _, p := range aims.Problems(err) {
				if strings.HasPrefix(p.Path, "/risks/0/") && p.Ref != (aims.Ref{Kind: risk.KindRisk, ID: "risk-1"}) {
					t.Errorf("%v names %v", p, p.Ref)
				}
			}
		})
	}
}

// The sentence of a circle shows the way, also of a long one.
func TestNewRegister_circle(t *testing.T) {
	r, _ := gen.Sound(20)
	for i := range r.Risks {
		r.Risks[i].Causes = []risk.RiskID{r.Risks[(i+1)%20].ID}
	}
	_, err := risk.NewRegister(r)
	problems := aims.Problems(err)
	const want = "the causes run in a circle: risk-1 ← risk-2 ← risk-3 ← risk-4 ← … ← risk-17 ← risk-18 ← risk-19 ← risk-20 ← risk-1; remove one of them"
	if len(problems) != 1 || problems[0].Sentence() != want {
		t.Errorf("problems: %v", problems)
	}
}

// What does not change by being read again.
func TestRead(t *testing.T) {
	records, _ := gen.Sound(4)
	data, err := json.Marshal(records)
	if err != nil {
		t.Fatal(err)
	}
	r, err := risk.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "records", records, r.Records())

	_, err = risk.Read([]byte(`{"format":"aimskit/0.1","risks":[{"id":"a","titel":"x"}]}`))
	same(t, "unknown member", []problem{{aims.UnknownMember, "/risks/0/titel"}}, problemsOf(t, err))
	_, err = risk.Read([]byte(`{"format":"aimskit/0.1","risks":[{"id":"a"}]}`))
	same(t, "missing member", []problem{{aims.Missing, "/risks/0/title"}}, problemsOf(t, err))
	_, err = risk.Read([]byte(`{"risks":[]}`))
	same(t, "no format", []problem{{aims.FormatMissing, "/format"}}, problemsOf(t, err))
}

func TestRegister_lookups(t *testing.T) {
	records, _ := gen.Sound(4)
	r := register(t, records)
	if got, ok := r.Risk("risk-3"); !ok || got.ID != "risk-3" {
		t.Errorf("risk-3 is %v, %v", got.ID, ok)
	}
	if got, ok := r.Treatment("treatment-1-b"); !ok || got.ID != "treatment-1-b" {
		t.Errorf("treatment-1-b is %v, %v", got.ID, ok)
	}
	if _, ok := r.Risk("risk-9"); ok {
		t.Error("there is no risk-9")
	}
	if _, ok := r.Treatment("risk-3"); ok {
		t.Error("risk-3 is no treatment")
	}
}

// The criteria in force are the latest of those that are recorded and not
// withdrawn.
func TestRegister_criteriaAt(t *testing.T) {
	version := func(id risk.CriteriaID, recorded, withdrawn string) risk.Criteria {
		k := gen.Criteria()
		k.ID, k.Recorded = id, day(recorded)
		if withdrawn != "" {
			k.Withdrawn = day(withdrawn)
		}
		return k
	}
	r := register(t, risk.Records{Criteria: []risk.Criteria{
		version("new", "2026-03-01", "2026-04-30"), version("old", "2026-01-01", ""), version("same-day", "2026-01-01", ""),
	}})
	for _, c := range []struct{ at, want string }{
		{"2025-12-31", ""},
		{"2026-01-01", "same-day"},
		{"2026-03-01", "new"},
		{"2026-04-30", "new"},
		{"2026-05-01", "same-day"},
	} {
		k, ok := r.CriteriaAt(day(c.at))
		if string(k.ID) != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, %v; want %q", c.at, k.ID, ok, c.want)
		}
	}
}

// Nothing panics on a register that nobody built.
func TestRegister_zero(t *testing.T) {
	var r risk.Register
	if _, ok := r.Risk("x"); ok {
		t.Error("it holds a risk")
	}
	if _, ok := r.CriteriaAt(day(gen.At)); ok {
		t.Error("it has criteria")
	}
	a, err := r.Assess(day(gen.At), risk.Facts{})
	if err != nil || len(a.Positions()) != 0 {
		t.Errorf("positions %v, %v", a.Positions(), err)
	}
	if _, err := r.Assess(0, risk.Facts{}); err != risk.ErrNoDay {
		t.Errorf("no day: %v", err)
	}
	_, _, err = risk.Rerate(&r, gen.Criteria(), gen.Criteria(), risk.SameScales(gen.Criteria()))
	same(t, "rerating", []problem{{risk.CriteriaUnknown, "/old"}}, problemsOf(t, err))
}

// Building and judging change nothing of what the caller gave.
func TestRegister_leavesRecordsAlone(t *testing.T) {
	r, e := gen.Sound(8)
	before := tree(t, r)
	a := assess(t, r, risk.Facts{Evidence: e.Lookup})
	risk.Check(a, risk.Rules())
	next := gen.Criteria()
	next.ID = "criteria-2"
	next.Likelihood.Steps = slices.Clone(next.Likelihood.Steps[:4])
	next.Matrix.Grid = next.Matrix.Grid[:4]
	m := risk.SameScales(r.Criteria[0])
	m.Likelihood = []risk.Level{1, 1, 2, 3, 4}
	if _, _, err := risk.Rerate(a.Register(), r.Criteria[0], next, m); err != nil {
		t.Fatal(err)
	}
	same(t, "records", before, tree(t, r))
}
