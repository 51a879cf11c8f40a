package numeric_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/aimskit/aimskit/internal/numeric"
)

// TestAccuracy measures every function of one variable against the oracle.
func TestAccuracy(t *testing.T) {
	for _, f := range []struct {
		name   string
		f      func(float64) float64
		oracle func(*big.Float) *big.Float
		ulps   float64
		ranges [][2]float64
	}{
		{"exp", numeric.Exp, bigExp, 0.54, [][2]float64{{-708, 709}, {-1, 1}, {-40, 10}}},
		{"log", numeric.Log, bigLog, 1, [][2]float64{{0, 1}, {0.5, 2}, {0.98, 1.02}, {0, 1e6}}},
		{"expm1", numeric.Expm1, func(x *big.Float) *big.Float {
			return zero(precision).Sub(bigExp(x), bigOf(1))
		}, 2, [][2]float64{{-40, 40}, {-1, 1}, {-0.01, 0.01}, {-1e-9, 1e-9}}},
		{"log1p", numeric.Log1p, func(x *big.Float) *big.Float {
			return bigLog(zero(precision).Add(x, bigOf(1)))
		}, 1.5, [][2]float64{{-1, 1}, {-0.01, 0.01}, {-1e-9, 1e-9}, {0, 1e6}}},
		{"normal lower tail", numeric.NormalCDF, func(x *big.Float) *big.Float {
			return bigTail(zero(precision).Neg(x))
		}, 5, [][2]float64{{-8, 0}, {-1, 0}, {-12, -7}}},
		{"normal density", numeric.NormalPDF, bigDensity, 4, [][2]float64{{-8, 0}, {-38, 38}}},
		{"normal quantile", numeric.NormalQuantile, bigQuantile, 2, [][2]float64{{0, 0.4}, {0, 0x1p-11}, {0, 1e-300}}},
	} {
		t.Run(f.name, func(t *testing.T) {
			n := 400
			if f.name == "normal quantile" {
				n = 80 // its oracle sums three series a point
			}
			if testing.Short() {
				n /= 20
			}
			rng := rand.New(rand.NewPCG(1, 2))
			for _, r := range f.ranges {
				worst, at := 0.0, 0.0
				for range n {
					x := r[0] + rng.Float64()*(r[1]-r[0])
					if d := ulps(f.f(x), f.oracle(bigOf(x))); d > worst {
						worst, at = d, x
					}
				}
				t.Logf("[%g, %g]: %.3f ulp at %g", r[0], r[1], worst, at)
				if worst > f.ulps {
					t.Errorf("%s(%v) is %.3f ulp off, allowed are %g", f.name, at, worst, f.ulps)
				}
			}
		})
	}
}

func BenchmarkFunctions(b *testing.B) {
	for _, f := range []struct {
		name   string
		f      func(float64) float64
		lo, hi float64
	}{
		{"Exp", numeric.Exp, 5, 13},
		{"math.Exp", math.Exp, 5, 13},
		{"Log", numeric.Log, 0, 1},
		{"math.Log", math.Log, 0, 1},
		{"Log1p", numeric.Log1p, -0.9, 1},
		{"NormalQuantile", numeric.NormalQuantile, 0, 1},
		{"NormalCDF", numeric.NormalCDF, -3, 3},
		{"math.Erfc", math.Erfc, -3, 3},
	} {
		b.Run(f.name, func(b *testing.B) {
			var xs [1024]float64
			rng := rand.New(rand.NewPCG(1, 2))
			for i := range xs {
				xs[i] = f.lo + rng.Float64()*(f.hi-f.lo)
			}
			sum, i := 0.0, 0
			for b.Loop() {
				sum += f.f(xs[i&1023])
				i++
			}
			_ = sum
		})
	}
}
