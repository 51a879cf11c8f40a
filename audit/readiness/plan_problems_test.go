package readiness_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// planProblems is one case of testdata/plan-problems.json: what Plan refuses
// about actions, goal and options, beside a report in which 4.1 conforms, 5.2
// is a major gap, A.2.2 is excluded and all else is unknown. Cases are written
// so that other languages can load them.
type planProblems struct {
	Desc    string                `json:"desc"`
	Actions []readiness.Action    `json:"actions"`
	Goal    readiness.Goal        `json:"goal"`
	Options readiness.PlanOptions `json:"options"`
	Want    []problem             `json:"want"`
}

type problem struct {
	Code aims.Code `json:"code"`
	Path string    `json:"path"`
}

func problemsOf(err error) []problem {
	var list []problem
	for _, p := range aims.Problems(err) {
		list = append(list, problem{p.Code, p.Path})
	}
	return list
}

func planReport(t interface{ Fatal(...any) }) readiness.Report {
	r := with(map[string]aims.Verdict{"4.1": aims.Conforms, "5.2": aims.MajorGap})
	r.Controls[0].Excluded = true // A.2.2
	return assess(t, r, readiness.Default())
}

func TestPlan_problems(t *testing.T) {
	data, err := os.ReadFile("testdata/plan-problems.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []planProblems
	if _, err := aims.Decode(data, &cases, aims.DecodeOptions{}); err != nil {
		t.Fatal(err)
	}
	report := planReport(t)
	for _, c := range cases {
		t.Run(c.Desc, func(t *testing.T) {
			s, err := readiness.Plan(report, c.Actions, c.Goal, c.Options)
			if (err == nil) != (len(c.Want) == 0) {
				t.Fatalf("got %v", err)
			}
			if diff := cmp.Diff(c.Want, problemsOf(err), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("(-want +got)\n%s\n%v", diff, err)
			}
			for _, p := range aims.Problems(err) {
				if p.Text == "" || p.Sentence() == "" {
					t.Errorf("%s has no sentence", p.Code)
				}
			}
			if err != nil {
				return
			}
			data, err := json.Marshal(s)
			if err != nil {
				t.Fatal(err)
			}
			var back readiness.Schedule
			if _, err := aims.Decode(data, &back, aims.DecodeOptions{}); err != nil {
				t.Fatal(err)
			}
			if again, err := json.Marshal(back); err != nil || string(again) != string(data) {
				t.Errorf("the schedule does not round-trip: %v\n%s\n%s", err, data, again)
			}
		})
	}
}

// TestPlan_report: a report that Assess did not make is refused; nothing that
// a plan claims could be kept.
func TestPlan_report(t *testing.T) {
	goal := readiness.Goal{Score: aims.MustAmount("0.5")}
	for name, edit := range map[string]func(*readiness.Report){
		"no day":            func(r *readiness.Report) { r.Provenance.At = 0 },
		"no items":          func(r *readiness.Report) { r.Items = nil },
		"another total":     func(r *readiness.Report) { r.Total.Total++ },
		"an embellished":    func(r *readiness.Report) { r.Items[5].Contribution.Earned++ },
		"excluded counts":   func(r *readiness.Report) { r.Items[32].Contribution.Total = 1000 },
		"another model":     func(r *readiness.Report) { r.Model.Credits.Conforms = 999 },
		"weights past all":  func(r *readiness.Report) { r.Items[5].Contribution.Total = 1 << 62 },
		"a negative weight": func(r *readiness.Report) { r.Items[5].Contribution.Total = -5000 },
	} {
		t.Run(name, func(t *testing.T) {
			r := planReport(t)
			edit(&r)
			_, err := readiness.Plan(r, nil, goal, readiness.PlanOptions{})
			if diff := cmp.Diff([]problem{{readiness.ReportForeign, "/report"}}, problemsOf(err)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	r := planReport(t)
	r.Model = readiness.Model{}
	if _, err := readiness.Plan(r, nil, goal, readiness.PlanOptions{}); !slices.Contains(problemsOf(err), problem{aims.Missing, "/report/model/name"}) {
		t.Errorf("a report without a model: %v", err)
	}
	if _, err := readiness.Plan(readiness.Report{}, nil, readiness.Goal{}, readiness.PlanOptions{}); len(aims.Problems(err)) != 2 {
		t.Errorf("nothing at all: %v", err)
	}
}

func TestReadActions(t *testing.T) {
	const good = `{"format":"aimskit/0.1","actions":[{"id":"a","title":"Train","type":"training","cost":"9.5","currency":"EUR","days":3}]}`
	list, err := readiness.ReadActions([]byte(good))
	if err != nil {
		t.Fatal(err)
	}
	want := []readiness.Action{{ID: "a", Title: "Train", Type: readiness.ActionTraining, Cost: aims.MustAmount("9.5"), Currency: "EUR", Days: 3}}
	if diff := cmp.Diff(want, list); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, c := range []struct {
		desc, input string
		want        []problem
	}{
		{"no format", `{"actions":[]}`, []problem{{aims.FormatMissing, "/format"}}},
		{"no actions", `{"format":"aimskit/0.1"}`, []problem{{aims.Missing, "/actions"}}},
		{"a currency with a tail", `{"format":"aimskit/0.1","actions":[{"id":"a","title":"t","type":"audit","cost":"1","days":1,"currency":"EUREUREUREUREUREUR"}]}`, []problem{{readiness.ActionCurrency, "/actions/0/currency"}}},
		{"unknown member", `{"format":"aimskit/0.1","actions":[{"id":"a","price":1}]}`, []problem{{aims.UnknownMember, "/actions/0/price"}}},
		{"unknown type", `{"format":"aimskit/0.1","actions":[{"type":"magic"}]}`, []problem{{aims.UnknownWord, "/actions/0/type"}}},
		{"nothing filled in", `{"format":"aimskit/0.1","actions":[{}]}`, []problem{
			{aims.Missing, "/actions/0/id"},
			{aims.Missing, "/actions/0/title"},
			{aims.Missing, "/actions/0/type"},
			{aims.Missing, "/actions/0/cost"},
			{aims.Missing, "/actions/0/currency"},
			{aims.Missing, "/actions/0/days"},
		}},
	} {
		if _, err := readiness.ReadActions([]byte(c.input)); cmp.Diff(c.want, problemsOf(err)) != "" {
			t.Errorf("%s (-want +got)\n%s", c.desc, cmp.Diff(c.want, problemsOf(err)))
		}
	}
}

// TestSentences: every code of this package has a sentence, and the copy is
// the caller's own.
func TestSentences(t *testing.T) {
	all := readiness.Sentences()
	for _, code := range []aims.Code{readiness.WeightsSum, readiness.ActionCycle, readiness.ScoreBeyond, readiness.BenefitKind, readiness.NothingCalls} {
		if all[code] == "" {
			t.Errorf("%s has no sentence", code)
		}
	}
	all[readiness.ActionCycle] = "scribble"
	if readiness.Sentences()[readiness.ActionCycle] == "scribble" {
		t.Error("the copy is the original")
	}
}
