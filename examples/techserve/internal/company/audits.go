package company

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// everything is what an audit of the whole management system looks at.
func everything() []aims.Key {
	return slices.Concat(keys("4", "5", "6", "7", "8", "9", "10"), keys("A.2", "A.3", "A.4", "A.5", "A.6", "A.7", "A.8", "A.9", "A.10"))
}

// programmes holds the programme of internal audits, set with the procedure in
// month 6.
func programmes() []life[audit.Programme] {
	p := audit.Programme{
		ID: "programme-1", Recorded: on(6, 5), Title: "Internal audits of the AI management system", Version: "1.0", Document: "doc-audit-procedure", From: on(6, 8),
		Methods: "interviews, samples of records, a walk along one release", Responsible: "p-quality",
		Planning: "plan four weeks ahead, from importance and earlier results", Reporting: "report to top management and to the owners within two weeks",
		Parts: []audit.Part{
			{Title: "clauses 4 to 10", Keys: keys("4", "5", "6", "7", "8", "9", "10"), Every: "P1Y", Importance: aims.CriticalityHigh, Earlier: "none yet: all of it in the first year"},
			{Title: "controls", Keys: everything()[7:], Every: "P1Y", Importance: aims.CriticalityHigh, Earlier: "none yet: all of them in the first year"},
			{Title: "products", Systems: products(), Every: "P1Y", Importance: aims.CriticalityCritical, Earlier: "none yet: one release of each in the first year"},
		},
		ReviewBy: on(12, 31),
	}
	return []life[audit.Programme]{born(p).then(on(6, 8), func(p *audit.Programme) {
		p.Approvals = add(p.Approvals, approval(p.Content(), "p-cto", on(6, 8)))
	})}
}

// audits are the internal audit of month 7, and the two stages of month 9.
func audits() []life[audit.Audit] {
	quality := slices.Concat(keys("4", "5", "6", "7", "8", "9.1", "9.3"),
		keys("A.2", "A.3.2", "A.4", "A.5", "A.6", "A.7", "A.8.2", "A.8.4", "A.8.5", "A.9", "A.10"))
	return []life[audit.Audit]{
		born(audit.Audit{
			ID: "audit-internal-1", Recorded: on(6, 22), Title: "Internal audit 2026", Type: audit.Internal, Programme: "programme-1",
			Objectives: []string{"does the management system meet the standard and our own procedures", "is it lived"},
			Criteria:   []string{"ISO/IEC 42001:2023", "our policy, objectives and procedures"},
			Scope:      audit.Scope{Keys: everything(), Systems: products()},
			Team: []audit.Member{
				{Person: "p-quality", Role: audit.LeadAuditor, Scope: audit.Scope{Keys: quality, Systems: products()}, Competence: []string{"audit technique", "the standard"}},
				{Person: "p-legal", Role: audit.Auditor, Scope: audit.Scope{Keys: keys("9.2", "10", "A.3.3", "A.8.3")}, Competence: []string{"law and ethics"}},
			},
			Planned: on(7, 20),
		}).then(on(7, 21), func(a *audit.Audit) {
			a.Opened, a.LastDay = on(7, 20), on(7, 21)
			a.OnSite = aims.AmountInt(4)
			a.Samples = []audit.Sample{
				{Population: "training records", Size: aims.AmountInt(10), Method: "all", Rationale: "few enough"},
				{Population: "impact assessments", Size: aims.AmountInt(4), Method: "all", Rationale: "one of each product"},
			}
			a.Evidence = list("ev-internal-audit")
		}).then(on(8, 4), func(a *audit.Audit) {
			a.Concluded, a.OwnRequirements, a.Standard, a.Implemented = on(8, 4), aims.No, aims.No, aims.Yes
			a.Conclusion = "the system is lived; training records and one impact assessment are incomplete"
			a.Report = "doc-audit-procedure"
			a.Reported = []audit.Reported{{To: "p-ceo", On: on(8, 4)}, {To: "p-cto", On: on(8, 4)}, {To: "p-people", On: on(8, 4)}, {To: "p-risk", On: on(8, 4)}}
		}),
		born(audit.Audit{
			ID: "audit-stage-1", Recorded: on(9, 3), Title: "Stage 1", Type: audit.StageOne,
			Objectives: []string{"readiness for stage 2"}, Criteria: []string{"ISO/IEC 42001:2023"},
			Scope:   audit.Scope{Keys: everything(), Systems: products()},
			Team:    []audit.Member{{Person: "p-auditor-1", Role: audit.LeadAuditor}},
			Planned: on(9, 3), Opened: on(9, 3),
		}).then(on(9, 4), func(a *audit.Audit) {
			a.LastDay, a.Concluded, a.Ready = on(9, 4), on(9, 4), aims.Yes
			a.Conclusion, a.Remote = "documents in order, internal audit and management review done: ready", aims.AmountInt(2)
		}),
		born(audit.Audit{
			ID: "audit-stage-2", Recorded: on(9, 21), Title: "Stage 2", Type: audit.StageTwo,
			Objectives: []string{"is the management system put into practice, and does it work"}, Criteria: []string{"ISO/IEC 42001:2023"},
			Scope: audit.Scope{Keys: everything(), Systems: products()},
			Team: []audit.Member{
				{Person: "p-auditor-1", Role: audit.LeadAuditor}, {Person: "p-auditor-2", Role: audit.Auditor}, {Person: "p-auditor-3", Role: audit.Auditor},
			},
			Planned: on(9, 21), Opened: on(9, 21),
		}).then(on(9, 22), func(a *audit.Audit) {
			a.LastDay, a.Concluded, a.OnSite = on(9, 22), on(9, 22), aims.AmountInt(6)
			a.Standard, a.Implemented = aims.No, aims.Yes
			a.Conclusion = "one minor nonconformity; interviews, impact assessments, treatment records and monitoring were looked at"
			a.Recommendation = "certify, once the plan for the minor nonconformity is accepted"
		}),
	}
}

