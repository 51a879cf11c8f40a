package company

import "github.com/aimskit/aimskit/aims"

// useCases are recorded in month 4, when risks are first rated, and approved in month 6.
func useCases() []life[aims.UseCase] {
	use := func(u aims.UseCase) life[aims.UseCase] {
		u.Recorded, u.Owner, u.Status, u.ReviewBy = on(4, 21), "p-product", aims.UseProposed, on(11, 30)
		u.Process = ""
		return born(u).then(on(6, 10), func(u *aims.UseCase) {
			u.Process, u.FitsIntent = "proc-use", aims.Yes
			u.IntendedIn = []aims.DocumentID{"doc-design-notes"}
			u.Objectives = []aims.ObjectiveID{"obj-no-incidents"}
		}).then(on(6, 12), func(u *aims.UseCase) {
			u.Approvals = add(u.Approvals, approval(u.Content(), "p-cto", on(6, 12)))
			u.Status, u.ConditionsKept = aims.UseActive, aims.Yes
			u.Reviews = add(u.Reviews, aims.Review{On: on(6, 12), By: "p-validation", Outcome: "conditions kept"})
			u.Evidence = add(u.Evidence, "ev-use-cases")
		})
	}
	return []life[aims.UseCase]{
		use(aims.UseCase{
			ID: "use-orders", Title: "Ordering goods", System: "sys-forecast", Purpose: "order what will be sold", From: date(2020, 5, 4),
			Users: []string{"planners at customers"}, AffectedGroups: []string{"suppliers of customers"},
			IntendedUse: "forecasts for articles with at least a year of sales", Misuse: []string{"forecasts for articles without history"},
			Conditions: []string{"a planner confirms each order"}, Obligations: []aims.ObligationID{"obl-customer-contracts"},
		}),
		use(aims.UseCase{
			ID: "use-credit-terms", Title: "Setting terms of payment", System: "sys-payment-risk", Purpose: "agree terms that fit the risk of late payment", From: date(2022, 2, 7),
			Users: []string{"credit managers at customers"}, AffectedGroups: []string{"sole traders", "small companies"},
			IntendedUse: "rating of business customers with at least six invoices", Misuse: []string{"rating of private persons", "refusal without a look by a person"},
			Conditions:  []string{"a credit manager decides", "the person rated can have the factors explained and corrected"},
			Obligations: []aims.ObligationID{"obl-gdpr", "obl-ai-act-high-risk", "obl-fairness-pledge"},
		}),
		use(aims.UseCase{
			ID: "use-shifts", Title: "Planning shifts", System: "sys-workforce", Purpose: "cover the work and keep to law and wishes", From: date(2023, 10, 2),
			Users: []string{"shift planners at customers"}, AffectedGroups: []string{"employees of customers"},
			IntendedUse: "proposals of plans for sites with up to 200 employees", Misuse: []string{"rating of employees", "plans released unseen"},
			Conditions:  []string{"a planner releases each plan", "works council informed"},
			Obligations: []aims.ObligationID{"obl-gdpr", "obl-ai-act-high-risk", "obl-fairness-pledge"},
		}),
		use(aims.UseCase{
			ID: "use-reports", Title: "Asking reports", System: "sys-assistant", Purpose: "find figures and draft text faster", From: date(2025, 6, 30),
			Users: []string{"business users at customers"}, AffectedGroups: []string{"readers of drafts"},
			IntendedUse: "questions about the customer's own reports", Misuse: []string{"advice on law or medicine", "drafts sent unread"},
			Conditions: []string{"answers name their source", "drafts are marked as generated"}, Obligations: []aims.ObligationID{"obl-ai-act-transparency", "obl-model-terms"},
		}),
	}
}
