package risk

import "github.com/aimskit/aimskit/aims"

// Rating is one assessment of a risk against criteria. The risk level is not
// stored: [Criteria] give it.
type Rating struct {
	Criteria     aims.Digest       `json:"criteria"` // digest of the criteria it was made with
	Likelihood   Level             `json:"likelihood,omitzero"`
	Consequences []Consequence     `json:"consequences,omitempty"`
	On           aims.Date         `json:"on,omitzero"`
	By           aims.PersonID     `json:"by,omitempty"`
	Rationale    string            `json:"rationale,omitempty"`
	Evidence     []aims.EvidenceID `json:"evidence,omitempty"`
}

// Consequence is the level on one dimension, or the reason why there is none.
type Consequence struct {
	Dimension DimensionID `json:"dimension"`
	Level     Level       `json:"level,omitzero"`
	WhyNot    string      `json:"whyNot,omitempty"`
}
