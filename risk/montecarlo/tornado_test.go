package montecarlo_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

func run(t testing.TB, p *montecarlo.Plan) []montecarlo.Row {
	t.Helper()
	var out []montecarlo.Row
	for rows, err := range p.Run(context.Background(), 0, 0) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, rows...)
	}
	return out
}

// product is a model whose mean is rate times size, without chance.
func product() montecarlo.Model {
	return montecarlo.Model{Scenarios: []montecarlo.Scenario{oneScenario("a", montecarlo.Fixed(2), montecarlo.Constant(10))}}
}

func TestPlan_tornado(t *testing.T) {
	s := study(t, `"factors": [
		{"name": "count", "at": ["/scenarios/0/frequency/count"], "values": [3, 1]},
		{"name": "size", "at": ["/scenarios/0/severity/value"], "from": 0, "to": 100}
	], "design": {"kind": "one-at-a-time"}, "trials": 10, "metrics": ["mean"]`)
	p := plan(t, s, product())
	rows := run(t, p)
	slices.Reverse(rows) // the order of the rows does not matter
	got, err := p.Sensitivity(rows, "", metricOf(t, "mean"))
	if err != nil {
		t.Fatal(err)
	}
	v := func(s string) montecarlo.Value { return montecarlo.Value(s) }
	want := montecarlo.Sensitivity{Factors: []string{"count", "size"}, Tornado: &montecarlo.Tornado{Base: 20, Bars: []montecarlo.Swing{
		{Factor: "size", Low: montecarlo.End{Value: v("10"), Result: 20}, High: montecarlo.End{Value: v("90"), Result: 180}},
		{Factor: "count", Low: montecarlo.End{Value: v("1"), Result: 10}, High: montecarlo.End{Value: v("3"), Result: 30}},
	}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPlan_sensitivityMissing(t *testing.T) {
	s := study(t, `"factors": [{"name": "count", "at": ["/scenarios/0/frequency/count"], "values": [3, 1]}], "design": {"kind": "one-at-a-time"}, "trials": 10`)
	p := plan(t, s, product())
	rows := run(t, p)
	for name, c := range map[string]struct {
		rows []montecarlo.Row
		id   montecarlo.ScenarioID
		m    string
	}{
		"a point":    {rows[:len(rows)-5], "", "mean"},
		"a scenario": {rows, "a", "mean"},
		"a level":    {rows, "", "var:0.9"},
	} {
		if _, err := p.Sensitivity(c.rows, c.id, metricOf(t, c.m)); !errors.Is(err, montecarlo.ErrIncomplete) {
			t.Errorf("without %s: %v", name, err)
		}
	}
	if _, err := p.Sensitivity(rows, "", metricOf(t, "var:0.99")); err != nil {
		t.Errorf("with everything: %v", err)
	}
}

// The result is count times size: ranks and indices are known.
func TestPlan_ranksAndIndices(t *testing.T) {
	factors := `"factors": [
		{"name": "size", "at": ["/scenarios/0/severity/value"], "from": 0, "to": 100},
		{"name": "count", "at": ["/scenarios/0/frequency/count"], "values": [2, 2]}
	], "trials": 1, "metrics": ["mean"], `
	p := plan(t, study(t, factors+`"design": {"kind": "latin-hypercube", "points": 50}`), product())
	got, err := p.Sensitivity(run(t, p), "", metricOf(t, "mean"))
	if err != nil || math.Abs(got.Ranks[0].Value-1) > 1e-12 || math.Abs(got.Ranks[1].Value) > .5 || got.Indices != nil || got.Tornado != nil {
		t.Errorf("ranks %+v, %v", got, err)
	}
	p = plan(t, study(t, factors+`"design": {"kind": "indices", "points": 64}`), product())
	if p.Points() != 64*4 {
		t.Errorf("%d points", p.Points())
	}
	got, err = p.Sensitivity(run(t, p), "", metricOf(t, "mean"))
	if err != nil || math.Abs(got.Indices.First[0].Value-1) > .02 || got.Indices.Total[1].Value != 0 {
		t.Errorf("indices %+v, %v", got.Indices, err)
	}
	same := study(t, `"factors": [{"name": "title", "at": ["/title"], "values": ["a", "b"]}], "trials": 1, "metrics": ["mean"], "design": {"kind": "sobol", "points": 8}`)
	p = plan(t, same, product())
	if _, err := p.Sensitivity(run(t, p), "", metricOf(t, "mean")); !errors.Is(err, montecarlo.ErrConstant) {
		t.Errorf("a title moves the mean: %v", err)
	}
	same.Design = montecarlo.Design{Kind: montecarlo.DesignIndices, Points: 16}
	p = plan(t, same, product())
	if _, err := p.Sensitivity(run(t, p), "", metricOf(t, "mean")); !errors.Is(err, montecarlo.ErrConstant) {
		t.Errorf("a title moves the mean: %v", err)
	}
}

func TestTornadoStudy(t *testing.T) {
	m := controlled()
	m.Controls[0].Effects[0].Share = &montecarlo.Distribution{Kind: montecarlo.KindUniform, Min: montecarlo.Num(.2), Max: montecarlo.Num(.6)}
	rate := montecarlo.UncertainPoisson(montecarlo.Gamma(4, .5))
	m.Scenarios[0].Frequency = &rate
	pert := montecarlo.PERT(1, 2, 3)
	m.Scenarios = append(m.Scenarios, montecarlo.Scenario{ID: "tree", Tree: &montecarlo.Tree{LossEventFrequency: &pert, LossMagnitude: &pert}})
	m.Parameters = []montecarlo.Parameter{{ID: "sigma", At: []string{"/scenarios/0/severity/sigma"}, Distribution: montecarlo.Uniform(1, 1.4)}}
	s := montecarlo.TornadoStudy(m)
	s.Trials = 2000
	p := plan(t, s, m)
	got, err := p.Sensitivity(run(t, p), "", metricOf(t, "mean"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"chatbot rate", "credit severity", "tree lossEventFrequency", "tree lossMagnitude",
		"filter share", "sigma", "control filter", "control review", "control watch",
	}
	if diff := cmp.Diff(want, got.Factors); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for i, bar := range got.Tornado.Bars {
		if bar.Width() < 0 || i > 0 && bar.Width() > got.Tornado.Bars[i-1].Width() {
			t.Errorf("bar %d: %+v", i, bar)
		}
	}
}
