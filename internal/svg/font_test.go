package svg_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/internal/svg"
)

func TestWidth(t *testing.T) {
	for _, c := range []struct {
		s             string
		regular, bold float64 // at a size of 1000
	}{
		{"", 0, 0},
		{"i", 278, 343},
		{"W", 989, 1104},
		{"~", 838, 838},
		{" a\n\tb ", 613 + 318 + 635, 675 + 349 + 716}, // as it is drawn: one space
		{"a ", 613, 675},
		{" a", 613, 675},
		{"a  b", 613 + 318 + 635, 675 + 349 + 716},
		{" ", 0, 0},
		{"é", 616, 679},
		{"ÿ", 592, 652},
		{"– — … − • € „", 500 + 1000 + 1000 + 838 + 640 + 696 + 519 + 6*318, 500 + 1000 + 1000 + 838 + 640 + 696 + 658 + 6*349},
		{"Ω", 750, 750}, // an estimate
		{"漢", 1000, 1000},
		{"e\u0301\u0301", 616, 679}, // marks sit on their letter
	} {
		for _, f := range []svg.Font{{1000, false}, {1000, true}} {
			want := c.regular
			if f.Bold {
				want = c.bold
			}
			if got := f.Width(c.s); got != want {
				t.Errorf("%q, bold %t: %g, want %g", c.s, f.Bold, got, want)
			}
		}
	}
}

func TestFit(t *testing.T) {
	f := svg.Font{Size: 10}
	for _, c := range []struct {
		s    string
		room float64
		want string
	}{
		{"model risk", 100, "model risk"},
		{"model risk", 45, "model…"},
		{"model risk", 43.5, "model…"}, // no space before the ellipsis
		{"漢字漢字", 31, "漢字…"},
		{"model", 10, "…"},
		{"model", 9, ""},
		{"", 0, ""},
		{"x", -1, ""},
	} {
		if got := f.Fit(c.s, c.room); got != c.want {
			t.Errorf("%q in %g becomes %q, want %q", c.s, c.room, got, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	f := svg.Font{Size: 10}
	for _, c := range []struct {
		s     string
		room  float64
		lines int
		want  []string
	}{
		{"drift of the model", 200, 3, []string{"drift of the model"}},
		{"drift of the model", 60, 3, []string{"drift of the", "model"}},
		{"drift of the model", 60, 1, []string{"drift of th…"}},
		{"drift of the model that nobody sees", 60, 2, []string{"drift of the", "model th…"}},
		{"life-cycle/stage", 45, 3, []string{"life-", "cycle/", "stage"}},
		{"unbreakable", 40, 3, []string{"unbrea", "kable"}},
		{"漢字漢字漢", 20, 9, []string{"漢字", "漢字", "漢"}},
		{"x", 1, 3, []string{""}},
		{"", 10, 3, []string{""}},
		{"a", 10, 0, []string{"a"}},
	} {
		if got := f.Wrap(c.s, c.room, c.lines); !slices.Equal(got, c.want) {
			t.Errorf("%q in %g becomes %q, want %q", c.s, c.room, got, c.want)
		}
	}
}

// text draws texts of every sort that pictures meet.
func text() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.String(),
		rapid.StringMatching(`[a-zA-Z /-]{0,80}`),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 30), func(b []byte) string { return string(b) }),
		rapid.SampledFrom([]string{"", "</text><script>", "&amp;", "\u202e", "e\u0301\u0301\u0301\u0301\u0301", "\u200d", "\ufffe", "Rindfleisch", "🙂🙂🙂🙂"}),
	)
}

func font() *rapid.Generator[svg.Font] {
	return rapid.Custom(func(t *rapid.T) svg.Font {
		return svg.Font{Size: rapid.Float64Range(1, 40).Draw(t, "size"), Bold: rapid.Bool().Draw(t, "bold")}
	})
}

// Every line fits, and together they are the text, or its beginning with an
// ellipsis at its end.
func TestWrapKeepsTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, s := font().Draw(t, "font"), text().Draw(t, "text")
		room, lines := rapid.Float64Range(0, 300).Draw(t, "room"), rapid.IntRange(1, 5).Draw(t, "lines")
		got := f.Wrap(s, room, lines)
		for _, line := range got {
			if f.Width(line) > room && line != "" {
				t.Fatalf("%q is %g wide in %g", line, f.Width(line), room)
			}
			if !utf8.ValidString(line) {
				t.Fatalf("%q is cut inside a character", line)
			}
		}
		if len(got) == 0 || len(got) > lines {
			t.Fatalf("%d lines, want 1 to %d", len(got), lines)
		}
		squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		whole, kept := squeeze(f.Fit(s, 1e9)), squeeze(strings.Join(got, ""))
		if beginning, cut := strings.CutSuffix(kept, "…"); kept != whole && !(cut && strings.HasPrefix(whole, beginning)) && got[len(got)-1] != "" {
			t.Fatalf("%q became %q", whole, got)
		}
	})
}

// No text is shortened that fits, and a shortened one could not be longer.
func TestFitIsTight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, s := font().Draw(t, "font"), text().Draw(t, "text")
		room := rapid.Float64Range(0, 300).Draw(t, "room")
		whole, got := f.Fit(s, 1e9), f.Fit(s, room)
		if got == whole {
			return
		}
		if f.Width(whole) <= room {
			t.Fatalf("%q was shortened to %q though it is %g wide in %g", whole, got, f.Width(whole), room)
		}
		kept := strings.TrimSuffix(got, "…")
		rest := strings.TrimLeft(whole[len(kept):], " ")
		_, size := utf8.DecodeRuneInString(rest)
		longer := whole[:len(whole)-len(rest)+size] + "…"
		if got != "" && size > 0 && f.Width(longer) <= room && !strings.HasPrefix(rest, "…") {
			t.Fatalf("%q was shortened to %q, but %q has room in %g", whole, got, longer, room)
		}
	})
}
