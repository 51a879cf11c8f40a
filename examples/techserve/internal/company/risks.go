package company

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// criteria are set with the risk procedure in month 4.
func criteria() []life[risk.Criteria] {
	scale := func(title string, steps ...string) risk.Scale {
		s := risk.Scale{Title: title}
		for _, label := range steps {
			s.Steps = append(s.Steps, risk.Step{Label: label})
		}
		return s
	}
	c := risk.Criteria{
		ID: "criteria-1", Recorded: on(4, 13), Title: "AI risk criteria", Version: "1.0", Document: "doc-risk-procedure",
		Policy: "policy-1", ConsistentWithPolicy: aims.Yes,
		Likelihood: scale("How often", "less than once in ten years", "once in three to ten years", "once in one to three years", "every year or more often"),
		Consequences: []risk.Dimension{
			{ID: "business", Affected: risk.Organization, Scale: scale("Harm to the company", "hardly noticed", "a customer complains", "a customer leaves", "several customers leave, or a fine")},
			{ID: "people", Affected: risk.Individuals, Scale: scale("Harm to people", "a nuisance", "time or money, soon made good", "income or work affected", "lasting harm, or a right denied")},
			{ID: "society", Affected: risk.Societies, Scale: scale("Harm to society", "none to speak of", "a group treated worse now and then", "a group treated worse as a rule", "trust in an institution suffers")},
		},
		Matrix: risk.Matrix{Grid: [][]risk.Level{
			{1, 1, 2, 2},
			{1, 2, 2, 3},
			{1, 2, 3, 4},
			{2, 3, 4, 4},
		}},
		Levels: []risk.Band{
			{Label: "low", Action: "none"},
			{Label: "medium", Action: "watch"},
			{Label: "high", Action: "treat, or have the sponsor accept it"},
			{Label: "critical", Action: "treat at once; only the chief executive may accept it"},
		},
		Appetite: 2, Tolerance: 3,
		Accepters: []risk.Accepter{{UpTo: 3, Persons: []aims.PersonID{"p-cto"}}, {UpTo: 4, Persons: []aims.PersonID{"p-ceo"}}},
		ReviewBy:  on(15, 31),
	}
	return []life[risk.Criteria]{born(c).then(on(4, 14), func(c *risk.Criteria) {
		c.Approvals = add(c.Approvals, approval(c.Content(), "p-cto", on(4, 14)))
	})}
}

// levels are the likelihood and the consequences for the company, for people
// and for society.
type levels [4]risk.Level

func (l levels) rating(day aims.Date, rationale string) *risk.Rating {
	digest, err := criteria()[0].first.Digest()
	if err != nil {
		panic(err) // every record of the library has JSON
	}
	return &risk.Rating{
		Criteria: digest, On: day, By: "p-risk", Likelihood: l[0], Rationale: rationale,
		Consequences: []risk.Consequence{{Dimension: "business", Level: l[1]}, {Dimension: "people", Level: l[2]}, {Dimension: "society", Level: l[3]}},
	}
}

// entry is one risk of the register with what is done about it.
type entry struct {
	risk                risk.Risk
	inherent, remaining levels
	pilot               bool      // rated in month 4, when the procedure was tried
	looked              aims.Date // the day on which it was looked at again after a release; absent: none
	measure             measure
}

// measure is the treatment of one risk.
type measure struct {
	id       risk.TreatmentID
	title    string
	option   risk.Option
	control  aims.ControlID
	process  aims.ProcessID
	owner    aims.PersonID
	how      string
	due      aims.Date
	done     aims.Date
	effect   risk.Effect
	evidence aims.EvidenceID
}

