package impact

import "github.com/aimskit/aimskit/internal/word"

// TriggerKind is what a trigger looks at: one of the words below, or an
// organization's own, written vendor:word.
type TriggerKind string

// The kinds of trigger that the guidance on A.5.2 names.
const (
	Criticality     TriggerKind = "criticality"      // how much hangs on the system
	Automation      TriggerKind = "automation"       // how complex it is, and how much it does by itself
	DataSensitivity TriggerKind = "data-sensitivity" // whose data, and which
	SystemChange    TriggerKind = "change"           // of purpose, surroundings, data or model
)

var triggerKinds = []TriggerKind{Criticality, Automation, DataSensitivity, SystemChange}

// Known reports whether k is in the vocabulary or an organization's own.
func (k TriggerKind) Known() bool { return word.Known(k, triggerKinds...) || own(string(k)) }

// UnmarshalText reads a word of the vocabulary or vendor:word.
func (k *TriggerKind) UnmarshalText(text []byte) error {
	return unmarshalOpen(k, text, "impact.TriggerKind", triggerKinds...)
}

// UseClass is how much an organization lets a use of AI pass (ISO/IEC 42005).
// It is the organization's own; what the law says, [Screen] says. Zero means
// that nobody classed the use.
type UseClass uint8

// The classes, from mildest to strictest.
const (
	OrdinaryUse   UseClass = iota + 1
	SensitiveUse           // looked at with more care, and approved higher up
	RestrictedUse          // only under conditions
	ProhibitedUse          // not at all
)

var useClasses = word.Scale{Name: "impact.UseClass", Words: []string{"", "ordinary", "sensitive", "restricted", "prohibited"}}

// String returns the word of the class, "" for zero.
func (c UseClass) String() string { return useClasses.String(int(c)) }

// Known reports whether c is one of the classes; zero is not.
func (c UseClass) Known() bool { return c != 0 && c <= ProhibitedUse }

// MarshalText returns the word of the class; zero has none and is an error.
func (c UseClass) MarshalText() ([]byte, error) { return useClasses.Marshal(int(c)) }

// UnmarshalText reads ordinary, sensitive, restricted or prohibited.
func (c *UseClass) UnmarshalText(text []byte) error { return unmarshalWord(c, text, useClasses) }
