package readiness

import (
	"iter"
	"math/bits"
	"slices"
)

// bitset is a set of small numbers. All sets that meet have the same length.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (s bitset) has(i int) bool { return s[i>>6]&(1<<(i&63)) != 0 }
func (s bitset) add(i int)      { s[i>>6] |= 1 << (i & 63) }
func (s bitset) remove(i int)   { s[i>>6] &^= 1 << (i & 63) }
func (s bitset) clone() bitset  { return slices.Clone(s) }

func (s bitset) join(t bitset) {
	for i := range s {
		s[i] |= t[i]
	}
}

func (s bitset) keep(t bitset) {
	for i := range s {
		s[i] &= t[i]
	}
}

// within reports whether t holds all of s.
func (s bitset) within(t bitset) bool {
	for i := range s {
		if s[i]&^t[i] != 0 {
			return false
		}
	}
	return true
}

// each yields the members, rising.
func (s bitset) each() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, w := range s {
			for ; w != 0; w &= w - 1 {
				if !yield(i<<6 + bits.TrailingZeros64(w)) {
					return
				}
			}
		}
	}
}
