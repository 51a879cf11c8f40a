package numeric

import "math"

const (
	expSteps = 128 // steps of the table in an octave

	expOverflow  = 0x1.62e42fefa39efp+9 // ln of the largest float64
	expUnderflow = -0x1.74910d52d3051p+9
	expNormal    = -708 // below it the result may be subnormal

	// stepsPerNat is 128/ln 2; natsPerStepHi + natsPerStepLo is ln 2/128, its
	// first part so short that its product with a count of steps is exact.
	stepsPerNat   = 0x1.71547652b82fep+7
	natsPerStepHi = 0x1.62e42fef80000p-8
	natsPerStepLo = 0x1.1cf79abc9e3b4p-43

	// toWhole, added and taken away again, rounds to a whole number, which it
	// leaves in the low bits of the sum.
	toWhole = 0x1.8p52
)

// Exp returns e to the power of x. It is 0 below the least float64 and +Inf
// above the largest.
func Exp(x float64) float64 {
	if !(x > expNormal && x < expOverflow) {
		return expEdge(x)
	}
	steps, r := expReduce(x)
	entry := &expTable[steps%expSteps]
	scale := math.Float64frombits(entry.bits + steps<<(52-7))
	return scale + float64(scale*expRest(r, entry.tail))
}

// expReduce splits x into steps of ln 2/128 and a rest of at most half a step.
func expReduce(x float64) (steps uint64, r float64) {
	shifted := float64(x*stepsPerNat) + toWhole
	n := shifted - toWhole
	return math.Float64bits(shifted), x - float64(n*natsPerStepHi) - float64(n*natsPerStepLo)
}

// expRest is e^r·(1+tail) − 1 for a rest r, at most 0.0028.
func expRest(r, tail float64) float64 {
	r2 := float64(r * r)
	low := 1.0/2 + float64(r*(1.0/6))
	high := 1.0/24 + float64(r*(1.0/120))
	return tail + r + float64(r2*low) + float64(float64(r2*r2)*high)
}

// expEdge has what Exp cannot do in one step: no number, overflow, underflow
// and subnormal results.
func expEdge(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > expOverflow:
		return math.Inf(1)
	case x < expUnderflow:
		return 0
	}
	// The scale alone would leave the range of exponents: two factors.
	shift, factor := uint64(1022), 0x1p-1022
	if x > 0 {
		shift, factor = math.MaxUint64, 2 // −1
	}
	steps, r := expReduce(x)
	entry := &expTable[steps%expSteps]
	scale := math.Float64frombits(entry.bits + steps<<(52-7) + shift<<52)
	return float64(scale+float64(scale*expRest(r, entry.tail))) * factor
}

// Expm1 returns e to the power of x, minus 1, without losing the digits of a
// small x.
func Expm1(x float64) float64 {
	if !(x > -40 && x < expOverflow) {
		if x <= -40 {
			return -1
		}
		return Exp(x) // NaN or +Inf
	}
	if x > 40 {
		return Exp(x)
	}
	if math.Abs(x) < 0x1p-54 {
		return x
	}
	steps, r := expReduce(x)
	entry := &expTable[steps%expSteps]
	scale := math.Float64frombits(entry.bits + steps<<(52-7))
	return (scale - 1) + float64(scale*expRest(r, entry.tail))
}
