package montecarlo

import "github.com/aimskit/aimskit/internal/numeric"

// unlimited is the limit of a cover that has none.
const unlimited = largest * largest

// cappedEvents is the lesser of X and a cap: what a cover without limit leaves.
// It has all moments where X has none.
type cappedEvents struct {
	of  eventLaw
	cap float64
}

func (c cappedEvents) survival(x float64) float64 {
	if x >= c.cap {
		return 0
	}
	return c.of.survival(x)
}

func (c cappedEvents) excess(x float64) float64 { e, _ := limited(c.of, x, c.cap); return e }
func (c cappedEvents) square(x float64) float64 { _, q := limited(c.of, x, c.cap); return q }

// limited returns E (min(X, b)−a)⁺ and the mean of its square. Both are finite,
// also where X has no mean, if that is due to a generalized Pareto distribution.
// X is no mixture: what caps one caps its parts.
func limited(l eventLaw, a, b float64) (excess, square float64) {
	if a >= b {
		return 0, 0
	}
	switch l := l.(type) {
	case paretoEvents:
		if l.shape >= 0.5 {
			return l.limited(a, b)
		}
	case cappedEvents:
		return limited(l.of, a, min(b, l.cap))
	case scaledEvents:
		e, q := limited(l.of, a/l.factor, b/l.factor)
		return float64(l.factor * e), float64(float64(l.factor*l.factor) * q)
	case layeredEvents:
		d := l.layer.deductible
		e, q := limited(l.of, a, min(b, d))
		far, farSquare := limited(l.of, max(a, d)+l.layer.limit, b+l.layer.limit)
		return apart(e, q, max(0, d-a), far, farSquare)
	}
	excess = l.excess(a) - l.excess(b)
	return max(0, excess), max(0, l.square(a)-l.square(b)-float64(2*(b-a)*l.excess(b)))
}

// apart joins the excess and the square of two neighbouring intervals, the
// second of which begins at a distance from the first's beginning.
func apart(excess, square, distance, far, farSquare float64) (float64, float64) {
	return excess + far, square + farSquare + float64(2*distance*far)
}

// limited is for a shape above 0. The survival function is a power of the scale
// u = scale + shape·(x−location) there, so that its integrals are those of
// powers of the ratio of two scales.
func (p paretoEvents) limited(a, b float64) (excess, square float64) {
	if a < p.location {
		sure := min(b, p.location) - a
		far, farSquare := 0.0, 0.0
		if b > p.location {
			far, farSquare = p.limited(p.location, b)
		}
		return apart(sure, float64(sure*sure), sure, far, farSquare)
	}
	u := p.scale + float64(p.shape*(a-p.location))
	lnRatio := numeric.Log1p(float64(p.shape*(b-a)) / u)
	c := 1 / p.shape
	first := powerIntegral(1-c, lnRatio)
	survival, step := p.survival(a), u/p.shape
	return float64(float64(survival*step) * first),
		float64(float64(2*float64(survival*float64(step*step))) * (powerIntegral(2-c, lnRatio) - first))
}

// powerIntegral is the integral of v^(k−1) from 1 to exp(x).
func powerIntegral(k, x float64) float64 {
	if k == 0 {
		return x
	}
	return numeric.Expm1(float64(k*x)) / k
}
