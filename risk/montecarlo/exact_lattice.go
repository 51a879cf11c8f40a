package montecarlo

import (
	"math"
	"slices"

	"github.com/aimskit/aimskit/internal/numeric"
)

// raster is the lattice 0, h, 2h … on which the exact method computes. Sequences
// are transformed after multiplication with exp(−tilt·k), so that what does not
// fit and wraps around is negligible.
type raster struct {
	step      float64
	transform *numeric.Transform
	damp      []float64           // exp(−tilt·k)
	exact     bool                // every loss that can occur lies on the lattice
	events    map[string]spectrum // of the laws that were asked for, by their keys
	free      []spectrum          // to be used again
}

// mostEvents is how many laws a raster keeps.
const mostEvents = 32

// totalTilt is the logarithm by which what wraps around is made smaller.
const totalTilt = 14

func newRaster(step float64, t *numeric.Transform, exact bool) *raster {
	n := t.Len()
	g := &raster{step: step, transform: t, exact: exact, damp: make([]float64, n), events: make(map[string]spectrum)}
	const block = 128
	for k := range min(block, n) {
		g.damp[k] = numeric.Exp(-totalTilt * float64(k) / float64(n))
	}
	for k := block; k < n; k += block {
		far := numeric.Exp(-totalTilt * float64(k) / float64(n))
		for j := range block {
			g.damp[k+j] = float64(far * g.damp[j])
		}
	}
	return g
}

func (g *raster) len() int { return len(g.damp) }

// spectrum is the transform of a damped sequence.
type spectrum struct{ re, im []float64 }

func (g *raster) newSpectrum() spectrum {
	return spectrum{make([]float64, g.len()/2), make([]float64, g.len()/2)}
}

// clone copies a spectrum into one that is used no more, if there is one.
func (g *raster) clone(s spectrum) spectrum {
	n := len(g.free) - 1
	if n < 0 {
		return spectrum{slices.Clone(s.re), slices.Clone(s.im)}
	}
	t := g.free[n]
	g.free = g.free[:n]
	copy(t.re, s.re)
	copy(t.im, s.im)
	return t
}

// spectrumOf transforms the probabilities p, which it overwrites.
func (g *raster) spectrumOf(p []float64) spectrum {
	for k, d := range g.damp {
		p[k] = float64(p[k] * d)
	}
	s := g.newSpectrum()
	g.transform.Forward(p, s.re, s.im)
	return s
}

// event returns the spectrum of a law, which is not to be changed.
func (g *raster) event(l eventLaw) spectrum {
	key := string(l.appendKey(nil))
	s, known := g.events[key]
	if !known {
		p := make([]float64, g.len())
		g.put(p, 1, l)
		s = g.spectrumOf(p)
		if len(g.events) < mostEvents {
			g.events[key] = s
		}
	}
	return s
}

// probabilities undoes spectrumOf. The spectrum is used no more.
func (g *raster) probabilities(s spectrum) []float64 {
	p := make([]float64, g.len())
	g.transform.Inverse(s.re, s.im, p)
	g.free = append(g.free, s)
	for k, d := range g.damp {
		p[k] /= d
	}
	return p
}

// times multiplies s by t.
func (s spectrum) times(t spectrum) {
	im, tr, ti := s.im[:len(s.re)], t.re[:len(s.re)], t.im[:len(s.re)]
	for k, a := range s.re {
		s.re[k], im[k] = float64(a*tr[k])-float64(im[k]*ti[k]), float64(a*ti[k])+float64(im[k]*tr[k])
	}
}

// add adds weight·t to s.
func (s spectrum) add(weight float64, t spectrum) {
	im, tr, ti := s.im[:len(s.re)], t.re[:len(s.re)], t.im[:len(s.re)]
	for k := range s.re {
		s.re[k] += float64(weight * tr[k])
		im[k] += float64(weight * ti[k])
	}
}

// put adds weight times the discretized law to p. Each bit of probability is
// divided between its two neighbours on the lattice so that the mean is kept;
// what lies beyond the lattice is left out.
func (g *raster) put(p []float64, weight float64, l eventLaw) {
	switch l := l.(type) {
	case *atomicEvents:
		for i, v := range l.values {
			g.atom(p, v, float64(weight*l.probabilities[i]))
		}
		return
	case mixedEvents:
		for _, part := range l.parts {
			g.put(p, float64(weight*part.weight), part.law)
		}
		return
	}
	// The excess falls over a cell by the mean probability to be above it, times
	// the step; how much that changes from cell to cell is the probability.
	scale := weight / g.step
	before, left := g.step, l.excess(0)
	for k := range p {
		next := l.excess(float64(float64(k+1) * g.step))
		fall := left - next
		p[k] += float64(scale * (before - fall))
		before, left = fall, next
		if next == 0 && fall == 0 {
			return
		}
	}
}

