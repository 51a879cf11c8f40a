package montecarlo_test

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// TestExact_followsSimulation: of a few simulated years about as many exceed a
// VaR as the bounds of the exact method say, for models of all sorts. The models
// are the same every time: the bounds are estimates, and a share of years is a
// draw, so that a test of ever new models would fail one day without a reason.
func TestExact_followsSimulation(t *testing.T) {
	if testing.Short() {
		t.Skip("TestExactDigestsKept says that other architectures compute the same")
	}
	models := rapid.Custom(someModel)
	compare := func(t *testing.T, m montecarlo.Model) {
		m.Correlations = nil
		for _, s := range m.Scenarios {
			if s.Tree != nil {
				s.Tree.Form = montecarlo.FormEvents
			}
		}
		e, err := montecarlo.Exact(m, montecarlo.ExactOptions{Points: 1 << 10, Levels: []montecarlo.Level{.25, .5, .9}})
		if err != nil {
			for _, p := range aims.Problems(err) {
				if p.Code != montecarlo.TooManyStates {
					t.Fatal(err)
				}
			}
			return
		}
		mean := 0.0
		for _, s := range e.Scenarios {
			mean += s.Mean
		}
		if covers := slices.ContainsFunc(m.Controls, func(k montecarlo.Control) bool { return k.Effects[0].PerYear != nil }); !covers && math.Abs(e.Total.Mean-mean) > 1e-9*mean+1e-12 {
			t.Errorf("the mean of all is %v, the sum of means %v", e.Total.Mean, mean)
		}
		years := lossesOf(t, m, montecarlo.Config{Trials: few, Seed: 1})
		about := func(what string, n int, low, high float64) {
			slack := func(q float64) float64 { return 6*math.Sqrt(few*q*(1-q)) + 12 }
			if x := float64(n); x < few*low-slack(low) || x > few*high+slack(high) {
				t.Errorf("%s: %d of %d years, the probability is %v to %v", what, n, few, low, high)
			}
		}
		count := func(f func(x float64) bool) int {
			n := 0
			for _, x := range years {
				if f(x) {
					n++
				}
			}
			return n
		}
		about("no loss", count(func(x float64) bool { return x == 0 }), e.Total.P0-1e-9, min(1, e.Total.P0+1e-3))
		before := 0.0
		for _, l := range []montecarlo.Level{.25, .5, .9} {
			b := e.Total.ErrorBound.VaR[l]
			about("above VaR "+text(l), count(func(x float64) bool { return x > b.High*(1+1e-9) }), 0, 1-float64(l))
			about("from VaR "+text(l)+" on", count(func(x float64) bool { return x >= b.Low*(1-1e-9) }), 1-float64(l), 1)
			v, tail := e.Total.VaR[l], e.Total.TVaR[l]
			if v < before || tail < v || v < b.Low || v > b.High {
				t.Errorf("VaR %v is %v in %v, after %v, TVaR %v", l, v, b, before, tail)
			}
			before = v
		}
	}
	for seed := range 12 {
		t.Run(strconv.Itoa(seed), func(t *testing.T) { compare(t, models.Example(seed)) })
	}
}

