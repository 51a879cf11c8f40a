package company

import "github.com/aimskit/aimskit/aims"

// contextEvidence shows context, parties, roles and what was made known.
func contextEvidence() []life[aims.Evidence] {
	return []life[aims.Evidence]{
		proof("ev-context-workshop", "Minutes and board photographs of the context workshop", aims.FormRecord, "p-governance", on(3, 6), "4.1", "4.2"),
		proof("ev-obligation-register", "Register of obligations with legal opinion", aims.FormRecord, "p-legal", on(3, 13), "4.2", "5.2"),
		proof("ev-roles-announced", "Recording of the all-hands meeting and the page on roles", aims.FormRecord, "p-governance", on(3, 17), "5.1", "5.3", "7.4", "A.3.2"),
		proof("ev-release-notes", "Release notes of April with the list of recipients", aims.FormRecord, "p-product", on(4, 21), "7.4", "A.8.2", "A.9.4"),
		proof("ev-channel-announced", "Intranet page, contract annex and web page on concerns", aims.FormDocument, "p-quality", on(5, 19), "7.4", "A.3.3", "A.8.3"),
		proof("ev-policy-announced", "Recording of the all-hands meeting on the AI policy, list of participants", aims.FormRecord, "p-governance", on(6, 9), "5.2", "7.3", "7.4", "A.2.2"),
		proof("ev-policy-published", "The AI policy on the web site, as archived", aims.FormDocument, "p-product", on(6, 10), "5.2", "7.4"),
		proof("ev-objectives-announced", "Minutes of the round of team leads on objectives", aims.FormRecord, "p-governance", on(6, 12), "6.2", "7.4", "A.6.1.2"),
		proof("ev-controls-announced", "Intranet page on controls and their owners", aims.FormDocument, "p-governance", on(6, 16), "6.1.3", "7.4"),
		proof("ev-impact-summaries", "Summaries of impact assessments in the product documentation", aims.FormDocument, "p-product", on(6, 18), "6.1.4", "7.4", "A.5.3", "A.8.5"),
	}
}
