package montecarlo_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// FuzzWords reads every vocabulary of the package: what is accepted is written
// as it was read.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "lognormal", "poisson", "product", "cover", "rate", "tvar", "exact", "0.95", "1", "-0", "nan", "0x1p-2"} {
		f.Add(s)
	}
	words := func() []encoding.TextUnmarshaler {
		return []encoding.TextUnmarshaler{
			new(montecarlo.Kind), new(montecarlo.FrequencyKind), new(montecarlo.Form), new(montecarlo.EffectKind),
			new(montecarlo.Factor), new(montecarlo.Measure), new(montecarlo.Method), new(montecarlo.Level),
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, w := range words() {
			if w.UnmarshalText([]byte(s)) != nil {
				continue
			}
			switch w := w.(type) {
			case *montecarlo.Level:
				text, err := w.MarshalText()
				var back montecarlo.Level
				if err != nil || back.UnmarshalText(text) != nil || back != *w || !(*w > 0 && *w < 1) {
					t.Fatalf("%q came back as %v, %v", s, back, err)
				}
			case interface{ Known() bool }:
				if !w.Known() {
					t.Fatalf("%q is read and not known", s)
				}
			}
		}
	})
}

// FuzzNumber reads a number of a model.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"0", "-1.5e300", "null", `"1"`, "1e999", ""} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var n montecarlo.Number
		if n.UnmarshalJSON(data) != nil || n.IsZero() {
			return
		}
		out, err := json.Marshal(n)
		var back montecarlo.Number
		if err != nil || back.UnmarshalJSON(out) != nil || back != n {
			t.Fatalf("%q came back as %v, %v", data, back, err)
		}
	})
}

// FuzzDecodeModel reads documents: refused with problems, or a model that comes
// through JSON unchanged and, if it is small, can be simulated.
func FuzzDecodeModel(f *testing.F) {
	f.Add([]byte(`{"format":"aimskit/0.1","scenarios":[{"id":"s","frequency":{"kind":"poisson","rate":2},"severity":{"kind":"lognormal","mu":9,"sigma":1.2}}]}`))
	f.Add([]byte(`{"format":"aimskit/0.1","scenarios":[{"id":"s","frequency":{"kind":"fixed","count":1},"severity":{"kind":"beta","alpha":0.001,"beta":1000}}]}`))
	for _, c := range modelCases(f)[:40] {
		if len(c.Input) < 400 {
			f.Add([]byte(c.Input))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := montecarlo.DecodeModel(data)
		if err != nil {
			var invalid *aims.InvalidError
			if !errors.As(err, &invalid) || len(invalid.Problems) == 0 {
				t.Fatalf("refused with %v", err)
			}
			return
		}
		out, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := montecarlo.DecodeModel(out); err != nil {
			t.Fatalf("%s came back with %v", out, err)
		}
		for _, s := range m.Scenarios {
			if s.Tree != nil || s.Frequency.UncertainRate != nil || s.Frequency.Rate.Or(0)+s.Frequency.Mean.Or(0)+s.Frequency.Count.Or(0) > 1000 {
				return
			}
		}
		r, err := montecarlo.Simulate(t.Context(), m, montecarlo.Config{Trials: 20, Workers: 1})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := json.Marshal(r); err != nil {
			t.Fatalf("%s gives a result without JSON: %v", out, err)
		}
	})
}
