package numeric

import "math"

const (
	logSteps = 128 // intervals of the table

	// logOffset begins the octave of the table at 0.6855…, so that 1 lies
	// inside and is a centre itself: there the logarithm needs no table.
	logOffset = 0x3fe6000000000000 - 1<<44

	// ln2Hi is so short that its product with an exponent is exact, and so is
	// its sum with a hi of the table.
	ln2Hi = 0x1.62e42fefa38p-1
	ln2Lo = 0x1.ef35793c7673p-45

	minNormal = 0x0010000000000000
	infinite  = 0x7ff0000000000000
)

// Log returns the natural logarithm of x: −Inf of 0, NaN of what is below.
func Log(x float64) float64 {
	bits := math.Float64bits(x)
	if bits-minNormal >= infinite-minNormal {
		return logEdge(x)
	}
	return log(bits)
}

// log takes the bits of a normal number: x = 2ᵏ·z, z near the centre c of its
// interval, ln x = k·ln 2 + ln c + ln(1 + (z−c)/c).
func log(bits uint64) float64 {
	from := bits - logOffset
	entry := &logTable[from>>(52-7)%logSteps]
	k := float64(int64(from) >> 52)
	z := math.Float64frombits(bits - from&(0xfff<<52))

	r := float64((z - entry.centre) * entry.inverse)
	w := float64(k*ln2Hi) + entry.hi // exact
	hi := w + r
	lo := w - hi + r + (entry.lo + float64(k*ln2Lo))

	r2 := float64(r * r)
	p := -1.0/2 + float64(r*(1.0/3)) + float64(r2*(-1.0/4+float64(r*(1.0/5))+float64(r2*(-1.0/6+float64(r*(1.0/7))))))
	return lo + float64(r2*p) + hi
}

func logEdge(x float64) float64 {
	switch {
	case x != x || x > 0 && math.Float64bits(x) == infinite:
		return x
	case x == 0:
		return math.Inf(-1)
	case x < 0:
		return math.NaN()
	}
	return log(math.Float64bits(x*0x1p52) - 52<<52) // subnormal
}

// Log1p returns the natural logarithm of 1+x without losing the digits of a
// small x.
func Log1p(x float64) float64 {
	switch {
	case math.Abs(x) < 0x1p-54:
		return x
	case !(x > -1) || x > 0x1p60:
		return Log(1 + x)
	}
	u := 1 + x
	var lost float64 // what rounding 1+x dropped
	if x < 1 {
		lost = x - (u - 1)
	} else {
		lost = 1 - (u - x)
	}
	return Log(u) + float64(lost/u)
}

// Pow returns x to the power of y for x ≥ 0; 0 to a power below 0 is +Inf.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case y == 1:
		return x
	}
	return Exp(float64(y * Log(x)))
}
