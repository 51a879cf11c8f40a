package montecarlo_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

func TestCurve(t *testing.T) {
	r := simulate(t, single(montecarlo.Fixed(2), montecarlo.Empirical(1, 2, 3, 4)), montecarlo.Config{Trials: 50_000, Seed: 1, Curves: true})
	c, ok := r.Curve("s")
	if !ok {
		t.Fatal("no curve")
	}
	for _, x := range []struct {
		what      string
		got, want float64
	}{
		{"P(sum > −1)", c.Exceedance(-1), 1},
		{"P(sum > 8)", c.Exceedance(8), 0},
		{"VaR", c.VaR(.9999), 8},
		{"TVaR", c.TVaR(.9999), 8},
		{"VaR of the largest", c.LargestVaR(.9999), 4},
		{"P(largest > 4)", c.LargestExceedance(4), 0},
	} {
		if x.got != x.want {
			t.Errorf("%s: got %v, want %v", x.what, x.got, x.want)
		}
	}
	// Both are at most 3 with probability 9/16.
	fiveErrors(t, "P(largest > 3)", c.LargestExceedance(3), 7.0/16, math.Sqrt(7.0/16*9/16/50_000))
	if _, ok := r.Curve("x"); ok {
		t.Error("an unknown scenario has a curve")
	}
}

func TestCurvesThatAreNotThere(t *testing.T) {
	var none montecarlo.Curve
	counted, _ := simulate(t, dental(), montecarlo.Config{Trials: 10}).Curve("")
	for what, x := range map[string]float64{
		"exceedance": none.Exceedance(1), "VaR": none.VaR(.5), "TVaR": none.TVaR(.5), "largest": none.LargestVaR(.5), "its exceedance": none.LargestExceedance(1),
		"largest that nobody asked for": counted.LargestVaR(.5), "level 0": counted.VaR(0), "level 1": counted.TVaR(1),
	} {
		if !math.IsNaN(x) {
			t.Errorf("%s: got %v, want NaN", what, x)
		}
	}
	if p := none.AEP(.1); p != nil {
		t.Errorf("got %v", p)
	}
	if p := counted.OEP(.1); p != nil {
		t.Errorf("got %v", p)
	}
}

func TestNumbers(t *testing.T) {
	var absent montecarlo.Number
	if _, ok := absent.Value(); ok || !absent.IsZero() || absent.String() != "" || absent.Or(7) != 7 {
		t.Error("the zero number is there")
	}
	if data, err := json.Marshal(absent); err != nil || string(data) != "null" {
		t.Errorf("got %s, %v", data, err)
	}
	zero := montecarlo.Num(0)
	if x, ok := zero.Value(); !ok || x != 0 || zero.IsZero() || zero.String() != "0" || zero.Or(7) != 0 {
		t.Error("0 is absent")
	}
	if _, err := json.Marshal(montecarlo.Num(math.Inf(1))); err == nil {
		t.Error("an infinite number has JSON")
	}
	n := montecarlo.Num(3)
	if err := json.Unmarshal([]byte("null"), &n); err != nil || n != montecarlo.Num(3) {
		t.Errorf("null: got %v, %v", n, err)
	}
	if err := n.UnmarshalJSON([]byte(`"3"`)); err == nil {
		t.Error("a text is a number")
	}
}

// The quantile of each kind is the inverse of its distribution function, which
// a certain strength in a tree shows.
func TestDistributionFunctions(t *testing.T) {
	one := montecarlo.Constant(1)
	for _, d := range []montecarlo.Distribution{
		montecarlo.Uniform(2, 6), montecarlo.Triangular(0, 10, 100), montecarlo.PERT(0, 10, 100), montecarlo.ClassicPERT(0, 10, 100), montecarlo.Lognormal(3, 1.2),
		montecarlo.Gamma(3, 5), montecarlo.Weibull(.7, 10), montecarlo.GeneralizedPareto(1, 2, .4), montecarlo.GeneralizedPareto(1, 2, -.4), montecarlo.GeneralizedPareto(0, 2, 0),
		montecarlo.Beta(2, 3), montecarlo.Mixture(montecarlo.Part{montecarlo.Num(3), montecarlo.Uniform(0, 1)}, montecarlo.Part{montecarlo.Num(1), montecarlo.Uniform(1, 3)}),
	} {
		for _, p := range []float64{.001, .05, .3, .5, .9, .999} {
			strength := montecarlo.Constant(d.Quantile(p))
			tree := montecarlo.Tree{ThreatEventFrequency: &one, ThreatCapability: &d, ResistanceStrength: &strength, LossMagnitude: &one}
			if got, ok := tree.SusceptibilityOf(); !ok || math.Abs(got-(1-p)) > 1e-9 {
				t.Errorf("%+v exceeds its quantile at %v with probability %v", d, p, got)
			}
		}
	}
}

func TestBadDocumentsOfResults(t *testing.T) {
	var r montecarlo.Result
	for _, s := range []string{`{"method":"guess"}`, `{"total":{"var":{"1.5":3}}}`, `{"total":{"var":{"x":3}}}`} {
		if json.Unmarshal([]byte(s), &r) == nil {
			t.Errorf("%s was read", s)
		}
	}
	if !montecarlo.MethodExact.Known() || montecarlo.Method("").Known() {
		t.Error("methods are not known")
	}
}
