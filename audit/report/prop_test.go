package report_test

import (
	stdcsv "encoding/csv"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/audit/report"
	"github.com/aimskit/aimskit/internal/csv"
	"github.com/aimskit/aimskit/internal/svg"
)

// texts draws texts made of what matters in one of the formats, with a letter
// in front or behind, so that they are not empty.
func texts() *rapid.Generator[string] {
	piece := rapid.SampledFrom([]string{
		"<", ">", "&", "\"", "'", "`", "*", "_", "[", "]", "(", ")", "!", "#", "|", "\\", "~", ":", "//", "www.", "@", "=", "+", "-", "1.", "1)",
		"script", "a", "x", " ", "\t", "\n", "\r", ";", ",", "\x00", "\xff", "\u202e", "\u0301", "漢", "{", "}", "$", "^", "http", "mailto",
	})
	return rapid.Map(rapid.SliceOfN(piece, 0, 12), func(p []string) string { return strings.Join(p, "") + "z" })
}

// No text changes the markup around it, whatever it is made of.
func TestTextsStayTexts(t *testing.T) {
	plain := poisoned[0]("plain")
	page, markdown := shape(tokens(t, plain.HTML())), marks(files.ReplaceAllString(string(plain.Markdown()), "](file)"))
	rapid.Check(t, func(r *rapid.T) {
		text := texts().Draw(r, "text")
		d := poisoned[0](text)
		d.Language = "plain"
		if got := shape(tokens(t, d.HTML())); !slices.Equal(got, page) {
			r.Fatalf("%q changes the page: %q", text, got)
		}
		got := files.ReplaceAllString(string(d.Markdown()), "](file)")
		if marks(got) != markdown {
			r.Fatalf("%q changes the Markdown:\n%s", text, got)
		}
		if l := links.FindString(escaped.ReplaceAllString(got, "")); l != "" {
			r.Fatalf("%q makes a link of %q", text, l)
		}
	})
}

// A reader of the page or of the table gets every text back.
func TestTextsArrive(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := texts().Draw(r, "text")
		d := report.Document{Blocks: []report.Block{report.Table{Columns: []string{"a"}, Rows: [][]report.Cell{{{Lines: []string{text}}}}}}}
		if !slices.ContainsFunc(tokens(t, d.HTML()), func(tok token) bool { return tok.text == svg.Clean(text) }) {
			r.Errorf("%q is not on the page", text)
		}
		table, _ := d.Table("")
		rows, err := stdcsv.NewReader(strings.NewReader(string(table.CSV()))).ReadAll()
		if err != nil || rows[1][0] != strings.ReplaceAll(csv.Safe(text), "\r\n", "\n") {
			r.Errorf("%q came back as %q, %v", text, rows, err)
		}
	})
}

// A row with too few or too many cells has as many as there are columns.
func TestRows(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		columns := rapid.IntRange(1, 5).Draw(r, "columns")
		table := report.Table{Columns: make([]string, columns)}
		for range rapid.IntRange(1, 4).Draw(r, "rows") {
			row := make([]report.Cell, rapid.IntRange(0, 8).Draw(r, "cells"))
			for i := range row {
				row[i].Lines = []string{"x"}
			}
			table.Rows = append(table.Rows, row)
		}
		d := report.Document{Blocks: []report.Block{table}}
		cells := 0
		for _, tok := range tokens(t, d.HTML()) {
			if tok.name == "td" || tok.name == "th" {
				cells++
			}
		}
		if want := columns * (len(table.Rows) + 1); cells != want {
			r.Errorf("the page has %d cells, want %d", cells, want)
		}
		for _, line := range strings.Split(string(d.Markdown()), "\n") {
			if bars := strings.Count(line, "|"); bars > 0 && bars != columns+1 {
				r.Errorf("%q has %d bars for %d columns", line, bars, columns)
			}
		}
	})
}
