package montecarlo_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

func withCosts() montecarlo.Model {
	m := controlled()
	m.Controls[2].Cost = aims.MustAmount("900")
	m.Controls = append(m.Controls, montecarlo.Control{
		ID: "insurance", Cost: aims.MustAmount("2500"),
		Effects: []montecarlo.Effect{{Kind: montecarlo.Cover, Scenarios: []montecarlo.ScenarioID{"credit"}, PerYear: &montecarlo.Layer{Deductible: montecarlo.Num(50000)}}},
	})
	return m
}

func metricOf(t testing.TB, s string) montecarlo.Metric {
	t.Helper()
	m, err := montecarlo.ParseMetric(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Every subset, simulated as a whole and compared with every other.
func slowFrontier(t *testing.T, m montecarlo.Model, budget float64, value func([]float64) float64, c montecarlo.Config) (out [][]montecarlo.ControlID, values []float64) {
	t.Helper()
	type subset struct {
		on    []montecarlo.ControlID
		cost  float64
		value float64
	}
	var all []subset
	for mask := range 1 << len(m.Controls) {
		s := subset{}
		for k, control := range m.Controls {
			if mask>>k&1 == 1 {
				cost, _ := control.Cost.Value()
				s.on, s.cost = append(s.on, control.ID), s.cost+cost.InexactFloat64()
			}
		}
		losses, err := montecarlo.Losses(context.Background(), m.Inherent().With(s.on...), c)
		if err != nil {
			t.Fatal(err)
		}
		if s.value = value(losses); s.cost <= budget {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b subset) int { return int(math.Copysign(1, a.cost-b.cost)) })
	for _, s := range all {
		beaten := slices.ContainsFunc(all, func(o subset) bool {
			return o.cost <= s.cost && o.value <= s.value*(1-1e-9) || o.cost < s.cost && o.value <= s.value*(1+1e-9)
		})
		if !beaten {
			out, values = append(out, s.on), append(values, s.value)
		}
	}
	return out, values
}

func meanOf(losses []float64) float64 {
	var sum float64
	for _, x := range losses {
		sum += x
	}
	return sum / float64(len(losses))
}

func TestFrontier_againstEverySubset(t *testing.T) {
	c := montecarlo.Config{Trials: 3000, Seed: 2}
	m := withCosts()
	for _, k := range []struct {
		metric string
		budget string
		value  func([]float64) float64
	}{
		{"var:0.95", "", func(x []float64) float64 { slices.Sort(x); return x[2849] }},
		{"tvar:0.95", "8000", func(x []float64) float64 { slices.Sort(x); return meanOf(x[2850:]) }},
		{"pPositive", "4900", func(x []float64) float64 {
			var n float64
			for _, l := range x {
				if l > 0 {
					n++
				}
			}
			return n / float64(len(x))
		}},
		{"sd", "5000.25", func(x []float64) float64 {
			m, ss := meanOf(x), 0.
			for _, l := range x {
				ss += (l - m) * (l - m)
			}
			return math.Sqrt(ss / float64(len(x)-1))
		}},
		{"exceedance:100000", "12000", func(x []float64) float64 {
			var n float64
			for _, l := range x {
				if l > 100000 {
					n++
				}
			}
			return n / float64(len(x))
		}},
	} {
		budget, limit := aims.Amount{}, math.Inf(1)
		if k.budget != "" {
			budget = aims.MustAmount(k.budget)
			d, _ := budget.Value()
			limit = d.InexactFloat64()
		}
		got, err := montecarlo.Frontier(context.Background(), m, nil, budget, metricOf(t, k.metric), c)
		if err != nil {
			t.Fatal(err)
		}
		want, values := slowFrontier(t, m, limit, k.value, c)
		var on [][]montecarlo.ControlID
		var gotValues []float64
		for _, choice := range got.Frontier {
			on, gotValues = append(on, choice.Controls), append(gotValues, choice.Value)
		}
		if len(want) > 0 && want[0] == nil {
			want[0] = []montecarlo.ControlID{}
		}
		if diff := cmp.Diff(want, on); diff != "" {
			t.Errorf("%s within %q (-want +got):\n%s", k.metric, k.budget, diff)
		}
		if diff := cmp.Diff(values, gotValues, about(1e-9)); diff != "" {
			t.Errorf("%s within %q (-want +got):\n%s", k.metric, k.budget, diff)
		}
	}
}

// Means multiply: the frontier knows them without simulating every subset, and
// they are those of the model to a few standard errors.
func TestFrontier_mean(t *testing.T) {
	m := withCosts()
	c := montecarlo.Config{Trials: 40000, Seed: 2}
	got, err := montecarlo.Frontier(context.Background(), m, nil, aims.Amount{}, metricOf(t, "mean"), c)
	if err != nil {
		t.Fatal(err)
	}
	if got.Subsets != 16 || len(got.Frontier) < 3 {
		t.Fatalf("%d subsets, a frontier of %d", got.Subsets, len(got.Frontier))
	}
	for i, choice := range got.Frontier {
		losses, err := montecarlo.Losses(context.Background(), m.Inherent().With(choice.Controls...), c)
		if err != nil {
			t.Fatal(err)
		}
		if want := meanOf(losses); math.Abs(choice.Value-want) > .02*want {
			t.Errorf("%v: %v, want about %v", choice.Controls, choice.Value, want)
		}
		if i > 0 {
			before := got.Frontier[i-1]
			if order, ok := choice.Cost.Cmp(before.Cost); !ok || order <= 0 || choice.Value >= before.Value {
				t.Errorf("%+v does not follow %+v", choice, before)
			}
		}
	}
	rich, err := montecarlo.Frontier(context.Background(), m, nil, aims.MustAmount("9999999999999999999999999999.99"), metricOf(t, "mean"), c)
	if err != nil || len(rich.Frontier) != len(got.Frontier) {
		t.Errorf("a budget beyond all cost: %+v, %v", rich.Frontier, err)
	}
	if best := got.Best(); len(best.Controls) != 4 || best.Cost.String() != "14900.5" {
		t.Errorf("without a budget everything is best: %+v", best)
	}
}

// Hardening works on the scenarios with a tree only, also on the mean.
func TestFrontier_hardening(t *testing.T) {
	m := compound(2)
	half := montecarlo.Beta(5, 5)
	rate, loss := montecarlo.Constant(3), montecarlo.Lognormal(8, 1)
	m.Scenarios = append(m.Scenarios, montecarlo.Scenario{ID: "tree", Tree: &montecarlo.Tree{ThreatEventFrequency: &rate, Susceptibility: &half, LossMagnitude: &loss}})
	m.Controls = []montecarlo.Control{{ID: "k", Cost: aims.AmountInt(1), Effects: []montecarlo.Effect{
		effectOf(montecarlo.Hardening, .5, "tree"),
		{Kind: montecarlo.Detection, Probability: montecarlo.Num(.5), Share: shareOf(.2), Scenarios: []montecarlo.ScenarioID{"cpl2"}},
	}}}
	got, err := montecarlo.Frontier(context.Background(), m, nil, aims.Amount{}, metricOf(t, "mean"), montecarlo.Config{Trials: 20000})
	if err != nil {
		t.Fatal(err)
	}
	result, err := montecarlo.Simulate(context.Background(), m.Inherent(), montecarlo.Config{Trials: 20000})
	if err != nil {
		t.Fatal(err)
	}
	want := .9*result.Scenarios["cpl2"].Mean + .5*result.Scenarios["tree"].Mean
	if len(got.Frontier) != 2 || math.Abs(got.Best().Value-want) > 1e-6*want {
		t.Errorf("%+v, want %v", got.Frontier, want)
	}
}

// Twenty controls are a million subsets; one by one they would take minutes.
func TestFrontier_twenty(t *testing.T) {
	m := compound(2)
	n := 20
	if testing.Short() {
		n = 12
	}
	for k := range n {
		id := montecarlo.ControlID(rune('a' + k))
		cost := aims.AmountInt(int64(100 + 37*k%90))
		m.Controls = append(m.Controls, montecarlo.Control{ID: id, Cost: cost, Effects: []montecarlo.Effect{effectOf(montecarlo.Prevention, float64(k+1)/50)}})
	}
	budget := aims.AmountInt(450)
	got, err := montecarlo.Frontier(context.Background(), m, nil, budget, metricOf(t, "mean"), montecarlo.Config{Trials: 1000})
	if err != nil {
		t.Fatal(err)
	}
	best := got.Best()
	if order, ok := best.Cost.Cmp(budget); !ok || order > 0 {
		t.Errorf("the best costs %v", best.Cost)
	}
	// A knapsack: what is left is a product, so the sum of logarithms is greatest.
	least := 1.
	for a := range n {
		for b := a; b < n; b++ {
			for c := b; c < n; c++ {
				for d := c; d < n; d++ {
					set := slices.Compact([]int{a, b, c, d})
					cost, left := 0, 1.
					for _, k := range set {
						cost += 100 + 37*k%90
						left *= 1 - float64(k+1)/50
					}
					if cost <= 450 {
						least = min(least, left)
					}
				}
			}
		}
	}
	none := got.Frontier[0].Value
	if diff := cmp.Diff(least*none, best.Value, about(1e-9)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFrontier_refused(t *testing.T) {
	ctx, c, mean := context.Background(), montecarlo.Config{Trials: 10}, metricOf(t, "mean")
	many := make([]montecarlo.ControlID, 21)
	for _, k := range []struct {
		desc     string
		model    montecarlo.Model
		controls []montecarlo.ControlID
		budget   aims.Amount
		metric   montecarlo.Metric
		want     []string
	}{
		{"unknown cost", controlled(), nil, aims.Amount{}, mean, []string{"/model/controls/2/cost aims/missing"}},
		{"unknown control", withCosts(), []montecarlo.ControlID{"filter", "x"}, aims.Amount{}, mean, []string{"/controls/1 montecarlo/control-unknown"}},
		{"no metric", withCosts(), nil, aims.MustAmount("-1"), montecarlo.Metric{}, []string{"/budget aims/negative", "/metric aims/word-unknown"}},
		{"more is better", withCosts(), nil, aims.Amount{}, montecarlo.Metric{Name: "p0"}, []string{"/metric montecarlo/out-of-range"}},
		{"no scenario", montecarlo.Model{}, nil, aims.Amount{}, mean, []string{"/scenarios montecarlo/no-scenario"}},
	} {
		_, err := montecarlo.Frontier(ctx, k.model, k.controls, k.budget, k.metric, c)
		if diff := cmp.Diff(k.want, problemsOf(err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", k.desc, diff)
		}
	}
	if _, err := montecarlo.Frontier(ctx, withCosts(), many, aims.Amount{}, mean, c); err == nil {
		t.Error("21 controls were accepted")
	}
	if _, err := montecarlo.Frontier(ctx, withCosts(), nil, aims.Amount{}, mean, montecarlo.Config{}); err == nil {
		t.Error("no trials were accepted")
	}
	if _, err := montecarlo.Frontier(ctx, withCosts(), nil, aims.Amount{}, metricOf(t, "sd"), montecarlo.Config{Trials: 1 << 24}); err == nil {
		t.Error("too many losses were kept")
	}
	huge := withCosts()
	huge.Controls[0].Cost = aims.MustAmount("1000000000000000000")
	if diff := cmp.Diff([]string{"/model/controls/0/cost montecarlo/out-of-range"}, problemsOf(errOf(montecarlo.Frontier(ctx, huge, nil, aims.Amount{}, mean, c)))); diff != "" {
		t.Errorf("a huge cost (-want +got):\n%s", diff)
	}
	over, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := montecarlo.Frontier(over, withCosts(), nil, aims.Amount{}, mean, c); err != context.Canceled {
		t.Errorf("a context that is done: %v", err)
	}
	if best := (montecarlo.Choices{}).Best(); best.Controls != nil {
		t.Errorf("nothing has the best %+v", best)
	}
}
