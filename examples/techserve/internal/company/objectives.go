package company

import "github.com/aimskit/aimskit/aims"

// objectives are drafted with the metrics in month 5 and set in month 6.
func objectives() []life[aims.Objective] {
	set := func(o aims.Objective) life[aims.Objective] {
		o.Recorded, o.Version, o.Responsible, o.Due, o.ReviewBy = on(5, 22), "0.5", "p-product", on(12, 31), on(12, 31)
		o.Measurable, o.Systems = aims.Yes, products()
		return born(o).then(on(6, 4), func(o *aims.Objective) {
			o.Version, o.Document, o.Policy = "1.0", "doc-objectives", "policy-1"
			o.ConsistentWithPolicy, o.RequirementsConsidered = aims.Yes, aims.Yes
			o.Approvals = add(o.Approvals, approval(o.Content(), "p-ceo", on(6, 4)))
			o.Reviews = add(o.Reviews, aims.Review{On: on(6, 4), By: "p-ceo", Outcome: "agrees with the policy and with the obligations known"})
		}).then(on(6, 12), func(o *aims.Objective) {
			o.Communications = []aims.CommunicationID{"com-objectives"}
		}).then(on(6, 24), func(o *aims.Objective) {
			o.Status = aims.ObjectiveOnTrack
			o.Evaluations = add(o.Evaluations, aims.Evaluation{
				On: on(6, 24), By: "p-governance", Method: "dashboard of the quarter", Met: aims.Yes, Result: "on track",
				Evidence: []aims.EvidenceID{"ev-dashboard-june"},
			})
		}).then(on(6, 25), func(o *aims.Objective) {
			o.Reviews = add(o.Reviews, aims.Review{On: on(6, 25), By: "p-ceo", Outcome: "kept as it is"})
		})
	}
	return []life[aims.Objective]{
		set(aims.Objective{
			ID: "obj-no-incidents", Title: "Zero high-severity AI incidents", Level: "company",
			Statement:   "no AI incident of high or critical severity in any product in 2026",
			Serves:      keys("6.2", "A.9.3"),
			AnnexC:      []aims.AnnexC{"C.2.9", "C.2.8"},
			Obligations: []aims.ObligationID{"obl-incident-notice", "obl-customer-contracts"},
			Metrics:     []aims.MetricID{"met-incidents"}, Target: "0 a year",
			Actions: []aims.Action{
				{What: "incident procedure with a drill", Resources: "three days of support and product", Responsible: "p-support", Due: on(7, 31)},
				{What: "release gate with impact assessment", Resources: "two weeks of an engineer", Responsible: "p-engineer-1", Due: on(6, 12)},
			},
			HowEvaluated: "incidents by severity each month; a conclusion each quarter in the management review",
		}),
		set(aims.Objective{
			ID: "obj-bias", Title: "Every high-risk system assessed for bias before deployment", Level: "products that rate people",
			Statement:   "no version of Payment Risk Score or Workforce Planner goes live without a passed bias test",
			Serves:      keys("6.2", "A.6.1.2"),
			AnnexC:      []aims.AnnexC{"C.2.5"},
			Obligations: []aims.ObligationID{"obl-ai-act-high-risk", "obl-fairness-pledge", "obl-gdpr"},
			Metrics:     []aims.MetricID{"met-bias-coverage"}, Target: "100 % of releases",
			Actions: []aims.Action{
				{What: "bias test for each product that rates people, with limits set beforehand", Resources: "four weeks of the validator, test library", Responsible: "p-validation", Due: on(5, 29)},
				{What: "release gate asks for it", Resources: "part of the same change", Responsible: "p-engineer-1", Due: on(6, 12)},
			},
			HowEvaluated: "share of releases with a passed bias test, counted from the gate protocols each quarter",
		}),
	}
}
