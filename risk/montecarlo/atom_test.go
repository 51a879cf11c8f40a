package montecarlo_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// coveredTwice has covers whose deductibles stand in one bucket of the histogram, and
// losses on both sides of them.
func coveredTwice() montecarlo.Model {
	m := copies(2, montecarlo.Poisson(1), montecarlo.Lognormal(9, 1.2))
	layer := func(deductible, limit float64) *montecarlo.Layer {
		return &montecarlo.Layer{Deductible: montecarlo.Num(deductible), Limit: montecarlo.Num(limit)}
	}
	for _, c := range []struct {
		id, of             string
		perEvent, fromYear *montecarlo.Layer
	}{
		{"year", "s-a", nil, layer(30_000, 1e5)}, {"event", "s-b", layer(15_010, 20_000), nil}, {"again", "s-b", nil, layer(60_100, 1e4)},
	} {
		m.Controls = append(m.Controls, montecarlo.Control{ID: montecarlo.ControlID(c.id), Effects: []montecarlo.Effect{{
			Kind: montecarlo.Cover, Scenarios: []montecarlo.ScenarioID{montecarlo.ScenarioID(c.of)}, PerEvent: c.perEvent, PerYear: c.fromYear,
		}}})
	}
	return m
}

// Losses that many years have in common are counted by themselves: how often
// they are exceeded, and the quantiles there, are those of the losses one by one.
func TestAtoms(t *testing.T) {
	m := coveredTwice()
	c := montecarlo.Config{Trials: 40_000, Seed: 1}
	for p := .3; p < .999; p += .01 {
		c.Levels = append(c.Levels, montecarlo.Level(p))
	}
	r := simulate(t, m, c)
	losses, err := montecarlo.Losses(context.Background(), m, c)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(losses)
	curve, _ := r.Curve("")
	met := 0
	for _, d := range []float64{30_000, 15_010, 30_020, 45_030, 60_100} {
		at, _ := slices.BinarySearch(losses, d)
		above, _ := slices.BinarySearch(losses, math.Nextafter(d, math.Inf(1)))
		if above-at < 5 {
			t.Errorf("%v is the loss of %d years; the case is no case", d, above-at)
		}
		if got, want := curve.Exceedance(d), float64(len(losses)-above)/float64(len(losses)); math.Abs(got-want) > 1e-12 {
			t.Errorf("%v is exceeded with %v, want %v", d, got, want)
		}
		for _, p := range c.Levels {
			rank := int(math.Ceil(float64(p)*float64(len(losses)) - 1e-6))
			if at < rank && rank <= above {
				met++
				if i := r.Total.Precision.VaR[p]; r.Total.VaR[p] != d || i.Low > d || i.High < d {
					t.Errorf("VaR at %v is %v in %v, want %v", p, r.Total.VaR[p], i, d)
				}
			}
		}
	}
	if met < 5 {
		t.Errorf("only %d levels meet a loss that years have in common", met)
	}
}

// Shards of such a model merge to the same, also by way of their documents.
func TestAtomsMerge(t *testing.T) {
	m := coveredTwice()
	whole := simulate(t, m, montecarlo.Config{Trials: 3000, Seed: 1, Curves: true})
	first := simulate(t, m, montecarlo.Config{Trials: 1000, Seed: 1, Curves: true})
	second := simulate(t, m, montecarlo.Config{First: 1000, Trials: 2000, Seed: 1, Curves: true})
	document, err := second.EncodeShard()
	if err != nil {
		t.Fatal(err)
	}
	read, err := montecarlo.DecodeShard(document, m)
	if err != nil {
		t.Fatal(err)
	}
	for _, other := range []montecarlo.Result{second, read} {
		got, err := first.Merge(other)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(whole, got, cmpopts.IgnoreUnexported(montecarlo.Result{})); d != "" {
			t.Errorf("(-whole +merged)\n%s", d)
		}
	}
	if _, err := montecarlo.DecodeShard(document, m.Without("year", "event", "again")); err == nil {
		t.Error("a shard of another model was read")
	}
}
