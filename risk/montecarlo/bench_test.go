package montecarlo_test

import (
	"testing"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// correlated is five scenarios whose occurrences are tied by ρ = 0.3.
func correlated() montecarlo.Model {
	m := copies(5, montecarlo.Bernoulli(.2), montecarlo.Lognormal(9, 1.2))
	for i := range m.Scenarios {
		for j := range i {
			m.Correlations = append(m.Correlations, montecarlo.Correlation{
				A:   montecarlo.FactorOf{Scenario: m.Scenarios[i].ID, Factor: montecarlo.FactorOccurrence},
				B:   montecarlo.FactorOf{Scenario: m.Scenarios[j].ID, Factor: montecarlo.FactorOccurrence},
				Rho: montecarlo.Num(.3),
			})
		}
	}
	return m
}

// BenchmarkSimulate simulates 2²⁰ years and reports what one of them takes. The
// tables of the distributions are made before.
func BenchmarkSimulate(b *testing.B) {
	for _, c := range []struct {
		name    string
		m       montecarlo.Model
		workers int
	}{
		{"CPL2", benchmarkYear(), 1},
		{"CPL2, two workers", benchmarkYear(), 2},
		{"FAIR tree", fair(montecarlo.FormProduct), 1},
		{"FAIR tree, events", fair(""), 1},
		{"five correlated scenarios", correlated(), 1},
	} {
		b.Run(c.name, func(b *testing.B) {
			const years = 1 << 20
			config := montecarlo.Config{Trials: 1, Seed: 1, Workers: c.workers, Tables: new(montecarlo.Tables)}
			simulate(b, c.m, config)
			config.Trials = years
			for b.Loop() {
				simulate(b, c.m, config)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/years, "ns/year")
		})
	}
}
