package numeric

import "math/bits"

// Transform evaluates real polynomials with n coefficients at n/2 complex
// points, the roots of zⁿᐟ² = i, and finds the coefficients again from the
// values there. A real polynomial modulo zⁿ+1 is known by its values at these
// points, so what is done to the values is done modulo zⁿ+1: a coefficient that
// does not fit wraps around with a minus sign.
//
// The order of the points is an affair of the transform. A Transform is not
// changed by its use and may serve several goroutines.
type Transform struct {
	n     int
	twist roots // exp(iπk/n), k < n/2
	unit  roots // exp(−4πik/n), k < 3n/8
}

// roots are complex numbers, their parts apart: the product of two complex128
// may be computed with fused operations.
type roots struct{ re, im []float64 }

func newRoots(n int) roots { return roots{make([]float64, n), make([]float64, n)} }

// NewTransform makes a transform of n coefficients, or where n is not a power of
// two or below 8, of the next power of two that is; Len tells.
func NewTransform(n int) *Transform {
	n = 1 << bits.Len(uint(max(n, 8)-1))
	half := n / 2
	t := &Transform{n, newRoots(half), newRoots(3 * half / 4)}
	const pi = 0x1.921fb54442d18p+1
	step := pi / float64(n)
	// The angle k·step from a coarse and a fine part.
	fine := min(half, 128)
	for c := 0; c < half; c += fine {
		cs, cc := Sincos(float64(c) * step)
		for k := range fine {
			if c == 0 {
				t.twist.im[k], t.twist.re[k] = Sincos(float64(k) * step)
				continue
			}
			fc, fs := t.twist.re[k], t.twist.im[k]
			t.twist.re[c+k] = float64(cc*fc) - float64(cs*fs)
			t.twist.im[c+k] = float64(cc*fs) + float64(cs*fc)
		}
	}
	// The twists fill a quarter of the circle, every fourth of them a unit.
	for k := range t.unit.re {
		quarter, at := 4*k/half, 4*k%half
		re, im := t.twist.re[at], t.twist.im[at]
		for range quarter {
			re, im = -im, re
		}
		t.unit.re[k], t.unit.im[k] = re, -im
	}
	return t
}

// Len is the number n of coefficients.
func (t *Transform) Len() int { return t.n }

// Forward puts the values of the polynomial with the coefficients x at the n/2
// points into re and im. x has n numbers, re and im n/2 each.
func (t *Transform) Forward(x, re, im []float64) {
	half := t.n / 2
	low, high := x[:half], x[half:t.n]
	re, im = re[:half], im[:half]
	tr, ti := t.twist.re[:half], t.twist.im[:half]
	for k := range low {
		a, b, c, s := low[k], high[k], tr[k], ti[k]
		re[k] = float64(a*c) - float64(b*s)
		im[k] = float64(a*s) + float64(b*c)
	}
	m := half
	for ; m >= 4; m /= 4 {
		for o := 0; o < half; o += m {
			t.split(re[o:o+m], im[o:o+m], half/m)
		}
	}
	if m == 2 {
		pairs(re, im)
	}
}

// Inverse finds the coefficients x of the polynomial with the values re and im,
// which it overwrites.
func (t *Transform) Inverse(re, im, x []float64) {
	half := t.n / 2
	re, im = re[:half], im[:half]
	m := 4
	if bits.TrailingZeros(uint(half))&1 == 1 {
		pairs(re, im)
		m = 8
	}
	for ; m <= half; m *= 4 {
		for o := 0; o < half; o += m {
			t.join(re[o:o+m], im[o:o+m], half/m)
		}
	}
	low, high := x[:half], x[half:t.n]
	tr, ti := t.twist.re[:half], t.twist.im[:half]
	scale := 1 / float64(half)
	for k := range low {
		a, b, c, s := re[k]*scale, im[k]*scale, tr[k], ti[k]
		low[k] = float64(a*c) + float64(b*s)
		high[k] = float64(b*c) - float64(a*s)
	}
}

// pairs is the transform of neighbours, its own inverse but for a factor 2.
func pairs(re, im []float64) {
	for k := 0; k+1 < len(re) && k+1 < len(im); k += 2 {
		re[k], re[k+1] = re[k]+re[k+1], re[k]-re[k+1]
		im[k], im[k+1] = im[k]+im[k+1], im[k]-im[k+1]
	}
}

// split turns one transform into four of a quarter of its length, decimated in
// frequency.
func (t *Transform) split(re, im []float64, stride int) {
	q := len(re) / 4
	r0, r1, r2, r3 := re[:q], re[q:2*q], re[2*q:3*q], re[3*q:4*q]
	i0, i1, i2, i3 := im[:q], im[q:2*q], im[2*q:3*q], im[3*q:4*q]
	ur, ui := t.unit.re, t.unit.im
	for j, k := 0, 0; j < q; j, k = j+1, k+stride {
		ar, ai := r0[j]+r2[j], i0[j]+i2[j]
		br, bi := r0[j]-r2[j], i0[j]-i2[j]
		cr, ci := r1[j]+r3[j], i1[j]+i3[j]
		dr, di := i1[j]-i3[j], r3[j]-r1[j] // −i·(a₁−a₃)
		r0[j], i0[j] = ar+cr, ai+ci
		ar, ai = ar-cr, ai-ci
		br, bi, dr, di = br+dr, bi+di, br-dr, bi-di
		wr, wi := ur[k], ui[k]
		r1[j], i1[j] = float64(br*wr)-float64(bi*wi), float64(br*wi)+float64(bi*wr)
		wr, wi = ur[2*k], ui[2*k]
		r2[j], i2[j] = float64(ar*wr)-float64(ai*wi), float64(ar*wi)+float64(ai*wr)
		wr, wi = ur[3*k], ui[3*k]
		r3[j], i3[j] = float64(dr*wr)-float64(di*wi), float64(dr*wi)+float64(di*wr)
	}
}

// join undoes split, but for a factor 4.
func (t *Transform) join(re, im []float64, stride int) {
	q := len(re) / 4
	r0, r1, r2, r3 := re[:q], re[q:2*q], re[2*q:3*q], re[3*q:4*q]
	i0, i1, i2, i3 := im[:q], im[q:2*q], im[2*q:3*q], im[3*q:4*q]
	ur, ui := t.unit.re, t.unit.im
	for j, k := 0, 0; j < q; j, k = j+1, k+stride {
		wr, wi := ur[k], ui[k]
		br, bi := float64(r1[j]*wr)+float64(i1[j]*wi), float64(i1[j]*wr)-float64(r1[j]*wi)
		wr, wi = ur[2*k], ui[2*k]
		ar, ai := float64(r2[j]*wr)+float64(i2[j]*wi), float64(i2[j]*wr)-float64(r2[j]*wi)
		wr, wi = ur[3*k], ui[3*k]
		dr, di := float64(r3[j]*wr)+float64(i3[j]*wi), float64(i3[j]*wr)-float64(r3[j]*wi)
		pr, pi := r0[j]+ar, i0[j]+ai
		mr, mi := r0[j]-ar, i0[j]-ai
		sr, si := br+dr, bi+di
		er, ei := di-bi, br-dr // i·(b₁−b₃)
		r0[j], i0[j] = pr+sr, pi+si
		r2[j], i2[j] = pr-sr, pi-si
		r1[j], i1[j] = mr+er, mi+ei
		r3[j], i3[j] = mr-er, mi-ei
	}
}
