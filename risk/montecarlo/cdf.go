package montecarlo

import (
	"sort"

	"github.com/aimskit/aimskit/internal/numeric"
)

// atMost returns the probability that a valid distribution is at most x.
func (d Distribution) atMost(x float64) float64 {
	lo, hi := d.support()
	switch {
	case x < lo:
		return 0
	case x >= hi:
		return 1
	}
	a, b := d.Min.value, d.Max.value
	switch d.Kind {
	case KindUniform:
		return (x - a) / (b - a)
	case KindTriangular:
		m := d.Mode.value
		if x < m {
			return float64((x-a)*(x-a)) / float64((b-a)*(m-a))
		}
		return 1 - float64((b-x)*(b-x))/float64((b-a)*(b-m))
	case KindPERT, KindClassicPERT, KindBeta:
		alpha, beta, lo, hi := d.betaShape()
		return numeric.BetaI(alpha, beta, (x-lo)/(hi-lo))
	case KindLognormal:
		mu, sigma := d.logMoments()
		return numeric.NormalCDF((numeric.Log(x) - mu) / sigma)
	case KindGamma:
		return numeric.GammaP(d.Shape.value, x/d.Scale.value)
	case KindWeibull:
		return -numeric.Expm1(-numeric.Pow(x/d.Scale.value, d.Shape.value))
	case KindGeneralizedPareto:
		y, shape := (x-d.Location.value)/d.Scale.value, d.Shape.value
		if shape == 0 {
			return -numeric.Expm1(-y)
		}
		return -numeric.Expm1(-numeric.Log1p(float64(shape*y)) / shape)
	case KindMixture:
		p, whole := 0.0, d.partsWeight()
		for _, part := range d.Parts {
			p += float64(part.Weight.value / whole * part.Distribution.atMost(x))
		}
		return p
	}
	values, cumulated := d.atoms()
	i := sort.Search(len(values), func(i int) bool { return values[i] > x })
	return cumulated[i-1] // x is no less than the first
}

func (d Distribution) partsWeight() float64 {
	sum := 0.0
	for _, part := range d.Parts {
		sum += part.Weight.value
	}
	return sum
}

// less returns the probability to be less than x.
func (d Distribution) less(x float64) float64 {
	if _, continuous := d.continuous(); continuous {
		return d.atMost(x)
	}
	sum := 0.0
	eachAtom(d, func(y, p float64) {
		if y < x {
			sum += p
		}
	})
	return sum
}

func eachAtom(d Distribution, f func(x, p float64)) {
	values, cumulated := d.atoms()
	before := 0.0
	for i, x := range values {
		f(x, cumulated[i]-before)
		before = cumulated[i]
	}
}
