package readiness_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/controls"
	"github.com/google/go-cmp/cmp"
)

var at = aims.MustDate("2026-06-30")

// blank returns a result over the whole catalogue in which nothing is known.
func blank() rules.Result {
	r := rules.Result{Provenance: aims.Provenance{At: at}}
	for req := range aims.Edition2023().Leaves() {
		r.Requirements = append(r.Requirements, rules.Item{Key: aims.ClauseKey(req.Clause), Title: req.Title})
	}
	for c := range controls.Edition2023().All() {
		r.Controls = append(r.Controls, rules.Item{Key: c.Key, Title: c.Title})
	}
	return r
}

// with returns a result in which the given keys have a verdict.
func with(verdicts map[string]aims.Verdict) rules.Result {
	r := blank()
	for _, items := range [][]rules.Item{r.Requirements, r.Controls} {
		for i := range items {
			items[i].Verdict = verdicts[items[i].Key.ID]
		}
	}
	return r
}

// TestOneOfSeventy: one conforming item out of 70 can never look like
// readiness, whichever it is.
func TestOneOfSeventy(t *testing.T) {
	r := blank()
	if n := len(r.Requirements) + len(r.Controls); n != 70 {
		t.Fatalf("%d items", n)
	}
	for _, items := range [][]rules.Item{r.Requirements, r.Controls} {
		for i := range items {
			items[i].Verdict = aims.Conforms
			report := assess(t, r, readiness.Default())
			b := report.Total
			if b.Score().InexactFloat64() > 0.02 || b.Coverage().InexactFloat64() > 0.02 || b.Upper().String() != "1" || b.Known().String() != "1" {
				t.Errorf("%s: score %s, coverage %s, upper %s, known %s", items[i].Key, b.Score(), b.Coverage(), b.Upper(), b.Known())
			}
			if report.Band != readiness.NotReady {
				t.Errorf("%s: band %s", items[i].Key, report.Band)
			}
			if len(report.Unknown) != 69 {
				t.Errorf("%s: %d unknown", items[i].Key, len(report.Unknown))
			}
			items[i].Verdict = aims.CannotTell
		}
	}
}

func TestFigures(t *testing.T) {
	all := func(v aims.Verdict) rules.Result {
		r := blank()
		for i := range r.Requirements {
			r.Requirements[i].Verdict = v
		}
		for i := range r.Controls {
			r.Controls[i].Verdict = v
		}
		return r
	}
	halfExcluded := all(aims.Conforms)
	for i := range 19 {
		halfExcluded.Controls[i].Excluded, halfExcluded.Controls[i].Verdict = true, aims.CannotTell
	}
	allExcluded := all(aims.MinorGap)
	for i := range allExcluded.Controls {
		allExcluded.Controls[i].Excluded, allExcluded.Controls[i].Verdict = true, aims.CannotTell
	}
	for _, c := range []struct {
		name                                     string
		result                                   rules.Result
		score, upper, coverage, known, unexcused string
	}{
		{"nothing known", all(aims.CannotTell), "0", "1", "0", "", "0"},
		{"all conform", all(aims.Conforms), "1", "1", "1", "1", "1"},
		{"all fail", all(aims.MajorGap), "0", "0", "1", "0", "0"},
		{"all half", all(aims.MinorGap), "0.5", "0.5", "1", "0.5", "0.5"},
		{"half of the controls excluded", halfExcluded, "1", "1", "1", "1", "0.8"},
		{"all controls excluded", allExcluded, "0.5", "0.5", "1", "0.5", "0.3"},
		{"one requirement conforms", with(map[string]aims.Verdict{"4.1": aims.Conforms}), "0.0187", "1", "0.0187", "1", "0.0187"},
		{"one requirement fails", with(map[string]aims.Verdict{"4.1": aims.MajorGap}), "0", "0.9813", "0.0187", "0", "0"},
		{"one control half", with(map[string]aims.Verdict{"A.2.2": aims.MinorGap}), "0.0052", "0.9948", "0.0105", "0.5", "0.0052"},
	} {
		t.Run(c.name, func(t *testing.T) {
			report := assess(t, c.result, readiness.Default())
			b := report.Total
			got := []string{b.Score().String(), b.Upper().String(), b.Coverage().String(), b.Known().String(), report.WithoutExclusions.Score().String()}
			if diff := cmp.Diff([]string{c.score, c.upper, c.coverage, c.known, c.unexcused}, got); diff != "" {
				t.Errorf("score, upper, coverage, known, without exclusions (-want +got)\n%s", diff)
			}
		})
	}
}

