package montecarlo

import (
	"math"
	"slices"

	"github.com/aimskit/aimskit/internal/numeric"
)

// eventLaw is the distribution of the loss X of an event, by what the exact
// method asks of it. All of them fall as x ≥ 0 rises; at 0 the excess is the
// mean and the square the second moment, which may be infinite.
type eventLaw interface {
	survival(x float64) float64 // P(X > x)
	excess(x float64) float64   // E (X−x)⁺
	square(x float64) float64   // E ((X−x)⁺)²
	// appendKey appends what tells the law from every other one.
	appendKey(key []byte) []byte
}

// eventLawOf returns the law of a valid distribution.
func eventLawOf(d Distribution) eventLaw {
	switch d.Kind {
	case KindUniform:
		return uniformEvents{d.Min.value, d.Max.value}
	case KindTriangular:
		return triangularEvents{d.Min.value, d.Mode.value, d.Max.value}
	case KindPERT, KindClassicPERT, KindBeta:
		a, b, lo, hi := d.betaShape()
		return betaEvents{a, b, lo, hi - lo}
	case KindLognormal:
		mu, sigma := d.logMoments()
		return newLognormalEvents(mu, sigma)
	case KindGamma:
		return gammaEvents{d.Shape.value, d.Scale.value}
	case KindWeibull:
		return newWeibullEvents(d.Shape.value, d.Scale.value)
	case KindGeneralizedPareto:
		return paretoEvents{d.Location.value, d.Scale.value, d.Shape.value}
	case KindMixture:
		whole := d.partsWeight()
		var m mixedEvents
		for _, p := range d.Parts {
			m.add(p.Weight.value/whole, eventLawOf(p.Distribution))
		}
		return m.simplified()
	}
	var values, probabilities []float64
	eachAtom(d, func(x, p float64) {
		values, probabilities = append(values, x), append(probabilities, p)
	})
	return newAtomicEvents(values, probabilities)
}

// below adds to a law whose least value is lo what all laws have in common at
// an x below it.
func (e lowerEnd) below(x float64) (survival, excess, square float64) {
	d := e.lo - x
	return 1, e.excess + d, e.square + float64((d+d)*e.excess) + float64(d*d)
}

// lowerEnd has the excess and the square of a law at its least value.
type lowerEnd struct{ lo, excess, square float64 }

type uniformEvents struct{ lo, hi float64 }

func (u uniformEvents) end() lowerEnd {
	w := u.hi - u.lo
	return lowerEnd{u.lo, float64(0.5 * w), float64(w*w) / 3}
}

func (u uniformEvents) at(x float64) (survival, excess, square float64) {
	if x < u.lo {
		return u.end().below(x)
	}
	d, w := max(u.hi-x, 0), u.hi-u.lo
	return d / w, float64(d*d) / (2 * w), float64(d*d*d) / (3 * w)
}

func (u uniformEvents) survival(x float64) float64 { s, _, _ := u.at(x); return s }
func (u uniformEvents) excess(x float64) float64   { _, e, _ := u.at(x); return e }
func (u uniformEvents) square(x float64) float64   { _, _, q := u.at(x); return q }

type triangularEvents struct{ lo, mode, hi float64 }

func (t triangularEvents) at(x float64) (survival, excess, square float64) {
	width := t.hi - t.lo
	if x >= t.mode {
		d := max(t.hi-x, 0)
		if d == 0 {
			return 0, 0, 0
		}
		area := float64(width * (t.hi - t.mode))
		return float64(d*d) / area, float64(d*d*d) / (3 * area), float64(d*d*d*d) / (6 * area)
	}
	mean := (t.lo + t.mode + t.hi) / 3
	a, m, b := t.lo, t.mode, t.hi
	variance := (float64(a*a) + float64(b*b) + float64(m*m) - float64(a*b) - float64(a*m) - float64(b*m)) / 18
	end := lowerEnd{t.lo, mean - t.lo, variance + float64((mean-t.lo)*(mean-t.lo))}
	if x < t.lo {
		return end.below(x)
	}
	d, area := x-t.lo, float64(width*(t.mode-t.lo))
	return 1 - float64(d*d)/area,
		mean - x + float64(d*d*d)/(3*area),
		variance + float64((mean-x)*(mean-x)) - float64(d*d*d*d)/(6*area)
}

func (t triangularEvents) survival(x float64) float64 { s, _, _ := t.at(x); return s }
func (t triangularEvents) excess(x float64) float64   { _, e, _ := t.at(x); return e }
func (t triangularEvents) square(x float64) float64   { _, _, q := t.at(x); return q }

