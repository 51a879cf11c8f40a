package report_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/report"
)

// entry returns the lines of a row of a table of names and values.
func entry(t *testing.T, d report.Document, table, row string) string {
	t.Helper()
	found, _ := d.Table(table)
	for _, r := range found.Rows {
		if r[0].Lines[0] == row {
			return strings.Join(r[1].Lines, " | ")
		}
	}
	t.Fatalf("%s has no row %q", table, row)
	return ""
}

// A plan says how sure it is that none is better, for each way to be sure.
func TestPlanBest(t *testing.T) {
	cost, share := aims.AmountInt(1000), aims.MustAmount("0.75")
	for _, c := range []struct {
		desc string
		in   readiness.Schedule
		want string
	}{
		{"the cheapest", readiness.Schedule{Proved: true, Cost: cost}, "No: none costs less (proved)"},
		{"the most for a budget", readiness.Schedule{Proved: true, Cost: cost, Goal: readiness.Goal{Budget: cost}}, "No: none within the budget leads to a higher score (proved)"},
		{"cheap", readiness.Schedule{Cost: cost, LowerBound: aims.AmountInt(900), Currency: "EUR"}, "Not proved: none costs less than 900 EUR, so at most 10.00 % of the cost could be saved"},
		{"much for a budget", readiness.Schedule{Cost: cost, MostScore: share, Goal: readiness.Goal{Budget: cost}}, "Not proved: none within the budget leads to more than 75.00 %"},
		{"none exists", readiness.Schedule{Proved: true}, "No plan reaches the goal (proved)"},
		{"none was found", readiness.Schedule{}, "Not known: the search ended before it found a plan"},
	} {
		d := report.Plan(c.in, nil, nil, report.Words{})
		if got := entry(t, d, "plan", "Could another plan be better?"); got != c.want {
			t.Errorf("%s: %q, want %q", c.desc, got, c.want)
		}
	}
}

