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

// Cell is one cell of a [Grid]. Without a color it is white.
type Cell struct {
	Color Color
	Text  string
	Bold  bool
	Note  string // the tooltip
}

// Picture draws the grid.
func (g Grid) Picture() *Picture {
	s := newSheet(g.Title, g.Description, g.Legend)
	if len(g.Columns) == 0 || len(g.Rows) == 0 {
		return s.finish("There is nothing to show.", g.Note)
	}
	const gap = 2
	f := Font{Size: bodySize}
	labels := make([]string, len(g.Rows))
	for i, r := range g.Rows {
		labels[i] = r.Label
	}
	left := float64(edge)
	if g.RowTitle != "" {
		left += 22
	}
	labelRoom := f.widest(labels, 0.45*pageWidth)
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
			s.cell(r.Cells[j], cells+float64(j)*width, s.y, width-gap, height-gap)
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
	lines := len(f.Wrap(g.Rows[i].Label, labelRoom, 2))
	for _, c := range g.Rows[i].Cells {
		lines = max(lines, len(f.Wrap(c.Text, width-10, 2)))
	}
	if len(g.Rows) <= 6 {
		return 44
	}
	return float64(lines)*f.lead() + 10
}

// cell draws a colored rectangle with a text of up to two lines in its middle.
func (s *sheet) cell(c Cell, x, y, w, h float64) {
	s.Rect(x, y, w, h, c.Color, c.Note)
	f := Font{Size: bodySize, Bold: c.Bold}
	lines := f.Wrap(c.Text, w-8, 2)
	at := Point{x + w/2, y + (h-float64(len(lines))*f.lead())/2 + bodySize}
	s.Paragraph(Text{At: at, String: c.Text, Font: f, Anchor: Middle, Room: w - 8, On: c.Color, Note: c.Note}, 2)
}
