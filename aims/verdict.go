package aims

import "github.com/aimskit/aimskit/internal/word"

// Verdict is what records show about a requirement, a point of one, or a
// control. It predicts; the grade of a finding stays the auditor's. The zero
// value is CannotTell. MajorGap < MinorGap < Conforms; CannotTell counts as
// the worst for a score and as the best for its upper bound.
type Verdict uint8

// The verdicts. Of a point they read: unknown, not shown, partly shown, shown.
const (
	CannotTell Verdict = iota // nothing fails, and something is unknown
	MajorGap                  // a core point is not shown at all, or nothing relevant is covered
	MinorGap                  // the element exists, with an isolated lapse
	Conforms                  // all points are shown
)

var verdicts = word.Scale{Name: "aims.Verdict", Words: []string{"cannot-tell", "major-gap", "minor-gap", "conforms"}}

// String returns the word of the verdict.
func (v Verdict) String() string { return verdicts.String(int(v)) }

// MarshalText returns the word of the verdict.
func (v Verdict) MarshalText() ([]byte, error) { return verdicts.Marshal(int(v)) }

// UnmarshalText reads cannot-tell, major-gap, minor-gap or conforms.
func (v *Verdict) UnmarshalText(text []byte) error { return unmarshalWord(v, text, verdicts) }

// Gap reports whether the verdict is a known failure.
func (v Verdict) Gap() bool { return v == MajorGap || v == MinorGap }

// And joins the verdicts on two parts of one thing: the worse failure counts,
// a known failure beats the unknown, and the unknown beats conformity.
func (v Verdict) And(w Verdict) Verdict {
	switch {
	case v == Conforms:
		return w
	case w == Conforms:
		return v
	case v == CannotTell:
		return w
	case w == CannotTell:
		return v
	}
	return min(v, w)
}

// Known reports whether v is one of the verdicts.
func (v Verdict) Known() bool { return v <= Conforms }
