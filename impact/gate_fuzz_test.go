package impact_test

import (
	"encoding"
	"encoding/json"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

// What a vocabulary of gate and law reads is known and is written as it was read.
func FuzzGateWords(f *testing.F) {
	for _, w := range []string{"", "owed-later", "high-risk", "agreed", "trigger", "public", "go", "lapse", "waived", "id", "Go", "\xff"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		for _, v := range []encoding.TextUnmarshaler{
			new(impact.Owing), new(impact.Class), new(impact.Certainty), new(impact.Topic), new(impact.Deployers),
			new(impact.GateVerdict), new(impact.Bearing), new(impact.ConditionState), new(impact.Match),
		} {
			if v.UnmarshalText([]byte(w)) != nil {
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

// Whatever a document says of a system, it is refused with coded problems, or
// every duty has a word, with reasons or with what is missing.
func FuzzScreen(f *testing.F) {
	law := impact.EULaw()
	for _, s := range []string{
		`{}`,
		`{"system":"s","answers":{"personal-data":"yes","controller":"no"},"marketed":"2026-01-01"}`,
		`{"answers":{"nothing":"yes"}}`,
	} {
		f.Add([]byte(s), int32(now))
	}
	f.Fuzz(func(t *testing.T, data []byte, asOf int32) {
		var facts impact.LegalFacts
		if _, err := aims.Decode(data, &facts, aims.DecodeOptions{}); err != nil {
			return
		}
		s, err := impact.Screen(facts, aims.Date(asOf), law)
		if err != nil {
			if len(aims.Problems(err)) == 0 {
				t.Fatalf("an error without problems: %v", err)
			}
			return
		}
		for _, d := range s.Duties {
			if unclear := d.Owed == impact.OwingUnclear; unclear != (len(d.Missing) > 0) || unclear == (len(d.Reasons) > 0) {
				t.Errorf("%s is %s, missing %v, because %v", d.ID, d.Owed, d.Missing, d.Reasons)
			}
		}
	})
}