func register() []entry {
	payment, workforce, assistant, forecast := []aims.SystemID{"sys-payment-risk"}, []aims.SystemID{"sys-workforce"}, []aims.SystemID{"sys-assistant"}, []aims.SystemID{"sys-forecast"}
	terms, shifts, reports, orders := []aims.UseCaseID{"use-credit-terms"}, []aims.UseCaseID{"use-shifts"}, []aims.UseCaseID{"use-reports"}, []aims.UseCaseID{"use-orders"}
	lower := func(likelihood int, people int) risk.Effect {
		e := risk.Effect{Likelihood: likelihood}
		if people > 0 {
			e.Consequences = []risk.Lowered{{Dimension: "people", By: people}}
		}
		return e
	}
	return []entry{
		{
			pilot: true, inherent: levels{4, 2, 2, 1}, remaining: levels{2, 2, 2, 1},
			risk: risk.Risk{
				ID: "R-01", Title: "Nobody answers for a product", Cause: "duties towards AI were never written down", Event: "a warning sign is seen and passed on to nobody", Outcome: "a fault lasts for weeks",
				Sources: []risk.SourceID{"organizational"}, AnnexC: []aims.AnnexC{"C.2.1"}, Issues: []aims.IssueID{"iss-informal-practice"}, Parties: []aims.PartyID{"party-staff"}, Owner: "p-governance",
			},
			measure: measure{"T-01", "Name who answers for each product, and a deputy", risk.ChangeLikelihood, "A.3.2", "proc-competence", "p-governance", "drill: who is called", on(5, 29), on(5, 20), lower(2, 0), "ev-treatment-roles"},
		},
		{
			pilot: true, inherent: levels{3, 3, 3, 1}, remaining: levels{2, 2, 2, 1}, looked: on(8, 14),
			risk: risk.Risk{
				ID: "R-02", Title: "A component that nobody knows fails or changes", Cause: "libraries and models are used without an inventory", Event: "an update changes ratings", Outcome: "customers are rated wrongly for days",
				Sources: []risk.SourceID{"C.3.6", "system"}, AnnexC: []aims.AnnexC{"C.2.6", "C.2.8"}, Systems: payment, UseCases: terms, Parties: []aims.PartyID{"party-debtors"}, Owner: "p-engineer-1",
			},
			measure: measure{"T-02", "Inventory of data, models and tools, versions fixed", risk.ChangeLikelihood, "A.4.4", "proc-suppliers", "p-engineer-1", "share of components with a fixed version", on(5, 29), on(5, 12), lower(1, 1), "ev-treatment-inventory"},
		},
		{
			pilot: true, inherent: levels{3, 3, 2, 1}, remaining: levels{2, 2, 2, 1},
			risk: risk.Risk{
				ID: "R-03", Title: "Skills in few heads", Cause: "ten people carry all AI work", Event: "one of them leaves or falls ill", Outcome: "changes wait, or are made by people without training",
				Sources: []risk.SourceID{"organizational"}, AnnexC: []aims.AnnexC{"C.2.2"}, Issues: []aims.IssueID{"iss-small-team"}, Parties: []aims.PartyID{"party-staff"}, Owner: "p-people",
			},
			measure: measure{"T-03", "Train every developer, two for each subject", risk.ChangeLikelihood, "A.4.6", "proc-competence", "p-people", "subjects with fewer than two trained people", on(8, 31), on(8, 12), lower(1, 0), "ev-treatment-training"},
		},
		{
			inherent: levels{2, 3, 4, 3}, remaining: levels{2, 2, 3, 2}, looked: on(6, 18),
			risk: risk.Risk{
				ID: "R-04", Title: "Plans of shifts harm people beyond the customer's view", Cause: "effects on families and on groups were never looked at", Event: "wishes of one group are met less often, and nobody notices", Outcome: "income and health of that group suffer",
				Sources: []risk.SourceID{"C.3.1", "data"}, AnnexC: []aims.AnnexC{"C.2.5", "C.2.9"}, Systems: workforce, UseCases: shifts, Parties: []aims.PartyID{"party-employees-of-customers"}, Owner: "p-product",
			},
			measure: measure{"T-04", "Impact assessment of every product that touches people", risk.ChangeConsequence, "A.5.5", "proc-impact", "p-risk", "impacts found after release", on(6, 30), on(6, 15), lower(0, 1), "ev-treatment-impact"},
		},
		{
			inherent: levels{3, 3, 2, 1}, remaining: levels{2, 3, 2, 1}, looked: on(6, 18),
			risk: risk.Risk{
				ID: "R-05", Title: "Care in development depends on habits", Cause: "the life cycle has no gates", Event: "a step is left out under pressure of time", Outcome: "a version with a fault goes live",
				Sources: []risk.SourceID{"C.3.6"}, AnnexC: []aims.AnnexC{"C.2.8"}, Systems: forecast, UseCases: orders, Issues: []aims.IssueID{"iss-informal-practice"}, Owner: "p-datascience",
			},
			measure: measure{"T-05", "Life cycle with gates", risk.ChangeLikelihood, "A.6.1.3", "proc-lifecycle", "p-datascience", "gates passed without a record", on(6, 30), on(6, 9), lower(1, 0), "ev-treatment-gates"},
		},
		{
			inherent: levels{3, 3, 3, 2}, remaining: levels{2, 3, 3, 2}, looked: on(8, 14),
			risk: risk.Risk{
				ID: "R-06", Title: "An untested version is released", Cause: "release and test are in one hand", Event: "a version rates young companies too low", Outcome: "sole traders get worse terms",
				Sources: []risk.SourceID{"model", "C.3.4"}, AnnexC: []aims.AnnexC{"C.2.5", "C.2.8"}, Systems: payment, UseCases: terms, Parties: []aims.PartyID{"party-debtors"}, Owner: "p-product",
			},
			measure: measure{"T-06", "Release gate that asks for validation and bias test", risk.ChangeLikelihood, "A.6.2.5", "proc-lifecycle", "p-product", "releases without a passed test", on(6, 30), on(6, 12), lower(1, 0), "ev-treatment-release"},
		},
		{
			inherent: levels{3, 3, 3, 2}, remaining: levels{2, 3, 3, 2}, looked: on(8, 14),
			risk: risk.Risk{
				ID: "R-07", Title: "Unsuitable data", Cause: "origin and quality of data are known to one person", Event: "a group is missing in the data for training", Outcome: "that group is rated at random",
				Sources: []risk.SourceID{"data", "C.3.4"}, AnnexC: []aims.AnnexC{"C.2.3", "C.2.5"}, Systems: payment, UseCases: terms, Parties: []aims.PartyID{"party-debtors"}, Owner: "p-datascience",
			},
			measure: measure{"T-07", "Clearance of every data set before use", risk.ChangeLikelihood, "A.7.4", "proc-data", "p-data", "data sets in use without clearance", on(6, 30), on(6, 12), lower(1, 0), "ev-treatment-data"},
		},
		{
			inherent: levels{3, 3, 3, 2}, remaining: levels{2, 3, 2, 2},
			risk: risk.Risk{
				ID: "R-08", Title: "Products are used for what they are not made for", Cause: "intended use is not told clearly", Event: "drafts of the assistant are sent unread", Outcome: "readers act on invented figures",
				Sources: []risk.SourceID{"external", "C.3.3"}, AnnexC: []aims.AnnexC{"C.2.9", "C.2.11"}, Systems: assistant, UseCases: reports, Issues: []aims.IssueID{"iss-purpose"}, Parties: []aims.PartyID{"party-customers"}, Owner: "p-product",
			},
			measure: measure{"T-08", "Use cases with conditions, told to users", risk.ChangeLikelihood, "A.9.4", "proc-use", "p-product", "uses outside of the conditions found in samples", on(6, 30), on(6, 13), lower(1, 1), "ev-treatment-use"},
		},
		{
			inherent: levels{3, 3, 2, 1}, remaining: levels{3, 2, 2, 1},
			risk: risk.Risk{
				ID: "R-09", Title: "Nobody answers at the border to a supplier", Cause: "the contract says nothing of who tests what", Event: "the supplier changes the language model without notice", Outcome: "answers get worse overnight",
				Sources: []risk.SourceID{"external"}, AnnexC: []aims.AnnexC{"C.2.1", "C.2.8"}, Systems: assistant, UseCases: reports, Issues: []aims.IssueID{"iss-model-supplier"}, Parties: []aims.PartyID{"party-model-supplier"}, Owner: "p-purchasing",
			},
			measure: measure{"T-09", "Responsibilities written into the contract, with notice of changes", risk.Share, "A.10.2", "proc-suppliers", "p-purchasing", "changes that came without notice", on(6, 30), on(6, 10), risk.Effect{Consequences: []risk.Lowered{{Dimension: "business", By: 1}}}, "ev-treatment-contract"},
		},
	}
}

