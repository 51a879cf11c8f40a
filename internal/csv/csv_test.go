package csv_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/internal/csv"
)

func TestWriter(t *testing.T) {
	var b strings.Builder
	w := csv.NewWriter(&b, "id", "title", "-loss")
	w.Row("R-1", `the "best", so far`, "-12.50")
	w.Row("R-2", "=1+1", "")
	w.Row("R-3", " two\nlines; three", "1e-5")
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	want := "id,title,'-loss\n" +
		"R-1,\"the \"\"best\"\", so far\",-12.50\n" +
		"R-2,'=1+1,\n" +
		"R-3,\" two\nlines; three\",1e-5\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// A row whose only cell is empty is a row all the same.
func TestEmptyCell(t *testing.T) {
	var b strings.Builder
	w := csv.NewWriter(&b, "note")
	w.Row("")
	if err := w.Flush(); err != nil || b.String() != "note\n\"\"\n" {
		t.Errorf("got %q, %v", b.String(), err)
	}
}

func TestWrongNumberOfCells(t *testing.T) {
	var b strings.Builder
	w := csv.NewWriter(&b, "a", "b")
	w.Row("1", "2")
	w.Row("1")
	w.Row("1", "2", "3")
	if err := w.Flush(); err == nil || err.Error() != "csv: row 2 has 1 cells for 2 columns" {
		t.Errorf("got %v", err)
	}
	if b.String() != "a,b\n1,2\n" {
		t.Errorf("got %q", b.String())
	}
}

type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestNotWritten(t *testing.T) {
	w := csv.NewWriter(full{}, "a")
	for range 10_000 {
		w.Row("a cell")
	}
	if err := w.Flush(); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

func TestSafe(t *testing.T) {
	for _, c := range []struct{ desc, in, want string }{
		{"nothing", "", ""},
		{"plain text", "a = b", "a = b"},
		{"a formula", "=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0"},
		{"a function", "@SUM(A1)", "'@SUM(A1)"},
		{"a sum", "+1+1", "'+1+1"},
		{"behind white space", " \t\u00a0=1", " \t\u00a0'=1"},
		{"behind a byte order mark", "\ufeff=1", "\ufeff'=1"},
		{"behind a null byte", "\x00=1", "\x00'=1"},
		{"behind a quote", `"=1`, `"'=1`},
		{"wide signs", "＝1;＋1;－1;＠1", "'＝1;'＋1;'－1;'＠1"},
		{"behind a semicolon", "x;=1", "x;'=1"},
		{"behind a line break", "x\r\n-1+1", "x\r\n'-1+1"},
		{"a list of numbers", "-1;+2.5", "-1;+2.5"},
		{"a negative number", "-12.50", "-12.50"},
		{"a power of ten", "-1.5e+06", "-1.5e+06"},
		{"no number", "-1.5e", "'-1.5e"},
		{"no number either", "-.5", "'-.5"},
		{"a date", "-2025-01-01", "'-2025-01-01"},
		{"a sign alone", "-", "'-"},
		{"a dash", "– and — and −1", "– and — and −1"},
		{"an apostrophe", "'tis", "'tis"},
		{"an apostrophe that was there", "'=1", "''=1"},
		{"and before a number", "'-1", "''-1"},
	} {
		t.Run(c.desc, func(t *testing.T) {
			if got := csv.Safe(c.in); got != c.want {
				t.Errorf("%q becomes %q, want %q", c.in, got, c.want)
			}
			if back := csv.Plain(c.want); back != c.in {
				t.Errorf("%q is read back as %q, want %q", c.want, back, c.in)
			}
		})
	}
	if got := csv.Plain("'-1"); got != "'-1" {
		t.Errorf("a text that Safe never makes became %q", got)
	}
}
