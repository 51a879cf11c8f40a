package svg_test

import (
	"math"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/internal/svg"
	"github.com/aimskit/aimskit/internal/svg/svgtest"
)

// drawn returns the elements that a function draws, one a line.
func drawn(draw func(p *svg.Picture)) string {
	p := svg.New(100, "t", "")
	draw(p)
	_, body, _ := strings.Cut(string(p.Bytes()), `fill="#ffffff"/>`+"\n")
	return strings.TrimSuffix(body, "</svg>\n")
}

func TestEmptyPicture(t *testing.T) {
	p := svg.New(100, "<a> & 'b'", "seen")
	want := `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="12" viewBox="0 0 100 12" role="img" font-family="Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">
<title>&lt;a&gt; &amp; &#39;b&#39;</title>
<desc>seen</desc>
<rect width="100" height="12" fill="#ffffff"/>
</svg>
`
	if got := string(p.Bytes()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if p.Width() != 100 || p.Height() != 12 {
		t.Errorf("%g × %g", p.Width(), p.Height())
	}
}

func TestShapes(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		desc string
		draw func(p *svg.Picture)
		want string
	}{
		{"a rectangle, to a tenth of a pixel", func(p *svg.Picture) { p.Rect(1.04, 1.05, 2.96, 1e9, "#aaaaaa", "") }, `<rect x="1" y="1.1" width="3" height="1000000" fill="#aaaaaa"/>`},
		{"with a tooltip", func(p *svg.Picture) { p.Rect(0, 0, 1, 1, "#aaaaaa", "a\n<b>") }, `<rect x="0" y="0" width="1" height="1" fill="#aaaaaa"><title>a &lt;b&gt;</title></rect>`},
		{"nothing in no color", func(p *svg.Picture) { p.Rect(0, 0, 1, 1, "", "") }, ""},
		{"nothing without a size", func(p *svg.Picture) { p.Rect(0, 0, 0, 1, "#aaaaaa", ""); p.Rect(0, 0, 1, -1, "#aaaaaa", "") }, ""},
		{"nothing at no place", func(p *svg.Picture) {
			p.Rect(nan, 0, 1, 1, "#aaaaaa", "")
			p.Dot(svg.Point{X: 0, Y: inf}, 1, "#aaaaaa", "")
			p.Area([]svg.Point{{0, 0}, {nan, 1}}, "#aaaaaa", 1)
			p.Area([]svg.Point{{0, 0}, {1, 1}}, "#aaaaaa", nan)
			p.Path(nil, svg.Stroke{Color: svg.Gray})
			p.Text(svg.Text{String: "x", At: svg.Point{X: nan}})
			p.Text(svg.Text{String: "x", Room: inf})
			p.Clip(0, 0, 0, 1, func() { p.Rect(0, 0, 1, 1, "#aaaaaa", "") })
		}, ""},
		{"a line", func(p *svg.Picture) {
			p.Line(svg.Point{X: -0.01, Y: 0}, svg.Point{X: 5, Y: 6}, svg.Stroke{Color: svg.Gray, Width: 1.5, Dashed: true})
		}, `<path d="M0 0L5 6" fill="none" stroke="#595959" stroke-linejoin="round" stroke-width="1.5" stroke-dasharray="6 4"/>`},
		{"a line in no color", func(p *svg.Picture) { p.Line(svg.Point{}, svg.Point{X: 5}, svg.Stroke{}) }, ""},
		{"points that cannot be told apart", func(p *svg.Picture) {
			p.Path([]svg.Point{{0, 0}, {0.01, 0.02}, {0.04, 0}, {1, 0}}, svg.Stroke{Color: svg.Gray})
		}, `<path d="M0 0L1 0" fill="none" stroke="#595959" stroke-linejoin="round"/>`},
		{"an area", func(p *svg.Picture) { p.Area([]svg.Point{{0, 0}, {1, 0}, {1, 1}}, "#aaaaaa", 0.2) }, `<path d="M0 0L1 0L1 1Z" fill="#aaaaaa" fill-opacity="0.2"/>`},
		{"a dot", func(p *svg.Picture) { p.Dot(svg.Point{X: 1, Y: 2}, 3, "#aaaaaa", "n") }, `<circle cx="1" cy="2" r="3" fill="#aaaaaa"><title>n</title></circle>`},
		{"a part", func(p *svg.Picture) { p.Clip(1, 2, 3, 4, func() { p.Rect(0, 0, 9, 9, "#aaaaaa", "") }) }, `<svg x="1" y="2" width="3" height="4" viewBox="1 2 3 4">
<rect x="0" y="0" width="9" height="9" fill="#aaaaaa"/>
</svg>`},
	} {
		t.Run(c.desc, func(t *testing.T) {
			if got := strings.TrimSuffix(drawn(c.draw), "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestText(t *testing.T) {
	big := svg.Font{Size: 10}
	for _, c := range []struct {
		desc string
		text svg.Text
		want string
	}{
		{"as it is", svg.Text{At: svg.Point{X: 5, Y: 20}, String: "a\nb"}, `<text x="5" y="20" font-size="12" fill="#000000">a b</text>`},
		{"nothing", svg.Text{String: "  "}, ""},
		{"moved from the left", svg.Text{At: svg.Point{X: 3, Y: 20}, String: "WW", Font: big, Anchor: svg.Middle}, `<text x="9.9" y="20" font-size="10" text-anchor="middle" fill="#000000">WW</text>`},
		{"moved from the right", svg.Text{At: svg.Point{X: 95, Y: 20}, String: "WW", Font: big}, `<text x="80.2" y="20" font-size="10" fill="#000000">WW</text>`},
		{"moved from the top", svg.Text{At: svg.Point{X: 50, Y: 2}, String: "WW", Font: big, Anchor: svg.End}, `<text x="50" y="9.3" font-size="10" text-anchor="end" fill="#000000">WW</text>`},
		{"shortened to the picture", svg.Text{At: svg.Point{X: 50, Y: 20}, String: strings.Repeat("W", 12), Font: big, Room: 500}, `<text x="1" y="20" font-size="10" fill="#000000"><title>WWWWWWWWWWWW</title>WWWWWWWWW…</text>`},
		{"shortened to its room", svg.Text{At: svg.Point{X: 50, Y: 20}, String: "WWWW", Font: big, Room: 30, Note: "four"}, `<text x="50" y="20" font-size="10" fill="#000000"><title>four</title>WW…</text>`},
		{"on a ground", svg.Text{At: svg.Point{X: 5, Y: 20}, String: "a", Font: svg.Font{Size: 9, Bold: true}, Color: svg.Gray, On: "#222222"}, `<text x="5" y="20" font-size="9" font-weight="bold" fill="#ffffff">a</text>`},
		{"turned, moved from top and left", svg.Text{At: svg.Point{X: 1, Y: 5}, String: "WW", Font: big, Turned: true}, `<text x="9.3" y="19.8" font-size="10" transform="rotate(-90 9.3 19.8)" fill="#000000">WW</text>`},
		{"turned around its middle", svg.Text{At: svg.Point{X: 50, Y: 50}, String: "WW", Font: big, Turned: true, Anchor: svg.Middle}, `<text x="50" y="50" font-size="10" transform="rotate(-90 50 50)" text-anchor="middle" fill="#000000">WW</text>`},
		{"letters of unknown width", svg.Text{At: svg.Point{X: 5, Y: 20}, String: "Ω漢", Font: big}, `<text x="5" y="20" font-size="10" textLength="17.5" lengthAdjust="spacingAndGlyphs" fill="#000000">Ω漢</text>`},
		{"an anchor that does not exist", svg.Text{At: svg.Point{X: 5, Y: 20}, String: "a", Anchor: 9}, `<text x="7.4" y="20" font-size="12" fill="#000000">a</text>`},
	} {
		t.Run(c.desc, func(t *testing.T) {
			if got := strings.TrimSuffix(drawn(func(p *svg.Picture) { p.Text(c.text) }), "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestParagraph(t *testing.T) {
	p := svg.New(100, "t", "")
	if n := p.Paragraph(svg.Text{At: svg.Point{X: 0, Y: 12}, String: "one two three four five six seven eight nine ten"}, 3); n != 3 {
		t.Errorf("%d lines, want 3", n)
	}
	if n := p.Paragraph(svg.Text{At: svg.Point{X: 0, Y: 80}, String: "one", Room: 50}, 3); n != 1 {
		t.Errorf("%d lines, want 1", n)
	}
	got := texts(t, p)
	if len(got) != 4 || !strings.HasSuffix(got[2], "…") || got[3] != "one" {
		t.Errorf("%q", got)
	}
	if n := strings.Count(string(p.Bytes()), "<title>one two three four five six seven eight nine ten</title>"); n != 3 {
		t.Errorf("the whole text is the tooltip of %d lines, want 3", n)
	}
	for _, fault := range svgtest.Faults(p.Bytes()) {
		t.Error(fault)
	}
}

// What has no place is counted in the picture.
func TestWithoutPlace(t *testing.T) {
	nan := math.NaN()
	curves := svg.Curves{
		Title: "t", X: svg.Axis{Log: true},
		Curves: []svg.Curve{
			{Points: []svg.Point{{0, 1}, {1, 1}, {2, 2}, {nan, 3}, {4, 4}}, Color: svg.Gray},
			{Points: []svg.Point{{0, 1}}, Low: []svg.Point{{1, 1}, {-1, 2}, {3, 3}}, High: []svg.Point{{1, 2}}},
		},
		Marks: []svg.Mark{{0, "zero"}, {2, "two"}},
	}
	got := strings.Join(texts(t, curves.Picture()), "\n")
	if want := "Not shown for want of a place on the axes: points, 4."; !strings.Contains(got, want) || strings.Contains(got, "zero") || !strings.Contains(got, "two") {
		t.Errorf("got %q, want %q in it", got, want)
	}
	base := 5.0
	bars := svg.Bars{Title: "t", Axis: svg.Axis{Max: 4}, Base: &base, Bars: []svg.Bar{
		{Label: "a", Segments: []svg.Segment{{0, nan, svg.Gray}, {0, 1, svg.Gray}}},
		{Label: "b", Segments: []svg.Segment{{math.Inf(-1), 1, svg.Gray}, {9, 1, svg.Gray}}},
	}}
	got = strings.Join(texts(t, bars.Picture()), "\n")
	if want := "Not shown for want of a place on the axes: segments, 2."; !strings.Contains(got, want) {
		t.Errorf("got %q, want %q in it", got, want)
	}
	for _, p := range []*svg.Picture{svg.Bars{Title: "t", Note: "n"}.Picture(), svg.Grid{Title: "t", Note: "n"}.Picture(), svg.Curves{Title: "t", Note: "n"}.Picture()} {
		if got := strings.Join(texts(t, p), "|"); got != "t|There is nothing to show.|n" {
			t.Errorf("an empty chart says %q", got)
		}
	}
}

// The seventh curve has the color of the first, and is dashed.
func TestManyCurves(t *testing.T) {
	var c svg.Curves
	c.Title = "t"
	for i := range 7 {
		c.Curves = append(c.Curves, svg.Curve{Label: "c", Points: []svg.Point{{0, float64(i)}, {1, 1}}})
	}
	picture := string(c.Picture().Bytes())
	line := `stroke="` + string(svg.Series(0)) + `" stroke-linejoin="round" stroke-width="2"`
	if solid, dashed := strings.Count(picture, line+"/>"), strings.Count(picture, line+` stroke-dasharray="6 4"/>`); solid != 1 || dashed != 2 {
		t.Errorf("%d solid and %d dashed lines, want 1 and, with the legend, 2", solid, dashed)
	}
}
