package readiness_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

var emptyPortfolio = sync.OnceValues(func() (*readiness.Portfolio, error) {
	return readiness.NewPortfolio(rules.Default(), readiness.Default())
})

func newPortfolio(t interface{ Fatal(...any) }) *readiness.Portfolio {
	p, err := emptyPortfolio()
	if err != nil {
		t.Fatal(err)
	}
	own := *p
	own.Items = slices.Clone(p.Items)
	return &own
}

// judged is a report on the whole catalogue as rules.Default would have made it.
func judged(t interface{ Fatal(...any) }, edit func(*rules.Result)) readiness.Report {
	r := blank()
	p := newPortfolio(t)
	r.Provenance.RuleSet, r.Provenance.Rules = p.RuleSet, p.Rules
	edit(&r)
	return assess(t, r, readiness.Default())
}

func drawReport(t *rapid.T) readiness.Report {
	return judged(t, func(r *rules.Result) {
		draw := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "verdicts"), 0))
		for i := range r.Requirements {
			r.Requirements[i].Verdict = aims.Verdict(draw.IntN(4))
		}
		for i := range r.Controls {
			c := &r.Controls[i]
			switch v := draw.IntN(7); v {
			case 4:
				c.Excluded = true
			case 5:
				c.Verdict = aims.MajorGap
				c.Observations = []aims.Observation{{Key: c.Key, Verdict: aims.MajorGap, Code: rules.ControlPlanned}}
			default:
				c.Verdict = aims.Verdict(v % 4)
			}
		}
		r.Provenance.At = aims.MustDate("2026-01-01").AddDays(rapid.IntRange(0, 99).Draw(t, "day"))
	})
}