// step is one step of a finding.
func step(to audit.State, day aims.Date, by aims.PersonID, as audit.Side, why string) func(*audit.Finding) {
	return func(f *audit.Finding) {
		f.Steps = add(f.Steps, audit.Step{To: to, On: day, By: by, As: as, Why: why})
	}
}

// findings are the two of the internal audit with its suggestions, and the one
// of stage 2.
func findings() []life[audit.Finding] {
	internal := func(f audit.Finding) life[audit.Finding] {
		f.Recorded, f.On, f.Audit, f.By = on(7, 21), on(7, 21), "audit-internal-1", "p-quality"
		return born(f).then(on(7, 21), step(audit.Issued, on(7, 21), "p-quality", audit.ForAuditor, ""))
	}
	mended := func(l life[audit.Finding], owner aims.PersonID) life[audit.Finding] {
		return l.then(on(7, 23), step(audit.Accepted, on(7, 23), owner, audit.ForAuditee, "")).
			then(on(8, 3), step(audit.PlanAccepted, on(8, 3), "p-quality", audit.ForAuditor, "cause found, action fits")).
			then(on(8, 14), step(audit.Corrected, on(8, 14), owner, audit.ForAuditee, "")).
			then(on(8, 14), step(audit.ActionDone, on(8, 14), owner, audit.ForAuditee, "")).
			then(on(8, 17), step(audit.ImplementedVerified, on(8, 17), "p-quality", audit.ForAuditor, "seen on file")).
			then(on(8, 18), step(audit.EffectVerified, on(8, 18), "p-quality", audit.ForAuditor, "a new sample shows no gap")).
			then(on(8, 18), step(audit.Closed, on(8, 18), "p-quality", audit.ForAuditor, ""))
	}
	idea := func(id audit.FindingID, title, clause string) life[audit.Finding] {
		return internal(audit.Finding{ID: id, Title: title, Grade: audit.Opportunity, Key: keys(clause)[0]})
	}
	return []life[audit.Finding]{
		mended(internal(audit.Finding{
			ID: "F-01", Title: "Training records incomplete", Grade: audit.Minor, Key: aims.ClauseKey("7.2"),
			Statement: "for two developers nothing shows that they were trained", Seen: "training records, all ten", Rationale: "two of ten people; the training itself takes place",
		}), "p-people"),
		mended(internal(audit.Finding{
			ID: "F-02", Title: "An impact assessment without stakeholder analysis", Grade: audit.Minor, Key: aims.ClauseKey("6.1.4"), Systems: []aims.SystemID{"sys-workforce"},
			Statement: "the impact assessment of one product does not say who is affected", Seen: "impact assessments of the four products", Rationale: "one of four; the other three are complete",
		}), "p-risk"),
		idea("F-03", "One dashboard instead of three lists", "9.1"),
		idea("F-04", "Shorter procedures", "7.5.1"),
		idea("F-05", "Tell newcomers about the channel for concerns on their first day", "7.3"),
		born(audit.Finding{
			ID: "F-10", Recorded: on(9, 22), Audit: "audit-stage-2", Title: "The dashboard lacks planned metrics", Grade: audit.Minor, Key: aims.ClauseKey("9.1"),
			Statement: "two metrics that were planned have no result", Seen: "list of metrics, dashboards of three quarters", Rationale: "two of the planned metrics; the others are measured and analysed",
			By: "p-auditor-1", On: on(9, 22),
		}).then(on(9, 22), step(audit.Issued, on(9, 22), "p-auditor-1", audit.ForAuditor, "")).
			then(on(9, 24), step(audit.Accepted, on(9, 24), "p-governance", audit.ForAuditee, "")).
			then(on(10, 6), step(audit.PlanAccepted, on(10, 6), "p-auditor-1", audit.ForAuditor, "cause and action fit")).
			then(on(10, 9), step(audit.Corrected, on(10, 9), "p-governance", audit.ForAuditee, "")).
			then(on(10, 9), step(audit.ActionDone, on(10, 9), "p-governance", audit.ForAuditee, "")),
	}
}