// betaEvents is lo + width·B.
type betaEvents struct{ a, b, lo, width float64 }

// upper returns P(B > y), E[B; B > y] and E[B²; B > y].
func (e betaEvents) upper(y float64) (p, first, second float64) {
	m1 := e.a / (e.a + e.b)
	m2 := float64(m1*(e.a+1)) / (e.a + e.b + 1)
	if y <= 0 {
		return 1, m1, m2
	}
	return numeric.BetaI(e.b, e.a, 1-y), float64(m1 * numeric.BetaI(e.b, e.a+1, 1-y)), float64(m2 * numeric.BetaI(e.b, e.a+2, 1-y))
}

func (e betaEvents) survival(x float64) float64 {
	y := (x - e.lo) / e.width
	if y <= 0 {
		return 1
	}
	return numeric.BetaI(e.b, e.a, 1-y)
}

func (e betaEvents) excess(x float64) float64 {
	y := (x - e.lo) / e.width
	if y >= 1 {
		return 0
	}
	m := e.a / (e.a + e.b)
	if y <= 0 {
		return e.lo + float64(e.width*m) - x
	}
	p := numeric.BetaI(e.b, e.a, 1-y)
	first := float64(m * numeric.BetaI(e.b, e.a+1, 1-y))
	return max(0, float64(e.width*(first-float64(y*p))))
}

func (e betaEvents) square(x float64) float64 {
	y := (x - e.lo) / e.width
	if y >= 1 {
		return 0
	}
	p, first, second := e.upper(y)
	return max(0, float64(float64(e.width*e.width)*(second-float64(2*y*first)+float64(float64(y*y)*p))))
}

type lognormalEvents struct{ mu, sigma, mean, moment2 float64 }

func newLognormalEvents(mu, sigma float64) lognormalEvents {
	half := float64(0.5 * float64(sigma*sigma))
	return lognormalEvents{mu, sigma, numeric.Exp(mu + half), numeric.Exp(mu + mu + float64(4*half))}
}

func (l lognormalEvents) survival(x float64) float64 {
	if x <= 0 {
		return 1
	}
	return numeric.NormalCDF((l.mu - numeric.Log(x)) / l.sigma)
}

func (l lognormalEvents) excess(x float64) float64 {
	if x <= 0 {
		return l.mean - x
	}
	a := (numeric.Log(x) - l.mu) / l.sigma
	if b := a - l.sigma; b > 0 {
		// Both tails are the same density times their Mills' ratios.
		return float64(float64(x*numeric.NormalPDF(a)) * (numeric.Mills(b) - numeric.Mills(a)))
	}
	return float64(l.mean*numeric.NormalCDF(l.sigma-a)) - float64(x*numeric.NormalCDF(-a))
}

func (l lognormalEvents) square(x float64) float64 {
	if x <= 0 {
		return l.moment2 - float64(2*x*l.mean) + float64(x*x)
	}
	a := (numeric.Log(x) - l.mu) / l.sigma
	return max(0, float64(l.moment2*numeric.NormalCDF(l.sigma+l.sigma-a))-
		float64(2*x*float64(l.mean*numeric.NormalCDF(l.sigma-a)))+float64(float64(x*x)*numeric.NormalCDF(-a)))
}

type gammaEvents struct{ shape, scale float64 }

func (g gammaEvents) survival(x float64) float64 {
	if x <= 0 {
		return 1
	}
	return numeric.GammaQ(g.shape, x/g.scale)
}

func (g gammaEvents) excess(x float64) float64 {
	y := x / g.scale
	if y <= 0 {
		return float64(g.scale * (g.shape - y))
	}
	return max(0, float64(g.scale*(float64(g.shape*numeric.GammaQ(g.shape+1, y))-float64(y*numeric.GammaQ(g.shape, y)))))
}

func (g gammaEvents) square(x float64) float64 {
	y, k := max(x, 0)/g.scale, g.shape
	s := float64(float64(k*(k+1))*numeric.GammaQ(k+2, y)) - float64(2*y*float64(k*numeric.GammaQ(k+1, y))) + float64(float64(y*y)*numeric.GammaQ(k, y))
	return max(0, float64(float64(g.scale*g.scale)*s))
}

type weibullEvents struct{ shape, scale, mean, moment2 float64 }

func newWeibullEvents(shape, scale float64) weibullEvents {
	moment := func(r float64) float64 {
		return float64(numeric.Pow(scale, r) * numeric.Exp(numeric.Lgamma(1+r/shape)))
	}
	return weibullEvents{shape, scale, moment(1), moment(2)}
}

