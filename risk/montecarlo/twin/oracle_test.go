package twin_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// severity is a distribution of package montecarlo and the same by gonum, or
// where gonum has none, by gonum's parts and a formula.
type severity struct {
	name     string
	d        montecarlo.Distribution
	quantile func(p float64) float64 // nil where it jumps
	cdf      func(x float64) float64
	mean, sd float64
}

// moments is what gonum's distributions tell of themselves.
type moments interface {
	Mean() float64
	StdDev() float64
}

type inverse interface {
	CDF(x float64) float64
	Quantile(p float64) float64
}

// like is a severity that is lo + width·g.
func like(name string, d montecarlo.Distribution, lo, width float64, g interface {
	moments
	inverse
},
) severity {
	return severity{
		name, d,
		func(p float64) float64 { return lo + width*g.Quantile(p) },
		func(x float64) float64 { return g.CDF((x - lo) / width) },
		lo + width*g.Mean(), width * g.StdDev(),
	}
}

// severities has one of every kind at least.
func severities() []severity {
	beta := func(a, b float64) distuv.Beta { return distuv.Beta{Alpha: a, Beta: b} }
	lognormal := distuv.LogNormal{Mu: 9, Sigma: 1.2}
	exponential := distuv.Exponential{Rate: 1.0 / 3000}
	list := []severity{
		like("uniform", montecarlo.Uniform(2, 7), 0, 1, distuv.Uniform{Min: 2, Max: 7}),
		like("triangular", montecarlo.Triangular(1, 3, 9), 0, 1, distuv.NewTriangle(1, 9, 3, nil)),
		like("PERT", montecarlo.PERT(0, 10, 100), 0, 100, beta(1.4, 4.6)),
		like("classic PERT", montecarlo.ClassicPERT(0, 10, 100), 0, 100, beta(1.26933333333333333, 4.17066666666666666)),
		like("beta", montecarlo.Beta(.7, 3), 0, 1, beta(.7, 3)),
		like("lognormal", montecarlo.Lognormal(9, 1.2), 0, 1, lognormal),
		like("lognormal by its interval", montecarlo.LognormalInterval(1, 10), 0, 1, distuv.LogNormal{Mu: math.Log(10) / 2, Sigma: math.Log(10) / (2 * distuv.UnitNormal.Quantile(.95))}),
		like("gamma", montecarlo.Gamma(2.5, 40), 0, 1, distuv.Gamma{Alpha: 2.5, Beta: 1.0 / 40}),
		like("gamma with a pole", montecarlo.Gamma(.4, 2), 0, 1, distuv.Gamma{Alpha: .4, Beta: .5}),
		like("Weibull", montecarlo.Weibull(.8, 300), 0, 1, distuv.Weibull{K: .8, Lambda: 300}),
		like("exponential", montecarlo.GeneralizedPareto(5000, 3000, 0), 5000, 1, exponential),
	}
	// Pareto's distribution from xm on with the exponent α is the generalized one
	// from xm on with the scale xm/α and the shape 1/α; gonum has no quantile of it.
	pareto := distuv.Pareto{Xm: 6, Alpha: 2.5}
	list = append(list, severity{
		"generalized Pareto", montecarlo.GeneralizedPareto(6, 6/2.5, 1/2.5),
		func(p float64) float64 { return 6 * math.Pow(1-p, -1/2.5) }, pareto.CDF, pareto.Mean(), pareto.StdDev(),
	})
	values, weights := []float64{10, 20, 50}, []float64{.5, .2, .3}
	atoms := distuv.NewCategorical(weights, nil)
	steps := func(x float64) float64 {
		p := 0.0
		for i, v := range values {
			if v <= x {
				p += atoms.Prob(float64(i))
			}
		}
		return p
	}
	list = append(list,
		severity{"discrete", montecarlo.Discrete(values, weights), nil, steps, 24, math.Sqrt(.5*100 + .2*400 + .3*2500 - 24*24)},
		severity{"empirical", montecarlo.Empirical(3, 3, 9, 1), nil, func(x float64) float64 {
			at := map[bool]float64{true: 1}
			return (at[x >= 1] + 2*at[x >= 3] + at[x >= 9]) / 4
		}, 4, 3},
		severity{"constant", montecarlo.Constant(7), nil, func(x float64) float64 {
			if x < 7 {
				return 0
			}
			return 1
		}, 7, 0},
	)
	// Of the lognormal and the exponential above, one to three.
	mean := (lognormal.Mean() + 3*(5000+exponential.Mean())) / 4
	second := (lognormal.Variance() + lognormal.Mean()*lognormal.Mean() + 3*(9e6+64e6)) / 4
	return append(list, severity{
		"mixture",
		montecarlo.Mixture(
			montecarlo.Part{Weight: montecarlo.Num(1), Distribution: montecarlo.Lognormal(9, 1.2)},
			montecarlo.Part{Weight: montecarlo.Num(3), Distribution: montecarlo.GeneralizedPareto(5000, 3000, 0)},
		),
		nil,
		func(x float64) float64 { return (lognormal.CDF(x) + 3*exponential.CDF(x-5000)) / 4 },
		mean, math.Sqrt(second - mean*mean),
	})
}

