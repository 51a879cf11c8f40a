package impact_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// harmful is an assessment of a system with harms to one party.
func harmful(system string, party impact.Party, harms ...impact.Impact) impact.Assessment {
	party.ID = "p"
	if party.Kind == "" {
		party.Kind = impact.Group
	}
	a := impact.Assessment{
		ID: impact.AssessmentID("a-" + system), Title: system, System: aims.SystemID(system),
		Method: must(impact.Default().Digest()), On: aims.MustDate("2026-02-01"), Parties: []impact.Party{party},
	}
	for i, h := range harms {
		h.ID, h.Title, h.Party = impact.ImpactID(string(rune('a'+i))), "x", "p"
		if h.Effect == "" {
			h.Effect = impact.Harm
		}
		if h.Occurrence == "" {
			h.Occurrence = impact.Potential
		}
		a.Impacts = append(a.Impacts, h)
	}
	return a
}

func evaluated(t failer, m impact.Method, list ...impact.Assessment) []*impact.Evaluation {
	t.Helper()
	out := make([]*impact.Evaluation, len(list))
	for i, a := range list {
		a.Method = must(m.Digest())
		e, err := impact.Evaluate(a, m, aims.MustDate("2026-06-01"), impact.Facts{})
		if err != nil {
			t.Fatal(err)
		}
		out[i] = e
	}
	return out
}

func harm(d impact.Domain, scale, scope, remedy, likelihood risk.Level) impact.Impact {
	return impact.Impact{Domain: d, Inherent: impact.Rating{Scale: scale, Scope: scope, Irremediability: remedy, Likelihood: likelihood}}
}

func TestCumulate(t *testing.T) {
	low, high := harm(impact.Fairness, 2, 2, 1, 2), harm(impact.Fairness, 4, 1, 4, 3)
	good := impact.Impact{Domain: impact.Health, Effect: impact.Benefit, Inherent: impact.Rating{Scale: 5, Scope: 5, Likelihood: 5}}
	open := harm("acme:trust", 0, 0, 0, 0)
	away := harm(impact.Privacy, 5, 5, 4, 5)
	away.NotApplies = "no personal data"
	evaluations := evaluated(t, impact.Default(),
		harmful("s-2", impact.Party{Title: "Job  applicants", Party: "applicants", Size: aims.AmountInt(1000)}, low, low, good),
		harmful("s-1", impact.Party{Title: "job applicants", Needs: []impact.Need{impact.Impaired}}, high, open, away),
		harmful("s-3", impact.Party{Title: "Candidates", Party: "applicants", Needs: []impact.Need{impact.Impaired, impact.Children}}, low, open),
		harmful("s-4", impact.Party{Title: "neighbours"}),
	)
	other := impact.Default()
	other.Version = "2"
	evaluations = append(evaluations, evaluated(t, other, harmful("s-5", impact.Party{Title: "whoever", Party: "applicants"}, low))...)
	got, err := impact.Cumulate(risk.Current, evaluations...)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[1].Title != "neighbours" || got[1].Harms != nil || len(got[1].Shares) != 1 {
		t.Fatalf("%+v", got)
	}
	b := got[0]
	if b.Party != "applicants" || b.Title != "Job  applicants" || !slices.Equal(b.Needs, []impact.Need{impact.Children, impact.Impaired}) {
		t.Errorf("%s, %q, %v", b.Party, b.Title, b.Needs)
	}
	var shares []string
	for _, s := range b.Shares {
		shares = append(shares, string(s.System)+" "+string(s.Match)+" "+s.Size.String())
	}
	if diff := cmp.Diff([]string{"s-1 name ", "s-2 id 1000", "s-3 id ", "s-5 id "}, shares); diff != "" {
		t.Errorf("shares (-want +got)\n%s", diff)
	}
	slices.SortFunc(b.Harms, func(x, y impact.Harms) int { return y.Open - x.Open })
	want := []impact.Harms{
		{
			Method: must(impact.Default().Digest()), Worst: impact.Span{AtLeast: 3, AtMost: 4},
			Carriers: []impact.Source{{Assessment: "a-s-1", Impact: "b"}, {Assessment: "a-s-3", Impact: "b"}},
			Counts:   []int{3, 0, 1, 0}, Open: 2,
		},
		{
			Method: must(other.Digest()), Worst: impact.Span{AtLeast: 1, AtMost: 1},
			Carriers: []impact.Source{{Assessment: "a-s-5", Impact: "a"}}, Counts: []int{1, 0, 0, 0},
		},
	}
	if diff := cmp.Diff(want, b.Harms); diff != "" {
		t.Errorf("harms (-want +got)\n%s", diff)
	}
	several := []impact.DomainBurden{
		{Domain: impact.Fairness, Systems: []aims.SystemID{"s-1", "s-2", "s-3", "s-5"}},
		{Domain: "acme:trust", Systems: []aims.SystemID{"s-1", "s-3"}},
	}
	if diff := cmp.Diff(several, b.Several); diff != "" {
		t.Errorf("several (-want +got)\n%s", diff)
	}
	// A grave harm on a single person with special needs is not lost among
	// many small ones.
	if diff := cmp.Diff([]impact.Source{{Assessment: "a-s-1", Impact: "a"}}, b.Concentrated); diff != "" {
		t.Errorf("concentrated (-want +got)\n%s", diff)
	}
}

