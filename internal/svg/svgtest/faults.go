package svgtest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/internal/svg"
)

// Faults returns what is wrong with a picture, one sentence each: no
// well-formed XML; an element or attribute that could load, run or collide
// with anything; no title; text that leaves the picture, covers other text,
// or stands on the last rectangle below it with a contrast below 4.5.
func Faults(picture []byte) []string {
	r := reader{decoder: xml.NewDecoder(bytes.NewReader(picture))}
	r.decoder.Strict = true
	for {
		token, err := r.decoder.Token()
		switch {
		case errors.Is(err, io.EOF):
			return append(r.faults, r.whole()...)
		case err != nil:
			return append(r.faults, "no XML: "+err.Error())
		}
		switch token := token.(type) {
		case xml.StartElement:
			r.start(token)
		case xml.CharData:
			r.chars(string(token))
		case xml.EndElement:
			r.end()
		default:
			r.fault("%T has no place in a picture", token)
		}
	}
}

// allowed lists the attributes of each element that a picture may hold.
var allowed = map[string][]string{
	"svg":    {"xmlns", "x", "y", "width", "height", "viewBox", "role", "font-family"},
	"title":  {},
	"desc":   {},
	"rect":   {"x", "y", "width", "height", "fill"},
	"circle": {"cx", "cy", "r", "fill"},
	"path":   {"d", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-linejoin", "stroke-dasharray"},
	"text":   {"x", "y", "font-size", "font-weight", "text-anchor", "transform", "textLength", "lengthAdjust", "fill"},
}

type box struct{ left, top, right, bottom float64 }

// over reports whether two boxes share more than a hair.
func (b box) over(c box) bool {
	const hair = 0.5
	return min(b.right, c.right)-max(b.left, c.left) > hair && min(b.bottom, c.bottom)-max(b.top, c.top) > hair
}

// within returns what two boxes share; it may be empty.
func (b box) within(c box) box {
	return box{max(b.left, c.left), max(b.top, c.top), min(b.right, c.right), min(b.bottom, c.bottom)}
}

type element struct {
	name       string
	attributes map[string]string
	text       string // the characters right inside it
}

func (e *element) number(name string) float64 {
	v, err := strconv.ParseFloat(e.attributes[name], 64)
	if err != nil {
		return 0
	}
	return v
}

// rectangle returns the box of an element that has x, y, width and height.
func (e *element) rectangle() box {
	x, y := e.number("x"), e.number("y")
	return box{x, y, x + e.number("width"), y + e.number("height")}
}

type ground struct {
	box
	fill svg.Color
}

type label struct {
	box
	text string
}

type reader struct {
	decoder *xml.Decoder
	open    []*element
	page    box
	title   string
	grounds []ground
	labels  []label
	faults  []string
}

func (r *reader) fault(format string, args ...any) {
	r.faults = append(r.faults, fmt.Sprintf(format, args...))
}

func (r *reader) start(token xml.StartElement) {
	e := &element{name: token.Name.Local, attributes: make(map[string]string)}
	names, ok := allowed[e.name]
	if !ok {
		r.fault("the element %s has no place in a picture", e.name)
	}
	for _, a := range token.Attr {
		if !slices.Contains(names, a.Name.Local) || a.Name.Space != "" {
			r.fault("%s has the attribute %s", e.name, a.Name.Local)
		}
		if strings.ContainsAny(a.Value, "<>&\"") || strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
			r.fault("%s of %s is %q", a.Name.Local, e.name, a.Value)
		}
		e.attributes[a.Name.Local] = a.Value
	}
	if len(r.open) == 0 {
		if e.name != "svg" {
			r.fault("the root is %s", e.name)
		}
		r.page = e.rectangle()
	}
	if e.name == "rect" {
		b := e.rectangle()
		for _, around := range r.open {
			if around.name == "svg" { // shows only what lies inside it
				b = b.within(around.rectangle())
			}
		}
		r.grounds = append(r.grounds, ground{b, svg.Color(e.attributes["fill"])})
	}
	r.open = append(r.open, e)
}

func (r *reader) chars(s string) {
	if len(r.open) > 0 {
		r.open[len(r.open)-1].text += s
	} else if strings.TrimSpace(s) != "" {
		r.fault("%q stands outside the picture", s)
	}
}

func (r *reader) end() {
	e := r.open[len(r.open)-1] // the decoder matches the ends
	r.open = r.open[:len(r.open)-1]
	switch {
	case e.name == "title" && len(r.open) == 1:
		r.title = e.text
	case e.name == "text":
		r.label(e)
	case e.name != "title" && e.name != "desc" && strings.TrimSpace(e.text) != "":
		r.fault("%q stands in %s", e.text, e.name)
	}
}

// label judges one text.
func (r *reader) label(e *element) {
	b := boxOf(e)
	const rounding = 0.2
	if p := r.page; b.left < p.left-rounding || b.top < p.top-rounding || b.right > p.right+rounding || b.bottom > p.bottom+rounding {
		r.fault("%q reaches from %.1f, %.1f to %.1f, %.1f and leaves the picture of %g × %g", e.text, b.left, b.top, b.right, b.bottom, p.right, p.bottom)
	}
	for _, other := range r.labels {
		if b.over(other.box) {
			r.fault("%q covers %q", e.text, other.text)
		}
	}
	r.labels = append(r.labels, label{b, e.text})
	under := svg.White
	x, y := (b.left+b.right)/2, (b.top+b.bottom)/2
	for _, g := range r.grounds {
		if x >= g.left && x <= g.right && y >= g.top && y <= g.bottom {
			under = g.fill
		}
	}
	fill := svg.Color(e.attributes["fill"])
	if c := svg.Contrast(fill, under); !fill.Known() || c < 4.5 {
		r.fault("%q in %q on %s has a contrast of %.2f", e.text, fill, under, c)
	}
}

// boxOf returns where the letters of a text can be.
func boxOf(e *element) box {
	f := svg.Font{Size: e.number("font-size"), Bold: e.attributes["font-weight"] == "bold"}
	x, y, width := e.number("x"), e.number("y"), f.Width(e.text)
	up, down := 0.76*f.Size, 0.24*f.Size // capitals and descenders; accents may touch
	before := 0.0
	switch e.attributes["text-anchor"] {
	case "middle":
		before = width / 2
	case "end":
		before = width
	}
	if e.attributes["transform"] != "" { // turned to read upwards
		return box{x - up, y - (width - before), x + down, y + before}
	}
	return box{x - before, y - up, x - before + width, y + down}
}

// whole judges the picture as a whole.
func (r *reader) whole() []string {
	switch {
	case r.page == box{}:
		return []string{"there is no picture"}
	case strings.TrimSpace(r.title) == "":
		return []string{"the picture has no title"}
	}
	return nil
}
