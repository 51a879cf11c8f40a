package montecarlo_test

import (
	"math"
	"testing"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// closedForm is a distribution with the probability to exceed x, written down
// once more.
type closedForm struct {
	name     string
	d        montecarlo.Distribution
	survival func(x float64) float64
}

func closedForms() []closedForm {
	normal := func(z float64) float64 { return math.Erfc(z/math.Sqrt2) / 2 }
	unit := func(f func(y float64) float64, lo, width float64) func(float64) float64 {
		return func(x float64) float64 { return 1 - f(max(0, min(1, (x-lo)/width))) }
	}
	uniform := unit(func(y float64) float64 { return y }, 2, 4)
	lognormal := func(x float64) float64 { return normal((math.Log(x) - 1) / .8) }
	z95 := 1.6448536269514722
	return []closedForm{
		{"constant", montecarlo.Constant(3), func(x float64) float64 {
			if x < 3 {
				return 1
			}
			return 0
		}},
		{"uniform", montecarlo.Uniform(2, 6), uniform},
		{"triangular", montecarlo.Triangular(1, 2, 6), func(x float64) float64 {
			switch {
			case x <= 1:
				return 1
			case x < 2:
				return 1 - (x-1)*(x-1)/5
			case x < 6:
				return (6 - x) * (6 - x) / 20
			}
			return 0
		}},
		{"triangular, falling", montecarlo.Triangular(1, 1, 6), unit(func(y float64) float64 { return 1 - (1-y)*(1-y) }, 1, 5)},
		{"triangular, rising", montecarlo.Triangular(1, 6, 6), unit(func(y float64) float64 { return y * y }, 1, 5)},
		{"pert", montecarlo.PERT(1, 3, 5), unit(func(y float64) float64 { return y * y * y * (10 - 15*y + 6*y*y) }, 1, 4)},
		{"beta", montecarlo.Beta(2, 1), unit(func(y float64) float64 { return y * y }, 0, 1)},
		{"lognormal", montecarlo.Lognormal(1, .8), lognormal},
		{"lognormal from an interval", montecarlo.LognormalInterval(1, 10), func(x float64) float64 {
			return normal((math.Log(x) - math.Log(10)/2) / (math.Log(10) / 2 / z95))
		}},
		{"gamma", montecarlo.Gamma(2, 1.5), func(x float64) float64 { return math.Exp(-x/1.5) * (1 + x/1.5) }},
		{"weibull", montecarlo.Weibull(.8, 2), func(x float64) float64 { return math.Exp(-math.Pow(x/2, .8)) }},
		{"exponential", montecarlo.GeneralizedPareto(1, 2, 0), func(x float64) float64 { return math.Exp(-max(0, x-1) / 2) }},
		{"generalized Pareto", montecarlo.GeneralizedPareto(1, 2, .2), func(x float64) float64 { return math.Pow(1+.1*max(0, x-1), -5) }},
		{"generalized Pareto that ends", montecarlo.GeneralizedPareto(1, 2, -.5), unit(func(y float64) float64 { return 1 - (1-y)*(1-y) }, 1, 4)},
		{
			"mixture",
			montecarlo.Mixture(
				montecarlo.Part{Weight: montecarlo.Num(1), Distribution: montecarlo.Uniform(2, 6)},
				montecarlo.Part{Weight: montecarlo.Num(3), Distribution: montecarlo.Mixture(montecarlo.Part{Weight: montecarlo.Num(2), Distribution: montecarlo.Lognormal(1, .8)})},
			),
			func(x float64) float64 { return .25*uniform(x) + .75*lognormal(x) },
		},
	}
}

// TestExact_largest: with independent events the largest of a year has a closed
// form for every severity.
func TestExact_largest(t *testing.T) {
	for _, c := range closedForms() {
		for _, f := range []struct {
			name      string
			frequency montecarlo.Frequency
			none      func(q float64) float64 // no event exceeds what each exceeds with probability q
		}{
			{"Poisson", montecarlo.Poisson(3), func(q float64) float64 { return math.Exp(-3 * q) }},
			{"negative binomial", montecarlo.NegativeBinomial(3, .7), func(q float64) float64 { return math.Pow(1+3/.7*q, -.7) }},
			{"fixed", montecarlo.Fixed(3), func(q float64) float64 { return math.Pow(1-q, 3) }},
			{"table", montecarlo.CountTable(.5, .25, .25), func(q float64) float64 { return .5 + .25*(1-q) + .25*(1-q)*(1-q) }},
		} {
			r := exact(t, one(f.frequency, c.d), montecarlo.ExactOptions{Points: 1 << 10, Curves: true})
			curve, _ := r.Curve("S")
			for _, x := range []float64{0, .3, 1, 1.7, 2.5, 3, 4.4, 9, 40} {
				if got, want := curve.LargestExceedance(x), 1-f.none(c.survival(x)); math.Abs(got-want) > 1e-12 {
					t.Errorf("%s, %s: P(largest > %v) = %v, want %v", c.name, f.name, x, got, want)
				}
			}
			for _, p := range []float64{.01, .5, .9, .999} {
				v := curve.LargestVaR(p)
				if below := v * (1 - 1e-9); 1-curve.LargestExceedance(v) < p-1e-9 || below > 0 && 1-curve.LargestExceedance(below) > p+1e-6 {
					t.Errorf("%s, %s: the %v quantile of the largest is %v, exceeded with probability %v", c.name, f.name, p, v, curve.LargestExceedance(v))
				}
			}
			s := r.Total
			if len(s.AEP) == 0 || len(s.OEP) == 0 {
				t.Errorf("%s, %s: curves %v and %v", c.name, f.name, s.AEP, s.OEP)
			}
			for _, p := range s.OEP {
				if got := curve.Exceedance(p.Loss); got < p.Exceedance-1e-2 {
					t.Errorf("%s, %s: the year exceeds %v with probability %v, its largest loss with %v", c.name, f.name, p.Loss, got, p.Exceedance)
				}
			}
		}
	}
}

// moments integrates what a layer leaves of a loss: the mean is the integral
// of the survival where the organization bears the loss, and the second moment
// that of twice what it bears.
func moments(survival func(float64) float64, deductible, limit float64) (mean, square float64) {
	const n = 20_000
	integrate := func(from, borne, to float64) {
		for i := range n {
			// Unbounded ranges are mapped by u/(1−u)³.
			u := (float64(i) + .5) / n
			x, w := from+u*(to-from), (to-from)/n
			if math.IsInf(to, 1) {
				x, w = from+u/math.Pow(1-u, 3), (1+2*u)/math.Pow(1-u, 4)/n
			}
			s := survival(x) * w
			mean += s
			square += 2 * (borne + x - from) * s
		}
	}
	integrate(0, 0, deductible)
	integrate(deductible+limit, deductible, math.Inf(1))
	return mean, square
}

// TestExact_event: one event a year has the law of its severity, whatever acts
// on it. Its moments are integrated from the closed forms.
func TestExact_event(t *testing.T) {
	if testing.Short() {
		t.Skip("TestExactDigestsKept says that other architectures compute the same")
	}
	const bound = 1e-3 // half a cell of the integral where a survival jumps
	response := montecarlo.Constant(.5)
	for _, c := range closedForms() {
		for _, l := range [][2]float64{{0, 0}, {.4, .3}, {1.6, .7}, {2.5, 3}} {
			for _, left := range []float64{1, .5} {
				var effects []montecarlo.Effect
				if left < 1 {
					effects = append(effects, montecarlo.Effect{Kind: montecarlo.Response, Share: &response})
				}
				effects = append(effects, montecarlo.Effect{Kind: montecarlo.Cover, PerEvent: &montecarlo.Layer{Deductible: montecarlo.Num(l[0]), Limit: montecarlo.Num(l[1])}})
				m := one(montecarlo.Fixed(1), c.d)
				m.Controls = []montecarlo.Control{{ID: "C", Effects: effects}}
				survival := func(x float64) float64 { return c.survival(x / left) }
				mean, square := moments(survival, l[0], l[1])
				r := exact(t, m, montecarlo.ExactOptions{Points: 1 << 14})
				closeTo(t, c.name+": mean", r.Total.Mean, mean, bound)
				if variance := square - mean*mean; math.Abs(r.Total.SD*r.Total.SD-variance) > bound*square {
					t.Errorf("%s, layer %v, %v left: variance %v, want %v", c.name, l, left, r.Total.SD*r.Total.SD, variance)
				}
				for p, i := range r.Total.ErrorBound.VaR {
					above := func(x float64) float64 {
						if x < l[0] {
							return survival(x)
						}
						return survival(x + l[1])
					}
					q := 1 - float64(p)
					if above(i.High*(1+1e-9)) > q+1e-9 || i.Low > 1e-9 && above(i.Low*(1-1e-9)) < q-1e-9 {
						t.Errorf("%s, layer %v, %v left: VaR %v does not lie within %v", c.name, l, left, p, i)
					}
				}
			}
		}
	}
}
