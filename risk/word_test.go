package risk_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/risk"
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
	words[risk.Unit](t, "risk.Unit", "per-year", "probability", "people")
	words[risk.Affected](t, "risk.Affected", "organization", "individuals", "societies", "other")
	words[risk.Option](t, "risk.Option", "avoid", "take-or-increase", "remove-source", "change-likelihood", "change-consequences", "share", "retain")
	words[risk.State](t, "risk.State", "inherent", "current", "residual", "target")
	words[risk.Unrated](t, "risk.Unrated", "no-rating", "other-criteria", "no-likelihood", "no-consequence", "off-scale")
	words[risk.Progress](t, "risk.Progress", "pending", "unproven", "effective", "failed", "ended")
	words[risk.Zone](t, "risk.Zone", "within-appetite", "within-tolerance", "above-tolerance")
	for _, zero := range []encoding.TextMarshaler{risk.Progress(0), risk.Zone(0), risk.Progress(6), risk.Zone(4)} {
		if text, err := zero.MarshalText(); err == nil {
			t.Errorf("%#v became %q", zero, text)
		}
	}
	if risk.Progress(6).Known() || risk.Zone(4).Known() || risk.Progress(0).Known() || risk.Zone(0).Known() {
		t.Error("what is no word is known")
	}
}

func TestUnit_money(t *testing.T) {
	for text, want := range map[string]bool{"EUR": true, "eur": false, "EURO": false, "E1R": false, "people": false} {
		if got := risk.Unit(text).Money(); got != want {
			t.Errorf("%q is money: %v", text, got)
		}
	}
	var u risk.Unit
	if err := u.UnmarshalText([]byte("CHF")); err != nil || u != "CHF" {
		t.Errorf("CHF: %q, %v", u, err)
	}
}

func TestOption_modifies(t *testing.T) {
	for option, want := range map[risk.Option]bool{
		risk.Avoid: false, risk.TakeOrIncrease: false, risk.RemoveSource: true, risk.ChangeLikelihood: true,
		risk.ChangeConsequence: true, risk.Share: false, risk.Retain: false, "": false,
	} {
		if option.Modifies() != want {
			t.Errorf("%s modifies: %v", option, !want)
		}
	}
}
