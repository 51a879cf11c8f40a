package aims_test

import (
	"encoding"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
)

// vocabularies2 lists the words of the operational records. They are part of
// the API: a word may be added, and never renamed.
var vocabularies2 = []struct {
	value encoding.TextUnmarshaler
	words []string
}{
	{new(aims.Bearer), []string{"organization", "supplier", "partner", "customer", "other"}},
	{new(aims.Reporter), []string{"employee", "contractor", "supplier", "customer", "affected", "public"}},
	{new(aims.ConcernStatus), []string{"open", "in-progress", "closed"}},
	{new(aims.Severity), []string{"low", "medium", "high", "critical"}},
	{new(aims.Criticality), []string{"low", "medium", "high", "critical"}},
	{new(aims.Result), []string{"fail", "conditional", "pass"}},
	{new(aims.UseCaseStatus), []string{"proposed", "approved", "active", "suspended", "ended", "rejected"}},
	{new(aims.Origin), []string{"own", "third-party", "embedded", "open-source"}},
	{new(aims.OversightMode), []string{"in-the-loop", "on-the-loop", "over-the-loop", "none"}},
	{new(aims.Automation), []string{"none", "assistance", "partial", "conditional", "high", "full", "autonomous"}},
	{new(aims.Stage), []string{
		"inception", "design-and-development", "verification-and-validation", "deployment",
		"operation-and-monitoring", "continuous-validation", "re-evaluation", "retirement",
	}},
	{new(aims.DataUse), []string{"training", "validation", "test", "production"}},
	{new(aims.Acquisition), []string{"collected", "operation", "purchased", "provided", "open", "scraped", "synthetic"}},
	{new(aims.RightsBasis), []string{"own", "consent", "contract", "licence", "law", "interest", "public"}},
	{new(aims.ChangedPart), []string{"model", "data", "prompt", "configuration", "code", "dependency"}},
}

func TestOperationalWords(t *testing.T) {
	for _, v := range vocabularies2 {
		typ := reflect.TypeOf(v.value).Elem()
		if d := cmp.Diff(v.words, wordsOf(t, typ)); d != "" {
			t.Errorf("%v (-want +got)\n%s", typ, d)
		}
		for i, word := range v.words {
			w := reflect.New(typ).Elem()
			readWord(t, w, word)
			checkWord(t, w, word)
			if w.Kind() == reflect.Uint8 && int(w.Uint()) != i+1 {
				t.Errorf("%v: %q is %d, want %d", typ, word, w.Uint(), i+1)
			}
		}
		zero := reflect.Zero(typ).Interface()
		if zero.(interface{ Known() bool }).Known() {
			t.Errorf("%v: the zero value is a word", typ)
		}
		if m, ok := zero.(encoding.TextMarshaler); ok {
			if text, err := m.MarshalText(); err == nil {
				t.Errorf("%v: the zero value is written %q", typ, text)
			}
		}
	}
}

// checkWord checks that a value is known and written as the word.
func checkWord(t *testing.T, v reflect.Value, word string) {
	t.Helper()
	if !v.Interface().(interface{ Known() bool }).Known() {
		t.Errorf("%v: %q is not known", v.Type(), word)
	}
	if v.Kind() == reflect.String {
		if v.String() != word {
			t.Errorf("%v: %q was read as %q", v.Type(), word, v.String())
		}
		return
	}
	text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
	if err != nil || string(text) != word {
		t.Errorf("%v: %q is written %q, %v", v.Type(), word, text, err)
	}
	if s := v.Interface().(interface{ String() string }).String(); s != word {
		t.Errorf("%v: %q prints %q", v.Type(), word, s)
	}
}

// A vocabulary takes its own words and leaves the value alone otherwise.
func FuzzOperationalWords(f *testing.F) {
	for i, v := range vocabularies2 {
		f.Add(uint8(i), []byte(v.words[0]))
		f.Add(uint8(i), []byte(v.words[0]+" "))
	}
	f.Add(uint8(0), []byte{})
	f.Fuzz(func(t *testing.T, which uint8, text []byte) {
		typ := reflect.TypeOf(vocabularies2[int(which)%len(vocabularies2)].value).Elem()
		v := reflect.New(typ)
		err := v.Interface().(encoding.TextUnmarshaler).UnmarshalText(text)
		if err != nil {
			if !v.Elem().IsZero() {
				t.Errorf("%v: %q was refused and still left %v", typ, text, v.Elem())
			}
			return
		}
		checkWord(t, v.Elem(), string(text))
	})
}