// TestExact_rates: years without an event have a closed form for a rate that is
// uncertain.
func TestExact_rates(t *testing.T) {
	triangular := func(a, c, b float64) float64 { // E exp(−Λ)
		if a == c {
			return 2 * ((b-a-1)*math.Exp(-a) + math.Exp(-b)) / ((b - a) * (b - a))
		}
		return 2 * ((b-c)*math.Exp(-a) - (b-a)*math.Exp(-c) + (c-a)*math.Exp(-b)) / ((b - a) * (c - a) * (b - c))
	}
	uniform := func(a, b float64) float64 { return (math.Exp(-a) - math.Exp(-b)) / (b - a) }
	for _, c := range []struct {
		name     string
		rate     montecarlo.Distribution
		mean, p0 float64
	}{
		{"uniform", montecarlo.Uniform(1, 4), 2.5, uniform(1, 4)},
		{"triangular", montecarlo.Triangular(1, 2, 4), 7. / 3, triangular(1, 2, 4)},
		{"falling", montecarlo.Triangular(1, 1, 4), 2, triangular(1, 1, 4)},
		{"gamma", montecarlo.Gamma(2, 1.5), 3, 1 / (2.5 * 2.5)},
		{"constant", montecarlo.Constant(2), 2, math.Exp(-2)},
		{
			"mixture",
			montecarlo.Mixture(montecarlo.Part{Weight: montecarlo.Num(1), Distribution: montecarlo.Constant(0)}, montecarlo.Part{Weight: montecarlo.Num(3), Distribution: montecarlo.Uniform(1, 4)}),
			.75 * 2.5, .25 + .75*uniform(1, 4),
		},
	} {
		s := exact(t, one(montecarlo.UncertainPoisson(c.rate), montecarlo.Constant(10)), montecarlo.ExactOptions{}).Total
		closeTo(t, c.name+": mean", s.Mean, 10*c.mean, 1e-9)
		closeTo(t, c.name+": p0", s.P0, c.p0, 1e-9)
	}
}

// TestExact_sums: secondary loss of any law comes on top of the primary loss.
func TestExact_sums(t *testing.T) {
	certain, rate, exponential := montecarlo.Constant(1), montecarlo.Constant(2), montecarlo.GeneralizedPareto(0, 1, 0)
	limit := montecarlo.Effect{Kind: montecarlo.Cover, PerEvent: &montecarlo.Layer{Deductible: montecarlo.Num(2)}}
	m := montecarlo.Model{Scenarios: []montecarlo.Scenario{{ID: "S", Tree: &montecarlo.Tree{
		LossEventFrequency: &rate, PrimaryLoss: &exponential, SecondaryFrequency: &certain, SecondaryLoss: &exponential,
	}}}}
	sum, want := exact(t, m, montecarlo.ExactOptions{}), exact(t, one(montecarlo.Poisson(2), montecarlo.Gamma(2, 1)), montecarlo.ExactOptions{})
	closeTo(t, "mean", sum.Total.Mean, 4, 1e-9)
	closeTo(t, "sd", sum.Total.SD, math.Sqrt(2*6), 1e-6)
	for l, v := range want.Total.VaR {
		closeTo(t, "VaR "+text(l), sum.Total.VaR[l], v, 1e-5)
		closeTo(t, "TVaR "+text(l), sum.Total.TVaR[l], want.Total.TVaR[l], 1e-5)
	}
	// Each event costs at most 2; its moments are integrated.
	m.Controls = []montecarlo.Control{{ID: "C", Effects: []montecarlo.Effect{limit}}}
	capped := exact(t, m, montecarlo.ExactOptions{}).Total
	survival := func(x float64) float64 { return math.Exp(-x) * (1 + x) }
	first, second := moments(survival, 2, math.Inf(1))
	closeTo(t, "mean with a cap", capped.Mean, 2*first, 1e-6)
	closeTo(t, "sd with a cap", capped.SD, math.Sqrt(2*second), 1e-6)
}

