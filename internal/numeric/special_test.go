package numeric_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/aimskit/aimskit/internal/numeric"
)

// bigLgamma is Stirling's series at x+60, with the Bernoulli numbers to B₄₀.
func bigLgamma(x *big.Float) *big.Float {
	product, y := bigOf(1), zero(precision).Set(x)
	for range 60 {
		product.Mul(product, y)
		y.Add(y, bigOf(1))
	}
	sum := zero(precision).Sub(y, bigOf(0.5))
	sum.Mul(sum, bigLog(y))
	sum.Sub(sum, y)
	half := bigLog(zero(precision).Mul(bigPi(precision), bigOf(2)))
	sum.Add(sum, half.Quo(half, bigOf(2)))
	power := zero(precision).Set(y)
	for k, b := range bernoulliNumbers {
		n := float64(2 * (k + 1))
		term := zero(precision).SetRat(b)
		term.Quo(term, bigOf(n*(n-1)))
		sum.Add(sum, term.Quo(term, power))
		power.Mul(power, y).Mul(power, y)
	}
	return sum.Sub(sum, bigLog(product))
}

var bernoulliNumbers = bernoulli(20)

// bernoulli returns B₂, B₄ … B₂ₙ.
func bernoulli(n int) []*big.Rat {
	b := make([]*big.Rat, 2*n+1)
	for m := range b {
		sum := new(big.Rat)
		for k := range m {
			c := new(big.Rat).SetInt(new(big.Int).Binomial(int64(m+1), int64(k)))
			sum.Add(sum, c.Mul(c, b[k]))
		}
		b[m] = sum.Quo(sum.Neg(sum), big.NewRat(int64(m+1), 1))
		if m == 0 {
			b[m] = big.NewRat(1, 1)
		}
	}
	var even []*big.Rat
	for m := 2; m <= 2*n; m += 2 {
		even = append(even, b[m])
	}
	return even
}

// bigGammaP is xᵃe⁻ˣ/Γ(a+1)·(1 + x/(a+1) + …).
func bigGammaP(a, x float64) *big.Float {
	sum, term, n := bigOf(1), bigOf(1), bigOf(a)
	for term.MantExp(nil) > sum.MantExp(nil)-precision {
		n.Add(n, bigOf(1))
		term.Mul(term, bigOf(x)).Quo(term, n)
		sum.Add(sum, term)
	}
	e := zero(precision).Mul(bigOf(a), bigLog(bigOf(x)))
	e.Sub(e, bigOf(x))
	e.Sub(e, bigLgamma(zero(precision).Add(bigOf(a), bigOf(1))))
	return sum.Mul(sum, bigExp(e))
}

// bigBetaI is xᵃ/B(a, b) times the sum of (1−b)₍ₙ₎xⁿ/(n!(a+n)).
func bigBetaI(a, b, x float64) *big.Float {
	term := bigOf(1)
	sum := zero(precision).Quo(bigOf(1), bigOf(a))
	for n := 1.0; term.Sign() != 0 && (n < b+2 || term.MantExp(nil) > sum.MantExp(nil)-precision/2); n++ {
		term.Mul(term, zero(precision).Sub(bigOf(n), bigOf(b)))
		term.Mul(term, bigOf(x)).Quo(term, bigOf(n))
		sum.Add(sum, zero(precision).Quo(term, zero(precision).Add(bigOf(a), bigOf(n))))
	}
	e := zero(precision).Mul(bigOf(a), bigLog(bigOf(x)))
	e.Add(e, bigLgamma(zero(precision).Add(bigOf(a), bigOf(b))))
	e.Sub(e, bigLgamma(bigOf(a)))
	e.Sub(e, bigLgamma(bigOf(b)))
	return sum.Mul(sum, bigExp(e))
}

// relative is |got − want|/want.
func relative(got float64, want *big.Float) float64 {
	d := zero(precision).Sub(bigOf(got), want)
	return math.Abs(float(d.Quo(d, want)))
}

func TestLgamma(t *testing.T) {
	for _, x := range []float64{1e-300, 1e-5, 0.1, 0.5, 1, 1.25, 1.5, 2, 2.5, 3, 7.25, 15.99, 16, 100.5, 1e6, 1e15} {
		want := bigLgamma(bigOf(x))
		off := math.Abs(float(zero(precision).Sub(bigOf(numeric.Lgamma(x)), want)))
		if bound := max(8e-15, math.Abs(float(want))*0x1p-51); off > bound {
			t.Errorf("Lgamma(%v) is %.2g off, allowed are %.2g", x, off, bound)
		}
	}
	for _, x := range []float64{0, -1, math.NaN()} {
		if got := numeric.Lgamma(x); got == got {
			t.Errorf("Lgamma(%v) = %v, want NaN", x, got)
		}
	}
}

