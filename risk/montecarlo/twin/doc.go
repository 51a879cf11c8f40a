// Package twin holds package montecarlo against gonum: the same years drawn the
// way that comes to mind first, to show what the difference in speed is, and
// gonum's distributions as an oracle for the severities. It has tests and
// benchmarks only, in a module of its own, so that nobody who uses the library
// needs gonum.
//
//	go test -bench . ./risk/montecarlo/twin/...
//
// The figures, and how they are measured, stand in BENCHMARKS.md of package
// montecarlo.
package twin
