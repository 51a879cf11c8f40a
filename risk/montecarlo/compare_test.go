package montecarlo_test

import (
	"context"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

func oneScenario(id montecarlo.ScenarioID, f montecarlo.Frequency, s montecarlo.Distribution) montecarlo.Scenario {
	return montecarlo.Scenario{ID: id, Frequency: &f, Severity: &s}
}

// compound is the compound Poisson–lognormal year that everything is measured on.
func compound(rate float64) montecarlo.Model {
	return montecarlo.Model{Scenarios: []montecarlo.Scenario{oneScenario("cpl2", montecarlo.Poisson(rate), montecarlo.Lognormal(9, 1.2))}}
}

func shareOf(x float64) *montecarlo.Distribution {
	d := montecarlo.Constant(x)
	return &d
}

func effectOf(kind montecarlo.EffectKind, left float64, on ...montecarlo.ScenarioID) montecarlo.Effect {
	return montecarlo.Effect{Kind: kind, Share: shareOf(left), Scenarios: on}
}

// The true VaR at 0.99 rises by 582 from rate 2.00 to 2.01, which is less than
// a bucket of a histogram; the paired method sees it.
func TestCompare_smallChange(t *testing.T) {
	c := montecarlo.Config{Trials: 4e5, Seed: 1}
	if testing.Short() {
		c.Trials = 1e5
	}
	got, err := montecarlo.Compare(context.Background(), compound(2), []montecarlo.Variant{{Name: "2.01", Model: compound(2.01)}}, c)
	if err != nil {
		t.Fatal(err)
	}
	d := got.Variants[0]
	for _, c := range []struct {
		what string
		got  montecarlo.Estimate
		want float64
	}{
		{"mean", d.Mean, .01 * 16647.244729445592},
		{"VaR99", d.VaR[.99], 582},
		{"p0", d.P0, math.Exp(-2.01) - math.Exp(-2)},
	} {
		if math.Abs(c.got.Value-c.want) > 5*c.got.StdErr {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
	unpaired := math.Sqrt2 * got.Base.SD / math.Sqrt(float64(c.Trials))
	if d.Mean.StdErr > unpaired/5 {
		t.Errorf("the error of the paired mean is %v, that of two independent ones %v", d.Mean.StdErr, unpaired)
	}
	if !testing.Short() && d.VaR[.99].StdErr > 582/2 {
		t.Errorf("VaR99 is not resolved: %v", d.VaR[.99])
	}
	if d.Less.Or(1) != 0 || math.Abs(d.More.Or(0)-(1-math.Exp(-.01))) > .001 {
		t.Errorf("less in %v, more in %v of the years", d.Less, d.More)
	}
}

// The figures of a comparison are those of the losses themselves, in a slow
// and obvious way.
func TestCompare_againstTheLosses(t *testing.T) {
	ctx, c := context.Background(), montecarlo.Config{Trials: 5000, Seed: 3, First: 70, Levels: []montecarlo.Level{.9}}
	a, b := compound(2), compound(2.5)
	got, err := montecarlo.Compare(ctx, a, []montecarlo.Variant{{Name: "b", Model: b}}, c)
	if err != nil {
		t.Fatal(err)
	}
	x, err := montecarlo.Losses(ctx, a, c)
	if err != nil {
		t.Fatal(err)
	}
	y, err := montecarlo.Losses(ctx, b, c)
	if err != nil {
		t.Fatal(err)
	}
	var mean, ss, less, more float64
	for i := range x {
		mean += (y[i] - x[i]) / 5000
	}
	for i := range x {
		ss += (y[i] - x[i] - mean) * (y[i] - x[i] - mean)
		if y[i] < x[i] {
			less += 1. / 5000
		}
		if y[i] > x[i] {
			more += 1. / 5000
		}
	}
	d := got.Variants[0]
	want := []float64{mean, math.Sqrt(ss / 4999 / 5000), less, more}
	if diff := cmp.Diff(want, []float64{d.Mean.Value, d.Mean.StdErr, d.Less.Or(-1), d.More.Or(-1)}, about(1e-9)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for name, losses := range map[string][]float64{"base": x, "variant": y} {
		s := got.Base
		if name == "variant" {
			s = d.Summary
		}
		above := 0
		var tail float64
		for _, l := range losses {
			if l > s.VaR[.9] {
				above++
				tail += l
			}
		}
		if above != 500 || math.Abs(tail/500-s.TVaR[.9]) > 1e-6 {
			t.Errorf("%s: %d losses above VaR90, TVaR %v, want %v", name, above, s.TVaR[.9], tail/500)
		}
	}
}

// The standard errors of paired differences are what other seeds show.
func TestCompare_standardErrors(t *testing.T) {
	const seeds = 60
	levels := []montecarlo.Level{.9}
	spread := func(pick func(montecarlo.Difference) montecarlo.Estimate, all []montecarlo.Difference) (sd, se float64) {
		var sum, square float64
		for _, d := range all {
			e := pick(d)
			sum, square, se = sum+e.Value, square+e.Value*e.Value, se+e.StdErr/seeds
		}
		return math.Sqrt((square - sum*sum/seeds) / (seeds - 1)), se
	}
	var all []montecarlo.Difference
	for seed := range uint64(seeds) {
		got, err := montecarlo.Compare(context.Background(), compound(2), []montecarlo.Variant{{Name: "more", Model: compound(2.2)}},
			montecarlo.Config{Trials: 4000, Seed: seed, Levels: levels})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, got.Variants[0])
	}
	for name, pick := range map[string]func(montecarlo.Difference) montecarlo.Estimate{
		"mean":   func(d montecarlo.Difference) montecarlo.Estimate { return d.Mean },
		"p0":     func(d montecarlo.Difference) montecarlo.Estimate { return d.P0 },
		"VaR90":  func(d montecarlo.Difference) montecarlo.Estimate { return d.VaR[.9] },
		"TVaR90": func(d montecarlo.Difference) montecarlo.Estimate { return d.TVaR[.9] },
	} {
		if sd, se := spread(pick, all); sd > 1.5*se || se > 1.5*sd {
			t.Errorf("%s: the standard error is %v, and 60 seeds spread by %v", name, se, sd)
		}
	}
}

func controlled() montecarlo.Model {
	m := montecarlo.Model{Currency: "EUR", Scenarios: []montecarlo.Scenario{
		oneScenario("chatbot", montecarlo.Poisson(2), montecarlo.Lognormal(9, 1.2)),
		oneScenario("credit", montecarlo.Bernoulli(.2), montecarlo.PERT(1000, 50000, 400000)),
	}}
	m.Controls = []montecarlo.Control{
		{ID: "filter", Cost: aims.MustAmount("4000"), Effects: []montecarlo.Effect{effectOf(montecarlo.Prevention, .5, "chatbot")}},
		{ID: "review", Cost: aims.MustAmount("7500.50"), Off: true, Effects: []montecarlo.Effect{effectOf(montecarlo.Response, .3), effectOf(montecarlo.Prevention, .2, "credit")}},
		{ID: "watch", Off: true, Effects: []montecarlo.Effect{{Kind: montecarlo.Detection, Probability: montecarlo.Num(.5), Share: shareOf(.4)}}},
	}
	return m
}

func TestCompare_controls(t *testing.T) {
	m := controlled()
	got, err := montecarlo.Compare(context.Background(), m, montecarlo.ControlVariants(m), montecarlo.Config{Trials: 20000, Seed: 5})
	if err != nil {
		t.Fatal(err)
	}
	by := make(map[string]montecarlo.Difference)
	var names []string
	for _, d := range got.Variants {
		by[d.Name] = d
		names = append(names, d.Name)
	}
	if diff := cmp.Diff([]string{"no controls", "without filter", "with review", "with watch"}, names); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	if d := by["no controls"]; d.Less.Or(1) != 0 || d.Mean.Value <= 0 || d.Return == nil || d.Return.Cost != -4000 {
		t.Errorf("a control raised the loss of a year, or what it costs is wrong: %+v", d)
	}
	if d := by["with review"]; d.More.Or(1) != 0 || d.Return == nil || d.Return.Cost != 7500.5 ||
		math.Abs(d.Return.Ratio.Value-(-d.Mean.Value-7500.5)/7500.5) > 1e-12 || math.Abs(d.Return.Net.StdErr-d.Mean.StdErr) > 1e-12 {
		t.Errorf("with review: %+v, return %+v", d, d.Return)
	}
	if d := by["with watch"]; d.Return != nil {
		t.Errorf("the cost of watch is not known, but its return is %+v", d.Return)
	}
	if montecarlo.ControlVariants(compound(2)) != nil {
		t.Error("a model without controls has variants")
	}
}

// A control that helps by an uncertain share always helps; whether it helps
// enough to make up for a rate that may be higher is a matter of the draw.
func TestCompare_preference(t *testing.T) {
	base := compound(2)
	base.Parameters = []montecarlo.Parameter{{ID: "rate", At: []string{"/scenarios/0/frequency/rate"}, Distribution: montecarlo.Uniform(1, 3)}}
	better := base
	better.Controls = []montecarlo.Control{{ID: "k", Effects: []montecarlo.Effect{effectOf(montecarlo.Prevention, .3)}}}
	either := compound(2)
	either.Parameters = []montecarlo.Parameter{{ID: "other", At: []string{"/scenarios/0/frequency/rate"}, Distribution: montecarlo.Uniform(1, 3)}}
	got, err := montecarlo.Compare(context.Background(), base, []montecarlo.Variant{{Name: "better", Model: better}, {Name: "either", Model: either}},
		montecarlo.Config{Trials: 2000, Seed: 4, Parameters: 60, Levels: []montecarlo.Level{.9}})
	if err != nil {
		t.Fatal(err)
	}
	p := got.Variants[0].Preference
	if p == nil || p.Draws != 60 || p.Less != 1 || p.VaR[.9] != 1 || p.TVaR[.9] != 1 || p.Mean.High >= 0 {
		t.Errorf("better: %+v", p)
	}
	// The difference of two uniform numbers between 1 and 3 lies in 90 of 100
	// cases within ±1.37.
	q := got.Variants[1].Preference
	if q.Less < .25 || q.Less > .75 || math.Abs(q.Mean.High/16647-1.37) > .4 || math.Abs(q.Mean.Low/16647+1.37) > .4 {
		t.Errorf("either: %+v", q)
	}
}

func TestCompareExact(t *testing.T) {
	got, err := montecarlo.CompareExact(compound(2), []montecarlo.Variant{{Name: "2.01", Model: compound(2.01)}}, montecarlo.ExactOptions{})
	if err != nil {
		t.Fatal(err)
	}
	d := got.Variants[0]
	if math.Abs(d.Mean.Value-166.47244729445592) > 1e-6 || math.Abs(d.VaR[.99].Value-582) > 3 || !d.Less.IsZero() || got.Method != montecarlo.MethodExact {
		t.Errorf("%+v", d)
	}
	if d.Mean.StdErr != 0 || d.TVaR[.99].Value < d.VaR[.99].Value {
		t.Errorf("%+v", d)
	}
	for _, m := range [][2]montecarlo.Model{{{}, compound(1)}, {compound(1), {}}} {
		if _, err := montecarlo.CompareExact(m[0], []montecarlo.Variant{{Name: "x", Model: m[1]}}, montecarlo.ExactOptions{}); len(aims.Problems(err)) == 0 {
			t.Errorf("the zero model: %v", err)
		}
	}
}

// Tables that other simulations left change no result, however many there are.
func TestTables(t *testing.T) {
	shared := new(montecarlo.Tables)
	for i := range 300 {
		m := compound(2)
		severity := montecarlo.Lognormal(9, 1+float64(i)/1000)
		m.Scenarios[0].Severity = &severity
		got, err := montecarlo.Losses(context.Background(), m, montecarlo.Config{Trials: 20, Tables: shared})
		if err != nil {
			t.Fatal(err)
		}
		if i%100 != 99 {
			continue
		}
		want, err := montecarlo.Losses(context.Background(), m, montecarlo.Config{Trials: 20})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("model %d (-want +got):\n%s", i, diff)
		}
	}
}

func TestCompare_refused(t *testing.T) {
	ctx, c := context.Background(), montecarlo.Config{Trials: 10}
	if _, err := montecarlo.Compare(ctx, montecarlo.Model{}, nil, c); len(aims.Problems(err)) == 0 {
		t.Errorf("the zero model: %v", err)
	}
	if _, err := montecarlo.Compare(ctx, compound(2), []montecarlo.Variant{{Name: "broken"}}, c); len(aims.Problems(err)) == 0 {
		t.Errorf("a variant that is no model: %v", err)
	}
	c.Trials = montecarlo.MaxLosses + 1
	if diff := cmp.Diff([]string{"/trials montecarlo/out-of-range"}, problemsOf(errOf(montecarlo.Compare(ctx, compound(2), nil, c)))); diff != "" {
		t.Errorf("too many trials (-want +got):\n%s", diff)
	}
	if _, err := montecarlo.Losses(ctx, compound(2), c); err == nil {
		t.Error("too many losses were kept")
	}
	if _, err := montecarlo.Losses(ctx, montecarlo.Model{}, montecarlo.Config{Trials: 1}); err == nil {
		t.Error("the zero model has losses")
	}
	over, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := montecarlo.Compare(over, compound(2), nil, montecarlo.Config{Trials: 10}); err != context.Canceled {
		t.Errorf("a context that is done: %v", err)
	}
}

func errOf[T any](_ T, err error) error { return err }
