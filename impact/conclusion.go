package impact

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Alternative is another way to the purpose that was weighed.
type Alternative struct {
	What   string      `json:"what"`
	NoAI   aims.Answer `json:"noAI,omitzero"` // it does without AI
	Chosen aims.Answer `json:"chosen,omitzero"`
	Why    string      `json:"why,omitempty"` // why it was chosen or not
	Basis  Basis       `json:"basis,omitzero"`
}

// Proportionality says whether the purpose justifies what the system does to
// people.
type Proportionality struct {
	Necessary     aims.Answer `json:"necessary,omitzero"`     // no milder way reaches the purpose
	Proportionate aims.Answer `json:"proportionate,omitzero"` // benefits and harms stand in a fair relation, for each party
	Why           string      `json:"why,omitempty"`
	Basis         Basis       `json:"basis,omitzero"`
}

// Conclusion is what an assessment came to.
type Conclusion struct {
	Decision   Decision    `json:"decision,omitempty"`
	Why        string      `json:"why,omitempty"`
	Conditions []Condition `json:"conditions,omitempty"`
}

// Decision says whether the system may be used as assessed. Empty: nobody
// decided.
type Decision string

// The decisions.
const (
	Proceed     Decision = "proceed"
	Conditional Decision = "proceed-with-conditions"
	Stop        Decision = "do-not-proceed" // it must be changed, or not be used
)

var decisions = []Decision{Proceed, Conditional, Stop}

// Known reports whether d is in the vocabulary.
func (d Decision) Known() bool { return word.Known(d, decisions...) }

// UnmarshalText reads a word of the vocabulary.
func (d *Decision) UnmarshalText(text []byte) error {
	return unmarshalName(d, text, "impact.Decision", decisions...)
}

// Publication says what interested parties get to see (6.1.4, A.8.5), or why
// nothing.
type Publication struct {
	Summary  string    `json:"summary,omitempty"`
	Audience []string  `json:"audience,omitempty"`
	Location string    `json:"location,omitempty"` // where they find it
	On       aims.Date `json:"on,omitzero"`        // the day from which they can
	WhyNot   string    `json:"whyNot,omitempty"`
}

// The codes of problems with a conclusion.
const (
	// ConditionsMissing: a decision to proceed with conditions names none.
	ConditionsMissing aims.Code = "impact/conditions-missing"
	// ConditionsStray: there are conditions, and the decision has none.
	ConditionsStray aims.Code = "impact/conditions-stray"
	// PublishedAndNot: a summary is published, and there is a reason why not.
	PublishedAndNot aims.Code = "impact/published-and-not"
)

// Validate reports missing and malformed fields.
func (a Alternative) Validate() error {
	c := aims.Checker{Texts: texts}
	c.Text("what", a.What)
	aims.CheckOptionalWord(&c, "noAI", a.NoAI)
	aims.CheckOptionalWord(&c, "chosen", a.Chosen)
	c.OptionalText("why", a.Why)
	c.Nest("basis", a.Basis.Validate())
	return c.Err()
}

// Validate reports malformed fields.
func (p Proportionality) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckOptionalWord(&c, "necessary", p.Necessary)
	aims.CheckOptionalWord(&c, "proportionate", p.Proportionate)
	c.OptionalText("why", p.Why)
	c.Nest("basis", p.Basis.Validate())
	return c.Err()
}

// Validate reports missing and malformed fields.
func (k Conclusion) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckOptionalWord(&c, "decision", k.Decision)
	c.OptionalText("why", k.Why)
	aims.CheckEach(&c, "conditions", k.Conditions)
	checkUnlike(&c, "conditions", "id", k.Conditions, func(q Condition) ConditionID { return q.ID })
	switch {
	case k.Decision == Conditional && len(k.Conditions) == 0:
		c.Add("conditions", ConditionsMissing)
	case k.Decision != Conditional && k.Decision != "" && len(k.Conditions) > 0:
		c.Add("conditions", ConditionsStray, "decision", clip(string(k.Decision)))
	}
	return c.Err()
}

// Validate reports malformed fields.
func (p Publication) Validate() error {
	c := aims.Checker{Texts: texts}
	c.OptionalText("summary", p.Summary)
	if p.On != 0 && p.Summary == "" && p.Location == "" {
		c.Add("summary", aims.Missing) // what was published, or where it is
	}
	c.TextList("audience", p.Audience)
	c.OptionalText("location", p.Location)
	c.OptionalDate("on", p.On)
	c.OptionalText("whyNot", p.WhyNot)
	if p.On != 0 && p.WhyNot != "" {
		c.Add("whyNot", PublishedAndNot)
	}
	return c.Err()
}
