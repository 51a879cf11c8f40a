package risk_test

import (
	"fmt"
	"log"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// A risk is rated, treated by a plan that is approved, and judged at a day: on
// the way to its residual level, one treatment in place and one overdue.
func Example_register() {
	k := risk.Criteria3x3()
	k.ID = "criteria-1"
	digest, err := k.Digest()
	if err != nil {
		log.Fatal(err)
	}
	rated := func(likelihood, consequence risk.Level) *risk.Rating {
		r := &risk.Rating{Criteria: digest, Likelihood: likelihood}
		for _, d := range k.Consequences {
			r.Consequences = append(r.Consequences, risk.Consequence{Dimension: d.ID, Level: consequence})
		}
		return r
	}
	day := aims.MustDate
	records := risk.Records{
		Criteria: []risk.Criteria{k},
		Risks: []risk.Risk{{
			ID: "drift", Title: "The model ages and nobody notices", Owner: "p-ops", Decision: risk.ChangeLikelihood, ReviewBy: day("2026-12-31"),
			Inherent: rated(3, 3), Current: rated(1, 3), Residual: rated(1, 3),
		}},
		Treatments: []risk.Treatment{{
			ID: "monitoring", Title: "Watch the inputs", Option: risk.ChangeLikelihood, Risks: []risk.RiskID{"drift"}, Owner: "p-ops",
			Effects: []risk.Effect{{Likelihood: 1}}, Implemented: day("2026-02-01"),
			Effectiveness: []aims.Evaluation{{On: day("2026-03-01"), Met: aims.Yes}},
		}, {
			ID: "retraining", Title: "Train again every quarter", Option: risk.ChangeLikelihood, Risks: []risk.RiskID{"drift"}, Owner: "p-ops",
			Effects: []risk.Effect{{Likelihood: 1}}, Due: day("2026-05-31"),
		}},
		Plans: []risk.TreatmentPlan{{ID: "plan", Title: "Treatment plan", Designated: []aims.PersonID{"p-ceo"}}},
	}
	plan := &records.Plans[0]
	for _, t := range records.Treatments {
		planned, err := risk.PlanOf(t)
		if err != nil {
			log.Fatal(err)
		}
		plan.Treatments = append(plan.Treatments, planned)
	}
	approved, err := aims.DigestOf(plan.Content())
	if err != nil {
		log.Fatal(err)
	}
	plan.Approvals = []aims.Approval{{By: "p-ceo", On: day("2026-01-20"), Digest: approved}}
	acceptance, err := records.Risks[0].Accept("p-ceo", day("2026-01-20"), "worth it once retraining works", k)
	if err != nil {
		log.Fatal(err)
	}
	acceptance.ID = "acceptance-1"
	records.Acceptances = []risk.Acceptance{acceptance}

	register, err := risk.NewRegister(records)
	if err != nil {
		log.Fatal(err)
	}
	a, err := register.Assess(day("2026-06-30"), risk.Facts{})
	if err != nil {
		log.Fatal(err)
	}
	p, _ := a.Position("drift")
	for _, s := range []risk.State{risk.Inherent, risk.Current, risk.Residual} {
		fmt.Printf("%s: %s\n", s, k.Label(p.Rated(s).Level))
	}
	fmt.Printf("zone: %s, accepted: %s\n", p.Zone, p.Accepted)
	for _, o := range risk.Check(a, risk.Rules()) {
		if o.Verdict.Gap() {
			fmt.Println(o.Key, o.Sentence())
		}
	}
	// Output:
	// inherent: High
	// current: Medium
	// residual: Low
	// zone: within-tolerance, accepted: approved
	// iso42001/6.1.2/g the current rating of drift repeats the residual one, although treatments are still to take effect; rate what holds today
	// iso42001/8.3/a retraining was due on 2026-05-31 and is not in place; carry it out, or decide on another date
}
