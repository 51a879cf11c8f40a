package risk_test

import (
	"encoding"
	"encoding/json"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/risk"
	"github.com/aimskit/aimskit/risk"
)

// vocabularies gives a fresh value of every vocabulary of the register.
func vocabularies() []encoding.TextUnmarshaler {
	return []encoding.TextUnmarshaler{
		new(risk.Unit), new(risk.Affected), new(risk.Option), new(risk.State), new(risk.Unrated), new(risk.Progress), new(risk.Zone),
	}
}

// What a vocabulary reads is known and is written as it was read.
func FuzzWords(f *testing.F) {
	for _, w := range []string{"", "EUR", "people", "other", "retain", "current", "no-rating", "pending", "above-tolerance", "Retain", "\xff"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		for _, v := range vocabularies() {
			if err := v.UnmarshalText([]byte(w)); err != nil {
				if !strings.Contains(err.Error(), "risk.") {
					t.Errorf("the error does not name the vocabulary: %v", err)
				}
				continue
			}
			if !v.(interface{ Known() bool }).Known() {
				t.Errorf("%T reads %q, which is not known", v, w)
			}
			data, err := json.Marshal(v)
			if want, _ := json.Marshal(w); err != nil || string(data) != string(want) {
				t.Errorf("%T reads %q and writes %s, %v", v, w, data, err)
			}
		}
	})
}

// Whatever a document says, a register that is accepted can be judged, counted
// and written.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		`{"format":"aimskit/0.1"}`,
		`{"format":"aimskit/0.1","risks":[{"id":"a","title":"x","causes":["b"]},{"id":"b","title":"x"}]}`,
		`{"format":"aimskit/0.1","treatments":[{"id":"t","title":"x","option":"share","implemented":"2026-01-01"}],"plans":[{"id":"p","title":"x"}]}`,
		`{"format":"aimskit/0.1","criteria":[{"id":"k","title":"x","likelihood":{"title":"x","steps":[{"label":"a"},{"label":"b"}]},` +
			`"consequences":[{"id":"d","affected":"other","scale":{"title":"x","steps":[{"label":"a"},{"label":"b"}]}}],` +
			`"matrix":{"grid":[[1,1],[1,2]]},"levels":[{"label":"a"},{"label":"b"}],"appetite":1}],"opportunities":[{"id":"o","title":"x"}]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		records, _, err := risk.Decode(data, aims.DecodeOptions{})
		r, refusal := risk.Read(data)
		if (r == nil) != (refusal != nil) || err != nil && refusal == nil {
			t.Fatalf("%v, %v", err, refusal)
		}
		if refusal != nil {
			if aims.Problems(refusal) == nil {
				t.Fatalf("an error without problems: %v", refusal)
			}
			return
		}
		if _, err := json.Marshal(records); err != nil {
			t.Fatalf("the register has no JSON: %v", err)
		}
		a, err := r.Assess(aims.MustDate(gen.At), risk.Facts{})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range risk.Check(a, risk.Rules()) {
			if s := o.Sentence(); s == "" || s == string(o.Code) {
				t.Errorf("%s says %q", o.Code, s)
			}
		}
		if n := len(a.Rank(risk.Current)); n != len(a.Positions()) {
			t.Errorf("%d ranks of %d risks", n, len(a.Positions()))
		}
	})
}
