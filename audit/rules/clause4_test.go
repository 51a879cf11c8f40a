package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
)

// situation is a management system that differs from the conforming one, and
// the verdict on a whole requirement in it.
type situation struct {
	desc   string
	change func(*audit.Snapshot) // nil: nothing
	want   aims.Verdict
}

// tell judges a requirement in each situation.
func tell(t *testing.T, clause aims.Clause, situations ...situation) {
	t.Helper()
	for _, c := range situations {
		t.Run(c.desc, func(t *testing.T) {
			s := gen.Conforming()
			if c.change != nil {
				c.change(&s)
			}
			all := evaluate(t, s, 0).Requirements
			item := all[slices.IndexFunc(all, func(i rules.Item) bool { return i.Key == aims.ClauseKey(clause) })]
			if item.Verdict != c.want {
				t.Errorf("%s is %s, want %s", clause, item.Verdict, c.want)
				for _, o := range item.Observations {
					t.Log(o.Key, o.Verdict, o.Sentence())
				}
			}
		})
	}
}

// unsupplied says that the host keeps no records of a kind.
func unsupplied(s *audit.Snapshot, k aims.Kind) {
	s.Supplied = slices.DeleteFunc(s.Supplied, func(have aims.Kind) bool { return have == k })
}

// The organization knows what around it and within it matters for its AI
// management system, climate change among it, and its own roles towards its
// AI systems.
func TestClause_4_1_context(t *testing.T) {
	tell(
		t, "4.1",
		situation{"issues, climate, purposes and roles determined and looked at again", nil, aims.Conforms},
		situation{"no external issues: a core point is not shown", func(s *audit.Snapshot) { s.Issues = s.Issues[1:] }, aims.MajorGap},
		situation{"no role of its own determined: a core point is not shown", func(s *audit.Snapshot) { s.Organization.Roles = nil }, aims.MajorGap},
		situation{"a further system of high risk is live, and its role is open", func(s *audit.Snapshot) {
			s.Systems = append(s.Systems, aims.AISystem{ID: "new", Name: "New", Purpose: "p", HighRisk: aims.Yes, Stage: aims.StageOperation})
		}, aims.MajorGap},
		situation{"no next look at an issue is planned", func(s *audit.Snapshot) { s.Issues[0].ReviewBy = 0 }, aims.CannotTell},
		situation{"climate change never considered: a lapse", func(s *audit.Snapshot) { s.Climate = nil }, aims.MinorGap},
		situation{"an issue whose effect nobody states: a lapse", func(s *audit.Snapshot) { s.Issues[0].Effect = "" }, aims.MinorGap},
		situation{"the review of an issue is overdue: nobody knows", func(s *audit.Snapshot) { s.Issues[0].ReviewBy = s.Taken.AddDays(-1) }, aims.CannotTell},
		situation{"the host keeps no issues", func(s *audit.Snapshot) { s.Issues = nil; unsupplied(s, aims.KindIssue) }, aims.CannotTell},
		situation{"a known lapse beats what is unknown", func(s *audit.Snapshot) { s.Issues = nil; unsupplied(s, aims.KindIssue); s.Climate = nil }, aims.MinorGap},
	)
}

// The organization knows who has a stake in its AI, what they require, and
// which of it the management system takes on.
func TestClause_4_2_interestedParties(t *testing.T) {
	tell(
		t, "4.2",
		situation{"a party with needs that are decided on", nil, aims.Conforms},
		situation{"nobody named", func(s *audit.Snapshot) { s.Parties = nil }, aims.MajorGap},
		situation{"no needs on record: a core point is not shown", func(s *audit.Snapshot) { s.Parties[0].Needs = nil }, aims.MajorGap},
		situation{"a need is refused without a reason: a lapse", func(s *audit.Snapshot) { s.Parties[0].Needs[0].Addressed = aims.No }, aims.MinorGap},
		situation{"nobody said whether a need concerns the climate", func(s *audit.Snapshot) { s.Parties[0].Needs[0].ClimateRelated = aims.Unknown }, aims.CannotTell},
		situation{"one of two obligations does not say how it is met: a lapse", func(s *audit.Snapshot) {
			second := s.Obligations[0]
			second.ID, second.HowMet = "second", ""
			s.Obligations = append(s.Obligations, second)
		}, aims.MinorGap},
		situation{"a register of obligations with nothing in it: a lapse", func(s *audit.Snapshot) { s.Obligations = nil }, aims.MinorGap},
		situation{"the host keeps no register of obligations: the parties tell", func(s *audit.Snapshot) {
			s.Obligations = nil
			unsupplied(s, aims.KindObligation)
		}, aims.Conforms},
		situation{"nobody stands for the list", func(s *audit.Snapshot) { s.Parties[0].Reviews = nil }, aims.CannotTell},
	)
}

