package montecarlo

import (
	"math"

	"github.com/aimskit/aimskit/internal/numeric"
)

// law is a severity distribution on the positive numbers, all of whose
// parameters are known.
type law interface {
	logDensity(x float64) float64
	cdf(x float64) float64
	survival(x float64) float64 // P(X > x), exact in the tail
	quantile(p float64) float64
}

type lognormalLaw struct{ mu, sigma float64 }

func (l lognormalLaw) z(x float64) float64 { return (numeric.Log(x) - l.mu) / l.sigma }

func (l lognormalLaw) logDensity(x float64) float64 {
	z := l.z(x)
	return -float64(float64(z*z)/2) - numeric.Log(x) - numeric.Log(l.sigma) - lnSqrt2Pi
}

func (l lognormalLaw) cdf(x float64) float64      { return numeric.NormalCDF(l.z(x)) }
func (l lognormalLaw) survival(x float64) float64 { return numeric.NormalCDF(-l.z(x)) }

func (l lognormalLaw) quantile(p float64) float64 {
	return numeric.Exp(l.mu + float64(l.sigma*numeric.NormalQuantile(p)))
}

const lnSqrt2Pi = 0.91893853320467274178

type weibullLaw struct{ shape, scale float64 }

// hazard is the cumulative hazard, −ln P(X > x).
func (l weibullLaw) hazard(x float64) float64 { return numeric.Pow(x/l.scale, l.shape) }

func (l weibullLaw) logDensity(x float64) float64 {
	return numeric.Log(l.shape/l.scale) + float64((l.shape-1)*numeric.Log(x/l.scale)) - l.hazard(x)
}

func (l weibullLaw) cdf(x float64) float64      { return -numeric.Expm1(-l.hazard(x)) }
func (l weibullLaw) survival(x float64) float64 { return numeric.Exp(-l.hazard(x)) }

func (l weibullLaw) quantile(p float64) float64 {
	return l.scale * numeric.Pow(-numeric.Log1p(-p), 1/l.shape)
}

// paretoLaw is the generalized Pareto distribution above a location. With the
// location scale/shape it is Pareto's own.
type paretoLaw struct{ shape, scale, location float64 }

// hazard is the cumulative hazard, −ln P(X > x).
func (l paretoLaw) hazard(x float64) float64 {
	z := (x - l.location) / l.scale
	switch {
	case z <= 0:
		return 0
	case math.Abs(l.shape) < 1e-9: // the exponential distribution, to the last digits
		return z
	case 1+float64(l.shape*z) <= 0:
		return math.Inf(1)
	}
	return numeric.Log1p(l.shape*z) / l.shape
}

func (l paretoLaw) logDensity(x float64) float64 {
	if x < l.location {
		return math.Inf(-1)
	}
	h := l.hazard(x)
	return -h - float64(l.shape*h) - numeric.Log(l.scale)
}

func (l paretoLaw) cdf(x float64) float64      { return -numeric.Expm1(-l.hazard(x)) }
func (l paretoLaw) survival(x float64) float64 { return numeric.Exp(-l.hazard(x)) }

func (l paretoLaw) quantile(p float64) float64 {
	h := -numeric.Log1p(-p)
	if math.Abs(l.shape) >= 1e-9 {
		h = numeric.Expm1(l.shape*h) / l.shape
	}
	return l.location + float64(l.scale*h)
}

type gammaLaw struct{ shape, scale float64 }

func (l gammaLaw) logDensity(x float64) float64 {
	z := x / l.scale
	return float64((l.shape-1)*numeric.Log(z)) - z - numeric.Lgamma(l.shape) - numeric.Log(l.scale)
}

func (l gammaLaw) cdf(x float64) float64      { return numeric.GammaP(l.shape, x/l.scale) }
func (l gammaLaw) survival(x float64) float64 { return numeric.GammaQ(l.shape, x/l.scale) }

func (l gammaLaw) quantile(p float64) float64 { return l.scale * numeric.GammaQuantile(l.shape, p) }
