package readiness_test

import (
	"crypto/sha256"
	"errors"
	"os"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
)

// organization is one that speed is measured on.
type organization struct {
	name    string
	records audit.Snapshot
	view    *audit.View
}

// measured returns the smallest conforming organization, one of 4 systems, 100
// risks and 300 items of evidence, and TechServe in the month before its stage 1
// audit.
func measured(b *testing.B) []organization {
	data, err := os.ReadFile("../../examples/techserve/snapshots/month08.json")
	if err != nil {
		b.Fatal(err)
	}
	techServe, _, err := audit.Decode(data, aims.DecodeOptions{})
	if err != nil {
		b.Fatal(err)
	}
	list := []organization{{name: "small", records: gen.Conforming()}, {name: "large", records: gen.Large()}, {name: "techserve", records: techServe}}
	for i := range list {
		if list[i].view, err = audit.Open(list[i].records, audit.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	return list
}

// BenchmarkAssess counts a result, and beside it evaluates records that were
// judged before and counts the result. The yardstick is SHA-256 of 64 KiB.
func BenchmarkAssess(b *testing.B) {
	set, model := rules.Default(), readiness.Default()
	b.Run("yardstick", func(b *testing.B) {
		block := make([]byte, 64<<10)
		for b.Loop() {
			sha256.Sum256(block)
		}
	})
	for _, o := range measured(b) {
		stated := audit.List[audit.GapStatement](o.view, o.view.Taken())
		result, err := rules.Evaluate(o.view, o.view.Taken(), set)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(o.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := readiness.Assess(result, stated, model); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(o.name+"-evaluated", func(b *testing.B) {
			basis := readiness.Basis{View: o.view, At: o.view.Taken(), Rules: set, Model: model}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := basis.Assess(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPortfolio counts organizations, two at a time: from views that were
// judged before, from records in memory that are opened and judged for the first
// time, and from documents. What a portfolio itself takes of it, "add", is to
// count a report that is there; "merge" is to take in a whole part.
func BenchmarkPortfolio(b *testing.B) {
	for _, o := range measured(b) {
		basis := readiness.Basis{View: o.view, At: o.view.Taken(), Rules: rules.Default(), Model: readiness.Default()}
		report, err := basis.Assess()
		if err != nil {
			b.Fatal(err)
		}
		part := newPortfolio(b)
		if err := part.Add("o", report); err != nil {
			b.Fatal(err)
		}
		document := []byte(written(b, o.view))
		for _, way := range []struct {
			name string
			add  func(*readiness.Portfolio) error
		}{
			{"view", func(p *readiness.Portfolio) error { return p.AddView("o", o.view, o.view.Taken()) }},
			{"records", func(p *readiness.Portfolio) error {
				v, err := audit.Open(o.records, audit.Options{})
				return errors.Join(err, p.AddView("o", v, o.view.Taken()))
			}},
			{"document", func(p *readiness.Portfolio) error { return p.AddDocument("o", document, audit.Options{}) }},
			{"add", func(p *readiness.Portfolio) error { return p.Add("o", report) }},
			{"merge", func(p *readiness.Portfolio) error { return p.Merge(part) }},
		} {
			b.Run(o.name+"/"+way.name, func(b *testing.B) {
				b.ReportAllocs()
				b.RunParallel(func(pb *testing.PB) {
					p := newPortfolio(b)
					for pb.Next() {
						if err := way.add(p); err != nil {
							b.Error(err)
						}
					}
				})
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "organizations/s")
			})
		}
	}
}

// TestPortfolio_allocates: however many organizations come, to count one makes
// no more than a list of what was seen of it, and to merge makes nothing.
func TestPortfolio_allocates(t *testing.T) {
	all, part, report := newPortfolio(t), newPortfolio(t), judged(t, func(*rules.Result) {})
	if n := testing.AllocsPerRun(10, func() { part.Add("o", report) }); n > 1 || part.Counted != 11 {
		t.Errorf("to count a report allocates %v times; %d were counted", n, part.Counted)
	}
	if n := testing.AllocsPerRun(10, func() { all.Merge(part) }); n > 0 || all.Counted != 121 {
		t.Errorf("to merge allocates %v times; %d were counted", n, all.Counted)
	}
}