// risks live through the procedure: three are rated when it is tried in month
// 4, all of them at the beginning of month 6. Somebody who does not own them
// gives a second opinion. From month 8 on their treatments count.
func risks() []life[risk.Risk] {
	var lives []life[risk.Risk]
	for i, e := range register() {
		begun := on(6, 1)
		if e.pilot {
			begun = on(4, 22)
		}
		r := e.risk
		r.Recorded, r.Decision, r.Priority, r.ReviewBy = begun, e.measure.option, i+1, on(12, 1)
		r.Inherent, r.Current = e.inherent.rating(begun, "no control counted"), e.inherent.rating(begun, "no control counted on yet")
		look := func(day aims.Date, outcome string) func(*risk.Risk) {
			return func(r *risk.Risk) {
				r.Reviews = add(r.Reviews, aims.Review{On: day, By: "p-quality", Outcome: outcome})
			}
		}
		l := born(r).then(begun.AddDays(1), look(begun.AddDays(1), "second opinion: rating confirmed"))
		if e.pilot {
			l = l.then(on(6, 1), func(r *risk.Risk) {
				r.Current = e.inherent.rating(on(6, 1), "as in April: effects of treatments are not verified yet")
			}).then(on(6, 2), look(on(6, 2), "second opinion: rating confirmed"))
		}
		l = l.then(on(6, 8), func(r *risk.Risk) {
			r.Residual = e.remaining.rating(on(6, 8), "as expected when "+string(e.measure.id)+" is in place")
		})
		if e.looked != 0 {
			l = l.then(e.looked, look(e.looked, "looked at after the release: unchanged"))
		}
		lives = append(lives, l.then(on(8, 19), func(r *risk.Risk) {
			r.Current = e.remaining.rating(on(8, 19), "treatment in place and verified")
			r.Evidence = list("ev-treatment-check")
		}))
	}
	return lives
}

