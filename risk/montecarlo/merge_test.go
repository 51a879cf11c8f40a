package montecarlo_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

func TestMergeRefuses(t *testing.T) {
	c := montecarlo.Config{Trials: 100, Seed: 1}
	r := simulate(t, benchmarkYear(), c)
	with := func(change func(*montecarlo.Config)) montecarlo.Result {
		other := c
		other.First = 100
		change(&other)
		return simulate(t, benchmarkYear(), other)
	}
	another := c
	another.First = 100
	for _, x := range []struct {
		want string
		o    montecarlo.Result
	}{
		{"holds no counts", montecarlo.Result{}},
		{"another model", simulate(t, dental(), another)},
		{"seed 2, not 1", with(func(c *montecarlo.Config) { c.Seed = 2 })},
		{"other levels", with(func(c *montecarlo.Config) { c.Levels = []montecarlo.Level{.3} })},
		{"other levels, curves", with(func(c *montecarlo.Config) { c.Curves = true })},
		{"number of worst", with(func(c *montecarlo.Config) { c.Worst = 2 })},
		{"50 trials that are there already", with(func(c *montecarlo.Config) { c.First = 50 })},
	} {
		if _, err := r.Merge(x.o); !errors.Is(err, montecarlo.ErrMerge) || !strings.Contains(err.Error(), x.want) {
			t.Errorf("got %v, want %s", err, x.want)
		}
	}
	if _, err := (montecarlo.Result{}).Merge(r); !errors.Is(err, montecarlo.ErrMerge) {
		t.Errorf("got %v", err)
	}
}

func TestShardsThatDoNotTouch(t *testing.T) {
	part := func(first, trials int64) montecarlo.Result {
		return simulate(t, dental(), montecarlo.Config{First: first, Trials: trials, Seed: 1})
	}
	r, err := part(300, 100).Merge(part(0, 100), part(100, 50))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]montecarlo.Shard{{0, 150}, {300, 100}}, r.Shards); d != "" || r.Trials != 250 {
		t.Errorf("%d trials (-want +got)\n%s", r.Trials, d)
	}
}

func TestSeal(t *testing.T) {
	m := benchmarkYear()
	sealed, err := simulate(t, m, montecarlo.Config{Trials: 1000, Seed: 1, Curves: true}).Sealed()
	if err != nil {
		t.Fatal(err)
	}
	if err := sealed.Verify(m); err != nil {
		t.Error(err)
	}
	var read montecarlo.Result
	if _, err := aims.Decode([]byte(asJSON(t, sealed)), &read, aims.DecodeOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := read.Verify(m); err != nil {
		t.Errorf("after JSON: %v", err)
	}
	changed := sealed
	changed.Total.Mean++
	unsealed := sealed
	unsealed.Seal = ""
	for want, err := range map[string]error{
		"another model": sealed.Verify(dental()),
		"was changed":   changed.Verify(m),
		"there is none": unsealed.Verify(m),
	} {
		if !errors.Is(err, montecarlo.ErrSeal) || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestTrial(t *testing.T) {
	m := fullModel(t)
	with, err := montecarlo.Trial(m, 3, 17)
	if err != nil {
		t.Fatal(err)
	}
	without, err := montecarlo.Trial(m.Inherent(), 3, 17)
	if err != nil {
		t.Fatal(err)
	}
	if with.Loss >= without.Loss {
		t.Errorf("%v with the controls, %v without", with.Loss, without.Loss)
	}
	for i, s := range with.Scenarios {
		if s.ID != m.Scenarios[i].ID || len(s.Events) != len(without.Scenarios[i].Events) {
			t.Errorf("%s: %d events, and %d without controls", s.ID, len(s.Events), len(without.Scenarios[i].Events))
		}
		for j, e := range s.Events {
			if g := without.Scenarios[i].Events[j].Gross; e.Gross != g && e.Rate == 0 {
				t.Errorf("%s, event %d: gross %v, and %v without controls", s.ID, j, e.Gross, g)
			}
		}
	}
	if _, err := montecarlo.Trial(m, 3, -1); len(whereOf(err)) != 1 {
		t.Errorf("trial −1: got %v", err)
	}
	if _, err := montecarlo.Trial(montecarlo.Model{}, 3, 1); len(whereOf(err)) != 1 {
		t.Errorf("the zero model: got %v", err)
	}
}

func TestTrialNamesShocks(t *testing.T) {
	m := fullModel(t)
	m.Shocks[0].Probability = montecarlo.Num(1)
	y, err := montecarlo.Trial(m, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, s := range y.Scenarios {
		for _, e := range s.Events {
			if e.Shock == "vendor" {
				found++
			}
		}
	}
	if found == 0 || len(y.Shocks) != 1 || y.Shocks[0] != "vendor" {
		t.Errorf("%d events by the shock of %v", found, y.Shocks)
	}
}

func TestWorst(t *testing.T) {
	c := montecarlo.Config{Trials: 30_000, Seed: 4, Worst: 7}
	r := simulate(t, benchmarkYear(), c)
	losses, err := montecarlo.Losses(context.Background(), benchmarkYear(), c)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Worst) != 7 {
		t.Fatalf("got %d", len(r.Worst))
	}
	for i, w := range r.Worst {
		greater := 0
		for _, x := range losses {
			if x > w.Loss {
				greater++
			}
		}
		if greater != i || losses[w.Trial] != w.Loss {
			t.Errorf("the %d. worst, %v, has %d above", i+1, w, greater)
		}
	}
	years, err := r.Replay(benchmarkYear())
	if err != nil {
		t.Fatal(err)
	}
	for i, y := range years {
		if y.Trial != r.Worst[i].Trial || y.Loss != r.Worst[i].Loss {
			t.Errorf("replayed %v, %v; want %v", y.Trial, y.Loss, r.Worst[i])
		}
	}
	if _, err := r.Replay(montecarlo.Model{}); err == nil {
		t.Error("the zero model was replayed")
	}
}
