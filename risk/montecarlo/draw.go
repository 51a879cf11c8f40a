package montecarlo

import (
	"crypto/sha256"
	"encoding/binary"
	"math/bits"
)

// Every random number is a function of what it is for: the seed, the scenario
// (or control, shock, correlated factor), the trial, the event and the purpose.
// Nothing is drawn in an order, so another scenario, a control or another
// number of workers moves no number from its place, and a variant of a model
// meets the same years as the model itself.

const (
	golden  = 0x9e3779b97f4a7c15 // the step between indices: 2⁶⁴ divided by the golden ratio
	purpose = 0xd1342543de82ef95 // the step between purposes
)

// mix turns a counter into 64 random bits: the finalizer of SplitMix64.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// idKey stands for what is drawn for, whatever else the model holds.
func idKey(kind, id string) uint64 {
	sum := sha256.Sum256([]byte(kind + "/" + id))
	return binary.LittleEndian.Uint64(sum[:])
}

// seeded joins the key of an id with the seed of a run.
func seeded(seed, id uint64) uint64 { return mix(mix(seed+golden) ^ id) }

// yearKey is the random key of a trial; it is also the draw for purpose 0.
func yearKey(key uint64, trial int64) uint64 { return mix(key + uint64(trial+1)*golden) }

// The purposes of the draws of a scenario's year. Events count from 1, so that
// drawFor(year, p, 0) is a draw of the year itself.
const (
	forSeverity = iota
	forPrevention
	forSecondary // whether the event has a secondary loss
	forSecondaryLoss
	forRate
	forThreatEventFrequency
	forContactFrequency
	forProbabilityOfAction
	forSusceptibility
	forSecondaryFrequency
	forDetection
	forShock // the number of events that a shock adds
)

func drawFor(year, purposeOf, event uint64) uint64 {
	return mix(year + purposeOf*purpose + event*golden)
}

// below reports whether the uniform number h/2⁶⁴ is less than p. It is true
// for p = 1 and false for p = 0.
func below(h uint64, p float64) bool {
	// 53 bits of h decide exactly; an uncertain p has no more.
	return float64(h>>11) < float64(p*(1<<53))
}

// tail splits a uniform number: how far it is from the nearer end, in units of
// 2⁻⁶⁴ and less than 2⁶³, and a mask of ones when that end is the upper one.
func tail(h uint64) (v, upper uint64) {
	upper = uint64(int64(h) >> 63)
	return h ^ upper, upper
}

// octave returns n for a v from 2⁶³⁻ⁿ⁻¹ to 2⁶³⁻ⁿ, that is a probability
// from 2⁻ⁿ⁻² to 2⁻ⁿ⁻¹; 62 for 0 and 1.
func octave(v uint64) int { return bits.LeadingZeros64(v|1) - 1 }
