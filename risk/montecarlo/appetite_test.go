package montecarlo_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

func TestAppetite(t *testing.T) {
	m := benchmarkYear()
	amount := aims.MustAmount
	for _, c := range []struct {
		name string
		a    montecarlo.Appetite
		want aims.Answer
	}{
		{"mean held", montecarlo.Appetite{Measure: montecarlo.MeasureMean, Limit: amount("40000")}, aims.Yes},
		{"mean broken", montecarlo.Appetite{Measure: montecarlo.MeasureMean, Limit: amount("30000")}, aims.No},
		{"mean at the limit", montecarlo.Appetite{Measure: montecarlo.MeasureMean, Limit: amount("33294.49")}, aims.Unknown},
		{"var held", montecarlo.Appetite{Measure: montecarlo.MeasureVaR, P: montecarlo.Num(.9), Limit: amount("90000")}, aims.Yes},
		{"var broken", montecarlo.Appetite{Measure: montecarlo.MeasureVaR, P: montecarlo.Num(.9), Limit: amount("70000")}, aims.No},
		{"var without an upper bound", montecarlo.Appetite{Measure: montecarlo.MeasureVaR, P: montecarlo.Num(.99999), Limit: amount("9000000000")}, aims.Unknown},
		{"tvar of a scenario", montecarlo.Appetite{Scenario: "s", Measure: montecarlo.MeasureTVaR, P: montecarlo.Num(.95), Limit: amount("250000")}, aims.Yes},
		{"tvar beyond all trials", montecarlo.Appetite{Measure: montecarlo.MeasureTVaR, P: montecarlo.Num(.99999), Limit: amount("9000000000")}, aims.Unknown},
		{"exceedance held", montecarlo.Appetite{Measure: montecarlo.MeasureExceedance, Loss: amount("80992"), Limit: amount("0.11")}, aims.Yes},
		{"exceedance broken", montecarlo.Appetite{Measure: montecarlo.MeasureExceedance, Loss: amount("80992"), Limit: amount("0.09")}, aims.No},
		{"exceedance at the limit", montecarlo.Appetite{Measure: montecarlo.MeasureExceedance, Loss: amount("80992"), Limit: amount("0.1")}, aims.Unknown},
		{"never seen, but who knows", montecarlo.Appetite{Measure: montecarlo.MeasureExceedance, Loss: amount("90000000000"), Limit: amount("0.00001")}, aims.Unknown},
	} {
		c.a.ID = "a"
		m.Appetite = []montecarlo.Appetite{c.a}
		got := simulate(t, m, montecarlo.Config{Trials: 50_000, Seed: 9}).Appetite[0]
		if got.Held != c.want || got.ID != "a" || got.Low > got.Value || got.High < got.Value {
			t.Errorf("%s: got %+v, want %v", c.name, got, c.want)
		}
	}
}

// The rate is uncertain by a factor of nine, so the mean is; with a certain
// model only sampling error is left, and the band is a point.
func TestBands(t *testing.T) {
	m := single(montecarlo.UncertainPoisson(montecarlo.Uniform(1, 9)), montecarlo.Constant(1))
	b := simulate(t, m, montecarlo.Config{Trials: 4000, Seed: 1, Parameters: 200}).Bands
	// The 5 % and 95 % quantiles of the rate are 1.4 and 8.6.
	if b.Draws != 200 || b.Total.Mean.Low < 1.1 || b.Total.Mean.Low > 1.8 || b.Total.Mean.High < 8.2 || b.Total.Mean.High > 8.9 {
		t.Errorf("got %+v", b.Total.Mean)
	}
	if s := b.Scenarios["s"]; s.Mean != b.Total.Mean || s.VaR[.95].High < 12 || s.TVaR[.95].High <= s.VaR[.95].High {
		t.Errorf("got %+v", s)
	}
	certain := simulate(t, benchmarkYear(), montecarlo.Config{Trials: 1000, Seed: 1, Parameters: 5})
	if i := certain.Bands.Total.Mean; i.Low != i.High || i.Low != certain.Total.Mean {
		t.Errorf("a certain model has the band %v around %v", i, certain.Total.Mean)
	}
}

// Parameters reach every kind of number, in places that the model names.
func TestBandsOfParameters(t *testing.T) {
	m := single(montecarlo.Fixed(1), montecarlo.Constant(5))
	m.Parameters = []montecarlo.Parameter{{ID: "p", At: []string{"/scenarios/0/severity/value"}, Distribution: montecarlo.Uniform(10, 20)}}
	r := simulate(t, m, montecarlo.Config{Trials: 10, Seed: 1, Parameters: 400})
	if r.Total.Mean != 5 {
		t.Errorf("the years have the mean %v", r.Total.Mean)
	}
	if i := r.Bands.Total.Mean; i.Low < 10.2 || i.Low > 10.9 || i.High < 19.1 || i.High > 19.8 {
		t.Errorf("got %v", i)
	}
	m.Scenarios[0].Severity = ptr(montecarlo.Uniform(5, 15))
	m.Parameters[0].At = []string{"/scenarios/0/severity/min"}
	_, err := montecarlo.Simulate(t.Context(), m, montecarlo.Config{Trials: 10, Parameters: 400})
	if where := whereOf(err); len(where) != 1 || where[0].Code != montecarlo.OutOfOrder {
		t.Errorf("a draw above the maximum: got %v", err)
	}
}

// Every uncertain number of the full model is drawn outside.
func TestBandsOfEverything(t *testing.T) {
	m := fullModel(t)
	r := simulate(t, m, montecarlo.Config{Trials: 500, Seed: 1, Parameters: 40})
	for _, id := range []montecarlo.ScenarioID{"outage", "breach", "leak", "direct", "chatbot"} {
		if b := r.Bands.Scenarios[id]; b.Mean.Low >= b.Mean.High {
			t.Errorf("%s is certain: %+v", id, b.Mean)
		}
	}
	if b := r.Bands.Scenarios["fine"]; b.Mean.Low != b.Mean.High {
		t.Errorf("the fine is uncertain: %+v", b.Mean)
	}
}
