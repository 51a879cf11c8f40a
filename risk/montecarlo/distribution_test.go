package montecarlo_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

func nearly(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Abs(want)) {
		t.Errorf("%s: got %.12g, want %.12g within %.2g", what, got, want, tolerance)
	}
}

// The quantiles are those of tables of the distributions, made elsewhere.
func TestQuantiles(t *testing.T) {
	for _, c := range []struct {
		name string
		d    montecarlo.Distribution
		want map[float64]float64
	}{
		{"pert in the middle", montecarlo.PERT(0, .5, 1), map[float64]float64{.05: .18925538, .5: .5, .95: .81074462, .99: .89436016}},
		{"pert", montecarlo.PERT(0, 10, 100), map[float64]float64{.05: 2.99981823, .5: 20.26648504, .95: 54.20740974, .99: 68.20390175}},
		{"classic pert", montecarlo.ClassicPERT(0, 10, 100), map[float64]float64{.05: 2.53269756, .5: 19.94507518, .95: 55.76075493, .99: 70.25220928}},
		{"triangular", montecarlo.Triangular(0, 10, 100), map[float64]float64{.05: 7.071067812, .5: 32.917960675, .95: 78.786796564}},
		{"lognormal", montecarlo.Lognormal(9, 1.2), map[float64]float64{.95: 58327.23129192511, .99: 132140.0268594572}},
		{"lognormal interval", montecarlo.LognormalInterval(1, 10), map[float64]float64{.05: 1, .5: math.Sqrt(10), .95: 10}},
		{"gamma", montecarlo.Gamma(1, 2), map[float64]float64{.5: 2 * math.Ln2, .99: 2 * math.Log(100)}},
		{"weibull", montecarlo.Weibull(2, 3), map[float64]float64{.25: 3 * math.Sqrt(math.Log(4.0/3)), .75: 3 * math.Sqrt(math.Log(4))}},
		{"pareto", montecarlo.GeneralizedPareto(5, 2, 0.5), map[float64]float64{.25: 5 + 4*(1/math.Sqrt(.75)-1), .96: 5 + 4*(5-1)}},
		{"exponential", montecarlo.GeneralizedPareto(0, 2, 0), map[float64]float64{.25: 2 * math.Log(4.0/3), .75: 2 * math.Log(4)}},
		{"bounded pareto", montecarlo.GeneralizedPareto(1, 2, -1), map[float64]float64{.25: 1.5, .75: 2.5}},
		{"beta", montecarlo.Beta(2, 1), map[float64]float64{.25: .5, .81: .9}},
		{"uniform", montecarlo.Uniform(2, 6), map[float64]float64{.25: 3, .75: 5}},
		{"constant", montecarlo.Constant(7), map[float64]float64{.01: 7, .99: 7}},
		{"empirical", montecarlo.Empirical(30, 10, 20, 20), map[float64]float64{.25: 10, .26: 20, .75: 20, .76: 30}},
		{"discrete", montecarlo.Discrete([]float64{9, 4}, []float64{.25, .75}), map[float64]float64{.75: 4, .76: 9}},
		{"mixture", montecarlo.Mixture(
			montecarlo.Part{Weight: montecarlo.Num(3), Distribution: montecarlo.Uniform(0, 1)},
			montecarlo.Part{Weight: montecarlo.Num(1), Distribution: montecarlo.Constant(5)},
		), map[float64]float64{.3: .4, .75: 1, .76: 5}},
	} {
		for p, want := range c.want {
			nearly(t, c.name, c.d.Quantile(p), want, 3e-8)
		}
	}
}

func TestEndsOfDistributions(t *testing.T) {
	for _, c := range []struct {
		d      montecarlo.Distribution
		lo, hi float64
	}{
		{montecarlo.PERT(1, 2, 4), 1, 4},
		{montecarlo.Beta(2, 3), 0, 1},
		{montecarlo.Lognormal(0, 1), 0, math.Inf(1)},
		{montecarlo.GeneralizedPareto(1, 2, -.5), 1, 5},
		{montecarlo.GeneralizedPareto(1, 2, .5), 1, math.Inf(1)},
		{montecarlo.Empirical(3, 1, 2), 1, 3},
		{montecarlo.Mixture(montecarlo.Part{montecarlo.Num(1), montecarlo.Constant(5)}, montecarlo.Part{montecarlo.Num(1), montecarlo.Uniform(1, 2)}), 1, 5},
	} {
		if lo, hi := c.d.Quantile(0), c.d.Quantile(1); lo != c.lo || hi != c.hi {
			t.Errorf("%s: got %v to %v, want %v to %v", c.d.Kind, lo, hi, c.lo, c.hi)
		}
	}
	for _, x := range []float64{montecarlo.PERT(0, 1, 2).Quantile(-.1), montecarlo.PERT(0, 1, 2).Quantile(1.1), montecarlo.Distribution{}.Quantile(.5), montecarlo.PERT(0, 1, 2).Quantile(math.NaN())} {
		if !math.IsNaN(x) {
			t.Errorf("got %v, want NaN", x)
		}
	}
}

