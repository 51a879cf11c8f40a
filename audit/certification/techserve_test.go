package certification_test

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
)

func onDay(s string) aims.Date { return aims.MustDate(s) }

// stepTo is one step of a finding: of the auditors or of the audited, by the
// state that it leads to.
func stepTo(to audit.State, on string) audit.Step {
	s := audit.Step{To: to, On: onDay(on), By: "p-auditor-1", As: audit.ForAuditor}
	switch to {
	case audit.Accepted, audit.Disputed, audit.Corrected, audit.ActionDone:
		s.By, s.As = "p-governance", audit.ForAuditee
	}
	return s
}

// stepsTo takes a finding through all states from issued to a last one, on one
// day.
func stepsTo(to audit.State, on string) []audit.Step {
	var steps []audit.Step
	for s := audit.Issued; s <= to; s++ {
		if s != audit.Disputed {
			steps = append(steps, stepTo(s, on))
		}
	}
	return steps
}

// techServe is the file of the worked example: stage 1 on 3 and 4 September
// 2026, stage 2 on 21 and 22, one minor nonconformity whose plan is accepted
// on 6 October, and two people who decide.
func techServe() certification.Case {
	team := []audit.Member{
		{Person: "p-auditor-1", Role: audit.LeadAuditor}, {Person: "p-auditor-2", Role: audit.Auditor}, {Person: "p-auditor-3", Role: audit.Auditor},
	}
	return certification.Case{
		Asked: certification.Grant,
		Certificate: audit.Certificate{
			ID: "cert-1", Recorded: onDay("2026-07-01"),
			Body:     audit.Body{Name: "CB", Accreditation: audit.Accreditation{By: "AB", Standard: "ISO/IEC 42006:2025", Until: onDay("2029-06-30")}},
			Standard: "ISO/IEC 42001", Edition: "2023", NotForLabelling: aims.Yes,
			Scope: audit.CertifiedScope{
				Text: "AI-powered analytics for businesses", Systems: []aims.SystemID{"sys-demand", "sys-payment", "sys-workforce", "sys-assistant"},
				Statement: "soa-1", StatementVersion: "1.0",
			},
			Events: []audit.Event{
				{Type: audit.Applied, On: onDay("2026-07-01")},
				{Type: audit.ApplicationReviewed, On: onDay("2026-07-10"), By: []aims.PersonID{"p-reviewer"}},
			},
		},
		Audits: []audit.Audit{
			{
				ID: "audit-stage-1", Recorded: onDay("2026-09-03"), Title: "Stage 1", Type: audit.StageOne, Team: team[:1],
				Opened: onDay("2026-09-03"), LastDay: onDay("2026-09-04"), Concluded: onDay("2026-09-04"), Ready: aims.Yes, Conclusion: "ready",
			},
			{
				ID: "audit-stage-2", Recorded: onDay("2026-09-21"), Title: "Stage 2", Type: audit.StageTwo, Team: team,
				Opened: onDay("2026-09-21"), LastDay: onDay("2026-09-22"), Concluded: onDay("2026-09-22"), Implemented: aims.Yes,
				Conclusion: "one minor nonconformity", Recommendation: "certify, once the plan for the minor nonconformity is accepted",
			},
		},
		Findings: []audit.Finding{{
			ID: "F-10", Recorded: onDay("2026-09-22"), Audit: "audit-stage-2", Title: "The dashboard lacks planned metrics", Grade: audit.Minor,
			Key: aims.ClauseKey("9.1"), Statement: "two metrics that were planned have no result", By: "p-auditor-1", On: onDay("2026-09-22"),
			Steps: []audit.Step{stepTo(audit.Issued, "2026-09-22"), stepTo(audit.Accepted, "2026-09-24"), stepTo(audit.PlanAccepted, "2026-10-06")},
		}},
		Actions: []audit.CorrectiveAction{{
			ID: "CA-03", Recorded: onDay("2026-09-25"), Title: "Planned metrics on the dashboard", Findings: []audit.FindingID{"F-10"}, Owner: "p-governance", Due: onDay("2026-10-16"),
		}},
		Persons:  []aims.Person{{ID: "p-decider-1"}, {ID: "p-decider-2"}, {ID: "p-auditor-1"}, {ID: "p-reviewer"}},
		Deciders: []aims.PersonID{"p-decider-1", "p-decider-2"},
	}
}
