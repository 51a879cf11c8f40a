package numeric

import "math"

// BetaI returns the probability that a beta variable with the shapes a, b > 0
// is at most x.
func BetaI(a, b, x float64) float64 {
	switch {
	case !(a > 0 && b > 0) || x != x:
		return math.NaN()
	case x <= 0:
		return 0
	case x >= 1:
		return 1
	case x <= (a+1)/(a+b+2):
		return betaFraction(a, b, x, 1-x)
	}
	return 1 - betaFraction(b, a, 1-x, x)
}

// betaFraction is the continued fraction of the lower tail at x = 1−y, after
// Lentz. It converges fast below the mean.
func betaFraction(a, b, x, y float64) float64 {
	k := binomialKernel(a, b, x, y)
	if k == 0 {
		return 0
	}
	c := 1.0
	d := 1 / (1 - float64((a+b)*x)/(a+1))
	f := d
	for m := 1.0; ; m++ {
		even := float64(m*(b-m)*x) / float64((a+m+m-1)*(a+m+m))
		d = 1 / (1 + float64(even*d))
		c = 1 + even/c
		f = float64(f * float64(c*d))
		odd := -float64((a+m)*(a+b+m)*x) / float64((a+m+m)*(a+m+m+1))
		d = 1 / (1 + float64(odd*d))
		c = 1 + odd/c
		step := float64(c * d)
		f = float64(f * step)
		if math.Abs(step-1) < 0x1p-52 || m > 1e6 {
			return float64(k*f) / a
		}
	}
}

// binomialKernel is xᵃ·yᵇ/B(a, b) for y = 1−x.
func binomialKernel(a, b, x, y float64) float64 {
	if a < 1 || b < 1 {
		return Exp(float64(a*Log(x)) + float64(b*Log(y)) + Lgamma(a+b) - Lgamma(a) - Lgamma(b))
	}
	n := a + b
	e := stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, float64(n*x)) - deviance(b, float64(n*y))
	return float64(Exp(e) * math.Sqrt(float64(a*b)/float64(2*math.Pi*n)))
}