func TestParts(t *testing.T) {
	r := with(map[string]aims.Verdict{"4.1": aims.Conforms, "4.2": aims.MajorGap, "A.2.2": aims.Conforms})
	report := assess(t, r, readiness.Default())
	if got, want := report.Requirements, (readiness.Bounds{Earned: 1000, Judged: 2000, Total: 32000}); got != want {
		t.Errorf("requirements %v, want %v", got, want)
	}
	if got, want := report.Controls, (readiness.Bounds{Earned: 1000, Judged: 1000, Total: 38000}); got != want {
		t.Errorf("controls %v, want %v", got, want)
	}
}

// TestPriorities_anyOrder: the order of the gaps does not depend on that of the
// result.
func TestPriorities_anyOrder(t *testing.T) {
	r := with(map[string]aims.Verdict{"4.1": aims.MinorGap, "4.3": aims.MajorGap, "5.2": aims.MajorGap, "10.2": aims.MajorGap, "A.2.2": aims.MajorGap, "A.10.2": aims.MajorGap})
	want := assess(t, r, readiness.Default()).Gaps
	slices.Reverse(r.Requirements)
	slices.Reverse(r.Controls)
	if diff := cmp.Diff(want, assess(t, r, readiness.Default()).Gaps); diff != "" || len(want) != 6 {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestPriorities: the order of the gaps of TechServe's first month.
func TestPriorities(t *testing.T) {
	r := with(map[string]aims.Verdict{
		"7.2": aims.MinorGap, "6.1.4": aims.MinorGap, "7.1": aims.MajorGap, "5.2": aims.MajorGap,
		"10.2": aims.MinorGap, "A.10.2": aims.MajorGap, "A.2.2": aims.MajorGap, "6.1.2": aims.MajorGap,
	})
	var got []string
	for _, g := range assess(t, r, readiness.Default()).Gaps {
		got = append(got, g.Key.ID+" "+g.Priority.String()+" "+g.Verdict.String())
	}
	want := []string{
		"5.2 critical major-gap", "6.1.2 critical major-gap", "6.1.4 high minor-gap", "7.1 high major-gap",
		"A.2.2 high major-gap", "A.10.2 high major-gap", "7.2 medium minor-gap", "10.2 medium minor-gap",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestStatements(t *testing.T) {
	said := func(id, key string, v aims.Verdict, on string) audit.GapStatement {
		return audit.GapStatement{ID: audit.GapID(id), Key: aims.Key{Framework: aims.FrameworkISO42001, ID: key}, Practice: id, Verdict: v, On: aims.MustDate(on)}
	}
	r := with(map[string]aims.Verdict{"4.1": aims.Conforms, "4.2": aims.MinorGap, "4.3": aims.Conforms})
	r.Controls[0].Excluded = true // A.2.2
	report, err := readiness.Assess(r, []audit.GapStatement{
		said("old", "5.2", aims.Conforms, "2026-01-01"),
		said("new", "5.2", aims.MajorGap, "2026-02-01"),
		said("claim", "5.3", aims.Conforms, "2026-02-01"),
		said("open", "5.1", aims.CannotTell, "2026-02-01"),
		said("agrees", "4.1", aims.Conforms, "2026-02-01"),
		said("better", "4.2", aims.Conforms, "2026-02-01"),
		said("worse", "4.3", aims.MajorGap, "2026-02-01"),
		said("late", "6.2", aims.MajorGap, "2026-07-01"),
		said("excluded", "A.2.2", aims.MajorGap, "2026-02-01"),
		said("stranger", "99", aims.MajorGap, "2026-02-01"),
	}, readiness.Default())
	if err != nil {
		t.Fatal(err)
	}
	type gap struct {
		Key, Practice string
		Stated        bool
	}
	var gaps []gap
	for _, g := range report.Gaps {
		gaps = append(gaps, gap{g.Key.ID, g.Practice, g.Stated})
	}
	if diff := cmp.Diff([]gap{{"5.2", "new", true}, {"4.2", "better", false}}, gaps); diff != "" {
		t.Errorf("gaps (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]aims.Key{aims.ClauseKey("5.3")}, report.Claimed); diff != "" {
		t.Errorf("claimed (-want +got)\n%s", diff)
	}
	want := []readiness.Disagreement{
		{Key: aims.ClauseKey("4.2"), Stated: aims.Conforms, Shown: aims.MinorGap, By: aims.Ref{Kind: audit.KindGapStatement, ID: "better"}},
		{Key: aims.ClauseKey("4.3"), Stated: aims.MajorGap, Shown: aims.Conforms, By: aims.Ref{Kind: audit.KindGapStatement, ID: "worse"}},
	}
	if diff := cmp.Diff(want, report.Disagreements); diff != "" {
		t.Errorf("disagreements (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]aims.Key{aims.ClauseKey("99")}, report.Unmatched); diff != "" {
		t.Errorf("unmatched (-want +got)\n%s", diff)
	}
	for _, k := range []string{"5.3", "5.1", "6.2"} {
		if !contains(report.Unknown, k) {
			t.Errorf("%s is not listed as unknown", k)
		}
	}
	if contains(report.Unknown, "5.2") || contains(report.Unknown, "A.2.2") {
		t.Errorf("a stated gap or an excluded control is listed as unknown: %v", report.Unknown)
	}
}

// TestStatedGapsEarnNothing: of what is only stated, the loss is known and
// nothing is earned.
func TestStatedGapsEarnNothing(t *testing.T) {
	var stated []audit.GapStatement
	r := blank()
	for _, i := range append(slices.Clone(r.Requirements), r.Controls...) {
		stated = append(stated, audit.GapStatement{ID: "g", Key: i.Key, Practice: "some", Verdict: aims.MinorGap, On: at})
	}
	report, err := readiness.Assess(r, stated, readiness.Default())
	if err != nil {
		t.Fatal(err)
	}
	b := report.Total
	if got := []string{b.Score().String(), b.Upper().String(), b.Coverage().String(), b.Known().String()}; !slices.Equal(got, []string{"0", "0.5", "0.5", "0"}) {
		t.Errorf("score, upper, coverage, known: %v", got)
	}
}

// TestPlannedControlsAreNoGaps: planned, with owner and date, earns nothing
// and is listed apart.
func TestPlannedControlsAreNoGaps(t *testing.T) {
	r := blank()
	for i, code := range []aims.Code{rules.ControlPlanned, rules.ControlUnplanned} {
		r.Controls[i].Verdict = aims.MajorGap
		r.Controls[i].Observations = []aims.Observation{{Key: r.Controls[i].Key, Verdict: aims.MajorGap, Code: code}}
	}
	report := assess(t, r, readiness.Default())
	if len(report.Planned) != 1 || report.Planned[0] != r.Controls[0].Key || len(report.Gaps) != 1 || report.Gaps[0].Key != r.Controls[1].Key {
		t.Errorf("planned %v, gaps %v", report.Planned, report.Gaps)
	}
	if report.Controls.Judged != 2000 || report.Controls.Earned != 0 {
		t.Errorf("%+v", report.Controls)
	}
}

func contains(keys []aims.Key, id string) bool {
	for _, k := range keys {
		if k.ID == id {
			return true
		}
	}
	return false
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*readiness.Model)
		code aims.Code
		path string
	}{
		{"no name", func(m *readiness.Model) { m.Name = " " }, aims.Missing, "/name"},
		{"no version", func(m *readiness.Model) { m.Version = "" }, aims.Missing, "/version"},
		{"weights too small", func(m *readiness.Model) { m.Requirements = 599 }, readiness.WeightsSum, "/requirements"},
		{"weight negative", func(m *readiness.Model) { m.Requirements, m.Controls = -1, 1001 }, readiness.WeightsSum, "/requirements"},
		{"other weight negative", func(m *readiness.Model) { m.Requirements, m.Controls = 1001, -1 }, readiness.WeightsSum, "/requirements"},
		{"minor above conforms", func(m *readiness.Model) { m.Credits.MinorGap = 1001 }, readiness.CreditsOrder, "/credits"},
		{"major above minor", func(m *readiness.Model) { m.Credits.MajorGap = 501 }, readiness.CreditsOrder, "/credits"},
		{"major negative", func(m *readiness.Model) { m.Credits.MajorGap = -1 }, readiness.CreditsOrder, "/credits"},
		{"too much credit", func(m *readiness.Model) { m.Credits.Conforms = 1001 }, readiness.CreditsOrder, "/credits"},
		{"a level falls", func(m *readiness.Model) { m.Maturity = readiness.MaturityCredits{L1: 2, L2: 1, L3: 3, L4: 4, L5: 5} }, readiness.MaturityOrder, "/maturity"},
		{"a level below nothing", func(m *readiness.Model) { m.Maturity.L0 = -1 }, readiness.MaturityOrder, "/maturity"},
		{"a level above all", func(m *readiness.Model) { m.Maturity.L5 = 1001 }, readiness.MaturityOrder, "/maturity"},
		{"nothing distinguishes", func(m *readiness.Model) { m.Credits = readiness.Credits{} }, readiness.CreditsOrder, "/credits"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := readiness.Default()
			c.edit(&m)
			_, err := readiness.Assess(blank(), nil, m)
			problems := aims.Problems(err)
			if !errors.Is(err, aims.ErrInvalid) || len(problems) != 1 || problems[0].Code != c.code || problems[0].Path != c.path {
				t.Errorf("got %v", err)
			}
		})
	}
	if _, err := readiness.Assess(blank(), nil, readiness.Model{}); len(aims.Problems(err)) != 5 {
		t.Errorf("the zero model: %v", err)
	}
	if _, err := readiness.Assess(rules.Result{}, nil, readiness.Default()); err == nil {
		t.Error("an empty result was assessed")
	}
}

func TestReportIsJSON(t *testing.T) {
	r := with(map[string]aims.Verdict{"4.1": aims.Conforms, "5.2": aims.MajorGap})
	r.Remarks = []aims.Observation{{Rule: "rules/x", Code: rules.ScopeMisleads, Refs: []aims.Ref{{Kind: aims.KindScope, ID: "s"}}}}
	report := assess(t, r, readiness.Default())
	data, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	var back readiness.Report
	if _, err := aims.Decode(data, &back, aims.DecodeOptions{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(report, back); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	again, err := json.Marshal(back)
	if err != nil || string(again) != string(data) {
		t.Errorf("the bytes differ: %v", err)
	}
	var total map[string]any
	data, err = json.Marshal(readiness.Bounds{})
	if err != nil || json.Unmarshal(data, &total) != nil || total["known"] != nil || total["score"] != "0.0000" || total["upper"] != "1.0000" {
		t.Errorf("bounds over nothing: %s %v", data, err)
	}
}

func TestWordsAreRefused(t *testing.T) {
	var b readiness.Band
	var p readiness.Priority
	for _, err := range []error{b.UnmarshalText([]byte("ready")), p.UnmarshalText([]byte("urgent")), json.Unmarshal([]byte(`"x"`), new(readiness.Bounds))} {
		if err == nil {
			t.Error("an unknown word was read")
		}
	}
	for p := readiness.Low; p.Known(); p++ {
		text, err := p.MarshalText()
		var back readiness.Priority
		if err != nil || back.UnmarshalText(text) != nil || back != p {
			t.Errorf("%s does not round-trip", p)
		}
	}
	for b := readiness.NotReady; b.Known(); b++ {
		text, err := b.MarshalText()
		var back readiness.Band
		if err != nil || back.UnmarshalText(text) != nil || back != b {
			t.Errorf("%s does not round-trip", b)
		}
	}
	if _, err := readiness.Band(0).MarshalText(); err == nil {
		t.Error("an unassessed band has a word")
	}
}
