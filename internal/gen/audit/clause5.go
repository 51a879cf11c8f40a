package audit

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// clause5 adds what the rules for leadership look at. The objective, the
// role and the communication are the only ones of their kind; the other parts
// add to them what their own rules ask.
func clause5(s *audit.Snapshot) {
	s.Policies = []aims.Policy{{
		ID: "policy", Recorded: day("2026-02-01"), Title: "AI policy", Version: "1.0", Owner: "p-lead", Document: "handbook",
		FitsPurpose: aims.Yes, FrameworkForObjectives: aims.Yes, CommitsToRequirements: aims.Yes, CommitsToImprovement: aims.Yes,
		RelatedPoliciesAligned: aims.NotApplicable, AvailableAt: "on the website",
		Communications: []aims.CommunicationID{"briefing"}, Approvals: approved("p-ceo", "2026-02-10"),
	}}
	s.Objectives = []aims.Objective{{
		ID: "objective", Recorded: day("2026-02-15"), Title: "Nine of ten forecasts are right",
		ConsistentWithPolicy: aims.Yes, Approvals: approved("p-ceo", "2026-02-20"),
	}}
	minutes := evidence(s, "e-minutes", "Minutes of the board", aims.ClauseKey("5.1"))
	for _, act := range []aims.Act{
		aims.ActIntegrated, aims.ActResourcesApproved, aims.ActImportanceCommunicated, aims.ActOutcomesPursued,
		aims.ActPeopleSupported, aims.ActImprovementPromoted, aims.ActManagersSupported,
	} {
		s.LeadershipActs = append(s.LeadershipActs, aims.LeadershipAct{
			ID: aims.LeadershipActID("act-" + act), Recorded: day("2026-03-10"), Act: act, By: "p-ceo", On: day("2026-03-10"), Evidence: minutes,
		})
	}
	s.Roles = []aims.RoleAssignment{{
		ID: "role", Recorded: day("2026-02-10"), Title: "AI governance lead", Person: "p-lead",
		Responsibilities: []string{"keep the management system in step with the standard", "report on it to top management"},
		Authorities:      []aims.Authority{aims.AuthorityConformity, aims.AuthorityReporting},
		AssignedBy:       "p-ceo", AssignedOn: day("2026-02-10"), Communications: []aims.CommunicationID{"briefing"},
	}}
	s.Communications = []aims.Communication{{
		ID: "briefing", Recorded: day("2026-02-12"), What: "policy, roles and objectives",
		Occasions: []aims.Occasion{{
			On: day("2026-03-12"), By: "p-lead",
			Evidence: evidence(s, "e-briefing", "List of those who came", aims.ClauseKey("5.2"), aims.ClauseKey("5.3")),
		}},
	}}
}
