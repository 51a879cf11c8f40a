package svg

// Grid is a table of colored cells: a heat map, or a ranking with its levels.
type Grid struct {
	Title, Description string
	ColumnTitle        string // what the columns are, above them
	RowTitle           string // what the rows are, left of them
	Columns            []string
	Rows               []GridRow // from top to bottom
	Legend             []Key
	Note               string
}

// GridRow is a row of a [Grid] with a cell for each column; missing ones stay
// empty and surplus ones are not drawn.
type GridRow struct {
	Label string
	Note  string // the tooltip of the label
	Cells []Cell
}

// Cell is one cell of a [Grid]. Without a color it is white. Where colors mean
// something, text or sub say it too, for readers who cannot tell them apart.
type Cell struct {
	Color Color
	Text  string
	Sub   string // small, below the text
	Bold  bool
	Note  string // the tooltip
}

// Picture draws the grid.
func (g Grid) Picture() *Picture {
	s := newSheet(g.Title, g.Description, g.Legend)
	if len(g.Columns) == 0 || len(g.Rows) == 0 {
		return s.finish(nothing, g.Note)
	}
	f := Font{Size: bodySize}
	labels := make([]string, len(g.Rows))
	for i, r := range g.Rows {
		labels[i] = r.Label
	}
	left := float64(edge)
	if g.RowTitle != "" {
		left += 22
	}
	const narrowest = 78 // of a column that leaves room to the labels
	labelRoom := f.widest(labels, max(0.3*pageWidth, pageWidth-2*edge-narrowest*float64(len(g.Columns))))
	right := float64(pageWidth - edge)
	cells := left + labelRoom + 10
	width := (right - cells) / float64(len(g.Columns))

	if g.ColumnTitle != "" {
		s.Text(Text{At: Point{(cells + right) / 2, s.y + bodySize}, String: g.ColumnTitle, Anchor: Middle, Room: right - cells, Color: Gray})
		s.y += 20
	}
	header := 0
	for _, c := range g.Columns {
		header = max(header, len(f.Wrap(c, width-4, 3)))
	}
	for i, c := range g.Columns {
		x := cells + (float64(i)+0.5)*width
		s.Paragraph(Text{At: Point{x, s.y + bodySize}, String: c, Font: f, Anchor: Middle, Room: width - 4, Color: Gray}, 3)
	}
	s.y += float64(header)*f.lead() + 6

	top := s.y
	for i, r := range g.Rows {
		height := g.height(i, f, labelRoom, width)
		lines := f.Wrap(r.Label, labelRoom, 2)
		y := s.y + (height-float64(len(lines))*f.lead())/2 + bodySize
		s.Paragraph(Text{At: Point{left, y}, String: r.Label, Font: f, Room: labelRoom, Note: r.Note}, 2)
		for j := range min(len(r.Cells), len(g.Columns)) {
			s.cell(r.Cells[j], cells+float64(j)*width, s.y, width, height)
		}
		s.y += height
	}
	if g.RowTitle != "" {
		s.Text(Text{At: Point{edge + bodySize, (top + s.y) / 2}, String: g.RowTitle, Anchor: Middle, Turned: true, Room: s.y - top, Color: Gray})
	}
	return s.finish(g.Note)
}

// height returns the height of a row: 44 pixels for a few, else as much as
// its texts need.
func (g Grid) height(i int, f Font, labelRoom, width float64) float64 {
	height := float64(len(f.Wrap(g.Rows[i].Label, labelRoom, 2))) * f.lead()
	for _, c := range g.Rows[i].Cells {
		height = max(height, c.layout(width).height)
	}
	if height += 10; len(g.Rows) <= 6 {
		height = max(height, 44)
	}
	return height
}

// layout is how the texts of a cell are set.
type layout struct {
	text, sub Font
	room      float64 // for each line
	textLines int     // without text none
	height    float64
}

func (c Cell) layout(width float64) layout {
	l := layout{text: Font{Size: bodySize, Bold: c.Bold}, sub: Font{Size: smallSize - 1}, room: width - 10}
	if clean(c.Text) != "" {
		l.textLines = len(l.text.Wrap(c.Text, l.room, 2))
	}
	l.height = float64(l.textLines) * l.text.lead()
	if clean(c.Sub) != "" {
		l.height += l.sub.lead()
	}
	return l
}

// cell draws a colored rectangle, with a gap to the next, and its texts in the
// middle.
func (s *sheet) cell(c Cell, x, y, w, h float64) {
	const gap = 2
	l := c.layout(w)
	w, h = w-gap, h-gap
	s.Rect(x, y, w, h, c.Color, c.Note)
	t := Text{At: Point{x + w/2, y + (h-l.height)/2}, String: c.Text, Font: l.text, Anchor: Middle, Room: l.room, On: c.Color, Note: c.Note}
	if l.textLines > 0 {
		t.At.Y += l.text.Size
		s.Paragraph(t, 2)
		t.At.Y += float64(l.textLines)*l.text.lead() - l.text.Size
	}
	t.String, t.Font = c.Sub, l.sub
	t.At.Y += l.sub.Size
	s.Text(t)
}
