package risk_test

import (
	"crypto/sha256"
	"runtime"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/risk"
	"github.com/aimskit/aimskit/risk"
)

// spoilt returns a register of n risks, of which every tenth has no owner, no
// review and no current rating.
func spoilt(tb testing.TB, n int) (*risk.Register, risk.Facts) {
	tb.Helper()
	r, e := gen.Sound(n)
	for i := 0; i < n; i += 10 {
		r.Risks[i].Owner, r.Risks[i].ReviewBy, r.Risks[i].Current = "", 0, nil
	}
	gen.Bind(&r)
	return register(tb, r), risk.Facts{Evidence: e.Lookup}
}

// A register of 10,000 risks, judged by all rules; building it, which checks
// every record and computes digests once, is measured by itself. Beside the
// mean each benchmark reports the best time, which other work on the machine
// disturbs least, and its ratio to the best time of SHA-256 over 64 KiB.
func BenchmarkRegister(b *testing.B) {
	r, facts := spoilt(b, 10_000)
	b.Run("check", func(b *testing.B) {
		rules, observed := risk.Rules(), 0
		measure(b, func() {
			a, err := r.Assess(aims.MustDate(gen.At), facts)
			if err != nil {
				b.Fatal(err)
			}
			observed = len(risk.Check(a, rules))
		})
		b.ReportMetric(float64(observed), "observations")
	})
	b.Run("new", func(b *testing.B) {
		records := r.Records()
		measure(b, func() {
			if _, err := risk.NewRegister(records); err != nil {
				b.Fatal(err)
			}
		})
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

// A sound risk costs no allocation, and memory grows with the number of risks.
func TestAssess_memory(t *testing.T) {
	rules := risk.Rules()
	cost := func(n int) (allocations float64, bytes uint64) {
		r, e := gen.Sound(n)
		built := register(t, r)
		facts := risk.Facts{Evidence: e.Lookup}
		op := func() {
			a, err := built.Assess(day(gen.At), facts)
			if err != nil || len(risk.Check(a, rules)) != 0 {
				t.Fatal("not sound", err)
			}
		}
		allocations = testing.AllocsPerRun(5, op)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		op()
		runtime.ReadMemStats(&after)
		return allocations, after.TotalAlloc - before.TotalAlloc
	}
	few, small := cost(100)
	many, large := cost(1000)
	if many > few+20 { // lists that grow
		t.Errorf("%v allocations for 1,000 risks, %v for 100", many, few)
	}
	if large > 15*small {
		t.Errorf("%d bytes for 1,000 risks, %d for 100", large, small)
	}
}
