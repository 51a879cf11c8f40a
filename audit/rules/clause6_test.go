package rules_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
)

// The organization compares the controls that it needs with Annex A, and
// gives a reason for every one that it includes or excludes.
func TestClause_6_1_3_statementOfApplicability(t *testing.T) {
	tell(
		t, "6.1.3",
		situation{"approved, complete and justified", nil, aims.Conforms},
		situation{"no statement: a core point is not shown", func(s *audit.Snapshot) { s.Statements = nil }, aims.MajorGap},
		situation{"nobody approved it", func(s *audit.Snapshot) { s.Statements[0].Approvals = nil }, aims.MajorGap},
		situation{"not one control is decided on", func(s *audit.Snapshot) { s.Statements[0].Rows = nil; gen.Approve(s) }, aims.MajorGap},
		situation{"one control was overlooked: a lapse", func(s *audit.Snapshot) {
			s.Statements[0].Rows = s.Statements[0].Rows[1:]
			gen.Approve(s)
		}, aims.MinorGap},
		situation{"a control planned without an owner: the treatment plan may say it", func(s *audit.Snapshot) {
			s.Statements[0].Rows[0].Status, s.Statements[0].Rows[0].Owner = controls.Planned, ""
		}, aims.CannotTell},
		situation{"the host keeps no statement", func(s *audit.Snapshot) { s.Statements = nil; unsupplied(s, controls.KindStatement) }, aims.CannotTell},
	)
}

// What the statement shows about each point of 6.1.3 and about others, by
// itself.
func TestClause_6_1_3_statementByPoint(t *testing.T) {
	verdicts := func(change func(*controls.Statement)) map[string]aims.Verdict {
		s := gen.Conforming()
		change(&s.Statements[0])
		gen.Approve(&s)
		got := make(map[string]aims.Verdict)
		for _, item := range evaluate(t, s, 0).Requirements {
			for _, o := range item.Observations {
				if o.Rule == "rules/controls-compared" || o.Rule == "rules/controls-justified" {
					got[o.Key.ID] = o.Verdict
				}
			}
		}
		return got
	}
	expect := func(desc string, got map[string]aims.Verdict, compared, justified aims.Verdict) {
		t.Helper()
		if got["6.1.3/d"] != compared || got["6.1.3/f"] != justified {
			t.Errorf("%s: compared %s, justified %s; want %s, %s", desc, got["6.1.3/d"], got["6.1.3/f"], compared, justified)
		}
	}
	expect("as it is", verdicts(func(*controls.Statement) {}), aims.Conforms, aims.Conforms)
	expect("what 5.2 demands is excluded, with a reason", verdicts(func(s *controls.Statement) {
		s.Rows[0].Applicability, s.Rows[0].Reasons = controls.Excluded, nil
		s.Rows[0].Status, s.Rows[0].Evidence = 0, nil
		s.Rows[0].Exclusions = []controls.Exclusion{{Ground: controls.NoRisk, Text: "Nobody in our team of ten asked for a text of that sort."}}
	}), aims.MajorGap, aims.Conforms)
	expect("a reason is missing", verdicts(func(s *controls.Statement) { s.Rows[0].Reasons = nil }), aims.Conforms, aims.MinorGap)
}

