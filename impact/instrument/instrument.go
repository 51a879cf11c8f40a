package instrument

import (
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// The ids of the parts of an instrument, each unique within it; see
// [aims.ValidID].
type (
	// ID names an [Instrument] through all of its versions.
	ID string
	// PageID names a [Page].
	PageID string
	// SectionID names a [Section].
	SectionID string
	// QuestionID names a [Question].
	QuestionID string
	// OutcomeID names an [Outcome].
	OutcomeID string
	// ObligationID names an [Obligation].
	ObligationID string
)

// Instrument is a questionnaire as data, in one of its versions: what is
// asked and when, what the answers are worth, and what follows from the sum.
// It is a document; see [Read]. [Compile] makes it ready to use.
type Instrument struct {
	Format  string `json:"format,omitempty"` // [aims.Format], in a document
	ID      ID     `json:"id"`
	Version string `json:"version"` // as the publisher writes it; compared byte by byte
	Title   Text   `json:"title"`
	Source  string `json:"source,omitempty"`  // who published it, and where
	License string `json:"license,omitempty"` // under which its texts may be used
	Pages   []Page `json:"pages"`             // in the order in which they are asked
	Scoring
}

// Page is what a respondent sees at once.
type Page struct {
	ID       PageID    `json:"id"`
	Title    Text      `json:"title,omitempty"`
	ShownIf  Guard     `json:"shownIf,omitzero"` // absent: always
	Sections []Section `json:"sections,omitempty"`
}

// Section is a group of questions with a subtotal.
type Section struct {
	ID        SectionID  `json:"id"`
	Title     Text       `json:"title,omitempty"`
	Kind      Kind       `json:"kind,omitempty"`   // of its questions that say nothing else; absent: they count nowhere
	ShownIf   Guard      `json:"shownIf,omitzero"` // beside the guard of its page
	Questions []Question `json:"questions,omitempty"`
}

// Question is one question. It scores if it has choices and a kind that
// counts, by itself or from its section.
type Question struct {
	ID      QuestionID `json:"id"`
	Type    Type       `json:"type"`
	Kind    Kind       `json:"kind,omitempty"` // absent: that of the section
	Title   Text       `json:"title,omitempty"`
	ShownIf Guard      `json:"shownIf,omitzero"` // beside the guards of its section and page
	Choices []Choice   `json:"choices,omitempty"`
	// Replaces lists the questions of earlier versions whose matter this one
	// asks for; see [Migrate]. Its own id need not be listed.
	Replaces []QuestionID `json:"replaces,omitempty"`
}

// Choice is one of the answers that a question offers.
type Choice struct {
	Value  string `json:"value"` // what an answer and a guard say; see [Choice.Validate]
	Title  Text   `json:"title,omitempty"`
	Points int    `json:"points,omitempty"` // 0 to [MaxPoints]; zero: it adds nothing
}

// Text is a text in one or more languages, by language tag ("en", "fr").
type Text map[string]string

// English returns a text in English only.
func English(s string) Text { return Text{"en": s} }

// In returns the text in a language; if it is missing there, in English; and
// if that is missing too, in the first language in alphabetical order.
func (t Text) In(language string) string {
	for _, l := range []string{language, "en"} {
		if s, ok := t[l]; ok {
			return s
		}
	}
	for _, l := range t.languages() {
		return t[l]
	}
	return ""
}

func (t Text) languages() []string { return slices.Sorted(maps.Keys(t)) }

// kind returns the kind of question q of the section.
func (s Section) kind(q Question) Kind {
	if q.Kind != "" {
		return q.Kind
	}
	return s.Kind
}

// scores reports whether answers to question q of the section count.
func (s Section) scores(q Question) bool {
	k := s.kind(q)
	return (k == Raw || k == Mitigation) && q.Type != Open
}

// most returns the points of the answer that is worth most: the best choice
// of one, or all choices of many.
func (q Question) most() int {
	sum, best := 0, 0
	for _, c := range q.Choices {
		sum += c.Points
		best = max(best, c.Points)
	}
	switch q.Type {
	case Multiple:
		return sum
	case Single:
		return best
	}
	return 0
}

// Read reads an instrument from its document, strictly: every problem of the
// text, and else every problem of [Instrument.Validate], is reported in an
// [aims.InvalidError].
func Read(data []byte, o aims.DecodeOptions) (Instrument, error) {
	var in Instrument
	if _, err := aims.DecodeDocument(data, &in, o); err != nil {
		return Instrument{}, err
	}
	if err := in.Validate(); err != nil {
		return Instrument{}, err
	}
	return in, nil
}
