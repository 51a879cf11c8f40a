package montecarlo_test

import (
	"context"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// Random models, small enough to be simulated often.

func someSeverity(t *rapid.T, name string) *montecarlo.Distribution {
	x := rapid.Float64Range(1, 1000)
	a, b := x.Draw(t, name+"A"), x.Draw(t, name+"B")
	d := rapid.SampledFrom([]montecarlo.Distribution{
		montecarlo.Constant(a), montecarlo.Uniform(a, a+b), montecarlo.Triangular(a, a+b, a+2*b), montecarlo.LognormalInterval(a, a+b),
		montecarlo.Weibull(.8, b), montecarlo.GeneralizedPareto(a, b, .3), montecarlo.Empirical(a, b), montecarlo.Discrete([]float64{0, a}, []float64{.5, .5}),
	}).Draw(t, name)
	return &d
}

func someShare(t *rapid.T, name string) *montecarlo.Distribution {
	a := rapid.Float64Range(0, .9).Draw(t, name)
	d := rapid.SampledFrom([]montecarlo.Distribution{montecarlo.Constant(a), montecarlo.Uniform(a, a+.1)}).Draw(t, name+"Kind")
	return &d
}

func someScenario(t *rapid.T, i int) montecarlo.Scenario {
	s := montecarlo.Scenario{ID: montecarlo.ScenarioID("s-" + strconv.Itoa(i))}
	rate := rapid.Float64Range(0, 4).Draw(t, "rate")
	if rapid.IntRange(0, 3).Draw(t, "tree") == 0 {
		uncertain := montecarlo.Uniform(rate, rate+1)
		s.Tree = &montecarlo.Tree{
			ThreatEventFrequency: &uncertain, Susceptibility: someShare(t, "susceptibility"),
			PrimaryLoss: someSeverity(t, "primary"), SecondaryFrequency: someShare(t, "secondary"), SecondaryLoss: someSeverity(t, "secondaryLoss"),
			Form: rapid.SampledFrom([]montecarlo.Form{"", montecarlo.FormEvents, montecarlo.FormProduct}).Draw(t, "form"),
		}
		return s
	}
	f := rapid.SampledFrom([]montecarlo.Frequency{
		montecarlo.Poisson(rate), montecarlo.Bernoulli(rate / 4), montecarlo.Fixed(int(rate)), montecarlo.NegativeBinomial(rate+.1, .7),
		montecarlo.UncertainPoisson(montecarlo.Uniform(rate, rate+1)), montecarlo.CountTable(.5, .25, .25),
	}).Draw(t, "frequency")
	s.Frequency, s.Severity = &f, someSeverity(t, "severity")
	return s
}

func someControl(t *rapid.T, i int, m montecarlo.Model) montecarlo.Control {
	c := montecarlo.Control{ID: montecarlo.ControlID("k-" + strconv.Itoa(i))}
	var e montecarlo.Effect
	e.Kind = rapid.SampledFrom([]montecarlo.EffectKind{montecarlo.Prevention, montecarlo.Detection, montecarlo.Response, montecarlo.Cover}).Draw(t, "effect")
	switch e.Kind {
	case montecarlo.Cover:
		limit := montecarlo.Layer{Deductible: montecarlo.Num(rapid.Float64Range(0, 500).Draw(t, "deductible")), Limit: montecarlo.Num(rapid.Float64Range(0, 2000).Draw(t, "limit"))}
		e.PerYear = &limit
		if !slices.ContainsFunc(m.Scenarios, func(s montecarlo.Scenario) bool { return s.Tree != nil }) {
			e.PerEvent = &limit
		}
	case montecarlo.Detection:
		e.Probability = montecarlo.Num(rapid.Float64Range(0, 1).Draw(t, "detected"))
		fallthrough
	default:
		e.Share = someShare(t, "share")
	}
	if rapid.Bool().Draw(t, "one") {
		e.Scenarios = []montecarlo.ScenarioID{m.Scenarios[0].ID}
	}
	c.Effects = []montecarlo.Effect{e}
	return c
}

func someModel(t *rapid.T) montecarlo.Model {
	var m montecarlo.Model
	for i := range rapid.IntRange(1, 3).Draw(t, "scenarios") {
		m.Scenarios = append(m.Scenarios, someScenario(t, i))
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "controls") {
		m.Controls = append(m.Controls, someControl(t, i, m))
	}
	if rapid.Bool().Draw(t, "shocked") {
		m.Shocks = []montecarlo.Shock{{ID: "h", Probability: montecarlo.Num(.3), Strikes: []montecarlo.Strike{{Scenario: "s-0", Factor: montecarlo.Num(2)}}}}
		if m.Scenarios[0].Tree == nil {
			one := montecarlo.Poisson(1)
			m.Shocks[0].Strikes[0].Events = &one
		}
	}
	if len(m.Scenarios) > 1 && m.Scenarios[0].Tree == nil && m.Scenarios[1].Tree == nil {
		m.Correlations = []montecarlo.Correlation{{
			A: montecarlo.FactorOf{Scenario: "s-0", Factor: montecarlo.FactorOccurrence}, B: montecarlo.FactorOf{Scenario: "s-1", Factor: montecarlo.FactorOccurrence},
			Rho: montecarlo.Num(rapid.Float64Range(-.9, .9).Draw(t, "rho")),
		}}
	}
	return m
}

func lossesOf(t interface{ Fatal(...any) }, m montecarlo.Model, c montecarlo.Config) []float64 {
	list, err := montecarlo.Losses(context.Background(), m, c)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func resultOf(t interface{ Fatal(...any) }, m montecarlo.Model, c montecarlo.Config) montecarlo.Result {
	r, err := montecarlo.Simulate(context.Background(), m, c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func asJSON(t interface{ Fatal(...any) }, v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

const few = 600 // trials: more than two blocks

// 1: adding a control, or making one stronger, raises the loss of no year.
func TestProperty1_controlsNeverRaiseTheLoss(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := someModel(t)
		c := montecarlo.Config{Trials: few, Seed: rapid.Uint64().Draw(t, "seed")}
		without := lossesOf(t, m, c)
		m.Controls = append(slices.Clone(m.Controls), someControl(t, 9, m))
		with := lossesOf(t, m, c)
		stronger := m
		stronger.Controls = slices.Clone(m.Controls)
		last := &stronger.Controls[len(m.Controls)-1]
		last.Effects = slices.Clone(last.Effects)
		if e := &last.Effects[0]; e.Share != nil {
			all := montecarlo.Constant(.95)
			if e.Share.Kind == montecarlo.KindUniform {
				all = montecarlo.Uniform(.95, 1)
			}
			if e.Share.Kind == montecarlo.KindUniform && e.Share.Quantile(0) < .95 || e.Share.Quantile(1) < .95 {
				e.Share = &all
			}
		}
		strong := lossesOf(t, stronger, c)
		for i := range without {
			if with[i] > without[i] || strong[i] > with[i] {
				t.Fatalf("trial %d: %v without, %v with the control, %v with a stronger one", i, without[i], with[i], strong[i])
			}
		}
	})
}

// 2, 3, 7 and 10: the order of the figures of one result.
func TestProperty2_figuresAreInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := someModel(t)
		levels := []montecarlo.Level{.1, .25, .5, .75, .9, .95, .99, .999}
		r := resultOf(t, m, montecarlo.Config{Trials: few, Seed: rapid.Uint64().Draw(t, "seed"), Levels: levels, Curves: true})
		v, tv := 0.0, 0.0
		for _, p := range levels {
			if r.Total.VaR[p] < v || r.Total.TVaR[p] < tv*(1-1e-12) || r.Total.TVaR[p] < r.Total.VaR[p] {
				t.Fatalf("at %v: VaR %v, TVaR %v after %v, %v", p, r.Total.VaR[p], r.Total.TVaR[p], v, tv)
			}
			v, tv = r.Total.VaR[p], r.Total.TVaR[p]
			if q := float64(p); v == 0 && tv != r.Total.Mean/(1-q) {
				t.Fatalf("VaR is 0 at %v, TVaR %v, mean/(1−p) %v", p, tv, r.Total.Mean/(1-q))
			}
		}
		c, _ := r.Curve("")
		last, area := 1.0, 0.0
		top := c.VaR(.9999)
		for k := range 2000 {
			x := top * (float64(k) + .5) / 2000
			e := c.Exceedance(x)
			if e > last || e < 0 {
				t.Fatalf("exceedance rises to %v at %v", e, x)
			}
			if c.LargestExceedance(x) > c.Exceedance(x*(1-1.0/128)) { // both know losses to a bucket
				t.Fatalf("the largest loss exceeds %v more often than the sum", x)
			}
			last = e
			area += e * top / 2000
		}
		// Buckets know losses to 0.8 %, and the sum a loss to the width of its steps.
		if math.Abs(area-r.Total.Mean) > .01*r.Total.Mean+r.Total.PPositive*top/2000 {
			t.Fatalf("the area under the exceedance curve is %v, the mean %v", area, r.Total.Mean)
		}
	})
}

