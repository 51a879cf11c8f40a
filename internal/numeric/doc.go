// Package numeric has the mathematical functions that a simulation must find
// the same, to the last bit, on every machine.
//
// # Why not package math
//
// math.Exp, math.Log and math.Pow are assembly on some architectures and Go on
// others and differ in the last bit, and a compiler may fuse x*y + z into one
// operation where the machine has one. A loss simulation that promises the same
// result everywhere can use neither. Here every function is made of additions,
// multiplications, divisions and square roots, which IEEE 754 rounds in one way
// only, and every product that is added to something stands in float64(x*y),
// which the language defines to be rounded.
//
// # Accuracy
//
// Errors are counted in units in the last place (ulp) of the exact result and
// are what the tests measure against sums of many more digits:
//
//	Exp, Log         1 ulp
//	Expm1, Log1p     2 ulp
//	Pow              2 + 2·|y·ln x| ulp
//	NormalQuantile   2 ulp, and 2⁻⁵⁵ near the median, where it is nearly 0
//	NormalPDF        4 ulp
//	NormalCDF        5 ulp, also far out in the lower tail
//
// # Tables
//
// The files named …_table.go are written by the tests, with
// go test ./internal/numeric -update, from sums with 200 bits; the tests also
// compare what stands there with what they would write.
package numeric
