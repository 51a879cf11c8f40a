package readiness_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"pgregory.net/rapid"
)

// drawResult draws a result with any number of requirements and controls.
func drawResult(t *rapid.T) rules.Result {
	verdict := rapid.SampledFrom([]aims.Verdict{aims.CannotTell, aims.MajorGap, aims.MinorGap, aims.Conforms})
	r := rules.Result{Provenance: aims.Provenance{At: aims.MustDate("2026-06-30")}}
	for i := range rapid.IntRange(1, 40).Draw(t, "requirements") {
		c := aims.Clause(fmt.Sprintf("%d.%d", 4+i%7, 1+i/7))
		r.Requirements = append(r.Requirements, rules.Item{Key: aims.ClauseKey(c), Verdict: verdict.Draw(t, "leaf")})
	}
	for i := range rapid.IntRange(0, 60).Draw(t, "controls") {
		item := rules.Item{Key: aims.Key{Framework: "own", ID: fmt.Sprintf("C-%d", i)}, Verdict: verdict.Draw(t, "control")}
		if item.Excluded = rapid.IntRange(0, 3).Draw(t, "excluded") == 0; item.Excluded {
			item.Verdict = aims.CannotTell
		}
		r.Controls = append(r.Controls, item)
	}
	return r
}

func drawModel(t *rapid.T) readiness.Model {
	w := rapid.IntRange(0, 1000).Draw(t, "weight")
	minor := rapid.IntRange(0, 1000).Draw(t, "minor")
	return readiness.Model{
		Name: "drawn", Version: "1", Requirements: w, Controls: 1000 - w,
		Credits:       readiness.Credits{Conforms: 1000, MinorGap: minor, MajorGap: rapid.IntRange(0, min(minor, 999)).Draw(t, "major")},
		Certification: certification.Default(),
	}
}

func assess(t interface{ Fatal(...any) }, r rules.Result, m readiness.Model) readiness.Report {
	report, err := readiness.Assess(r, nil, m)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// naive is the score by the definition, in exact fractions: each part is the
// mean over its items, and the parts join by their weights; a part without
// items carries none.
func naive(r rules.Result, m readiness.Model) (score, known, coverage *big.Rat) {
	part := func(items []rules.Item) (earned, judged *big.Rat, n int64) {
		earned, judged = new(big.Rat), new(big.Rat)
		for _, i := range items {
			if i.Excluded {
				continue
			}
			n++
			switch i.Verdict {
			case aims.Conforms:
				earned.Add(earned, big.NewRat(int64(m.Credits.Conforms), 1000))
			case aims.MinorGap:
				earned.Add(earned, big.NewRat(int64(m.Credits.MinorGap), 1000))
			case aims.MajorGap:
				earned.Add(earned, big.NewRat(int64(m.Credits.MajorGap), 1000))
			case aims.CannotTell:
				continue
			}
			judged.Add(judged, big.NewRat(1, 1))
		}
		if n > 0 {
			earned.Quo(earned, big.NewRat(n, 1))
			judged.Quo(judged, big.NewRat(n, 1))
		}
		return earned, judged, n
	}
	re, rj, _ := part(r.Requirements)
	ce, cj, n := part(r.Controls)
	wr, wc := big.NewRat(int64(m.Requirements), 1000), big.NewRat(int64(m.Controls), 1000)
	if n == 0 {
		wr, wc = big.NewRat(1, 1), new(big.Rat)
	}
	score = new(big.Rat).Add(re.Mul(re, wr), ce.Mul(ce, wc))
	coverage = new(big.Rat).Add(rj.Mul(rj, wr), cj.Mul(cj, wc))
	if coverage.Sign() > 0 {
		known = new(big.Rat).Quo(score, coverage)
	}
	return score, known, coverage
}

func TestScoreEqualsItsDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, m := drawResult(t), drawModel(t)
		b := assess(t, r, m).Total
		score, known, coverage := naive(r, m)
		if b.Total == 0 {
			if score.Sign() != 0 || coverage.Sign() != 0 {
				t.Fatalf("no weight, and the definition gives %v of %v", score, coverage)
			}
			return
		}
		if got := big.NewRat(b.Earned, b.Total); got.Cmp(score) != 0 {
			t.Fatalf("score %v, by definition %v", got, score)
		}
		if got := big.NewRat(b.Judged, b.Total); got.Cmp(coverage) != 0 {
			t.Fatalf("coverage %v, by definition %v", got, coverage)
		}
		if b.Judged > 0 {
			if got := big.NewRat(b.Earned, b.Judged); got.Cmp(known) != 0 {
				t.Fatalf("known %v, by definition %v", got, known)
			}
		}
	})
}

func TestEquationsHoldExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := assess(t, drawResult(t), drawModel(t)).Total
		if b.Earned < 0 || b.Judged < b.Earned || b.Total < b.Judged {
			t.Fatalf("out of order: %+v", b)
		}
		if b.Judged == 0 || b.Total == 0 {
			if _, ok := b.Known().Value(); ok && b.Judged == 0 {
				t.Fatal("known is said although nothing is judged")
			}
			return
		}
		score, known, coverage := big.NewRat(b.Earned, b.Total), big.NewRat(b.Earned, b.Judged), big.NewRat(b.Judged, b.Total)
		if new(big.Rat).Mul(known, coverage).Cmp(score) != 0 {
			t.Fatal("score is not known × coverage")
		}
		upper := new(big.Rat).Sub(new(big.Rat).Add(score, big.NewRat(1, 1)), coverage)
		within := func(name, shown string, exact *big.Rat, up bool) {
			got, _ := new(big.Rat).SetString(shown)
			diff := new(big.Rat).Sub(exact, got)
			if up {
				diff.Neg(diff)
			}
			if diff.Sign() < 0 || diff.Cmp(big.NewRat(1, 10000)) >= 0 {
				t.Fatalf("%s is shown as %s, exactly %v", name, shown, exact)
			}
		}
		within("score", b.Score().String(), score, false)
		within("coverage", b.Coverage().String(), coverage, false)
		within("known", b.Known().String(), known, false)
		within("upper", b.Upper().String(), upper, true)
	})
}

// TestImprovingNeverLowers: with MajorGap < MinorGap < Conforms, raising one
// verdict lowers neither score nor upper bound. CannotTell is the worst for
// the score and the best for the upper bound.
func TestImprovingNeverLowers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, m := drawResult(t), drawModel(t)
		items := append(r.Requirements[:len(r.Requirements):len(r.Requirements)], r.Controls...)
		i := rapid.IntRange(0, len(items)-1).Draw(t, "item")
		if items[i].Excluded {
			return
		}
		set := func(v aims.Verdict) readiness.Bounds {
			changed := rules.Result{Provenance: r.Provenance}
			changed.Requirements = append(changed.Requirements, r.Requirements...)
			changed.Controls = append(changed.Controls, r.Controls...)
			if i < len(r.Requirements) {
				changed.Requirements[i].Verdict = v
			} else {
				changed.Controls[i-len(r.Requirements)].Verdict = v
			}
			return assess(t, changed, m).Total
		}
		unknown, major, minor, good := set(aims.CannotTell), set(aims.MajorGap), set(aims.MinorGap), set(aims.Conforms)
		if unknown.Earned > major.Earned || major.Earned > minor.Earned || minor.Earned > good.Earned {
			t.Fatalf("the score falls: %v %v %v %v", unknown, major, minor, good)
		}
		up := func(b readiness.Bounds) int64 { return b.Earned + b.Total - b.Judged }
		if up(major) > up(minor) || up(minor) > up(good) || up(good) > up(unknown) {
			t.Fatalf("the upper bound falls: %v %v %v %v", major, minor, good, unknown)
		}
	})
}

func TestOrderOfItemsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, m := drawResult(t), drawModel(t)
		shuffled := rules.Result{Provenance: r.Provenance}
		shuffled.Requirements = rapid.Permutation(r.Requirements).Draw(t, "requirements")
		shuffled.Controls = rapid.Permutation(r.Controls).Draw(t, "controls")
		if a, b := assess(t, r, m), assess(t, shuffled, m); a.Total != b.Total || a.WithoutExclusions != b.WithoutExclusions {
			t.Fatalf("%v and %v", a.Total, b.Total)
		}
	})
}

// TestContributionsSum: what the items contribute adds up to the total.
func TestContributionsSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		report := assess(t, drawResult(t), drawModel(t))
		var sum readiness.Bounds
		for _, i := range report.Items {
			sum.Earned += i.Contribution.Earned
			sum.Judged += i.Contribution.Judged
			sum.Total += i.Contribution.Total
		}
		if sum != report.Total {
			t.Fatalf("the items give %v, the total is %v", sum, report.Total)
		}
	})
}
