package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// printText prints the result for people.
func printText(w io.Writer, r result) error {
	b := bufio.NewWriter(w)
	if r.Criteria == nil {
		fmt.Fprintf(b, "Risks at %s: %d. No criteria are in force, so none has a level.\n", r.At, len(r.Ranking))
	} else {
		fmt.Fprintf(b, "Risks at %s: %d, judged by %s, version %s\n", r.At, len(r.Ranking), oneLine(r.Criteria.Title), oneLine(r.Criteria.Version))
		fmt.Fprintf(b, "%s levels: %d rated, %d above the appetite (%s), %d above the tolerance (%s), %d without a level\n",
			r.State, len(r.Ranking)-r.Total.Unrated, r.Total.AboveAppetite, r.label(r.Criteria.Appetite), r.Total.AboveLimit, r.label(r.Criteria.Limit()), r.Total.Unrated)
		r.printDoubts(b)
	}
	r.printRanking(b)
	r.printHeatMap(b)
	r.printGroups(b)
	r.printObservations(b)
	r.printWhatIf(b)
	return b.Flush()
}

// printDoubts prints the first doubt of each kind, and how many there are.
func (r result) printDoubts(w io.Writer) {
	count := make(map[aims.Code]int)
	for _, d := range r.Doubts {
		count[d.Code]++
	}
	for _, d := range r.Doubts {
		if n := count[d.Code]; n > 0 {
			fmt.Fprintf(w, "Doubt about the criteria, %d of its kind: %s\n", n, oneLine(d.Sentence()))
			count[d.Code] = 0
		}
	}
}

// label names a level, with its number for those who have no words for it.
func (r result) label(l risk.Level) string {
	switch {
	case l == 0:
		return "-"
	case r.Criteria == nil || r.Criteria.Label(l) == "":
		return strconv.Itoa(int(l))
	}
	return oneLine(r.Criteria.Label(l))
}

// rated names the level of a rating, or says that there is none.
func (r result) rated(v risk.Rated) string { return r.label(v.Level) }

// rank writes a place, "=" for one that is shared.
func rank(v risk.Ranked) string {
	switch {
	case v.Rank == 0:
		return "-"
	case v.Ties > 0:
		return strconv.Itoa(v.Rank) + "="
	}
	return strconv.Itoa(v.Rank)
}

func (r result) printRanking(w io.Writer) {
	if len(r.Ranking) == 0 {
		return
	}
	fmt.Fprintf(w, "\nRanking by %s level; = marks ties\n", r.State)
	t := table{{"rank", "risk", "inherent", "current", "residual", "target", "acceptance", "title"}}
	for _, v := range r.Ranking {
		p := v.Position
		accepted := "-"
		if p.Acceptance != "" {
			accepted = p.Accepted.String()
		}
		t = append(t, []string{
			rank(v.Ranked), string(v.Risk), r.rated(p.Inherent), r.rated(p.Current), r.rated(p.Residual), r.rated(p.Target),
			accepted, oneLine(v.Title),
		})
	}
	t.print(w)
}

// printHeatMap prints the cells with their number of risks and their level.
func (r result) printHeatMap(w io.Writer) {
	if r.Criteria == nil {
		return
	}
	k := r.Criteria
	fmt.Fprintf(w, "\nHeat map of %s levels: risks in each cell and its level; consequences are the worst over %s\n", r.State, dimensions(k))
	t := table{append([]string{""}, columns(k)...)}
	for l := k.Likelihood.Top(); l >= 1; l-- {
		row := []string{fmt.Sprintf("%d %s", l, oneLine(k.Likelihood.Label(l)))}
		for c, n := range r.HeatMap.Counts[l-1] {
			count := "."
			if n > 0 {
				count = strconv.Itoa(n)
			}
			row = append(row, fmt.Sprintf("%2s %s", count, r.label(k.Matrix.At(l, risk.Level(c+1)))))
		}
		t = append(t, row)
	}
	t.print(w)
	if r.HeatMap.Unrated > 0 {
		fmt.Fprintf(w, "Without a level, so not on the map: %d\n", r.HeatMap.Unrated)
	}
}

// columns names the columns of the matrix by the labels of the dimensions,
// where all have the same, and by number.
func columns(k *risk.Criteria) []string {
	var names []string
	for c := risk.Level(1); int(c) <= len(k.Matrix.Grid[0]); c++ {
		label := k.Consequences[0].Scale.Label(c)
		for _, d := range k.Consequences[1:] {
			if d.Scale.Label(c) != label {
				label = ""
			}
		}
		names = append(names, strings.TrimSpace(fmt.Sprintf("%d %s", c, oneLine(label))))
	}
	return names
}

