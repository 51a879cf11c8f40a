package montecarlo_test

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

func study(t testing.TB, text string) montecarlo.Study {
	t.Helper()
	s, err := montecarlo.DecodeStudy([]byte(`{"format": "aimskit/0.1", ` + text + `}`))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func plan(t testing.TB, s montecarlo.Study, m montecarlo.Model) *montecarlo.Plan {
	t.Helper()
	p, err := s.Plan(m)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// settings returns the values of every point, as JSON.
func settings(t testing.TB, p *montecarlo.Plan) []string {
	t.Helper()
	var out []string
	for i := range p.Points() {
		point, err := p.Point(i)
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(point.Factors)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(text))
	}
	return out
}

func TestPlan_grid(t *testing.T) {
	s := study(t, `"factors": [
		{"name": "rate", "at": ["/scenarios/0/frequency/rate"], "values": [1, 2.5]},
		{"name": "sigma", "at": ["/scenarios/0/severity/sigma"], "from": 0.1, "to": 10, "spacing": "logarithmic", "steps": 3},
		{"name": "on", "controls": ["filter", "watch"]}
	], "design": {"kind": "grid"}`)
	got := settings(t, plan(t, s, controlled()))
	if len(got) != 2*3*4 {
		t.Fatalf("%d points", len(got))
	}
	want := []string{
		`{"on":"none","rate":1,"sigma":0.1}`, `{"on":"filter","rate":1,"sigma":0.1}`, `{"on":"watch","rate":1,"sigma":0.1}`, `{"on":"filter+watch","rate":1,"sigma":0.1}`,
		`{"on":"none","rate":1,"sigma":1}`,
	}
	if diff := cmp.Diff(want, got[:5]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(`{"on":"filter+watch","rate":2.5,"sigma":10}`, got[23]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The values stand in the model of the point, and only there.
func TestPlan_point(t *testing.T) {
	s := study(t, `"factors": [
		{"name": "both", "at": ["/scenarios/0/severity/sigma", "/scenarios/0/severity/mu"], "values": [3]},
		{"name": "credit", "at": ["/scenarios/1/severity"], "values": [{"kind": "constant", "value": 7}]},
		{"name": "new member", "at": ["/scenarios/1/title"], "values": ["other"]},
		{"name": "on", "controls": ["review", "filter"]}
	], "design": {"kind": "grid"}`)
	m := controlled()
	point, err := plan(t, s, m).Point(1)
	if err != nil {
		t.Fatal(err)
	}
	want := controlled()
	severity, constant := montecarlo.Lognormal(3, 3), montecarlo.Constant(7)
	want.Scenarios[0].Severity, want.Scenarios[1].Severity, want.Scenarios[1].Title = &severity, &constant, "other"
	want.Controls[0].Off, want.Controls[1].Off = true, false
	same := func(a, b montecarlo.Model) string {
		x, _ := json.MarshalIndent(a, "", " ")
		y, _ := json.MarshalIndent(b, "", " ")
		return cmp.Diff(string(x), string(y))
	}
	if diff := same(want, point.Model); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := same(controlled(), m); diff != "" {
		t.Errorf("the model was changed (-want +got):\n%s", diff)
	}
}

func TestPlan_oneAtATime(t *testing.T) {
	s := study(t, `"factors": [
		{"name": "rate", "at": ["/scenarios/0/frequency/rate"], "from": 1, "to": 3},
		{"name": "mu", "at": ["/scenarios/0/severity/mu"], "distribution": {"kind": "uniform", "min": 8, "max": 10}},
		{"name": "filter", "controls": ["filter"]}
	], "design": {"kind": "one-at-a-time", "low": 0.25, "high": 0.75}`)
	got := settings(t, plan(t, s, controlled()))
	want := []string{`{}`, `{"rate":1.5}`, `{"rate":2.5}`, `{"mu":8.5}`, `{"mu":9.5}`, `{"filter":"none"}`, `{"filter":"filter"}`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Every factor of a Latin hypercube has one value in each of as many equal
// parts as there are points, and so has Sobol's for a power of two.
func TestPlan_everyPartOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]montecarlo.DesignKind{montecarlo.DesignLatinHypercube, montecarlo.DesignSobol}).Draw(t, "kind")
		n := rapid.IntRange(1, 70).Draw(t, "n")
		if kind == montecarlo.DesignSobol {
			n = 1 << rapid.IntRange(0, 6).Draw(t, "bits")
		}
		s := montecarlo.Study{Design: montecarlo.Design{Kind: kind, Points: n, Seed: rapid.Uint64().Draw(t, "seed")}}
		for _, name := range []string{"a", "b"} {
			s.Factors = append(s.Factors, montecarlo.StudyFactor{Name: name, At: []string{"/scenarios/0/severity/mu"}, From: montecarlo.Num(1), To: montecarlo.Num(2)})
		}
		p, err := s.Plan(compound(1))
		if err != nil {
			t.Fatal(err)
		}
		seen := make(map[string][]int)
		for i := range p.Points() {
			point, err := p.Point(i)
			if err != nil {
				t.Fatal(err)
			}
			for name, v := range point.Factors {
				var x float64
				if err := json.Unmarshal(v, &x); err != nil || x < 1 || x > 2 {
					t.Fatalf("%s = %s", name, v)
				}
				seen[name] = append(seen[name], int((x-1)*float64(n)))
			}
		}
		for name, parts := range seen {
			hit := make([]bool, n)
			for _, k := range parts {
				hit[min(k, n-1)] = true
			}
			for k, ok := range hit {
				if !ok {
					t.Fatalf("%s: no point in part %d of %d", name, k, n)
				}
			}
		}
	})
}

// A study that is begun anywhere gives the rows of one that was run whole.
func TestPlan_resumed(t *testing.T) {
	s := study(t, `"factors": [{"name": "rate", "at": ["/scenarios/0/frequency/rate"], "from": 1, "to": 3}],
		"design": {"kind": "latin-hypercube", "points": 6, "seed": 9}, "trials": 500, "scenarios": ["cpl2"],
		"metrics": ["mean", "sd", "p0", "pPositive", "var:0.9", "tvar:0.9", "exceedance:50000"]`)
	rows := func(from int64) (out []string) {
		for rows, err := range plan(t, s, compound(1)).Run(context.Background(), from, 1) {
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				text, _ := json.Marshal(r)
				out = append(out, string(text))
			}
		}
		return out
	}
	whole, rest := rows(0), rows(4)
	if len(whole) != 6*2*7 {
		t.Fatalf("%d rows", len(whole))
	}
	if diff := cmp.Diff(whole[4*2*7:], rest); diff != "" {
		t.Errorf("(-whole +rest):\n%s", diff)
	}
	// One scenario: its figures are those of all together.
	for i := 0; i < len(whole); i += 14 {
		for k := range 7 {
			if diff := cmp.Diff(strings.Replace(whole[i+k], `"total"`, `"cpl2"`, 1), whole[i+7+k]); diff != "" {
				t.Errorf("(-total +cpl2):\n%s", diff)
			}
		}
	}
}

