package impact_test

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

// passage is a system before the gate, with its records. The sound one goes.
type passage struct {
	system     aims.AISystem
	at         aims.Date
	method     impact.Method
	screenings []impact.Screening
	assessment impact.Assessment
	more       []impact.Assessment // further ones, as they are
	supplied   []aims.Kind
	facts      impact.GateFacts
	unbound    bool // the assessment is not approved again after the change
}

func (p *passage) screening() *impact.Screening { return &p.screenings[0] }

// condition adds a condition, and the decision that goes with it.
func (p *passage) condition(k impact.Condition) {
	p.assessment.Conclusion.Decision = impact.Conditional
	p.assessment.Conclusion.Conditions = append(p.assessment.Conclusion.Conditions, k)
}

func (p *passage) waiver(w impact.Waiver) { p.assessment.Waivers = append(p.assessment.Waivers, w) }

// records binds the records to the method and the approvals to the assessment.
func (p *passage) records() impact.Recorded {
	p.assessment.Method = must(p.method.Digest())
	for i := range p.screenings {
		p.screenings[i].Method = p.assessment.Method
	}
	digest := must(p.assessment.Digest())
	for i := range p.assessment.Approvals {
		if !p.unbound {
			p.assessment.Approvals[i].Digest = digest
		}
	}
	r := impact.Recorded{Methods: []impact.Method{p.method}, Screenings: p.screenings, Supplied: p.supplied}
	if p.assessment.ID != "" {
		r.Assessments = append(r.Assessments, p.assessment)
	}
	r.Assessments = append(r.Assessments, p.more...)
	return r
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// failer is a test, or one try of a property.
type failer interface {
	Helper()
	Fatal(args ...any)
}

func (p *passage) gate(t failer) impact.GateResult {
	t.Helper()
	out, err := impact.Gate(p.system, p.at, p.records(), p.facts)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// passing is a system that may go: screened in, and assessed by p-assessor
// with an approval of p-board.
func passing() *passage {
	day := aims.MustDate
	m := impact.Default()
	p := &passage{
		system: aims.AISystem{
			ID: "s", Name: "Triage", Version: "2", Purpose: "order mail", Owner: "p-owner", Stage: aims.StageVerification,
			Jurisdictions: []string{"EU"}, Users: []string{"clerks"}, Datasets: []aims.DatasetID{"d-1"},
			Components: []aims.Component{{Name: "encoder", Version: "1"}}, Oversight: aims.Oversight{Mode: aims.OnTheLoop},
		},
		at: day("2026-06-01"), method: m,
		screenings: []impact.Screening{{
			ID: "screening-1", System: "s", Version: "2", On: day("2026-01-10"), By: "p-risk", Needed: aims.Yes,
		}},
		assessment: impact.Assessment{
			ID: "assessment-1", Title: "Triage", System: "s", Screening: "screening-1", Version: "2", On: day("2026-02-01"),
			Assessors: []aims.PersonID{"p-assessor"},
			Scope: impact.Scope{
				Scenarios: []impact.Scenario{{ID: "use", Kind: impact.IntendedUse, What: "orders mail"}},
				Purpose:   impact.Statement{Text: "order mail"}, Users: []string{"clerks"}, Datasets: []aims.DatasetID{"d-1"},
				Models: []impact.Model{{Name: "encoder", Version: "1"}}, Jurisdictions: []string{"EU"}, Oversight: aims.OnTheLoop,
			},
			Parties: []impact.Party{{ID: "senders", Title: "senders", Kind: impact.Individuals, WhyNot: "nobody knows them before they write"}},
			Impacts: []impact.Impact{{
				ID: "late", Title: "an answer comes late", Party: "senders", Domain: impact.Fairness, Effect: impact.Harm,
				Occurrence: impact.Potential, Scenario: "use", Inherent: impact.Rating{Scale: 2, Scope: 2, Irremediability: 1, Likelihood: 3},
			}},
			Conclusion: impact.Conclusion{Decision: impact.Proceed},
			Approvals:  []aims.Approval{{By: "p-board", On: day("2026-02-10")}},
		},
		supplied: []aims.Kind{impact.KindScreening, impact.KindAssessment, impact.KindMethod},
	}
	for _, d := range m.Domains {
		if d != impact.Fairness {
			p.assessment.Scope.Omissions = append(p.assessment.Scope.Omissions, impact.Omission{Domain: d, Why: "mail is only ordered"})
		}
	}
	for _, u := range m.Uses {
		p.assessment.Scope.Uses = append(p.assessment.Scope.Uses, impact.UseAnswer{Use: u.ID, Applies: aims.No})
	}
	return p
}