func TestCumulate_names(t *testing.T) {
	titled := func(system, title string, id aims.PartyID) impact.Assessment {
		return harmful(system, impact.Party{Title: title, Party: id})
	}
	// Two interested parties have the title: who has it alone is neither.
	got, err := impact.Cumulate(risk.Current, evaluated(t, impact.Default(),
		titled("s-1", "Users", "users-eu"), titled("s-2", "users", "users-us"), titled("s-3", "USERS", ""), titled("s-4", "users ", ""), titled("s-5", "users", "users-us"))...)
	if err != nil {
		t.Fatal(err)
	}
	var groups [][]aims.SystemID
	for _, b := range got {
		var systems []aims.SystemID
		for _, s := range b.Shares {
			systems = append(systems, s.System)
		}
		groups = append(groups, systems)
	}
	if diff := cmp.Diff([][]aims.SystemID{{"s-1"}, {"s-2", "s-5"}, {"s-3", "s-4"}}, groups); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if none, err := impact.Cumulate(risk.Current); len(none) != 0 || err != nil {
		t.Errorf("%v, %v", none, err)
	}
}

func TestCumulate_twice(t *testing.T) {
	a := harmful("s", impact.Party{Title: "x"})
	e := evaluated(t, impact.Default(), a, a)
	_, err := impact.Cumulate(risk.Current, e...)
	problems := aims.Problems(err)
	if len(problems) != 1 || problems[0].String() != "/1 impact/system-twice the evaluation is of system s, as is the one at 0; give the one that counts" {
		t.Errorf("%v", err)
	}
}

func TestCumulate_malformed(t *testing.T) {
	e := evaluated(t, impact.Default(), harmful("s", impact.Party{Title: "x"}))[0]
	for _, c := range []struct {
		desc        string
		state       risk.State
		evaluations []*impact.Evaluation
		want        string
	}{
		{"nothing was evaluated", risk.Current, []*impact.Evaluation{e, nil}, "/1 aims/missing"},
		{"no state", "", []*impact.Evaluation{e}, "/state aims/word-unknown"},
		{"no harm has a target", risk.Target, []*impact.Evaluation{e}, "/state aims/word-unknown"},
	} {
		_, err := impact.Cumulate(c.state, c.evaluations...)
		if p := aims.Problems(err); len(p) != 1 || !strings.HasPrefix(p[0].String(), c.want) {
			t.Errorf("%s: %v", c.desc, err)
		}
	}
}

func TestSuggestRisks(t *testing.T) {
	benefit := impact.Impact{Domain: impact.Health, Effect: impact.Benefit}
	away := harm(impact.Privacy, 5, 5, 4, 5)
	away.NotApplies = "no personal data"
	bias := harm(impact.Fairness, 4, 0, 2, 3)
	bias.Scenario = "misuse"
	stress := harm(impact.Health, 3, 2, 2, 0)
	stress.Occurrence = impact.Actual
	a := harmful("s", impact.Party{Title: "applicants", Party: "applicants"}, stress, benefit, away, bias)
	a.Scope.Scenarios = []impact.Scenario{{ID: "misuse", Kind: impact.Misuse, What: "used to reject without a look"}}
	a.Scope.UseCases = []aims.UseCaseID{"hiring"}
	a.Measures = []impact.Measure{
		{ID: "m-2", Title: "x", Credits: []impact.Credit{{Impact: "d", Scale: 1}}},
		{ID: "m-1", Title: "x", Credits: []impact.Credit{{Impact: "a"}, {Impact: "d"}}},
	}
	got := impact.SuggestRisks(a)
	want := []impact.Suggestion{
		{
			Risk: risk.Risk{
				ID: aims.IDFrom[risk.RiskID]("a-s", "a"), Title: "x", Outcome: "x", Systems: []aims.SystemID{"s"}, UseCases: []aims.UseCaseID{"hiring"},
				Parties: []aims.PartyID{"applicants"}, Assessments: []aims.Ref{{Kind: impact.KindAssessment, ID: "a-s"}},
			},
			Impact: "a", Domain: impact.Health, Occurrence: impact.Actual, Party: "p", Measures: []impact.MeasureID{"m-1"},
		},
		{
			Risk: risk.Risk{
				ID: aims.IDFrom[risk.RiskID]("a-s", "d"), Title: "x", Cause: "used to reject without a look", Outcome: "x", AnnexC: []aims.AnnexC{"C.2.5"},
				Systems: []aims.SystemID{"s"}, UseCases: []aims.UseCaseID{"hiring"},
				Parties: []aims.PartyID{"applicants"}, Assessments: []aims.Ref{{Kind: impact.KindAssessment, ID: "a-s"}},
			},
			Impact: "d", Domain: impact.Fairness, Occurrence: impact.Potential, Scenario: impact.Misuse, Party: "p", Measures: []impact.MeasureID{"m-1", "m-2"},
		},
	}
	if diff := cmp.Diff(want, got, equalAmounts); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, s := range got {
		if err := s.Risk.Validate(); err != nil {
			t.Error(err)
		}
	}
	if none := impact.SuggestRisks(impact.Assessment{}); none != nil {
		t.Errorf("nothing suggests %v", none)
	}
}

// An objective of Annex C is named where domain and objective have one name.
func TestSuggestRisks_objectives(t *testing.T) {
	titles := map[aims.AnnexC]string{}
	for o := range risk.Starter().Objectives() {
		titles[o.ID] = o.Title
	}
	named := map[impact.Domain]string{}
	for _, d := range impact.Domains() {
		s := impact.SuggestRisks(harmful("s", impact.Party{Title: "x"}, harm(d, 1, 1, 1, 1)))
		for _, c := range s[0].Risk.AnnexC {
			named[d] = titles[c]
		}
	}
	want := map[impact.Domain]string{
		impact.Accountability: "Accountability", impact.Environment: "Environmental impact", impact.Fairness: "Fairness",
		impact.Privacy: "Privacy", impact.Safety: "Safety", impact.Security: "Security", impact.Transparency: "Transparency and explainability",
	}
	if diff := cmp.Diff(want, named); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
