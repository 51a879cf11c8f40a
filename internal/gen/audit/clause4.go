package audit

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// clause4 adds what the rules for the context look at. The document, the
// process and the system are the only ones of their kind; the other parts
// add to them what their own rules ask.
func clause4(s *audit.Snapshot) {
	s.Organization = &aims.Organization{
		ID: "organization", Recorded: day("2026-01-05"), Purpose: "help hospitals plan their beds",
		Roles: []aims.Role{aims.RoleProvider}, ReviewBy: day("2027-01-31"), Reviews: reviewed("2026-01-20"),
	}
	s.Issues = []aims.Issue{
		{
			ID: "issue-external", Recorded: day("2026-01-10"), Title: "New law on AI", Sphere: aims.SphereExternal,
			Relevance: "hospitals buy only what is lawful", Effect: "obligations must be met before the next release",
			ReviewBy: day("2027-01-31"), Reviews: reviewed("2026-01-20"),
		},
		{
			ID: "issue-internal", Recorded: day("2026-01-10"), Title: "Few people know AI", Sphere: aims.SphereInternal,
			Relevance: "quality rests on few people", Effect: "competence must grow",
			ReviewBy: day("2027-01-31"), Reviews: reviewed("2026-01-20"),
		},
	}
	s.Parties = []aims.InterestedParty{{
		ID: "party", Recorded: day("2026-01-10"), Title: "Hospitals", ReviewBy: day("2027-01-31"), Reviews: reviewed("2026-01-20"),
		Needs: []aims.Need{{Text: "forecasts that can be explained", ClimateRelated: aims.No, Addressed: aims.Yes}},
	}}
	s.Obligations = []aims.Obligation{{
		ID: "obligation", Recorded: day("2026-01-10"), Title: "Law on AI", Basis: aims.ObligationLaw, From: day("2026-02-02"),
		HowMet: "the release process asks for it", ReviewBy: day("2027-01-31"), Reviews: reviewed("2026-01-20"),
	}}
	s.Climate = []aims.ClimateDetermination{{
		ID: "climate", Recorded: day("2026-01-20"), Relevant: aims.No, Rationale: "little computing, and no siting",
		By: "p-cto", On: day("2026-01-20"), ReviewBy: day("2027-01-31"),
	}}
	s.Systems = []aims.AISystem{{
		ID: "system", Recorded: day("2026-01-05"), Name: "Bed forecast", Purpose: "forecast the beds that a ward needs",
		Roles: []aims.Role{aims.RoleProvider}, Owner: "p-dev", Stage: aims.StageOperation, HighRisk: aims.No, CustomerFacing: aims.Yes,
	}}
	s.Documents = []aims.Document{{
		ID: "handbook", Recorded: day("2026-01-15"), Title: "Handbook of the AI management system", Version: "1.0",
		Status: aims.DocumentApproved, From: day("2026-02-10"), Approvals: approved("p-cto", "2026-02-10"),
	}}
	s.Scopes = []aims.Scope{{
		ID: "scope", Recorded: day("2026-01-25"), Title: "Scope", Version: "1.0", Document: "handbook",
		Boundaries: "the whole organization at its only site", Applicability: "development and provision of forecasts",
		Systems: []aims.SystemID{"system"}, Issues: []aims.IssueID{"issue-external", "issue-internal"}, Parties: []aims.PartyID{"party"},
		Approvals: approved("p-ceo", "2026-02-10"),
	}}
	s.Processes = []aims.Process{{
		ID: "process", Recorded: day("2026-01-15"), Title: "Release and operation", Document: "handbook",
		Inputs: []string{"a change that is wanted"}, Outputs: []string{"a version in operation"}, From: day("2026-02-15"),
		ReviewBy: day("2027-05-31"), Reviews: reviewed("2026-05-10"),
		Runs: []aims.Run{{
			On: day("2026-05-15"), By: "p-dev",
			Evidence: evidence(s, "e-run", "Release ticket", aims.ClauseKey("4.4")),
		}},
	}}
}
