package readiness_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/aimskit/aimskit/risk"
	"github.com/google/go-cmp/cmp"
)

var codeConstant = regexp.MustCompile(`([A-Z]\w+)\s+aims\.Code = "(readiness/[a-z-]+)"`)

// TestEveryCodeIsExpected: each code that a file declares, a test names or
// spells, as what it wants to come out.
func TestEveryCodeIsExpected(t *testing.T) {
	var code, tests strings.Builder
	for pattern, into := range map[string]*strings.Builder{"*.go": &code, "*_test.go": &tests, "testdata/*.json": &tests} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if into == &tests || !strings.HasSuffix(name, "_test.go") {
				into.Write(data)
			}
		}
	}
	declared := codeConstant.FindAllStringSubmatch(code.String(), -1)
	if len(declared) < 50 {
		t.Fatalf("only %d codes", len(declared))
	}
	for _, c := range declared {
		if !regexp.MustCompile(`readiness\.` + c[1] + `\b|"` + c[2] + `"`).MatchString(tests.String()) {
			t.Errorf("no test wants %s, %s", c[1], c[2])
		}
	}
}

// TestPredict_remedies: what goes wrong in a management system that conforms,
// and what would put it right.
func TestPredict_remedies(t *testing.T) {
	for _, c := range []struct {
		want, because aims.Code
		change        func(*audit.Snapshot)
	}{
		{readiness.RemedyRecord, rules.NothingRecorded, func(s *audit.Snapshot) { s.Climate = nil }},
		{readiness.RemedyField, rules.FieldEmpty, func(s *audit.Snapshot) { s.Issues[0].Effect = "" }},
		{readiness.RemedyTrue, rules.AnsweredNo, func(s *audit.Snapshot) { s.Obligations[0].Status = aims.NotMet }},
		{readiness.RemedyApproval, rules.ApprovalVoid, func(s *audit.Snapshot) { s.Scopes[0].Boundaries = "two sites" }},
		{readiness.RemedyEntitled, rules.ApproverUnsuited, func(s *audit.Snapshot) { s.Scopes[0].Approvals[0].By = "p-lead" }},
		{readiness.RemedyEvidence, rules.EvidenceRejected, func(s *audit.Snapshot) { reject(s, "e-run") }},
		{readiness.RemedyDone, rules.Overdue, func(s *audit.Snapshot) { s.Obligations[0].ReviewBy = s.Taken.AddDays(-1) }},
		{readiness.RemedyMeasured, rules.NotMeasured, func(s *audit.Snapshot) { s.Measurements = nil }},
		{readiness.RemedyInstead, rules.NotRedecided, func(s *audit.Snapshot) { s.Treatments[0].Effectiveness[0].Met = aims.No }},
		{readiness.RemedyTold, rules.NotCommunicated, func(s *audit.Snapshot) { s.Communications[0].Occasions = nil }},
		{readiness.RemedyDocumented, rules.NotDocumented, func(s *audit.Snapshot) { s.Scopes[0].Document = ""; gen.Approve(s) }},
		{readiness.RemedyDecided, rules.NotTreated, func(s *audit.Snapshot) {
			s.Treatments, s.Plans[0].Treatments, s.Acceptances = nil, nil, nil
		}},
		{readiness.RemedyAccepted, rules.NotAccepted, func(s *audit.Snapshot) {
			s.Risks[0].Decision, s.Acceptances = risk.Retain, nil
		}},
		{readiness.RemedyReaction, rules.NotActedOn, func(s *audit.Snapshot) { s.Actions = nil }},
		{readiness.RemedyCover, rules.Uncovered, func(s *audit.Snapshot) { s.Systems = append(s.Systems, aims.AISystem{ID: "new", Name: "New"}) }},
		{readiness.RemedyAgain, rules.RatedByOthers, func(s *audit.Snapshot) { s.RiskCriteria[0].Title = "Other criteria" }},
		{readiness.RemedyStatement, rules.ControlUndecided, func(s *audit.Snapshot) { s.Statements[0].Rows = s.Statements[0].Rows[1:] }},
		{readiness.RemedyControl, rules.ControlPartly, func(s *audit.Snapshot) { s.Statements[0].Rows[0].Status = controls.Partial }},
		{readiness.RemedyContradiction, rules.ControlContradicted, func(s *audit.Snapshot) { s.Policies[0].Title = "Other" }},
	} {
		t.Run(strings.TrimPrefix(string(c.want), "readiness/"), func(t *testing.T) {
			s := gen.Conforming()
			c.change(&s)
			for _, p := range predict(t, s) {
				if p.Code == c.because {
					if p.Remedy.Code != c.want || p.Remedy.Text != readiness.PredictedSentences()[c.want] {
						t.Errorf("%s asks for %s: %s", p.Code, p.Remedy.Code, p.Remedy.Sentence())
					}
					return
				}
			}
			t.Errorf("nothing is found because of %s", c.because)
		})
	}
}

// reject turns every judgement of an item of evidence.
func reject(s *audit.Snapshot, id aims.EvidenceID) {
	for _, e := range s.Evidence {
		if e.ID == id {
			for i := range e.Judgments {
				e.Judgments[i].Accepted = aims.No
			}
		}
	}
}

// TestObstacles: what keeps a goal out of reach goes by these codes.
func TestObstacles(t *testing.T) {
	report := planReport(t) // of which 4.1 alone conforms
	policy, objectives := measure("policy", "5.2", "5", 1), measure("objectives", "6.2", "5", 1)
	policy.Excludes = []readiness.ActionID{"objectives"}
	for _, c := range []struct {
		desc string
		goal readiness.Goal
		want []aims.Code
	}{
		{"a gate asks for audits and time as well", readiness.Goal{Band: readiness.StageTwoReady}, []aims.Code{readiness.ConditionBeyond, readiness.NoActionFor}},
		{"a score that all actions do not reach", readiness.Goal{Score: aims.MustAmount("0.9")}, []aims.Code{readiness.ScoreBeyond}},
		{"a score that both would reach, of which each excludes the other", readiness.Goal{Score: aims.MustAmount("0.05")}, []aims.Code{readiness.ActionsConflict}},
	} {
		t.Run(c.desc, func(t *testing.T) {
			s, err := readiness.Plan(report, []readiness.Action{policy, objectives}, c.goal, readiness.PlanOptions{})
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range c.want {
				if !slices.ContainsFunc(s.Obstacles, func(o readiness.Obstacle) bool { return o.Code == want }) {
					t.Errorf("want %s among %v", want, s.Obstacles)
				}
			}
		})
	}
}

func TestMappingMeter_kind(t *testing.T) {
	_, err := readiness.MappingMeter([]aims.Kind{"planet"}, rules.Default(), readiness.Default())
	if diff := cmp.Diff([]problem{{readiness.MeterKind, "/kinds/0"}}, problemsOf(err)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
