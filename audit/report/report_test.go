package report_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/report"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/internal/svg/svgtest"
	"github.com/aimskit/aimskit/risk"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

var (
	update = flag.Bool("update", false, "write the golden files")
	cross  = flag.Bool("cross", false, "try every hostile text in every document, which takes a minute")
	pages  = flag.String("pages", "", "write every document as a page to this folder, to look at them")
)

// golden compares with a file, or writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := "testdata/golden/" + name
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got), or run with -update:\n%s", name, diff)
	}
}

// stored is a readiness report of the size of a small company in the middle of
// its way. It is kept as it was made, so that new rules leave the golden files
// alone.
func stored(t testing.TB) readiness.Report {
	t.Helper()
	data, err := os.ReadFile("testdata/readiness.json")
	if err != nil {
		t.Fatal(err)
	}
	var r readiness.Report
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// Every document, as Markdown; those with everything in them also as a page;
// pictures and tables once each.
func TestGolden(t *testing.T) {
	s := conforming(t)
	s.report = stored(t)
	docs := s.documents(t, report.Words{})
	for name, d := range blank(report.Words{}) {
		docs[name] = d
	}
	for name, d := range docs {
		if *pages != "" {
			if err := os.WriteFile(filepath.Join(*pages, name+".html"), d.HTML(), 0o644); err != nil {
				t.Error(err)
			}
		}
		golden(t, name+".md", d.Markdown())
		for _, f := range d.Figures() {
			golden(t, f.Name+".svg", f.SVG())
		}
	}
	for _, name := range []string{"readiness", "register", "blank-scope-definition"} {
		golden(t, name+".html", docs[name].HTML())
	}
	for _, name := range []struct{ document, table string }{{"gaps", "gaps"}, {"statement", "soa"}, {"register", "risks"}, {"readiness", "sections"}} {
		table, found := docs[name.document].Table(name.table)
		if !found {
			t.Fatalf("%s has no table %s", name.document, name.table)
		}
		golden(t, name.table+".csv", table.CSV())
	}
}

// The same values give the same bytes, whatever was written before.
func TestSameBytes(t *testing.T) {
	s := conforming(t)
	s.report = stored(t)
	second := s.documents(t, report.Words{})
	for name, d := range s.documents(t, report.Words{}) {
		again := second[name]
		if !bytes.Equal(d.HTML(), again.HTML()) || !bytes.Equal(d.HTML(), d.HTML()) || !bytes.Equal(d.Markdown(), again.Markdown()) {
			t.Errorf("%s differs from itself", name)
		}
	}
}

// Beside every score stands that readiness is no probability of certification:
// in the text, at the column of the table and in the picture.
func TestNoProbability(t *testing.T) {
	const warning = "Readiness is not a probability of certification."
	r := stored(t)
	for _, d := range []report.Document{report.Readiness(r, report.Words{}), report.Trend([]readiness.Report{r}, report.Words{})} {
		if !bytes.Contains(d.Markdown(), []byte("**"+warning+"**")) {
			t.Errorf("%s does not warn", d.Title)
		}
		for _, f := range d.Figures() {
			if !bytes.Contains(f.SVG(), []byte(warning)) {
				t.Errorf("%s does not warn", f.Name)
			}
		}
		for _, name := range []string{"parts", "sections", "trend"} {
			if table, found := d.Table(name); found && !bytes.Contains(table.CSV(), []byte("no probability of certification")) {
				t.Errorf("the table %s does not warn", name)
			}
		}
	}
}

// Zero values make documents that claim nothing.
func TestNothing(t *testing.T) {
	var none report.Document
	if got := string(none.Markdown()); got != "# \n" {
		t.Errorf("nothing becomes %q", got)
	}
	if _, found := none.Table("x"); found {
		t.Error("nothing has a table")
	}
	none.Blocks = []report.Block{report.Figure{}, report.Table{}, report.List{}, report.Paragraph{}, nil}
	if got := string(none.Markdown()); got != "# \n\n" {
		t.Errorf("empty blocks become %q", got)
	}
	if page := string(none.HTML()); strings.Contains(page, "figure id") || strings.Contains(page, "<table") || strings.Contains(page, "<li>") {
		t.Errorf("empty blocks are shown: %s", page)
	}
	if len(report.Figure{}.SVG()) != 0 {
		t.Error("no figure has a picture")
	}
	d := report.Readiness(readiness.Report{}, report.Words{})
	if table, _ := d.Table("result"); !bytes.Contains(table.CSV(), []byte("not known")) {
		t.Errorf("of nothing something is known:\n%s", table.CSV())
	}
	for _, d := range blank(report.Words{}) {
		d.HTML()
	}
	register, err := risk.NewRegister(risk.Records{})
	if err != nil {
		t.Fatal(err)
	}
	empty, err := register.Assess(someDay, risk.Facts{})
	if err != nil {
		t.Fatal(err)
	}
	for want, d := range map[string]report.Document{
		"No risk criteria are in force, so no risk has a level.": report.Register(empty, report.Words{}),
		"The statement does not speak of (38):":                  report.Statement(controls.Statement{}, controls.Edition2023(), someDay, report.Words{}),
		"There are no findings.":                                 report.Audit(audit.Audit{}, nil, nil, someDay, report.Words{}),
		"Nothing is due.":                                        report.Certification(audit.Certificate{}, certification.Standing{}, nil, report.Words{}),
		"There are no reports.":                                  report.Trend(nil, report.Words{}),
		"No gaps are known.":                                     report.GapList(readiness.Report{}, report.Words{}),
		"There is no loss to show.":                              report.Losses(montecarlo.Curve{}, "", report.Words{}),
		"The plan has no actions.":                               report.Plan(readiness.Schedule{}, nil, nil, report.Words{}),
		"No benefits are named.":                                 report.BusinessCase(readiness.BusinessCase{}, readiness.BusinessOutcome{}, report.Words{}),
		"No requirement or control stands differently.":          report.WhatIf(readiness.Trial{}, report.Words{}),
		"What changed readiness":                                 report.Explanation(nil, report.Words{}),
		"Nothing changes by itself in this time.":                report.Forecast(readiness.Report{}, 0, nil, report.Words{}),
		"Something is known about everything.":                   report.Questions(nil, report.Words{}),
		"There are no requirements and controls.":                report.Mapping(readiness.Meter{}, report.Words{}),
		"The records give no ground for a finding.":              report.Predicted(nil, report.Words{}),
	} {
		page := string(d.HTML())
		if !strings.Contains(page, want) {
			t.Errorf("%s does not say %q", d.Title, want)
		}
		if strings.Contains(page, "<p></p>") || strings.Contains(page, "></h2>") {
			t.Errorf("%s has an empty paragraph or heading", d.Title)
		}
	}
}

// A report without a day stands in the table of a trend, and not in its picture.
func TestTrendWithoutDay(t *testing.T) {
	d := report.Trend([]readiness.Report{{}}, report.Words{})
	if table, _ := d.Table("trend"); len(table.Rows) != 1 || len(d.Figures()) != 0 {
		t.Errorf("%d rows and %d figures, want one row and none", len(table.Rows), len(d.Figures()))
	}
}

// Pictures keep to what every picture of the library keeps to.
func TestPictures(t *testing.T) {
	s := conforming(t)
	s.report = stored(t)
	seen := 0
	for _, d := range s.documents(t, report.Words{}) {
		for _, f := range d.Figures() {
			seen++
			if faults := svgtest.Faults(f.SVG()); len(faults) > 0 {
				t.Errorf("%s: %q", f.Name, faults)
			}
		}
	}
	if seen < 5 {
		t.Errorf("%d pictures, want 5: sections, trend, two heat maps and losses", seen)
	}
}

// The reasons of a gap that say the same of several points stand once.
func TestGapReasons(t *testing.T) {
	r := readiness.Report{Gaps: []readiness.Gap{{
		Key: aims.ClauseKey("5.2"), Title: "AI policy", Verdict: aims.MajorGap, Priority: readiness.Critical,
		Reasons: []aims.Observation{
			{Key: aims.PointKey("5.2/a"), Code: "own/x", Text: "nobody has approved {what}", Args: map[string]string{"what": "the policy"}},
			{Key: aims.PointKey("5.2/c"), Code: "own/x", Text: "nobody has approved {what}", Args: map[string]string{"what": "the policy"}},
			{Key: aims.PointKey("5.2/d"), Code: "own/y", Text: "{what} is not known", Args: map[string]string{"what": "policy-1"}},
			{Code: "own/z", Text: "it is late"},
		},
	}}}
	table, _ := report.GapList(r, report.Words{}).Table("gaps")
	want := []string{"5.2/a, c: Nobody has approved the policy", "5.2/d: policy-1 is not known", "It is late"}
	if diff := cmp.Diff(want, table.Rows[0][4].Lines); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
