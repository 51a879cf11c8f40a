package impact_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/impact"
)

// words checks a vocabulary: each word its own way back, and nothing else.
func words[T interface {
	comparable
	Known() bool
}](t *testing.T, name string, all ...string) {
	t.Helper()
	for _, w := range all {
		var v T
		if err := json.Unmarshal([]byte(fmt.Sprintf("%q", w)), &v); err != nil || !v.Known() {
			t.Errorf("%s %q: %v", name, w, err)
		}
		data, err := json.Marshal(v)
		if err != nil || string(data) != fmt.Sprintf("%q", w) || fmt.Sprint(v) != w {
			t.Errorf("%s %q became %s and %v, %v", name, w, data, v, err)
		}
	}
	for _, bad := range []string{"", "no such word", strings.ToUpper(all[0]), all[0] + " "} {
		var v, zero T
		err := any(&v).(encoding.TextUnmarshaler).UnmarshalText([]byte(bad))
		if err == nil || v != zero || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), all[0]) {
			t.Errorf("%s from %q: %v, %v", name, bad, v, err)
		}
	}
}

func TestWords(t *testing.T) {
	var domains []string
	for _, d := range impact.Domains() {
		domains = append(domains, string(d))
	}
	words[impact.Domain](t, "impact.Domain", domains...)
	words[impact.Ground](t, "impact.Ground", "assumed", "stated", "observed", "measured")
	words[impact.Aspect](t, "impact.Aspect", "version", "model", "data", "purpose", "region", "users", "deployment")
	words[impact.ScenarioKind](t, "impact.ScenarioKind", "intended-use", "misuse", "failure")
	words[impact.PartyKind](t, "impact.PartyKind", "individuals", "group", "society")
	words[impact.Reach](t, "impact.Reach", "direct", "indirect")
	words[impact.Need](t, "impact.Need", "children", "elderly", "impaired", "workers")
	words[impact.Effect](t, "impact.Effect", "benefit", "harm")
	words[impact.Occurrence](t, "impact.Occurrence", "actual", "potential")
	words[impact.Confidence](t, "impact.Confidence", "low", "medium", "high")
	words[impact.Decision](t, "impact.Decision", "proceed", "proceed-with-conditions", "do-not-proceed")
	words[impact.TriggerKind](t, "impact.TriggerKind", "criticality", "automation", "data-sensitivity", "change")
	words[impact.UseClass](t, "impact.UseClass", "ordinary", "sensitive", "restricted", "prohibited")
	for _, zero := range []encoding.TextMarshaler{impact.Confidence(0), impact.UseClass(0), impact.Confidence(4), impact.UseClass(5)} {
		if text, err := zero.MarshalText(); err == nil {
			t.Errorf("%#v became %q", zero, text)
		}
	}
	if impact.Confidence(0).Known() || impact.Confidence(4).Known() || impact.UseClass(0).Known() || impact.UseClass(5).Known() {
		t.Error("what is no word is known")
	}
}

// Open vocabularies take an organization's own words, in one form.
func TestWords_own(t *testing.T) {
	for text, want := range map[string]bool{
		"acme:noise": true, "acme-2:night-noise": true, "a:b": true, "acme:": false, ":noise": false, "acme:noise:x": false,
		"Acme:noise": false, "acme:-noise": false, "acme:noise-": false, "acme noise": false, "acme:nöise": false,
		strings.Repeat("a", 33) + ":b": false, strings.Repeat("a", 32) + ":" + strings.Repeat("b", 32): true,
	} {
		for _, v := range []interface {
			encoding.TextUnmarshaler
			Known() bool
		}{new(impact.Domain), new(impact.Need), new(impact.TriggerKind)} {
			if err := v.UnmarshalText([]byte(text)); (err == nil) != want || v.Known() != want {
				t.Errorf("%T from %q: %v", v, text, err)
			}
		}
	}
	if impact.Domain("acme:noise").Societal() || impact.Privacy.Societal() || !impact.Culture.Societal() {
		t.Error("which domains are those of societies")
	}
}
