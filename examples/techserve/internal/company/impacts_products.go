package company

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// rated is a harm on the scales of the method: how grave, how many, how hard
// to put right, how likely.
func rated(scale, scope, irremediability, likelihood risk.Level) impact.Rating {
	return impact.Rating{Scale: scale, Scope: scope, Irremediability: irremediability, Likelihood: likelihood}
}

// good is a benefit on the scales of the method.
func good(scale, scope risk.Level) impact.Rating { return impact.Rating{Scale: scale, Scope: scope} }

// eased is a measure that lowers the likelihood of harms by a level; without
// evidence of its own, the records of operation show it from June on.
func eased(id impact.MeasureID, title string, control aims.ControlID, owner aims.PersonID, from aims.Date, evidence aims.EvidenceID, harms ...impact.ImpactID) impact.Measure {
	m := impact.Measure{
		ID: id, Title: title, Controls: []aims.Key{aims.ControlKey(control)}, Owner: owner, Due: from,
		Implemented: from,
	}
	if evidence != "" {
		m.Evidence = []aims.EvidenceID{evidence}
	}
	for _, h := range harms {
		m.Credits = append(m.Credits, impact.Credit{Impact: h, Likelihood: 1})
	}
	return m
}

// assessments are those of the four products. That of Workforce Planner went
// through in May although nobody had analysed whom it touches; the internal
// audit found it, and in August it was made up. Demand Forecast was assessed
// again after an incident, Payment Risk Score with version 4.3.
func assessments() []life[impact.Assessment] {
	workforce := workforceAssessed().finished().then(on(8, 14), func(a *impact.Assessment) {
		a.Version, a.On, a.ReviewBy = "2.4", on(8, 14), on(20, 14)
		a.Parties, a.Impacts, a.Scope.Omissions = workforceParties(), workforceImpacts(), untouched(workforceImpacts())
		a.Measures = add(a.Measures, eased("fair-wishes", "Bias test of wishes met, before each release", "A.6.2.4", "p-validation", on(6, 16), "ev-gate-protocol", "few-hours"))
		a.Evidence = add(a.Evidence, "ev-impact-completed")
	}).then(on(8, 14), func(a *impact.Assessment) {
		a.Approvals = add(a.Approvals, approval(a.Content(), "p-cto", on(8, 14)))
	})
	payment := paymentAssessed().finished().then(on(8, 12), func(a *impact.Assessment) {
		a.Version, a.On, a.ReviewBy = "4.3", on(8, 12), on(20, 12)
	}).then(on(8, 12), func(a *impact.Assessment) {
		a.Approvals = add(a.Approvals, approval(a.Content(), "p-cto", on(8, 12)))
	})
	forecast := forecastAssessed().finished().then(on(6, 19), func(a *impact.Assessment) {
		a.On, a.ReviewBy = on(6, 19), on(18, 19) // looked at again after the incident of 15 June
	}).then(on(6, 19), func(a *impact.Assessment) {
		a.Approvals = add(a.Approvals, approval(a.Content(), "p-cto", on(6, 19)))
	})
	return []life[impact.Assessment]{forecast, payment, workforce, assistantAssessed().finished()}
}

func forecastAssessed() assessed {
	return assessed{
		id: "ia-forecast", title: "Impact of Demand Forecast", system: "sys-forecast", screening: "scr-forecast", use: "use-orders", risk: "R-05",
		data:  "sales, prices, holidays and weather; no data of persons",
		model: "boosted trees; not for articles without history",
		scenarios: []impact.Scenario{
			intended("orders for articles with at least a year of sales"),
			misused("orders for articles without history"),
			failing("forecast far off after an event that the data do not know"),
		},
		parties: []impact.Party{
			{
				ID: "planners", Party: "party-customers", Title: "planners at customers", Kind: impact.Individuals, Reach: impact.Direct, Size: aims.AmountInt(900),
				Consultations: asked(on(5, 12), "p-product", "user council of May", "want the range shown with the number", "ev-impact-assessments"), Basis: said("p-product"),
			},
			society("food-waste", "society: goods that are thrown away"),
		},
		impacts: []impact.Impact{
			harm("trust", "A planner trusts a wrong number and is blamed for it", "planners", impact.Accountability, "failure", rated(1, 2, 1, 3), "a range stands beside the number; consequences end at the desk"),
			harm("no-history", "Too much is ordered of an article that was never sold before", "food-waste", impact.Economy, "misuse", rated(1, 1, 1, 2), "the planner sees that there is no history"),
			benefit("waste", "Less is thrown away", "food-waste", impact.Environment, good(2, 3), "measured at four customers"),
		},
		measures: []impact.Measure{eased("range", "Range shown beside each number", "A.8.2", "p-product", on(5, 20), "", "trust")},
		without:  "planning by last year's figures", why: "a third more waste at the customers who compared",
		fair: "little harm, which planners can see and avoid", decision: "no harm above low",
	}
}

