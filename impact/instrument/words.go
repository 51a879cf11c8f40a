package instrument

import "github.com/aimskit/aimskit/internal/word"

// Type says how a [Question] is answered.
type Type string

// The types of question. Only those with choices can carry points.
const (
	Single   Type = "single"   // exactly one of the choices
	Multiple Type = "multiple" // any number of the choices
	Open     Type = "open"     // text; it carries no points and nothing depends on it
)

// Known reports whether t is one of the types.
func (t Type) Known() bool { return word.Known(t, Single, Multiple, Open) }

// UnmarshalText reads single, multiple or open.
func (t *Type) UnmarshalText(text []byte) error {
	return unmarshal(t, "instrument.Type", text, Single, Multiple, Open)
}

// Kind says what the points of a question stand for. The empty kind is that
// of questions that count nowhere.
type Kind string

// The kinds of question.
const (
	Raw        Kind = "raw"        // harm: points raise the level
	Mitigation Kind = "mitigation" // measures: points never raise the level
	Unscored   Kind = "unscored"   // said to count nowhere, in a section whose others count
)

// Known reports whether k is one of the kinds.
func (k Kind) Known() bool { return word.Known(k, Raw, Mitigation, Unscored) }

// UnmarshalText reads raw, mitigation or unscored.
func (k *Kind) UnmarshalText(text []byte) error {
	return unmarshal(k, "instrument.Kind", text, Raw, Mitigation, Unscored)
}

// Unit says what the bounds of the outcomes are measured in.
type Unit string

// The units of bounds.
const (
	Points  Unit = "points"  // points as they are
	Percent Unit = "percent" // percent of the raw maximum
)

// Known reports whether u is one of the units.
func (u Unit) Known() bool { return word.Known(u, Points, Percent) }

// UnmarshalText reads points or percent.
func (u *Unit) UnmarshalText(text []byte) error {
	return unmarshal(u, "instrument.Unit", text, Points, Percent)
}

// HiddenPolicy says what becomes of an answer to a question that is not
// shown, because an answer before it was changed. There is no default: zero
// is refused.
type HiddenPolicy string

// The policies. The Canadian tool follows the first while a file is open, and
// the second once its respondent has completed it; so one file has two results.
const (
	KeepHidden HiddenPolicy = "keep" // hidden answers score, and guards see them
	DropHidden HiddenPolicy = "drop" // hidden answers are as if they were not given
)

// Known reports whether h is one of the policies.
func (h HiddenPolicy) Known() bool { return word.Known(h, KeepHidden, DropHidden) }

// UnmarshalText reads keep or drop.
func (h *HiddenPolicy) UnmarshalText(text []byte) error {
	return unmarshal(h, "instrument.HiddenPolicy", text, KeepHidden, DropHidden)
}

func unmarshal[T ~string](into *T, vocabulary string, text []byte, all ...T) error {
	w, err := word.Parse(vocabulary, text, all...)
	if err == nil {
		*into = w
	}
	return err
}
