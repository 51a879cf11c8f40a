package svg

import "strconv"

// Bars is a chart of horizontal bars: a tornado, a ranking, scores with their
// bounds.
type Bars struct {
	Title, Description string
	Axis               Axis
	Base               *float64 // where a line is drawn from top to bottom, such as the value that a tornado turns around
	Bars               []Bar    // from top to bottom
	Legend             []Key
	Note               string
}

// Bar is one row of [Bars].
type Bar struct {
	Label    string
	Segments []Segment // drawn in this order, so later ones may cover earlier ones
	Text     string    // at the right end of the row, such as the value
	Note     string    // the tooltip of label and segments
}

// Segment is the part of a bar from one number to another.
type Segment struct {
	From, To float64
	Color    Color
}

// Picture draws the bars.
func (b Bars) Picture() *Picture {
	s := newSheet(b.Title, b.Description, b.Legend)
	if len(b.Bars) == 0 {
		return s.finish(nothing, b.Note)
	}
	f := Font{Size: bodySize}
	var labels, texts []string
	for _, bar := range b.Bars {
		labels, texts = append(labels, bar.Label), append(texts, bar.Text)
	}
	labelRoom, textRoom := f.widest(labels, 0.38*pageWidth), f.widest(texts, 0.22*pageWidth)
	left, right := edge+labelRoom+10, pageWidth-edge-textRoom-8
	axis := b.Axis.settle(b.numbers())
	place := func(v float64) float64 { return left + axis.at(v)*(right-left) }

	const bar, gap = 16, 8
	top, lost := s.y, 0
	heights := make([]float64, len(b.Bars))
	bottom := top
	for i := range b.Bars {
		heights[i] = max(bar, float64(len(f.Wrap(labels[i], labelRoom, 2)))*f.lead()) + gap
		bottom += heights[i]
	}
	s.ticksBelow(axis, left, right, top, bottom)
	for i, row := range b.Bars {
		middle := s.y + heights[i]/2
		lines := f.Wrap(row.Label, labelRoom, 2)
		y := middle - float64(len(lines))*f.lead()/2 + bodySize
		s.Paragraph(Text{At: Point{left - 10, y}, String: row.Label, Font: f, Anchor: End, Room: labelRoom, Note: row.Note}, 2)
		for _, g := range row.Segments {
			if !axis.has(g.From) || !axis.has(g.To) {
				lost++
				continue
			}
			from, to := place(min(g.From, g.To)), place(max(g.From, g.To))
			from, to = max(from, left), min(to, right)
			s.Rect(from, middle-bar/2, to-from, bar, g.Color, row.Note)
		}
		s.Text(Text{At: Point{right + 8, middle + 4}, String: row.Text, Font: f, Room: textRoom, Note: row.Note})
		s.y += heights[i]
	}
	if b.Base != nil && axis.has(*b.Base) {
		if x := place(*b.Base); x >= left && x <= right {
			s.Line(Point{x, top}, Point{x, bottom}, Stroke{Color: Black, Width: 1.5})
		}
	}
	s.y = bottom + 22
	s.axisTitle(b.Axis.Title, left, right)
	return s.finish(withoutPlace(lost, "segments"), b.Note)
}

// numbers returns all numbers that have to find a place.
func (b Bars) numbers() []float64 {
	var all []float64
	if b.Base != nil {
		all = append(all, *b.Base)
	}
	for _, bar := range b.Bars {
		for _, g := range bar.Segments {
			all = append(all, g.From, g.To)
		}
	}
	return all
}

// ticksBelow draws grid lines upwards from a horizontal axis and the numbers
// below it: all of them, or every second, third … so that they keep apart.
func (s *sheet) ticksBelow(axis scale, left, right, top, bottom float64) {
	f := Font{Size: smallSize}
	ticks := axis.ticks()
	place := func(t tick) float64 { return left + t.at*(right-left) }
	for _, t := range ticks {
		s.Line(Point{place(t), top}, Point{place(t), bottom}, Stroke{Color: Faint})
	}
	for i, every := 0, f.apart(ticks, place); i < len(ticks); i += every {
		s.Text(Text{At: Point{place(ticks[i]), bottom + 15}, String: ticks[i].label, Font: f, Anchor: Middle, Color: Gray})
	}
	s.Line(Point{left, bottom}, Point{right, bottom}, Stroke{Color: Gray})
}

// apart returns the least n for which every n-th label, from the first on,
// stays clear of the next.
func (f Font) apart(ticks []tick, place func(tick) float64) int {
	const gap = 8
	every := 1
	for ; every < len(ticks); every++ {
		end, clear := 0.0, true
		for i := 0; i < len(ticks); i += every {
			w := f.Width(ticks[i].label)
			from := inside(place(ticks[i]), w/2, w/2, pageWidth) - w/2
			clear = clear && from >= end
			end = from + w + gap
		}
		if clear {
			break
		}
	}
	return max(every, 1)
}

// overhang returns how far the last label reaches beyond the end of its axis.
func (f Font) overhang(ticks []tick) float64 {
	if len(ticks) == 0 {
		return 0
	}
	return min(f.Width(ticks[len(ticks)-1].label)/2, 60)
}

// axisTitle writes the title of a horizontal axis below its numbers.
func (s *sheet) axisTitle(title string, left, right float64) {
	if clean(title) != "" {
		s.Text(Text{At: Point{(left + right) / 2, s.y + 12}, String: title, Anchor: Middle, Room: right - left, Color: Gray})
		s.y += 20
	}
}

// withoutPlace says how many points or segments were not drawn; nothing for none.
func withoutPlace(n int, what string) string {
	if n == 0 {
		return ""
	}
	return "Not shown for want of a place on the axes: " + what + ", " + strconv.Itoa(n) + "."
}
