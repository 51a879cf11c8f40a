package readiness_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"pgregory.net/rapid"
)

// mature states a maturity for an item, and nothing about whether it conforms.
func mature(key aims.Key, m aims.Maturity) audit.GapStatement {
	return audit.GapStatement{ID: "g", Key: key, Practice: "p", Maturity: m, On: aims.MustDate("2026-06-01")}
}

// TestByMaturity: one requirement, judged and of a stated maturity.
func TestByMaturity(t *testing.T) {
	key := aims.ClauseKey("4.1")
	for _, c := range []struct {
		verdict      aims.Verdict
		maturity     aims.Maturity
		score, upper string
	}{
		{aims.Conforms, 0, "0", "1"}, // nobody said how mature it is
		{aims.Conforms, aims.Incomplete, "0", "0"},
		{aims.Conforms, aims.Performed, "0.2", "0.2"},
		{aims.Conforms, aims.Established, "0.6", "0.6"},
		{aims.Conforms, aims.Innovating, "1", "1"},
		{aims.MinorGap, 0, "0", "0.5"}, // what the lapse loses is known
		{aims.MinorGap, aims.Managed, "0.4", "0.4"},
		{aims.MinorGap, aims.Innovating, "0.5", "0.5"},
		{aims.MajorGap, aims.Innovating, "0", "0"},
		{aims.CannotTell, aims.Innovating, "0", "1"}, // what is said shows nothing
	} {
		r := rules.Result{Provenance: aims.Provenance{At: aims.MustDate("2026-06-30")}, Requirements: []rules.Item{{Key: key, Verdict: c.verdict}}}
		report, err := readiness.Assess(r, []audit.GapStatement{mature(key, c.maturity)}, readiness.ByMaturity())
		if err != nil {
			t.Fatal(err)
		}
		b := report.Total
		if b.Score().String() != c.score || b.Upper().String() != c.upper {
			t.Errorf("%s at %q: %s to %s, want %s to %s", c.verdict, c.maturity, b.Score(), b.Upper(), c.score, c.upper)
		}
		if i := report.Items[0]; i.Verdict != c.verdict || i.Maturity != c.maturity || len(report.Disagreements) > 0 {
			t.Errorf("%s at %q: a level says something of the verdict: %v", c.verdict, c.maturity, i)
		}
		for _, g := range report.Gaps {
			if g.Maturity != c.maturity {
				t.Errorf("the gap says %q, want %q", g.Maturity, c.maturity)
			}
		}
	}
}

// TestMaturity_prop: the score is the mean of the lesser of what verdict and
// level earn; a higher level never lowers either bound; and a model without
// levels does not look at them.
func TestMaturity_prop(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		result, model := drawResult(t), drawModel(t)
		model.Maturity = readiness.ByMaturity().Maturity
		model.Requirements, model.Controls = 1000, 0
		var stated []audit.GapStatement
		level := make(map[aims.Key]aims.Maturity)
		for _, i := range result.Requirements {
			level[i.Key] = aims.Maturity(rapid.IntRange(0, 6).Draw(t, "level"))
			stated = append(stated, mature(i.Key, level[i.Key]))
		}
		score, upper := new(big.Rat), new(big.Rat)
		for _, i := range result.Requirements {
			earns := map[aims.Verdict]int{aims.Conforms: model.Credits.Conforms, aims.MinorGap: model.Credits.MinorGap, aims.MajorGap: model.Credits.MajorGap}[i.Verdict]
			low, high := 0, 1000
			if i.Verdict != aims.CannotTell {
				high = earns
				if l := level[i.Key]; l > 0 {
					high = min(earns, 200*int(l-1))
					low = high
				}
			}
			score.Add(score, big.NewRat(int64(low), 1000))
			upper.Add(upper, big.NewRat(int64(high), 1000))
		}
		n := big.NewRat(1, int64(len(result.Requirements)))
		got := bounds(t, result, stated, model)
		if is := big.NewRat(got.Earned, got.Total); is.Cmp(score.Mul(score, n)) != 0 {
			t.Fatalf("score %s, want %s", is, score)
		}
		if is := big.NewRat(got.Total-got.Judged+got.Earned, got.Total); is.Cmp(upper.Mul(upper, n)) != 0 {
			t.Fatalf("upper %s, want %s", is, upper)
		}

		up := rapid.IntRange(0, len(stated)-1).Draw(t, "up")
		if stated[up].Maturity > 0 && stated[up].Maturity < aims.Innovating {
			stated[up].Maturity++
			if more := bounds(t, result, stated, model); more.Earned < got.Earned || more.Earned-more.Judged < got.Earned-got.Judged {
				t.Fatalf("a higher level turns %v into %v", got, more)
			}
		}
		model.Maturity = readiness.MaturityCredits{}
		if with, without := bounds(t, result, stated, model), bounds(t, result, nil, model); with != without {
			t.Fatalf("levels count in a model without: %v and %v", with, without)
		}
	})
}

func bounds(t interface{ Fatal(...any) }, r rules.Result, stated []audit.GapStatement, m readiness.Model) readiness.Bounds {
	report, err := readiness.Assess(r, stated, m)
	if err != nil {
		t.Fatal(err)
	}
	return report.Total
}

// ExampleByMaturity counts how mature a practice that conforms is said to be.
func ExampleByMaturity() {
	key := aims.ClauseKey("7.2")
	result := rules.Result{Provenance: aims.Provenance{At: aims.MustDate("2026-06-30")}, Requirements: []rules.Item{{Key: key, Verdict: aims.Conforms}}}
	for _, level := range []aims.Maturity{0, aims.Performed, aims.Established} {
		report, err := readiness.Assess(result, []audit.GapStatement{mature(key, level)}, readiness.ByMaturity())
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%q: %s, at best %s\n", level, report.Total.Score(), report.Total.Upper())
	}
	// Output:
	// "": 0, at best 1
	// "L1": 0.2, at best 0.2
	// "L3": 0.6, at best 0.6
}
