package controls_test

import (
	"crypto/sha256"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/controls"
)

func benchFacts(tb testing.TB, spoil func(i int, r *controls.Row)) controls.Facts {
	tb.Helper()
	c := gen.Catalogue(200)
	s, evidence := gen.Sound(c)
	for i := range s.Rows {
		spoil(i, &s.Rows[i])
	}
	f, err := controls.NewFacts(s, aims.MustDate(gen.At), c)
	if err != nil {
		tb.Fatal(err)
	}
	f.Evidence = evidence.Lookup
	f.Roles = []aims.Role{aims.RoleDeveloper, aims.RoleProductProvider}
	return f
}

func BenchmarkCheck(b *testing.B) {
	for _, bench := range []struct {
		name  string
		spoil func(i int, r *controls.Row)
	}{
		{"sound", func(int, *controls.Row) {}},
		{"tenth", func(i int, r *controls.Row) {
			if i%10 == 1 {
				r.Evidence, r.Reasons = nil, nil
			}
		}},
		{"allExcluded", func(_ int, r *controls.Row) { *r = gen.Excluded(r.Control) }},
		{"allBad", func(_ int, r *controls.Row) { r.Evidence, r.Reasons = nil, nil }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			f, rules := benchFacts(b, bench.spoil), controls.Rules()
			b.ReportAllocs()
			for b.Loop() {
				controls.Check(f, rules)
			}
		})
	}
	b.Run("yardstick", func(b *testing.B) {
		data := make([]byte, 64<<10)
		for b.Loop() {
			sha256.Sum256(data)
		}
	})
}