// 2: pooled trials: the TVaR of a sum is at most the sum of the TVaRs.
func TestProperty2_tailsAreSubadditive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := resultOf(t, someModel(t), montecarlo.Config{Trials: few, Seed: rapid.Uint64().Draw(t, "seed")})
		for _, p := range montecarlo.DefaultLevels() {
			sum := 0.0
			for _, s := range r.Scenarios {
				sum += s.TVaR[p]
			}
			// Buckets know losses to 0.8 %.
			if r.Total.TVaR[p] > sum*1.008+1e-9 {
				t.Fatalf("at %v: %v together, %v apart", p, r.Total.TVaR[p], sum)
			}
		}
	})
}

// 4: another unit of money changes nothing else.
func TestProperty4_currencyScales(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := montecarlo.Poisson(rapid.Float64Range(0, 3).Draw(t, "rate"))
		lo := rapid.Float64Range(1, 100).Draw(t, "lo")
		c := montecarlo.Config{Trials: few, Seed: 1}
		a := resultOf(t, single(f, montecarlo.Uniform(lo, 3*lo)), c).Total
		b := resultOf(t, single(f, montecarlo.Uniform(1024*lo, 3*1024*lo)), c).Total
		for _, p := range montecarlo.DefaultLevels() {
			if b.VaR[p] != 1024*a.VaR[p] || math.Abs(b.TVaR[p]-1024*a.TVaR[p]) > 1e-12*b.TVaR[p] {
				t.Fatalf("at %v: %v and %v", p, a.VaR[p], b.VaR[p])
			}
		}
		if b.Mean != 1024*a.Mean || b.SD != 1024*a.SD || b.P0 != a.P0 {
			t.Fatalf("%v and %v", a, b)
		}
	})
}