func TestPlan_stopped(t *testing.T) {
	s := study(t, `"factors": [{"name": "rate", "at": ["/scenarios/0/frequency/rate"], "values": [1, 2, 3]}], "design": {"kind": "grid"}, "trials": 10`)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	points := 0
	for _, err := range plan(t, s, compound(1)).Run(ctx, 0, 1) {
		if points++; points == 2 {
			cancel()
			continue
		}
		if points == 3 && !errors.Is(err, context.Canceled) {
			t.Errorf("after the end: %v", err)
		}
	}
	if points != 3 {
		t.Errorf("%d points", points)
	}
	for range plan(t, s, compound(1)).Run(context.Background(), 0, 1) {
		break // whoever reads may stop
	}
}

// A point that is no model is told, and the others are worked on.
func TestPlan_pointThatIsNoModel(t *testing.T) {
	s := study(t, `"factors": [{"name": "sigma", "at": ["/scenarios/0/severity/sigma"], "values": [1, -1, "much", 2]}], "design": {"kind": "grid"}, "trials": 10, "metrics": ["mean"]`)
	var failed, worked int
	for rows, err := range plan(t, s, compound(1)).Run(context.Background(), 0, 1) {
		if err == nil {
			worked += len(rows)
			continue
		}
		failed++
		if len(problemsOf(err)) != 1 || !strings.Contains(err.Error(), "sigma = ") || !strings.Contains(err.Error(), "/scenarios/0/severity/sigma") {
			t.Errorf("the error does not tell factor and place: %v", err)
		}
	}
	if failed != 2 || worked != 2 {
		t.Errorf("%d failed, %d worked", failed, worked)
	}
	p := plan(t, s, compound(1))
	for _, i := range []int64{-1, 4} {
		if _, err := p.Point(i); err == nil {
			t.Errorf("there is no point %d", i)
		}
	}
	if _, err := new(montecarlo.Plan).Point(0); err == nil || !strings.Contains(err.Error(), "Study.Plan") {
		t.Errorf("the zero plan: %v", err)
	}
}

