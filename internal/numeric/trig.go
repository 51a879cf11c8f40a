package numeric

import "math"

const (
	// halfPi1 + halfPi2 + halfPi3 is π/2; the first two are so short that their
	// products with a count of quarters below 2²⁰ are exact.
	halfPi1     = 0x1.921fb544p+0
	halfPi2     = 0x1.0b4611a6p-34
	halfPi3     = 0x1.3198a2e037073p-69
	quartersPer = 0x1.45f306dc9c883p-1 // 2/π
)

// Sincos returns the sine and the cosine of x for |x| ≤ 2²⁰, NaN beyond.
func Sincos(x float64) (sin, cos float64) {
	if !(math.Abs(x) <= 1<<20) {
		return math.NaN(), math.NaN()
	}
	shifted := float64(x*quartersPer) + toWhole
	n := shifted - toWhole
	r := x - float64(n*halfPi1) - float64(n*halfPi2) - float64(n*halfPi3)
	r2 := float64(r * r)
	r4 := float64(r2 * r2)
	r8 := float64(r4 * r4)

	s := -1.0/6 + float64(r2*(1.0/120)) + float64(r4*(-1.0/5040+float64(r2*(1.0/362880)))) +
		float64(r8*(-1.0/39916800+float64(r2*(1.0/6227020800))+float64(r4*(-1.0/1307674368000+float64(r2*(1.0/355687428096000))))))
	c := 1.0/24 + float64(r2*(-1.0/720)) + float64(r4*(1.0/40320+float64(r2*(-1.0/3628800)))) +
		float64(r8*(1.0/479001600+float64(r2*(-1.0/87178291200))+float64(r4*(1.0/20922789888000))))
	sin = r + float64(r*float64(r2*s))
	cos = 1 - float64(0.5*r2) + float64(r4*c)

	switch math.Float64bits(shifted) & 3 {
	case 1:
		return cos, -sin
	case 2:
		return -sin, -cos
	case 3:
		return -cos, sin
	}
	return sin, cos
}

// Atan2 returns the angle of the point (x, y) in [−π, π]; of (0, 0) it is 0.
func Atan2(y, x float64) float64 {
	ax, ay := math.Abs(x), math.Abs(y)
	if ax == 0 && ay == 0 {
		return 0
	}
	var a float64
	if ay <= ax {
		a = atan(ay / ax)
	} else {
		a = math.Pi/2 - atan(ax/ay)
	}
	if x < 0 {
		a = math.Pi - a
	}
	if y < 0 {
		a = -a
	}
	return a
}

// atan is the arc tangent of t from 0 to 1, from the nearest sixteenth c and
// the tangent of the angle between.
func atan(t float64) float64 {
	i := int(float64(t*16) + 0.5)
	c := float64(float64(i) * 0x1p-4)
	u := (t - c) / (1 + float64(t*c))
	u2 := float64(u * u)
	p := -1.0/3 + float64(u2*(1.0/5+float64(u2*(-1.0/7+float64(u2*(1.0/9+float64(u2*(-1.0/11))))))))
	return atanTable[i] + (u + float64(u*float64(u2*p)))
}

// atanTable has the arc tangents of the sixteenths from 0 to 1.
var atanTable = [17]float64{
	0,
	0x1.ff55bb72cfdeap-5,
	0x1.fd5ba9aac2f6ep-4,
	0x1.7b97b4bce5b02p-3,
	0x1.f5b75f92c80ddp-3,
	0x1.362773707ebccp-2,
	0x1.6f61941e4def1p-2,
	0x1.a64eec3cc23fdp-2,
	0x1.dac670561bb4fp-2,
	0x1.0657e94db30d0p-1,
	0x1.1e00babdefeb4p-1,
	0x1.345f01cce37bbp-1,
	0x1.4978fa3269ee1p-1,
	0x1.5d58987169b18p-1,
	0x1.700a7c5784634p-1,
	0x1.819d0b7158a4dp-1,
	0x1.921fb54442d18p-1,
}