// 5: the order of the document, the number of workers and the partition into
// shards change no bit of the result.
func TestProperty5_anyPartitionGivesTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := someModel(t)
		c := montecarlo.Config{
			Trials: rapid.Int64Range(2, 2000).Draw(t, "trials"), First: rapid.Int64Range(0, 1000).Draw(t, "first"),
			Seed: rapid.Uint64().Draw(t, "seed"), Worst: 5, Curves: true, Workers: 1,
		}
		want := asJSON(t, resultOf(t, m, c))
		c.Workers = rapid.IntRange(2, 5).Draw(t, "workers")
		if d := cmp.Diff(want, asJSON(t, resultOf(t, m, c))); d != "" {
			t.Fatalf("with %d workers\n%s", c.Workers, d)
		}
		shuffled := m
		shuffled.Scenarios = slices.Clone(m.Scenarios)
		slices.Reverse(shuffled.Scenarios)
		a, b := resultOf(t, m, c), resultOf(t, shuffled, c)
		a.Provenance, b.Provenance = aims.Provenance{}, aims.Provenance{} // the document is another one
		if d := cmp.Diff(asJSON(t, a), asJSON(t, b)); d != "" {
			t.Fatalf("with the scenarios in another order\n%s", d)
		}
		cut := rapid.Int64Range(1, c.Trials-1).Draw(t, "cut")
		left, right := c, c
		left.Trials, right.First, right.Trials = cut, c.First+cut, c.Trials-cut
		l, r := resultOf(t, m, left), resultOf(t, m, right)
		merged, err := r.Merge(l, r, l)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, asJSON(t, merged)); d != "" {
			t.Fatalf("in two shards, delivered twice\n%s", d)
		}
	})
}

// The same over so many trials that every worker gets some.
func TestProperty5_anyNumberOfWorkersGivesTheSame(t *testing.T) {
	m := fullModel(t)
	c := montecarlo.Config{Trials: 70_000, Seed: 3, Worst: 5, Curves: true, Workers: 1}
	if testing.Short() {
		m = benchmarkYear()
	}
	want := asJSON(t, simulate(t, m, c))
	for _, c.Workers = range []int{2, 3, 5} {
		if d := cmp.Diff(want, asJSON(t, simulate(t, m, c))); d != "" {
			t.Errorf("with %d workers\n%s", c.Workers, d)
		}
	}
}

