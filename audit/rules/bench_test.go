package rules_test

import (
	"os"
	"testing"
	"time"

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

// BenchmarkEvaluate judges the large system, and a company in its eighth
// month: "first" a view that nobody judged before, which computes the digest of
// the records and of what was approved; "again" one that was judged before, as
// what-if, forecasts and trends do. It tells how many digests of the same
// snapshot take as long.
func BenchmarkEvaluate(b *testing.B) {
	set := rules.Default()
	for _, c := range []struct {
		name string
		s    audit.Snapshot
	}{{"large", gen.Large()}, {"techserve", techserve(b)}} {
		digest := digestTime(b, c.s)
		ratio := func(b *testing.B) {
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/digest.Seconds(), "digests/op")
		}
		b.Run(c.name+"/first", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				v := open(b, c.s)
				b.StartTimer()
				judge(b, v, set)
			}
			ratio(b)
		})
		b.Run(c.name+"/again", func(b *testing.B) {
			v := open(b, c.s)
			judge(b, v, set)
			b.ReportAllocs()
			for b.Loop() {
				judge(b, v, set)
			}
			ratio(b)
		})
	}
}

// TestEvaluateAllocates: judging again takes memory for the result and for a
// look at each kind of record, not for each record by each rule.
func TestEvaluateAllocates(t *testing.T) {
	v := open(t, gen.Large())
	if n := testing.AllocsPerRun(3, func() { judge(t, v, set) }); n > 1300 {
		t.Errorf("%.0f allocations", n)
	}
}

// techserve is the company of examples/techserve in its eighth month.
func techserve(tb testing.TB) audit.Snapshot {
	data, err := os.ReadFile("../../examples/techserve/snapshots/month08.json")
	if err != nil {
		tb.Fatal(err)
	}
	var s audit.Snapshot
	if _, err := aims.Decode(data, &s, aims.DecodeOptions{}); err != nil {
		tb.Fatal(err)
	}
	return s
}

// digestTime is the least time that a digest of a snapshot takes.
func digestTime(tb testing.TB, s audit.Snapshot) time.Duration {
	least := time.Hour
	for range 10 {
		start := time.Now()
		if _, err := aims.DigestOf(s); err != nil {
			tb.Fatal(err)
		}
		least = min(least, time.Since(start))
	}
	return least
}

func open(b testing.TB, s audit.Snapshot) *audit.View {
	v, err := audit.Open(s, audit.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return v
}

func judge(b testing.TB, v *audit.View, set rules.Set) rules.Result {
	r, err := rules.Evaluate(v, v.Taken(), set)
	if err != nil {
		b.Fatal(err)
	}
	return r
}