func paymentAssessed() assessed {
	return assessed{
		id: "ia-payment", title: "Impact of Payment Risk Score", system: "sys-payment-risk", screening: "scr-payment", use: "use-credit-terms", risk: "R-02", uses: []impact.UseID{"selection"},
		data:  "invoices and payments of business customers, among them sole traders",
		model: "logistic model with monotone features; not for fewer than six invoices, not for private persons",
		scenarios: []impact.Scenario{
			intended("rating of business customers with at least six invoices"),
			misused("refusal without a look by a person"),
			failing("wrong invoices make a good payer look bad"),
		},
		parties: []impact.Party{
			{
				ID: "sole-traders", Party: "party-debtors", Title: "sole traders whose payment risk is rated", Kind: impact.Group, Reach: impact.Direct, Size: aims.AmountInt(21000),
				Consultations: asked(on(5, 13), "p-legal", "interviews with a trade association", "want to know the factors and to correct data", "ev-impact-assessments"), Basis: said("p-legal"),
			},
			{
				ID: "credit-managers", Party: "party-customers", Title: "credit managers at customers", Kind: impact.Individuals, Reach: impact.Direct, Size: aims.AmountInt(640),
				Consultations: asked(on(5, 12), "p-product", "user council of May", "want the three factors beside each score", "ev-impact-assessments"), Basis: said("p-product"),
			},
			society("credit", "society: access to trade credit"),
		},
		impacts: []impact.Impact{
			harm("refused", "A sole trader loses a supplier's credit through a wrong score", "sole-traders", impact.Finance, "failure", rated(3, 2, 2, 2), "income suffers for weeks; correction is possible"),
			harm("groups", "Young companies and sole traders are rated worse than others who pay alike", "sole-traders", impact.Fairness, "use", rated(2, 3, 2, 2), "bias tests of each version"),
			harm("unseen", "A refusal without a person's look", "sole-traders", impact.HumanRights, "misuse", rated(2, 2, 2, 2), "contracts forbid it; samples are drawn"),
			harm("spread", "The same score with many suppliers shuts somebody out", "credit", impact.Economy, "use", rated(2, 2, 2, 1), "few suppliers of one trader use it"),
			benefit("terms", "Shorter waits for terms", "credit-managers", impact.Finance, good(2, 2), "measured"),
		},
		measures: []impact.Measure{
			eased("factors", "Factors beside each score, correction on request", "A.8.2", "p-product", on(5, 20), "", "refused", "unseen"),
			eased("bias-test", "Bias test before each release", "A.6.2.4", "p-validation", on(5, 26), "ev-gate-protocol", "groups"),
		},
		without: "credit managers rate by hand", why: "spread between managers was larger than any gap found in the model",
		fair: "those rated can see and correct what counts", decision: "high-risk by law; measures work, and a person decides in every case",
	}
}

func workforceAssessed() assessed {
	return assessed{
		id: "ia-workforce", title: "Impact of Workforce Planner", system: "sys-workforce", screening: "scr-workforce", use: "use-shifts", risk: "R-04", uses: []impact.UseID{"selection"},
		data:  "shifts, contracts, wishes and sales forecasts",
		model: "optimizer with learned durations; not for the rating of employees",
		scenarios: []impact.Scenario{
			intended("proposals of plans for sites with up to 200 employees"),
			misused("rating of employees by the figures"),
			failing("a rule is missing, and a plan breaks the law"),
		},
		measures: []impact.Measure{eased("release", "A planner releases each plan", "A.9.2", "p-product", on(5, 20), "")},
		without:  "planning by hand", why: "takes days, and meets fewer wishes",
		fair: "more wishes are met than by hand", decision: "benefits outweigh; a planner releases each plan",
	}
}

