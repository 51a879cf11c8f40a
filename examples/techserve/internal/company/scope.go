package company

import "github.com/aimskit/aimskit/aims"

// products are the four AI systems inside the scope.
func products() []aims.SystemID {
	return []aims.SystemID{"sys-forecast", "sys-payment-risk", "sys-workforce", "sys-assistant"}
}

// scopes holds the scope, approved in month 3 and unchanged since.
func scopes() []life[aims.Scope] {
	return []life[aims.Scope]{
		born(aims.Scope{
			ID: "scope-1", Recorded: on(3, 10), Title: "Scope of the AI management system", Version: "1.0", Owner: "p-governance", Document: "doc-scope",
			Boundaries:    "the AI products that customers use, from the idea to retirement, as developed and run at the head office and in the rented data centre",
			Applicability: "requirements, development, validation, release, operation and support of these products, and the use of the bought language model inside them",
			Roles:         []aims.Role{aims.RoleProductProvider, aims.RoleDeveloper, aims.RoleUser},
			Systems:       products(),
			Units:         []string{"Data Science", "Product", "Operations", "Support", "AI Governance"},
			Locations:     []string{"head office", "rented data centre, EU region"},
			Exclusions: []aims.Exclusion{
				{System: "sys-lab", Reason: "internal research without customer data; nothing of it goes into a product except through the life-cycle process, which starts anew at inception"},
				{What: "accounting and personnel software bought for our own administration", Reason: "holds no AI function that we switched on; looked at again at every purchase"},
			},
			Issues: []aims.IssueID{
				"iss-ai-act", "iss-customer-proof", "iss-public-trust", "iss-model-supplier", "iss-fast-technology",
				"iss-informal-practice", "iss-small-team", "iss-contracts", "iss-purpose",
			},
			Parties: []aims.PartyID{
				"party-customers", "party-employees-of-customers", "party-debtors", "party-authorities",
				"party-model-supplier", "party-staff", "party-owners",
			},
			Interfaces: []aims.ScopeInterface{
				{With: "supplier of the language model", What: "prompts out, generated text back", Responsibility: "the supplier answers for the model as such, we for its use in Report Assistant"},
				{With: "customers", What: "business data in, results out", Responsibility: "customers answer for decisions taken with results within the intended use"},
			},
			AvailableAt: "intranet, AI Governance; on request for customers",
			ReviewBy:    on(15, 31),
		}).then(on(3, 12), func(s *aims.Scope) {
			s.Approvals = add(s.Approvals, approval(s.Content(), "p-ceo", on(3, 12)))
		}).then(on(3, 17), func(s *aims.Scope) {
			s.Communications = []aims.CommunicationID{"com-start"}
		}),
	}
}
