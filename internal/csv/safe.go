package csv

import (
	"iter"
	"regexp"
	"strings"
	"unicode"
)

// Safe returns a text that no spreadsheet takes for a formula: the same text
// where that holds already. [Writer] makes every cell safe.
func Safe(s string) string {
	var b strings.Builder
	for before, cell := range cells(s) {
		b.WriteString(before)
		if formula(cell) {
			b.WriteByte('\'')
		}
		b.WriteString(cell)
	}
	return b.String()
}

// Plain returns the text that [Safe] made safe.
func Plain(s string) string {
	var b strings.Builder
	for before, cell := range cells(s) {
		b.WriteString(before)
		if bare, quoted := strings.CutPrefix(cell, "'"); quoted && formula(bare) {
			cell = bare
		}
		b.WriteString(cell)
	}
	return b.String()
}

// cells cuts a text wherever a spreadsheet could begin a new cell, and each
// part into what spreadsheets pass over there and the rest.
func cells(s string) iter.Seq2[string, string] {
	return func(yield func(before, cell string) bool) {
		for s != "" {
			end := len(s)
			if i := strings.IndexAny(s, ";\t\n\r"); i >= 0 {
				end = i + 1
			}
			cell := strings.TrimLeftFunc(s[:end], passedOver)
			if !yield(s[:end-len(cell)], cell) {
				return
			}
			s = s[end:]
		}
	}
}

func passedOver(r rune) bool {
	return r == '"' || unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

var number = regexp.MustCompile(`^[+-]\d+(\.\d+)?([eE][+-]?\d+)?[;\t\n\r]?$`)

// formula reports whether a cell begins like a formula and is no number. The
// wide forms of the signs count, since some spreadsheets read them alike. So
// do signs behind apostrophes, or [Plain] could not tell whose they are.
func formula(s string) bool {
	bare := strings.TrimLeft(s, "'")
	return startsFormula(bare) && (bare != s || !number.MatchString(s))
}

func startsFormula(s string) bool {
	for _, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(s, sign) {
			return true
		}
	}
	return false
}
