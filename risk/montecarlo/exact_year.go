package montecarlo

import (
	"math"
	"slices"
)

// exactYear is the year of a scenario in one state of the common causes: events
// whose numbers and losses are independent. With the probability of a share,
// itself drawn once for the year, an event has the law both and not alone.
type exactYear struct {
	counts  []eventCount
	alone   eventLaw
	both    eventLaw // nil: no secondary loss
	shares  []float64
	weights []float64
	perYear []layer
}

// year returns the year of a scenario in a state.
func (p *exactPlan) year(s *exactScenario, state []int) exactYear {
	value := func(c int) float64 { return p.causes[c].values[state[c]] }
	factor := func(f causedFactor) float64 {
		x := f.constant
		for _, c := range f.causes {
			x = float64(x * (1 - value(c)))
		}
		return x
	}
	keep, scale := factor(s.keep), factor(s.leave)
	y := exactYear{counts: []eventCount{s.count.thinned(keep)}, shares: s.shares, weights: s.weights, perYear: s.perYear}
	for _, k := range s.strikes {
		if value(k.cause) == 0 {
			continue
		}
		scale = float64(scale * k.factor)
		if k.count != nil {
			y.counts = append(y.counts, k.count.thinned(keep))
		}
	}
	change := func(l eventLaw) eventLaw {
		var m mixedEvents
		m.add(1, l)
		for _, d := range s.detect {
			var next mixedEvents
			for _, part := range m.parts {
				next.add(float64(part.weight*(1-d.probability)), part.law)
				next.add(float64(part.weight*d.probability), scaleEvents(part.law, factor(d.leave)))
			}
			m = next
		}
		l = scaleEvents(m.simplified(), scale)
		for _, by := range s.perEvent {
			l = layerEvents(l, by)
		}
		return l
	}
	y.alone = change(s.severity)
	if s.sum != nil {
		y.both = change(s.sum)
	}
	return y
}

// given calls f for every node of the share of events with secondary loss.
func (y *exactYear) given(f func(share, weight float64)) {
	if y.both == nil {
		f(0, 1)
		return
	}
	for i, q := range y.shares {
		f(q, y.weights[i])
	}
}

// moments returns the mean and the second moment of the loss before what acts
// on the whole year.
func (y *exactYear) moments() (mean, square float64) {
	y.given(func(share, weight float64) {
		first, second := y.event(share)
		m, variance := 0.0, 0.0
		for _, c := range y.counts {
			n, v := c.moments()
			m += float64(n * first)
			variance += float64(n*(second-float64(first*first))) + float64(v*float64(first*first))
		}
		mean += float64(weight * m)
		square += float64(weight * (variance + float64(m*m)))
	})
	return mean, square
}

// event returns the first two moments of the loss of an event.
func (y *exactYear) event(share float64) (first, second float64) {
	first, second = y.alone.excess(0), y.alone.square(0)
	if y.both != nil {
		first += float64(share * (y.both.excess(0) - first))
		second += float64(share * (y.both.square(0) - second))
	}
	return first, second
}

// largestAtMost is the probability that no event of the year costs more than x.
func (y *exactYear) largestAtMost(x float64) float64 {
	alone := y.alone.survival(x)
	both := 0.0
	if y.both != nil {
		both = y.both.survival(x)
	}
	p := 0.0
	y.given(func(share, weight float64) {
		at := 1 - (alone + float64(share*(both-alone)))
		q := 1.0
		for _, c := range y.counts {
			q = float64(q * c.at(at))
		}
		p += float64(weight * q)
	})
	return p
}

// free is the greatest gross loss of a year that covers bear wholly.
func (y *exactYear) free() float64 {
	x := 0.0
	for i := len(y.perYear) - 1; i >= 0; i-- {
		if l := y.perYear[i]; x >= l.deductible {
			x += l.limit
		}
	}
	return x
}

// reach is a loss that the year hardly ever exceeds: a first guess.
func (y *exactYear) reach(tail float64) float64 {
	mean, square := y.moments()
	events := 0.0
	for _, c := range y.counts {
		n, _ := c.moments()
		events += n
	}
	x := max(mean, y.alone.excess(0))
	above := func(x float64) float64 {
		p := y.alone.survival(x)
		if y.both != nil {
			p = max(p, y.both.survival(x))
		}
		return p
	}
	for x > 0 && float64(events*above(x)) > tail && x < largest {
		x += x
	}
	return x + mean + float64(4*math.Sqrt(max(0, square-float64(mean*mean))))
}

// gross returns the spectrum of the year's loss before what acts on the whole
// year.
func (g *raster) gross(y *exactYear) spectrum {
	alone := g.event(y.alone)
	if y.both == nil {
		return g.compound(alone, y.counts)
	}
	both := g.event(y.both)
	out, event := g.newSpectrum(), g.newSpectrum()
	y.given(func(share, weight float64) {
		clear(event.re)
		clear(event.im)
		event.add(1-share, alone)
		event.add(share, both)
		year := g.compound(event, y.counts)
		out.add(weight, year)
		g.free = append(g.free, year)
	})
	return out
}

// compound returns the spectrum of a year's loss, given that of an event's.
func (g *raster) compound(event spectrum, counts []eventCount) spectrum {
	out := g.clone(event)
	counts[0].apply(out.re, out.im)
	for _, c := range counts[1:] {
		next := g.clone(event)
		c.apply(next.re, next.im)
		out.times(next)
		g.free = append(g.free, next)
	}
	return out
}

// yearOn is what the total needs to know of a year.
type yearOn struct {
	spectrum     spectrum
	mean, square float64
	zero         float64
}

// net returns the year after all that acts on it.
func (g *raster) net(y *exactYear) yearOn {
	mean, square := y.moments()
	out := yearOn{g.gross(y), mean, square, y.largestAtMost(0)}
	if len(y.perYear) == 0 {
		return out
	}
	p := g.probabilities(out.spectrum)
	l := newLattice(g, slices.Clone(p), mean, square, out.zero)
	if free := y.free(); free > 0 {
		out.zero = 1 - l.exceedance(free)
	}
	left := func(x float64) float64 {
		for _, by := range y.perYear {
			x = by.left(x)
		}
		return x
	}
	// What the covers bear on the lattice, and beyond its end, where they bear
	// the most that they do or all above a deductible.
	net := make([]float64, len(p))
	beyond, beyondMean := 1.0, mean
	out.mean, out.square = 0, 0
	for k, q := range p {
		x := float64(g.step * float64(k))
		beyond -= q
		beyondMean -= float64(q * x)
		kept := left(x)
		g.atom(net, kept, q)
		out.mean += float64(q * kept)
		out.square += float64(float64(q*kept) * kept)
	}
	beyond, beyondMean = max(0, beyond), max(0, beyondMean)
	if beyond > smallest {
		// The rest stands where it has its mean.
		x := beyondMean / beyond
		kept := left(x)
		g.atom(net, kept, beyond)
		out.mean += float64(beyond * kept)
		out.square += float64(float64(beyond*kept) * kept)
	}
	// Where nothing is left, rounding may stand on either side of 0.
	out.mean, out.square = max(0, out.mean), max(0, out.square)
	out.spectrum = g.spectrumOf(net)
	return out
}
