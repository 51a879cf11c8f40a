package montecarlo_test

import (
	"testing"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// BenchmarkExact computes CPL2 with 2^15 points, with its error bound.
func BenchmarkExact(b *testing.B) {
	m := cpl2()
	for b.Loop() {
		exact(b, m, montecarlo.ExactOptions{})
	}
}
