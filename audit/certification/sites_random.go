package certification

import (
	"crypto/sha256"
	"encoding/binary"
)

// Every random number is a function of the seed and the id of the site that it
// is for. Nothing is drawn in an order, so the order of the sites moves no
// number, and every machine finds the same ones.

// golden is the step between purposes: 2⁶⁴ divided by the golden ratio.
const golden = 0x9e3779b97f4a7c15

// mix turns a counter into 64 random bits: the finalizer of SplitMix64.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// seedKey returns the number that a seed stands for.
func seedKey(seed string) uint64 {
	sum := sha256.Sum256([]byte(seed))
	return binary.LittleEndian.Uint64(sum[:])
}

// scan reads a text once, in words of eight bytes, the first one the lowest:
// for its hash, and whether it is short and has printable ASCII only.
func scan(s string) (hash uint64, plain bool) {
	hash, plain = uint64(len(s))*golden, len(s) <= 256
	for ; len(s) >= 8; s = s[8:] {
		word := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		hash, plain = mix(hash^word), plain && printable(word)
	}
	word := uint64(0)
	for i := range len(s) {
		word |= uint64(s[i]) << (8 * i)
	}
	return mix(hash ^ word), plain && printable(word|spaces<<(8*len(s)))
}

// spaces is a word of eight spaces.
const spaces uint64 = 0x2020202020202020

// printable reports whether all eight bytes of a word are printable ASCII. The
// highest bit of a byte is set in one of the three if the byte is above 127,
// below a space, or the one after the tilde; what a byte that is not printable
// carries over to the next ones changes nothing.
func printable(word uint64) bool {
	const high, one = 0x8080808080808080, 0x0101010101010101
	return (word|(word-spaces)|(word+one))&high == 0
}
