package montecarlo

import (
	"fmt"
	"math/bits"
)

// MaxSobolDims is the highest dimension of [Sobol].
const MaxSobolDims = 64

// sobolBits is how many binary digits of a coordinate the sequence gives; it
// repeats after 2^sobolBits points.
const sobolBits = 32

// Sobol gives the points of Sobol's sequence by index, in any order: a point
// set that fills the unit cube more evenly than random points do. Every first
// 2^k points put one point into each of 2^k equal slices of every axis.
//
// The scrambled sequence (Owen's nested uniform scrambling) keeps that, is
// unbiased, never meets the border of the cube, and differs from seed to seed,
// so that repetitions give a standard error. The plain sequence begins with
// the origin and is what other tools print.
type Sobol struct {
	axes      [][sobolBits]uint32 // by dimension and bit: the direction numbers
	seed      uint64
	scrambled bool
}

// NewSobol returns the scrambled sequence of 1 to [MaxSobolDims] dimensions.
func NewSobol(dims int, seed uint64) (Sobol, error) {
	s, err := PlainSobol(dims)
	s.seed, s.scrambled = hash(seed, 0), true
	return s, err
}

// PlainSobol returns the sequence as Joe and Kuo published it, in the order
// of Gray code, as SciPy, QuantLib and others print it.
func PlainSobol(dims int) (Sobol, error) {
	if dims < 1 || dims > MaxSobolDims {
		return Sobol{}, fmt.Errorf("montecarlo: a Sobol sequence of %d dimensions: 1 to %d are known", dims, MaxSobolDims)
	}
	s := Sobol{axes: make([][sobolBits]uint32, dims)}
	for k := range sobolBits {
		s.axes[0][k] = 1 << (sobolBits - 1 - k)
	}
	for d, dir := range directions()[:dims-1] {
		s.axes[d+1] = dir.expand()
	}
	return s, nil
}

// expand continues the initial values by the recurrence of Bratley and Fox.
func (d direction) expand() [sobolBits]uint32 {
	var v [sobolBits]uint32
	degree := len(d.initial)
	for k := range sobolBits {
		if k < degree {
			v[k] = d.initial[k] << (sobolBits - 1 - k)
			continue
		}
		v[k] = v[k-degree] ^ v[k-degree]>>degree
		for j := 1; j < degree; j++ {
			if d.inner>>(degree-1-j)&1 == 1 {
				v[k] ^= v[k-j]
			}
		}
	}
	return v
}

// Dims returns the number of coordinates of a point.
func (s Sobol) Dims() int { return len(s.axes) }

// Point sets u, as far as it and the dimensions reach, to point i. Scrambled
// coordinates lie inside (0, 1), plain ones in [0, 1).
func (s Sobol) Point(i uint32, u []float64) {
	gray := i ^ i>>1
	for d := range min(len(u), len(s.axes)) {
		var x uint32
		for g := gray; g != 0; g &= g - 1 {
			x ^= s.axes[d][bits.TrailingZeros32(g)]
		}
		if s.scrambled {
			u[d] = scramble(x, hash(s.seed, uint64(d)))
		} else {
			u[d] = float64(x) / (1 << sobolBits)
		}
	}
}

// scramble flips every digit of x by a coin that belongs to the digits before
// it, and continues with random digits.
func scramble(x uint32, key uint64) float64 {
	var flips uint32
	for k := range sobolBits {
		before := uint64(1)<<k | uint64(x)>>(sobolBits-k) // the leading 1 tells 0 from 00
		flips |= uint32(hash(key, before)>>63) << (sobolBits - 1 - k)
	}
	rest := hash(key, 1<<sobolBits|uint64(x)) >> (64 - 20)
	return (float64(uint64(x^flips)<<20|rest) + 0.5) / (1 << (sobolBits + 20))
}

// hash mixes an index into a key: the finalizer of SplitMix64 (Steele, Lea
// and Flood) over a Weyl step.
func hash(key, index uint64) uint64 {
	z := key + (index+1)*0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// openUnit turns 64 random bits into a number strictly between 0 and 1.
func openUnit(h uint64) float64 { return float64((float64(h>>12) + 0.5) / (1 << 52)) }
