package svg

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// Picture is an SVG picture of a given width that grows downwards as things
// are drawn. Coordinates are pixels from the top left corner. What lies
// outside to the left, right and top is cut off; text moves inside.
// A shape with a coordinate that is not finite is not drawn.
type Picture struct {
	width, height      float64
	title, description string
	clipped            int // depth of Clip
	body               bytes.Buffer
}

// margin is the room below the lowest thing drawn, in pixels.
const margin = 12

// Point is a place in a picture or, in the data of a chart, a pair of values.
type Point struct{ X, Y float64 }

// Stroke is how a line is drawn: in a color, so many pixels wide (zero means
// one), dashed or not.
type Stroke struct {
	Color  Color
	Width  float64
	Dashed bool
}

// New returns an empty picture on a white ground. The title says what it is,
// the description what one sees in it; both are for readers who cannot see it.
func New(width float64, title, description string) *Picture {
	return &Picture{width: width, title: title, description: description}
}

// Width returns the width of the picture in pixels.
func (p *Picture) Width() float64 { return p.width }

// Height returns the height that the picture has come to, in pixels.
func (p *Picture) Height() float64 { return p.height + margin }

// Bytes returns the picture as one svg element, ending in a line feed.
func (p *Picture) Bytes() []byte {
	var b bytes.Buffer
	w, h := number(p.width), number(p.Height())
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="` + w + `" height="` + h +
		`" viewBox="0 0 ` + w + ` ` + h + `" role="img" font-family="` + fonts + `">` + "\n")
	b.WriteString("<title>" + escape(p.title) + "</title>\n")
	if p.description != "" {
		b.WriteString("<desc>" + escape(p.description) + "</desc>\n")
	}
	b.WriteString(`<rect width="` + w + `" height="` + h + `" fill="` + string(White) + `"/>` + "\n")
	b.Write(p.body.Bytes())
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// Rect fills a rectangle. The note, if any, is its tooltip.
func (p *Picture) Rect(x, y, w, h float64, fill Color, note string) {
	if !finite(x, y, w, h) || w <= 0 || h <= 0 || !fill.Known() {
		return
	}
	p.reach(y + h)
	p.element("rect", note, "x", number(x), "y", number(y), "width", number(w), "height", number(h), "fill", string(fill))
}

// Line draws a straight line.
func (p *Picture) Line(from, to Point, s Stroke) { p.Path([]Point{from, to}, s) }

// Path draws a line through points.
func (p *Picture) Path(points []Point, s Stroke) {
	d, ok := p.through(points)
	if !ok || !s.Color.Known() {
		return
	}
	attributes := []string{"d", d, "fill", "none", "stroke", string(s.Color), "stroke-linejoin", "round"}
	if s.Width > 0 {
		attributes = append(attributes, "stroke-width", number(s.Width))
	}
	if s.Dashed {
		attributes = append(attributes, "stroke-dasharray", "6 4")
	}
	p.element("path", "", attributes...)
}

// Area fills the inside of a line through points, at an opacity from 0 to 1.
func (p *Picture) Area(points []Point, fill Color, opacity float64) {
	if d, ok := p.through(points); ok && fill.Known() && finite(opacity) {
		p.element("path", "", "d", d+"Z", "fill", string(fill), "fill-opacity", number(opacity))
	}
}

// Dot fills a circle. The note, if any, is its tooltip.
func (p *Picture) Dot(at Point, radius float64, fill Color, note string) {
	if finite(at.X, at.Y, radius) && fill.Known() {
		p.reach(at.Y + radius)
		p.element("circle", note, "cx", number(at.X), "cy", number(at.Y), "r", number(radius), "fill", string(fill))
	}
}

// Clip draws something of which only the part inside a rectangle shows. It is
// for lines and areas, and not for text, which it could cut.
func (p *Picture) Clip(x, y, w, h float64, draw func()) {
	if !finite(x, y, w, h) || w <= 0 || h <= 0 {
		return
	}
	p.reach(y + h)
	sides := []string{number(x), number(y), number(w), number(h)}
	p.body.WriteString(`<svg x="` + sides[0] + `" y="` + sides[1] + `" width="` + sides[2] + `" height="` + sides[3] +
		`" viewBox="` + strings.Join(sides, " ") + `">` + "\n")
	p.clipped++
	draw()
	p.clipped--
	p.body.WriteString("</svg>\n")
}

// through writes points as path data. Points that fall on the one before, as
// far as a picture can show it, are left out.
func (p *Picture) through(points []Point) (string, bool) {
	var d strings.Builder
	last, lowest := "", 0.0
	for i, pt := range points {
		if !finite(pt.X, pt.Y) {
			return "", false
		}
		lowest = max(lowest, pt.Y)
		at := number(pt.X) + " " + number(pt.Y)
		if at == last {
			continue
		}
		last = at
		if i == 0 {
			d.WriteString("M" + at)
		} else {
			d.WriteString("L" + at)
		}
	}
	if d.Len() == 0 {
		return "", false
	}
	p.reach(lowest)
	return d.String(), true
}

// reach makes the picture so high that a coordinate lies inside.
func (p *Picture) reach(y float64) {
	if p.clipped == 0 {
		p.height = max(p.height, y)
	}
}

// element writes one element with its attributes, given as pairs, and a tooltip.
func (p *Picture) element(name, note string, attributes ...string) {
	p.body.WriteString("<" + name)
	p.attributes(attributes)
	if note == "" {
		p.body.WriteString("/>\n")
		return
	}
	p.body.WriteString("><title>" + escape(note) + "</title></" + name + ">\n")
}

func (p *Picture) attributes(pairs []string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		p.body.WriteString(" " + pairs[i] + `="` + pairs[i+1] + `"`)
	}
}

func escape(s string) string { return escaper.Replace(clean(s)) }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// far is as far outside a picture as coordinates go: viewers overflow beyond.
const far = 1e6

// number writes a coordinate to a tenth of a pixel.
func number(v float64) string {
	v = math.Round(snap(min(max(v, -far), far)*10)) / 10
	if v == 0 {
		v = 0 // not -0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// snap rounds away the last digits of a calculation, in which machines may
// differ, so that what lies halfway is rounded the same way on all of them.
func snap(v float64) float64 { return math.Round(v*1e6) / 1e6 }

func finite(list ...float64) bool {
	for _, v := range list {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
