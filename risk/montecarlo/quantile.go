package montecarlo

import (
	"math"
	"sort"

	"github.com/aimskit/aimskit/internal/numeric"
)

// curveOf is a continuous distribution by its quantile function, asked for at
// a distance q ≤ ½ from the lower or the upper end, and its density.
type curveOf struct {
	quantile func(q float64, upper bool) float64
	density  func(x float64) float64
	side     func(upper bool) side // nil where quantile is fast
}

// slope is dx/dq.
func (c curveOf) slope(x float64, upper bool) float64 {
	if upper {
		return -1 / c.density(x)
	}
	return 1 / c.density(x)
}

// continuous returns the curve of a valid distribution; false for the kinds
// that are made of atoms or parts.
func (d Distribution) continuous() (curveOf, bool) {
	a, b := d.Min.value, d.Max.value
	switch d.Kind {
	case KindUniform:
		return uniformCurve(a, b), true
	case KindTriangular:
		return triangularCurve(a, d.Mode.value, b), true
	case KindPERT, KindClassicPERT, KindBeta:
		alpha, beta, lo, hi := d.betaShape()
		return betaCurve(alpha, beta, lo, hi), true
	case KindLognormal:
		return lognormalCurve(d.logMoments()), true
	case KindGamma:
		return gammaCurve(d.Shape.value, d.Scale.value), true
	case KindWeibull:
		return weibullCurve(d.Shape.value, d.Scale.value), true
	case KindGeneralizedPareto:
		return paretoCurve(d.Location.value, d.Scale.value, d.Shape.value), true
	}
	return curveOf{}, false
}

// z95 is the 95 % quantile of the standard normal distribution.
const z95 = 1.6448536269514722

// logMoments returns mean and standard deviation of a lognormal's logarithm.
func (d Distribution) logMoments() (mu, sigma float64) {
	if lo, ok := d.P05.Value(); ok {
		l, h := numeric.Log(lo), numeric.Log(d.P95.value)
		return (l + h) / 2, (h - l) / (2 * z95)
	}
	return d.Mu.value, d.Sigma.value
}

// defaultWeight is what the mode of a PERT distribution weighs.
const defaultWeight = 4

// betaShape returns the shapes and the support of a beta or PERT distribution.
func (d Distribution) betaShape() (alpha, beta, lo, hi float64) {
	if d.Kind == KindBeta {
		return d.Alpha.value, d.Beta.value, d.Min.Or(0), d.Max.Or(1)
	}
	lo, hi = d.Min.value, d.Max.value
	width, left, right := hi-lo, d.Mode.value-lo, hi-d.Mode.value
	w := d.Weight.Or(defaultWeight)
	alpha, beta = 1+float64(w*left)/width, 1+float64(w*right)/width
	if d.Kind == KindClassicPERT {
		// The beta with the mean of PERT and the standard deviation width/6.
		m := alpha / (alpha + beta)
		n := float64(float64(m*(1-m))*36) - 1
		alpha, beta = float64(m*n), float64((1-m)*n)
	}
	return alpha, beta, lo, hi
}

func uniformCurve(lo, hi float64) curveOf {
	return curveOf{
		quantile: func(q float64, upper bool) float64 {
			if upper {
				return hi - float64(q*(hi-lo))
			}
			return lo + float64(q*(hi-lo))
		},
		density: func(float64) float64 { return 1 / (hi - lo) },
	}
}

func triangularCurve(lo, mode, hi float64) curveOf {
	left, right, width := mode-lo, hi-mode, hi-lo
	return curveOf{
		quantile: func(q float64, upper bool) float64 {
			p, rest := q, 1-q
			if upper {
				p, rest = rest, p
			}
			if float64(p*width) <= left {
				return lo + math.Sqrt(float64(float64(p*width)*left))
			}
			return hi - math.Sqrt(float64(float64(rest*width)*right))
		},
		density: func(x float64) float64 {
			if x < mode || right == 0 {
				return 2 * (x - lo) / float64(width*left)
			}
			return 2 * (hi - x) / float64(width*right)
		},
	}
}