// Every kind of severity stands in the list, so that none is left out silently.
func TestEveryKindHasAnOracle(t *testing.T) {
	seen := make(map[montecarlo.Kind]bool)
	for _, s := range severities() {
		if err := s.d.Validate(); err != nil {
			t.Errorf("%s: %v", s.name, err)
		}
		seen[s.d.Kind] = true
	}
	for _, k := range []montecarlo.Kind{
		montecarlo.KindConstant, montecarlo.KindUniform, montecarlo.KindTriangular, montecarlo.KindPERT, montecarlo.KindClassicPERT,
		montecarlo.KindLognormal, montecarlo.KindGamma, montecarlo.KindWeibull, montecarlo.KindGeneralizedPareto, montecarlo.KindBeta,
		montecarlo.KindEmpirical, montecarlo.KindDiscrete, montecarlo.KindMixture,
	} {
		if !seen[k] {
			t.Errorf("%s has no oracle", k)
		}
	}
}

func TestQuantiles(t *testing.T) {
	for _, s := range severities() {
		for _, p := range []float64{1e-4, .01, .05, .25, .5, .75, .9, .95, .99, .999, .9999} {
			got := s.d.Quantile(p)
			if s.quantile != nil {
				near(t, s.name, "quantile", p, got, s.quantile(p), 1e-7)
			}
			// The least x with F(x) ≥ p, by gonum's distribution function.
			if at, below := s.cdf(got*(1+1e-9)), s.cdf(got*(1-1e-9)); at < p*(1-1e-7) || below > p*(1+1e-7) {
				t.Errorf("%s: the quantile at %v is %v, where F rises from %v to %v", s.name, p, got, below, at)
			}
		}
	}
}

// A year of exactly one event is the severity itself: its mean, deviation and
// distribution function come out of the exact method.
func TestDistributionFunctionsAndMoments(t *testing.T) {
	for _, s := range severities() {
		r, err := montecarlo.Exact(scenario(montecarlo.Fixed(1), s.d), montecarlo.ExactOptions{Points: 1 << 14})
		if err != nil {
			t.Errorf("%s: %v", s.name, err)
			continue
		}
		near(t, s.name, "mean", 1, r.Total.Mean, s.mean, 1e-9)
		near(t, s.name, "sd", 1, r.Total.SD+s.mean, s.sd+s.mean, 1e-8)
		curve, _ := r.Curve("")
		for _, p := range []float64{.3, .55, .9, .95, .99, .999} {
			x := s.d.Quantile(p) * 1.01 // beside the jumps, where there are some
			if got, want := 1-curve.Exceedance(x), s.cdf(x); math.Abs(got-want) > 2e-4 {
				t.Errorf("%s: F(%v) is %v, want %v", s.name, x, got, want)
			}
		}
	}
}

// Simulated, a year of one event has the severity's mean and quantiles.
func TestSimulatedSeverities(t *testing.T) {
	for _, s := range severities() {
		const years = 100_000
		r := simulate(t, scenario(montecarlo.Fixed(1), s.d), montecarlo.Config{Trials: years, Seed: 5}).Total
		if !(math.Abs(r.Mean-s.mean) <= 5*s.sd/math.Sqrt(years)+1e-12) {
			t.Errorf("%s: the mean is %v, want %v", s.name, r.Mean, s.mean)
		}
		for p, i := range r.Precision.VaR {
			width := (i.High - i.Low) / (2 * 1.96)
			if x := s.d.Quantile(float64(p)); math.Abs(r.VaR[p]-x) > 5*width+1e-12 {
				t.Errorf("%s: VaR at %v is %v, want %v ± %v", s.name, p, r.VaR[p], x, width)
			}
		}
	}
}

func near(t *testing.T, name, what string, at, got, want, relative float64) {
	t.Helper()
	if !(math.Abs(got-want) <= relative*math.Abs(want)) {
		t.Errorf("%s: the %s at %v is %v, want %v", name, what, at, got, want)
	}
}
