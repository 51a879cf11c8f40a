package risk

import "github.com/shopspring/decimal"

// The geometry behind [Matrix.Cox]: points in cells, and lines through them.
// All of it is exact: only sums, products and halves of decimals occur.

// span is a bin on one axis.
type span struct{ low, high edge }

func (x *examination) spans(c Cell) (f, s span) {
	return span{x.f[c.Likelihood-1], x.f[c.Likelihood]}, span{x.s[c.Consequence-1], x.s[c.Consequence]}
}

var half = decimal.New(5, -1)

// end returns the upper edge, or for a bin without end some number in it.
func (p span) end() decimal.Decimal {
	if p.high.endless {
		return p.low.Add(p.low.Decimal).Add(decimal.NewFromInt(1))
	}
	return p.high.Decimal
}

// width is the distance from the lower edge to the end.
func (p span) width() decimal.Decimal { return p.end().Sub(p.low.Decimal) }

// near returns a place in the bin: the share part of its width below the
// upper edge, or in a bin without end as far away as the part is small.
func (p span) near(part, inverse decimal.Decimal) decimal.Decimal {
	if p.high.endless {
		return p.low.Add(inverse)
	}
	return p.high.Sub(p.width().Mul(part))
}

func point(f, s decimal.Decimal) Point { return Point{f, s, f.Mul(s)} }

// corner returns the point of a cell that has the least risk.
func (x *examination) corner(c Cell) Point {
	f, s := x.spans(c)
	return point(f.low.Decimal, s.low.Decimal)
}

// above returns a point inside a cell with more risk than low, which the cell
// must reach: it goes half of the way to the upper corner until it is there.
func (x *examination) above(c Cell, low edge) Point {
	f, s := x.spans(c)
	two := decimal.NewFromInt(2)
	for part, inverse := half, two; ; part, inverse = part.Mul(half), inverse.Mul(two) {
		if p := point(f.near(part, inverse), s.near(part, inverse)); p.Risk.GreaterThan(low.Decimal) {
			return p
		}
	}
}

// crossing returns a point of cell a and one of its upper neighbour b between
// which a straight line rises without touching a third cell.
func (x *examination) crossing(a, b Cell) []Point {
	fa, sa := x.spans(a)
	fb, sb := x.spans(b)
	f, df := step(fa, fb, a.Likelihood == b.Likelihood)
	s, ds := step(sa, sb, a.Consequence == b.Consequence)
	return []Point{point(f.Sub(df), s.Sub(ds)), point(f.Add(df), s.Add(ds))}
}

// step returns where on one axis a line from bin a to b has its middle, and
// how far it may go either way: the edge between them, or the middle of the
// bin if the two are the same.
func step(a, b span, same bool) (at, way decimal.Decimal) {
	if same {
		quarter := a.width().Mul(half).Mul(half)
		return a.low.Add(quarter).Add(quarter), quarter
	}
	return b.low.Decimal, decimal.Min(a.width(), b.width()).Mul(half)
}

// between reports whether a straight line rises from a green cell through c to
// a red one.
func (x *examination) between(c Cell) bool {
	for _, g := range x.of(green) {
		for _, r := range x.of(red) {
			if below(g.Cell, c) && below(c, r.Cell) && x.line(g.Cell, c, r.Cell) {
				return true
			}
		}
	}
	return false
}

func below(a, b Cell) bool { return a.Likelihood <= b.Likelihood && a.Consequence <= b.Consequence }

// line reports whether one rising line s = k·f + b passes the inside of all
// cells, of which none lies below the one before. It passes that of one if s.low − k·f.high < b < s.high − k·f.low, so
// that some b does for all of them if each pair p, q of cells leaves room:
// k·(q.f.low − p.f.high) < q.s.high − p.s.low. That bounds k > 0 from below
// and from above, by fractions.
func (x *examination) line(cells ...Cell) bool {
	one := decimal.NewFromInt(1)
	least, most := fraction{decimal.Zero, one}, fraction{one, decimal.Zero}
	for _, p := range cells {
		for _, q := range cells {
			pf, ps := x.spans(p)
			qf, qs := x.spans(q)
			if pf.high.endless || qs.high.endless {
				continue
			}
			run, rise := qf.low.Sub(pf.high.Decimal), qs.high.Sub(ps.low.Decimal)
			switch bound := (fraction{rise, run}); run.Sign() {
			case 1:
				if bound.less(most) {
					most = bound
				}
			case -1:
				if bound = (fraction{rise.Neg(), run.Neg()}); least.less(bound) {
					least = bound
				}
			}
		}
	}
	return least.less(most)
}

// fraction is a number over one that is not negative; over zero it is endless.
type fraction struct{ over, under decimal.Decimal }

func (a fraction) less(b fraction) bool { return a.over.Mul(b.under).LessThan(b.over.Mul(a.under)) }