// A document says what is inside the management system, what is outside, and
// why.
func TestClause_4_3_scope(t *testing.T) {
	tell(
		t, "4.3",
		situation{"an approved and documented scope that decides on every system", nil, aims.Conforms},
		situation{"no scope", func(s *audit.Snapshot) { s.Scopes = nil }, aims.MajorGap},
		situation{"nobody approved it", func(s *audit.Snapshot) { s.Scopes[0].Approvals = nil }, aims.MajorGap},
		situation{"top management did not approve it", func(s *audit.Snapshot) { s.Scopes[0].Approvals[0].By = "p-lead" }, aims.MajorGap},
		situation{"a machine approved it", func(s *audit.Snapshot) { s.Persons[0].Machine = aims.Yes }, aims.MajorGap},
		situation{"it includes no system at all", func(s *audit.Snapshot) {
			s.Scopes[0].Systems, s.Scopes[0].Exclusions = nil, []aims.Exclusion{{System: "system", Reason: "r"}}
			gen.Approve(s)
		}, aims.MajorGap},
		situation{"no document holds it: a core point is not shown", func(s *audit.Snapshot) { s.Scopes[0].Document = ""; gen.Approve(s) }, aims.MajorGap},
		situation{"changed after its approval: a lapse", func(s *audit.Snapshot) { s.Scopes[0].Boundaries = "two sites" }, aims.MinorGap},
		situation{"a new system of low risk is undecided: a lapse", func(s *audit.Snapshot) {
			s.Systems = append(s.Systems, aims.AISystem{ID: "new", Name: "New", HighRisk: aims.No, Stage: aims.StageOperation})
		}, aims.MinorGap},
		situation{"a live system of high risk is undecided", func(s *audit.Snapshot) {
			s.Systems = append(s.Systems, aims.AISystem{ID: "new", Name: "New", HighRisk: aims.Yes, Stage: aims.StageOperation})
		}, aims.MajorGap},
		situation{"an excluded system feeds an included one: a lapse", func(s *audit.Snapshot) {
			s.Systems = append(s.Systems, aims.AISystem{ID: "new", Name: "New"})
			s.Systems[0].FedBy = []aims.SystemID{"new"}
			s.Scopes[0].Exclusions = []aims.Exclusion{{System: "new", Reason: "small"}}
			gen.Approve(s)
		}, aims.MinorGap},
		situation{"the host keeps no scope", func(s *audit.Snapshot) { s.Scopes = nil; unsupplied(s, aims.KindScope) }, aims.CannotTell},
	)
}

// There is a management system of processes that fit together, lived and
// looked after, and it gets better.
func TestClause_4_4_managementSystem(t *testing.T) {
	tell(
		t, "4.4",
		situation{"everything that can be shown is shown", nil, aims.Conforms},
		situation{"no processes", func(s *audit.Snapshot) { s.Processes = nil }, aims.MajorGap},
		situation{"never run: a core point is not shown", func(s *audit.Snapshot) { s.Processes[0].Runs = nil }, aims.MajorGap},
		situation{"not described: a lapse", func(s *audit.Snapshot) { s.Processes[0].Document = "" }, aims.MinorGap},
		situation{"a second process was never run: a lapse", func(s *audit.Snapshot) {
			second := s.Processes[0]
			second.ID, second.Runs, second.Trigger = "second", nil, ""
			second.Interactions = []aims.Interaction{{With: s.Processes[0].ID}}
			s.Processes[0].Interactions = []aims.Interaction{{With: "second"}}
			s.Processes = append(s.Processes, second)
		}, aims.MinorGap},
	)
}

