package controls_test

import (
	"crypto/sha256"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/controls"
)

// benchFacts returns the facts of a statement over Annex A and n own controls
// that was sound before it was spoilt.
func benchFacts(tb testing.TB, n int, spoil func(i int, r *controls.Row)) controls.Facts {
	tb.Helper()
	c := gen.Catalogue(n)
	s, evidence := gen.Sound(c)
	for i := range s.Rows {
		spoil(i, &s.Rows[i])
	}
	f, err := controls.NewFacts(gen.Approve(s), aims.MustDate(gen.At), c)
	if err != nil {
		tb.Fatal(err)
	}
	f.Evidence = evidence.Lookup
	f.Roles = []aims.Role{aims.RoleDeveloper, aims.RoleProductProvider}
	return f
}

func leave(int, *controls.Row) {}

// everyTenth leaves every tenth row without evidence and without a reason.
func everyTenth(i int, r *controls.Row) {
	if i%10 == 1 {
		r.Evidence, r.Reasons = nil, nil
	}
}

// All rules over 238 rows with their evidence. NewFacts, which validates,
// indexes and computes the digest once, is measured by itself. Beside the mean
// each benchmark reports the best time of one operation, which other work on
// the machine disturbs least, and its ratio to the best time of SHA-256 over
// 64 KiB in the same run.
func BenchmarkCheck(b *testing.B) {
	for _, bench := range []struct {
		name  string
		spoil func(i int, r *controls.Row)
	}{
		{"sound", leave},
		{"tenthBad", everyTenth},
		{"allExcluded", func(_ int, r *controls.Row) { *r = gen.Excluded(r.Control) }},
		{"allBad", func(_ int, r *controls.Row) { r.Evidence, r.Reasons = nil, nil }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			f, rules := benchFacts(b, 200, bench.spoil), controls.Rules()
			observed := 0
			measure(b, func() { observed = len(controls.Check(f, rules)) })
			b.ReportMetric(float64(observed), "observations")
		})
	}
}

func BenchmarkNewFacts(b *testing.B) {
	c := gen.Catalogue(200)
	s, _ := gen.Sound(c)
	at := aims.MustDate(gen.At)
	measure(b, func() {
		if _, err := controls.NewFacts(s, at, c); err != nil {
			b.Fatal(err)
		}
	})
}

// measure runs an operation and, in between, the yardstick.
func measure(b *testing.B, op func()) {
	b.Helper()
	data := make([]byte, 64<<10)
	best, yardstick := time.Hour, time.Hour
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		op()
		best = min(best, time.Since(start))
		b.StopTimer()
		start = time.Now()
		sha256.Sum256(data)
		yardstick = min(yardstick, time.Since(start))
		b.StartTimer()
	}
	b.ReportMetric(float64(best), "best-ns/op")
	b.ReportMetric(float64(best)/float64(yardstick), "x-sha256-64KiB")
}

// Rows cost no allocation of their own, and an observation costs few: the list
// of records that it rests on, its arguments, and their map.
func TestCheck_allocations(t *testing.T) {
	allocations := func(n int, spoil func(int, *controls.Row)) (float64, int) {
		f, rules := benchFacts(t, n, spoil), controls.Rules()
		observed := len(controls.Check(f, rules))
		return testing.AllocsPerRun(20, func() { controls.Check(f, rules) }), observed
	}
	few, _ := allocations(0, leave)
	many, observed := allocations(200, leave)
	if many != few || observed != 0 {
		t.Errorf("%v allocations for 38 rows, %v for 238; %d observations", few, many, observed)
	}
	if most := float64(8 * len(controls.Rules())); many > most {
		t.Errorf("%v allocations for a sound statement, want at most %v: 8 for each rule", many, most)
	}
	spoilt, observed := allocations(200, everyTenth)
	if perObservation := (spoilt - many) / float64(observed); perObservation > 5 {
		t.Errorf("%v allocations for each of %d observations, want at most 5", perObservation, observed)
	}
}
