package risk

import "github.com/aimskit/aimskit/internal/word"

// State says with which controls a rating sees a risk.
type State string

// The states, and the field of [Risk] that holds the rating of each.
const (
	Inherent State = "inherent" // with none
	Current  State = "current"  // with those that are effective
	Residual State = "residual" // with those of the approved plan as well, once it is complete
	Target   State = "target"   // with whatever it takes to reach the level decided on
)

var states = []State{Inherent, Current, Residual, Target}

// Known reports whether s is in the vocabulary.
func (s State) Known() bool { return word.Known(s, states...) }

// UnmarshalText reads a word of the vocabulary.
func (s *State) UnmarshalText(text []byte) error {
	return unmarshalName(s, text, "risk.State", states...)
}

// Rating returns the rating of the risk in a state, or nil.
func (r *Risk) Rating(s State) *Rating {
	switch s {
	case Inherent:
		return r.Inherent
	case Current:
		return r.Current
	case Residual:
		return r.Residual
	case Target:
		return r.Target
	}
	return nil
}

func (r *Risk) setRating(s State, rating *Rating) {
	switch s {
	case Inherent:
		r.Inherent = rating
	case Current:
		r.Current = rating
	case Residual:
		r.Residual = rating
	case Target:
		r.Target = rating
	}
}
