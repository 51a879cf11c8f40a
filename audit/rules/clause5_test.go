package rules_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
)

// Top management leads by acts that can be shown.
func TestClause_5_1_leadership(t *testing.T) {
	tell(
		t, "5.1",
		situation{"policy and objectives set, and one act for every point", nil, aims.Conforms},
		situation{"no act on record: nobody decided on resources", func(s *audit.Snapshot) { s.LeadershipActs = nil }, aims.MajorGap},
		situation{"top management did not approve the policy", func(s *audit.Snapshot) { s.Policies[0].Approvals[0].By = "p-lead" }, aims.MajorGap},
		situation{"nobody pushed for improvement: a lapse", func(s *audit.Snapshot) { s.LeadershipActs[5].Act = aims.ActOther }, aims.MinorGap},
		situation{"one objective is still a draft: a lapse", func(s *audit.Snapshot) {
			s.Objectives = append(s.Objectives, aims.Objective{ID: "draft", Title: "Draft", ConsistentWithPolicy: aims.Yes})
		}, aims.MinorGap},
		situation{"acts without evidence are only claimed", func(s *audit.Snapshot) { s.LeadershipActs[1].Evidence = nil }, aims.CannotTell},
		situation{"the host keeps no acts", func(s *audit.Snapshot) { s.LeadershipActs = nil; unsupplied(s, aims.KindLeadershipAct) }, aims.CannotTell},
	)
}

// A policy by top management, in writing, says what the organization binds
// itself to; people inside know it, and people outside can get it.
func TestClause_5_2_policy(t *testing.T) {
	tell(
		t, "5.2",
		situation{"approved as it stands, documented, made known and available", nil, aims.Conforms},
		situation{"no policy", func(s *audit.Snapshot) { s.Policies = nil }, aims.MajorGap},
		situation{"a draft", func(s *audit.Snapshot) { s.Policies[0].Approvals = nil }, aims.MajorGap},
		situation{"not held by a document: a core point is not shown", func(s *audit.Snapshot) { s.Policies[0].Document = ""; gen.Approve(s) }, aims.MajorGap},
		situation{"changed after its approval: a lapse", func(s *audit.Snapshot) { s.Policies[0].Title = "AI policy, revised" }, aims.MinorGap},
		situation{"moved to another place after its approval: a lapse", func(s *audit.Snapshot) { s.Policies[0].AvailableAt = "elsewhere" }, aims.MinorGap},
		situation{"made known before there was one: a lapse", func(s *audit.Snapshot) {
			s.Communications[0].Occasions[0].On = s.Policies[0].Approvals[0].On.AddDays(-1)
		}, aims.MinorGap},
		situation{"does not commit to improvement: a lapse", func(s *audit.Snapshot) { s.Policies[0].CommitsToImprovement = aims.No; gen.Approve(s) }, aims.MinorGap},
		situation{"nobody knows whether the approver is in top management", func(s *audit.Snapshot) { s.Persons[0].TopManagement = aims.Unknown }, aims.CannotTell},
		situation{"nothing proves that it was made known", func(s *audit.Snapshot) { s.Communications[0].Occasions[0].Evidence = nil }, aims.CannotTell},
	)
}

// People know what is theirs to do and to decide, and somebody each sees to
// conformity and reports to the top.
func TestClause_5_3_roles(t *testing.T) {
	tell(
		t, "5.3",
		situation{"one role, held, made known, with both authorities", nil, aims.Conforms},
		situation{"nobody reports to top management", func(s *audit.Snapshot) { s.Roles[0].Authorities = s.Roles[0].Authorities[:1] }, aims.MajorGap},
		situation{"the only holder has left", func(s *audit.Snapshot) { s.Persons[2].Until = s.Taken.AddDays(-1) }, aims.MajorGap},
		situation{"not made known: a lapse", func(s *audit.Snapshot) { s.Roles[0].Communications = nil }, aims.MinorGap},
		situation{"a further role has no holder: a lapse", func(s *audit.Snapshot) {
			s.Roles = append(s.Roles, aims.RoleAssignment{ID: "second", Title: "Deputy"})
		}, aims.MinorGap},
		situation{"nobody is said to have assigned it", func(s *audit.Snapshot) { s.Roles[0].AssignedBy = "" }, aims.CannotTell},
		situation{"the host keeps no roles", func(s *audit.Snapshot) { s.Roles = nil; unsupplied(s, aims.KindRole) }, aims.CannotTell},
	)
}

// TestFailuresCite: a finding that something is unproven or refuted names the
// record that claims it.
func TestFailuresCite(t *testing.T) {
	refuted := aims.Evidence{
		ID: "refuted", Title: "Refuted", Form: aims.FormRecord, Location: "x", Owner: "p-lead",
		Judgments: []aims.Judgment{{For: aims.ClauseKey("5.3"), On: aims.MustDate("2026-05-20"), By: "p-quality", Accepted: aims.No}},
	}
	for _, c := range []struct {
		rule   aims.Code
		point  aims.PointID
		change func(*audit.Snapshot)
		want   []aims.Ref
	}{
		{"rules/system-in-use", "4.4/b", func(s *audit.Snapshot) { s.Processes[0].Runs[0].Evidence = nil }, []aims.Ref{{Kind: aims.KindProcess, ID: "process"}}},
		{"rules/top-integrates", "5.1/b", func(s *audit.Snapshot) { s.LeadershipActs[0].Evidence = nil }, []aims.Ref{{Kind: aims.KindLeadershipAct, ID: "act-integrated"}}},
		{"rules/roles-held", "5.3/a", func(s *audit.Snapshot) {
			s.Evidence = append(s.Evidence, refuted)
			s.Roles[0].Evidence = []aims.EvidenceID{"refuted"}
		}, []aims.Ref{{Kind: aims.KindEvidence, ID: "refuted"}, {Kind: aims.KindRole, ID: "role"}}},
	} {
		s := gen.Conforming()
		c.change(&s)
		if diff := cmp.Diff(c.want, observation(t, evaluate(t, s, 0), c.rule, aims.PointKey(c.point)).Refs); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.rule, diff)
		}
	}
}