// TestExact_appetite: what is asked of the exact method is held against its
// figures.
func TestExact_appetite(t *testing.T) {
	m := cpl2()
	amount := aims.MustAmount
	m.Appetite = []montecarlo.Appetite{
		{ID: "mean", Measure: montecarlo.MeasureMean, Limit: amount("33294.5")},
		{ID: "var", Measure: montecarlo.MeasureVaR, P: montecarlo.Num(.95), Limit: amount("114863")},
		{ID: "tvar", Measure: montecarlo.MeasureTVaR, P: montecarlo.Num(.95), Limit: amount("184668")},
		{ID: "exceedance", Scenario: "S", Measure: montecarlo.MeasureExceedance, Loss: amount("80992.10"), Limit: amount("0.09999")},
	}
	want := []aims.Answer{aims.Yes, aims.No, aims.Yes, aims.No}
	for i, c := range exact(t, m, montecarlo.ExactOptions{}).Appetite {
		if c.Held != want[i] || c.Low > c.Value || c.High < c.Value {
			t.Errorf("%+v, want %v", c, want[i])
		}
	}
	// Two sizes of loss that have no amount in common: the curve jumps off the lattice.
	m = one(montecarlo.Poisson(2), montecarlo.Discrete([]float64{1, math.Pi}, []float64{.5, .5}))
	m.Appetite = []montecarlo.Appetite{{ID: "exceedance", Measure: montecarlo.MeasureExceedance, Loss: amount("2.5"), Limit: amount("0.8")}}
	r := exact(t, m, montecarlo.ExactOptions{})
	// At most 2.5 without a loss of π and with at most two of 1.
	truth := 1 - math.Exp(-1)*math.Exp(-1)*2.5
	if c := r.Appetite[0]; c.Low > truth || c.High < truth || c.High-c.Low > 1e-3 {
		t.Errorf("P(loss > 2.5) = %v lies outside of %v to %v", truth, c.Low, c.High)
	}
	within(t, "VaR 0.5", r.Total.ErrorBound.VaR[.5], 4, 0)
}

// TestExact_noExactForm: each thing that is left to the simulation is said with
// its place.
func TestExact_noExactForm(t *testing.T) {
	p := func(d montecarlo.Distribution) *montecarlo.Distribution { return &d }
	great := p(montecarlo.Uniform(9000, 10000))
	events := montecarlo.Frequency{Kind: montecarlo.FrequencyPoisson, UncertainRate: great}
	pair := cpl2()
	pair.Scenarios = append(pair.Scenarios, pair.Scenarios[0])
	pair.Scenarios[1].ID = "T"
	correlated := pair
	correlated.Correlations = []montecarlo.Correlation{{
		A: montecarlo.FactorOf{Scenario: "S", Factor: montecarlo.FactorOccurrence}, B: montecarlo.FactorOf{Scenario: "T", Factor: montecarlo.FactorOccurrence}, Rho: montecarlo.Num(.5),
	}}
	shares := pair
	for _, id := range []montecarlo.ControlID{"C", "D"} {
		shares.Controls = append(shares.Controls, montecarlo.Control{ID: id, Effects: []montecarlo.Effect{{Kind: montecarlo.Response, Share: p(montecarlo.Uniform(0, .5))}}})
	}
	shocked := cpl2()
	shocked.Shocks = []montecarlo.Shock{{ID: "H", Probability: montecarlo.Num(.5), Strikes: []montecarlo.Strike{{Scenario: "S", Events: &events}}}}
	for _, c := range []struct {
		name  string
		model montecarlo.Model
		want  []string
	}{
		{"correlation", correlated, []string{"/correlations montecarlo/no-exact-form"}},
		{"great rate", one(montecarlo.UncertainPoisson(*great), montecarlo.Constant(1)), []string{"/scenarios/0/frequency/uncertainRate montecarlo/no-exact-form"}},
		{"product", fair(montecarlo.FormProduct), []string{"/scenarios/0/tree/form montecarlo/no-exact-form"}},
		{"great rate of a shock", shocked, []string{"/shocks/0/strikes/0/events/uncertainRate montecarlo/no-exact-form"}},
		{"two uncertain shares", shares, []string{"/scenarios/0 montecarlo/too-many-states"}},
		{"no variance", one(montecarlo.Poisson(1), montecarlo.GeneralizedPareto(0, 1, .5)), []string{"/scenarios/0 montecarlo/infinite-variance"}},
		{"no mean", one(montecarlo.Poisson(1), montecarlo.GeneralizedPareto(0, 1, 1.5)), []string{"/scenarios/0 montecarlo/infinite-variance"}},
	} {
		_, err := montecarlo.Exact(c.model, montecarlo.ExactOptions{})
		var got []string
		for _, p := range aims.Problems(err) {
			got = append(got, string(p.Path)+" "+string(p.Code))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