func betaCurve(alpha, beta, lo, hi float64) curveOf {
	width := hi - lo
	scale := numeric.Lgamma(alpha+beta) - numeric.Lgamma(alpha) - numeric.Lgamma(beta) - numeric.Log(width)
	return curveOf{
		quantile: func(q float64, upper bool) float64 {
			if upper {
				return hi - float64(width*numeric.BetaQuantile(beta, alpha, q))
			}
			return lo + float64(width*numeric.BetaQuantile(alpha, beta, q))
		},
		density: func(x float64) float64 {
			l, r := numeric.Log((x-lo)/width), numeric.Log((hi-x)/width)
			return numeric.Exp(float64((alpha-1)*l) + float64((beta-1)*r) + scale)
		},
		side: func(upper bool) side {
			a, b, end, sign := alpha, beta, lo, 1.0
			if upper {
				a, b, end, sign = beta, alpha, hi, -1
			}
			return side{
				mass: func(y float64) float64 { return numeric.BetaI(a, b, y) },
				density: func(y float64) float64 {
					return width * numeric.Exp(float64((a-1)*numeric.Log(y))+float64((b-1)*numeric.Log1p(-y))+scale)
				},
				value: func(y float64) float64 { return end + float64(sign*float64(width*y)) },
				from:  func(x float64) float64 { return float64(sign*(x-end)) / width },
			}
		},
	}
}

func lognormalCurve(mu, sigma float64) curveOf {
	return curveOf{
		quantile: func(q float64, upper bool) float64 {
			z := numeric.NormalQuantile(q)
			if upper {
				z = -z
			}
			return numeric.Exp(mu + float64(sigma*z))
		},
		density: func(x float64) float64 {
			return numeric.NormalPDF((numeric.Log(x)-mu)/sigma) / float64(sigma*x)
		},
	}
}

func normalCurve() curveOf {
	return curveOf{
		quantile: func(q float64, upper bool) float64 {
			if upper {
				return -numeric.NormalQuantile(q)
			}
			return numeric.NormalQuantile(q)
		},
		density: numeric.NormalPDF,
	}
}

func gammaCurve(shape, scale float64) curveOf {
	norm := -numeric.Lgamma(shape) - numeric.Log(scale)
	return curveOf{
		quantile: func(q float64, upper bool) float64 {
			if upper {
				q = 1 - max(q, 0x1p-53) // what is rarer has no double
			}
			return float64(scale * numeric.GammaQuantile(shape, q))
		},
		density: func(x float64) float64 {
			y := x / scale
			return numeric.Exp(float64((shape-1)*numeric.Log(y)) - y + norm)
		},
		side: func(upper bool) side {
			mass := numeric.GammaP
			if upper {
				mass = numeric.GammaQ
			}
			return side{
				mass: func(y float64) float64 { return mass(shape, y) },
				density: func(y float64) float64 {
					return scale * numeric.Exp(float64((shape-1)*numeric.Log(y))-y+norm)
				},
				falling: upper,
				value:   func(y float64) float64 { return float64(scale * y) },
				from:    func(x float64) float64 { return x / scale },
			}
		},
	}
}

func weibullCurve(shape, scale float64) curveOf {
	return curveOf{
		quantile: func(q float64, upper bool) float64 {
			return float64(scale * numeric.Pow(hazard(q, upper), 1/shape))
		},
		density: func(x float64) float64 {
			y := numeric.Pow(x/scale, shape)
			return float64(shape*y) / x * numeric.Exp(-y)
		},
	}
}

func paretoCurve(location, scale, shape float64) curveOf {
	return curveOf{
		quantile: func(q float64, upper bool) float64 {
			l := hazard(q, upper)
			if shape == 0 {
				return location + float64(scale*l)
			}
			return location + float64(scale*numeric.Expm1(float64(shape*l)))/shape
		},
		density: func(x float64) float64 {
			y := (x - location) / scale
			if shape == 0 {
				return numeric.Exp(-y) / scale
			}
			l := numeric.Log1p(float64(shape*y)) / shape
			return numeric.Exp(-float64((1+shape)*l)) / scale
		},
	}
}