// 6: what else the model holds changes no draw of a scenario.
func TestProperty6_otherScenariosChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := someModel(t)
		c := montecarlo.Config{Trials: few, Seed: rapid.Uint64().Draw(t, "seed")}
		before := resultOf(t, m, c)
		others := []montecarlo.Scenario{someScenario(t, 7), someScenario(t, 5)}
		for i := range others {
			if others[i].Tree != nil {
				others[i].Tree.Form = "" // covers of single events may be on all
			}
		}
		others[1].ID = "a"
		m.Scenarios = append(slices.Clone(m.Scenarios), others...)
		after := resultOf(t, m, c)
		for id, want := range before.Scenarios {
			if d := cmp.Diff(asJSON(t, want), asJSON(t, after.Scenarios[id])); d != "" {
				t.Fatalf("%s (-before +after)\n%s", id, d)
			}
		}
	})
}

// 8: means add up, and variances of independent scenarios do.
func TestProperty8_meansAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := resultOf(t, someModel(t), montecarlo.Config{Trials: few, Seed: rapid.Uint64().Draw(t, "seed")})
		sum := 0.0
		for _, s := range r.Scenarios {
			sum += s.Mean
		}
		if math.Abs(sum-r.Total.Mean) > 1e-12*sum {
			t.Fatalf("the means add up to %v, the mean of all is %v", sum, r.Total.Mean)
		}
	})
}

func TestProperty8_variancesAddUp(t *testing.T) {
	m := copies(3, montecarlo.Poisson(3), montecarlo.Uniform(1, 2))
	m.Scenarios[1].Severity = ptr(montecarlo.Gamma(2, 3))
	m.Scenarios[2].Frequency = ptr(montecarlo.NegativeBinomial(2, 1))
	r := simulate(t, m, montecarlo.Config{Trials: 100_000, Seed: 3})
	sum := 0.0
	for _, s := range r.Scenarios {
		sum += s.SD * s.SD
	}
	nearly(t, "variance", r.Total.SD*r.Total.SD, sum, .02)
}

func ptr[T any](v T) *T { return &v }

// 11: with all controls off the risk is that of the model without them.
func TestProperty11_offIsInherent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := someModel(t)
		c := montecarlo.Config{Trials: few, Seed: rapid.Uint64().Draw(t, "seed")}
		bare := m
		bare.Controls = nil
		if d := cmp.Diff(lossesOf(t, bare, c), lossesOf(t, m.Inherent(), c)); d != "" {
			t.Fatal(d)
		}
		all := make([]montecarlo.ControlID, len(m.Controls))
		for i, k := range m.Controls {
			all[i] = k.ID
		}
		if d := cmp.Diff(asJSON(t, m), asJSON(t, m.Without(all...).With(all...))); d != "" {
			t.Fatalf("off and on again\n%s", d)
		}
	})
}

// A trial shown as events is the one that was counted.
func TestProperty_trialsAreThoseThatAreCounted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := someModel(t)
		c := montecarlo.Config{Trials: 6, Seed: rapid.Uint64().Draw(t, "seed"), Workers: 1}
		for i, want := range lossesOf(t, m, c) {
			y, err := montecarlo.Trial(m, c.Seed, int64(i))
			if err != nil {
				t.Fatal(err)
			}
			if math.Abs(y.Loss-want) > 1e-12*want {
				t.Fatalf("trial %d: %v as events, %v counted", i, y.Loss, want)
			}
			for _, s := range y.Scenarios {
				sum := -s.Covered
				for _, e := range s.Events {
					sum += e.Loss
					if e.Loss > e.Gross && e.Rate == 0 || e.Prevented && e.Loss != 0 {
						t.Fatalf("trial %d: %+v", i, e)
					}
				}
				if math.Abs(sum-s.Loss) > 1e-9*(1+s.Loss+s.Covered) {
					t.Fatalf("trial %d, %s: the events add up to %v, the year is %v", i, s.ID, sum, s.Loss)
				}
			}
		}
	})
}
