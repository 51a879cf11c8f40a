package twin_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// race is the same years drawn in two ways.
type race struct {
	name  string
	naive func(years int, src rand.Source) []float64
	model montecarlo.Model
}

func races() []race {
	return []race{
		{"CPL2", naiveCPL2, cpl2()},
		{"FAIR tree", naiveTree, tree()},
		{"five correlated scenarios", naiveCorrelated, correlated()},
	}
}

// BenchmarkYears takes turns: the twin draws and sorts 2¹⁶ years, then package
// montecarlo simulates as many with all of their figures. So both meet the same
// moments of a busy machine, and their ratio can be trusted where neither
// figure can.
func BenchmarkYears(b *testing.B) {
	for _, r := range races() {
		b.Run(r.name, func(b *testing.B) {
			const years = 1 << 16
			config := config(years)
			simulate(b, r.model, config)
			two := config
			two.Workers = 2
			src := rand.NewPCG(1, 2)
			var losses []float64
			clocks := make([]stopwatch, 4)
			for b.Loop() {
				clocks[0].time(func() { losses = r.naive(years, src) })
				clocks[1].time(func() { slices.Sort(losses) })
				clocks[2].time(func() { simulate(b, r.model, config) })
				clocks[3].time(func() { simulate(b, r.model, two) })
			}
			for i, unit := range []string{"naive-ns", "sort-ns", "ours-ns", "two-workers-ns"} {
				b.ReportMetric(clocks[i].nanoseconds()/years, unit)
			}
			b.ReportMetric(clocks[0].nanoseconds()/clocks[2].nanoseconds(), "naive/ours")
			b.ReportMetric(clocks[2].nanoseconds()/clocks[3].nanoseconds(), "one/two")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func simulate(t testing.TB, m montecarlo.Model, c montecarlo.Config) montecarlo.Result {
	t.Helper()
	r, err := montecarlo.Simulate(context.Background(), m, c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func config(years int64) montecarlo.Config {
	return montecarlo.Config{Trials: years, Seed: 1, Workers: 1, Tables: new(montecarlo.Tables)}
}
