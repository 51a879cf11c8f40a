package company

import "github.com/aimskit/aimskit/aims"

// policies holds the AI policy: a draft from month 3 on, signed in month 6.
func policies() []life[aims.Policy] {
	return []life[aims.Policy]{
		born(aims.Policy{
			ID: "policy-1", Recorded: on(3, 23), Title: "AI policy", Version: "0.3", Owner: "p-governance",
			FitsPurpose: aims.Yes, FrameworkForObjectives: aims.Yes, CommitsToRequirements: aims.Yes,
		}).then(on(5, 6), func(p *aims.Policy) {
			p.Version, p.Document = "0.9", "doc-policy"
			p.CommitsToImprovement = aims.Yes
			p.RelatedPolicies = []aims.DocumentID{"doc-security-policy", "doc-privacy-policy"}
		}).then(on(6, 2), func(p *aims.Policy) {
			p.Version, p.RelatedPoliciesAligned = "1.0", aims.Yes
			p.AvailableAt, p.ReviewBy = "https://techserve.example/ai-policy", on(18, 2)
		}).then(on(6, 3), func(p *aims.Policy) {
			p.Approvals = add(p.Approvals, approval(p.Content(), "p-ceo", on(6, 3)))
		}).then(on(6, 9), func(p *aims.Policy) {
			p.Communications = []aims.CommunicationID{"com-policy-inside", "com-policy-outside"}
		}).then(on(6, 25), func(p *aims.Policy) {
			p.Reviews = add(p.Reviews, aims.Review{On: on(6, 25), By: "p-ceo", Outcome: "confirmed in the management review"})
		}),
	}
}

// acts are what top management did for the management system.
func acts() []life[aims.LeadershipAct] {
	act := func(id aims.LeadershipActID, what aims.Act, by aims.PersonID, on aims.Date, note string, evidence aims.EvidenceID, about ...aims.Ref) life[aims.LeadershipAct] {
		return born(aims.LeadershipAct{
			ID: id, Recorded: on, Act: what, By: by, On: on, Note: note, Evidence: []aims.EvidenceID{evidence}, About: about,
		})
	}
	sponsor := aims.Ref{Kind: aims.KindPerson, ID: "p-cto"}
	policy := aims.Ref{Kind: aims.KindPolicy, ID: "policy-1"}
	return []life[aims.LeadershipAct]{
		act("act-sponsor", aims.ActSponsorNamed, "p-ceo", on(2, 4),
			"the CTO is executive sponsor of the AI management system", "ev-board-february", sponsor),
		act("act-resources", aims.ActResourcesApproved, "p-ceo", on(2, 11),
			"three full-time people for AI governance and a budget for training, tools and certification", "ev-board-february"),
		act("act-board-1", aims.ActBoardReport, "p-ceo", on(2, 26),
			"result of the gap interviews and the plan", "ev-board-february"),
		act("act-roles", aims.ActRolesAssigned, "p-ceo", on(3, 16),
			"roles, duties and powers assigned", "ev-roles-announced"),
		act("act-importance", aims.ActImportanceCommunicated, "p-ceo", on(3, 17),
			"all-hands meeting: why customers and the law ask for this, and what it means for each team", "ev-roles-announced"),
		act("act-people", aims.ActPeopleSupported, "p-cto", on(4, 9),
			"one day a week freed for those who write procedures", "ev-cto-circular"),
		act("act-board-2", aims.ActBoardReport, "p-ceo", on(5, 28),
			"state of the plan, results of the first impact assessments", "ev-board-may"),
		act("act-policy", aims.ActPolicySigned, "p-ceo", on(6, 3),
			"policy signed", "ev-board-june", policy),
		act("act-objectives", aims.ActObjectivesSet, "p-ceo", on(6, 4),
			"objectives set with their plans", "ev-board-june",
			aims.Ref{Kind: aims.KindObjective, ID: "obj-no-incidents"}, aims.Ref{Kind: aims.KindObjective, ID: "obj-bias"}),
		act("act-integrated", aims.ActIntegrated, "p-cto", on(6, 8),
			"release gate, purchasing form and project template now ask for impact assessment, bias test and supplier check", "ev-release-gate"),
		act("act-managers", aims.ActManagersSupported, "p-cto", on(6, 12),
			"monthly round of team leads on AI governance, chaired by the sponsor", "ev-team-leads-round"),
		act("act-review", aims.ActReviewAttended, "p-ceo", on(6, 25),
			"chaired the management review", "ev-management-review"),
		act("act-improvement", aims.ActImprovementPromoted, "p-ceo", on(6, 25),
			"asked for a single dashboard and for shorter procedures, with dates", "ev-management-review"),
		act("act-board-3", aims.ActBoardReport, "p-ceo", on(8, 27),
			"result of the internal audit and what was done about it", "ev-board-august"),
		act("act-review-2", aims.ActReviewAttended, "p-ceo", on(8, 28),
			"chaired the quarterly review that took in the audit results", "ev-management-review-2"),
	}
}

// leadershipEvidence is what shows these acts.
func leadershipEvidence() []life[aims.Evidence] {
	return []life[aims.Evidence]{
		proof("ev-board-february", "Minutes of the board, February: sponsor, budget, gap report", aims.FormRecord, "p-ceo", on(2, 26), "5.1", "7.1"),
		proof("ev-cto-circular", "Circular of the CTO on time for AI governance", aims.FormDocument, "p-cto", on(4, 9), "5.1"),
		proof("ev-board-may", "Minutes of the board, May: state of the plan", aims.FormRecord, "p-ceo", on(5, 28), "5.1"),
		proof("ev-board-june", "Minutes of the board, June: policy and objectives", aims.FormRecord, "p-ceo", on(6, 4), "5.1", "5.2", "6.2", "A.2.2", "A.6.1.2", "A.9.3"),
		proof("ev-release-gate", "Release gate, purchasing form and project template after the change", aims.FormDocument, "p-cto", on(6, 8), "5.1", "8.1", "A.6.1.3", "A.6.2.5"),
		proof("ev-team-leads-round", "Invitation and minutes of the first round of team leads", aims.FormRecord, "p-cto", on(6, 12), "5.1"),
		proof("ev-management-review", "Minutes of the management review, June", aims.FormRecord, "p-governance", on(6, 25), "5.1", "8.1", "9.3.1", "9.3.2", "9.3.3", "4.4", "A.2.4"),
		proof("ev-board-august", "Minutes of the board, August: internal audit", aims.FormRecord, "p-ceo", on(8, 27), "5.1"),
		proof("ev-management-review-2", "Minutes of the quarterly review, August", aims.FormRecord, "p-governance", on(8, 28), "5.1", "8.1", "9.3.1", "9.3.2", "9.3.3", "4.4", "10.1"),
	}
}
