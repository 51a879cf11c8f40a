package montecarlo_test

import (
	"encoding/json"
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

func TestFitRate(t *testing.T) {
	for _, c := range []struct {
		desc      string
		e         montecarlo.Experience
		prior     montecarlo.Prior
		mean, sd  float64
		low, high float64
	}{
		// Quantiles of the gamma distribution as tables have them: ½·χ² with 25,
		// 1 and 2 degrees of freedom.
		{"twelve in five years", montecarlo.Experience{Events: 12, Years: 5}, montecarlo.Jeffreys(), 2.5, .7071067811865476, 14.61140764 / 10, 37.65248413 / 10},
		{"none in ten years is not zero", montecarlo.Experience{Years: 10}, montecarlo.Jeffreys(), .05, .07071067811865475, .00393214 / 20, 3.841458821 / 20},
		{"uniform", montecarlo.Experience{Years: 10}, montecarlo.Prior{Name: montecarlo.PriorUniform}, .1, .1, .102586589 / 20, 5.991464547 / 20},
		{"own", montecarlo.Experience{Years: 10}, montecarlo.Prior{Name: montecarlo.PriorGamma, Shape: montecarlo.Num(1), Years: montecarlo.Num(10)}, .05, .05, .102586589 / 40, 5.991464547 / 40},
	} {
		got, err := montecarlo.FitRate(c.e, c.prior)
		if err != nil {
			t.Errorf("%s: %v", c.desc, err)
			continue
		}
		want := []float64{c.mean, c.sd, c.low, c.high}
		if diff := cmp.Diff(want, []float64{got.Mean, got.SD, got.Interval.Low, got.Interval.High}, about(1e-6)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.desc, diff)
		}
		rate := got.Frequency.UncertainRate
		if rate == nil || math.Abs(rate.Quantile(.95)-c.high) > 1e-6*c.high {
			t.Errorf("%s: frequency %+v", c.desc, got.Frequency)
		}
	}
}

func TestFitRate_problems(t *testing.T) {
	n := montecarlo.Num
	for _, c := range []struct {
		desc  string
		e     montecarlo.Experience
		prior montecarlo.Prior
		want  []string
	}{
		{"no prior", montecarlo.Experience{Years: 1}, montecarlo.Prior{}, []string{"/prior/name aims/missing"}},
		{"unknown prior", montecarlo.Experience{Years: 1}, montecarlo.Prior{Name: "flat"}, []string{"/prior/name aims/word-unknown"}},
		{
			"everything",
			montecarlo.Experience{Events: -1},
			montecarlo.Prior{Name: montecarlo.PriorJeffreys, Shape: n(1)},
			[]string{"/events montecarlo/out-of-range", "/years montecarlo/out-of-range", "/prior/shape montecarlo/parameter-unused"},
		},
		{
			"own, incomplete",
			montecarlo.Experience{Years: math.Inf(1)},
			montecarlo.Prior{Name: montecarlo.PriorGamma, Years: n(-1)},
			[]string{"/years montecarlo/out-of-range", "/prior montecarlo/parameter-missing", "/prior/years montecarlo/out-of-range"},
		},
	} {
		_, err := montecarlo.FitRate(c.e, c.prior)
		if diff := cmp.Diff(c.want, problemsOf(err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.desc, diff)
		}
	}
}

func TestPool(t *testing.T) {
	experts := []montecarlo.Expert{
		{Person: "p-ciso", Low: 1000, High: 50000},
		{Person: "p-cfo", Low: 4000, High: 200000, Weight: montecarlo.Num(3)},
	}
	mixed, err := montecarlo.Pool(experts, montecarlo.PoolLinear)
	if err != nil {
		t.Fatal(err)
	}
	averaged, err := montecarlo.Pool(experts, montecarlo.PoolQuantiles)
	if err != nil {
		t.Fatal(err)
	}
	// The mean quantile on the logarithmic scale, a quarter and three quarters.
	for _, p := range []struct{ at, low, high float64 }{{.05, 1000, 4000}, {.95, 50000, 200000}} {
		want := math.Pow(p.low, .25) * math.Pow(p.high, .75)
		if diff := cmp.Diff(want, averaged.Quantile(p.at), about(1e-9)); diff != "" {
			t.Errorf("averaged at %v (-want +got):\n%s", p.at, diff)
		}
	}
	if mixed.Kind != montecarlo.KindMixture || mixed.Quantile(.95)/mixed.Quantile(.05) <= averaged.Quantile(.95)/averaged.Quantile(.05) {
		t.Errorf("the mixture of experts who disagree is not wider: %+v", mixed)
	}
	one, err := montecarlo.Pool(experts[:1], montecarlo.PoolLinear)
	if err != nil || math.Abs(one.Quantile(.95)-50000) > 1e-6 {
		t.Errorf("one expert: %+v, %v", one, err)
	}
	sure, err := montecarlo.Pool([]montecarlo.Expert{{Low: 1, High: 10, Confidence: montecarlo.Num(.5)}}, montecarlo.PoolLinear)
	if err != nil || math.Abs(sure.Quantile(.75)-10) > 1e-9 {
		t.Errorf("an interval of one half ends at the quartile: %+v, %v", sure, err)
	}
}

