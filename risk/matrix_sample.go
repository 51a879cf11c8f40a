package risk

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
)

// The codes of problems with a sample.
const (
	// LineOutside: a line does not cross the matrix.
	LineOutside aims.Code = "risk/line-outside"
	// PointOutside: a risk that was drawn does not lie on the axes.
	PointOutside aims.Code = "risk/point-outside"
	// PairsOutside: a sample has no pairs, or too many.
	PairsOutside aims.Code = "risk/pairs-outside"
)

// LineStatistics counts risks whose consequence falls as their likelihood
// rises: evenly spread on the line likelihood + consequence = total, where
// bins of equal width fill the unit square, 0 < total < 2. Cox (2008) shows
// with such risks that a matrix can do worse than chance. A line outside of
// the square, and an unusable matrix, are reported as [aims.InvalidError].
func (m Matrix) LineStatistics(total aims.Amount) (Statistics, error) {
	c := aims.Checker{Texts: texts}
	c.Nest("matrix", m.Validate())
	sum, known := total.Value()
	if !known {
		c.Add("total", aims.Missing)
	} else if sum.Sign() <= 0 || sum.GreaterThanOrEqual(decimal.NewFromInt(2)) {
		c.Add("total", LineOutside, "got", total.String())
	}
	if err := c.Err(); err != nil {
		return Statistics{}, err
	}
	return m.line(sum.InexactFloat64()).statistics(), nil
}

// piece is a part of a line on which the level does not change.
type piece struct {
	from, share float64 // how far from the middle it begins, and its part of the line
	level       Level
}

// line folds the line in the middle: the product falls towards both ends
// alike, so that of two risks the one nearer to the middle is the greater. It
// cuts the halves where either crosses an edge of the grid.
func (m Matrix) line(total float64) orders {
	middle := total / 2
	reach := min(total, 1) - middle
	cuts := []float64{0, reach}
	for _, bins := range []int{len(m.Grid), len(m.Grid[0])} {
		for edge := range bins + 1 {
			if cut := math.Abs(float64(edge)/float64(bins) - middle); cut < reach {
				cuts = append(cuts, cut)
			}
		}
	}
	slices.Sort(cuts)
	bin := func(x float64, bins int) Level { return Level(x*float64(bins)) + 1 }
	var pieces []piece
	for i, from := range cuts[:len(cuts)-1] {
		at, share := (from+cuts[i+1])/2, (cuts[i+1]-from)/(2*reach)
		for _, f := range []float64{middle - at, middle + at} {
			level := m.At(bin(f, len(m.Grid)), bin(total-f, len(m.Grid[0])))
			pieces = append(pieces, piece{from, share, level})
		}
	}
	var out orders
	for _, a := range pieces {
		for _, b := range pieces {
			if a.level <= b.level {
				continue
			}
			switch both := 2 * a.share * b.share; cmp.Compare(a.from, b.from) {
			case -1:
				out.correct += both
			case 1:
				out.reversed += both
			default: // on either side of the middle, as far away
				out.correct += both / 2
				out.reversed += both / 2
			}
		}
	}
	return out
}

// MaxPairs is the greatest number of pairs that [Matrix.Sample] draws.
const MaxPairs = 1_000_000_000

// Sample draws pairs of risks, for likelihoods and consequences that depend on
// each other or are not spread evenly. draw returns those of one risk, which
// must lie on the axes. The same seed gives the same statistics. A pair with
// equal products is unresolved.
//
// An unusable matrix, axes that do not fit it, a number of pairs that is not
// 1 to [MaxPairs], and a risk that lies elsewhere, are reported as
// [aims.InvalidError].
func (m Matrix) Sample(axes Axes, pairs int, seed uint64, draw func(*rand.Rand) (likelihood, consequence float64)) (Statistics, error) {
	axes, err := m.checked(axes)
	if err != nil {
		return Statistics{}, err
	}
	c := aims.Checker{Texts: texts}
	if pairs < 1 || pairs > MaxPairs {
		c.Add("pairs", PairsOutside, "got", strconv.Itoa(pairs), "max", strconv.Itoa(MaxPairs))
		return Statistics{}, c.Err()
	}
	f, s := axes.Likelihood.plain(), axes.Consequence.plain()
	random := rand.New(rand.NewPCG(seed, 0))
	var counts [3]int // by sign: reversed, unresolved, correct
	for range pairs {
		x, onX := m.place(f, s, random, draw)
		y, onY := m.place(f, s, random, draw)
		if !onX || !onY {
			off := x
			if onX {
				off = y
			}
			c.Add("draw", PointOutside, "likelihood", plainFloat(off.f), "consequence", plainFloat(off.s))
			return Statistics{}, c.Err()
		}
		counts[1+cmp.Compare(x.level, y.level)*cmp.Compare(x.f*x.s, y.f*y.s)]++
	}
	n := float64(pairs)
	shares := orders{correct: float64(counts[2]) / n, reversed: float64(counts[0]) / n}
	out := shares.statistics()
	worst := 0.0
	for _, count := range counts {
		p := float64(count) / n
		worst = max(worst, math.Sqrt(p*(1-p)/n))
	}
	out.Pairs, out.StandardError = pairs, decimal.NewFromFloat(worst).RoundUp(statisticsPlaces)
	return out, nil
}

// drawn is a risk that was drawn.
type drawn struct {
	f, s  float64
	level Level
}

func (m Matrix) place(f, s []float64, random *rand.Rand, draw func(*rand.Rand) (float64, float64)) (drawn, bool) {
	var d drawn
	d.f, d.s = draw(random)
	d.level = m.At(binOf(f, d.f), binOf(s, d.s))
	return d, d.level != 0
}

// binOf returns the bin that holds x, counted from one; zero outside.
func binOf(edges []float64, x float64) Level {
	last := len(edges) - 1
	if math.IsNaN(x) || x < edges[0] || x > edges[last] {
		return 0
	}
	// The upper edge is not looked at: the highest bin holds it.
	return Level(sort.Search(last, func(i int) bool { return edges[i] > x }))
}

// plain returns the edges, with infinity for an end that is not there.
func (a Axis) plain() []float64 {
	out := make([]float64, len(a))
	for i, amount := range a {
		edge, known := amount.Value()
		if out[i] = edge.InexactFloat64(); !known {
			out[i] = math.Inf(1)
		}
	}
	return out
}

func plainFloat(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
