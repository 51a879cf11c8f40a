package impact_test

import (
	"encoding"
	"encoding/json"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// vocabularies gives a fresh value of every vocabulary of the package.
func vocabularies() []encoding.TextUnmarshaler {
	return []encoding.TextUnmarshaler{
		new(impact.Domain), new(impact.Ground), new(impact.Aspect), new(impact.ScenarioKind), new(impact.PartyKind), new(impact.Reach),
		new(impact.Need), new(impact.Effect), new(impact.Occurrence), new(impact.Confidence), new(impact.Decision), new(impact.TriggerKind),
		new(impact.UseClass),
	}
}

// What a vocabulary reads is known and is written as it was read.
func FuzzWords(f *testing.F) {
	for _, w := range []string{
		"", "privacy", "stated", "model", "misuse", "group", "direct", "children", "harm", "actual", "low", "proceed", "change", "sensitive",
		"acme:noise", "acme:", "Privacy", "\xff",
	} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		for _, v := range vocabularies() {
			if err := v.UnmarshalText([]byte(w)); err != nil {
				if !strings.Contains(err.Error(), "impact.") {
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

// Whatever a document says of an assessment and its method, it is refused with
// coded problems, or evaluated within the levels that there are.
func FuzzAssessment(f *testing.F) {
	const two = `{"title":"x","steps":[{"label":"a"},{"label":"b"}]}`
	const method = `{"id":"m","title":"x","triggers":[{"id":"t","kind":"change","text":"x"}],"domains":["privacy"],` +
		`"scale":` + two + `,"scope":` + two + `,"irremediability":` + two + `,"likelihood":` + two + `,"severity":` + two + `,` +
		`"extent":[[1,1],[2,2]],"harm":[[1,2],[2,2]],"impact":[[1,1],[1,2]],"rights":[[1,2],[1,2]],"levels":[{"label":"a"},{"label":"b"}],` +
		`"sensitive":1,"concentrated":{"scale":1,"scope":1},"interval":"P1Y","retention":"P1Y"}`
	for _, s := range []string{
		`{"id":"a","title":"x","system":"s"}`,
		`{"id":"a","title":"x","system":"s","parties":[{"id":"p","title":"x","kind":"group"}],` +
			`"impacts":[{"id":"i","title":"x","party":"p","domain":"a:b","effect":"harm","occurrence":"actual","inherent":{"scale":2}}],` +
			`"measures":[{"id":"m","title":"x","credits":[{"impact":"i","scale":9}]}]}`,
	} {
		f.Add([]byte(s), []byte(method))
	}
	f.Add([]byte(`{}`), []byte(`{}`))
	f.Fuzz(func(t *testing.T, assessment, method []byte) {
		var a impact.Assessment
		var m impact.Method
		if _, err := aims.Decode(method, &m, aims.DecodeOptions{}); err != nil {
			return
		}
		if _, err := aims.Decode(assessment, &a, aims.DecodeOptions{}); err != nil {
			return
		}
		if digest, err := m.Digest(); err == nil {
			a.Method = digest
		}
		e, err := impact.Evaluate(a, m, aims.MustDate(today), impact.Facts{})
		if err != nil {
			if aims.Problems(err) == nil && err != impact.ErrNotYet {
				t.Fatalf("an error without problems: %v", err)
			}
			return
		}
		for _, r := range e.Impacts {
			for _, s := range []risk.State{risk.Inherent, risk.Current, risk.Residual} {
				if l := r.Level.In(s); l.AtLeast < 1 || l.AtMost < l.AtLeast || l.AtMost > m.Top() {
					t.Errorf("%s is at %v of %d levels", r.Impact, l, m.Top())
				}
			}
		}
		for _, o := range impact.Check(e, impact.Rules()) {
			if s := o.Sentence(); s == "" || s == string(o.Code) {
				t.Errorf("%s says %q", o.Code, s)
			}
		}
	})
}
