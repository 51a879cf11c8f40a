package twin_test

import (
	"fmt"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

func cpl2() montecarlo.Model {
	return scenario(montecarlo.Poisson(2), montecarlo.Lognormal(9, 1.2))
}

func scenario(f montecarlo.Frequency, d montecarlo.Distribution) montecarlo.Model {
	return montecarlo.Model{Scenarios: []montecarlo.Scenario{{ID: "s", Frequency: &f, Severity: &d}}}
}

func tree() montecarlo.Model {
	d := func(lo, mode, hi float64) *montecarlo.Distribution {
		x := montecarlo.PERT(lo, mode, hi)
		return &x
	}
	return montecarlo.Model{Scenarios: []montecarlo.Scenario{{ID: "fair", Tree: &montecarlo.Tree{
		ContactFrequency:    d(0, 4, 12),
		ProbabilityOfAction: d(.2, .5, .9),
		ThreatCapability:    d(.5, .75, .9),
		ResistanceStrength:  d(.3, .6, .85),
		PrimaryLoss:         d(1736, 58060, 2218370),
		SecondaryFrequency:  d(0, .2, .5),
		SecondaryLoss:       d(306000, 1230000, 7428250),
		Form:                montecarlo.FormProduct,
	}}}}
}

func correlated() montecarlo.Model {
	var m montecarlo.Model
	of := func(i int) montecarlo.FactorOf {
		return montecarlo.FactorOf{Scenario: montecarlo.ScenarioID(fmt.Sprint("s", i)), Factor: montecarlo.FactorOccurrence}
	}
	f, d := montecarlo.Bernoulli(occurrence), montecarlo.Lognormal(9, 1.2)
	for i := range scenarios {
		m.Scenarios = append(m.Scenarios, montecarlo.Scenario{ID: of(i).Scenario, Frequency: &f, Severity: &d})
		for j := range i {
			m.Correlations = append(m.Correlations, montecarlo.Correlation{A: of(j), B: of(i), Rho: montecarlo.Num(correlation)})
		}
	}
	return m
}
