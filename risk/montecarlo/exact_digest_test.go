package montecarlo_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// TestExactDigestsKept keeps the bytes of exact results: they are the same on
// every architecture. They are written with
//
//	go test ./risk/montecarlo -run TestExactDigestsKept -args -update-digests
func TestExactDigestsKept(t *testing.T) {
	busy := cpl2()
	rate, severity, share := montecarlo.UncertainPoisson(montecarlo.PERT(1, 2, 6)), montecarlo.Gamma(2, 5000), montecarlo.Uniform(.1, .4)
	busy.Scenarios = append(busy.Scenarios, montecarlo.Scenario{ID: "T", Frequency: &rate, Severity: &severity})
	busy.Controls = []montecarlo.Control{
		{ID: "C", Effects: []montecarlo.Effect{{Kind: montecarlo.Prevention, Share: &share}}},
		{ID: "D", Effects: []montecarlo.Effect{{Kind: montecarlo.Cover, Scenarios: []montecarlo.ScenarioID{"T"}, PerYear: &montecarlo.Layer{Deductible: montecarlo.Num(20000), Limit: montecarlo.Num(30000)}}}},
	}
	busy.Shocks = []montecarlo.Shock{{ID: "H", Probability: montecarlo.Num(.2), Strikes: []montecarlo.Strike{{Scenario: "S", Factor: montecarlo.Num(2)}}}}
	got := make(map[string]aims.Digest)
	for name, m := range map[string]montecarlo.Model{
		"cpl2":              cpl2(),
		"dental":            dental(),
		"negative binomial": one(montecarlo.NegativeBinomial(3, .7), montecarlo.Weibull(.7, 7)),
		"beta":              one(montecarlo.Fixed(3), montecarlo.PERT(1, 2, 9)),
		"pareto":            one(montecarlo.Bernoulli(.3), montecarlo.GeneralizedPareto(1, 2, .3)),
		"busy":              busy,
		"capped":            capped(montecarlo.GeneralizedPareto(3, 1, 1.2), 40),
	} {
		if testing.Short() && (name == "busy" || name == "beta") {
			continue // an emulated machine takes its time
		}
		got[name] = digestOf(t, exact(t, m, montecarlo.ExactOptions{Points: 1 << 10, Curves: name == "cpl2"}))
	}
	checkDigests(t, "testdata/exact_digests.json", got)
}
