package montecarlo_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

func capped(d montecarlo.Distribution, at float64) montecarlo.Model {
	m := single(montecarlo.Fixed(1), d)
	m.Controls = []montecarlo.Control{{ID: "insurance", Effects: []montecarlo.Effect{{Kind: montecarlo.Cover, PerEvent: &montecarlo.Layer{Deductible: montecarlo.Num(at)}}}}}
	return m
}

// The moments of a capped loss are 1∫S and 2∫x·S up to the cap, which Simpson's
// rule finds in logarithmic steps.
func TestCappedPareto(t *testing.T) {
	for _, c := range []struct{ location, scale, shape, at float64 }{
		{0, 1, .5, 40}, {0, 1, .7, 40}, {0, 1, 1, 40}, {0, 10, 1.5, 40}, {3, 1, 1.2, 40}, {3, 1, 1.2, 3.5}, {5, 1, .9, 4},
	} {
		survival := func(x float64) float64 {
			if x <= c.location {
				return 1
			}
			return math.Pow(1+c.shape*(x-c.location)/c.scale, -1/c.shape)
		}
		const steps = 20000
		integral := func(from, to float64, f func(x float64) float64) float64 {
			sum, h := 0.0, (to-from)/steps
			for i := range steps {
				x := from + float64(i)*h
				sum += h / 6 * (f(x) + 4*f(x+h/2) + f(x+h))
			}
			return sum
		}
		over := func(f func(x float64) float64) float64 {
			kink := min(c.location, c.at)
			return integral(0, kink, f) + integral(kink, c.at, f)
		}
		mean, square := over(survival), over(func(x float64) float64 { return 2 * x * survival(x) })
		r := exact(t, capped(montecarlo.GeneralizedPareto(c.location, c.scale, c.shape), c.at), montecarlo.ExactOptions{Points: 1 << 12})
		nearly(t, "mean", r.Total.Mean, mean, 1e-9)
		nearly(t, "second moment", r.Total.SD*r.Total.SD+r.Total.Mean*r.Total.Mean, square, 1e-9)
		curve, _ := r.Curve("")
		for _, x := range []float64{.3 * c.at, .6 * c.at, .9 * c.at} {
			if got, want := curve.Exceedance(x), survival(x); math.Abs(got-want) > 1e-3 {
				t.Errorf("%+v: %v is exceeded with %v, want %v", c, x, got, want)
			}
		}
		if curve.Exceedance(c.at*1.01) > 1e-9 {
			t.Errorf("%+v: the cap is exceeded with %v", c, curve.Exceedance(c.at*1.01))
		}
	}
}

// A cap may stand behind what else acts on the loss, and the exact years are
// those that are simulated.
func TestCappedLosses(t *testing.T) {
	share := montecarlo.Constant(.4)
	heavy := montecarlo.GeneralizedPareto(1, 2, .8)
	m := single(montecarlo.Poisson(2), montecarlo.Mixture(
		montecarlo.Part{Weight: montecarlo.Num(2), Distribution: heavy},
		montecarlo.Part{Weight: montecarlo.Num(1), Distribution: montecarlo.Lognormal(1, 1)},
	))
	m.Controls = []montecarlo.Control{
		{ID: "alarm", Effects: []montecarlo.Effect{{Kind: montecarlo.Detection, Probability: montecarlo.Num(.5), Share: &share}}},
		{ID: "first", Effects: []montecarlo.Effect{{Kind: montecarlo.Cover, PerEvent: &montecarlo.Layer{Deductible: montecarlo.Num(5), Limit: montecarlo.Num(10)}}}},
		{ID: "second", Effects: []montecarlo.Effect{{Kind: montecarlo.Cover, PerEvent: &montecarlo.Layer{Deductible: montecarlo.Num(25)}}}},
	}
	e := exact(t, m, montecarlo.ExactOptions{}).Total
	const n = 200_000
	s := simulate(t, m, montecarlo.Config{Trials: n, Seed: 3}).Total
	fiveErrors(t, "mean", s.Mean, e.Mean, s.Precision.Mean)
	nearly(t, "sd", s.SD, e.SD, .02)
	for p, i := range s.Precision.VaR {
		fiveErrors(t, "VaR", s.VaR[p], e.VaR[p], (i.High-i.Low)/(2*1.96)+.01*e.VaR[p])
	}
	// A cap above the cap changes nothing.
	higher := m
	higher.Controls = append(slices.Clone(m.Controls), montecarlo.Control{ID: "third", Effects: []montecarlo.Effect{{Kind: montecarlo.Cover, PerEvent: &montecarlo.Layer{Deductible: montecarlo.Num(30)}}}})
	if d := cmp.Diff(e, exact(t, higher, montecarlo.ExactOptions{}).Total, cmpopts.EquateApprox(1e-9, 0)); d != "" {
		t.Errorf("a cap above the cap (-without +with)\n%s", d)
	}
	// Without the second cover nothing bounds the variance.
	if _, err := montecarlo.Exact(m.Without("second"), montecarlo.ExactOptions{}); len(whereOf(err)) != 1 || whereOf(err)[0].Code != montecarlo.InfiniteVariance {
		t.Errorf("a cover with a limit: %v", err)
	}
}
