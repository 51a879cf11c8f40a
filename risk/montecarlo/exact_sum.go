package montecarlo

import (
	"math"

	"github.com/aimskit/aimskit/internal/numeric"
)

const (
	sumPoints = 1 << 16 // of the lattice on which the law of a sum is computed
	sumTail   = 1e-10   // probability that it does not reach
	sumAtoms  = 1 << 16 // pairs of atoms that are added one by one
)

// sumOf is the law of the sum of two independent losses, one of those that are
// known if it is among them.
func sumOf(a, b eventLaw, known map[string]eventLaw) eventLaw {
	key := string(b.appendKey(a.appendKey(nil)))
	law := known[key]
	if law == nil {
		law = sumEvents(a, b)
		if len(known) < mostEvents {
			known[key] = law
		}
	}
	return law
}

// sumEvents is the law of the sum of two independent losses.
func sumEvents(a, b eventLaw) eventLaw {
	aa, ok := a.(*atomicEvents)
	ba, also := b.(*atomicEvents)
	if ok && also && len(aa.values)*len(ba.values) <= sumAtoms {
		var values, probabilities []float64
		for i, x := range aa.values {
			for j, y := range ba.values {
				values = append(values, x+y)
				probabilities = append(probabilities, float64(aa.probabilities[i]*ba.probabilities[j]))
			}
		}
		return newAtomicEvents(values, probabilities)
	}
	reach := a.excess(0) + b.excess(0)
	for reach < largest && a.survival(float64(0.5*reach))+b.survival(float64(0.5*reach)) > sumTail {
		reach += reach
	}
	g := newRaster(reach/sumPoints, numeric.NewTransform(sumPoints), false)
	p, q := make([]float64, sumPoints), make([]float64, sumPoints)
	g.put(p, 1, a)
	g.put(q, 1, b)
	s := g.spectrumOf(p)
	s.times(g.spectrumOf(q))
	mean := a.excess(0) + b.excess(0)
	square := a.square(0) + b.square(0) + float64(2*float64(a.excess(0)*b.excess(0)))
	zero := float64((1 - a.survival(0)) * (1 - b.survival(0)))
	return latticeEvents{newLattice(g, g.probabilities(s), mean, square, zero), string(b.appendKey(a.appendKey(nil)))}
}

// latticeEvents is the law of an event's loss that is known on a lattice.
type latticeEvents struct {
	*lattice
	key string // of the laws that it is the sum of
}

func (l latticeEvents) survival(x float64) float64 { return l.exceedance(x) }

// square is the second moment less twice the integral of the excess up to x.
func (l latticeEvents) square(x float64) float64 {
	at := min(x/l.step, float64(len(l.above)))
	whole := math.Floor(at)
	area := 0.0
	for k := range int(whole) {
		area += float64(float64(0.5*l.step) * (l.over[k] + l.over[k+1]))
	}
	from := float64(whole * l.step)
	area += float64(float64(0.5*(x-from)) * (l.excess(from) + l.excess(x)))
	return max(0, l.moment2-float64(2*area))
}
