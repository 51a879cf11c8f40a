package risk_test

import (
	"fmt"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Which controls matter? Two treatments are in place against one risk.
// Monitoring alone would keep it at medium, and hearing those who object alone
// at high; without both it is critical.
func ExampleAssessment_Attribute() {
	k := risk.Criteria5x5()
	digest, err := k.Digest()
	if err != nil {
		fmt.Println(err)
	}
	since := aims.MustDate("2026-03-01")
	register, err := risk.NewRegister(risk.Records{
		Criteria: []risk.Criteria{k},
		Risks: []risk.Risk{{
			ID: "r-drift", Title: "Scores drift away from reality",
			Inherent: &risk.Rating{Criteria: digest, Likelihood: 5, Consequences: []risk.Consequence{
				{Dimension: "organization", Level: 3},
				{Dimension: "individuals", Level: 4},
				{Dimension: "societies", WhyNot: "few people are scored"},
			}},
		}},
		Treatments: []risk.Treatment{
			{
				ID: "t-monitor", Title: "Monitor the model", Option: risk.ChangeLikelihood, Risks: []risk.RiskID{"r-drift"},
				Controls: []aims.Key{aims.ControlKey("A.6.2.6")}, Effects: []risk.Effect{{Likelihood: 3}}, Implemented: since,
			},
			{
				ID: "t-appeal", Title: "Hear people who object", Option: risk.ChangeConsequence, Risks: []risk.RiskID{"r-drift"},
				Controls: []aims.Key{aims.ControlKey("A.8.3")}, Effects: []risk.Effect{{Consequences: []risk.Lowered{{Dimension: "individuals", By: 1}}}}, Implemented: since,
			},
		},
	})
	if err != nil {
		fmt.Println(err)
	}
	a, err := register.Assess(aims.MustDate("2026-06-30"), risk.Facts{})
	if err != nil {
		fmt.Println(err)
	}
	changes := []risk.Change{
		{Do: risk.SwitchOff, Control: aims.ControlKey("A.6.2.6")},
		{Do: risk.SwitchOff, Control: aims.ControlKey("A.8.3")},
	}
	without, err := a.WhatIf(risk.Current, changes)
	if err != nil {
		fmt.Println(err)
	}
	for _, s := range without.Risks {
		fmt.Println(s.Risk, "rises from", k.Label(s.Before.Level), "to", k.Label(s.After.Level))
	}
	matter, err := a.Attribute(risk.Current, changes, risk.Measure{Of: risk.WeightedLevels, Weights: []int{0, 1, 3, 10}}, risk.Sampling{})
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println("the weighted sum rises from", matter.Before, "to", matter.After)
	for _, s := range matter.Shares {
		fmt.Println(s.Change, "adds", s.Value)
	}
	// Output:
	// r-drift rises from Medium to Critical
	// the weighted sum rises from 1 to 10
	// switch-off iso42001/A.6.2.6 adds 11/2
	// switch-off iso42001/A.8.3 adds 7/2
}
