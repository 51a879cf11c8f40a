package aims

import (
	"slices"

	"github.com/aimskit/aimskit/internal/word"
)

// Requirement is one numbered entry of clauses 4 to 10: either a leaf, which
// asks for something and is judged by its points, or a heading, which only
// gathers the entries below it and has none.
type Requirement struct {
	Clause Clause `json:"clause"`
	Title  string `json:"title"` // the short title that the standard prints
	// Summary says in our own words what the entry is about.
	Summary string `json:"summary"`
	// Points are lettered a, b, c … without a hole, at most 26; none for a heading.
	Points []Point `json:"points,omitempty"`
	// Documented lists what must exist in writing; often nothing.
	Documented []Documented `json:"documented,omitempty"`
	// Controls lists the Annex A controls that bear on the requirement. They
	// help to meet it, and none of them replaces it.
	Controls []ControlID `json:"controls,omitempty"`
}

// Leaf reports whether the entry asks for something, rather than being a heading.
func (r Requirement) Leaf() bool { return len(r.Points) > 0 }

// EventDriven reports whether only an event sets the requirement in motion,
// as it is when every point is event-driven. With a process in place and no
// event yet, such a requirement conforms and is not yet exercised.
func (r Requirement) EventDriven() bool {
	return r.Leaf() && !slices.ContainsFunc(r.Points, func(p Point) bool { return !p.EventDriven })
}

// clone returns a copy that shares nothing with r.
func (r Requirement) clone() Requirement {
	r.Points = slices.Clone(r.Points)
	r.Documented = slices.Clone(r.Documented)
	r.Controls = slices.Clone(r.Controls)
	return r
}

// Point is one part of a requirement that can be judged by itself: shown,
// partly shown, not shown or unknown.
type Point struct {
	ID PointID `json:"id"`
	// Text says in our own words what an auditor must be able to see.
	Text string `json:"text"`
	// Core marks a point without which the requirement is not met at all: a
	// major gap when nothing of it is shown.
	Core bool `json:"core,omitempty"`
	// EventDriven marks a point that only an event sets in motion.
	EventDriven bool `json:"eventDriven,omitempty"`
}

// Documented is documented information that a requirement asks for.
type Documented struct {
	Item string         `json:"item"` // in our own words
	Kind DocumentedKind `json:"kind"`
}

// DocumentedKind tells what is kept current from what is kept as it was.
type DocumentedKind string

// The kinds of documented information.
const (
	Maintained DocumentedKind = "document" // kept current: says what is to be
	Retained   DocumentedKind = "record"   // kept as it was: says what has been
)

var documentedKinds = []DocumentedKind{Maintained, Retained}

// Known reports whether k is in the vocabulary.
func (k DocumentedKind) Known() bool { return word.Known(k, documentedKinds...) }

// UnmarshalText reads a word of the vocabulary.
func (k *DocumentedKind) UnmarshalText(text []byte) error {
	return unmarshalName(k, text, "aims.DocumentedKind", documentedKinds...)
}
