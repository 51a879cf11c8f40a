package montecarlo

import "github.com/aimskit/aimskit/internal/word"

// Tree is the estimate of a scenario as a tree of factors, in the terms of
// factor analysis of information risk:
//
//	loss event frequency
//	  threat event frequency
//	    contact frequency × probability of action
//	  susceptibility
//	    P(threat capability > resistance strength)
//	loss magnitude
//	  primary loss
//	  secondary frequency (the share of events with one) × secondary loss
//
// An estimate stops at any node: give a node itself or what stands below it,
// never both. Frequencies are rates a year; the number of events of a year is
// Poisson with the rate that was drawn for it.
//
// Threat capability and resistance strength are compared in every event, so
// what counts in a year is the probability that the first is greater, one
// number; see [Tree.SusceptibilityOf].
type Tree struct {
	LossEventFrequency   *Distribution `json:"lossEventFrequency,omitempty"`   // loss events a year
	ThreatEventFrequency *Distribution `json:"threatEventFrequency,omitempty"` // threat events a year
	ContactFrequency     *Distribution `json:"contactFrequency,omitempty"`     // contacts a year
	ProbabilityOfAction  *Distribution `json:"probabilityOfAction,omitempty"`  // of a contact; 0 to 1
	Susceptibility       *Distribution `json:"susceptibility,omitempty"`       // share of threat events that are loss events; 0 to 1
	ThreatCapability     *Distribution `json:"threatCapability,omitempty"`     // on any scale, the same as that of the resistance
	ResistanceStrength   *Distribution `json:"resistanceStrength,omitempty"`
	LossMagnitude        *Distribution `json:"lossMagnitude,omitempty"`      // of an event
	PrimaryLoss          *Distribution `json:"primaryLoss,omitempty"`        // of an event
	SecondaryFrequency   *Distribution `json:"secondaryFrequency,omitempty"` // share of loss events with secondary loss; 0 to 1
	SecondaryLoss        *Distribution `json:"secondaryLoss,omitempty"`      // of such an event
	// Form says what a trial is; empty is [FormEvents].
	Form Form `json:"form,omitempty"`
}

// Form says what a trial of a [Tree] is.
type Form string

// The forms of a tree.
const (
	// FormEvents: a year, with the number of its events and the loss of each.
	FormEvents Form = "events"
	// FormProduct: the product of frequency and magnitude, each drawn once. This
	// is what many tools report: the uncertain mean of a year, and no year's
	// loss. Its mean is right; its quantiles answer another question.
	FormProduct Form = "product"
)

var forms = []Form{FormEvents, FormProduct}

// Known reports whether f is in the vocabulary.
func (f Form) Known() bool { return word.Known(f, forms...) }

// UnmarshalText reads a word of the vocabulary.
func (f *Form) UnmarshalText(text []byte) (err error) {
	*f, err = word.Parse("montecarlo.Form", text, forms...)
	return err
}
