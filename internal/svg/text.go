package svg

import "strings"

// Anchor says which part of a text stands at its place.
type Anchor int

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Text is one line of text in a picture.
type Text struct {
	At     Point   // of the anchor, on the line that the letters stand on
	String string  // white space becomes single spaces
	Font   Font    // without a size: 12 pixels
	Anchor Anchor  // of the text at its place
	Room   float64 // the widest it may be; zero: as wide as the picture
	Color  Color   // a wish; see [Ink]
	On     Color   // what lies behind it; none: the white ground
	Turned bool    // reads upwards; Room is its height then
	Note   string  // a tooltip; where the text had to be shortened, absent means the whole text
}

const defaultSize = 12

// Text draws a line of text. Where it would leave the picture to the left,
// right or top it is moved inside, and shortened to the room there is.
func (p *Picture) Text(t Text) {
	if t.Font.Size <= 0 || !finite(t.Font.Size) {
		t.Font.Size = defaultSize
	}
	if !finite(t.At.X, t.At.Y, t.Room) {
		return
	}
	room := t.Room
	if room <= 0 || !t.Turned && room > p.width {
		room = p.width
	}
	shown := t.Font.Fit(t.String, room)
	if shown == "" {
		return
	}
	note := t.Note
	if note == "" && shown != clean(t.String) {
		note = t.String
	}
	width := t.Font.Width(shown)
	at := p.place(t, width)
	attributes := []string{"x", number(at.X), "y", number(at.Y), "font-size", number(t.Font.Size)}
	if t.Turned {
		attributes = append(attributes, "transform", "rotate(-90 "+number(at.X)+" "+number(at.Y)+")")
	}
	if t.Font.Bold {
		attributes = append(attributes, "font-weight", "bold")
	}
	if t.Anchor == Middle || t.Anchor == End {
		attributes = append(attributes, "text-anchor", []string{Middle: "middle", End: "end"}[t.Anchor])
	}
	if !t.Font.measured(shown) {
		attributes = append(attributes, "textLength", number(width), "lengthAdjust", "spacingAndGlyphs")
	}
	attributes = append(attributes, "fill", string(Ink(t.Color, t.On)))
	p.body.WriteString("<text")
	p.attributes(attributes)
	p.body.WriteString(">")
	if note != "" {
		p.body.WriteString("<title>" + escape(note) + "</title>")
	}
	p.body.WriteString(escape(shown) + "</text>\n")
}

// Paragraph draws a text on at most so many lines of its Room, the first one
// at its place, and returns how many there are. Whatever has no room there is
// in the tooltip.
func (p *Picture) Paragraph(t Text, lines int) int {
	if t.Font.Size <= 0 {
		t.Font.Size = defaultSize
	}
	if t.Room <= 0 {
		t.Room = p.width
	}
	drawn := t.Font.Wrap(t.String, t.Room, lines)
	if t.Note == "" && strings.HasSuffix(drawn[len(drawn)-1], ellipsis) {
		t.Note = t.String
	}
	for _, line := range drawn {
		t.String = line
		p.Text(t)
		t.At.Y += t.Font.lead()
	}
	return len(drawn)
}

// place moves the anchor so that the text lies inside the picture, which grows
// where it must.
func (p *Picture) place(t Text, width float64) Point {
	up, down := t.Font.Size*ascent, t.Font.Size*descent
	before := []float64{Start: 0, Middle: width / 2, End: width}[max(Start, min(t.Anchor, End))]
	if t.Turned { // what was before lies below, what was above lies to the left
		y := max(t.At.Y, width-before)
		p.reach(y + before)
		return Point{inside(t.At.X, up, down, p.width), y}
	}
	y := max(t.At.Y, up)
	p.reach(y + down)
	return Point{inside(t.At.X, before, width-before, p.width), y}
}

// inside returns the place nearest to x that leaves room before and after it.
func inside(x, before, after, width float64) float64 {
	return max(min(x, width-after), before)
}