// hazard is −ln of the probability above.
func hazard(q float64, upper bool) float64 {
	if upper {
		return -numeric.Log(q)
	}
	return -numeric.Log1p(-q)
}

// Quantile returns the value that the distribution does not exceed with
// probability p at least, and no smaller one does. It is NaN for a p outside
// [0, 1] and for a distribution that [Distribution.Validate] refuses. Where the
// distribution has no upper end, the quantile at 1 is +Inf.
func (d Distribution) Quantile(p float64) float64 {
	if !(p >= 0 && p <= 1) || d.Validate() != nil {
		return math.NaN()
	}
	if p == 0 || p == 1 {
		lo, hi := d.support()
		if p == 0 {
			return lo
		}
		return hi
	}
	return d.quantile(p)
}

// quantile is Quantile for a valid distribution and 0 < p < 1.
func (d Distribution) quantile(p float64) float64 {
	if c, ok := d.continuous(); ok {
		if p > 0.5 {
			return c.quantile(1-p, true)
		}
		return c.quantile(p, false)
	}
	if d.Kind == KindMixture {
		return d.mixtureQuantile(p)
	}
	values, cumulated := d.atoms()
	i := sort.Search(len(values)-1, func(i int) bool { return cumulated[i] >= p })
	return values[i]
}

// atoms returns the values of a constant, empirical or discrete distribution,
// sorted, with the probability that each is not exceeded.
func (d Distribution) atoms() (values, cumulated []float64) {
	switch d.Kind {
	case KindConstant:
		return []float64{d.Value.value}, []float64{1}
	case KindEmpirical:
		values = append(values, d.Values...)
		sort.Float64s(values)
		for i := range values {
			cumulated = append(cumulated, float64(i+1)/float64(len(values)))
		}
		return values, cumulated
	}
	order := make([]int, len(d.Values))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return d.Values[order[i]] < d.Values[order[j]] })
	sum := 0.0
	for _, i := range order {
		sum += d.Probabilities[i]
		values = append(values, d.Values[i])
		cumulated = append(cumulated, sum)
	}
	return values, cumulated
}

// mixtureQuantile bisects on the probability that no part exceeds x.
func (d Distribution) mixtureQuantile(p float64) float64 {
	lo, hi := math.Inf(1), 0.0
	for _, part := range d.Parts {
		x := part.Distribution.quantile(p)
		lo, hi = min(lo, x), max(hi, x)
	}
	for {
		mid := lo + float64((hi-lo)/2)
		if !(mid > lo && mid < hi) {
			break
		}
		if d.atMost(mid) >= p {
			hi = mid
		} else {
			lo = mid
		}
	}
	if d.atMost(lo) >= p {
		return lo
	}
	return hi
}

// support returns the ends of a valid distribution; +Inf where it has no
// upper end.
func (d Distribution) support() (lo, hi float64) {
	switch d.Kind {
	case KindUniform, KindTriangular, KindPERT, KindClassicPERT:
		return d.Min.value, d.Max.value
	case KindBeta:
		return d.Min.Or(0), d.Max.Or(1)
	case KindLognormal, KindGamma, KindWeibull:
		return 0, math.Inf(1)
	case KindGeneralizedPareto:
		if d.Shape.value < 0 {
			return d.Location.value, d.Location.value - d.Scale.value/d.Shape.value
		}
		return d.Location.value, math.Inf(1)
	case KindMixture:
		lo = math.Inf(1)
		for _, part := range d.Parts {
			l, h := part.Distribution.support()
			lo, hi = min(lo, l), max(hi, h)
		}
		return lo, hi
	}
	values, _ := d.atoms()
	return values[0], values[len(values)-1]
}
