package montecarlo_test

import (
	"math"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// panjer returns the probabilities of the sums 0, 1 … n−1 of a number of losses
// with the probabilities f, by Panjer's recursion: the number of losses has
// p(k)/p(k−1) = a + b/k, and its generating function at f[0] is zero.
func panjer(a, b, zero float64, f []float64, n int) []float64 {
	g := make([]float64, n)
	g[0] = zero
	for s := 1; s < n; s++ {
		for j := 1; j <= min(s, len(f)-1); j++ {
			g[s] += (a + b*float64(j)/float64(s)) * f[j] * g[s-j]
		}
		g[s] /= 1 - a*f[0]
	}
	return g
}

const panjerPoints = 1000

func panjerPoisson(rate float64, f []float64) []float64 {
	return panjer(0, rate, math.Exp(rate*(f[0]-1)), f, panjerPoints)
}

func panjerNegativeBinomial(mean, size float64, f []float64) []float64 {
	a := mean / (mean + size)
	return panjer(a, (size-1)*a, math.Pow(1+mean/size*(1-f[0]), -size), f, panjerPoints)
}

func panjerBinomial(n int, p float64, f []float64) []float64 {
	a := -p / (1 - p)
	return panjer(a, -float64(n+1)*a, math.Pow(1-p+p*f[0], float64(n)), f, panjerPoints)
}

// mixed is one law with probability p, and otherwise another.
func mixed(p float64, f, g []float64) []float64 {
	out := make([]float64, max(len(f), len(g)))
	for i, q := range f {
		out[i] += p * q
	}
	for i, q := range g {
		out[i] += (1 - p) * q
	}
	return out
}

// added is the law of the sum of two independent numbers.
func added(f, g []float64) []float64 {
	out := make([]float64, panjerPoints)
	for i, p := range f {
		for j, q := range g {
			if i+j < len(out) {
				out[i+j] += p * q
			}
		}
	}
	return out
}

// covered is the law of what a layer leaves.
func covered(deductible, limit int, f []float64) []float64 {
	out := make([]float64, len(f))
	for x, p := range f {
		out[x-min(limit, max(0, x-deductible))] += p
	}
	return out
}

// TestExact_panjer compares models whose losses are whole numbers with Panjer's
// recursion, at every amount.
func TestExact_panjer(t *testing.T) {
	num := montecarlo.Num
	distribution := func(d montecarlo.Distribution) *montecarlo.Distribution { return &d }
	share := func(x float64) *montecarlo.Distribution { return distribution(montecarlo.Constant(x)) }
	severity := montecarlo.Discrete([]float64{2, 4, 10}, []float64{.5, .3, .2})
	f := []float64{0, 0, .5, 0, .3, 0, 0, 0, 0, 0, .2}
	half := []float64{0, .5, .3, 0, 0, .2}
	with := func(m montecarlo.Model, effects ...montecarlo.Effect) montecarlo.Model {
		m.Controls = []montecarlo.Control{{ID: "C", Effects: effects}}
		return m
	}
	layer := func(deductible, limit float64) *montecarlo.Layer {
		return &montecarlo.Layer{Deductible: num(deductible), Limit: num(limit)}
	}
	two := one(montecarlo.Poisson(2), severity)
	other, often := montecarlo.NegativeBinomial(3, 1.5), montecarlo.Fixed(2)
	portfolio := two
	portfolio.Scenarios = append(slices.Clone(two.Scenarios), montecarlo.Scenario{ID: "T", Frequency: &other, Severity: &severity})
	shocked := portfolio
	shocked.Shocks = []montecarlo.Shock{{ID: "H", Probability: num(.2), Strikes: []montecarlo.Strike{
		{Scenario: "S", Events: &often}, {Scenario: "T", Factor: num(.5)},
	}}}
	rates := montecarlo.Discrete([]float64{0, 1, 6}, []float64{.2, .5, .3})
	uncertainShock := two
	uncertainShock.Shocks = []montecarlo.Shock{{ID: "H", Probability: num(.2), Strikes: []montecarlo.Strike{
		{Scenario: "S", Events: &montecarlo.Frequency{Kind: montecarlo.FrequencyPoisson, UncertainRate: &rates}},
	}}}
	ratesLaw := mixed(.2, []float64{1}, mixed(.625, panjerPoisson(1, f), panjerPoisson(6, f)))
	tree := func(t montecarlo.Tree) montecarlo.Model {
		return montecarlo.Model{Scenarios: []montecarlo.Scenario{{ID: "S", Tree: &t}}}
	}
	for _, c := range []struct {
		name  string
		model montecarlo.Model
		want  []float64
	}{
		{"Poisson", two, panjerPoisson(2, f)},
		{"negative binomial", one(montecarlo.NegativeBinomial(3, .7), severity), panjerNegativeBinomial(3, .7, f)},
		{"Poisson with a gamma rate", one(montecarlo.UncertainPoisson(montecarlo.Gamma(1.5, 2)), severity), panjerNegativeBinomial(3, 1.5, f)},
		{"Poisson with one of three rates", one(montecarlo.UncertainPoisson(rates), severity), ratesLaw},
		{"three", one(montecarlo.Fixed(3), severity), added(f, added(f, f))},
		{"none or one", one(montecarlo.Bernoulli(.3), severity), mixed(.3, f, []float64{1})},
		{"table", one(montecarlo.CountTable(.5, .25, .25), severity), mixed(.5, []float64{1}, mixed(.5, f, added(f, f)))},
		{"empirical, one of it nothing", one(montecarlo.Poisson(2), montecarlo.Empirical(0, 2, 2, 8)), panjerPoisson(2, []float64{.25, 0, .5, 0, 0, 0, 0, 0, .25})},
		{
			"mixture of atoms",
			one(montecarlo.Poisson(2), montecarlo.Mixture(montecarlo.Part{Weight: num(3), Distribution: montecarlo.Constant(2)}, montecarlo.Part{Weight: num(1), Distribution: severity})),
			panjerPoisson(2, mixed(.75, []float64{0, 0, 1}, f)),
		},
		{"prevention", with(two, montecarlo.Effect{Kind: montecarlo.Prevention, Share: share(.4)}), panjerPoisson(1.2, f)},
		{"prevention of some of seven", with(one(montecarlo.Fixed(7), severity), montecarlo.Effect{Kind: montecarlo.Prevention, Share: share(.4)}), panjerBinomial(7, .6, f)},
		{"prevention of all", with(two, montecarlo.Effect{Kind: montecarlo.Prevention, Share: share(1)}), []float64{1}},
		{"response", with(two, montecarlo.Effect{Kind: montecarlo.Response, Share: share(.5)}), panjerPoisson(2, half)},
		{"response to all of it", with(two, montecarlo.Effect{Kind: montecarlo.Response, Share: share(1)}), []float64{1}},
		{"detection", with(two, montecarlo.Effect{Kind: montecarlo.Detection, Probability: num(.25), Share: share(.5)}), panjerPoisson(2, mixed(.25, half, f))},
		{
			"prevention uncertain, two shares",
			with(two, montecarlo.Effect{Kind: montecarlo.Prevention, Share: distribution(montecarlo.Discrete([]float64{0, .5}, []float64{.25, .75}))}),
			mixed(.25, panjerPoisson(2, f), panjerPoisson(1, f)),
		},
		{"cover of each event", with(two, montecarlo.Effect{Kind: montecarlo.Cover, PerEvent: layer(3, 5)}), panjerPoisson(2, covered(3, 5, f))},
		{"cover that pays nothing", with(two, montecarlo.Effect{Kind: montecarlo.Cover, PerEvent: layer(3, 0)}), panjerPoisson(2, f)},
		{"cover of each year", with(two, montecarlo.Effect{Kind: montecarlo.Cover, PerYear: layer(5, 12)}), covered(5, 12, panjerPoisson(2, f))},
		{
			"two covers of each year",
			with(two, montecarlo.Effect{Kind: montecarlo.Cover, PerYear: layer(0, 3)}, montecarlo.Effect{Kind: montecarlo.Cover, PerYear: layer(6, 9)}),
			covered(6, 9, covered(0, 3, panjerPoisson(2, f))),
		},
		{
			"cap of each year",
			with(two, montecarlo.Effect{Kind: montecarlo.Cover, PerYear: &montecarlo.Layer{Deductible: num(20)}}),
			covered(20, panjerPoints, panjerPoisson(2, f)),
		},
		{"portfolio", portfolio, added(panjerPoisson(2, f), panjerNegativeBinomial(3, 1.5, f))},
		{
			"shock", shocked,
			mixed(.2,
				added(added(panjerPoisson(2, f), added(f, f)), panjerNegativeBinomial(3, 1.5, half)),
				added(panjerPoisson(2, f), panjerNegativeBinomial(3, 1.5, f))),
		},
		{"shock with an uncertain rate", uncertainShock, added(panjerPoisson(2, f), mixed(.2, ratesLaw, []float64{1}))},
		{"tree of magnitude", tree(montecarlo.Tree{LossEventFrequency: share(2), LossMagnitude: &severity}), panjerPoisson(2, f)},
		{
			"tree of factors",
			tree(montecarlo.Tree{
				ContactFrequency: share(8), ProbabilityOfAction: share(.5), ThreatCapability: distribution(montecarlo.Uniform(0, 4)), ResistanceStrength: share(3),
				PrimaryLoss: &severity, SecondaryFrequency: share(.25), SecondaryLoss: distribution(montecarlo.Discrete([]float64{1, 3}, []float64{.5, .5})),
			}),
			panjerPoisson(1, mixed(.25, added(f, []float64{0, .5, 0, .5}), f)),
		},
		{
			"tree hardened",
			with(tree(montecarlo.Tree{ThreatEventFrequency: share(8), Susceptibility: share(.5), LossMagnitude: &severity}), montecarlo.Effect{Kind: montecarlo.Hardening, Share: share(.75)}),
			panjerPoisson(1, f),
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			levels := []montecarlo.Level{.05, .5, .9, .99, .999}
			r := exact(t, c.model, montecarlo.ExactOptions{Levels: levels})
			curve, ok := r.Curve("")
			if !ok {
				t.Fatal("no curve")
			}
			want := append(slices.Clone(c.want), make([]float64, panjerPoints-len(c.want))...)
			mean, square, tail := 0.0, 0.0, 1.0
			above := make([]float64, len(want))
			for x, p := range want {
				mean, square, tail = mean+p*float64(x), square+p*float64(x*x), tail-p
				above[x] = tail
				if got := curve.Exceedance(float64(x)); math.Abs(got-tail) > 1e-10 {
					t.Fatalf("P(loss > %d) = %v, want %v", x, got, tail)
				}
			}
			closeTo(t, "mean", r.Total.Mean, mean, 1e-11)
			closeTo(t, "sd", r.Total.SD, math.Sqrt(max(0, square-mean*mean)), 1e-7) // covers of years take the rounding of the lattice
			closeTo(t, "p0", r.Total.P0, want[0], 1e-11)
			for _, l := range levels {
				v := slices.IndexFunc(above, func(q float64) bool { return q <= 1-float64(l)+1e-12 })
				excess := 0.0
				for _, q := range above[v:] {
					excess += max(0, q)
				}
				closeTo(t, "VaR "+text(l), r.Total.VaR[l], float64(v), 1e-12)
				tvar := float64(v) + excess/(1-float64(l))
				closeTo(t, "TVaR "+text(l), r.Total.TVaR[l], tvar, 1e-9)
				within(t, "TVaR "+text(l), r.Total.ErrorBound.TVaR[l], tvar, 1e-9)
			}
		})
	}
}