// Every kind is drawn from its own quantile function: the drawn losses of one
// event a year, sorted, follow it.
func TestDrawsFollowTheDistribution(t *testing.T) {
	const trials = 20000
	for _, d := range []montecarlo.Distribution{
		montecarlo.Uniform(2, 6), montecarlo.Triangular(0, 10, 100), montecarlo.PERT(0, 10, 100), montecarlo.PERT(5, 5, 6), montecarlo.PERT(5, 6, 6),
		montecarlo.ClassicPERT(0, 10, 100), montecarlo.Lognormal(9, 1.2), montecarlo.Gamma(.3, 5), montecarlo.Gamma(40, 2), montecarlo.Weibull(.7, 1000),
		montecarlo.GeneralizedPareto(1, 2, .4), montecarlo.GeneralizedPareto(1, 2, -.4), montecarlo.GeneralizedPareto(0, 2, 0), montecarlo.Beta(.4, .3), montecarlo.Beta(200, 3),
		montecarlo.Mixture(montecarlo.Part{montecarlo.Num(3), montecarlo.Uniform(0, 1)}, montecarlo.Part{montecarlo.Num(1), montecarlo.Lognormal(1, 1)}),
	} {
		drawn, err := montecarlo.Losses(context.Background(), single(montecarlo.Fixed(1), d), montecarlo.Config{Trials: trials, Seed: 5})
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(drawn)
		worst := 0.0
		for p := 0.0005; p < 1; p += 0.001 {
			x := d.Quantile(p)
			i, _ := slices.BinarySearch(drawn, x)
			for i < trials && drawn[i] <= x*(1+1e-9) {
				i++
			}
			worst = max(worst, p-float64(i)/trials, float64(i)/trials-p)
		}
		// Kolmogorov's statistic exceeds 1.95/√n once in a thousand times; the seed is fixed.
		if limit := 1.95 / math.Sqrt(trials); worst > limit {
			t.Errorf("%+v: off by %.4f, want at most %.4f", d, worst, limit)
		}
	}
}

func single(f montecarlo.Frequency, d montecarlo.Distribution) montecarlo.Model {
	return montecarlo.Model{Scenarios: []montecarlo.Scenario{{ID: "s", Frequency: &f, Severity: &d}}}
}

func simulate(t testing.TB, m montecarlo.Model, c montecarlo.Config) montecarlo.Result {
	t.Helper()
	r, err := montecarlo.Simulate(context.Background(), m, c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSusceptibility(t *testing.T) {
	of := func(a, b montecarlo.Distribution) montecarlo.Tree {
		one := montecarlo.Constant(1)
		return montecarlo.Tree{ThreatEventFrequency: &one, ThreatCapability: &a, ResistanceStrength: &b, LossMagnitude: &one}
	}
	parts := func(list ...montecarlo.Distribution) montecarlo.Distribution {
		var out []montecarlo.Part
		for _, d := range list {
			out = append(out, montecarlo.Part{montecarlo.Num(1), d})
		}
		return montecarlo.Mixture(out...)
	}
	for _, c := range []struct {
		name string
		a, b montecarlo.Distribution
		want float64
	}{
		{"pert", montecarlo.PERT(.5, .75, .9), montecarlo.PERT(.3, .6, .85), .859684701139},
		{"uniform", montecarlo.Uniform(0, 1), montecarlo.Uniform(0, 2), .25},
		{"always", montecarlo.Uniform(2, 3), montecarlo.Uniform(0, 1), 1},
		{"never", montecarlo.Uniform(0, 1), montecarlo.Uniform(2, 3), 0},
		{"a certain capability", montecarlo.Constant(.25), montecarlo.Uniform(0, 1), .25},
		{"a certain strength", montecarlo.Uniform(0, 1), montecarlo.Constant(.25), .75},
		{"equal is not greater", montecarlo.Constant(2), montecarlo.Constant(2), 0},
		{"dice", montecarlo.Empirical(1, 2, 3, 4, 5, 6), montecarlo.Empirical(1, 2, 3, 4, 5, 6), 15.0 / 36},
		{"mixed capability", parts(montecarlo.Constant(5), montecarlo.Uniform(0, 1)), montecarlo.Uniform(0, 1), .75},
		{"mixed strength", montecarlo.Uniform(0, 1), parts(montecarlo.Constant(5), montecarlo.Uniform(0, 1)), .25},
	} {
		tree := of(c.a, c.b)
		got, ok := tree.SusceptibilityOf()
		if !ok || math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: got %.12g, %v, want %.12g", c.name, got, ok, c.want)
		}
	}
	if _, ok := (montecarlo.Tree{}).SusceptibilityOf(); ok {
		t.Error("an empty tree has a susceptibility")
	}
}

func TestExceedancesAreListedDownwards(t *testing.T) {
	r := simulate(t, single(montecarlo.Poisson(2), montecarlo.Lognormal(9, 1.2)), montecarlo.Config{Trials: 5000, Seed: 1, Curves: true})
	for _, list := range [][]montecarlo.Point{r.Total.AEP, r.Total.OEP} {
		if len(list) < 20 || list[len(list)-1].Exceedance < .001 || list[len(list)-1].Exceedance > .005 {
			t.Fatalf("got %v", list)
		}
		if !slices.IsSortedFunc(list, func(a, b montecarlo.Point) int {
			if a.Loss < b.Loss && a.Exceedance > b.Exceedance {
				return -1
			}
			return 1
		}) {
			t.Errorf("losses do not rise or exceedance does not fall: %v", list)
		}
	}
}
