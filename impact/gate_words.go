package impact

import "github.com/aimskit/aimskit/internal/word"

// GateVerdict says whether a system may go into use, or stay there. The zero
// value is that nobody can tell.
type GateVerdict uint8

// The verdicts.
const (
	GateUnclear      GateVerdict = iota // nothing forbids it, and something is not known
	NoGo                                // it must not go into use; a live one must stop
	Overdue                             // it is live: assess it in time, or stop it
	GoWithConditions                    // go, while conditions are kept
	Go
)

var gateVerdicts = word.Scale{
	Name:  "impact.GateVerdict",
	Words: []string{"cannot-tell", "no-go", "overdue", "go-with-conditions", "go"},
}

// String returns the word of the verdict.
func (v GateVerdict) String() string { return gateVerdicts.String(int(v)) }

// Known reports whether v is one of the verdicts.
func (v GateVerdict) Known() bool { return v <= Go }

// MarshalText returns the word of the verdict.
func (v GateVerdict) MarshalText() ([]byte, error) { return gateVerdicts.Marshal(int(v)) }

// UnmarshalText reads the word of a verdict.
func (v *GateVerdict) UnmarshalText(text []byte) error { return unmarshalWord(v, text, gateVerdicts) }

// Bearing is what a reason does to the verdict: the greatest decides. Zero is
// none.
type Bearing uint8

// The bearings, from least to greatest.
const (
	Remark    Bearing = iota + 1 // nothing
	Restraint                    // go with conditions at best
	Unsettled                    // nobody can tell
	Lapse                        // no assessment that counts: no go, or overdue for a live system; a waiver may bridge it
	Refusal                      // no go; no waiver of the assessment helps
)

var bearings = word.Scale{
	Name:  "impact.Bearing",
	Words: []string{"", "remark", "restraint", "unsettled", "lapse", "refusal"},
}

// String returns the word of the bearing, "" for zero.
func (b Bearing) String() string { return bearings.String(int(b)) }

// Known reports whether b is one of the bearings; zero is not.
func (b Bearing) Known() bool { return b != 0 && b <= Refusal }

// MarshalText returns the word of the bearing; zero has none and is an error.
func (b Bearing) MarshalText() ([]byte, error) { return bearings.Marshal(int(b)) }

// UnmarshalText reads the word of a bearing.
func (b *Bearing) UnmarshalText(text []byte) error { return unmarshalWord(b, text, bearings) }

// ConditionState is how far a condition has come. Zero means that nobody
// looked.
type ConditionState uint8

// The states, from worst to best.
const (
	ConditionOverdue  ConditionState = iota + 1 // open, and it was due
	ConditionOpen                               // open, and not due yet
	ConditionWaived                             // open, and a waiver holds
	ConditionUnproven                           // said to be met, without evidence
	ConditionMet
)

var conditionStates = word.Scale{
	Name:  "impact.ConditionState",
	Words: []string{"", "overdue", "open", "waived", "unproven", "met"},
}

// String returns the word of the state, "" for zero.
func (s ConditionState) String() string { return conditionStates.String(int(s)) }

// Known reports whether s is one of the states; zero is not.
func (s ConditionState) Known() bool { return s != 0 && s <= ConditionMet }

// MarshalText returns the word of the state; zero has none and is an error.
func (s ConditionState) MarshalText() ([]byte, error) { return conditionStates.Marshal(int(s)) }

// UnmarshalText reads the word of a state.
func (s *ConditionState) UnmarshalText(text []byte) error {
	return unmarshalWord(s, text, conditionStates)
}
