package aims_test

import (
	"encoding"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
)

// vocabularies1 lists the words of the management records. They are part of
// the API: a word may be added, and never renamed.
var vocabularies1 = []struct {
	value encoding.TextUnmarshaler
	words []string
}{
	{new(aims.Role), []string{
		"ai-provider", "ai-platform-provider", "ai-product-provider", "ai-producer", "ai-developer", "ai-customer", "ai-user",
		"ai-partner", "ai-system-integrator", "data-provider", "ai-evaluator", "ai-auditor",
		"ai-subject", "data-subject", "other-subject", "relevant-authority", "policy-maker", "regulator",
	}},
	{new(aims.Sphere), []string{"external", "internal"}},
	{new(aims.IssueTheme), []string{
		"law", "authorities", "society", "market", "technology", "supply", "climate",
		"governance", "contracts", "purpose", "people", "means", "other",
	}},
	{new(aims.NeedBasis), []string{"legal", "contractual", "expectation"}},
	{new(aims.ObligationBasis), []string{"law", "contract", "code"}},
	{new(aims.Fulfilment), []string{"not-met", "partly-met", "met"}},
	{new(aims.Maturity), []string{"L0", "L1", "L2", "L3", "L4", "L5"}},
	{new(aims.Act), []string{
		"policy-signed", "objectives-set", "sponsor-named", "roles-assigned", "resources-approved", "board-report",
		"review-attended", "importance-communicated", "integrated", "outcomes-pursued", "people-supported",
		"managers-supported", "improvement-promoted", "other",
	}},
	{new(aims.Authority), []string{
		"ensure-conformity", "report-performance", "stop-system", "release-system", "accept-risk", "commit-resources",
		"approve-documents", "engage-suppliers", "investigate", "inform-outside", "other",
	}},
	{new(aims.RoleArea), []string{
		"risk-management", "impact-assessment", "resources", "security", "safety", "privacy", "development", "performance",
		"human-oversight", "suppliers", "law", "data-quality", "concerns", "audit", "documentation", "other",
	}},
	{new(aims.ObjectiveStatus), []string{"on-track", "at-risk", "achieved", "missed", "dropped"}},
	{new(aims.ResourceType), []string{"data", "tooling", "computing", "human", "financial", "other"}},
	{new(aims.CompetenceBasis), []string{"education", "training", "experience"}},
	{new(aims.DocumentStatus), []string{"draft", "approved", "obsolete"}},
}

func TestManagementWords(t *testing.T) {
	for _, v := range vocabularies1 {
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

// A vocabulary takes its own words and leaves the value alone otherwise.
func FuzzManagementWords(f *testing.F) {
	for i, v := range vocabularies1 {
		f.Add(uint8(i), []byte(v.words[0]))
		f.Add(uint8(i), []byte(v.words[0]+" "))
	}
	f.Add(uint8(0), []byte("deployer"))
	f.Fuzz(func(t *testing.T, which uint8, text []byte) {
		typ := reflect.TypeOf(vocabularies1[int(which)%len(vocabularies1)].value).Elem()
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

// An interval that is read is written as it was, and leads to a later day; a
// text that is refused leaves nothing.
func FuzzParseInterval(f *testing.F) {
	for _, s := range []string{"P3M", "P9999Y", "P0D", "P1Y6M", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		i, err := aims.ParseInterval(s)
		var read aims.Interval
		if again := read.UnmarshalText([]byte(s)); (again == nil) != (err == nil) || read != i {
			t.Errorf("ParseInterval(%q) = %q, %v; UnmarshalText %q, %v", s, i, err, read, again)
		}
		switch {
		case err != nil && i != "":
			t.Errorf("%q was refused and still gave %q", s, i)
		case err == nil && (string(i) != s || i.After(someDay) <= someDay):
			t.Errorf("%q was read as %q, which leads from %v to %v", s, i, someDay, i.After(someDay))
		}
	})
}
