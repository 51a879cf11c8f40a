package montecarlo

import (
	"math"
	"math/big"
	"math/bits"
	"slices"
)

// tally counts losses in a histogram of 2⁷ buckets an octave, with the exact
// sum of the losses and, to 2⁻⁶², of their squares. It holds whole numbers
// only, so that tallies of any partition of the trials add up to the same.
type tally struct {
	zeros  uint64 // losses of 0, or so small that a double has lost digits
	octave [1 << 11]*octaveTally
	atoms  []atom // rising
}

const bucketBits = 7

// octaveTally counts the losses of one binary exponent.
type octaveTally struct {
	bucket [1 << bucketBits]bucket
	sum    uint128 // of the significands, 53 bits each
	square uint128 // of the upper 64 bits of their squares
}

// bucket counts losses that differ by less than 0.8 %. Positive doubles are in
// the order of their bits, so the extremes are kept as bits. An empty one has
// the greatest least.
type bucket struct{ n, least, most uint64 }

var emptyBucket = bucket{least: math.MaxUint64}

func (k *bucket) merge(from bucket) {
	k.n += from.n
	k.least, k.most = min(k.least, from.least), max(k.most, from.most)
}

func newOctaveTally() *octaveTally {
	o := new(octaveTally)
	for i := range o.bucket {
		o.bucket[i] = emptyBucket
	}
	return o
}

type uint128 struct{ hi, lo uint64 }

func (u *uint128) add(v uint64) {
	var carry uint64
	u.lo, carry = bits.Add64(u.lo, v, 0)
	u.hi += carry
}

func (u *uint128) addAll(v uint128) {
	u.add(v.lo)
	u.hi += v.hi
}

const (
	significandBits = 52
	hidden          = 1 << significandBits
	bias            = 1075 // a double is its significand times 2^(exponent − bias)
)

// add counts losses, which are not negative and not infinite.
func (t *tally) add(losses ...float64) {
	for _, x := range losses {
		b := math.Float64bits(x)
		e := b >> significandBits
		if e == 0 {
			t.zeros++
			continue
		}
		o := t.octave[e&0x7ff]
		if o == nil {
			o = newOctaveTally()
			t.octave[e&0x7ff] = o
		}
		k := &o.bucket[b>>(significandBits-bucketBits)&(1<<bucketBits-1)]
		if t.atoms != nil {
			k = t.place(b, k)
		}
		k.n++
		k.least = min(k.least, b)
		k.most = max(k.most, b)
		m := b&(hidden-1) | hidden
		o.sum.add(m)
		square, _ := bits.Mul64(m<<11, m<<11)
		o.square.add(square)
	}
}

// addAll counts losses of which only those at hit are perhaps not 0; nil: all.
func (t *tally) addAll(losses []float64, hit []uint16) {
	if hit == nil {
		t.add(losses...)
		return
	}
	t.zeros += uint64(len(losses) - len(hit))
	var some [atOnce]float64
	for part := range slices.Chunk(hit, atOnce) {
		for k, i := range part {
			some[k] = losses[i]
		}
		t.add(some[:len(part)]...)
	}
}

// merge adds the counts of another tally, which has the same atoms.
func (t *tally) merge(u *tally) {
	t.zeros += u.zeros
	for i := range t.atoms {
		t.atoms[i].is.merge(u.atoms[i].is)
		t.atoms[i].above.merge(u.atoms[i].above)
	}
	for e, from := range u.octave {
		if from == nil {
			continue
		}
		to := t.octave[e]
		if to == nil {
			to = newOctaveTally()
			t.octave[e] = to
		}
		for i, k := range from.bucket {
			to.bucket[i].merge(k)
		}
		to.sum.addAll(from.sum)
		to.square.addAll(from.square)
	}
}

// precision of the sums that are read from a tally, in bits: more than they have.
const precision = 320

func newFloat() *big.Float { return new(big.Float).SetPrec(precision) }

func (u uint128) float() *big.Float {
	hi := newFloat().SetUint64(u.hi)
	return hi.Add(hi.SetMantExp(hi, 64), newFloat().SetUint64(u.lo))
}

// sums returns the sum of the losses and of their squares in octave e.
func (o *octaveTally) sums(e int) (sum, square *big.Float) {
	sum, square = o.sum.float(), o.square.float()
	sum.SetMantExp(sum, e-bias)
	square.SetMantExp(square, 2*(e-bias)+42) // the upper 64 bits of (m·2¹¹)²
	return sum, square
}

// totals returns the number of losses, their sum and that of their squares.
func (t *tally) totals() (n uint64, sum, square *big.Float) {
	n, sum, square = t.zeros, newFloat(), newFloat()
	for e, o := range &t.octave {
		if o == nil {
			continue
		}
		t.buckets(e, func(k *bucket) { n += k.n })
		s, q := o.sums(e)
		sum.Add(sum, s)
		square.Add(square, q)
	}
	return n, sum, square
}
