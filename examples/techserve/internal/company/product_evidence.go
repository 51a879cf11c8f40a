package company

import "github.com/aimskit/aimskit/aims"

// productEvidence are the artefacts of engineering. They were filed long
// before anybody read them for the management system.
func productEvidence() []life[aims.Evidence] {
	reports := artefact("ev-validation-reports", "Validation reports of the versions in use", aims.FormTestResult, "p-validation", date(2025, 12, 8))
	reports.Outcome = aims.Outcome{Met: aims.Yes, Passed: aims.AmountInt(11), Failed: aims.AmountInt(0)}
	return []life[aims.Evidence]{
		born(reports).then(on(5, 13), accepted(on(5, 13), "A.6.2.4", "8.1")),
		born(artefact("ev-tickets", "Export of the ticket system: incidents of AI products in 2025", aims.FormLog, "p-support", date(2025, 12, 19))),
		born(artefact("ev-pipeline-log", "Log of the training pipeline, fourth quarter", aims.FormLog, "p-engineer-1", date(2025, 12, 19))),
		proof("ev-allocations", "Responsibilities towards both suppliers, countersigned", aims.FormRecord, "p-purchasing", on(4, 28), "8.1", "A.10.2"),
		proof("ev-design-review", "Review of the design notes of the four products", aims.FormRecord, "p-datascience", on(5, 21), "8.1", "A.6.2.3", "A.6.2.7"),
	}
}

// controlEvidence shows controls that have no process or meeting of their own.
func controlEvidence() []life[aims.Evidence] {
	return []life[aims.Evidence]{
		proof("ev-policy-alignment", "Table of policies examined against the AI policy", aims.FormRecord, "p-governance", on(6, 8), "5.2", "A.2.3"),
		proof("ev-requirements", "Requirements of the four products with their acceptance criteria", aims.FormDocument, "p-product", on(6, 11), "8.1", "A.6.2.2"),
		proof("ev-technical-documentation", "Technical documentation of the four products, as issued", aims.FormDocument, "p-datascience", on(6, 11), "8.1", "A.6.2.3", "A.6.2.7"),
		proof("ev-customer-annex", "Annex to the service contract on who answers for what, as sent to customers", aims.FormDocument, "p-product", on(6, 18), "A.10.4"),
	}
}
