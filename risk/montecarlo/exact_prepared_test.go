package montecarlo_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// portfolio has something of everything that the exact method knows.
func portfolio() montecarlo.Model {
	d := func(x montecarlo.Distribution) *montecarlo.Distribution { return &x }
	often, seldom := montecarlo.Poisson(2), montecarlo.Bernoulli(.3)
	return montecarlo.Model{
		Scenarios: []montecarlo.Scenario{
			{ID: "a", Frequency: &often, Severity: d(montecarlo.Lognormal(9, 1))},
			{ID: "b", Frequency: &seldom, Severity: d(montecarlo.Mixture(
				montecarlo.Part{Weight: montecarlo.Num(1), Distribution: montecarlo.Uniform(1e4, 2e4)},
				montecarlo.Part{Weight: montecarlo.Num(2), Distribution: montecarlo.Weibull(.8, 1e4)},
			))},
			{ID: "c", Tree: &montecarlo.Tree{
				LossEventFrequency: d(montecarlo.Constant(1)), PrimaryLoss: d(montecarlo.Uniform(1e3, 2e4)),
				SecondaryFrequency: d(montecarlo.Constant(.5)), SecondaryLoss: d(montecarlo.Triangular(0, 1e4, 3e4)),
			}},
		},
		Controls: []montecarlo.Control{
			{ID: "prevent", Off: true, Effects: []montecarlo.Effect{{Kind: montecarlo.Prevention, Share: d(montecarlo.Constant(.3))}}},
			{ID: "detect", Off: true, Effects: []montecarlo.Effect{{Kind: montecarlo.Detection, Probability: montecarlo.Num(.6), Share: d(montecarlo.Constant(.5)), Scenarios: []montecarlo.ScenarioID{"b"}}}},
			{ID: "insure", Off: true, Effects: []montecarlo.Effect{{Kind: montecarlo.Cover, PerEvent: &montecarlo.Layer{Deductible: montecarlo.Num(2e4), Limit: montecarlo.Num(3e4)}, Scenarios: []montecarlo.ScenarioID{"a"}}}},
		},
	}
}

func prepare(t testing.TB, m montecarlo.Model) *montecarlo.Prepared {
	t.Helper()
	p, err := montecarlo.Prepare(m, montecarlo.ExactOptions{Points: 1 << 11})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func ask(t testing.TB, p *montecarlo.Prepared, m montecarlo.Model) montecarlo.Result {
	t.Helper()
	r, err := p.Exact(m)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func sameResult(a, b montecarlo.Result) string {
	return cmp.Diff(a, b, cmpopts.IgnoreUnexported(montecarlo.Result{}))
}

// What a prepared model says of a variant is what the exact method says, within
// the bounds that both state, whatever was asked before.
func TestPreparedIsExact(t *testing.T) {
	m := portfolio()
	p := prepare(t, m)
	for _, on := range [][]montecarlo.ControlID{nil, {"prevent"}, {"detect"}, {"insure"}, {"prevent", "detect", "insure"}, {"prevent"}, nil} {
		v := m.With(on...)
		got, want := ask(t, p, v), exact(t, v, montecarlo.ExactOptions{Points: 1 << 11})
		if d := sameResult(ask(t, prepare(t, m), v), got); d != "" {
			t.Errorf("%v: another answer from a fresh one (-fresh +used)\n%s", on, d)
		}
		nearly(t, "mean", got.Total.Mean, want.Total.Mean, 1e-9)
		for id, s := range want.Scenarios {
			for level, x := range s.VaR {
				a, b := got.Scenarios[id].ErrorBound.VaR[level], s.ErrorBound.VaR[level]
				if a.Low > b.High || b.Low > a.High {
					t.Errorf("%v, %s: VaR %v is %v in %v, want %v in %v", on, id, level, got.Scenarios[id].VaR[level], a, x, b)
				}
			}
		}
		if len(on) == 0 {
			if d := sameResult(got, want); d != "" {
				t.Errorf("the model itself (-prepared +exact)\n%s", d)
			}
		}
	}
}

// A variant that the lattice does not suit has its own, as if nothing were prepared.
func TestPreparedLeavesWhatDoesNotFit(t *testing.T) {
	p := prepare(t, cpl2())
	for _, rate := range []float64{0, 1e-4, 60} {
		f := montecarlo.Poisson(rate)
		v := cpl2()
		v.Scenarios[0].Frequency = &f
		if d := sameResult(ask(t, p, v), exact(t, v, montecarlo.ExactOptions{Points: 1 << 11})); d != "" {
			t.Errorf("rate %v (-prepared +exact)\n%s", rate, d)
		}
	}
	if d := sameResult(ask(t, p, dental()), exact(t, dental(), montecarlo.ExactOptions{Points: 1 << 11})); d != "" {
		t.Errorf("atoms (-prepared +exact)\n%s", d)
	}
	var none montecarlo.Prepared
	if d := sameResult(ask(t, &none, cpl2()), exact(t, cpl2(), montecarlo.ExactOptions{})); d != "" {
		t.Errorf("the zero value (-prepared +exact)\n%s", d)
	}
}

// The true VaR at 0.99 of CPL2 rises by 582 from rate 2.00 to 2.01: on one
// lattice the difference has hardly an error.
func TestPreparedDifference(t *testing.T) {
	p, err := montecarlo.Prepare(cpl2(), montecarlo.ExactOptions{})
	if err != nil {
		t.Fatal(err)
	}
	v, f := cpl2(), montecarlo.Poisson(2.01)
	v.Scenarios[0].Frequency = &f
	if d := ask(t, p, v).Total.VaR[.99] - ask(t, p, cpl2()).Total.VaR[.99]; math.Abs(d-582) > 3 {
		t.Errorf("VaR rises by %v", d)
	}
}

func TestPreparedRefuses(t *testing.T) {
	if _, err := montecarlo.Prepare(montecarlo.Model{}, montecarlo.ExactOptions{}); len(whereOf(err)) == 0 {
		t.Errorf("the zero model: %v", err)
	}
	if _, err := montecarlo.Prepare(cpl2(), montecarlo.ExactOptions{Points: 5}); len(whereOf(err)) == 0 {
		t.Errorf("5 points: %v", err)
	}
	if _, err := prepare(t, cpl2()).Exact(montecarlo.Model{}); len(whereOf(err)) == 0 {
		t.Errorf("the zero variant: %v", err)
	}
}
