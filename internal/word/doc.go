// Package word turns the words of a closed vocabulary into values and back.
//
// Every enum of the library reads its text through this package, so that an
// unknown word is always refused in the same way: naming the vocabulary,
// quoting the input and listing what is allowed. Nothing is mapped to a
// default.
package word