func (w weibullEvents) survival(x float64) float64 {
	if x <= 0 {
		return 1
	}
	return numeric.Exp(-numeric.Pow(x/w.scale, w.shape))
}

func (w weibullEvents) excess(x float64) float64 {
	if x <= 0 {
		return w.mean - x
	}
	t := numeric.Pow(x/w.scale, w.shape)
	return max(0, float64(w.mean*numeric.GammaQ(1+1/w.shape, t))-float64(x*numeric.Exp(-t)))
}

func (w weibullEvents) square(x float64) float64 {
	x = max(x, 0)
	t := numeric.Pow(x/w.scale, w.shape)
	return max(0, float64(w.moment2*numeric.GammaQ(1+2/w.shape, t))-
		float64(2*x*float64(w.mean*numeric.GammaQ(1+1/w.shape, t)))+float64(float64(x*x)*numeric.Exp(-t)))
}

// paretoEvents is the generalized Pareto distribution: what exceeds a threshold
// is one again, with the same shape.
type paretoEvents struct{ location, scale, shape float64 }

func (p paretoEvents) at(x float64) (survival, excess, square float64) {
	if x < p.location {
		_, e, s := p.at(p.location)
		return lowerEnd{p.location, e, s}.below(x)
	}
	y := x - p.location
	scale := p.scale + float64(p.shape*y)
	if !(scale > 0) {
		return 0, 0, 0
	}
	if p.shape == 0 {
		survival = numeric.Exp(-y / p.scale)
	} else {
		survival = numeric.Exp(-numeric.Log1p(float64(p.shape*y)/p.scale) / p.shape)
	}
	excess, square = math.Inf(1), math.Inf(1)
	if p.shape < 1 {
		excess = float64(survival*scale) / (1 - p.shape)
	}
	if p.shape < 0.5 {
		square = float64(2*float64(excess*scale)) / (1 - float64(2*p.shape))
	}
	return survival, excess, square
}

func (p paretoEvents) survival(x float64) float64 { s, _, _ := p.at(x); return s }
func (p paretoEvents) excess(x float64) float64   { _, e, _ := p.at(x); return e }
func (p paretoEvents) square(x float64) float64   { _, _, q := p.at(x); return q }

// atomicEvents has finitely many values. It keeps, for each, the sums over the
// values above it.
type atomicEvents struct {
	values, probabilities []float64
	mass, first, second   []float64 // of the values from the i-th on
}

// newAtomicEvents takes the values in any order, some of them perhaps twice.
func newAtomicEvents(values, probabilities []float64) *atomicEvents {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch {
		case values[i] < values[j]:
			return -1
		case values[i] > values[j]:
			return 1
		}
		return 0
	})
	a := &atomicEvents{}
	for _, i := range order {
		if n := len(a.values); n > 0 && a.values[n-1] == values[i] {
			a.probabilities[n-1] += probabilities[i]
			continue
		}
		a.values = append(a.values, values[i])
		a.probabilities = append(a.probabilities, probabilities[i])
	}
	n := len(a.values)
	a.mass, a.first, a.second = make([]float64, n+1), make([]float64, n+1), make([]float64, n+1)
	for i := n - 1; i >= 0; i-- {
		v, p := a.values[i], a.probabilities[i]
		a.mass[i] = a.mass[i+1] + p
		a.first[i] = a.first[i+1] + float64(p*v)
		a.second[i] = a.second[i+1] + float64(float64(p*v)*v)
	}
	return a
}

// above is the index of the first value above x.
func (a *atomicEvents) above(x float64) int {
	i, found := slices.BinarySearch(a.values, x)
	if found {
		i++
	}
	return i
}

func (a *atomicEvents) survival(x float64) float64 { return a.mass[a.above(x)] }

func (a *atomicEvents) excess(x float64) float64 {
	i := a.above(x)
	return max(0, a.first[i]-float64(x*a.mass[i]))
}

func (a *atomicEvents) square(x float64) float64 {
	i := a.above(x)
	return max(0, a.second[i]-float64(2*x*a.first[i])+float64(float64(x*x)*a.mass[i]))
}

// mapped is the law of f(X).
func (a *atomicEvents) mapped(f func(float64) float64) *atomicEvents {
	values := make([]float64, len(a.values))
	for i, v := range a.values {
		values[i] = f(v)
	}
	return newAtomicEvents(values, a.probabilities)
}