func TestPlanGoal(t *testing.T) {
	goal := readiness.Goal{Band: readiness.StageOneReady, Budget: aims.MustAmount("1234567.5"), Conform: []aims.Key{aims.ClauseKey("5.2"), {Framework: "own", ID: "C-7"}}}
	d := report.Plan(readiness.Schedule{Goal: goal, Currency: "USD"}, nil, nil, report.Words{})
	want := "The band ready for stage 1 | Conformity of 5.2, own/C-7 | The most score for 1 234 567.5 USD"
	if got := entry(t, d, "plan", "Goal"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// What stands in the way is told, and an action that nobody offered goes by its
// id.
func TestPlanObstacles(t *testing.T) {
	s := subject{report: stored(t)}
	p, err := readiness.Plan(s.report, offered(), readiness.Goal{Band: readiness.Certifiable}, readiness.PlanOptions{})
	if err != nil {
		t.Fatal(err)
	}
	d := report.Plan(p, nil, nil, report.Words{})
	if got := entry(t, d, "plan", "Goal reached"); got != "no" {
		t.Errorf("reached: %q", got)
	}
	page := string(d.Markdown())
	for _, want := range []string{"## What stands in the way", "10.1 has to reach the verdict"} {
		if !strings.Contains(page, want) {
			t.Errorf("the plan does not say %q", want)
		}
	}
	p = s.schedule(t, readiness.Goal{Budget: aims.AmountInt(600)})
	actions, _ := report.Plan(p, nil, nil, report.Words{}).Table("actions")
	if got := actions.Rows[0][2].Lines; !cmp.Equal(got, []string{"policy"}) {
		t.Errorf("the action is called %q", got)
	}
}

func TestBreakEven(t *testing.T) {
	for _, c := range []struct {
		in   readiness.BusinessOutcome
		want string
	}{
		{readiness.BusinessOutcome{}, ""},
		{readiness.BusinessOutcome{Months: 24}, "not within 24 months"},
		{readiness.BusinessOutcome{Months: 24, BreakEven: readiness.MonthRange{From: 9}}, "after 9 months at best, at worst not within 24"},
		{readiness.BusinessOutcome{Months: 24, BreakEven: readiness.MonthRange{From: 9, To: 20}}, "after 9 months at best, after 20 at worst"},
	} {
		d := report.BusinessCase(readiness.BusinessCase{}, c.in, report.Words{})
		if got := entry(t, d, "outcome", "Costs are recovered"); got != c.want {
			t.Errorf("%+v: %q, want %q", c.in.BreakEven, got, c.want)
		}
		if d.Figures()[0].SVG() == nil {
			t.Error("no picture")
		}
	}
}

// A loss for sure lies below zero, in the picture as well.
func TestBusinessLoss(t *testing.T) {
	b := businessCase()
	b.Benefits = nil
	o, err := b.Outcome()
	if err != nil {
		t.Fatal(err)
	}
	d := report.BusinessCase(b, o, report.Words{})
	if got := entry(t, d, "outcome", "Does it pay?"); got != "no" {
		t.Errorf("it pays: %q", got)
	}
	if got := entry(t, d, "outcome", "Benefits less costs"); !strings.HasPrefix(got, "−180 300 EUR to −93 533.33 EUR") {
		t.Errorf("net %q", got)
	}
	if !strings.Contains(string(d.Markdown()), "No benefits are named.") {
		t.Error("that there are no benefits is not told")
	}
}

// Whatever counts of a requirement or control has its own words.
func TestMoves(t *testing.T) {
	move := func(before, after readiness.Standing) readiness.Move {
		return readiness.Move{Key: aims.ControlKey("A.2.2"), Before: before, After: after}
	}
	d := readiness.Delta{Items: []readiness.Move{
		move(readiness.Standing{Absent: true}, readiness.Standing{Excluded: true}),
		move(readiness.Standing{Planned: true}, readiness.Standing{Verdict: aims.Conforms}),
		move(readiness.Standing{Verdict: aims.MajorGap, Stated: true}, readiness.Standing{Claimed: true}),
	}}
	table, _ := report.WhatIf(readiness.Trial{Delta: d}, report.Words{}).Table("moves")
	var got []string
	for _, r := range table.Rows {
		got = append(got, fmt.Sprint(r[1].Lines, r[2].Lines, r[3].Lines))
	}
	want := []string{
		"[AI policy] [not in the report] [Excluded]", "[AI policy] [planned] [conforms]",
		"[AI policy] [major gap stated, no records] [cannot tell claimed, not shown]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A forecast says which band is lost when; one without turns says so.
func TestForecast(t *testing.T) {
	r := stored(t)
	until := r.Provenance.At.AddMonths(2)
	lost := readiness.Delta{To: until, Before: r.Total, After: r.Total, BandBefore: readiness.StageOneReady, BandAfter: readiness.NotReady}
	won := readiness.Delta{To: until, Before: r.Total, After: r.Total, BandBefore: readiness.NotReady, BandAfter: readiness.StageOneReady}
	for want, turns := range map[string][]readiness.Delta{
		"**On 2026-07-31 the band falls from ready for stage 1 to not ready.**": {lost},
		"| 2026-07-31 | 45.60 % | 0.00 | 60.61 % | ready for stage 1 |  |":      {won},
		"Nothing changes by itself in this time.":                               nil,
	} {
		page := string(report.Forecast(r, until, turns, report.Words{}).Markdown())
		if !strings.Contains(page, want) {
			t.Errorf("%q is missing in\n%s", want, page)
		}
		if strings.Contains(page, "falls") != (len(turns) > 0 && turns[0].BandAfter < turns[0].BandBefore) {
			t.Error("a band that is not lost is said to be, or the other way round")
		}
	}
}

// The parts that causes have in a difference add up, as they stand.
func TestExplanation(t *testing.T) {
	s := conforming(t)
	d := report.Explanation(s.causes(t), report.Words{})
	table, _ := d.Table("causes")
	last := table.Rows[len(table.Rows)-1]
	if last[0].Lines[0] != "All together" || len(table.Rows) != 5 {
		t.Fatalf("%d rows, the last is %q", len(table.Rows), last[0].Lines)
	}
	difference, _ := d.Table("difference")
	if whole := difference.Rows[0][3].Lines[0]; whole != last[1].Lines[0] || whole[0] == '+' || whole == "0.00" {
		t.Errorf("the causes come to %q, the reports differ by %q", last[1].Lines, whole)
	}
	if page := string(d.Markdown()); strings.Contains(page, "## Other rules") || !strings.Contains(page, "## Records that came") {
		t.Error("a cause that did nothing has a section, or one that did has none")
	}
	empty := report.Explanation(nil, report.Words{})
	if len(empty.Figures()) != 0 {
		t.Error("no causes have a picture")
	}
}

// Documents behind each other keep their tables apart, and their outline.
func TestWith(t *testing.T) {
	table := func(cell string) report.Table {
		return report.Table{Name: "t", Columns: []string{"a"}, Rows: [][]report.Cell{{{Lines: []string{cell}}}}}
	}
	d := report.Document{Title: "one", Blocks: []report.Block{report.Heading{Level: 2, Text: "h"}, table("1")}}
	other := report.Document{Title: "two", Blocks: []report.Block{report.Heading{Level: 2, Text: "g"}, report.Heading{Level: 6, Text: "deep"}, table("2"), table("3")}}
	both := d.With(other, report.Document{Title: "three"})
	want := "# one\n\n## h\n\n| a |\n| --- |\n| 1 |\n\n## two\n\n### g\n\n###### deep\n\n| a |\n| --- |\n| 2 |\n\n| a |\n| --- |\n| 3 |\n\n## three\n"
	if diff := cmp.Diff(want, string(both.Markdown())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for name, cell := range map[string]string{"t": "1", "t-2": "2", "t-3": "3"} {
		if got, _ := both.Table(name); len(got.Rows) != 1 || got.Rows[0][0].Lines[0] != cell {
			t.Errorf("the table %s is %+v", name, got)
		}
	}
	if len(d.Blocks) != 2 || len(other.Blocks) != 4 {
		t.Error("the documents were changed")
	}
}

// An axis of days names the first days of months, few enough to be read.
func TestDayAxis(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"2026-01-31", "2026-04-15", "2026-02-01 2026-03-01 2026-04-01"},
		{"2026-01-01", "2026-10-31", "2026-01-01 2026-03-01 2026-05-01 2026-07-01 2026-09-01"},
		{"2026-02-10", "2028-02-10", "2026-07-01 2027-01-01 2027-07-01 2028-01-01"},
		{"1999-05-05", "2019-05-05", "2000-01-01 2005-01-01 2010-01-01 2015-01-01"},
	} {
		r := stored(t)
		r.Provenance.At = aims.MustDate(c.from)
		end := r
		end.Provenance.At = aims.MustDate(c.to)
		picture := string(report.Trend([]readiness.Report{r, end}, report.Words{}).Figures()[0].SVG())
		var got []string
		for _, part := range strings.Split(picture, ">") {
			if day, _, ok := strings.Cut(part, "</text"); ok && len(day) == 10 && day[4] == '-' {
				got = append(got, day)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s to %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

// On a phone each row of a wide table becomes a card with the names of columns;
// a cell without text has no name, and does not head its row.
func TestCards(t *testing.T) {
	row := []report.Cell{{}, {Lines: []string{"x"}}, {}, {Lines: []string{"y"}}}
	d := report.Document{Blocks: []report.Block{
		report.Table{Columns: []string{"a", "b", "c", `"d"`}, Rows: [][]report.Cell{row}},
		report.Table{Columns: []string{"a", "b", "c"}, Rows: [][]report.Cell{row}},
	}}
	page := string(d.HTML())
	for _, want := range []string{
		`<tr><td></td><td class="short" data-label="b">x</td><td></td><td class="short" data-label="&#34;d&#34;">y</td></tr>`,
		`<tr><td></td><td class="short">x</td><td></td></tr>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not in the page", want)
		}
	}
	if n := strings.Count(page, `class="cards"`); n != 1 {
		t.Errorf("%d tables become cards, want 1", n)
	}
}

// What an auditor would write has sentences of its own, which can be translated
// beside those of the rules.
func TestPredictedWords(t *testing.T) {
	list := conforming(t).findings(t)
	if len(list) == 0 {
		t.Fatal("nothing is predicted")
	}
	w := report.Words{Texts: map[aims.Code]string{
		"report/finding-" + list[0].Code: "Der Prüfer fand: {what}", list[0].Code: "nicht das",
		list[0].Remedy.Code: "Abhilfe: {what}", "report/kind-policy": "Politik",
	}}
	table, _ := report.Predicted(list, w).Table("predicted")
	row := table.Rows[0]
	if !strings.HasPrefix(row[3].Lines[0], "Der Prüfer fand: ") || !strings.HasPrefix(row[5].Lines[0], "Abhilfe: ") || row[6].Lines[0] != "Politik" {
		t.Errorf("the row says %q, %q, %q", row[3].Lines, row[5].Lines, row[6].Lines)
	}
	if english := report.English(); english.Texts["report/finding-"+list[0].Code] == english.Texts[list[0].Code] {
		t.Error("the auditor says what the rules say")
	}
}
