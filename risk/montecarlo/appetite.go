package montecarlo

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// AppetiteID names an [Appetite].
type AppetiteID string

// Measure is what an [Appetite] speaks of.
type Measure string

// The measures.
const (
	MeasureMean       Measure = "mean"       // the mean loss of a year
	MeasureVaR        Measure = "var"        // the loss that is not exceeded with probability p
	MeasureTVaR       Measure = "tvar"       // the mean of the worst 1−p of the years
	MeasureExceedance Measure = "exceedance" // the probability that a year's loss exceeds an amount
)

var measures = []Measure{MeasureMean, MeasureVaR, MeasureTVaR, MeasureExceedance}

// Known reports whether m is in the vocabulary.
func (m Measure) Known() bool { return word.Known(m, measures...) }

// UnmarshalText reads a word of the vocabulary.
func (m *Measure) UnmarshalText(text []byte) (err error) {
	*m, err = word.Parse("montecarlo.Measure", text, measures...)
	return err
}

// Appetite is a limit that the organization sets itself, for example: in 95 of
// 100 years we lose at most 250,000; the probability to lose more than
// 1,000,000 in a year is at most 0.01.
type Appetite struct {
	ID       AppetiteID  `json:"id"`
	Title    string      `json:"title,omitempty"`
	Refs     []aims.Ref  `json:"refs,omitempty"`
	Scenario ScenarioID  `json:"scenario,omitempty"` // empty: all scenarios together
	Measure  Measure     `json:"measure"`
	P        Number      `json:"p,omitzero"`    // VaR and TVaR: the level, between 0 and 1
	Loss     aims.Amount `json:"loss,omitzero"` // exceedance: the amount
	Limit    aims.Amount `json:"limit"`         // the most that is accepted: money, or for exceedance a probability
}
