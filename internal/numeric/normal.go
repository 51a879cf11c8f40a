package numeric

import "math"

const (
	invSqrt2Pi = 0x1.9884533d43651p-2 // 1/√(2π)
	lnSqrt2Pi  = 0x1.d67f1c864beb5p-1 // ln √(2π)

	millsEnd = 8 // the table of Mills' ratio ends here

	// The table of quantiles begins with the probability 2⁻¹².
	quantileTail  = 0x1p-12
	quantileFirst = (1023 - 12) << 4
)

// NormalPDF returns the density of the standard normal distribution at x.
func NormalPDF(x float64) float64 {
	return float64(invSqrt2Pi * expHalfSquare(math.Abs(x)))
}

// NormalCDF returns the probability that a standard normal value is at most x.
// For the upper tail ask for NormalCDF(-x).
func NormalCDF(x float64) float64 {
	t := math.Abs(x)
	if t == 0 {
		return 0.5
	}
	if t > 39 {
		if x > 0 {
			return 1
		}
		return 0
	}
	tail := float64(float64(invSqrt2Pi*expHalfSquare(t)) * Mills(t))
	if x > 0 {
		return 1 - tail
	}
	return tail
}

// expHalfSquare is exp(−t²/2). The square is taken in two parts, since its
// rounding error would be a relative one of the result.
func expHalfSquare(t float64) float64 {
	if !(t < 0x1p10) {
		if t != t {
			return t
		}
		return 0
	}
	short := (t + 0x1.8p31) - 0x1.8p31 // t to 21 bits behind the point
	rest := float64(0.5 * float64((t-short)*(t+short)))
	return float64(Exp(-float64(short*short)/2) * (1 - rest + float64(0.5*float64(rest*rest))))
}

// Mills returns Mills' ratio at t ≥ 0: the upper tail of the normal
// distribution over its density.
func Mills(t float64) float64 {
	if !(t < millsEnd) {
		return millsFar(t)
	}
	i := int(t * 8)
	s := float64(t*8) - (float64(i) + 0.5)
	return poly8(&millsTable[i], s)
}

// millsFar is the continued fraction 1/(t + 1/(t + 2/(t + 3/(t + …)))).
func millsFar(t float64) float64 {
	f := t
	for n := 20.0; n > 0; n-- {
		f = t + n/f
	}
	return 1 / f
}

// poly8 is the polynomial of degree 8 with the coefficients c at s, at most 1/2.
func poly8(c *[9]float64, s float64) float64 {
	s2 := float64(s * s)
	s4 := float64(s2 * s2)
	a := float64(c[1]*s) + float64(s2*(c[2]+float64(c[3]*s)))
	b := c[4] + float64(c[5]*s) + float64(s2*(c[6]+float64(c[7]*s))) + float64(s4*c[8])
	return c[0] + (a + float64(s4*b))
}

// NormalQuantile returns the value that a standard normal one exceeds with the
// probability 1-p: −Inf for 0, +Inf for 1, NaN outside. It is odd about ½
// wherever 1-p is exact.
func NormalQuantile(p float64) float64 {
	q := p
	if p > 0.5 {
		q = 1 - p
	}
	if !(q >= quantileTail && q < 0.5) {
		z := quantileEdge(q)
		if p > 0.5 {
			return -z
		}
		return z
	}
	bits := math.Float64bits(q)
	s := math.Float64frombits(0x3ff0000000000000|bits<<4&0x000fffffffffffff) - 1.5
	z := poly8(&quantileTable[bits>>48-quantileFirst], s)
	if p > 0.5 {
		return -z
	}
	return z
}

// quantileEdge has the quantiles outside of the table, of p ≤ ½.
func quantileEdge(p float64) float64 {
	switch {
	case p == 0.5:
		return 0
	case p == 0:
		return math.Inf(-1)
	case !(p > 0):
		return math.NaN()
	}
	// A guess within 0.02, then Newton's steps on the logarithm of the tail,
	// which is nearly a parabola. Four steps are at least one too many.
	lnP := Log(p)
	t := math.Sqrt(-2 * lnP)
	t -= Log(t*(1/invSqrt2Pi)) / t
	for range 4 {
		m := Mills(t)
		off := float64(t*t*-0.5) - lnSqrt2Pi + Log(m) - lnP
		t += float64(off * m)
	}
	return -t
}
