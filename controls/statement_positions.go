package controls

import (
	"slices"
	"sync"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Position is where one control stands at a day.
type Position struct {
	Control aims.Key `json:"control"`
	State   State    `json:"state,omitzero"` // absent: missing
	// Until is the last day on which the state holds if no record changes:
	// then an exclusion, the approval of one or the evidence expires. Absent
	// when nothing does.
	Until aims.Date `json:"until,omitzero"`
}

// State is what a statement says about a control, weighed by whether that is
// justified and proven. A scoring model says what each is worth. Zero means
// that the statement does not list the control.
type State uint8

// The states. The first two are no decision, the next three say that the
// control is out, and the others are of a control that applies. Of the three
// only StateExcluded takes it out; an unjustified exclusion is a gap, and what
// an unsettled one is worth is unknown.
const (
	StateMissing       State = iota
	StateUndecided           // listed, and nobody has decided
	StateUnjustified         // excluded, with a gap of the rules on exclusions: without justification, expired or contradicted
	StateUnsettled           // excluded, and it cannot be told whether rightly: the statement is not approved as it stands, or a rule on exclusions cannot tell
	StateExcluded            // excluded by an approved statement, and nothing found against it
	StateNotAssessed         // nobody says how far it is implemented
	StatePlanned             // not begun
	StateRefuted             // said to be in place, in full or in part, and the evidence speaks against it
	StatePartlyClaimed       // said to be in place in part, without fresh and accepted evidence
	StatePartlyProven        // in place in part, with fresh and accepted evidence
	StateClaimed             // said to be in place, without fresh and accepted evidence
	StateProven              // in place, with fresh and accepted evidence
)

var states = word.Scale{Name: "controls.State", Words: []string{
	"missing", "undecided", "unjustified", "unsettled", "excluded", "not-assessed", "planned",
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

// judgesExclusions are the [exclusionRules], made once.
var judgesExclusions = sync.OnceValue(exclusionRules)

// Positions says for every control of the catalogue where it stands at the
// day, sorted by control; own controls that are recorded later are left out.
// Without a lookup of evidence nothing is proven and nothing refuted.
func Positions(f Facts) []Position {
	f = f.prepared()
	standing, approval := aims.StandingOf(f.digest, f.statement.Approvals, f.At)
	approved := aims.Conforms
	if standing != aims.Approved {
		approved = aims.CannotTell
	}
	exclusion := slices.Repeat([]aims.Verdict{approved}, len(f.keys))
	out := output{yield: func(o aims.Observation) bool {
		if i, ok := f.place[o.Key]; ok {
			exclusion[i] = exclusion[i].And(o.Verdict)
		}
		return true
	}}
	for _, r := range judgesExclusions() {
		r.check(&f, &out)
	}
	list := make([]Position, 0, len(f.keys))
	for i, key := range f.keys {
		if f.exists(i) {
			list = append(list, f.position(i, key, exclusion[i], approval.Until))
		}
	}
	return list
}

// position returns where a control stands, given what its exclusion is worth,
// if it is excluded, and the last day of the approval.
func (f *Facts) position(i int, key aims.Key, exclusion aims.Verdict, until aims.Date) Position {
	p := Position{Control: key}
	if f.rowOf[i] < 0 || !f.seen() {
		return p
	}
	r := &f.statement.Rows[f.rowOf[i]]
	switch {
	case r.Applicability == Undecided:
		p.State = StateUndecided
	case r.Applicability == Excluded && exclusion.Gap():
		p.State = StateUnjustified
	case r.Applicability == Excluded && exclusion == aims.CannotTell:
		p.State = StateUnsettled
	case r.Applicability == Excluded:
		p.State, p.Until = StateExcluded, until
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