// opportunities are what the company wants to make of good practice.
func opportunities() []life[risk.Opportunity] {
	return []life[risk.Opportunity]{born(risk.Opportunity{
		ID: "O-01", Recorded: on(4, 22), Title: "Proof of responsible AI wins tenders", Benefit: "customers who ask for proof get it without weeks of questions",
		Issues: []aims.IssueID{"iss-customer-proof"}, Parties: []aims.PartyID{"party-customers"}, Owner: "p-product", Decision: "pursue",
		Actions: []aims.Action{{What: "summaries of impact assessments for customers", Responsible: "p-product", Due: on(6, 30)}},
		Process: "proc-impact", HowEvaluated: "tenders won that asked for proof", ReviewBy: on(12, 1),
	}).then(on(4, 23), func(o *risk.Opportunity) {
		o.Reviews = add(o.Reviews, aims.Review{On: on(4, 23), By: "p-quality", Outcome: "worth it"})
	})}
}

// treatments follow the risks, and are verified in month 8 by the head of
// quality, who owns none of them.
func treatments() []life[risk.Treatment] {
	var lives []life[risk.Treatment]
	for _, e := range register() {
		m := e.measure
		t := risk.Treatment{
			ID: m.id, Recorded: on(6, 8), Title: m.title, Option: m.option, Risks: []risk.RiskID{e.risk.ID},
			Controls: []aims.Key{aims.ControlKey(m.control)}, Systems: e.risk.Systems, Process: m.process, HowEvaluated: m.how,
			Owner: m.owner, Due: m.due, Effects: []risk.Effect{m.effect},
		}
		if e.pilot {
			t.Recorded = on(4, 23)
		}
		lives = append(lives, born(t).then(m.done, func(t *risk.Treatment) {
			t.Implemented, t.Evidence = m.done, list(m.evidence)
		}).then(on(8, 18), func(t *risk.Treatment) {
			t.Effectiveness = add(t.Effectiveness, aims.Evaluation{
				On: on(8, 18), By: "p-quality", Method: m.how, Met: aims.Yes, Result: "works as expected", Evidence: list("ev-treatment-check"),
			})
		}))
	}
	return lives
}

// plans holds the treatment plan, which the sponsor approves in month 6.
func plans() []life[risk.TreatmentPlan] {
	p := risk.TreatmentPlan{
		ID: "plan-1", Recorded: on(6, 9), Title: "AI risk treatment plan", Version: "1.0", Document: "doc-treatment-procedure",
		Designated: []aims.PersonID{"p-cto"}, GuidanceConsidered: aims.Yes, ServesObjectives: aims.Yes, ReviewBy: on(12, 9),
	}
	for _, t := range state(treatments(), on(6, 9)) {
		p.Treatments = append(p.Treatments, must(risk.PlanOf(t)))
	}
	return []life[risk.TreatmentPlan]{born(p).then(on(6, 10), func(p *risk.TreatmentPlan) {
		p.Approvals = add(p.Approvals, approval(p.Content(), "p-cto", on(6, 10)))
	}).then(on(6, 16), func(p *risk.TreatmentPlan) {
		p.AvailableToParties, p.Communications = aims.Yes, []aims.CommunicationID{"com-controls"}
	})}
}

// acceptances are the sponsor's, for what remains of each risk.
func acceptances() []life[risk.Acceptance] {
	var lives []life[risk.Acceptance]
	day := on(6, 10)
	for _, r := range state(risks(), day) {
		a := must(r.Accept("p-cto", day, "what remains is within what the company tolerates", criteria()[0].first))
		a.ID, a.Recorded, a.Until = risk.AcceptanceID("accept-"+string(r.ID)), day, day.AddMonths(12)
		lives = append(lives, born(a))
	}
	return lives
}

// treatmentEvidence shows that treatments are in place, and that they work.
func treatmentEvidence() []life[aims.Evidence] {
	lives := []life[aims.Evidence]{
		proof("ev-treatment-check", "Checks of the effect of treatments, with samples", aims.FormRecord, "p-quality", on(8, 17), "8.2", "8.3"),
	}
	for _, e := range register() {
		m := e.measure
		lives = append(lives, proof(m.evidence, "Completion note of "+string(m.id)+": "+m.title, aims.FormRecord, m.owner, m.done, "8.3"))
	}
	return slices.Clip(lives)
}
