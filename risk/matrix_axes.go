package risk

import (
	"cmp"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
)

// Axis is the numeric side of a scale: the edges of its bins, lowest first,
// one more than there are bins. A bin reaches from its lower edge, inclusive,
// to its upper edge, exclusive except for the highest bin. Edges are not
// negative and rise. The last may be unknown: then the highest bin has no end.
type Axis []aims.Amount

// Axes are the numbers behind the rows and the columns of a [Matrix]. In
// place of an axis that is absent stand bins of equal width: [EvenAxis].
type Axes struct {
	Likelihood  Axis `json:"likelihood,omitempty"`
	Consequence Axis `json:"consequence,omitempty"`
}

// The codes of problems with axes.
const (
	// AxisMismatch: an axis has another number of bins than the matrix has rows or columns.
	AxisMismatch aims.Code = "risk/axis-mismatch"
	// AxisNotRising: an edge of an axis is missing, or not above the one before it.
	AxisNotRising aims.Code = "risk/axis-not-rising"
)

// EvenAxis returns bins of equal width that begin at zero: 0, 1, … bins. It
// stands for a scale in words. The unit does not matter: what is said about
// products holds for every multiple of an axis.
func EvenAxis(bins int) Axis {
	edges := make(Axis, max(bins, 0)+1)
	for i := range edges {
		edges[i] = aims.AmountInt(int64(i))
	}
	return edges
}

// Axis returns the edges that the bounds of the steps give, and false for a
// scale in words or one whose bounds leave an edge open that lies between two
// steps. What the lowest step leaves open is zero, and what the highest leaves
// open is one for a [Probability], and no end for any other unit.
func (s Scale) Axis() (Axis, bool) {
	n := len(s.Steps)
	if s.Unit == "" || n == 0 {
		return nil, false
	}
	edges := make(Axis, n+1)
	edges[0], edges[n] = s.Steps[0].Min, s.Steps[n-1].Max
	if !edges[0].Known() {
		edges[0] = aims.AmountInt(0)
	}
	if !edges[n].Known() && s.Unit == Probability {
		edges[n] = aims.AmountInt(1)
	}
	for i := 1; i < n; i++ {
		edges[i] = s.Steps[i].Min
		if !edges[i].Known() {
			edges[i] = s.Steps[i-1].Max
		}
	}
	if edges.flaw() >= 0 {
		return nil, false
	}
	return edges, true
}

// flaw returns the place of the first edge that is missing, negative or not
// above the one before it, or -1.
func (a Axis) flaw() int {
	for i, edge := range a {
		sign, known := edge.Sign()
		switch {
		case i == 0 && (!known || sign < 0):
			return i
		case i == 0 || !known && i == len(a)-1:
			continue
		}
		if order, ok := edge.Cmp(a[i-1]); !ok || order <= 0 {
			return i
		}
	}
	return -1
}

// checked returns the axes with even ones where there are none, or what is
// wrong with them or with the matrix.
func (m Matrix) checked(axes Axes) (Axes, error) {
	c := aims.Checker{Texts: texts}
	c.Nest("matrix", m.Validate())
	if err := c.Err(); err != nil {
		return Axes{}, err
	}
	check := func(name string, a Axis, bins int) Axis {
		if len(a) == 0 {
			return EvenAxis(bins)
		}
		if len(a) != bins+1 {
			c.Add(aims.Field("axes", name), AxisMismatch, "got", strconv.Itoa(len(a)), "want", strconv.Itoa(bins+1), "bins", strconv.Itoa(bins))
		} else if i := a.flaw(); i >= 0 {
			c.Add(aims.Field("axes", name, i), AxisNotRising, "got", cmp.Or(a[i].String(), "not given"))
		}
		return a
	}
	axes.Likelihood = check("likelihood", axes.Likelihood, len(m.Grid))
	axes.Consequence = check("consequence", axes.Consequence, len(m.Grid[0]))
	return axes, c.Err()
}

// edge is an edge of a bin. What has no end is greater than every number.
type edge struct {
	decimal.Decimal
	endless bool
}

func (a Axis) edges() []edge {
	out := make([]edge, len(a))
	for i, amount := range a {
		value, known := amount.Value()
		out[i] = edge{value, !known}
	}
	return out
}

func (e edge) cmp(f edge) int {
	switch {
	case e.endless && f.endless:
		return 0
	case e.endless:
		return 1
	case f.endless:
		return -1
	}
	return e.Cmp(f.Decimal)
}

// times multiplies two edges above zero, or one at zero by an edge that ends.
func (e edge) times(f edge) edge {
	return edge{e.Mul(f.Decimal), e.endless || f.endless}
}
