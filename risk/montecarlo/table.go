package montecarlo

import (
	"math"

	"github.com/aimskit/aimskit/internal/numeric"
)

// The quantile function of a distribution is tabled in equal steps of the
// probability in the middle, and near the ends, where quantile functions are
// steep, in equal steps within each octave of the distance from the end.
// Between two nodes stands the cubic with the quantiles and their slopes at both.
const (
	midBits     = 9 // 512 cells, of which the first and last 16 are not used
	midCells    = 1 << midBits
	midEnd      = midCells / 32
	fineFirst   = 4  // from a distance of 2⁻⁵ on, that is octave 4,
	fineBits    = 5  // 32 cells in each octave,
	coarseFirst = 12 // from 2⁻¹³ on
	coarseBits  = 3  // 8 cells,
	octaves     = 38 // and beyond 2⁻³⁹ the quantile function itself is asked
	fineCells   = (coarseFirst - fineFirst) << fineBits
	coarseCells = (octaves - coarseFirst) << coarseBits
)

// cell is a cubic over [0, 1).
type cell [4]float64

func (c *cell) at(t float64) float64 {
	return c[0] + float64(t*(c[1]+float64(t*(c[2]+float64(t*c[3])))))
}

// table is the quantile function of a continuous distribution.
type table struct {
	mid    [midCells]cell
	fine   [2 * fineCells]cell // lower end, then upper end
	coarse [2 * coarseCells]cell
	// quantile is the exact function of the distance q from an end.
	quantile func(q float64, upper bool) float64
}

// draw returns the quantile at the uniform number h/2⁶⁴.
func (t *table) draw(h uint64) float64 {
	i := h >> (64 - midBits)
	if i-midEnd >= midCells-2*midEnd {
		return t.far(h)
	}
	return t.mid[i&(midCells-1)].at(float64(int64(h<<midBits>>11)) * 0x1p-53)
}

// all draws for every counter: out[i] is draw(mix(counters[i] + offset)).
func (t *table) all(counters []uint64, offset uint64, out []float64) {
	for len(counters) > atOnce {
		t.some(counters[:atOnce], offset, out)
		counters, out = counters[atOnce:], out[atOnce:]
	}
	t.some(counters, offset, out)
}

const atOnce = 256

// some is all for up to atOnce counters. No draw waits to know whether it lies
// near an end; those that do are drawn once more.
func (t *table) some(counters []uint64, offset uint64, out []float64) {
	var (
		ends [atOnce]uint8
		n    int
	)
	out = out[:len(counters)]
	for k, x := range counters {
		h := mix(x + offset)
		i := h >> (64 - midBits)
		ends[n&(atOnce-1)] = uint8(k)
		near := 0
		if i-midEnd >= midCells-2*midEnd {
			near = 1
		}
		n += near
		out[k] = t.mid[i&(midCells-1)].at(float64(int64(h<<midBits>>11)) * 0x1p-53)
	}
	for _, k := range ends[:n] {
		out[k] = t.far(mix(counters[k] + offset))
	}
}

// far is draw near the ends.
func (t *table) far(h uint64) float64 {
	v, upper := tail(h)
	n := octave(v)
	w := v << (uint(n+2) & 63)
	switch {
	case n < coarseFirst:
		i := uint64(n-fineFirst)<<fineBits | w>>(64-fineBits)
		return t.fine[i+upper&fineCells].at(float64(int64(w<<fineBits>>11)) * 0x1p-53)
	case n < octaves:
		i := uint64(n-coarseFirst)<<coarseBits | w>>(64-coarseBits)
		return t.coarse[i+upper&coarseCells].at(float64(int64(w<<coarseBits>>11)) * 0x1p-53)
	}
	return t.quantile((float64(v)+0.5)*0x1p-64, upper != 0)
}

// newTable tables a continuous distribution.
func newTable(c curveOf) *table {
	t := &table{quantile: c.quantile}
	for half := range 2 {
		upper := half == 1
		find := func(q float64) float64 { return c.quantile(q, upper) }
		if c.side != nil {
			find = c.side(upper).march(c.quantile(0.5, upper), find)
		}
		node := func(q float64) (x, d float64) {
			x = find(q)
			return x, c.slope(x, upper)
		}
		t.fillMid(upper, node)
		fill(t.fine[half*fineCells:][:fineCells], fineFirst, fineBits, node)
		fill(t.coarse[half*coarseCells:][:coarseCells], coarseFirst, coarseBits, node)
	}
	return t
}

// fillMid makes the cells of one half of the middle, from ½ to the end.
func (t *table) fillMid(upper bool, node func(q float64) (x, d float64)) {
	const step = 1.0 / midCells
	x1, d1 := node(0.5)
	for i := midCells/2 - 1; i >= midEnd; i-- {
		x0, d0 := node(float64(i) * step)
		if upper { // towards 1 the distance falls
			t.mid[midCells-1-i] = cubic(x1, x0, -float64(d1*step), -float64(d0*step))
		} else {
			t.mid[i] = cubic(x0, x1, float64(d0*step), float64(d1*step))
		}
		x1, d1 = x0, d0
	}
}

// fill makes the cells of consecutive octaves from the one given, from the
// widest distance to the narrowest. Neighbours share their nodes.
func fill(cells []cell, first int, cellBits uint, node func(q float64) (x, d float64)) {
	perOctave := 1 << cellBits
	x1, d1 := node(distance(first - 1))
	for o := range len(cells) >> cellBits {
		low := distance(first + o)
		step := low / float64(perOctave)
		for k := perOctave - 1; k >= 0; k-- {
			x0, d0 := node(low + float64(float64(k)*step))
			cells[o<<cellBits|k] = cubic(x0, x1, float64(d0*step), float64(d1*step))
			x1, d1 = x0, d0
		}
	}
}

// distance is 2^−(n+2), the narrow end of an octave.
func distance(n int) float64 { return math.Float64frombits(uint64(1023-n-2) << 52) }

// side is a distribution seen from one of its ends: y is the distance from it,
// or where that end is infinite the value itself.
type side struct {
	mass    func(y float64) float64 // probability between the end and y
	density func(y float64) float64
	falling bool                    // the end is infinite, and the mass falls with y
	value   func(y float64) float64 // the x at y
	from    func(x float64) float64 // and back
}

// march returns a function that finds quantiles faster than the slow one does
// for a falling sequence of close probabilities: it takes Newton's steps on
// the logarithm of the mass, beginning where the last one ended. The first x
// is that at ½.
func (s side) march(x float64, slow func(q float64) float64) func(q float64) float64 {
	y := s.from(x)
	return func(q float64) float64 {
		start := y
		for range 6 {
			mass := s.mass(y)
			step := numeric.Log(mass/q) * mass / s.density(y)
			if s.falling {
				step = -step
			}
			y -= step
			if !(y > 0) || !finite(y) {
				break
			}
			if math.Abs(step) < 1e-7*y {
				return s.value(y)
			}
		}
		y = start
		return slow(q)
	}
}

// cubic has the values x0, x1 and the slopes d0, d1 at 0 and 1. A slope that
// is not finite, at the edge of a support, is replaced by the chord.
func cubic(x0, x1, d0, d1 float64) cell {
	rise := x1 - x0
	if !finite(d0) || !finite(d1) {
		d0, d1 = rise, rise
	}
	return cell{x0, d0, float64(3*rise) - float64(2*d0) - d1, d0 + d1 - float64(2*rise)}
}

func finite(x float64) bool { return x-x == 0 }
