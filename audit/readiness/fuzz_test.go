package readiness_test

import (
	"encoding/json"
	"testing"

	"github.com/aimskit/aimskit/audit/readiness"
)

func FuzzWords(f *testing.F) {
	for _, w := range []string{"not-ready", "certifiable", "low", "critical", "", "Low", "training", "provable", "weigh", "records"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var b readiness.Band
		if b.UnmarshalText([]byte(text)) == nil && b.String() != text {
			t.Errorf("band %q reads as %s", text, b)
		}
		var p readiness.Priority
		if p.UnmarshalText([]byte(text)) == nil && p.String() != text {
			t.Errorf("priority %q reads as %s", text, p)
		}
		var d readiness.Provability
		if d.UnmarshalText([]byte(text)) == nil && d.String() != text {
			t.Errorf("degree %q reads as %s", text, d)
		}
		var a readiness.ActionType
		if a.UnmarshalText([]byte(text)) == nil && string(a) != text {
			t.Errorf("type of action %q reads as %s", text, a)
		}
		var k readiness.CauseKind
		if k.UnmarshalText([]byte(text)) == nil && (string(k) != text || !k.Known()) {
			t.Errorf("cause %q reads as %s", text, k)
		}
		var c readiness.CandidacyAdvice
		if c.UnmarshalText([]byte(text)) == nil && c.String() != text {
			t.Errorf("advice %q reads as %s", text, c)
		}
	})
}

func FuzzBounds(f *testing.F) {
	f.Add([]byte(`{"score":"0.5000","upper":"1.0000","coverage":"0.5000","known":"1.0000","exact":[1,1,2]}`))
	f.Add([]byte(`{"exact":[3,2,1]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var b readiness.Bounds
		if json.Unmarshal(data, &b) != nil {
			return
		}
		if b.Earned < 0 || b.Judged < b.Earned || b.Total < b.Judged {
			t.Fatalf("bounds out of order were read: %+v", b)
		}
		out, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		var back readiness.Bounds
		if err := json.Unmarshal(out, &back); err != nil || back != b {
			t.Fatalf("%+v came back as %+v: %v", b, back, err)
		}
	})
}
