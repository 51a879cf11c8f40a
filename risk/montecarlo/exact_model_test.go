package montecarlo_test

import (
	"context"
	"errors"
	"math"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// TestExact_simulated compares the two engines, which read models apart from
// each other, on models in which everything acts.
func TestExact_simulated(t *testing.T) {
	if testing.Short() {
		t.Skip("TestExactDigestsKept says that other architectures compute the same")
	}
	num, p := montecarlo.Num, func(d montecarlo.Distribution) *montecarlo.Distribution { return &d }
	events := montecarlo.Poisson(1)
	busy := cpl2()
	f, s := montecarlo.UncertainPoisson(montecarlo.PERT(1, 2, 6)), montecarlo.Gamma(2, 5000)
	busy.Scenarios = append(busy.Scenarios,
		montecarlo.Scenario{ID: "T", Frequency: &f, Severity: &s},
		montecarlo.Scenario{ID: "U", Tree: &montecarlo.Tree{
			ThreatEventFrequency: p(montecarlo.PERT(1, 3, 8)), Susceptibility: p(montecarlo.PERT(.1, .3, .6)),
			PrimaryLoss: p(montecarlo.PERT(1000, 20000, 80000)), SecondaryFrequency: p(montecarlo.PERT(0, .2, .5)),
			SecondaryLoss: p(montecarlo.Weibull(.8, 40000)),
		}})
	busy.Controls = []montecarlo.Control{
		{ID: "C1", Effects: []montecarlo.Effect{{Kind: montecarlo.Prevention, Share: p(montecarlo.Constant(.3)), Scenarios: []montecarlo.ScenarioID{"S", "U"}}}},
		{ID: "C2", Effects: []montecarlo.Effect{{Kind: montecarlo.Detection, Probability: num(.5), Share: p(montecarlo.Constant(.6))}}},
		{ID: "C3", Effects: []montecarlo.Effect{{Kind: montecarlo.Cover, Scenarios: []montecarlo.ScenarioID{"S"}, PerEvent: &montecarlo.Layer{Deductible: num(10000), Limit: num(50000)}}}},
	}
	busy.Shocks = []montecarlo.Shock{{ID: "V", Probability: num(.2), Strikes: []montecarlo.Strike{
		{Scenario: "S", Events: &events}, {Scenario: "T", Factor: num(2)},
	}}}
	covered := busy
	covered.Controls = append(covered.Controls[:len(covered.Controls):len(covered.Controls)],
		montecarlo.Control{ID: "C4", Effects: []montecarlo.Effect{{Kind: montecarlo.Cover, Scenarios: []montecarlo.ScenarioID{"T"}, PerYear: &montecarlo.Layer{Deductible: num(20000), Limit: num(30000)}}}})
	for name, m := range map[string]montecarlo.Model{"busy": busy, "covered years": covered} {
		t.Run(name, func(t *testing.T) {
			e := exact(t, m, montecarlo.ExactOptions{})
			r, err := montecarlo.Simulate(context.Background(), m, montecarlo.Config{Trials: 100_000, Seed: 11})
			if err != nil {
				t.Fatal(err)
			}
			same := func(what string, x, y montecarlo.Summary) {
				if d := math.Abs(x.Mean - y.Mean); d > 5*y.Precision.Mean {
					t.Errorf("%s: mean %v, simulated %v ± %v", what, x.Mean, y.Mean, y.Precision.Mean)
				}
				if d := math.Abs(x.P0 - y.P0); d > 5*y.Precision.P0+1e-9 {
					t.Errorf("%s: p0 %v, simulated %v ± %v", what, x.P0, y.P0, y.Precision.P0)
				}
				for l, i := range y.Precision.VaR {
					// A simulation spreads losses of one size over their bucket of 0.8 %.
					wide := 2*(i.High-i.Low) + 0.008*i.High
					if v := x.VaR[l]; v < i.Low-wide || v > i.High+wide {
						t.Errorf("%s: VaR %v is %v, simulated %v", what, l, v, i)
					}
				}
				for l, se := range y.Precision.TVaR {
					if d := math.Abs(x.TVaR[l] - y.TVaR[l]); d > 5*se {
						t.Errorf("%s: TVaR %v is %v, simulated %v ± %v", what, l, x.TVaR[l], y.TVaR[l], se)
					}
				}
			}
			same("total", e.Total, r.Total)
			for id := range e.Scenarios {
				same(string(id), e.Scenarios[id], r.Scenarios[id])
			}
		})
	}
}

// TestExact_refuses: a model without an exact form is refused by a code.
func TestExact_refuses(t *testing.T) {
	heavy := one(montecarlo.Poisson(1), montecarlo.GeneralizedPareto(0, 1000, .6))
	_, err := montecarlo.Exact(heavy, montecarlo.ExactOptions{})
	if list := aims.Problems(err); len(list) != 1 || list[0].Code != montecarlo.InfiniteVariance {
		t.Errorf("infinite variance: %v", err)
	}
	_, err = montecarlo.Exact(cpl2(), montecarlo.ExactOptions{Points: 1000})
	var invalid *aims.InvalidError
	if !errors.As(err, &invalid) {
		t.Errorf("points: %v", err)
	}
}
