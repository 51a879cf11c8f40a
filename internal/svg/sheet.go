package svg

// What all charts share: a title, a legend and notes above and below the
// plot, in one width.

const (
	pageWidth = 760
	edge      = 16 // room at the left and right
)

// The sizes of text.
const (
	titleSize = 16
	bodySize  = 12
	smallSize = 11
)

// Key is a row of a legend.
type Key struct {
	Color  Color
	Label  string
	Dashed bool // a dashed line instead of a filled square
}

// sheet is a picture with the height at which drawing goes on.
type sheet struct {
	*Picture
	y float64
}

// nothing stands where a chart would be that has no data.
const nothing = "There is nothing to show."

// newSheet begins a chart with its title and legend.
func newSheet(title, description string, legend []Key) *sheet {
	s := &sheet{Picture: New(pageWidth, title, description), y: 12}
	s.paragraph(title, Font{Size: titleSize, Bold: true}, Black, 2)
	s.legend(legend)
	return s
}

// paragraph draws text over the whole width and goes on below it.
func (s *sheet) paragraph(text string, f Font, c Color, lines int) {
	if clean(text) == "" {
		return
	}
	n := s.Paragraph(Text{At: Point{edge, s.y + f.Size}, String: text, Font: f, Color: c, Room: pageWidth - 2*edge}, lines)
	s.y += float64(n)*f.lead() + 6
}

// legend draws keys from left to right, on as many rows as they need.
func (s *sheet) legend(keys []Key) {
	if len(keys) == 0 {
		s.y += 6
		return
	}
	const swatch, gap, row = 12, 18, 20
	f := Font{Size: bodySize}
	x := float64(edge)
	for _, k := range keys {
		room := float64(pageWidth - 2*edge - swatch - 6)
		w := f.Width(f.Fit(k.Label, room))
		if x > edge && x+swatch+6+w > pageWidth-edge {
			x, s.y = edge, s.y+row
		}
		if k.Dashed {
			s.Line(Point{x - 1, s.y + 8}, Point{x + swatch + 1, s.y + 8}, Stroke{Color: k.Color, Width: 2, Dashed: true})
		} else {
			s.Rect(x, s.y+2, swatch, swatch, k.Color, "")
		}
		s.Text(Text{At: Point{x + swatch + 6, s.y + 12}, String: k.Label, Font: f, Room: room})
		x += swatch + 6 + w + gap
	}
	s.y += row + 6
}

// finish writes the notes below the plot and returns the picture.
func (s *sheet) finish(notes ...string) *Picture {
	s.y += 4
	for _, n := range notes {
		s.paragraph(n, Font{Size: smallSize}, Gray, 6)
	}
	return s.Picture
}

// widest returns the room that the widest of some texts takes, up to a limit.
func (f Font) widest(texts []string, limit float64) float64 {
	w := 0.0
	for _, t := range texts {
		w = max(w, f.Width(t))
	}
	return min(w, limit)
}
