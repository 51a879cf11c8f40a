package readiness_test

import (
	"encoding/json"
	"testing"

	"github.com/aimskit/aimskit/audit/readiness"
)

func FuzzSpread(f *testing.F) {
	f.Add([]byte(`[[0,1],[10000,2]]`))
	f.Add([]byte(`[[1,0]]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s readiness.Spread
		if json.Unmarshal(data, &s) != nil {
			return
		}
		out, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var back readiness.Spread
		if err := json.Unmarshal(out, &back); err != nil || !back.Equal(s) {
			t.Fatalf("%s came back otherwise: %v", out, err)
		}
	})
}