func dimensions(k *risk.Criteria) string {
	var names []string
	for _, d := range k.Consequences {
		names = append(names, string(d.ID))
	}
	return strings.Join(names, ", ")
}

func (r result) printGroups(w io.Writer) {
	if len(r.Ranking) == 0 {
		return
	}
	for _, by := range []struct{ name, title string }{
		{"system", "By AI system; a risk of several counts in each"},
		{"annexC", "By objective of Annex C; a risk that hinders several counts in each"},
		{"owner", "By owner"},
	} {
		fmt.Fprintf(w, "\n%s\n", by.title)
		head := []string{by.name, "worst"}
		if r.Criteria != nil {
			for l := risk.Level(1); l <= r.Criteria.Top(); l++ {
				head = append(head, r.label(l))
			}
		}
		t := table{append(head, "no level")}
		for _, g := range r.Groups[by.name] {
			row := []string{cmp.Or(oneLine(g.Key), "(none)"), r.label(g.Worst)}
			for _, n := range g.Counts {
				row = append(row, strconv.Itoa(n))
			}
			t = append(t, append(row, strconv.Itoa(g.Unrated)))
		}
		t.print(w)
	}
}

func (r result) printObservations(w io.Writer) {
	if len(r.Observations) == 0 {
		fmt.Fprintln(w, "\nNothing is inconsistent or missing.")
		return
	}
	fmt.Fprintf(w, "\nInconsistent or missing: %d\n", len(r.Observations))
	for _, o := range r.Observations {
		fmt.Fprintf(w, "  %-11s  %-29s  %s\n", o.Verdict, o.Code, oneLine(o.Sentence()))
	}
}

func (r result) printWhatIf(w io.Writer) {
	if r.WhatIf == nil {
		return
	}
	c := r.WhatIf
	fmt.Fprintf(w, "\nWhat if? %s levels, computed from inherent ratings and treatments\n", c.State)
	t := table{{"", "before", "after", "difference"}}
	d := c.Difference()
	for i := range d.Counts {
		t = append(t, difference(r.label(risk.Level(i+1)), at(c.Before.Counts, i), at(c.After.Counts, i)))
	}
	t = append(t, difference("above appetite", c.Before.AboveAppetite, c.After.AboveAppetite), difference("above tolerance", c.Before.AboveLimit, c.After.AboveLimit))
	t.print(w)
	for _, s := range c.Risks {
		fmt.Fprintf(w, "  %s: %s (%s) → %s (%s)\n", s.Risk, r.rated(s.Before), cell(s.Before), r.rated(s.After), cell(s.After))
	}
	for _, a := range r.Attributions {
		fmt.Fprintf(w, "\nWhich change matters? %s: %d → %d\n", measure(a.Measure), a.Before, a.After)
		t := table{{"change", "share", "risks touched"}}
		for _, s := range a.Shares {
			value := s.Value.Decimal(3).StringFixed(3)
			if !s.StandardError.IsZero() {
				value += " ± " + s.StandardError.StringFixed(3)
			}
			t = append(t, []string{s.Change.String(), value, strconv.Itoa(s.Risks)})
		}
		t.print(w)
	}
}

// measure names a measure, with the weights that the user declared.
func measure(m risk.Measure) string {
	if len(m.Weights) == 0 {
		return string(m.Of)
	}
	return fmt.Sprintf("%s %v", m.Of, m.Weights)
}

func at(list []int, i int) int {
	if i < len(list) {
		return list[i]
	}
	return 0
}

func difference(name string, before, after int) []string {
	return []string{name, strconv.Itoa(before), strconv.Itoa(after), fmt.Sprintf("%+d", after-before)}
}

// cell names the cell of a rating: likelihood × consequence.
func cell(v risk.Rated) string {
	if v.Level == 0 {
		return string(v.Unrated)
	}
	return fmt.Sprintf("%d×%d %s", v.Likelihood, v.Consequence, v.Dimension)
}

// table is rows of cells; the first row is the head.
type table [][]string

// print writes the table with columns as wide as they need.
func (t table) print(w io.Writer) {
	var widths []int
	for _, row := range t {
		for i, c := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(c))
		}
	}
	for _, row := range t {
		line := " "
		for i, c := range row {
			line += " " + c + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(c)+1)
		}
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}

// oneLine keeps text from elsewhere on its line and free of characters that a
// terminal would obey.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, s)
}
