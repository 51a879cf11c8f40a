package instrument_test

import (
	"crypto/sha256"
	"testing"

	"github.com/aimskit/aimskit/impact/instrument"
)

func benchCases(b testing.TB) (*instrument.Program, []oracleCase) {
	s := newShelf(subset)
	var all, cases []oracleCase
	readJSON(b, &all, subset, "synthetic.json")
	for _, c := range all {
		if c.Version == "v1.0.1" {
			cases = append(cases, c)
		}
	}
	return s.program(b, "v1.0.1"), cases
}

func BenchmarkEvaluate(b *testing.B) {
	p, cases := benchCases(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := p.Evaluate(cases[i%len(cases)].answers(), instrument.DropHidden); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSensitivity(b *testing.B) {
	p, cases := benchCases(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := p.Sensitivity(cases[i%len(cases)].answers(), instrument.DropHidden); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	in, _ := canadian(b, subset, "v1.0.1")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := instrument.Compile(in); err != nil {
			b.Fatal(err)
		}
	}
}

// One evaluation of the longest questionnaire stays within a hundred
// allocations, whatever the answers.
func TestEvaluate_allocations(t *testing.T) {
	p, cases := benchCases(t)
	for _, c := range cases {
		for _, h := range policies() {
			n := testing.AllocsPerRun(5, func() {
				if _, err := p.Evaluate(c.answers(), h); err != nil {
					t.Fatal(err)
				}
			})
			if n > 100 {
				t.Errorf("%s, %s: %v allocations", c.name(), h, n)
			}
		}
	}
}

// The yardstick of the benchmarks.
func BenchmarkSHA256(b *testing.B) {
	data := make([]byte, 64<<10)
	for b.Loop() {
		sha256.Sum256(data)
	}
}
