package lender

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// The dimensions of consequences.
const (
	loss   risk.DimensionID = "loss"
	rights risk.DimensionID = "rights"
	access risk.DimensionID = "access"
)

// criteria are the ready-made ones of five by five, with the lender's own
// scales, thresholds and names.
func criteria() risk.Criteria {
	k := risk.Criteria5x5()
	k.ID, k.Title, k.Version = "criteria-2026", "Criteria for AI risks at Scorely", "2.0"
	k.Recorded, k.ReviewBy = day("2026-01-15"), day("2027-01-15")
	k.Likelihood = scale("How often it happens", risk.PerYear, []step{
		{"Rare", "Less than once in twenty years", "0"},
		{"Unlikely", "Once in five to twenty years", "0.05"},
		{"Possible", "Once in one to five years", "0.2"},
		{"Likely", "Once to six times a year", "1"},
		{"Almost certain", "More than six times a year", "6"},
	})
	k.Consequences = []risk.Dimension{
		{ID: loss, Affected: risk.Organization, Scale: scale("Loss to Scorely and its banks", "EUR", []step{
			{"Negligible", "Dealt with in passing", "0"},
			{"Minor", "Within the budget of a team", "10000"},
			{"Moderate", "A contract or a target of the year is at stake", "100000"},
			{"Serious", "An authority acts, a bank leaves", "1000000"},
			{"Extreme", "The licence or the company is at stake", "5000000"},
		})},
		{ID: rights, Affected: risk.Individuals, Scale: scale("Harm to applicants", "", []step{
			{"Negligible", "Hardly noticed", ""},
			{"Minor", "A question or a delay of days", ""},
			{"Moderate", "Worse terms, or a refusal that is corrected within weeks", ""},
			{"Serious", "Wrongly refused, discriminated against or exposed", ""},
			{"Extreme", "Home or livelihood lost", ""},
		})},
		{ID: access, Affected: risk.Societies, Scale: scale("Harm to fair access to credit", "", []step{
			{"Negligible", "Not felt beyond single cases", ""},
			{"Minor", "Felt in one town or trade for months", ""},
			{"Moderate", "A group finds credit harder to get", ""},
			{"Serious", "A group is shut out for years, or trust in scoring is lost", ""},
			{"Extreme", "Exclusion of a kind that lasts for generations", ""},
		})},
	}
	k.Accepters = []risk.Accepter{
		{UpTo: 2, Persons: []aims.PersonID{headOfRisk, boardRisk}},
		{UpTo: 4, Persons: []aims.PersonID{boardRisk}},
	}
	return k
}

// step is a step of a scale with the number from which it reaches, if any.
type step struct{ label, description, from string }

func scale(title string, unit risk.Unit, steps []step) risk.Scale {
	s := risk.Scale{Title: title, Unit: unit}
	for i, st := range steps {
		made := risk.Step{Label: st.label, Description: st.description}
		if st.from != "" {
			made.Min = aims.MustAmount(st.from)
			if i+1 < len(steps) {
				made.Max = aims.MustAmount(steps[i+1].from)
			}
		}
		s.Steps = append(s.Steps, made)
	}
	return s
}

func day(s string) aims.Date { return aims.MustDate(s) }
