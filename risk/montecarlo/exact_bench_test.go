package montecarlo_test

import (
	"testing"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// BenchmarkExact computes CPL2 with 2^15 points, with its error bound: from
// nothing, and with another rate every time once the model is prepared.
func BenchmarkExact(b *testing.B) {
	m := cpl2()
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			exact(b, m, montecarlo.ExactOptions{})
		}
	})
	b.Run("toggle", func(b *testing.B) {
		p, err := montecarlo.Prepare(m, montecarlo.ExactOptions{})
		if err != nil {
			b.Fatal(err)
		}
		rate := 2.0
		for b.Loop() {
			rate -= 1e-6
			f := montecarlo.Poisson(rate)
			m.Scenarios[0].Frequency = &f
			if _, err := p.Exact(m); err != nil {
				b.Fatal(err)
			}
		}
	})
}
