package readiness_test

import (
	"encoding/json"
	"testing"

	"github.com/aimskit/aimskit/audit/readiness"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
)

func FuzzReadReceipt(f *testing.F) {
	data, err := json.Marshal(receiptOf(f, basisOf(f, gen.Conforming())))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"format":"aimskit/0.1","band":"certifiable"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := readiness.ReadReceipt(data)
		if err != nil {
			coded(t, err)
			return
		}
		again, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := readiness.ReadReceipt(again); err != nil || back != r {
			t.Errorf("%s came back as %+v: %v", again, back, err)
		}
	})
}

func FuzzPoints(f *testing.F) {
	f.Add([]byte(`{"points":"-0.0053","exact":"-1/190"}`))
	f.Add([]byte(`{"points":"0.0000","exact":"0/1"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var p, back readiness.Points
		if p.UnmarshalJSON(data) != nil {
			return
		}
		again, err := json.Marshal(p)
		if err != nil || back.UnmarshalJSON(again) != nil || !back.Equal(p) {
			t.Errorf("%s came back as %s: %v", again, back, err)
		}
	})
}
