package controls

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Position is where one control stands at a day.
type Position struct {
	Control aims.Key `json:"control"`
	State   State    `json:"state,omitzero"` // absent: missing
	// Until is the last day on which the state holds if no record changes:
	// then an exclusion or the evidence expires. Absent when neither does.
	Until aims.Date `json:"until,omitzero"`
}

// State is what a statement says about a control, weighed by whether that is
// justified and proven. A scoring model says what each is worth. Zero means
// that the statement does not list the control.
type State uint8

// The states. The first two are no decision, the next two take the control
// out, rightly or not, and the others are of a control that applies.
const (
	StateMissing       State = iota
	StateUndecided           // listed, and nobody has decided
	StateUnjustified         // excluded, with a gap of the rules on exclusions: without justification, expired or contradicted
	StateExcluded            // excluded, and nothing found against it
	StateNotAssessed         // nobody says how far it is implemented
	StatePlanned             // not begun
	StateRefuted             // said to be in place, in full or in part, and the evidence speaks against it
	StatePartlyClaimed       // said to be in place in part, without fresh and accepted evidence
	StatePartlyProven        // in place in part, with fresh and accepted evidence
	StateClaimed             // said to be in place, without fresh and accepted evidence
	StateProven              // in place, with fresh and accepted evidence
)

var states = word.Scale{Name: "controls.State", Words: []string{
	"missing", "undecided", "unjustified", "excluded", "not-assessed", "planned",
	"refuted", "partly-claimed", "partly-proven", "claimed", "proven",
}}

// String returns the word of the state.
func (s State) String() string { return states.String(int(s)) }

// Known reports whether s is one of the states.
func (s State) Known() bool { return s <= StateProven }

// MarshalText returns the word of the state.
func (s State) MarshalText() ([]byte, error) { return states.Marshal(int(s)) }

// UnmarshalText reads the word of a state.
func (s *State) UnmarshalText(text []byte) error { return unmarshalWord(s, text, states) }

// Applies reports whether the statement says that the control applies.
func (s State) Applies() bool { return s >= StateNotAssessed && s.Known() }

// Positions says for every control of the catalogue where it stands at the
// day, sorted by control. Without a lookup of evidence nothing is proven and
// nothing refuted.
func Positions(f Facts) []Position {
	f = f.prepared()
	contested := make(map[aims.Key]bool)
	for _, o := range Check(f, exclusionRules()) {
		contested[o.Key] = contested[o.Key] || o.Verdict.Gap()
	}
	out := make([]Position, len(f.controls))
	for i, key := range f.controls {
		out[i] = f.position(i, key, contested[key])
	}
	return out
}

func (f *Facts) position(i int, key aims.Key, contested bool) Position {
	p := Position{Control: key}
	if f.rowOf[i] < 0 || !f.seen() {
		return p
	}
	r := &f.statement.Rows[f.rowOf[i]]
	switch {
	case r.Applicability == Undecided:
		p.State = StateUndecided
	case r.Applicability == Excluded && contested:
		p.State = StateUnjustified
	case r.Applicability == Excluded:
		p.State = StateExcluded
		for _, e := range r.Exclusions {
			if p.Until == 0 || e.Until != 0 && e.Until < p.Until {
				p.Until = e.Until
			}
		}
	default:
		p.State, p.Until = f.implementation(f.rowOf[i])
	}
	return p
}

// implementation returns the state of an applicable row, and until when its
// evidence proves it.
func (f *Facts) implementation(i int) (State, aims.Date) {
	status := f.statement.Rows[i].StatusAt(f.At)
	switch status {
	case Partial, Implemented:
	case Planned:
		return StatePlanned, 0
	default:
		return StateNotAssessed, 0
	}
	claimed, proven := StateClaimed, StateProven
	if status == Partial {
		claimed, proven = StatePartlyClaimed, StatePartlyProven
	}
	switch p := f.proof(i); {
	case p.verdict == aims.Conforms:
		return proven, p.until
	case p.verdict.Gap():
		return StateRefuted, 0
	}
	return claimed, 0
}