// correctiveActions deal with the nonconformities.
func correctiveActions() []life[audit.CorrectiveAction] {
	done := func(actions []aims.Action, day aims.Date) []aims.Action {
		out := slices.Clone(actions)
		for i := range out {
			out[i].Done = day
		}
		return out
	}
	action := func(a audit.CorrectiveAction, mended, checked aims.Date, evidence aims.EvidenceID) life[audit.CorrectiveAction] {
		a.Proportion = aims.Yes
		return born(a).then(mended, func(a *audit.CorrectiveAction) {
			a.Correction, a.Actions = done(a.Correction, mended), done(a.Actions, mended)
			a.Evidence = list(evidence)
		}).then(checked, func(a *audit.CorrectiveAction) {
			a.Effectiveness = add(a.Effectiveness, aims.Evaluation{
				On: checked, By: "p-quality", Method: "a new sample", Met: aims.Yes, Result: "no gap any more", Evidence: list(evidence),
			})
			a.Closed = checked
		})
	}
	return []life[audit.CorrectiveAction]{
		action(audit.CorrectiveAction{
			ID: "CA-01", Recorded: on(7, 28), Title: "Training records", Findings: []audit.FindingID{"F-01"}, Owner: "p-people", Due: on(8, 31),
			Correction:   []aims.Action{{What: "train the two, and ask for the missing records", Responsible: "p-people", Due: on(8, 14)}},
			Consequences: "none: both worked under supervision", Similar: "records of all other training looked through, none missing",
			Cause:        audit.Cause{Method: "five whys", Result: "certificates went to people and not to the file", On: on(7, 31), By: "p-people"},
			Actions:      []aims.Action{{What: "the trainer sends every certificate to the file", Responsible: "p-people", Due: on(8, 14)}},
			SystemChange: aims.No,
		}, on(8, 18), on(8, 18), "ev-corrective-actions"),
		action(audit.CorrectiveAction{
			ID: "CA-02", Recorded: on(7, 28), Title: "Stakeholder analysis", Findings: []audit.FindingID{"F-02"}, Owner: "p-risk", Due: on(8, 31),
			Correction:   []aims.Action{{What: "analyse who is affected and complete the assessment", Responsible: "p-risk", Due: on(8, 14)}},
			Consequences: "one group was asked late; nothing in the product had to change", Similar: "the other three assessments have the analysis",
			Cause:        audit.Cause{Method: "five whys", Result: "the template lets the section stay empty", On: on(7, 31), By: "p-risk"},
			Actions:      []aims.Action{{What: "the procedure asks for the analysis before anything else", Responsible: "p-risk", Due: on(8, 14)}},
			SystemChange: aims.Yes, Risks: []aims.Ref{{Kind: "risk", ID: "R-04"}},
		}, on(8, 18), on(8, 18), "ev-corrective-actions").then(on(8, 3), func(a *audit.CorrectiveAction) {
			a.Changes = []aims.ChangeID{"chg-impact-procedure"}
		}),
		action(audit.CorrectiveAction{
			ID: "CA-03", Recorded: on(9, 25), Title: "Planned metrics on the dashboard", Findings: []audit.FindingID{"F-10"}, Owner: "p-governance", Due: on(10, 16),
			Correction:   []aims.Action{{What: "connect both metrics", Responsible: "p-governance", Due: on(10, 16)}},
			Consequences: "two reviews decided without these figures; both decisions stand", Similar: "all other planned metrics have results",
			Cause:        audit.Cause{Method: "five whys", Result: "nobody compared the dashboard with the plan", On: on(9, 28), By: "p-governance"},
			Actions:      []aims.Action{{What: "each dashboard is compared with the list of metrics", Responsible: "p-governance", Due: on(10, 16)}},
			SystemChange: aims.No,
		}, on(10, 9), on(10, 20), "ev-corrective-dashboard"),
	}
}

