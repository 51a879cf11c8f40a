package company

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// systems is the inventory: four products, and the Model Lab, which is
// internal research and stands outside the scope.
func systems() []life[aims.AISystem] {
	own := []aims.Role{aims.RoleProductProvider, aims.RoleDeveloper}
	rates := aims.Yes
	return []life[aims.AISystem]{
		born(aims.AISystem{
			ID: "sys-forecast", Name: "Demand Forecast", Version: "7.1", Roles: own, Origin: aims.OriginOwn, Owner: "p-product",
			Purpose:        "forecast the sales of the next twelve weeks per article and site, for planners who place orders",
			Description:    "gradient-boosted trees over a customer's own sales, prices, holidays and weather",
			Stage:          aims.StageOperation,
			History:        history(date(2019, 3, 4), date(2019, 6, 3), date(2020, 2, 3), date(2020, 4, 6), date(2020, 5, 4)),
			CustomerFacing: aims.Yes, Users: []string{"planners at customers"},
			Datasets: []aims.DatasetID{"ds-sales", "ds-sales-test"}, Evidence: []aims.EvidenceID{"ev-pipeline-log"},
			Components: []aims.Component{
				library("gradient boosting library", "4.5.0", "MIT", "model"),
				library("data frame library", "2.2.3", "BSD-3-Clause", "preparation"),
			},
			Decision: aims.DecisionLogic{
				Summary: "past sales, price, season and weather of an article give an expected number with a range; planners see it and order what they think right", Automation: aims.AutomationAssistance,
				Explanations: []aims.Explanation{explained("planners", "which factors moved the forecast, beside the number")},
			},
		}).then(on(3, 13), inventoried(aims.No, "numbers of goods, no effect on persons; Annex III of the regulation names nothing like it", "planners at customers", "their suppliers")).
			then(on(5, 20), overseen(aims.InTheLoop, "planners order; Product watches the error", "switch in the administration page, per customer", "forecasts always shown with their range")).
			then(on(6, 8), arranged),
		born(aims.AISystem{
			ID: "sys-payment-risk", Name: "Payment Risk Score", Version: "4.1", Roles: own, Origin: aims.OriginOwn, Owner: "p-product",
			Purpose:        "rate how likely a business customer is to pay late, for credit managers who decide on terms",
			Description:    "logistic model with monotone features over invoices and payments; sole traders are among those rated",
			Stage:          aims.StageOperation,
			History:        history(date(2021, 1, 11), date(2021, 4, 5), date(2021, 10, 4), date(2022, 1, 10), date(2022, 2, 7)),
			CustomerFacing: aims.Yes, Users: []string{"credit managers at customers"},
			Datasets: []aims.DatasetID{"ds-payments", "ds-payments-test"}, Evidence: []aims.EvidenceID{"ev-pipeline-log"},
			Components: []aims.Component{
				library("statistics library", "1.5.2", "BSD-3-Clause", "model"),
				library("fairness library", "0.11.0", "MIT", "bias test"),
			},
			Decision: aims.DecisionLogic{
				Summary: "age of invoices, earlier delays and sums outstanding give a score from 0 to 100; a credit manager decides", Automation: aims.AutomationAssistance,
				Explanations: []aims.Explanation{
					explained("credit managers", "the three factors that weighed most, per score"),
					explained("the person rated", "the same factors in plain words, on request through the customer"),
				},
			},
		}).then(on(3, 13), inventoried(rates, "rates the creditworthiness of sole traders, who are natural persons: Annex III, point 5", "sole traders", "business customers of our customers")).
			then(on(5, 20), overseen(aims.InTheLoop, "credit managers decide; Validation looks at the spread between groups", "switch per customer; scores are then hidden", "no score without its factors", "every tenth case is decided before the score is shown")).
			then(on(5, 27), func(s *aims.AISystem) { s.Version = "4.2" }).
			then(on(6, 8), arranged).
			then(on(6, 8), watchedForBias).
			then(on(8, 12), func(s *aims.AISystem) { s.Version = "4.3" }),
		born(aims.AISystem{
			ID: "sys-workforce", Name: "Workforce Planner", Version: "2.3", Roles: own, Origin: aims.OriginOwn, Owner: "p-product",
			Purpose:        "propose shift plans that cover the forecast work and keep to labour law and wishes",
			Description:    "optimizer with a learned estimate of how long tasks take; task allocation to employees",
			Stage:          aims.StageOperation,
			History:        history(date(2022, 5, 2), date(2022, 9, 5), date(2023, 5, 8), date(2023, 9, 4), date(2023, 10, 2)),
			CustomerFacing: aims.Yes, Users: []string{"shift planners at customers"},
			FedBy: []aims.SystemID{"sys-forecast"}, Datasets: []aims.DatasetID{"ds-shifts", "ds-shifts-test"}, Evidence: []aims.EvidenceID{"ev-pipeline-log"},
			Components: []aims.Component{
				library("constraint solver", "9.11", "Apache-2.0", "optimization"),
				library("fairness library", "0.11.0", "MIT", "bias test"),
			},
			Decision: aims.DecisionLogic{
				Summary: "forecast work, law, contracts and wishes give a plan with the least uncovered work; a planner changes and releases it", Automation: aims.AutomationPartial,
				Explanations: []aims.Explanation{
					explained("planners", "which rule or wish decided a shift"),
					explained("employees", "why a wish was not met"),
				},
			},
		}).then(on(3, 13), inventoried(rates, "allocates tasks among employees: Annex III, point 4", "employees of customers", "part-time workers and people with care duties above all")).
			then(on(5, 20), overseen(aims.InTheLoop, "planners release each plan; Validation looks at unmet wishes per group", "switch per site; planning by hand goes on", "plans start empty for each fifth week", "unmet wishes are listed first")).
			then(on(6, 8), arranged).
			then(on(6, 8), watchedForBias).
			then(on(6, 17), func(s *aims.AISystem) { s.Version = "2.4" }),
		born(aims.AISystem{
			ID: "sys-assistant", Name: "Report Assistant", Version: "1.4", Roles: add(own, aims.RoleUser), Origin: aims.OriginOwn, Owner: "p-product",
			Purpose:        "answer questions about a customer's own reports and draft text, for business users",
			Description:    "retrieval over the customer's reports with a bought language model; answers name their source",
			Stage:          aims.StageOperation,
			History:        history(date(2024, 9, 2), date(2024, 11, 4), date(2025, 4, 7), date(2025, 6, 2), date(2025, 6, 30)),
			CustomerFacing: aims.Yes, Users: []string{"business users at customers"},
			Datasets: []aims.DatasetID{"ds-questions"},
			Components: []aims.Component{
				{Name: "language model", Version: "as served in January 2026", Use: "answers and drafts", OpenSource: aims.No, Licence: "enterprise agreement", Source: "service of the supplier"},
				library("vector index", "1.9.0", "Apache-2.0", "retrieval"),
			},
			Decision: aims.DecisionLogic{
				Summary: "the question picks passages of the customer's reports, and the model writes an answer from these alone; nothing is sent or decided by itself", Automation: aims.AutomationAssistance,
				Explanations: []aims.Explanation{explained("users", "the passages that an answer rests on, one click away")},
			},
		}).then(on(3, 13), inventoried(aims.No, "drafts that a person reads; transparency duties only", "readers of the drafts")).
			then(on(4, 28), func(s *aims.AISystem) {
				s.Suppliers = []aims.SupplierID{"sup-model", "sup-hosting"}
				s.Components = slices.Clone(s.Components)
				s.Components[0].Supplier = "sup-model"
			}).
			then(on(5, 20), overseen(aims.InTheLoop, "users read each draft; Product samples answers weekly", "switch for all customers at once", "drafts are marked as generated", "answers without a source are refused")).
			then(on(6, 8), arranged),
		born(aims.AISystem{
			ID: "sys-lab", Name: "Model Lab", Version: "2026-01", Roles: []aims.Role{aims.RoleDeveloper, aims.RoleUser}, Origin: aims.OriginOpenSource, Owner: "p-datascience",
			Purpose:     "try out new methods on public and made-up data, for our own data scientists",
			Description: "notebooks and open models on a server of its own, without a connection to products or customer data",
			Stage:       aims.StageDesign,
			History: []aims.StageChange{
				{To: aims.StageInception, On: date(2024, 2, 5), By: "p-datascience", Reason: "room for research"},
				{To: aims.StageDesign, On: date(2024, 3, 4), By: "p-datascience", Reason: "server set up"},
			},
			CustomerFacing: aims.No, Users: []string{"our data scientists"},
			Decision: aims.DecisionLogic{Summary: "experiments; no result is used for a decision", Automation: aims.AutomationNone},
		}).then(on(3, 13), inventoried(aims.No, "research before any placing on the market")),
	}
}
