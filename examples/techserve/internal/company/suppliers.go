package company

import "github.com/aimskit/aimskit/aims"

// examined is the due diligence of month 4: criteria set with the form, and
// what was found.
func examined(fair aims.Answer, note string) aims.DueDiligence {
	found := func(title string, met aims.Answer, note string) aims.Criterion {
		return aims.Criterion{Title: title, Set: on(4, 14), Met: met, On: on(4, 28), By: "p-purchasing", Note: note}
	}
	return aims.DueDiligence{
		On: on(4, 28), By: "p-purchasing", Result: aims.ResultPass, Evidence: []aims.EvidenceID{"ev-due-diligence"},
		Criteria: []aims.Criterion{
			found("certificate of information security, valid", aims.Yes, "seen"),
			found("data stay in the EU and are not used for training", aims.Yes, "contract, data annex"),
			found("changes are announced at least a month ahead", aims.Yes, "contract, section on changes"),
			found("tests for fairness and safety are published", fair, note),
			found("incidents are reported within one working day", aims.Yes, "contract, annex on service"),
		},
	}
}

// suppliers are those on whom the products rest. The register of purchasing
// becomes one of AI suppliers in month 4.
func suppliers() []life[aims.Supplier] {
	bound := func(s *aims.Supplier) {
		s.RequirementsPassedOn, s.RequirementsIn = aims.Yes, []aims.DocumentID{s.Contract, "doc-supplier-procedure"}
		s.Exit = aims.Arrangement{
			InPlace: aims.Yes, From: on(6, 8), Documents: []aims.DocumentID{"doc-supplier-procedure"},
			Evidence: []aims.EvidenceID{"ev-exit-plan"}, Note: "second source named, data can be taken out in open formats",
		}
		s.ExitTested = on(6, 11)
	}
	return []life[aims.Supplier]{
		born(aims.Supplier{
			ID: "sup-model", Recorded: on(4, 14), Name: "supplier of the language model", Owner: "p-purchasing",
			Services: []string{"language model as a service, EU region"}, Systems: []aims.SystemID{"sys-assistant"},
			Criticality: aims.CriticalityHigh, CriticalityBasis: "Report Assistant does not work without it; the other products do",
			Contract: "doc-model-contract", From: date(2025, 2, 1), ReevaluateBy: on(16, 28),
			Allocations: []aims.Allocation{
				{Activity: "training and safety tests of the model", Party: aims.BearerSupplier, Supplier: "sup-model", Agreed: date(2025, 2, 1), Document: "doc-model-contract"},
				{Activity: "prompts, retrieval and limits of use", Party: aims.BearerOrganization, Agreed: date(2025, 2, 1), Document: "doc-model-contract"},
				{Stage: aims.StageOperation, Activity: "report incidents to each other", Party: aims.BearerSupplier, Supplier: "sup-model", Agreed: date(2025, 2, 1), Document: "doc-model-contract"},
			},
		}).then(on(4, 28), func(s *aims.Supplier) {
			s.DueDiligence = add(s.DueDiligence, examined(aims.Yes, "model card and yearly safety report"))
			s.Evidence = add(s.Evidence, "ev-due-diligence")
		}).then(on(6, 8), bound),
		born(aims.Supplier{
			ID: "sup-hosting", Recorded: on(4, 14), Name: "data centre", Owner: "p-purchasing",
			Services: []string{"servers and storage for training and operation"}, Systems: products(),
			Criticality: aims.CriticalityHigh, CriticalityBasis: "all products run there; moving takes weeks",
			Contract: "doc-hosting-contract", From: date(2023, 11, 1), ReevaluateBy: on(16, 28),
			Allocations: []aims.Allocation{
				{Activity: "operation of servers and storage", Party: aims.BearerSupplier, Supplier: "sup-hosting", Agreed: date(2023, 11, 1), Document: "doc-hosting-contract"},
				{Activity: "everything that runs on them", Party: aims.BearerOrganization, Agreed: date(2023, 11, 1), Document: "doc-hosting-contract"},
			},
		}).then(on(4, 28), func(s *aims.Supplier) {
			s.DueDiligence = add(s.DueDiligence, examined(aims.NotApplicable, "provides no AI"))
			s.Evidence = add(s.Evidence, "ev-due-diligence")
		}).then(on(6, 8), bound),
		born(aims.Supplier{
			ID: "sup-training", Recorded: on(4, 14), Name: "trainer on AI governance", Owner: "p-people",
			Services:    []string{"two trainings a year on the standard and on impact assessment"},
			Criticality: aims.CriticalityLow, CriticalityBasis: "others offer the same; nothing of a product rests on it",
			Contract: "doc-training-contract", From: on(4, 1), ReevaluateBy: on(16, 28),
			Allocations: []aims.Allocation{
				{Activity: "teaching", Party: aims.BearerSupplier, Supplier: "sup-training", Agreed: on(4, 1), Document: "doc-training-contract"},
				{Activity: "topics, tests and records", Party: aims.BearerOrganization, Agreed: on(4, 1), Document: "doc-training-contract"},
			},
		}).then(on(4, 28), func(s *aims.Supplier) {
			s.DueDiligence = add(s.DueDiligence, aims.DueDiligence{
				On: on(4, 28), By: "p-purchasing", Result: aims.ResultPass, Evidence: []aims.EvidenceID{"ev-due-diligence"},
				Criteria: []aims.Criterion{
					{Title: "qualified in the standard and in machine learning", Set: on(3, 27), Met: aims.Yes, On: on(4, 28), By: "p-people", Note: "certificates seen"},
					{Title: "two references from companies of our size", Set: on(3, 27), Met: aims.Yes, On: on(4, 28), By: "p-people", Note: "both called"},
				},
			})
			s.RequirementsPassedOn = aims.NotApplicable
		}),
	}
}

// supplierEvidence shows exit plans.
func supplierEvidence() []life[aims.Evidence] {
	return []life[aims.Evidence]{
		proof("ev-exit-plan", "Exit plans, and the test with a second model on ten reports", aims.FormRecord, "p-purchasing", on(6, 11), "8.1", "A.10.3"),
	}
}
