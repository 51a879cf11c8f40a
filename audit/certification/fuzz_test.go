package certification_test

import (
	"testing"

	"github.com/aimskit/aimskit/audit/certification"
)

func FuzzGate(f *testing.F) {
	for _, w := range []string{"stage1", "stage2", "decision", "", "Stage1"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var g certification.Gate
		if g.UnmarshalText([]byte(text)) == nil && (g.String() != text || !g.Known()) {
			t.Errorf("%q reads as %s", text, g)
		}
	})
}
