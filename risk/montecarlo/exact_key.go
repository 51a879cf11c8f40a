package montecarlo

import (
	"encoding/binary"
	"math"
)

// The keys of laws: a letter for the kind, then the bits of its parameters.
// Where their number varies it is told, so that no two laws have one key.

func lawKey(key []byte, kind byte, parameters ...float64) []byte {
	key = append(key, kind)
	for _, x := range parameters {
		key = binary.LittleEndian.AppendUint64(key, math.Float64bits(x))
	}
	return key
}

func (u uniformEvents) appendKey(key []byte) []byte { return lawKey(key, 'u', u.lo, u.hi) }

func (t triangularEvents) appendKey(key []byte) []byte {
	return lawKey(key, 't', t.lo, t.mode, t.hi)
}

func (e betaEvents) appendKey(key []byte) []byte { return lawKey(key, 'b', e.a, e.b, e.lo, e.width) }

func (l lognormalEvents) appendKey(key []byte) []byte { return lawKey(key, 'l', l.mu, l.sigma) }

func (g gammaEvents) appendKey(key []byte) []byte { return lawKey(key, 'g', g.shape, g.scale) }

func (w weibullEvents) appendKey(key []byte) []byte { return lawKey(key, 'w', w.shape, w.scale) }

func (p paretoEvents) appendKey(key []byte) []byte {
	return lawKey(key, 'p', p.location, p.scale, p.shape)
}

func (a *atomicEvents) appendKey(key []byte) []byte {
	key = lawKey(key, 'a', float64(len(a.values)))
	return lawKey(lawKey(key, 'v', a.values...), 'p', a.probabilities...)
}

func (s scaledEvents) appendKey(key []byte) []byte {
	return s.of.appendKey(lawKey(key, 's', s.factor))
}

func (m mixedEvents) appendKey(key []byte) []byte {
	key = lawKey(key, 'm', float64(len(m.parts)))
	for _, p := range m.parts {
		key = p.law.appendKey(lawKey(key, 'w', p.weight))
	}
	return key
}

func (l layeredEvents) appendKey(key []byte) []byte {
	return l.of.appendKey(lawKey(key, 'c', l.layer.deductible, l.layer.limit))
}

func (c cappedEvents) appendKey(key []byte) []byte {
	return c.of.appendKey(lawKey(key, 'x', c.cap))
}

func (l latticeEvents) appendKey(key []byte) []byte {
	return append(lawKey(key, '+', float64(len(l.key))), l.key...)
}