func TestPool_problems(t *testing.T) {
	if _, err := montecarlo.Pool([]montecarlo.Expert{{Low: 1, High: 2}}, "vote"); err == nil {
		t.Error("an unknown way was accepted")
	}
	for _, c := range []struct {
		desc    string
		experts []montecarlo.Expert
		want    []string
	}{
		{"nobody", nil, []string{" aims/missing"}},
		{"swapped", []montecarlo.Expert{{Low: 1, High: 2}, {Low: 2, High: 2}}, []string{"/1/high montecarlo/out-of-order"}},
		{
			"out of range",
			[]montecarlo.Expert{{Person: "-", High: math.NaN(), Confidence: montecarlo.Num(1), Weight: montecarlo.Num(0)}},
			[]string{"/0/person aims/id-malformed", "/0/low montecarlo/out-of-range", "/0/high montecarlo/out-of-range", "/0/confidence montecarlo/out-of-range", "/0/weight montecarlo/out-of-range"},
		},
	} {
		_, err := montecarlo.Pool(c.experts, montecarlo.PoolLinear)
		if diff := cmp.Diff(c.want, problemsOf(err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.desc, diff)
		}
	}
}

const incidents = `{
  "format": "aimskit/0.1",
  "title": "Chatbot tells customers something wrong",
  "currency": "EUR",
  "scenario": "chatbot",
  "years": 4,
  "events": 18,
  "above": 500,
  "losses": [
    {"loss": 800}, {"loss": 1200, "count": 2}, {"loss": 2500}, {"loss": 700}, {"loss": 9400},
    {"from": 1000, "to": 5000}, {"atLeast": 20000}, {"loss": 3100}, {"loss": 640, "above": 600},
    {"loss": 4400}, {"loss": 6100}, {"loss": 2900}, {"loss": 1800}, {"loss": 5200}, {"loss": 3700}
  ]
}`

func TestIncidents(t *testing.T) {
	in, err := montecarlo.DecodeIncidents([]byte(incidents))
	if err != nil {
		t.Fatal(err)
	}
	fit, err := in.Fit(montecarlo.FitOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := fit.Model.Validate(); err != nil {
		t.Errorf("the model that was made: %v", err)
	}
	if fit.Rate.Experience.Events != 18 || !(fit.Recorded > .5 && fit.Recorded < 1) || fit.Severities[0].Losses != 16 {
		t.Errorf("rate %+v, recorded %v", fit.Rate, fit.Recorded)
	}
	// The events above the threshold are as frequent as they were counted.
	rate := fit.Model.Scenarios[0].Frequency.UncertainRate
	mean := rate.Shape.Or(0) * rate.Scale.Or(0)
	if diff := cmp.Diff(fit.Rate.Mean, mean*fit.Recorded, about(1e-12)); diff != "" {
		t.Errorf("rate (-want +got):\n%s", diff)
	}
	data, err := json.Marshal(fit)
	if err != nil || !json.Valid(data) {
		t.Errorf("JSON: %v", err)
	}
	for _, s := range fit.Assumptions {
		t.Log(s)
	}
}

// A few losses just above the threshold fit a Pareto with an infinite mean
// best, or a lognormal that nearly nothing was recorded of. Neither makes a
// model.
func TestIncidents_unusable(t *testing.T) {
	in, err := montecarlo.DecodeIncidents([]byte(incidents))
	if err != nil {
		t.Fatal(err)
	}
	in.Losses = append(in.Losses[:8:8], montecarlo.Loss{Loss: 640, Above: 600})
	if _, err := in.Fit(montecarlo.FitOptions{}); !errors.Is(err, montecarlo.ErrNoFit) {
		t.Errorf("got %v", err)
	}
	in.Above = 0
	in.Losses = exactly(600, 620, 650, 700, 780, 900, 1100, 1500, 2300, 4000, 9000, 30000)
	fit, err := in.Fit(montecarlo.FitOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if fit.Severities[0].Severity.Shape.Or(0) < 1 || fit.Best.Severity.Shape.Or(0) >= 1 {
		t.Errorf("the best is %+v, and %+v was taken", fit.Severities[0], fit.Best)
	}
}

func TestDecodeIncidents_problems(t *testing.T) {
	for _, c := range []struct {
		desc, text string
		want       []string
	}{
		{"no format", `{"scenario": "a"}`, []string{"/format aims/format-missing"}},
		{"unknown member", `{"format": "aimskit/0.1", "scenario": "a", "years": 1, "loses": []}`, []string{"/loses aims/unknown-member"}},
		{
			"everything", `{"format": "aimskit/0.1", "currency": "euro", "scenario": "-", "years": 0, "events": 1, "losses": [{"loss": 1}, {"loss": 2}, {"loss": 3}], "prior": {"name": "uniform", "shape": 1}}`,
			[]string{"/currency montecarlo/currency-malformed", "/scenario aims/id-malformed", "/years montecarlo/out-of-range", "/events montecarlo/out-of-range", "/prior/shape montecarlo/parameter-unused"},
		},
		{"losses", `{"format": "aimskit/0.1", "scenario": "a", "years": 1, "losses": [{"loss": 1, "above": 5}]}`, []string{"/losses/0/above montecarlo/loss-below"}},
	} {
		_, err := montecarlo.DecodeIncidents([]byte(c.text))
		if diff := cmp.Diff(c.want, problemsOf(err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.desc, diff)
		}
	}
}
