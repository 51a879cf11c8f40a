package montecarlo_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"math"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// studyWords are the vocabularies and texts of studies and fits.
func studyWords() map[string]func() encoding.TextUnmarshaler {
	return map[string]func() encoding.TextUnmarshaler{
		"design":  func() encoding.TextUnmarshaler { return new(montecarlo.DesignKind) },
		"spacing": func() encoding.TextUnmarshaler { return new(montecarlo.Spacing) },
		"family":  func() encoding.TextUnmarshaler { return new(montecarlo.Family) },
		"prior":   func() encoding.TextUnmarshaler { return new(montecarlo.PriorName) },
		"pooling": func() encoding.TextUnmarshaler { return new(montecarlo.Pooling) },
		"metric":  func() encoding.TextUnmarshaler { return new(montecarlo.Metric) },
	}
}

// A text that is read is written back as a text that reads the same.
func FuzzStudyWords(f *testing.F) {
	for _, s := range []string{"grid", "logarithmic", "pareto", "jeffreys", "linear", "mean", "var:0.99", "exceedance:1e3", "", "Grid"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if m, err := montecarlo.ParseMetric(s); err == nil {
			if again, err := montecarlo.ParseMetric(m.String()); err != nil || again != m {
				t.Errorf("%q is %v, and written it is %v: %v", s, m, again, err)
			}
		}
		for name, empty := range studyWords() {
			first, second := empty(), empty()
			if first.UnmarshalText([]byte(s)) != nil {
				continue
			}
			text, err := json.Marshal(first)
			if err != nil {
				t.Fatalf("%s %q: %v", name, s, err)
			}
			if err := json.Unmarshal(text, second); err != nil {
				t.Errorf("%s %q is written as %s and refused: %v", name, s, text, err)
			}
			if known, ok := first.(interface{ Known() bool }); ok && !known.Known() {
				t.Errorf("%s %q is read and not known", name, s)
			}
		}
	})
}

func FuzzDecodeStudy(f *testing.F) {
	f.Add([]byte(`{"format":"aimskit/0.1","factors":[{"name":"a","at":["/scenarios/0/severity/mu"],"from":1,"to":2,"steps":2}],"design":{"kind":"grid"}}`))
	f.Add([]byte(`{"format":"aimskit/0.1","factors":[{"name":"a","at":["/title",""],"values":["x",{},[0]]}],"design":{"kind":"sobol","points":4}}`))
	f.Add([]byte(`{"format":"aimskit/0.1","factors":[{"name":"a","controls":["filter"]}],"design":{"kind":"one-at-a-time"}}`))
	f.Add([]byte(`{}`))
	m := controlled()
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := montecarlo.DecodeStudy(data)
		if err != nil {
			if len(aims.Problems(err)) == 0 {
				t.Errorf("refused without a problem: %v", err)
			}
			return
		}
		text, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := montecarlo.DecodeStudy(text); err != nil {
			t.Errorf("%s is written as %s and refused: %v", data, text, err)
		}
		p, err := s.Plan(m)
		if err != nil {
			return
		}
		for i := range min(p.Points(), 3) {
			if point, err := p.Point(i); err == nil && point.Model.Validate() != nil {
				t.Errorf("point %d is no model", i)
			}
		}
	})
}

func FuzzDecodeIncidents(f *testing.F) {
	f.Add([]byte(incidents))
	f.Add([]byte(`{"format":"aimskit/0.1","scenario":"a","years":1,"losses":[{"loss":1},{"from":0,"to":9},{"atLeast":3,"count":2}]}`))
	f.Add([]byte(`{"format":"aimskit/0.1","scenario":"a","years":1e-9,"above":1e29,"losses":[{"loss":1e30},{"loss":2e29},{"loss":3e29}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		in, err := montecarlo.DecodeIncidents(data)
		if err != nil {
			if len(aims.Problems(err)) == 0 {
				t.Errorf("refused without a problem: %v", err)
			}
			return
		}
		if len(in.Losses) > 50 {
			return
		}
		fit, err := in.Fit(montecarlo.FitOptions{})
		if err != nil {
			if !errors.Is(err, montecarlo.ErrNoFit) && len(aims.Problems(err)) == 0 {
				t.Errorf("sound incidents: %v", err)
			}
			return
		}
		for _, s := range fit.Severities {
			if math.IsNaN(s.LogLikelihood) || math.IsNaN(s.AIC) {
				t.Errorf("%s has no likelihood", s.Family)
			}
		}
		if err := fit.Model.Validate(); err != nil {
			t.Errorf("the model that was made: %v", err)
		}
	})
}
