// Package risk makes risk registers for the tests of package risk and of those
// that build on it: sound ones, on which no rule observes anything, and random
// ones.
package risk
