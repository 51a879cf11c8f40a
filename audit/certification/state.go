package certification

import "github.com/aimskit/aimskit/internal/word"

// State is where a certification stands. Zero means that nobody applied yet.
type State uint8

// The states.
const (
	Applicant       State = iota + 1 // applied; the application is reviewed and stage 1 done
	StageTwoPending                  // ready for stage 2, or its findings stand against a decision
	DecisionPending                  // nothing stands against a decision
	Certified
	Suspended // the certificate is invalid while this lasts, and its clocks go on
	Expired   // its last day passed; computed, never recorded
	Refused
	Withdrawn
)

var states = word.Scale{Name: "certification.State", Words: []string{
	"", "applicant", "stage-2-pending", "decision-pending", "certified", "suspended", "expired", "refused", "withdrawn",
}}

// String returns the word of the state, "" for zero.
func (s State) String() string { return states.String(int(s)) }

// Known reports whether s is one of the states; zero is none.
func (s State) Known() bool { return s != 0 && s <= Withdrawn }

// MarshalText returns the word of the state; zero has none and is an error.
func (s State) MarshalText() ([]byte, error) { return states.Marshal(int(s)) }

// UnmarshalText reads the word of a state.
func (s *State) UnmarshalText(text []byte) error {
	i, err := states.Unmarshal(text)
	if err == nil {
		*s = State(i)
	}
	return err
}
