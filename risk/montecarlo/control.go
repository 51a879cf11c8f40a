package montecarlo

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// ControlID names a [Control] of a model. It may be that of a control of the
// organization, such as A.6.2.4.
type ControlID string

// Control is a measure with its effects on scenarios. The scenarios of a model
// are estimated without its controls, so a model whose controls are all off
// says the inherent risk.
type Control struct {
	ID    ControlID   `json:"id"`
	Title string      `json:"title,omitempty"`
	Refs  []aims.Ref  `json:"refs,omitempty"` // the records that it stands for
	Cost  aims.Amount `json:"cost,omitzero"`  // a year, in the currency of the model
	// Off: the control is described and not in place, as one that is thought of.
	Off     bool     `json:"off,omitempty"`
	Effects []Effect `json:"effects"`
}

// EffectKind says where in the course of an event a control works.
type EffectKind string

// The kinds of effect. Several effects multiply: what two controls leave is
// the product of what each leaves, so that no control raises the loss.
const (
	// Prevention: a share of the events does not happen.
	Prevention EffectKind = "prevention"
	// Hardening: a share of the threat events of a tree does no longer succeed;
	// its susceptibility falls by this share.
	Hardening EffectKind = "hardening"
	// Detection: with a probability the event is seen early, and then a share of
	// its loss is avoided.
	Detection EffectKind = "detection"
	// Response: a share of the loss of every event is avoided.
	Response EffectKind = "response"
	// Cover: somebody else bears a layer of the loss.
	Cover EffectKind = "cover"
)

var effectKinds = []EffectKind{Prevention, Hardening, Detection, Response, Cover}

// Known reports whether k is in the vocabulary.
func (k EffectKind) Known() bool { return word.Known(k, effectKinds...) }

// UnmarshalText reads a word of the vocabulary.
func (k *EffectKind) UnmarshalText(text []byte) (err error) {
	*k, err = word.Parse("montecarlo.EffectKind", text, effectKinds...)
	return err
}

// Effect is what a control does to some scenarios.
type Effect struct {
	Kind EffectKind `json:"kind"`
	// Scenarios that it works on; empty: on all of the model.
	Scenarios []ScenarioID `json:"scenarios,omitempty"`
	// Share, 0 to 1: prevention, of the events; hardening, of the threat events;
	// detection and response, of the loss. An uncertain share is drawn once a year,
	// the same for all scenarios.
	Share *Distribution `json:"share,omitempty"`
	// Probability, 0 to 1: detection, that an event is detected.
	Probability Number `json:"probability,omitzero"`
	PerEvent    *Layer `json:"perEvent,omitempty"` // cover: of the loss of each event
	PerYear     *Layer `json:"perYear,omitempty"`  // cover: of the loss that a scenario has left in a year
}

// Layer is the layer of a loss that a cover bears: what exceeds the deductible,
// up to the limit. A contract that caps the organization's own loss is a layer
// with the cap as its deductible and no limit.
type Layer struct {
	Deductible Number `json:"deductible,omitzero"` // borne by the organization; absent: nothing
	Limit      Number `json:"limit,omitzero"`      // the most that the cover pays; absent: no limit
}
