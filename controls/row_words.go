package controls

import "github.com/aimskit/aimskit/internal/word"

// Applicability says whether a control applies. Its zero value is undecided:
// a control that nobody decided on is neither in nor out.
type Applicability string

// The applicabilities.
const (
	Undecided  Applicability = ""           // nobody has decided
	Applicable Applicability = "applicable" // needed, at least for some AI systems
	Excluded   Applicability = "excluded"   // needed for none
)

// Known reports whether a is a decision.
func (a Applicability) Known() bool { return word.Known(a, Applicable, Excluded) }

// String returns the word; "undecided" for the zero value.
func (a Applicability) String() string {
	if a == Undecided {
		return "undecided"
	}
	return string(a)
}

// UnmarshalText reads applicable or excluded; an undecided field is left out
// of a document.
func (a *Applicability) UnmarshalText(text []byte) error {
	return unmarshalName(a, text, "controls.Applicability", Applicable, Excluded)
}

// ReasonKind says what makes a control necessary.
type ReasonKind string

// The kinds of reason for which a control is included.
const (
	RiskAssessment ReasonKind = "risk-assessment" // the treatment of a risk needs it
	Legal          ReasonKind = "legal"           // law or regulation demands it
	Contractual    ReasonKind = "contractual"     // a contract demands it
	BestPractice   ReasonKind = "best-practice"   // the organization wants it, for example by a code of conduct
)

var reasonKinds = []ReasonKind{RiskAssessment, Legal, Contractual, BestPractice}

// Known reports whether k is in the vocabulary.
func (k ReasonKind) Known() bool { return word.Known(k, reasonKinds...) }

// UnmarshalText reads a word of the vocabulary.
func (k *ReasonKind) UnmarshalText(text []byte) error {
	return unmarshalName(k, text, "controls.ReasonKind", reasonKinds...)
}

// Ground says on what an exclusion rests.
type Ground string

// The grounds on which a control can be excluded.
const (
	NoRisk                Ground = "no-risk"                 // no risk, impact or objective calls for it
	ActivityNotPerformed  Ground = "activity-not-performed"  // the organization, in its roles, does not do what it controls
	NoExternalRequirement Ground = "no-external-requirement" // no law, contract or interested party demands it
)

var grounds = []Ground{NoRisk, ActivityNotPerformed, NoExternalRequirement}

// Known reports whether g is in the vocabulary.
func (g Ground) Known() bool { return word.Known(g, grounds...) }

// UnmarshalText reads a word of the vocabulary.
func (g *Ground) UnmarshalText(text []byte) error {
	return unmarshalName(g, text, "controls.Ground", grounds...)
}

// Status is how far a control is implemented, as the organization says. It is
// a claim; evidence proves it. Zero means that nobody has assessed it.
type Status uint8

// The statuses. Each is more than the one before.
const (
	Planned     Status = iota + 1 // decided on, not begun
	Partial                       // in place in part
	Implemented                   // in place
)

var statuses = word.Scale{Name: "controls.Status", Words: []string{"", "planned", "partial", "implemented"}}

// String returns the word of the status, "" for zero.
func (s Status) String() string { return statuses.String(int(s)) }

// Known reports whether s is one of the statuses; zero is not.
func (s Status) Known() bool { return s != 0 && s <= Implemented }

// MarshalText returns the word of the status; zero has none and is an error.
func (s Status) MarshalText() ([]byte, error) { return statuses.Marshal(int(s)) }

// UnmarshalText reads planned, partial or implemented.
func (s *Status) UnmarshalText(text []byte) error { return unmarshalWord(s, text, statuses) }

func unmarshalName[T ~string](into *T, text []byte, vocabulary string, all ...T) error {
	w, err := word.Parse(vocabulary, text, all...)
	if err == nil {
		*into = w
	}
	return err
}

func unmarshalWord[T ~uint8](into *T, text []byte, s word.Scale) error {
	i, err := s.Unmarshal(text)
	if err == nil {
		*into = T(i)
	}
	return err
}
