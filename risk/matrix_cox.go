package risk

import "github.com/aimskit/aimskit/aims"

// Colors say which risk levels are green and red, in the words of Cox: green
// are the levels that need action least, red those that need it most. A level
// up to Green is green, one from Red on is red, and those between are neither.
// Where one of the two is zero, it is the lowest or the highest level that the
// matrix holds.
type Colors struct {
	Green Level `json:"green,omitzero"`
	Red   Level `json:"red,omitzero"`
}

// ColorsOverlap: a level is green and red at once.
const ColorsOverlap aims.Code = "risk/colors-overlap"

// Cox examines a matrix by the three axioms of L. A. Cox (Risk Analysis,
// 2008), which ask whether its colours can stand for risk as a number:
// likelihood times consequence. They are a yardstick and no requirement; a
// matrix that keeps rare disasters out of the lowest level breaks the third
// one on purpose. The doubts come by axiom, and for each axiom by cell.
//
//   - Weak consistency: no point of a red cell has less risk than a point of a
//     green one. Cells hold their lower edges and not their upper ones, so a
//     red cell may begin with the very product at which a green one ends.
//   - Betweenness: a rising line from green to red passes a cell that is
//     neither. Cells that meet at a corner only are neighbours as well.
//   - Consistent colouring: a cell that reaches as high as the whole of some
//     red cell, and not as low as the whole of some green cell, is red; the
//     other way round it is green. A cell that does neither is yellow only if
//     a rising line leads from green through it to red.
//
// How the third is read decides how many matrices pass. By this reading there
// are, with three colours on [EvenAxis], none of 2×2, one of 3×3, 7 of 4×4
// and 21 of 5×5; and what Cox derives holds for each of them: the lowest row
// and column are green, and the second ones without red.
//
// An unusable matrix, axes that do not fit it and colours that overlap are
// reported as [aims.InvalidError].
func (m Matrix) Cox(axes Axes, colors Colors) ([]Doubt, error) {
	axes, err := m.checked(axes)
	if err != nil {
		return nil, err
	}
	c := aims.Checker{Texts: texts}
	if colors = colors.fitted(m); colors.Red <= colors.Green {
		c.Add("colors", ColorsOverlap, "green", colors.Green.String(), "red", colors.Red.String())
		return nil, c.Err()
	}
	x := examine(m, axes, colors)
	if len(x.of(green)) == 0 || len(x.of(red)) == 0 {
		return nil, nil // the axioms compare the two
	}
	x.checkConsistency()
	x.checkBetweenness()
	x.checkColoring()
	return x.doubts, nil
}

func (k Colors) fitted(m Matrix) Colors {
	if k.Green == 0 {
		k.Green = m.Grid[0][0]
	}
	if k.Red == 0 {
		last := m.Grid[len(m.Grid)-1]
		k.Red = last[len(last)-1]
	}
	return k
}

// examination is a matrix with its colours and with the risk in its cells.
type examination struct {
	f, s   []edge // the edges of the rows and of the columns
	cells  []colored
	doubts []Doubt
}

// hue is the colour of a cell.
type hue uint8

const (
	yellow hue = iota
	green
	red
)

// colored is a cell with the bounds of the risk in it.
type colored struct {
	Cell
	hue       hue
	low, high edge
}

func examine(m Matrix, axes Axes, colors Colors) *examination {
	x := &examination{f: axes.Likelihood.edges(), s: axes.Consequence.edges()}
	for i, row := range m.Grid {
		for j, level := range row {
			b := colored{
				Cell: Cell{Level(i + 1), Level(j + 1)},
				low:  x.f[i].times(x.s[j]), high: x.f[i+1].times(x.s[j+1]),
			}
			switch {
			case level <= colors.Green:
				b.hue = green
			case level >= colors.Red:
				b.hue = red
			}
			x.cells = append(x.cells, b)
		}
	}
	return x
}

func (x *examination) of(h hue) []colored {
	var out []colored
	for _, b := range x.cells {
		if b.hue == h {
			out = append(out, b)
		}
	}
	return out
}

func (x *examination) doubt(code aims.Code, points []Point, cells ...Cell) {
	x.doubts = append(x.doubts, Doubt{code, cells, points})
}

// checkConsistency holds each red cell against the green one that reaches
// highest.
func (x *examination) checkConsistency() {
	top := extreme(x.of(green), func(a, b colored) bool { return a.high.cmp(b.high) > 0 })
	for _, r := range x.of(red) {
		if r.low.cmp(top.high) < 0 {
			x.doubt(CoxReversed, []Point{x.corner(r.Cell), x.above(top.Cell, r.low)}, r.Cell, top.Cell)
		}
	}
}

// checkBetweenness looks for green cells that touch a red one along an edge or
// at the upper corner. Since levels rise, red never lies below green.
func (x *examination) checkBetweenness() {
	for _, g := range x.of(green) {
		for _, r := range x.of(red) {
			if r.Likelihood-g.Likelihood <= 1 && r.Consequence-g.Consequence <= 1 {
				x.doubt(CoxAdjacent, x.crossing(g.Cell, r.Cell), g.Cell, r.Cell)
			}
		}
	}
}

// checkColoring holds each cell against the green one that begins highest and
// the red one that ends lowest: does it reach as low, does it reach as high?
func (x *examination) checkColoring() {
	begins := extreme(x.of(green), func(a, b colored) bool { return a.low.cmp(b.low) > 0 })
	ends := extreme(x.of(red), func(a, b colored) bool { return a.high.cmp(b.high) < 0 })
	for _, b := range x.cells {
		low, high := b.low.cmp(begins.low) <= 0, b.high.cmp(ends.high) >= 0
		switch {
		case low && !high && b.hue != green:
			x.doubt(CoxShouldBeGreen, []Point{x.corner(b.Cell), x.corner(begins.Cell)}, b.Cell, begins.Cell)
		case high && !low && b.hue != red:
			x.doubt(CoxShouldBeRed, nil, b.Cell, ends.Cell)
		case !low && !high && b.hue == yellow && !x.between(b.Cell):
			x.doubt(CoxBetweenNothing, nil, b.Cell)
		}
	}
}

// extreme returns the first cell that none goes beyond.
func extreme(cells []colored, beyond func(a, b colored) bool) colored {
	out := cells[0]
	for _, b := range cells[1:] {
		if beyond(b, out) {
			out = b
		}
	}
	return out
}