// A rule that finds more faults than its reader wants stops.
func TestRulesTakenOverStop(t *testing.T) {
	s := gen.Conforming()
	for i := range s.Statements[0].Rows {
		s.Statements[0].Rows[i].Due, s.Statements[0].Rows[i].Status = s.Taken.AddDays(-1), controls.Partial
	}
	v, err := audit.Open(s, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	in := &rules.Input{View: v, At: s.Taken, Requirements: aims.Edition2023(), Controls: controls.Edition2023()}
	set := rules.Default().Rules
	overdue := set[slices.IndexFunc(set, func(r aims.Rule[*rules.Input]) bool { return r.Code == controls.Overdue })]
	all, some := 0, 0
	for range overdue.Check(in) {
		all++
	}
	for range overdue.Check(in) {
		if some++; some == 2 {
			break
		}
	}
	if all != 37 || some != 2 {
		t.Errorf("%d faults of 37, then %d of 2", all, some)
	}
}

// The organization sets objectives that agree with its policy, and plans what
// it does, with what, by whom, by when, and how it tells that it got there.
func TestClause_6_2_objectives(t *testing.T) {
	tell(
		t, "6.2",
		situation{"set, planned, watched and made known", nil, aims.Conforms},
		situation{"no objectives: a core point is not shown", func(s *audit.Snapshot) { s.Objectives = nil }, aims.MajorGap},
		situation{"nothing is planned: a core point is not shown", func(s *audit.Snapshot) { s.Objectives[0].Actions = nil; gen.Approve(s) }, aims.MajorGap},
		situation{"nobody approved them", func(s *audit.Snapshot) { s.Objectives[0].Approvals = nil }, aims.MajorGap},
		situation{"no date: a lapse", func(s *audit.Snapshot) { s.Objectives[0].Due = 0; gen.Approve(s) }, aims.MinorGap},
		situation{"changed after the approval: a lapse", func(s *audit.Snapshot) { s.Objectives[0].Title = "Eight of ten" }, aims.MinorGap},
		situation{"made known to nobody: a lapse", func(s *audit.Snapshot) { s.Objectives[0].Communications = nil }, aims.MinorGap},
		situation{"nobody knows whether they agree with the policy", func(s *audit.Snapshot) {
			s.Objectives[0].ConsistentWithPolicy = aims.Unknown
			gen.Approve(s)
		}, aims.CannotTell},
		situation{"the results have no evidence", func(s *audit.Snapshot) { s.Measurements[0].Evidence = nil }, aims.CannotTell},
		situation{"the host keeps no objectives", func(s *audit.Snapshot) { s.Objectives = nil; unsupplied(s, aims.KindObjective) }, aims.CannotTell},
	)
}

// When the management system has to change, the change is planned before it
// is made. Until then there is only the way of doing it to show.
func TestClause_6_3_changes(t *testing.T) {
	made := func(change func(*aims.PlannedChange)) func(*audit.Snapshot) {
		return func(s *audit.Snapshot) {
			c := aims.PlannedChange{
				ID: "change", Title: "New gate", Purpose: "releases went out unseen", Consequences: "releases take longer", Owner: "p-lead",
				Due: aims.MustDate("2026-05-31"), Done: aims.MustDate("2026-05-20"), Evidence: []aims.EvidenceID{"e-change"},
				Approvals: []aims.Approval{{By: "p-cto", On: aims.MustDate("2026-04-10")}},
			}
			s.Evidence = append(s.Evidence, aims.Evidence{
				ID: "e-change", Title: "Ticket", Form: aims.FormRecord, Location: "tickets/7", Owner: "p-lead", Collected: aims.MustDate("2026-05-20"),
				Judgments: []aims.Judgment{{For: aims.ClauseKey("6.3"), On: aims.MustDate("2026-05-21"), By: "p-quality", Accepted: aims.Yes}},
			})
			change(&c)
			s.Changes = append(s.Changes, c)
			gen.Approve(s)
		}
	}
	tell(
		t, "6.3",
		situation{"a way of changing, and no change yet", nil, aims.Conforms},
		situation{"a change planned, approved and made", made(func(*aims.PlannedChange) {}), aims.Conforms},
		situation{"no way of changing: a core point is not shown", func(s *audit.Snapshot) { s.Processes[0].Serves = nil }, aims.MajorGap},
		situation{"made without a plan that anybody approved", made(func(c *aims.PlannedChange) { c.Approvals = nil }), aims.MajorGap},
		situation{"approved when it was made already: a lapse", made(func(c *aims.PlannedChange) { c.Approvals[0].On = aims.MustDate("2026-06-01") }), aims.MinorGap},
		situation{"overdue: a lapse", made(func(c *aims.PlannedChange) { c.Done = 0 }), aims.MinorGap},
		situation{"still being planned", made(func(c *aims.PlannedChange) { c.Done, c.Due, c.Approvals = 0, 0, nil }), aims.Conforms},
		situation{"made, without evidence", made(func(c *aims.PlannedChange) { c.Evidence = nil }), aims.CannotTell},
		situation{"the host keeps no changes", func(s *audit.Snapshot) { unsupplied(s, aims.KindChange) }, aims.CannotTell},
	)
}
