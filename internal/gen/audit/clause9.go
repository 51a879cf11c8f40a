package audit

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// audits adds one programme with one internal audit, one nonconformity with
// its corrective action, one review, one improvement and one application for
// certification.
func audits(s *audit.Snapshot) {
	everything := []aims.Key{}
	for _, c := range []aims.Clause{"4", "5", "6", "7", "8", "9", "10"} {
		everything = append(everything, aims.ClauseKey(c))
	}
	s.Programmes = []audit.Programme{{
		ID: "programme", Recorded: day("2026-02-01"), Title: "Internal audits", Version: "1.0", From: day("2026-03-01"),
		Methods: "interviews and samples", Responsible: "p-lead", Planning: "a plan a month before", Reporting: "to top management within two weeks",
		Parts:     []audit.Part{{Title: "the whole system", Keys: everything, Every: "P1Y", Importance: aims.CriticalityHigh, Earlier: "none yet"}},
		Approvals: approved("p-cto", "2026-02-10"),
	}}
	s.Audits = []audit.Audit{{
		ID: "audit", Recorded: day("2026-04-01"), Title: "Internal audit 2026", Type: audit.Internal, Programme: "programme",
		Objectives: []string{"does the system work"}, Criteria: []string{"ISO/IEC 42001:2023", "our procedures"}, Scope: audit.Scope{Keys: everything},
		Team:    []audit.Member{{Person: "p-quality", Role: audit.LeadAuditor}},
		Planned: day("2026-04-20"), Opened: day("2026-04-20"), LastDay: day("2026-04-22"), Concluded: day("2026-04-30"),
		OwnRequirements: aims.Yes, Standard: aims.No, Implemented: aims.Yes, Conclusion: "in good order but for one training",
		Reported: []audit.Reported{{To: "p-cto", On: day("2026-05-04")}},
		Evidence: evidence(s, "e-audit", "Audit report", aims.ClauseKey("9.2.1"), aims.ClauseKey("9.2.2")),
	}}
	s.Findings = []audit.Finding{{
		ID: "finding", Recorded: day("2026-04-30"), Audit: "audit", Title: "A training is not on record", Grade: audit.Minor, Key: aims.ClauseKey("7.2"),
		Statement: "for one developer nothing shows the training", Seen: "list of trainings", Rationale: "one of twelve people", By: "p-quality", On: day("2026-04-30"),
		Steps: []audit.Step{{To: audit.Issued, On: day("2026-04-30"), By: "p-quality", As: audit.ForAuditor}},
	}}
	s.Actions = []audit.CorrectiveAction{{
		ID: "action", Recorded: day("2026-05-05"), Title: "Keep every training on record", Findings: []audit.FindingID{"finding"}, Owner: "p-lead", Due: day("2026-05-31"),
		Correction:   []aims.Action{{What: "ask for the certificate", Responsible: "p-lead", Due: day("2026-05-15"), Done: day("2026-05-12")}},
		Consequences: "none", Cause: audit.Cause{Method: "five whys", Result: "certificates went to people, not to the file", On: day("2026-05-08"), By: "p-lead"},
		Similar: "none among the others", Actions: []aims.Action{{What: "trainers send certificates to the file", Responsible: "p-lead", Due: day("2026-05-31"), Done: day("2026-05-20")}},
		Proportion: aims.Yes, SystemChange: aims.No,
		Effectiveness: []aims.Evaluation{{
			On: day("2026-06-10"), By: "p-quality", Method: "sample", Met: aims.Yes, Result: "all on file",
			Evidence: evidence(s, "e-action-check", "Sample of trainings", aims.ClauseKey("10.2")),
		}},
		Evidence: evidence(s, "e-action", "Corrective action, with mails", aims.ClauseKey("10.2")),
	}}
	review := audit.ManagementReview{
		ID: "review", Recorded: day("2026-06-15"), On: day("2026-06-15"), Chair: "p-ceo", Next: day("2026-12-15"),
		Suitable: aims.Yes, Adequate: aims.Yes, Effective: aims.Yes,
		Decisions: []audit.Decision{{About: audit.OnImprovement, What: "a checklist for newcomers"}, {About: audit.OnChange, What: "none is needed"}},
		Evidence:  evidence(s, "e-review", "Minutes of the review", aims.ClauseKey("9.3.1"), aims.ClauseKey("9.3.2"), aims.ClauseKey("9.3.3")),
	}
	for _, t := range audit.Topics()[1:] {
		review.Inputs = append(review.Inputs, audit.Input{Topic: t, Summary: "reported"})
	}
	s.Reviews = []audit.ManagementReview{review}
	s.Improvements = []audit.Improvement{{
		ID: "improvement", Recorded: day("2026-05-10"), Title: "Trainers send certificates", Source: aims.Ref{Kind: audit.KindFinding, ID: "finding"},
		Decided: day("2026-05-10"), By: "p-cto", Owner: "p-lead", Done: day("2026-05-20"),
		Effects: []aims.Evaluation{{
			On: day("2026-06-10"), By: "p-quality", Met: aims.Yes, Result: "the file is complete",
			Evidence: evidence(s, "e-improvement-effect", "File before and after", aims.ClauseKey("10.1")),
		}},
		Evidence: evidence(s, "e-improvement", "New instruction for trainers", aims.ClauseKey("10.1"), aims.ClauseKey("4.4")),
	}}
	s.Certificates = []audit.Certificate{{
		ID: "certificate", Recorded: day("2026-06-20"), Body: audit.Body{Name: "Example Certification"}, Standard: "ISO/IEC 42001", Edition: "2023",
		Scope:  audit.CertifiedScope{Text: "provision of bed forecasts", Roles: []aims.Role{aims.RoleProvider}, Systems: []aims.SystemID{"system"}},
		Events: []audit.Event{{Type: audit.Applied, On: day("2026-06-20")}},
	}}
	s.Processes[0].Serves = append(s.Processes[0].Serves, aims.ClauseKey("10.2"))
}
