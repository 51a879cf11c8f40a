// Package svgtest checks finished pictures: a test of any package that draws
// calls [Faults] on the bytes and wants none.
package svgtest
