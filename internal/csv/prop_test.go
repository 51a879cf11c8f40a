package csv_test

import (
	stdcsv "encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/internal/csv"
)

// cell draws texts made of what matters here.
func cell() *rapid.Generator[string] {
	piece := rapid.SampledFrom([]string{
		"=", "+", "-", "@", "＝", "'", "''", `"`, ";", ",", "\t", "\n", "\r", " ", "\u00a0", "\ufeff", "\x00", "\xff",
		"1", "2.5", "e6", "x", "SUM(A1)", "ü", "漢",
	})
	return rapid.Map(rapid.SliceOfN(piece, 0, 8), func(p []string) string { return strings.Join(p, "") })
}

// Another reader gets back every cell, but that it reads a carriage return
// before a line feed as part of the line break.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(1, 4).Draw(t, "columns")
		rows := rapid.SliceOfN(rapid.SliceOfN(cell(), columns, columns), 1, 5).Draw(t, "rows")
		var b strings.Builder
		w := csv.NewWriter(&b, rows[0]...)
		for _, r := range rows[1:] {
			w.Row(r...)
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		got, err := stdcsv.NewReader(strings.NewReader(b.String())).ReadAll()
		if err != nil {
			t.Fatalf("%q: %v", b.String(), err)
		}
		for i, r := range got {
			for j, c := range r {
				if c == "" && rows[i][j] == "" {
					continue
				}
				want := strings.ReplaceAll(csv.Safe(rows[i][j]), "\r\n", "\n")
				if c != want {
					t.Fatalf("cell %d, %d of %q is %q, want %q", i, j, b.String(), c, want)
				}
			}
		}
		if len(got) != len(rows) {
			t.Fatalf("%q has %d rows, want %d", b.String(), len(got), len(rows))
		}
	})
}

// Where a spreadsheet begins a cell, however it splits the lines, there is no
// formula.
func TestNoFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := cell().Draw(t, "cell")
		safe := csv.Safe(in)
		if back := csv.Plain(safe); back != in {
			t.Fatalf("%q became %q and %q", in, safe, back)
		}
		for _, part := range strings.FieldsFunc(safe, func(r rune) bool { return strings.ContainsRune(";\t\n\r", r) }) {
			part = strings.TrimLeft(part, " \u00a0\ufeff\x00\"")
			sign := slices.ContainsFunc([]string{"=", "@", "＝"}, func(s string) bool { return strings.HasPrefix(part, s) })
			_, noNumber := strconv.ParseFloat(part, 64)
			if sign || noNumber != nil && (strings.HasPrefix(part, "+") || strings.HasPrefix(part, "-")) {
				t.Fatalf("%q became %q, where %q is a formula", in, safe, part)
			}
		}
	})
}
