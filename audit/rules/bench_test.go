package rules_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
)

// The speed of opening and judging 4 systems, 100 risks and 300 items of
// evidence. The yardstick is one digest of the same snapshot: its canonical
// JSON and SHA-256.

func BenchmarkYardstick(b *testing.B) {
	s := gen.Large()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := aims.DigestOf(s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	s := gen.Large()
	b.ReportAllocs()
	for b.Loop() {
		open(b, s)
	}
}

// BenchmarkEvaluateFirst judges a view for the first time, which computes the
// digest of the records and of what was approved.
func BenchmarkEvaluateFirst(b *testing.B) {
	s, set := gen.Large(), rules.Default()
	b.ReportAllocs()
	for b.Loop() {
		judge(b, open(b, s), set)
	}
}

// BenchmarkEvaluateAgain judges a view that was judged before, as what-if,
// forecasts and trends do.
func BenchmarkEvaluateAgain(b *testing.B) {
	v, set := open(b, gen.Large()), rules.Default()
	judge(b, v, set)
	b.ReportAllocs()
	for b.Loop() {
		judge(b, v, set)
	}
}

func open(b *testing.B, s audit.Snapshot) *audit.View {
	v, err := audit.Open(s, audit.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return v
}

func judge(b *testing.B, v *audit.View, set rules.Set) rules.Result {
	r, err := rules.Evaluate(v, v.Taken(), set)
	if err != nil {
		b.Fatal(err)
	}
	return r
}
