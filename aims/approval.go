package aims

import "github.com/aimskit/aimskit/internal/word"

// Approval records that a person approved content. It is bound to the digest
// of what was approved: a later change of the content voids it, by
// computation rather than by anybody's memory (7.5.2, 7.5.3).
type Approval struct {
	By     PersonID `json:"by"`
	On     Date     `json:"on"`
	Digest Digest   `json:"digest"`         // [DigestOf] the Content that was approved
	Until  Date     `json:"until,omitzero"` // last day on which the approval holds; absent: no end
	Note   string   `json:"note,omitempty"` // for example a condition
}

// Validate reports missing and malformed fields.
func (a Approval) Validate() error {
	var c Checker
	CheckID(&c, "by", a.By)
	c.Date("on", a.On)
	c.Digest("digest", a.Digest)
	c.OptionalDate("until", a.Until)
	c.NotBefore("until", a.Until, "on", a.On)
	c.OptionalText("note", a.Note)
	return c.Err()
}

// Standing says whether content is approved at a day.
type Standing uint8

// The standings, from worst to best.
const (
	Unapproved Standing = iota // nobody approved anything by that day
	Voided                     // approved, and the content was changed afterwards
	Lapsed                     // approved until a day that has passed
	Approved                   // approved as it stands
)

var standings = word.Scale{Name: "aims.Standing", Words: []string{"unapproved", "voided", "lapsed", "approved"}}

// String returns the word of the standing.
func (s Standing) String() string { return standings.String(int(s)) }

// Known reports whether s is one of the standings.
func (s Standing) Known() bool { return s <= Approved }

// MarshalText returns the word of the standing.
func (s Standing) MarshalText() ([]byte, error) { return standings.Marshal(int(s)) }

// UnmarshalText reads the word of a standing.
func (s *Standing) UnmarshalText(text []byte) error { return unmarshalWord(s, text, standings) }

// StandingOf returns the best standing that approvals give to content with
// the given digest at a day, and the approval it rests on: the latest of that
// standing, of several on one day the last in the list. Approvals dated after
// the day are not seen. Content without a digest is approved by nothing.
func StandingOf(digest Digest, approvals []Approval, at Date) (Standing, Approval) {
	best, by := Unapproved, Approval{}
	for _, a := range approvals {
		s := Approved
		switch {
		case a.On > at || a.On == 0:
			continue
		case a.Digest != digest || digest == "":
			s = Voided
		case a.Until != 0 && a.Until < at:
			s = Lapsed
		}
		if s > best || s == best && a.On >= by.On {
			best, by = s, a
		}
	}
	return best, by
}
