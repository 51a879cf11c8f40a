// Package montecarlo is the quantitative side of AI risk management: the loss of
// a year as the sum of the losses of its events, by simulation or exactly.
package montecarlo
