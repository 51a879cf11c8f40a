package montecarlo

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// ShockID names a [Shock].
type ShockID string

// Shock is a common cause that strikes several scenarios in the same year, as
// the failure of one vendor's model strikes the ten systems that use it. It
// strikes at most once a year.
type Shock struct {
	ID          ShockID    `json:"id"`
	Title       string     `json:"title,omitempty"`
	Refs        []aims.Ref `json:"refs,omitempty"`
	Probability Number     `json:"probability"` // that it strikes in a year; 0 to 1
	Strikes     []Strike   `json:"strikes"`
}

// Strike is what a shock does to a scenario in the year in which it strikes.
// At least one of the two is given.
type Strike struct {
	Scenario ScenarioID `json:"scenario"`
	// Events that come on top of the scenario's own, with losses as its own.
	Events *Frequency `json:"events,omitempty"`
	// Factor multiplies the loss of every event of the scenario in that year.
	Factor Number `json:"factor,omitzero"`
}

// Factor is a quantity of a scenario that one number is drawn for in a year,
// and that can be correlated with others.
type Factor string

// The factors of a scenario.
const (
	FactorOccurrence           Factor = "occurrence"             // the number of events
	FactorRate                 Factor = "rate"                   // an uncertain rate; in a tree the loss event frequency
	FactorThreatEventFrequency Factor = "threat-event-frequency" // the nodes of a tree
	FactorContactFrequency     Factor = "contact-frequency"
	FactorProbabilityOfAction  Factor = "probability-of-action"
	FactorSusceptibility       Factor = "susceptibility"
	FactorSecondaryFrequency   Factor = "secondary-frequency"
)

var factors = []Factor{
	FactorOccurrence, FactorRate, FactorThreatEventFrequency, FactorContactFrequency,
	FactorProbabilityOfAction, FactorSusceptibility, FactorSecondaryFrequency,
}

// Known reports whether f is in the vocabulary.
func (f Factor) Known() bool { return word.Known(f, factors...) }

// UnmarshalText reads a word of the vocabulary.
func (f *Factor) UnmarshalText(text []byte) (err error) {
	*f, err = word.Parse("montecarlo.Factor", text, factors...)
	return err
}

// Correlation ties two factors by a Gaussian copula: their normal scores have
// the correlation Rho. Pairs that are not listed are not correlated. A Gaussian
// copula lets extremes of two factors rarely come together; a common cause is
// better told as a [Shock].
type Correlation struct {
	A   FactorOf `json:"a"`
	B   FactorOf `json:"b"`
	Rho Number   `json:"rho"` // between −1 and 1, both excluded
}

// FactorOf names a factor of a scenario.
type FactorOf struct {
	Scenario ScenarioID `json:"scenario"`
	Factor   Factor     `json:"factor"`
}