func TestIncompleteGamma(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	shapes := []float64{0.01, 0.5, 1, 2.5, 10, 77.7, 1000}
	for _, a := range shapes {
		for range 12 {
			x := a * math.Exp(rng.NormFloat64()/math.Sqrt(max(a, 1))*2)
			p := bigGammaP(a, x)
			q := zero(precision).Sub(bigOf(1), p)
			if off := relative(numeric.GammaP(a, x), p); off > 4e-14 {
				t.Errorf("GammaP(%v, %v): relative error %.2g", a, x, off)
			}
			if off := relative(numeric.GammaQ(a, x), q); off > 4e-14 && off*float(q) > 4e-16 {
				t.Errorf("GammaQ(%v, %v): relative error %.2g", a, x, off)
			}
		}
	}
}

func TestIncompleteBeta(t *testing.T) {
	points := 4
	if testing.Short() {
		points = 1
	}
	rng := rand.New(rand.NewPCG(5, 6))
	for _, a := range []float64{0.05, 0.5, 1, 1.4, 3, 20, 60.5} {
		for _, b := range []float64{0.05, 0.5, 1, 4.6, 3, 25} {
			for range points {
				x := rng.Float64()
				want := bigBetaI(a, b, x)
				got := numeric.BetaI(a, b, x)
				if off := relative(got, want); off > 2e-13 {
					t.Errorf("BetaI(%v, %v, %v) = %v, relative error %.2g", a, b, x, got, off)
				}
			}
		}
	}
}

// TestQuantiles takes the quantile back with the distribution function.
func TestQuantiles(t *testing.T) {
	ps := []float64{1e-300, 1e-12, 1e-4, 0.05, 0.3, 0.5, 0.9, 0.999, 1 - 1e-9}
	for _, p := range ps {
		for _, a := range []float64{0.05, 0.5, 1, 2.5, 40, 1000} {
			x := numeric.GammaQuantile(a, p)
			if back := numeric.GammaP(a, x); x > 0x1p-1000 && math.Abs(back-p) > 1e-12*p {
				t.Errorf("GammaQuantile(%v, %v) = %v, where GammaP is %v", a, p, x, back)
			}
			for _, b := range []float64{0.05, 0.5, 1, 4.6, 30} {
				x := numeric.BetaQuantile(a, b, p)
				next := numeric.BetaI(a, b, math.Nextafter(x, 1)) - numeric.BetaI(a, b, math.Nextafter(x, 0))
				if back := numeric.BetaI(a, b, x); x > 0x1p-1000 && math.Abs(back-p) > 1e-12*p+math.Abs(next) {
					t.Errorf("BetaQuantile(%v, %v, %v) = %v, where BetaI is %v", a, b, p, x, back)
				}
			}
		}
	}
}

func TestTrigonometry(t *testing.T) {
	// The oracle turns a unit vector by an exact tangent: e^{ix} by its series.
	sincos := func(x float64) (s, c *big.Float) {
		s, c = zero(precision), zero(precision)
		term := bigOf(1)
		for n := 0; n < 40 || term.MantExp(nil) > -precision; n++ {
			if n > 0 {
				term.Mul(term, bigOf(x)).Quo(term, bigOf(float64(n)))
			}
			switch n % 4 {
			case 0:
				c.Add(c, term)
			case 1:
				s.Add(s, term)
			case 2:
				c.Sub(c, term)
			case 3:
				s.Sub(s, term)
			}
			if term.Sign() == 0 {
				break
			}
		}
		return s, c
	}
	rng := rand.New(rand.NewPCG(7, 8))
	for i := range 300 {
		x := (rng.Float64() - 0.5) * []float64{1, 10, 60}[i%3]
		s, c := numeric.Sincos(x)
		ws, wc := sincos(x)
		for _, d := range []*big.Float{ws.Sub(ws, bigOf(s)), wc.Sub(wc, bigOf(c))} {
			if off := math.Abs(float(d)); off > 0x1.4p-53 {
				t.Errorf("Sincos(%v) is %.3g off", x, off)
			}
		}
		r := math.Exp(rng.NormFloat64())
		a := math.Remainder(x, 2*math.Pi)
		if got := numeric.Atan2(r*s, r*c); math.Abs(got-a) > 1e-14 {
			t.Errorf("Atan2 of the angle %v is %v", a, got)
		}
	}
}
