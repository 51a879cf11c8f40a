package numeric

import "math"

// Lgamma returns the logarithm of Γ(x) for x > 0, within 8·10⁻¹⁵ and, where
// that is more, 2 ulp; NaN for other x.
func Lgamma(x float64) float64 {
	if !(x > 0) {
		return math.NaN()
	}
	if x >= 16 {
		return float64((x-0.5)*Log(x)) - x + lnSqrt2Pi + stirlingSeries(x)
	}
	// Γ(x+n) = x·(x+1)·…·(x+n−1)·Γ(x)
	product := 1.0
	for ; x < 16; x++ {
		product *= x
	}
	return float64((x-0.5)*Log(x)) - x - Log(product) + lnSqrt2Pi + stirlingSeries(x)
}

// stirlingSeries is ln Γ(x) − ((x−½)·ln x − x + ln √(2π)) for x ≥ 16.
func stirlingSeries(x float64) float64 {
	y := 1 / float64(x*x)
	s := -691.0 / 360360
	for _, c := range [...]float64{1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12} {
		s = c + float64(s*y)
	}
	return s / x
}

// stirlingError is ln Γ(x+1) − ((x+½)·ln x − x + ln √(2π)) for x > 0, the
// relative error of Stirling's formula for x!.
func stirlingError(x float64) float64 {
	if x >= 16 {
		return stirlingSeries(x)
	}
	// From x to x+1 it falls by (x+½)·ln(1+1/x) − 1.
	fallen := 0.0
	for ; x < 16; x++ {
		fallen += float64((x+0.5)*Log1p(1/x)) - 1
	}
	return fallen + stirlingSeries(x)
}

// deviance is a·ln(a/x) + x − a for positive a and x, precise also where they
// are nearly equal.
func deviance(a, x float64) float64 {
	d := a - x
	if math.Abs(d) < 0.1*(a+x) {
		// a·ln(a/x) with ln(a/x) = 2·atanh(v), v = d/(a+x)
		v := d / (a + x)
		s := float64(d * v)
		term, v2 := float64(2*a*v), float64(v*v)
		for k := 3.0; ; k += 2 {
			term = float64(term * v2)
			next := s + term/k
			if next == s {
				return s
			}
			s = next
		}
	}
	return float64(a*Log(a/x)) + x - a
}

// PoissonKernel returns xᵃ·e⁻ˣ/Γ(a+1) for positive a and x.
func PoissonKernel(a, x float64) float64 {
	var lift float64
	if a < 1 { // from a+1, where Stirling's formula is good
		lift = Log((a + 1) / x)
		a++
	}
	return Exp(lift-stirlingError(a)-deviance(a, x)) / math.Sqrt(float64(2*math.Pi*a))
}

// GammaP returns the probability that a gamma variable of shape a > 0 and scale
// 1 is at most x.
func GammaP(a, x float64) float64 {
	p, q := incompleteGamma(a, x)
	if p < 0 {
		return 1 - q
	}
	return p
}

// GammaQ returns the probability that a gamma variable of shape a > 0 and scale
// 1 exceeds x.
func GammaQ(a, x float64) float64 {
	p, q := incompleteGamma(a, x)
	if q < 0 {
		return 1 - p
	}
	return q
}

// incompleteGamma gives the one of both probabilities that it computes; the
// other is −1.
func incompleteGamma(a, x float64) (p, q float64) {
	switch {
	case !(a > 0) || x != x:
		return math.NaN(), math.NaN()
	case x <= 0:
		return 0, 1
	case x > math.MaxFloat64:
		return 1, 0
	case x < a+1:
		return gammaSeries(a, x), -1
	}
	return -1, gammaFraction(a, x)
}

// gammaSeries is kernel·(1 + x/(a+1) + x²/((a+1)(a+2)) + …).
func gammaSeries(a, x float64) float64 {
	sum, term := 1.0, 1.0
	for n := a + 1; term > sum*0x1p-55; n++ {
		term = float64(term*x) / n
		sum += term
	}
	return float64(PoissonKernel(a, x) * sum)
}

// gammaFraction is the continued fraction of the upper tail, after Legendre,
// evaluated from above (Lentz).
func gammaFraction(a, x float64) float64 {
	k := PoissonKernel(a, x)
	if k == 0 {
		return 0
	}
	b := x + 1 - a
	c, d := math.Inf(1), 1/b
	f := d
	for n := 1.0; ; n++ {
		an := -float64(n * (n - a))
		b += 2
		d = 1 / (b + float64(an*d))
		c = b + an/c
		step := float64(c * d)
		f = float64(f * step)
		if math.Abs(step-1) < 0x1p-52 || n > 1e6 {
			return float64(float64(k*a) * f)
		}
	}
}
