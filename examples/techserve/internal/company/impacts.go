package company

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// impactMethods is how the company assesses impacts: the library's scales,
// triggers and limits, taken over with the procedure in month 4.
func impactMethods() []life[impact.Method] {
	m := impact.Default()
	m.ID, m.Recorded, m.Document, m.ReviewBy = "impact-method-1", on(4, 20), "doc-impact-procedure", on(15, 31)
	m.Approvers = []impact.Approver{{UpTo: impact.RestrictedUse, Persons: []aims.PersonID{"p-cto"}}}
	return []life[impact.Method]{born(m).then(on(4, 21), func(m *impact.Method) {
		m.Approvals = add(m.Approvals, approval(m.Content(), "p-cto", on(4, 21)))
	})}
}

func impactMethod() aims.Digest {
	digest, err := impactMethods()[0].first.Digest()
	if err != nil {
		panic(err) // every record of the library has JSON
	}
	return digest
}

// screenings decide for every product, and once more for each release with a
// material change, whether a full assessment is due.
func screenings() []life[impact.Screening] {
	screened := func(id impact.ScreeningID, system aims.SystemID, version string, day aims.Date, needed aims.Answer, why string) life[impact.Screening] {
		return born(impact.Screening{
			ID: id, Recorded: day, System: system, Version: version, Method: impactMethod(), On: day, By: "p-risk",
			Needed: needed, Why: why, ReviewBy: day.AddMonths(12), Evidence: []aims.EvidenceID{"ev-impact-screenings"},
		})
	}
	return []life[impact.Screening]{
		screened("scr-forecast", "sys-forecast", "7.1", on(5, 5), aims.Yes, "no effect on persons, but orders of all customers rest on it; assessed once in full"),
		screened("scr-payment", "sys-payment-risk", "4.1", on(5, 5), aims.Yes, "rates natural persons, and a bad score costs them credit"),
		screened("scr-workforce", "sys-workforce", "2.3", on(5, 5), aims.Yes, "decides on hours and income of people who cannot choose"),
		screened("scr-assistant", "sys-assistant", "1.4", on(5, 5), aims.Yes, "bought model whose faults reach readers of drafts"),
	}
}

// assessed is one assessment as it was finished in May.
type assessed struct {
	id        impact.AssessmentID
	title     string
	system    aims.SystemID
	screening impact.ScreeningID
	use       aims.UseCaseID
	data      string
	model     string
	scenarios []impact.Scenario
	parties   []impact.Party
	impacts   []impact.Impact
	measures  []impact.Measure
	omissions []impact.Omission
	uses      []impact.UseID // of the method's list
	risk      risk.RiskID    // in which the result was used
	without   string         // the way to do without AI
	why       string         // why that was not taken
	fair      string         // why benefits and harms stand in a fair relation
	decision  string         // why it may go on
}

// said is what the assessors were told by somebody who ought to know.
func said(by aims.PersonID) impact.Basis {
	return impact.Basis{Ground: impact.Stated, By: by, On: on(5, 19), Evidence: []aims.EvidenceID{"ev-impact-assessments"}}
}

func told(text string, by aims.PersonID) impact.Statement {
	return impact.Statement{Text: text, Basis: said(by)}
}

func intended(what string) impact.Scenario {
	return impact.Scenario{ID: "use", Kind: impact.IntendedUse, What: what, Basis: said("p-product")}
}

func misused(what string) impact.Scenario {
	return impact.Scenario{ID: "misuse", Kind: impact.Misuse, What: what, Basis: said("p-product")}
}

func failing(what string) impact.Scenario {
	return impact.Scenario{ID: "failure", Kind: impact.Failure, What: what, Basis: said("p-datascience")}
}

// society is the public at large, which the assessors looked at without asking
// anybody.
func society(id impact.PartyID, title string) impact.Party {
	return impact.Party{ID: id, Title: title, Kind: impact.Society, Reach: impact.Indirect, WhyNot: "nobody speaks for it; studies were read instead", Basis: said("p-risk")}
}

func harm(id impact.ImpactID, title string, party impact.PartyID, domain impact.Domain, scenario impact.ScenarioID, r impact.Rating, rationale string) impact.Impact {
	return impact.Impact{
		ID: id, Title: title, Party: party, Domain: domain, Effect: impact.Harm, Occurrence: impact.Potential, Scenario: scenario,
		Inherent: r, Confidence: impact.MediumConfidence, Rationale: rationale, Basis: said("p-risk"),
	}
}

func benefit(id impact.ImpactID, title string, party impact.PartyID, domain impact.Domain, r impact.Rating, rationale string) impact.Impact {
	return impact.Impact{
		ID: id, Title: title, Party: party, Domain: domain, Effect: impact.Benefit, Occurrence: impact.Actual, Scenario: "use",
		Inherent: r, Confidence: impact.HighConfidence, Rationale: rationale, Basis: said("p-product"),
	}
}

