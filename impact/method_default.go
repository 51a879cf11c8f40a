package impact

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Default returns a method to begin with: copy it, give it an id and a version
// of your own, say in your own numbers what few and many people are, name who
// may approve what, and have it approved. Its choices, and the reasons for them:
//
//   - Numbers of people raise a severity and never lower it (Extent): a harm is
//     as grave for one person as it is for each of many.
//   - What cannot be put right is more severe by up to one step (Harm).
//   - What is severe is never low, however unlikely (Impact).
//   - Of two harms to human rights the more severe one is never lower, however
//     the likelihoods differ (Rights).
//   - High impact makes a use sensitive, critical impact restricted. No level
//     makes a use prohibited: that is for law and for an organization's own
//     list to say, not for a score.
//   - A harm that is serious for each of a few people with special needs is
//     shown apart.
//   - Assessments are repeated yearly, for want of an interval that somebody
//     planned. Results are kept for ten years, as the EU AI Act asks of the
//     documentation of high-risk systems (Art. 18).
func Default() Method {
	return Method{
		ID: "default", Title: "Impact assessment method to begin with", Version: "1",
		Triggers: defaultTriggers(), Domains: slices.Clone(domains),
		Scale: scaleOf("Scale",
			risk.Step{Label: "Negligible", Description: "Hardly noticed."},
			risk.Step{Label: "Minor", Description: "Annoyance or loss of time, overcome without help."},
			risk.Step{Label: "Moderate", Description: "Distress, cost or unequal treatment that is felt for some time."},
			risk.Step{Label: "Serious", Description: "Harm to health, livelihood, dignity or rights; of a benefit, a marked improvement of these."},
			risk.Step{Label: "Extreme", Description: "Death, lasting injury, loss of freedom or of the basis of a life; of a benefit, the rescue from these."},
		),
		Scope: scaleOf("Scope",
			risk.Step{Label: "Single", Description: "One or a few persons."},
			risk.Step{Label: "Few", Description: "A small part of those whom the system touches."},
			risk.Step{Label: "Some", Description: "A noticeable part, or a small group as a whole."},
			risk.Step{Label: "Many", Description: "Most of those whom the system touches, or a large group as a whole."},
			risk.Step{Label: "Widespread", Description: "A whole population, a society or the environment."},
		),
		Irremediability: scaleOf("Irremediability",
			risk.Step{Label: "Easily put right", Description: "Soon, fully and without much effort by those affected."},
			risk.Step{Label: "Put right with effort", Description: "Fully, with time, money or help."},
			risk.Step{Label: "Hardly put right", Description: "In part only, or after years."},
			risk.Step{Label: "Irremediable", Description: "Not at all."},
		),
		Likelihood: scaleOf("Likelihood",
			risk.Step{Label: "Rare", Description: "Several unusual things would have to come together."},
			risk.Step{Label: "Unlikely", Description: "Known from a few comparable systems."},
			risk.Step{Label: "Possible", Description: "Known from many comparable systems."},
			risk.Step{Label: "Likely", Description: "Expected while the system is in use."},
			risk.Step{Label: "Almost certain", Description: "A part of daily use unless somebody steps in."},
		),
		Severity: scaleOf("Severity",
			risk.Step{Label: "Negligible"}, risk.Step{Label: "Minor"}, risk.Step{Label: "Moderate"},
			risk.Step{Label: "Severe"}, risk.Step{Label: "Very severe"},
		),
		Extent: Table{
			{1, 1, 1, 2, 2},
			{2, 2, 2, 3, 3},
			{3, 3, 3, 4, 4},
			{4, 4, 4, 5, 5},
			{5, 5, 5, 5, 5},
		},
		Harm: Table{
			{1, 1, 1, 2},
			{2, 2, 3, 3},
			{3, 3, 4, 4},
			{4, 4, 5, 5},
			{5, 5, 5, 5},
		},
		Impact: Table{
			{1, 1, 1, 2, 2},
			{1, 1, 2, 2, 3},
			{1, 2, 2, 3, 3},
			{1, 2, 2, 3, 4},
			{1, 2, 3, 4, 4},
		},
		Rights: Table{
			{1, 1, 2, 3, 4},
			{1, 1, 2, 3, 4},
			{1, 2, 2, 4, 4},
			{1, 2, 3, 4, 4},
			{1, 2, 3, 4, 4},
		},
		Levels: []risk.Band{
			{Label: "Low", Action: "Keep, and look again at the planned assessment.", Color: "#2e7d32"},
			{Label: "Medium", Action: "Treat, or say why not.", Color: "#f9a825"},
			{Label: "High", Action: "Treat before use, and have it approved higher up.", Color: "#ef6c00"},
			{Label: "Critical", Action: "Do not use until treatment has lowered it, or only under conditions that keep people safe.", Color: "#c62828"},
		},
		Sensitive: 3, Restricted: 4, Uses: defaultUses(),
		Concentrated: Concentration{Scale: 4, Scope: 2},
		Interval:     aims.Interval("P1Y"), Retention: aims.Interval("P10Y"),
	}
}

func scaleOf(title string, steps ...risk.Step) risk.Scale {
	return risk.Scale{Title: title, Steps: steps}
}

func defaultTriggers() []Trigger {
	return []Trigger{
		{"essential", Criticality, "Health, safety, income, education, freedom or access to an essential service hangs on its results."},
		{"many-affected", Criticality, "Its results touch a large number of people, or a society as a whole."},
		{"acts-by-itself", Automation, "Its results take effect on people without a person deciding each case."},
		{"hard-to-explain", Automation, "It is so complex that nobody can explain a single result."},
		{"sensitive-data", DataSensitivity, "It works on data about health, origin, belief, sex life, crime, biometrics, or on confidences."},
		{"vulnerable-people", DataSensitivity, "It works on data about children or others with special needs."},
		{"changed", SystemChange, "Purpose, surroundings, data or model change in a way that may change what it does to people."},
	}
}

func defaultUses() []ListedUse {
	return []ListedUse{
		{"unlawful", ProhibitedUse, "A practice that the law forbids where the system is used."},
		{"manipulation", ProhibitedUse, "To make people act against their own interest without their noticing, or by using their weakness."},
		{"sole-decision", RestrictedUse, "To decide alone, with legal or similarly grave effect on a person."},
		{"identification", RestrictedUse, "To recognize people by their bodies, or to infer what they feel."},
		{"selection", SensitiveUse, "To choose, rate or watch people: applicants, workers, pupils, borrowers, patients."},
		{"children", SensitiveUse, "To deal with children."},
	}
}
