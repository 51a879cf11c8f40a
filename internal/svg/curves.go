package svg

// Curves is a chart of lines: exceedance curves, distributions, trends.
type Curves struct {
	Title, Description string
	X, Y               Axis
	Curves             []Curve
	Marks              []Mark
	Note               string
}

// Curve is one line of [Curves].
type Curve struct {
	Label  string
	Points []Point // in the order in which they are joined
	// Low and High bound a band around the line, such as an interval of
	// confidence; both or neither.
	Low, High []Point
	Step      bool  // goes level to the next point and jumps there
	Dots      bool  // marks the points themselves
	Dashed    bool  // besides its color
	Color     Color // none: that of [Series], dashed from the seventh curve on
}

// Mark is a line from top to bottom at a number, such as a quantile.
type Mark struct {
	X     float64
	Label string
}

// Picture draws the curves.
func (c Curves) Picture() *Picture {
	curves := make([]Curve, len(c.Curves))
	var keys []Key
	for i, curve := range c.Curves {
		if !curve.Color.Known() {
			curve.Color = Series(i)
			curve.Dashed = curve.Dashed || i >= len(series)
		}
		curves[i] = curve
		if curve.Label != "" {
			keys = append(keys, Key{curve.Color, curve.Label, curve.Dashed})
		}
	}
	s := newSheet(c.Title, c.Description, keys)
	xs, ys := c.numbers()
	if len(xs) == 0 {
		return s.finish(nothing, c.Note)
	}
	x, y := c.X.settle(xs), c.Y.settle(ys)

	f := Font{Size: smallSize}
	yTicks := y.ticks()
	labels := make([]string, len(yTicks))
	for i, t := range yTicks {
		labels[i] = t.label
	}
	left := edge + f.widest(labels, 0.25*pageWidth) + 8
	if c.Y.Title != "" {
		left += 22
	}
	const height = 300
	right := pageWidth - edge - f.overhang(x.ticks())
	s.y += s.markLabels(c.Marks, x, left, right)
	top, bottom := s.y, s.y+height

	for _, t := range yTicks {
		v := bottom - t.at*height
		s.Line(Point{left, v}, Point{right, v}, Stroke{Color: Faint})
		s.Text(Text{At: Point{left - 6, v + 4}, String: t.label, Font: f, Anchor: End, Room: 0.25 * pageWidth, Color: Gray})
	}
	s.ticksBelow(x, left, right, top, bottom)
	s.Line(Point{left, top}, Point{left, bottom}, Stroke{Color: Gray})

	pl := plot{s: s, x: x, y: y, left: left, right: right, top: top, bottom: bottom}
	s.Clip(left-1, top-1, right-left+2, height+2, func() {
		for _, curve := range curves {
			pl.band(curve)
		}
		for _, m := range c.Marks {
			if x.has(m.X) {
				v := pl.at(Point{m.X, 0}).X
				s.Line(Point{v, top}, Point{v, bottom}, Stroke{Color: Gray, Dashed: true})
			}
		}
		for _, curve := range curves {
			pl.line(curve)
		}
	})
	for _, d := range pl.dots {
		s.Dot(d.at, 3, d.color, "")
	}
	if c.Y.Title != "" {
		s.Text(Text{At: Point{edge + bodySize, (top + bottom) / 2}, String: c.Y.Title, Anchor: Middle, Turned: true, Room: height, Color: Gray})
	}
	s.y = bottom + 22
	s.axisTitle(c.X.Title, left, right)
	return s.finish(withoutPlace(pl.lost, "points"), c.Note)
}

// numbers returns all numbers that have to find a place.
func (c Curves) numbers() (xs, ys []float64) {
	for _, curve := range c.Curves {
		for _, list := range [][]Point{curve.Points, curve.Low, curve.High} {
			for _, p := range list {
				xs, ys = append(xs, p.X), append(ys, p.Y)
			}
		}
	}
	for _, m := range c.Marks {
		xs = append(xs, m.X)
	}
	return xs, ys
}

// markLabels writes the labels of marks above the plot, on as many rows as
// keep them apart, and returns the height that they take.
func (s *sheet) markLabels(marks []Mark, x scale, left, right float64) float64 {
	const row = 15
	f := Font{Size: smallSize}
	var ends []float64 // of each row
	for _, m := range marks {
		if !x.has(m.X) || x.at(m.X) < 0 || x.at(m.X) > 1 {
			continue
		}
		at := left + x.at(m.X)*(right-left)
		w := f.Width(f.Fit(m.Label, pageWidth-2*edge))
		from := inside(at, w/2, w/2, pageWidth) - w/2
		i := 0
		for i < len(ends) && ends[i] > from {
			i++
		}
		if i == len(ends) {
			ends = append(ends, 0)
		}
		ends[i] = from + w + 8
		s.Text(Text{At: Point{at, s.y + 10 + float64(i)*row}, String: m.Label, Font: f, Anchor: Middle, Room: pageWidth - 2*edge, Color: Gray})
	}
	if len(ends) == 0 {
		return 0
	}
	return float64(len(ends))*row + 6 // clear of the highest number at the axis
}

// plot is where curves are drawn.
type plot struct {
	s                        *sheet
	x, y                     scale
	left, right, top, bottom float64
	dots                     []dot // drawn last, whole
	lost                     int   // points without a place
}

type dot struct {
	at    Point
	color Color
}

// at returns where a point lies.
func (pl *plot) at(p Point) Point {
	return Point{pl.left + pl.x.at(p.X)*(pl.right-pl.left), pl.bottom - pl.y.at(p.Y)*(pl.bottom-pl.top)}
}

// runs cuts a line where a point has no place, and returns the places.
func (pl *plot) runs(points []Point, step bool) [][]Point {
	var out [][]Point
	var run []Point
	for _, p := range points {
		if !pl.x.has(p.X) || !pl.y.has(p.Y) {
			pl.lost++
			if len(run) > 0 {
				out = append(out, run)
			}
			run = nil
			continue
		}
		at := pl.at(p)
		if step && len(run) > 0 {
			run = append(run, Point{at.X, run[len(run)-1].Y})
		}
		run = append(run, at)
	}
	if len(run) > 0 {
		out = append(out, run)
	}
	return out
}

func (pl *plot) line(c Curve) {
	for _, run := range pl.runs(c.Points, c.Step) {
		pl.s.Path(run, Stroke{Color: c.Color, Width: 2, Dashed: c.Dashed})
		if !c.Dots && len(run) > 1 {
			continue
		}
		for _, at := range run {
			if at.X >= pl.left && at.X <= pl.right && at.Y >= pl.top && at.Y <= pl.bottom {
				pl.dots = append(pl.dots, dot{at, c.Color})
			}
		}
	}
}

// band fills what lies between the two bounds; where either is cut the band is too.
func (pl *plot) band(c Curve) {
	low, high := pl.runs(c.Low, c.Step), pl.runs(c.High, c.Step)
	if len(low) != 1 || len(high) != 1 {
		return
	}
	outline := append([]Point(nil), low[0]...)
	for i := len(high[0]) - 1; i >= 0; i-- {
		outline = append(outline, high[0][i])
	}
	pl.s.Area(outline, c.Color, 0.15)
}
