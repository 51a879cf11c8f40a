package svg_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/internal/svg"
)

// The values are those that WCAG 2 and its tools give.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		c, d svg.Color
		want float64
	}{
		{svg.Black, svg.White, 21},
		{svg.White, svg.White, 1},
		{"#777777", svg.White, 4.48},
		{"#767676", svg.White, 4.54},
		{svg.White, "#0000FF", 8.59},
		{"#ff0000", svg.Black, 5.25},
		{"", svg.Black, 21}, // no color is the white ground
		{"red", svg.Black, 21},
	} {
		if got := svg.Contrast(c.c, c.d); math.Abs(got-c.want) > 0.005 {
			t.Errorf("%s on %s: %.3f, want %.2f", c.c, c.d, got, c.want)
		}
		if there, back := svg.Contrast(c.c, c.d), svg.Contrast(c.d, c.c); there != back {
			t.Errorf("%s and %s: %g, the other way %g", c.c, c.d, there, back)
		}
	}
}

func TestKnown(t *testing.T) {
	for _, c := range []svg.Color{"#000000", "#a0B1c2", svg.Gray} {
		if !c.Known() {
			t.Errorf("%q is refused", c)
		}
	}
	for _, c := range []svg.Color{"", "#fff", "#gggggg", "000000#", "#0000000", "red", `#00"000`, "#００"} {
		if c.Known() {
			t.Errorf("%q is accepted", c)
		}
	}
}

func TestInk(t *testing.T) {
	for _, c := range []struct{ wish, ground, want svg.Color }{
		{"", "", svg.Black},
		{"", "#701018", svg.White},
		{svg.Gray, svg.White, svg.Gray},
		{svg.Gray, "#cccccc", svg.Black},
		{svg.White, "#777777", svg.Black},
		{svg.White, "#767676", svg.White},
		{"#a63c00", svg.White, "#a63c00"},
	} {
		if got := svg.Ink(c.wish, c.ground); got != c.want {
			t.Errorf("%q on %q is written in %q, want %q", c.wish, c.ground, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		color := rapid.Map(rapid.StringMatching(`#[0-9a-fA-F]{6}|#[0-9a-z]{0,7}`), func(s string) svg.Color { return svg.Color(s) })
		wish, ground := color.Draw(t, "wish"), color.Draw(t, "ground")
		if ink := svg.Ink(wish, ground); !ink.Known() || svg.Contrast(ink, ground) < 4.5 {
			t.Fatalf("%q on %q has a contrast of %g", ink, ground, svg.Contrast(ink, ground))
		}
	})
}

// The levels of a ramp differ without color vision, since each is darker.
func TestRamp(t *testing.T) {
	for n := range 11 {
		ramp := svg.Ramp(n)
		if len(ramp) != n {
			t.Fatalf("%d colors, want %d", len(ramp), n)
		}
		for i := 1; i < n; i++ {
			if lighter, darker := svg.Contrast(ramp[i-1], svg.Black), svg.Contrast(ramp[i], svg.Black); lighter <= darker {
				t.Errorf("color %d of %d, %s, is no darker than %s", i, n, ramp[i], ramp[i-1])
			}
		}
	}
	if got := svg.Ramp(-1); len(got) != 0 {
		t.Errorf("%q", got)
	}
	if got := svg.Ramp(1); got[0] != "#d4f0d4" {
		t.Errorf("one level is %s, want the calm end", got[0])
	}
}

func TestSeries(t *testing.T) {
	seen := make(map[svg.Color]bool)
	for i := range 6 {
		c := svg.Series(i)
		if seen[c] || svg.Contrast(c, svg.White) < 4.5 {
			t.Errorf("color %d is %s again, or too light", i, c)
		}
		seen[c] = true
		if svg.Series(i+6) != c || svg.Series(i-6) != c {
			t.Errorf("color %d does not come again", i)
		}
	}
	for _, c := range []svg.Color{svg.Gray, svg.Black} {
		if svg.Contrast(c, svg.White) < 4.5 {
			t.Errorf("%s cannot be read", c)
		}
	}
}
