package numeric_test

import (
	"math"
	"math/big"
)

// The oracle sums slowly and with many more digits than a float64 has.

const precision = 240

func bigOf(x float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(x) }

func zero(prec uint) *big.Float { return new(big.Float).SetPrec(prec) }

func float(x *big.Float) float64 {
	f, _ := x.Float64()
	return f
}

// bigExp is the Taylor series of x/2ᵏ, squared k times.
func bigExp(x *big.Float) *big.Float {
	const halvings = 16
	prec := x.Prec() + 64
	e := max(x.MantExp(nil), 0)
	k := halvings + e
	r := zero(prec).SetMantExp(zero(prec).Set(x), -k)
	sum, term := zero(prec).SetInt64(1), zero(prec).SetInt64(1)
	for n := int64(1); term.Sign() != 0 && term.MantExp(nil) > -int(prec)-8; n++ {
		term.Mul(term, r)
		term.Quo(term, zero(prec).SetInt64(n))
		sum.Add(sum, term)
	}
	for range k {
		sum.Mul(sum, sum)
	}
	return sum.SetPrec(x.Prec())
}

// bigLog is Halley's iteration y += 2(x−eʸ)/(x+eʸ) from a float64.
func bigLog(x *big.Float) *big.Float {
	prec := x.Prec() + 32
	if x.Cmp(bigOf(1)) == 0 {
		return zero(prec)
	}
	m := zero(prec)
	e := x.MantExp(m)
	mf, _ := m.Float64()
	y := zero(prec).SetFloat64(math.Log(mf) + float64(e)*math.Ln2)
	for range 4 {
		ey := bigExp(y)
		d := zero(prec).Sub(x, ey)
		s := zero(prec).Add(x, ey)
		d.Quo(d, s)
		y.Add(y, d.Add(d, d))
	}
	return y
}

// bigPi is Machin's 16·atan(1/5) − 4·atan(1/239).
func bigPi(prec uint) *big.Float {
	atan := func(q int64) *big.Float {
		x := zero(prec+32).Quo(zero(prec+32).SetInt64(1), zero(prec+32).SetInt64(q))
		x2 := zero(prec+32).Mul(x, x)
		sum, pow := zero(prec+32).Set(x), zero(prec+32).Set(x)
		for n := int64(3); pow.MantExp(nil) > -int(prec)-32; n += 2 {
			pow.Neg(pow.Mul(pow, x2))
			sum.Add(sum, zero(prec+32).Quo(pow, zero(prec+32).SetInt64(n)))
		}
		return sum
	}
	a, b := atan(5), atan(239)
	a.Mul(a, bigOf(16))
	return a.Sub(a, b.Mul(b, bigOf(4)))
}

// bigDensity is the density of the standard normal distribution.
func bigDensity(t *big.Float) *big.Float {
	prec := t.Prec()
	h := zero(prec).Mul(t, t)
	e := bigExp(h.Neg(h.Quo(h, bigOf(2))))
	root := zero(prec).Sqrt(zero(prec).Mul(bigPi(prec), bigOf(2)))
	return e.Quo(e, root)
}

// bigTail is the upper tail 1 − Φ(t) for t ≥ 0, from the series of
// (Φ(t)−½)/φ(t) = t + t³/3 + t⁵/15 + …; what cancels is given as more digits.
func bigTail(t *big.Float) *big.Float {
	tf, _ := t.Float64()
	prec := precision + uint(tf*tf*0.75) + 64
	x := zero(prec).Set(t)
	x2 := zero(prec).Mul(x, x)
	sum, term := zero(prec).Set(x), zero(prec).Set(x)
	for n := int64(3); term.Sign() != 0 && term.MantExp(nil) > sum.MantExp(nil)-int(prec)-8; n += 2 {
		term.Mul(term, x2)
		term.Quo(term, zero(prec).SetInt64(n))
		sum.Add(sum, term)
	}
	sum.Mul(sum, bigDensity(x))
	return sum.Sub(zero(prec).SetFloat64(0.5), sum)
}

// bigMills is bigTail over the density.
func bigMills(t *big.Float) *big.Float {
	tail := bigTail(t)
	return tail.Quo(tail, bigDensity(zero(tail.Prec()).Set(t))).SetPrec(precision)
}

// bigQuantile is Newton's iteration on the tail, for 0 < p < ½. The guess has 50
// bits, and each step doubles them.
func bigQuantile(p *big.Float) *big.Float {
	pf, _ := p.Float64()
	t := bigOf(guess(pf))
	for range 2 {
		d := zero(precision).Sub(bigTail(t), p)
		t = zero(precision).Add(t, d.Quo(d, bigDensity(t)))
	}
	return t.Neg(t)
}

// guess bisects the upper tail in float64.
func guess(p float64) float64 {
	lo, hi := 0.0, 40.0
	for range 60 {
		mid := (lo + hi) / 2
		if math.Erfc(mid/math.Sqrt2)/2 > p {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

// interpolate returns the coefficients, lowest first, of the polynomial in
// s ∈ [−½, ½] through f at the nodes of Chebyshev.
func interpolate(n int, f func(s *big.Float) *big.Float) []*big.Float {
	nodes, diffs := make([]*big.Float, n), make([]*big.Float, n)
	for i := range nodes {
		nodes[i] = bigOf(math.Cos((float64(i)+0.5)*math.Pi/float64(n)) / 2)
		diffs[i] = f(nodes[i])
	}
	for k := 1; k < n; k++ { // Newton's divided differences
		for i := n - 1; i >= k; i-- {
			d := zero(precision).Sub(diffs[i], diffs[i-1])
			diffs[i] = d.Quo(d, zero(precision).Sub(nodes[i], nodes[i-k]))
		}
	}
	c := make([]*big.Float, n)
	for i := range c {
		c[i] = zero(precision)
	}
	for k := n - 1; k >= 0; k-- { // c = c·(s − node) + diff
		for i := n - 1; i >= 0; i-- {
			c[i].Neg(c[i].Mul(c[i], nodes[k]))
			if i > 0 {
				c[i].Add(c[i], c[i-1])
			}
		}
		c[0].Add(c[0], diffs[k])
	}
	return c
}

// ulps is the distance of got from want in units of the last place of want.
func ulps(got float64, want *big.Float) float64 {
	w := float(want)
	unit := math.Nextafter(math.Abs(w), math.Inf(1)) - math.Abs(w)
	d := zero(precision).Sub(bigOf(got), want)
	return math.Abs(float(d)) / unit
}
