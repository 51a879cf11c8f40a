package audit

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// clause5 adds what the rules for leadership look at.
func clause5(s *audit.Snapshot) {
	s.Policies = append(s.Policies, aims.Policy{
		ID: "policy", Recorded: day("2026-02-01"), Title: "AI policy", Version: "1.0", Owner: "p-lead",
		FitsPurpose: aims.Yes, FrameworkForObjectives: aims.Yes, CommitsToRequirements: aims.Yes, CommitsToImprovement: aims.Yes,
		Approvals: approved("p-ceo", "2026-02-10"),
	})
}