func written(t interface{ Fatal(...any) }, v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestPortfolio_merge: parts merged in any order and grouping hold what one
// portfolio holds that counted everything, and so does what was written and
// read on the way.
func TestPortfolio_merge(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		all := newPortfolio(t)
		parts := []*readiness.Portfolio{newPortfolio(t), newPortfolio(t), newPortfolio(t)}
		for i := range rapid.IntRange(0, 8).Draw(t, "organizations") {
			part := parts[rapid.IntRange(0, 2).Draw(t, "part")]
			if rapid.IntRange(0, 3).Draw(t, "fails") == 0 {
				for _, p := range []*readiness.Portfolio{all, part} {
					p.Fail(fmt.Sprint("o-", i), errors.New("no records"))
				}
				continue
			}
			r := drawReport(t)
			for _, p := range []*readiness.Portfolio{all, part} {
				if err := p.Add(fmt.Sprint("o-", i), r); err != nil {
					t.Fatal(err)
				}
			}
		}
		order := rapid.Permutation([]int{0, 1, 2}).Draw(t, "order")
		a, b, c := parts[order[0]], parts[order[1]], parts[order[2]]
		left, right := newPortfolio(t), newPortfolio(t)
		merge := func(into *readiness.Portfolio, from ...*readiness.Portfolio) {
			for _, p := range from {
				if err := into.Merge(p); err != nil {
					t.Fatal(err)
				}
			}
		}
		merge(left, a, b, c)
		var stored readiness.Portfolio
		if _, err := aims.Decode([]byte(written(t, c)), &stored, aims.DecodeOptions{}); err != nil {
			t.Fatal(err)
		}
		merge(right, &stored, b) // (c + b) + a
		merge(right, a)
		for _, p := range []*readiness.Portfolio{left, right} {
			if diff := cmp.Diff(written(t, all), written(t, p)); diff != "" {
				t.Fatalf("(-want +got)\n%s", diff)
			}
			if err := p.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// TestPortfolio_counts holds a portfolio against a list of its reports.
func TestPortfolio_counts(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := newPortfolio(t)
		reports := rapid.SliceOfN(rapid.Custom(drawReport), 1, 7).Draw(t, "reports")
		var scores []decimal.Decimal
		gaps := make(map[aims.Key]int64)
		for i, r := range reports {
			if err := p.Add(fmt.Sprint(i), r); err != nil {
				t.Fatal(err)
			}
			scores = append(scores, r.Total.Score())
			for _, g := range r.Gaps {
				gaps[g.Key]++
			}
		}
		slices.SortFunc(scores, decimal.Decimal.Cmp)
		n := rapid.IntRange(1, 9).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		want := scores[max((len(scores)*k+n-1)/n, 1)-1]
		if got, _ := p.Scores.Quantile(k, n).Value(); !got.Equal(want) {
			t.Fatalf("quantile %d of %d of %v: %s", k, n, scores, got)
		}
		mean := decimal.Zero
		atLeast := int64(0)
		for _, s := range scores {
			mean = mean.Add(s)
			if s.GreaterThanOrEqual(want) {
				atLeast++
			}
		}
		mean, _ = mean.QuoRem(decimal.NewFromInt(int64(len(scores))), 4)
		if got, _ := p.Scores.Mean().Value(); !got.Equal(mean) {
			t.Fatalf("mean of %v: %s", scores, got)
		}
		if got := p.Scores.AtLeast(want); got != atLeast {
			t.Fatalf("%d of %v are at least %s", got, scores, want)
		}
		found := make(map[aims.Key]int64)
		last := int64(len(reports))
		for _, g := range p.Gaps() {
			if found[g.Key] = g.Gaps(); g.Gaps() > last {
				t.Fatalf("%s stands behind what is less frequent", g.Key)
			}
			last = g.Gaps()
		}
		if diff := cmp.Diff(gaps, found); diff != "" {
			t.Fatalf("gaps (-want +got)\n%s", diff)
		}
		for _, i := range p.Items {
			if i.Gaps()+i.Conforms+i.Planned+i.Unknown+i.Excluded != p.Counted {
				t.Fatalf("%+v of %d", i, p.Counted)
			}
		}
	})
}

// TestPortfolio_failing: one organization that fails stops nobody, and is
// named.
func TestPortfolio_failing(t *testing.T) {
	p := newPortfolio(t)
	good, _ := json.Marshal(gen.Conforming())
	for name, data := range map[string]string{
		"good": string(good), "broken": `{"format":`, "wrong": `{"format":"aimskit/0.1","taken":"2026-06-30","persons":[{"id":"a b"}]}`, "partly": document,
	} {
		if err := p.AddDocument(name, []byte(data), audit.Options{}); (err != nil) != (name == "broken" || name == "wrong") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if p.Counted != 2 || p.Failed != 2 || p.Failures[0].Name != "broken" || !strings.Contains(p.Failures[1].Reason, "/persons/0/id") {
		t.Errorf("%d counted, failed %+v", p.Counted, p.Failures)
	}
	if err := p.AddView("nobody", nil, at); err == nil || p.Failed != 3 {
		t.Error("nothing was counted as something")
	}
	other := readiness.Default()
	other.Version = "2"
	if err := p.Add("other", assess(t, blank(), other)); err == nil || p.Failed != 4 || p.Counted != 2 {
		t.Errorf("a report by other rules and another model was counted: %v", err)
	}
	r := judged(t, func(*rules.Result) {})
	r.Items = append(r.Items, r.Items[0])
	r.Total.Total += r.Items[0].Contribution.Total
	if err := p.Add("twice", r); len(aims.Problems(err)) != 1 || aims.Problems(err)[0].Path != "/report/items/70/key" {
		t.Errorf("a requirement counted twice: %v", err)
	}
}

// TestPortfolio_names: the failures that are named do not depend on the order
// in which they come, and their texts are cut and made UTF-8.
func TestPortfolio_names(t *testing.T) {
	up, down := newPortfolio(t), newPortfolio(t)
	for i := range 250 {
		up.Fail(fmt.Sprintf("o-%03d", i), errors.New("x"))
		down.Fail(fmt.Sprintf("o-%03d", 249-i), errors.New("x"))
	}
	if len(up.Failures) != readiness.MaxFailures || up.Failed != 250 || up.Failures[99].Name != "o-099" || written(t, up) != written(t, down) {
		t.Errorf("%d failures, the last %+v", len(up.Failures), up.Failures[len(up.Failures)-1])
	}
	up = newPortfolio(t)
	up.Fail("\xff"+strings.Repeat("ä", 300), nil)
	if f := up.Failures[0]; len(f.Name) > 200 || !strings.HasSuffix(f.Name, "…") || f.Reason == "" || up.Validate() != nil {
		t.Errorf("%q", f)
	}
}

func TestPortfolio_refusals(t *testing.T) {
	if _, err := readiness.NewPortfolio(rules.Set{}, readiness.Default()); err == nil {
		t.Error("a portfolio without rules")
	}
	if _, err := readiness.NewPortfolio(rules.Default(), readiness.Model{}); err == nil {
		t.Error("a portfolio without a model")
	}
	var none readiness.Portfolio
	if none.Add("x", judged(t, func(*rules.Result) {})) == nil || none.AddView("x", nil, at) == nil || none.Gaps() != nil || none.Scores.Quantile(1, 2).Known() || none.Scores.Mean().Known() {
		t.Error("the zero portfolio takes something")
	}
	whole := func() *readiness.Portfolio {
		p := newPortfolio(t)
		if err := p.Add("o", judged(t, func(r *rules.Result) { r.Requirements[0].Verdict = aims.Conforms })); err != nil {
			t.Fatal(err)
		}
		p.Fail("f", errors.New("x"))
		return p
	}
	if err := whole().Merge(nil); err != nil {
		t.Error(err)
	}
	twice := whole()
	if err := errors.Join(twice.Merge(twice), twice.Validate()); err != nil || twice.Counted != 2 || twice.Items[0].Conforms != 2 || twice.Scores.N() != 2 {
		t.Errorf("merged with itself: %v, %+v", err, twice)
	}
	for _, c := range []struct {
		desc string
		edit func(*readiness.Portfolio)
		code aims.Code
		path string
	}{
		{"other rules", func(p *readiness.Portfolio) { p.Rules = p.Method }, readiness.PortfolioDiffers, "/portfolio/rules"},
		{"another model", func(p *readiness.Portfolio) { p.Method = p.Rules }, readiness.PortfolioDiffers, "/portfolio/method"},
		{"less than none", func(p *readiness.Portfolio) { p.Failed, p.Failures = -1, nil }, readiness.PortfolioFigures, "/portfolio/failed"},
		{"a name too few", func(p *readiness.Portfolio) { p.Failures = nil }, readiness.PortfolioFigures, "/portfolio/failures"},
		{"a long name", func(p *readiness.Portfolio) { p.Failures[0].Name = strings.Repeat("x", 201) }, readiness.PortfolioFigures, "/portfolio/failures/0"},
		{"no day", func(p *readiness.Portfolio) { p.From = 0 }, readiness.PortfolioFigures, "/portfolio/from"},
		{"no scores", func(p *readiness.Portfolio) { p.Scores = readiness.Spread{} }, readiness.PortfolioFigures, "/portfolio/scores"},
		{"bands", func(p *readiness.Portfolio) { p.Bands.Certifiable++ }, readiness.PortfolioFigures, "/portfolio/bands"},
		{"negative band", func(p *readiness.Portfolio) { p.Bands.Certifiable, p.Bands.NotReady = -1, 2 }, readiness.PortfolioFigures, "/portfolio/bands"},
		{"item", func(p *readiness.Portfolio) { p.Items[3].Unknown++ }, readiness.PortfolioFigures, "/portfolio/items/3"},
		{"items", func(p *readiness.Portfolio) { p.Items = p.Items[:69] }, readiness.PortfolioFigures, "/portfolio/items"},
		{"other items", func(p *readiness.Portfolio) { p.Items[3].Key = p.Items[4].Key }, readiness.PortfolioFigures, "/portfolio/items/3/key"},
	} {
		p, bad := whole(), whole()
		before := written(t, p)
		c.edit(bad)
		problems := aims.Problems(p.Merge(bad))
		if len(problems) != 1 || problems[0].Code != c.code || problems[0].Path != c.path || strings.Contains(problems[0].Sentence(), "{") {
			t.Errorf("%s: %v", c.desc, problems)
		}
		if written(t, p) != before {
			t.Errorf("%s: something was added", c.desc)
		}
	}
	for _, bad := range []string{`[[-1,1]]`, `[[10001,1]]`, `[[5,1],[5,1]]`, `[[5,0]]`, `[[5,-1]]`, `[[1,9007199254740992],[2,1]]`, `{}`, `[[1.5,1]]`} {
		if err := json.Unmarshal([]byte(bad), new(readiness.Spread)); err == nil {
			t.Errorf("the spread %s was read", bad)
		}
	}
}

// TestPortfolio_full: more than can be counted is refused.
func TestPortfolio_full(t *testing.T) {
	p := newPortfolio(t)
	p.Counted, p.From, p.To, p.Bands.NotReady = 1<<53, at, at, 1<<53
	for _, s := range []*readiness.Spread{&p.Scores, &p.Uppers, &p.Coverage} {
		if err := json.Unmarshal([]byte(`[[0,9007199254740992]]`), s); err != nil {
			t.Fatal(err)
		}
	}
	small := newPortfolio(t)
	if err := small.Add("o", judged(t, func(*rules.Result) {})); err != nil {
		t.Fatal(err)
	}
	if err := small.Merge(p); len(aims.Problems(err)) != 1 || aims.Problems(err)[0].Code != readiness.PortfolioFull {
		t.Error(err)
	}
}

func TestSpread(t *testing.T) {
	var s readiness.Spread
	if err := json.Unmarshal([]byte(`[[0,1],[2500,2],[9999,1],[10000,4]]`), &s); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int64{1, 2, 0, 5}, s.Histogram(4)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, n := range []int{0, -1, 3, 10001} {
		if s.Histogram(n) != nil || s.Quantile(1, 0).Known() || s.Quantile(2, 1).Known() || s.Quantile(-1, 2).Known() || s.Quantile(1, 10001).Known() {
			t.Errorf("a histogram of %d bins", n)
		}
	}
	if n := s.AtLeast(decimal.New(1, 10)) + s.AtLeast(decimal.RequireFromString("1.00001")); n != 0 {
		t.Errorf("%d values above 1", n)
	}
	if s.AtLeast(decimal.New(-5, 10)) != 8 || s.AtLeast(decimal.RequireFromString("0.99981")) != 5 || s.N() != 8 {
		t.Error("the values at least that great are miscounted")
	}
	if written(t, readiness.Spread{}) != "[]" || !s.Equal(s) || s.Equal(readiness.Spread{}) {
		t.Error("an empty spread")
	}
}
