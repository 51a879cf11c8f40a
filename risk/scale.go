package risk

import "github.com/aimskit/aimskit/aims"

// Scale is an ordered list of levels, the lowest first.
type Scale struct {
	Title string `json:"title"`
	Unit  Unit   `json:"unit,omitempty"` // of the bounds of its steps; empty: in words only
	Steps []Step `json:"steps"`
}

// Step is one level of a [Scale].
type Step struct {
	Label       string `json:"label"`
	Description string `json:"description,omitempty"`
	// Bounds, in the unit of the scale; a step reaches from Min, inclusive,
	// to Max, exclusive except for the highest. Absent: no bound.
	Min aims.Amount `json:"min,omitzero"`
	Max aims.Amount `json:"max,omitzero"`
}

// Unit is what the bounds of a scale are counted in. Money is an ISO 4217 code.
type Unit string

// The units besides money.
const (
	PerYear     Unit = "per-year"    // events a year: a rate
	Probability Unit = "probability" // of at least one event in a year
	People      Unit = "people"      // persons affected
)
