package montecarlo

import "github.com/aimskit/aimskit/internal/numeric"

// What acts on the loss of an event: a factor, a chance of one law or another,
// and the layer that a cover bears. A law of atoms stays one.

// scaledEvents is the law of factor·X for a factor above 0.
type scaledEvents struct {
	of     eventLaw
	factor float64
}

func scaleEvents(l eventLaw, factor float64) eventLaw {
	if factor == 1 {
		return l
	}
	if factor == 0 {
		return newAtomicEvents([]float64{0}, []float64{1})
	}
	switch l := l.(type) {
	case *atomicEvents:
		return l.mapped(func(x float64) float64 { return float64(factor * x) })
	case lognormalEvents:
		return newLognormalEvents(l.mu+numeric.Log(factor), l.sigma)
	case mixedEvents:
		var m mixedEvents
		for _, p := range l.parts {
			m.add(p.weight, scaleEvents(p.law, factor))
		}
		return m
	}
	return scaledEvents{l, factor}
}

func (s scaledEvents) survival(x float64) float64 { return s.of.survival(x / s.factor) }

func (s scaledEvents) excess(x float64) float64 {
	return float64(s.factor * s.of.excess(x/s.factor))
}

func (s scaledEvents) square(x float64) float64 {
	return float64(float64(s.factor*s.factor) * s.of.square(x/s.factor))
}

// mixedEvents is one law or another; the weights add up to 1.
type mixedEvents struct{ parts []weightedEvents }

type weightedEvents struct {
	weight float64
	law    eventLaw
}

func (m *mixedEvents) add(weight float64, l eventLaw) {
	if weight == 0 {
		return
	}
	if inner, ok := l.(mixedEvents); ok {
		for _, p := range inner.parts {
			m.parts = append(m.parts, weightedEvents{float64(weight * p.weight), p.law})
		}
		return
	}
	m.parts = append(m.parts, weightedEvents{weight, l})
}

// simplified makes one law of atoms out of several, and no mixture out of one.
func (m mixedEvents) simplified() eventLaw {
	if len(m.parts) == 1 {
		return m.parts[0].law
	}
	var values, probabilities []float64
	for _, p := range m.parts {
		a, ok := p.law.(*atomicEvents)
		if !ok {
			return m
		}
		for i, v := range a.values {
			values, probabilities = append(values, v), append(probabilities, float64(p.weight*a.probabilities[i]))
		}
	}
	return newAtomicEvents(values, probabilities)
}

func (m mixedEvents) survival(x float64) float64 {
	return m.sum(func(l eventLaw) float64 { return l.survival(x) })
}

func (m mixedEvents) excess(x float64) float64 {
	return m.sum(func(l eventLaw) float64 { return l.excess(x) })
}

func (m mixedEvents) square(x float64) float64 {
	return m.sum(func(l eventLaw) float64 { return l.square(x) })
}

func (m mixedEvents) sum(f func(eventLaw) float64) float64 {
	s := 0.0
	for _, p := range m.parts {
		s += float64(p.weight * f(p.law))
	}
	return s
}

// layeredEvents is what a cover leaves of X: X up to the deductible d, then d
// while the cover pays, and X less its limit beyond.
type layeredEvents struct {
	of    eventLaw
	layer layer
}

func layerEvents(l eventLaw, by layer) eventLaw {
	if by.limit == 0 {
		return l
	}
	switch l := l.(type) {
	case *atomicEvents:
		return l.mapped(by.left)
	case mixedEvents:
		var m mixedEvents
		for _, p := range l.parts {
			m.add(p.weight, layerEvents(p.law, by))
		}
		return m.simplified()
	}
	if by.limit == unlimited {
		return cappedEvents{l, by.deductible}
	}
	return layeredEvents{l, by}
}

func (l layeredEvents) survival(x float64) float64 {
	if x < l.layer.deductible {
		return l.of.survival(x)
	}
	return l.of.survival(x + l.layer.limit)
}

func (l layeredEvents) excess(x float64) float64 {
	d := l.layer.deductible
	if x >= d {
		return l.of.excess(x + l.layer.limit)
	}
	return l.of.excess(x) - l.of.excess(d) + l.of.excess(d+l.layer.limit)
}

func (l layeredEvents) square(x float64) float64 {
	d, end := l.layer.deductible, l.layer.deductible+l.layer.limit
	if x >= d {
		return l.of.square(x + l.layer.limit)
	}
	// E((X−x)⁺)² is twice the integral of the excess from x on.
	return l.of.square(x) - l.of.square(d) + float64(2*(d-x)*(l.of.excess(end)-l.of.excess(d))) + l.of.square(end)
}
