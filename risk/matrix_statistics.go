package risk

import (
	"math"

	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
)

// Statistics say how well a matrix orders risks: of two risks drawn
// independently, how often the one with the greater product of likelihood and
// consequence is on the higher level (correct), both are on one level
// (unresolved), or the one with the lesser product is on the higher level
// (reversed). They are shares of all pairs, 0..1, in six places, and add up
// to 1.
type Statistics struct {
	Correct    decimal.Decimal `json:"correct"`
	Unresolved decimal.Decimal `json:"unresolved"`
	Reversed   decimal.Decimal `json:"reversed"`
	// Pairs is the number of pairs that were drawn; zero: none, the shares
	// were integrated.
	Pairs int `json:"pairs,omitzero"`
	// StandardError is the greatest standard error of the three shares; zero
	// where nothing was drawn.
	StandardError decimal.Decimal `json:"standardError,omitzero"`
}

const statisticsPlaces = 6

// orders are shares of pairs.
type orders struct{ correct, reversed float64 }

func (o orders) statistics() Statistics {
	correct := decimal.NewFromFloat(o.correct).Round(statisticsPlaces)
	reversed := decimal.NewFromFloat(o.reversed).Round(statisticsPlaces)
	return Statistics{
		Correct: correct, Reversed: reversed,
		Unresolved: decimal.NewFromInt(1).Sub(correct).Sub(reversed),
	}
}

// AxisEndless: the highest bin of an axis has no end, so that nothing can be
// spread evenly over it.
const AxisEndless aims.Code = "risk/axis-endless"

// Statistics integrates, in closed form, over risks that are spread evenly:
// likelihood and consequence are independent, and each is uniform over its
// axis. An unusable matrix, and axes that do not fit it or do not end, are
// reported as [aims.InvalidError]; for what cannot be spread evenly there is
// [Matrix.Sample].
func (m Matrix) Statistics(axes Axes) (Statistics, error) {
	axes, err := m.checked(axes)
	if err != nil {
		return Statistics{}, err
	}
	c := aims.Checker{Texts: texts}
	f, s := axes.Likelihood.even(&c, "likelihood"), axes.Consequence.even(&c, "consequence")
	if err := c.Err(); err != nil {
		return Statistics{}, err
	}
	return m.orders(f, s).statistics(), nil
}

// even returns the edges as shares of the last one; products keep their order.
func (a Axis) even(c *aims.Checker, name string) []float64 {
	last, ends := a[len(a)-1].Value()
	if !ends {
		c.Add(aims.Field("axes", name, len(a)-1), AxisEndless)
		return nil
	}
	out := make([]float64, len(a))
	for i, amount := range a {
		edge, _ := amount.Value()
		out[i] = edge.InexactFloat64() / last.InexactFloat64()
	}
	return out
}

// orders adds up pairs of cells on different levels. The area of a cell below
// a product z is that of four corners, with signs: of the rectangle from zero
// to a corner with product p, the area below z is p if p ≤ z, and otherwise
// z(1 + ln(p/z)). Corners that cells of one level share cancel, so the levels
// are taken as a whole.
func (m Matrix) orders(f, s []float64) orders {
	area := (f[len(f)-1] - f[0]) * (s[len(s)-1] - s[0])
	pairs := 2 / (area * area) // either of two risks may be the higher one
	var out orders
	for level := Level(2); level <= MaxLevel; level++ {
		upper := m.corners(f, s, func(l Level) bool { return l == level })
		lower := m.corners(f, s, func(l Level) bool { return l < level })
		for _, p := range upper {
			for _, q := range lower {
				weight := p.weight * q.weight * pairs
				out.correct += weight * beyond(p.product, q.product)
				out.reversed += weight * beyond(q.product, p.product)
			}
		}
	}
	return out
}

// corner is a point of the grid with the number of times, by sign, that it
// counts in the area of some cells.
type corner struct{ product, weight float64 }

func (m Matrix) corners(f, s []float64, in func(Level) bool) []corner {
	// sign is 1 for a cell that is in, with the grid continued by zeros.
	sign := func(i, j int) float64 {
		if l := m.At(Level(i), Level(j)); l != 0 && in(l) {
			return 1
		}
		return 0
	}
	var out []corner
	for i := range f {
		for j := range s {
			// The corner is the upper one of cell (i, j), counted from one.
			weight := sign(i, j) + sign(i+1, j+1) - sign(i, j+1) - sign(i+1, j)
			if product := f[i] * s[j]; weight != 0 && product > 0 {
				out = append(out, corner{product, weight})
			}
		}
	}
	return out
}

// beyond returns the measure of the pairs of points, one below the corner of
// p and one below that of q, of which the first has the greater product: the
// integral over z up to p of ln(p/z), the density of the first, times the area
// of q below z.
func beyond(p, q float64) float64 {
	if p <= q {
		return p * p * (2 + math.Log(q/p)) / 4
	}
	return p*q - q*q*(2+math.Log(p/q))/4
}