// atom puts the probability q at x.
func (g *raster) atom(p []float64, x, q float64) {
	at := x / g.step
	k := math.Floor(at)
	right := at - k
	if right > 1-1e-9 { // a multiple of the step but for rounding
		k, right = k+1, 0
	} else if right < 1e-9 {
		right = 0
	}
	if k < float64(len(p)) {
		p[int(k)] += float64(q * (1 - right))
	}
	if k+1 < float64(len(p)) && right > 0 {
		p[int(k)+1] += float64(q * right)
	}
}

// lattice is the distribution of a loss on a lattice. Its mean and second
// moment are those of the loss itself, known without the lattice.
type lattice struct {
	step      float64
	above     []float64 // P(X > kh), or what stands for P(X > (k+½)h) where X is continuous
	over      []float64 // E (X−kh)⁺
	mean      float64
	moment2   float64
	zero      float64 // P(X = 0)
	onLattice bool
}

// newLattice takes the probabilities p, which become the lattice's.
func newLattice(g *raster, p []float64, mean, moment2, zero float64) *lattice {
	over := make([]float64, len(p)+1)
	below, left := 0.0, mean
	for k, q := range p {
		below += q
		above := 1 - below
		if above < 0 {
			above = 0
		}
		p[k], over[k] = above, left
		if left -= float64(g.step * above); left < 0 {
			left = 0
		}
	}
	over[len(p)] = left
	return &lattice{g.step, p, over, mean, moment2, zero, g.exact}
}

func (l *lattice) average() float64 { return l.mean }

// end is where the lattice ends.
func (l *lattice) end() float64 { return float64(l.step * float64(len(l.above))) }

// exceedance beyond the lattice falls exponentially, with the mean excess that
// is left there.
func (l *lattice) exceedance(x float64) float64 {
	if x < 0 {
		return 1
	}
	at := x / l.step
	n := len(l.above)
	if at >= float64(n) {
		last, left := l.above[n-1], l.over[n]
		if last == 0 || left == 0 {
			return 0
		}
		return float64(last * numeric.Exp(-float64((x-l.end())*last)/left))
	}
	if l.onLattice {
		return l.above[int(at+1e-9)]
	}
	at -= 0.5
	if at < 0 { // from the atom at 0
		return 1 - l.zero + float64((float64(2*at)+1)*(l.above[0]-(1-l.zero)))
	}
	k := int(at)
	if k+1 >= n {
		return l.above[n-1]
	}
	return l.above[k] + float64((at-float64(k))*(l.above[k+1]-l.above[k]))
}

// smallest is a probability that rounding may leave or take.
const smallest = 1e-13

// quantile beyond the lattice follows exceedance.
func (l *lattice) quantile(p float64) float64 {
	q := 1 - p
	if 1-l.zero <= q+smallest {
		return 0
	}
	n := len(l.above)
	last := l.above[n-1]
	if last > q+smallest {
		if l.over[n] == 0 {
			return l.end()
		}
		return l.end() + float64(l.over[n]/last*numeric.Log(last/q))
	}
	lo, hi := -1, n-1 // above[lo] > q ≥ above[hi]
	for hi-lo > 1 {
		if mid := int(uint(lo+hi) / 2); l.above[mid] > q+smallest {
			lo = mid
		} else {
			hi = mid
		}
	}
	if l.onLattice {
		return float64(l.step * float64(hi))
	}
	right := l.above[hi]
	if hi == 0 {
		left := 1 - l.zero
		return float64(float64(0.5*l.step) * fraction(left, q, right))
	}
	return float64(l.step * (float64(hi) - 0.5 + fraction(l.above[hi-1], q, right)))
}

// fraction is how far q lies on the way from left down to right.
func fraction(left, q, right float64) float64 {
	if left-right <= smallest {
		return 1
	}
	return max(0, min(1, (left-q)/(left-right)))
}

// excess is E (X−x)⁺.
func (l *lattice) excess(x float64) float64 {
	if x <= 0 {
		return l.mean - x
	}
	at := x / l.step
	n := len(l.above)
	if at >= float64(n) {
		left := l.over[n]
		if left == 0 {
			return 0
		}
		return float64(left * numeric.Exp(-float64((x-l.end())*l.above[n-1])/left))
	}
	k := int(at)
	from := float64(float64(k) * l.step)
	if l.onLattice {
		return max(0, l.over[k]-float64((x-from)*l.above[k]))
	}
	return max(0, l.over[k]-float64((x-from)*l.exceedance(from+float64(0.5*(x-from)))))
}

func (l *lattice) tailMean(p float64) float64 {
	v := l.quantile(p)
	return v + l.excess(v)/(1-p)
}
