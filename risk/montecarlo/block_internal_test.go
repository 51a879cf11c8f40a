package montecarlo

import (
	"fmt"
	"testing"
	"time"
)

// BenchmarkBlocks draws and counts years and reports the least time that one
// took, over windows so short that a busy machine leaves some of them alone.
func BenchmarkBlocks(b *testing.B) {
	d := ptrTo[Distribution]
	tree := Scenario{ID: "fair", Tree: &Tree{
		ContactFrequency: d(PERT(0, 4, 12)), ProbabilityOfAction: d(PERT(.2, .5, .9)),
		ThreatCapability: d(PERT(.5, .75, .9)), ResistanceStrength: d(PERT(.3, .6, .85)),
		PrimaryLoss: d(PERT(1736, 58060, 2218370)), SecondaryFrequency: d(PERT(0, .2, .5)), SecondaryLoss: d(PERT(306000, 1230000, 7428250)),
		Form: FormProduct,
	}}
	var five Model
	of := func(i int) FactorOf { return FactorOf{ScenarioID(fmt.Sprint("s", i)), FactorOccurrence} }
	for i := range 5 {
		five.Scenarios = append(five.Scenarios, Scenario{ID: of(i).Scenario, Frequency: ptrTo(Bernoulli(.2)), Severity: d(Lognormal(9, 1.2))})
		for j := range i {
			five.Correlations = append(five.Correlations, Correlation{of(j), of(i), Num(.3)})
		}
	}
	for _, c := range []struct {
		name string
		m    Model
	}{
		{"CPL2", Model{Scenarios: []Scenario{{ID: "s", Frequency: ptrTo(Poisson(2)), Severity: d(Lognormal(9, 1.2))}}}},
		{"FAIR tree", Model{Scenarios: []Scenario{tree}}},
		{"five correlated scenarios", five},
	} {
		b.Run(c.name, func(b *testing.B) {
			if err := c.m.Validate(); err != nil {
				b.Fatal(err)
			}
			p := compile(c.m, tables{})
			w, r := newWorker(p, 1), newRun(p.atoms, false)
			w.sumsOnly = true
			const blocks = 16
			least, first := time.Hour, int64(0)
			for b.Loop() {
				start := time.Now()
				for range blocks {
					w.block(first, blockSize)
					w.count(r, 0)
					first += blockSize
				}
				least = min(least, time.Since(start))
			}
			b.ReportMetric(float64(least.Nanoseconds())/(blocks*blockSize), "least-ns/year")
		})
	}
}
