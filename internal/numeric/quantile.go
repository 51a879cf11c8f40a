package numeric

import "math"

// GammaQuantile returns the value that a gamma variable of shape a > 0 and
// scale 1 exceeds with the probability 1−p.
func GammaQuantile(a, p float64) float64 {
	switch {
	case !(a > 0 && p >= 0 && p <= 1):
		return math.NaN()
	case p == 0:
		return 0
	case p == 1:
		return math.Inf(1)
	}
	// Wilson and Hilferty's cube, or for small values the first term of the series.
	s := 1 / float64(9*a)
	c := 1 - s + float64(NormalQuantile(p)*math.Sqrt(s))
	guess := float64(a * float64(float64(c*c)*c))
	if small := Exp((Log(p) + Lgamma(a+1)) / a); !(c > 0.3) || small < 0.1*a {
		guess = small
	}
	q := 1 - p
	return invert(guess, 0, math.Inf(1), func(x float64) (value, slope float64) {
		density := float64(PoissonKernel(a, x)*a) / x
		if p > 0.5 {
			tail := GammaQ(a, x)
			return Log(q / tail), density / tail
		}
		tail := GammaP(a, x)
		return Log(tail / p), density / tail
	})
}

// BetaQuantile returns the value that a beta variable with the shapes a, b > 0
// exceeds with the probability 1−p.
func BetaQuantile(a, b, p float64) float64 {
	switch {
	case !(a > 0 && b > 0 && p >= 0 && p <= 1):
		return math.NaN()
	case p == 0:
		return 0
	case p == 1:
		return 1
	}
	mean := a / (a + b)
	if BetaI(a, b, mean) < p { // from above the digits of 1−x would be lost
		return 1 - betaLower(b, a, 1-p, 1-mean)
	}
	return betaLower(a, b, p, mean)
}

// betaLower is the quantile of a probability that lies below the mean.
func betaLower(a, b, p, mean float64) float64 {
	guess := Exp((Log(p) + Log(a) + Lgamma(a) + Lgamma(b) - Lgamma(a+b)) / a)
	if !(guess < mean) {
		guess = mean / 2
	}
	return invert(guess, 0, math.Nextafter(mean, 1), func(x float64) (value, slope float64) {
		tail := BetaI(a, b, x)
		return Log(tail / p), binomialKernel(a, b, x, 1-x) / float64(float64(x*(1-x))*tail)
	})
}

// invert finds the x in (lo, hi), both of them not negative, where a rising
// function is zero: Newton's steps, and where one would leave the bracket, a
// halving of it (of its logarithm, while lo and hi are far apart). The
// functions are logarithms of tails, which are nearly straight: a tail itself
// would take hundreds of steps.
func invert(x, lo, hi float64, f func(float64) (value, slope float64)) float64 {
	for range 200 {
		value, slope := f(x)
		switch {
		case value == 0 || value != value:
			return x
		case value > 0:
			hi = x
		default:
			lo = x
		}
		next := x - value/slope
		if !(next > lo && next < hi) {
			next = between(lo, hi)
		}
		if math.Abs(next-x) <= 0x1p-53*x {
			return next
		}
		x = next
	}
	return x
}

func between(lo, hi float64) float64 {
	switch {
	case hi > math.MaxFloat64:
		return lo + lo + 1
	case lo == 0:
		return hi * 0x1p-10
	case hi > 4*lo:
		return math.Sqrt(lo) * math.Sqrt(hi)
	}
	return float64(0.5*lo) + float64(0.5*hi)
}
