package certification

import (
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/internal/word"
)

// Outcome is what a certification body decides, or is asked to decide. The
// empty one means "nothing asked".
type Outcome string

// The outcomes. Not yet is never asked for: it is the answer while something
// stands against what is asked.
const (
	NotYet      Outcome = "not-yet"
	Grant       Outcome = "grant"
	Refuse      Outcome = "refuse"
	Maintain    Outcome = "maintain"
	Renew       Outcome = "renew"
	Suspend     Outcome = "suspend"
	Restore     Outcome = "restore"
	Withdraw    Outcome = "withdraw"
	ExtendScope Outcome = "extend-scope"
	ReduceScope Outcome = "reduce-scope"
	Transfer    Outcome = "transfer"
)

var outcomes = []Outcome{NotYet, Grant, Refuse, Maintain, Renew, Suspend, Restore, Withdraw, ExtendScope, ReduceScope, Transfer}

// Known reports whether o is in the vocabulary.
func (o Outcome) Known() bool { return word.Known(o, outcomes...) }

// UnmarshalText reads a word of the vocabulary.
func (o *Outcome) UnmarshalText(text []byte) error {
	return unmarshalName(o, text, "certification.Outcome", outcomes...)
}

// event returns what the file of a certification notes for a decision, "" for
// not yet.
func (o Outcome) event() audit.EventType {
	switch o {
	case Grant:
		return audit.Granted
	case Refuse:
		return audit.Refused
	case Maintain:
		return audit.Maintained
	case Renew:
		return audit.Renewed
	case Suspend:
		return audit.Suspended
	case Restore:
		return audit.Restored
	case Withdraw:
		return audit.Withdrawn
	case ExtendScope:
		return audit.ScopeExtended
	case ReduceScope:
		return audit.ScopeReduced
	case Transfer:
		return audit.Transferred
	}
	return ""
}

// decides reports whether an event is a decision of a body.
func decides(t audit.EventType) bool {
	for _, o := range outcomes[1:] {
		if o.event() == t {
			return true
		}
	}
	return false
}