// TestScopeMisleadsEverywhere: each system that the scope leaves out is
// remarked on, and whoever has seen enough may stop.
func TestScopeMisleadsEverywhere(t *testing.T) {
	s := gen.Conforming()
	s.Scopes[0].Systems = nil
	second := s.Systems[0]
	second.ID = "second"
	s.Systems = append(s.Systems, second)
	v, err := audit.Open(s, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules.Default().Rules {
		if r.Code != "rules/scope-misleads-readers" {
			continue
		}
		in := &rules.Input{View: v, At: s.Taken}
		var left []string
		for o := range r.Check(in) {
			left = append(left, o.Args["what"])
		}
		if want := []string{"system", "second"}; !slices.Equal(left, want) {
			t.Errorf("left out: %v, want %v", left, want)
		}
		for range r.Check(in) {
			break
		}
	}
}

// TestFindingsCite: what the findings on clauses 4 and 5 rest on in the base.
func TestFindingsCite(t *testing.T) {
	want := map[string]string{
		"4.1/a": "issue/issue-external", "4.1/b": "issue/issue-internal", "4.1/c": "issue/issue-external issue/issue-internal",
		"4.1/d": "climate-determination/climate",
		"4.1/e": "ai-system/system organization/organization", "4.1/f": "ai-system/system organization/organization",
		"4.2/a": "interested-party/party", "4.2/b": "interested-party/party", "4.2/c": "interested-party/party obligation/obligation", "4.2/d": "interested-party/party",
		"4.3/a": "person/p-ceo scope/scope", "4.3/b": "person/p-ceo scope/scope", "4.3/c": "person/p-ceo scope/scope",
		"4.3/d": "person/p-ceo scope/scope", "4.3/e": "person/p-ceo scope/scope",
		"4.3/f": "document/handbook person/p-ceo scope/scope",
		"4.4/a": "process/process", "4.4/b": "evidence/e-run process/process", "4.4/c": "process/process", "4.4/d": "evidence/e-improvement improvement/improvement", "4.4/e": "document/handbook process/process",
		"5.1/a": "objective/objective person/p-ceo policy/policy",
		"5.1/b": "evidence/e-minutes leadership-act/act-integrated person/p-ceo",
		"5.1/c": "evidence/e-minutes leadership-act/act-resources-approved person/p-ceo",
		"5.1/d": "evidence/e-minutes leadership-act/act-importance-communicated person/p-ceo",
		"5.1/e": "evidence/e-minutes leadership-act/act-outcomes-pursued person/p-ceo",
		"5.1/f": "evidence/e-minutes leadership-act/act-people-supported person/p-ceo",
		"5.1/g": "evidence/e-minutes leadership-act/act-improvement-promoted person/p-ceo",
		"5.1/h": "evidence/e-minutes leadership-act/act-managers-supported person/p-ceo",
		"5.2/a": "person/p-ceo policy/policy", "5.2/b": "person/p-ceo policy/policy", "5.2/c": "person/p-ceo policy/policy",
		"5.2/d": "person/p-ceo policy/policy", "5.2/e": "person/p-ceo policy/policy", "5.2/g": "person/p-ceo policy/policy",
		"5.2/f": "document/handbook person/p-ceo policy/policy",
		"5.2/h": "communication/briefing evidence/e-briefing person/p-ceo policy/policy",
		"5.2/i": "person/p-ceo policy/policy",
		"5.3/a": "role-assignment/role", "5.3/b": "communication/briefing evidence/e-briefing role-assignment/role",
		"5.3/c": "person/p-ceo role-assignment/role", "5.3/d": "person/p-ceo role-assignment/role",
	}
	got := make(map[string]string)
	for _, item := range evaluate(t, gen.Conforming(), 0).Requirements {
		for _, o := range item.Observations {
			if clause := o.Key.ID[:2]; (clause == "4." || clause == "5.") && o.Verdict == aims.Conforms {
				got[o.Key.ID] = strings.TrimSpace(got[o.Key.ID] + " " + strings.Trim(fmt.Sprint(o.Refs), "[]"))
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