// asked says that a party was consulted.
func asked(day aims.Date, by aims.PersonID, how, outcome string, evidence aims.EvidenceID) []impact.Consultation {
	return []impact.Consultation{{On: day, By: by, How: how, Outcome: outcome, Evidence: []aims.EvidenceID{evidence}}}
}

// finished makes the record of an assessment of May.
func (a assessed) finished() life[impact.Assessment] {
	day := on(5, 27)
	product := a.product(day)
	return born(impact.Assessment{
		ID: a.id, Recorded: day, Title: a.title, System: a.system, Screening: a.screening, Version: product.Version,
		Method: impactMethod(), On: day, Assessors: []aims.PersonID{"p-risk", "p-validation"},
		Scope: impact.Scope{
			Scenarios: a.scenarios, Purpose: told(product.Purpose, "p-product"), UseCases: []aims.UseCaseID{a.use}, Users: product.Users,
			Data: told(a.data, "p-data"), Datasets: product.Datasets, Model: told(a.model, "p-datascience"), Models: parts(product),
			Technical: told("run by us in one data centre, reached through the customer's browser", "p-engineer-1"),
			Societal:  told("workplaces of customers in the EU, under labour, consumer and data protection law", "p-legal"),
			Oversight: product.Oversight.Mode, Jurisdictions: product.Jurisdictions, Uses: answeredUses(a.uses), Omissions: add(a.omissions, untouched(a.impacts)...),
		},
		Parties: a.parties, Impacts: a.impacts, Measures: a.measures,
		Alternatives:    []impact.Alternative{{What: a.without, NoAI: aims.Yes, Chosen: aims.No, Why: a.why, Basis: said("p-product")}},
		Proportionality: impact.Proportionality{Necessary: aims.Yes, Proportionate: aims.Yes, Why: a.fair, Basis: said("p-risk")},
		Conclusion:      impact.Conclusion{Decision: impact.Proceed, Why: a.decision},
		Owner:           "p-risk", Document: "doc-impact-procedure", ReviewBy: on(17, 27), RetainedUntil: on(125, 27),
		Evidence: []aims.EvidenceID{"ev-impact-assessments"},
	}).then(on(5, 28), func(a *impact.Assessment) {
		a.Approvals = add(a.Approvals, approval(a.Content(), "p-cto", on(5, 28)))
	}).then(on(6, 1), func(r *impact.Assessment) {
		r.UsedIn = []aims.Ref{{Kind: risk.KindRisk, ID: string(a.risk)}}
	}).then(on(6, 15), func(a *impact.Assessment) {
		a.Measures = slices.Clone(a.Measures)
		for i := range a.Measures {
			if len(a.Measures[i].Evidence) == 0 {
				a.Measures[i].Evidence = []aims.EvidenceID{"ev-operation-log"}
			}
		}
	}).then(on(6, 18), func(a *impact.Assessment) {
		a.Publication = impact.Publication{
			Summary: "what the product does to people, and what is done about it", Audience: []string{"customers", "those whom their decisions touch, through them"},
			Location: "product documentation", On: on(6, 18),
		}
	})
}

// product returns the record of the product on the day of the assessment.
func (a assessed) product(day aims.Date) aims.AISystem {
	all := state(systems(), day)
	return all[slices.IndexFunc(all, func(s aims.AISystem) bool { return s.ID == a.system })]
}

// parts are the components of a product, which the assessment is about.
func parts(s aims.AISystem) []impact.Model {
	var list []impact.Model
	for _, c := range s.Components {
		list = append(list, impact.Model{Name: c.Name, Version: c.Version})
	}
	return list
}

// answeredUses answers for every use that the method lists whether the product
// is put to it.
func answeredUses(put []impact.UseID) []impact.UseAnswer {
	var answers []impact.UseAnswer
	for _, u := range impactMethods()[0].first.Uses {
		a := impact.UseAnswer{Use: u.ID, Applies: aims.No, Why: "gone through with Legal", Basis: said("p-legal")}
		if slices.Contains(put, u.ID) {
			a.Applies = aims.Yes
		}
		answers = append(answers, a)
	}
	return answers
}

// untouched says of every domain of the method in which no impact was found
// that it was gone through.
func untouched(found []impact.Impact) []impact.Omission {
	var list []impact.Omission
	for _, d := range impactMethods()[0].first.Domains {
		if !slices.ContainsFunc(found, func(i impact.Impact) bool { return i.Domain == d }) {
			list = append(list, impact.Omission{Domain: d, Why: "gone through in the workshop, nothing found", Basis: said("p-risk")})
		}
	}
	return list
}