// A study that was not read from a document may hold values that are no JSON.
func TestStudy_values(t *testing.T) {
	s := montecarlo.Study{Format: aims.Format, Design: montecarlo.Design{Kind: montecarlo.DesignGrid}, Factors: []montecarlo.StudyFactor{
		{Name: "mu", At: []string{"/scenarios/0/severity/mu"}, Values: []montecarlo.Value{[]byte("9"), []byte("{"), nil}},
	}}
	problems := aims.Problems(s.Validate())
	if len(problems) != 2 || problems[0].Path != "/factors/0/values/1" || problems[1].Path != "/factors/0/values/2" {
		t.Errorf("%v", problems)
	}
}

func TestStudy_cells(t *testing.T) {
	s := study(t, `"factors": [
		{"name": "rate", "at": ["/scenarios/0/frequency/rate"], "values": [2]},
		{"name": "word", "at": ["/scenarios/0/title"], "values": ["a, b"]}
	], "design": {"kind": "grid"}, "trials": 100, "metrics": ["mean", "var:0.9"]`)
	want := []string{"point", "rate", "word", "scenario", "metric", "p", "value", "se", "low", "high"}
	if diff := cmp.Diff(want, s.Columns()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for rows, err := range plan(t, s, compound(1)).Run(context.Background(), 0, 1) {
		if err != nil {
			t.Fatal(err)
		}
		mean, quantile := s.Cells(rows[0]), s.Cells(rows[1])
		if diff := cmp.Diff([]string{"0", "2", "a, b", "total", "mean", ""}, mean[:6]); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]string{"0", "2", "a, b", "total", "var", "0.9"}, quantile[:6]); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		var back montecarlo.Row
		text, _ := json.Marshal(rows[1])
		if err := json.Unmarshal(text, &back); err != nil || s.Cells(back)[6] != quantile[6] {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestDecodeStudy_problems(t *testing.T) {
	rate := `{"name": "rate", "at": ["/scenarios/0/frequency/rate"], "values": [1]}`
	for _, c := range []struct {
		desc, text string
		want       []string
	}{
		{"empty", `"factors": [], "design": {"kind": "grid"}`, []string{"/factors aims/missing"}},
		{"unknown design", `"factors": [` + rate + `], "design": {"kind": "random"}`, []string{"/design/kind aims/unknown-word"}},
		{"no design", `"factors": [` + rate + `], "design": {}`, []string{"/design/kind aims/missing"}},
		{"points of a grid", `"factors": [` + rate + `], "design": {"kind": "grid", "points": 3}`, []string{"/design/points montecarlo/parameter-unused"}},
		{"no points", `"factors": [` + rate + `], "design": {"kind": "sobol"}`, []string{"/design/points montecarlo/out-of-range"}},
		{"few points", `"factors": [` + rate + `], "design": {"kind": "indices", "points": 15}`, []string{"/design/points montecarlo/out-of-range"}},
		{"levels", `"factors": [` + rate + `], "design": {"kind": "one-at-a-time", "low": 0.9, "high": 0.1}`, []string{"/design/high montecarlo/out-of-order"}},
		{"level", `"factors": [` + rate + `], "design": {"kind": "one-at-a-time", "low": 0, "high": 1}`, []string{"/design/low montecarlo/out-of-range", "/design/high montecarlo/out-of-range"}},
		{"twice", `"factors": [` + rate + `, ` + rate + `], "design": {"kind": "grid"}`, []string{"/factors/1/name aims/twice"}},
		{"reserved", `"factors": [{"name": "value", "at": ["/title"], "values": ["x"]}], "design": {"kind": "grid"}`, []string{"/factors/0/name montecarlo/name-reserved"}},
		{"no values", `"factors": [{"name": "a", "at": ["/title"]}], "design": {"kind": "grid"}`, []string{"/factors/0 montecarlo/factor-form"}},
		{"two ways", `"factors": [{"name": "a", "at": ["/title"], "values": [1], "controls": ["x"]}], "design": {"kind": "grid"}`, []string{"/factors/0 montecarlo/factor-form"}},
		{"no place", `"factors": [{"name": "a", "values": [1]}], "design": {"kind": "grid"}`, []string{"/factors/0/at aims/missing"}},
		{"place of controls", `"factors": [{"name": "a", "at": ["/title"], "controls": ["x"]}], "design": {"kind": "grid"}`, []string{"/factors/0/at montecarlo/parameter-unused"}},
		{"range without steps", `"factors": [{"name": "a", "at": ["/x"], "from": 1, "to": 2}], "design": {"kind": "grid"}`, []string{"/factors/0/steps aims/missing"}},
		{"one step", `"factors": [{"name": "a", "at": ["/x"], "from": 1, "to": 2, "steps": 1}], "design": {"kind": "grid"}`, []string{"/factors/0/steps montecarlo/out-of-range"}},
		{"range without end", `"factors": [{"name": "a", "at": ["/x"], "from": 1}], "design": {"kind": "sobol", "points": 2}`, []string{"/factors/0/to aims/missing"}},
		{"range without beginning", `"factors": [{"name": "a", "at": ["/x"], "to": 1}], "design": {"kind": "sobol", "points": 2}`, []string{"/factors/0/from aims/missing"}},
		{"range swapped", `"factors": [{"name": "a", "at": ["/x"], "from": 2, "to": 1}], "design": {"kind": "sobol", "points": 2}`, []string{"/factors/0/to montecarlo/out-of-order"}},
		{"logarithm of 0", `"factors": [{"name": "a", "at": ["/x"], "from": 0, "to": 1, "spacing": "logarithmic"}], "design": {"kind": "sobol", "points": 2}`, []string{"/factors/0/from montecarlo/out-of-range"}},
		{"steps of a list", `"factors": [{"name": "a", "at": ["/x"], "values": [1], "steps": 2, "spacing": "linear"}], "design": {"kind": "grid"}`, []string{"/factors/0/spacing montecarlo/parameter-unused", "/factors/0/steps montecarlo/parameter-unused"}},
		{"distribution", `"factors": [{"name": "a", "at": ["/x"], "distribution": {"kind": "uniform", "min": 1}}], "design": {"kind": "sobol", "points": 2}`, []string{"/factors/0/distribution montecarlo/parameter-missing"}},
		{"metric", `"factors": [` + rate + `], "design": {"kind": "grid"}, "metrics": ["median"]`, []string{"/metrics/0 aims/unknown-word"}},
		{"trials", `"factors": [` + rate + `], "design": {"kind": "grid"}, "trials": -1`, []string{"/trials montecarlo/out-of-range"}},
		{"combinations", `"factors": [{"name": "a", "at": ["/x"], "from": 1, "to": 2, "steps": 100000}, {"name": "b", "at": ["/x"], "from": 1, "to": 2, "steps": 100000}], "design": {"kind": "grid"}`, []string{"/factors montecarlo/too-many-points"}},
	} {
		_, err := montecarlo.DecodeStudy([]byte(`{"format": "aimskit/0.1", ` + c.text + `}`))
		if diff := cmp.Diff(c.want, problemsOf(err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.desc, diff)
		}
	}
	if _, err := montecarlo.DecodeStudy([]byte(`{"factors": []}`)); len(problemsOf(err)) != 1 {
		t.Errorf("without a format: %v", err)
	}
}

func TestStudy_validate(t *testing.T) {
	rate := montecarlo.StudyFactor{Name: "rate", At: []string{"/scenarios/0/frequency/rate"}, Values: []montecarlo.Value{montecarlo.Value("1")}}
	many := montecarlo.Study{Format: "aimskit/9.9", Design: montecarlo.Design{Kind: montecarlo.DesignIndices, Points: 16}, Metrics: []montecarlo.Metric{{}}, Method: "guess"}
	for i := range 33 {
		f := rate
		f.Name += strconv.Itoa(i)
		many.Factors = append(many.Factors, f)
	}
	want := []string{"/format montecarlo/format-wrong", "/factors montecarlo/too-many-factors", "/metrics/0 aims/word-unknown", "/method aims/word-unknown"}
	if diff := cmp.Diff(want, problemsOf(many.Validate())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	switches := montecarlo.Study{Design: montecarlo.Design{Kind: montecarlo.DesignGrid}, Factors: []montecarlo.StudyFactor{{Name: "on", Controls: make([]montecarlo.ControlID, 21)}}}
	if err := switches.Validate(); len(problemsOf(err)) == 0 {
		t.Error("21 controls were accepted")
	}
}

func TestStudy_planProblems(t *testing.T) {
	s := study(t, `"factors": [
		{"name": "a", "at": ["/scenarios/1/title", "scenarios", "/scenarios/0/frequency/rate/x", "/scenarios/00/id", "/none/x", "/scenarios/0/severity/mu"], "values": [1]},
		{"name": "b", "controls": ["x"]}
	], "design": {"kind": "grid"}, "scenarios": ["other"]`)
	_, err := s.Plan(compound(2))
	want := []string{
		"/factors/0/at/0 montecarlo/factor-place", "/factors/0/at/1 montecarlo/factor-place", "/factors/0/at/2 montecarlo/factor-place",
		"/factors/0/at/3 montecarlo/factor-place", "/factors/0/at/4 montecarlo/factor-place",
		"/factors/1/controls/0 montecarlo/control-unknown", "/scenarios/0 montecarlo/scenario-unknown",
	}
	if diff := cmp.Diff(want, problemsOf(err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := s.Plan(montecarlo.Model{}); len(problemsOf(err)) == 0 {
		t.Error("a study of the zero model")
	}
	s.Factors = nil
	if _, err := s.Plan(compound(2)); len(problemsOf(err)) != 1 {
		t.Errorf("a study without factors: %v", err)
	}
	named := compound(1)
	named.Scenarios[0].ID = "total"
	s = study(t, `"factors": [{"name": "a", "at": ["/title"], "values": ["x"]}], "design": {"kind": "grid"}, "scenarios": ["total"]`)
	if diff := cmp.Diff([]string{"/scenarios/0 montecarlo/name-reserved"}, problemsOf(errOf(s.Plan(named)))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestParseMetric(t *testing.T) {
	for _, text := range []string{"mean", "sd", "p0", "pPositive", "var:0.99", "tvar:0.5", "exceedance:0", "exceedance:250000", "exceedance:1e+06"} {
		m, err := montecarlo.ParseMetric(text)
		if err != nil || m.String() != text {
			t.Errorf("%s: %v, %v", text, m, err)
		}
	}
	for _, text := range []string{"", "median", "mean:", "mean:1", "var", "var:", "var:0", "var:1", "var:x", "tvar:NaN", "exceedance:-1", "exceedance:Inf", "Var:0.9"} {
		if m, err := montecarlo.ParseMetric(text); err == nil {
			t.Errorf("%q was read as %v", text, m)
		}
	}
}

func TestResult_figure(t *testing.T) {
	r, err := montecarlo.Simulate(context.Background(), compound(2), montecarlo.Config{Trials: 4000, Levels: []montecarlo.Level{.9}})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"mean", "p0", "pPositive", "var:0.9", "tvar:0.9", "exceedance:50000"} {
		f, ok := r.Figure("cpl2", metricOf(t, text))
		low, l := f.Low.Value()
		high, h := f.High.Value()
		se, s := f.StdErr.Value()
		if !ok || !l || !h || !s || !(low < f.Value && f.Value < high) || math.Abs((high-low)/(2*1.96)-se) > .1*se {
			t.Errorf("%s: %+v", text, f)
		}
	}
	for _, text := range []string{"var:0.95", "tvar:0.95"} {
		if f, ok := r.Figure("", metricOf(t, text)); ok {
			t.Errorf("%s was not asked for, and is %+v", text, f)
		}
	}
	if _, ok := r.Figure("other", metricOf(t, "mean")); ok {
		t.Error("a scenario that does not exist has a mean")
	}
	if _, ok := r.Figure("", montecarlo.Metric{}); ok {
		t.Error("the zero metric has a value")
	}
}