// reviews are the two of the story: the first before there was any audit.
func reviews() []life[audit.ManagementReview] {
	heard := func(summaries map[audit.Topic]string) []audit.Input {
		var inputs []audit.Input
		for _, t := range audit.Topics() {
			if s := summaries[t]; s != "" {
				inputs = append(inputs, audit.Input{Topic: t, Summary: s})
			}
		}
		return inputs
	}
	top := []aims.PersonID{"p-cto", "p-cfo", "p-governance", "p-quality"}
	return []life[audit.ManagementReview]{
		born(audit.ManagementReview{
			ID: "review-1", Recorded: on(6, 25), Title: "Management review, June", On: on(6, 25), Chair: "p-ceo", Attendees: top, Next: on(9, 25),
			Inputs: heard(map[audit.Topic]string{
				audit.ChangedIssues: "none since March", audit.ChangedNeeds: "two tenders ask for a certificate",
				audit.Nonconformities: "none recorded yet", audit.Measurements: "dashboard of the quarter; two planned metrics are missing",
				audit.ImprovementIdeas: "one dashboard, shorter procedures",
			}),
			Suitable: aims.Yes, Adequate: aims.Yes, Effective: aims.Yes,
			Decisions: []audit.Decision{
				{About: audit.OnImprovement, What: "shorter procedures", Actions: []aims.Action{{What: "shorten the five longest", Responsible: "p-governance", Due: on(8, 31)}}},
				{About: audit.OnChange, What: "none is needed before the internal audit"},
			},
			Evidence: list("ev-management-review"),
		}),
		born(audit.ManagementReview{
			ID: "review-2", Recorded: on(8, 28), Title: "Quarterly review, August", On: on(8, 28), Chair: "p-ceo", Attendees: top, Next: on(11, 27),
			Inputs: heard(map[audit.Topic]string{
				audit.EarlierActions: "five procedures shortened", audit.ChangedIssues: "none", audit.ChangedNeeds: "none",
				audit.Nonconformities: "two minor, both closed within a month", audit.Measurements: "no high-severity incident; bias tests complete",
				audit.AuditResults: "internal audit: lived, two records incomplete", audit.ImprovementIdeas: "three suggestions of the audit",
			}),
			Suitable: aims.Yes, Adequate: aims.Yes, Effective: aims.Yes,
			Decisions: []audit.Decision{
				{About: audit.OnImprovement, What: "take up all three suggestions of the audit"},
				{About: audit.OnChange, What: "none beyond the procedure of impact assessments"},
			},
			Evidence: list("ev-management-review-2"),
		}),
	}
}

// improvements is the log.
func improvements() []life[audit.Improvement] {
	return []life[audit.Improvement]{born(audit.Improvement{
		ID: "imp-procedures", Recorded: on(6, 26), Title: "Shorter procedures", Source: aims.Ref{Kind: audit.KindReview, ID: "review-1"},
		Decided: on(6, 25), By: "p-ceo", Owner: "p-governance", Actions: []aims.Action{{What: "shorten the five longest", Responsible: "p-governance", Due: on(8, 31)}},
	}).then(on(8, 20), func(i *audit.Improvement) {
		i.Done = on(8, 20)
	}).then(on(8, 28), func(i *audit.Improvement) {
		i.Evidence = list("ev-management-review-2")
		i.Effects = add(i.Effects, aims.Evaluation{
			On: on(8, 28), By: "p-quality", Method: "questions about procedures in support, before and after", Met: aims.Yes, Result: "a third fewer questions", Evidence: list("ev-management-review-2"),
		})
	})}
}