func workforceParties() []impact.Party {
	return []impact.Party{
		{
			ID: "employees", Party: "party-employees-of-customers", Title: "employees whose shifts are planned", Kind: impact.Group, Reach: impact.Direct, Size: aims.AmountInt(8400),
			Needs:         []impact.Need{impact.Workers},
			Consultations: asked(on(8, 11), "p-risk", "works councils of three customers", "want unmet wishes shown, and figures of single persons off", "ev-impact-completed"), Basis: said("p-risk"),
		},
		{
			ID: "carers", Party: "party-employees-of-customers", Title: "part-time workers and those who care for others", Kind: impact.Group, Reach: impact.Direct, Size: aims.AmountInt(1900),
			Needs:         []impact.Need{impact.Workers},
			Consultations: asked(on(8, 12), "p-risk", "interviews with twelve of them", "fixed hours matter more than many", "ev-impact-completed"), Basis: said("p-risk"),
		},
		society("towns", "society: family life and public time"),
	}
}

func workforceImpacts() []impact.Impact {
	return []impact.Impact{
		harm("few-hours", "Carers get fewer or worse shifts than others", "carers", impact.Fairness, "use", rated(3, 2, 2, 2), "bias tests show small gaps; wishes of carers are fewer and firmer"),
		harm("rated-by-figures", "Employees are judged by exported figures", "employees", impact.Privacy, "misuse", rated(2, 3, 2, 2), "export of single figures is off since version 2.4"),
		harm("unlawful-plan", "A plan without the rest that the law asks for", "employees", impact.Health, "failure", rated(2, 2, 1, 1), "rules are tested with each release"),
		harm("evenings", "Shop hours spread into evenings because plans make it cheap", "towns", impact.Culture, "use", rated(1, 2, 2, 1), "law on opening hours sets the limits"),
		benefit("wishes", "More wishes are met", "employees", impact.Health, good(2, 3), "measured at six sites"),
	}
}

func assistantAssessed() assessed {
	return assessed{
		id: "ia-assistant", title: "Impact of Report Assistant", system: "sys-assistant", screening: "scr-assistant", use: "use-reports", risk: "R-08",
		data:  "the customer's own reports; questions are kept for a month",
		model: "bought language model over retrieved passages; English and German only",
		scenarios: []impact.Scenario{
			intended("questions about the customer's own reports"),
			misused("advice on law or medicine; drafts sent unread"),
			failing("an answer that no passage supports"),
		},
		parties: []impact.Party{
			{
				ID: "readers", Title: "readers of drafts", Kind: impact.Individuals, Reach: impact.Indirect,
				WhyNot: "they cannot be known; users spoke for them", Basis: said("p-product"),
			},
			{
				ID: "business-users", Party: "party-customers", Title: "business users at customers", Kind: impact.Individuals, Reach: impact.Direct, Size: aims.AmountInt(5200),
				Consultations: asked(on(5, 12), "p-product", "user council of May", "want passages one click away", "ev-impact-assessments"), Basis: said("p-product"),
			},
			society("public-text", "society: text that nobody wrote"),
		},
		impacts: []impact.Impact{
			harm("made-up", "A reader acts on a figure that no report holds", "readers", impact.Accountability, "failure", rated(2, 2, 1, 2), "passages are shown; answers without one are refused"),
			harm("wrong-advice", "A user follows advice on law or medicine", "business-users", impact.Safety, "misuse", rated(3, 1, 2, 1), "refused in tests"),
			harm("energy", "Energy for each answer", "public-text", impact.Environment, "use", rated(1, 2, 2, 3), "figures of the supplier"),
			benefit("time", "Less time in search", "business-users", impact.Finance, good(1, 3), "measured"),
		},
		measures: []impact.Measure{eased("source", "Answers without a source are refused", "A.6.2.6", "p-product", on(5, 20), "", "made-up")},
		without:  "search and templates", why: "tried; users found half as much",
		fair: "harm is small and seen at once", decision: "transparency duties are met",
	}
}

// impactEvidence shows the screenings.
func impactEvidence() []life[aims.Evidence] {
	return []life[aims.Evidence]{
		proof("ev-impact-screenings", "Screenings of the four products with the triggers of the method", aims.FormRecord, "p-risk", on(5, 5), "6.1.4", "8.4", "A.5.2"),
	}
}
