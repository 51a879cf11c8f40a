package audit

import (
	"cmp"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/impact"
)

// impacts adds the smallest impact assessment that shows every point of 6.1.4
// and 8.4: the method, one screening and one assessment, with a party of every
// kind, each domain of the method gone through, and one measure that works.
func impacts(s *audit.Snapshot) {
	method := impact.Default()
	method.ID, method.Recorded, method.Version, method.ReviewBy = "method", day("2026-02-01"), "1.0", day("2027-02-01")
	method.Domains = []impact.Domain{impact.Health, impact.Environment}
	method.Triggers = slices.DeleteFunc(method.Triggers, func(t impact.Trigger) bool {
		return !slices.Contains([]impact.TriggerID{"essential", "acts-by-itself", "sensitive-data", "changed"}, t.ID) // one of each kind
	})
	method.Uses = nil
	method.Approvers = []impact.Approver{{UpTo: impact.RestrictedUse, Persons: []aims.PersonID{"p-cto"}}}
	method.Approvals = approved("p-cto", "2026-02-10")
	s.ImpactMethods = []impact.Method{method}
	proof := evidence(s, "e-impact", "Impact assessment with its working papers", aims.ClauseKey("6.1.4"), aims.ClauseKey("8.4"))
	seen := impact.Basis{Ground: impact.Observed, By: "p-lead", On: day("2026-03-02"), Evidence: proof}
	system := s.Systems[0]
	s.Screenings = []impact.Screening{{
		ID: "screening", Recorded: day("2026-02-20"), System: "system", Version: cmp.Or(system.Version, "2.1"), On: day("2026-02-20"), By: "p-lead",
		Answers: []impact.TriggerAnswer{{Trigger: method.Triggers[0].ID, Met: aims.Yes, Why: "beds and staff hang on the forecast", Basis: seen}},
		Needed:  aims.Yes, Why: "care hangs on it", ReviewBy: day("2027-02-20"), Evidence: proof,
	}}
	var models []impact.Model
	for _, c := range system.Components {
		models = append(models, impact.Model{Name: c.Name, Version: c.Version})
	}
	told := func(text string) impact.Statement { return impact.Statement{Text: text, Basis: seen} }
	s.Assessments = []impact.Assessment{{
		ID: "assessment", Recorded: day("2026-03-09"), Title: "Impact of the forecast of beds", System: "system", Screening: "screening",
		Version: cmp.Or(system.Version, "2.1"), On: day("2026-03-09"), Assessors: []aims.PersonID{"p-lead"},
		Scope: impact.Scope{
			Scenarios: []impact.Scenario{
				{ID: "use", Kind: impact.IntendedUse, What: "planning beds for the week", Basis: seen},
				{ID: "misuse", Kind: impact.Misuse, What: "staff sent home on the forecast alone", Basis: seen},
				{ID: "failure", Kind: impact.Failure, What: "forecast too low for several days", Basis: seen},
			},
			Purpose: told(system.Purpose), UseCases: []aims.UseCaseID{"use"}, Users: system.Users,
			Data: told("admissions of four years"), Datasets: system.Datasets, Model: told("boosted trees; not for epidemics"), Models: models,
			Technical: told("one server in the hospital"), Societal: told("a public hospital short of staff"),
			Oversight: cmp.Or(system.Oversight.Mode, aims.InTheLoop), Jurisdictions: append([]string{"DE"}, system.Jurisdictions...),
		},
		Parties: []impact.Party{
			{
				ID: "patients", Party: "party", Title: "patients", Kind: impact.Group, Reach: impact.Indirect, Size: aims.AmountInt(4000), Basis: seen,
				Consultations: []impact.Consultation{{On: day("2026-03-04"), By: "p-lead", How: "patients' council", Outcome: "want a margin", Evidence: proof}},
			},
			{ID: "city", Title: "the city", Kind: impact.Society, Reach: impact.Indirect, WhyNot: "the council of patients speaks for it", Basis: seen},
		},
		Impacts: []impact.Impact{
			{
				ID: "waiting", Title: "Patients wait for a bed", Party: "patients", Domain: impact.Health, Effect: impact.Harm, Occurrence: impact.Potential, Scenario: "failure",
				Inherent: impact.Rating{Scale: 3, Scope: 2, Irremediability: 2, Likelihood: 3}, Confidence: impact.MediumConfidence,
				Rationale: "seen twice before the forecast was used", Basis: seen,
			},
			{
				ID: "thin-shifts", Title: "A ward is left with too few hands", Party: "patients", Domain: impact.Health, Effect: impact.Harm, Occurrence: impact.Potential, Scenario: "misuse",
				Inherent: impact.Rating{Scale: 2, Scope: 2, Irremediability: 2, Likelihood: 1}, Confidence: impact.MediumConfidence,
				Rationale: "rosters need two signatures", Basis: seen,
			},
			{
				ID: "energy", Title: "Power of the server", Party: "city", Domain: impact.Environment, Effect: impact.Harm, Occurrence: impact.Actual, Scenario: "use",
				Inherent: impact.Rating{Scale: 1, Scope: 1, Irremediability: 1}, Confidence: impact.HighConfidence,
				Rationale: "less than a desk lamp", Basis: seen,
			},
		},
		Measures: []impact.Measure{{
			ID: "margin", Title: "Drift is watched", Controls: []aims.Key{aims.ControlKey("A.6.2.6")}, Owner: "p-dev", Due: day("2026-05-31"),
			Credits:     []impact.Credit{{Impact: "waiting", Likelihood: 1}},
			Implemented: day("2026-05-01"), Evidence: []aims.EvidenceID{"e-treatment"},
		}},
		Alternatives:    []impact.Alternative{{What: "planning by last year", NoAI: aims.Yes, Chosen: aims.No, Why: "patients waited more often", Basis: seen}},
		Proportionality: impact.Proportionality{Necessary: aims.Yes, Proportionate: aims.Yes, Why: "fewer wait than before", Basis: seen},
		Conclusion:      impact.Conclusion{Decision: impact.Proceed, Why: "a ward manager decides"},
		Owner:           "p-lead", Document: "handbook", ReviewBy: day("2027-03-09"),
		Reviews:   []aims.Review{{On: day("2026-06-01"), By: "p-quality", Outcome: "still right"}},
		Approvals: approved("p-cto", "2026-03-12"), UsedIn: []aims.Ref{{Kind: "risk", ID: "risk"}},
		Publication:   impact.Publication{Summary: "what the forecast means for patients", Audience: []string{"patients' council"}, Location: "notice board", On: day("2026-03-20")},
		RetainedUntil: day("2036-03-09"), Evidence: proof,
	}}
	s.Processes[0].Serves = append(s.Processes[0].Serves, aims.ClauseKey("6.1.4"))
	s.Documents[0].Serves = append(s.Documents[0].Serves, aims.ClauseKey("6.1.4"))
	accept(s, "e-treatment", "8.4")
}

// bindImpacts binds screenings and assessments to the method, and approvals to
// what they approve, as all of it stands.
func bindImpacts(s *audit.Snapshot) {
	var method aims.Digest
	for i, m := range s.ImpactMethods {
		sign(m.Content(), s.ImpactMethods[i].Approvals)
		method = digestOf(m.Content())
	}
	for i := range s.Screenings {
		if method != "" {
			s.Screenings[i].Method = method
		}
		sign(s.Screenings[i].Content(), s.Screenings[i].Approvals)
	}
	for i := range s.Assessments {
		if method != "" {
			s.Assessments[i].Method = method
		}
		sign(s.Assessments[i].Content(), s.Assessments[i].Approvals)
	}
}
