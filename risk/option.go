package risk

import "github.com/aimskit/aimskit/internal/word"

// Option is what is done about a risk (ISO 31000:2018, 6.5.2).
type Option string

// The options.
const (
	Avoid             Option = "avoid"            // the activity is not begun, or ended
	TakeOrIncrease    Option = "take-or-increase" // for the sake of an opportunity
	RemoveSource      Option = "remove-source"
	ChangeLikelihood  Option = "change-likelihood"
	ChangeConsequence Option = "change-consequences"
	Share             Option = "share"  // by contract or insurance
	Retain            Option = "retain" // by informed decision
)

var options = []Option{Avoid, TakeOrIncrease, RemoveSource, ChangeLikelihood, ChangeConsequence, Share, Retain}

// Known reports whether o is in the vocabulary.
func (o Option) Known() bool { return word.Known(o, options...) }

// Modifies reports whether the option is one of those that other frameworks
// call "modify" or "mitigate": remove the source, change likelihood or
// consequences.
func (o Option) Modifies() bool {
	return word.Known(o, RemoveSource, ChangeLikelihood, ChangeConsequence)
}

// UnmarshalText reads a word of the vocabulary.
func (o *Option) UnmarshalText(text []byte) error {
	return unmarshalName(o, text, "risk.Option", options...)
}
