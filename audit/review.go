package audit

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// ManagementReview is a review of the management system by top management
// (9.3): what was looked at, what was concluded and decided.
type ManagementReview struct {
	ID        ReviewID        `json:"id"`
	Recorded  aims.Date       `json:"recorded,omitzero"`
	Title     string          `json:"title,omitempty"`
	On        aims.Date       `json:"on"`
	Chair     aims.PersonID   `json:"chair,omitempty"`
	Attendees []aims.PersonID `json:"attendees,omitempty"`
	Next      aims.Date       `json:"next,omitzero"` // the next review, as planned

	Inputs []Input `json:"inputs,omitempty"`

	// What was concluded. No answer: nothing was.
	Suitable  aims.Answer `json:"suitable,omitzero"`
	Adequate  aims.Answer `json:"adequate,omitzero"`
	Effective aims.Answer `json:"effective,omitzero"`
	// Decisions on improvement and on changes; that none is needed is a decision too.
	Decisions []Decision        `json:"decisions,omitempty"`
	Minutes   aims.DocumentID   `json:"minutes,omitempty"`
	Evidence  []aims.EvidenceID `json:"evidence,omitempty"` // that it took place, and what came of it
	Ext       map[string]string `json:"ext,omitempty"`      // the host's own; no rule reads it
}

// Input is what a review took in on one topic.
type Input struct {
	Topic   Topic      `json:"topic"`
	Summary string     `json:"summary"`           // what was reported; "no change" counts
	Records []aims.Ref `json:"records,omitempty"` // that it rests on
}

// Topic is something that 9.3.2 asks a review to take in.
type Topic string

// The topics.
const (
	EarlierActions   Topic = "earlier-actions"   // what became of the actions of earlier reviews
	ChangedIssues    Topic = "issues"            // changes of outside and inside issues
	ChangedNeeds     Topic = "needs"             // changes of the needs of interested parties
	Nonconformities  Topic = "nonconformities"   // trends in nonconformities and corrective actions
	Measurements     Topic = "measurements"      // trends in monitoring and measurement
	AuditResults     Topic = "audit-results"     // of internal and outside audits
	ImprovementIdeas Topic = "improvement-ideas" // opportunities to improve
)

// Topics returns the topics of 9.3.2, in its order.
func Topics() []Topic {
	return []Topic{EarlierActions, ChangedIssues, ChangedNeeds, Nonconformities, Measurements, AuditResults, ImprovementIdeas}
}

// Known reports whether t is in the vocabulary.
func (t Topic) Known() bool { return word.Known(t, Topics()...) }

// UnmarshalText reads a word of the vocabulary.
func (t *Topic) UnmarshalText(text []byte) error {
	return unmarshalName(t, text, "audit.Topic", Topics()...)
}

// Decision is what a review decided, and the actions that carry it out.
type Decision struct {
	About   Matter        `json:"about"`
	What    string        `json:"what"` // for example that nothing is needed, and why
	Actions []aims.Action `json:"actions,omitempty"`
}

// Matter is what a decision of a review is about.
type Matter string

// The matters; 9.3.3 asks for decisions on the first two.
const (
	OnImprovement Matter = "improvement"
	OnChange      Matter = "change" // whether the management system has to change
	OnOther       Matter = "other"
)

// Known reports whether m is in the vocabulary.
func (m Matter) Known() bool { return word.Known(m, OnImprovement, OnChange, OnOther) }

// UnmarshalText reads a word of the vocabulary.
func (m *Matter) UnmarshalText(text []byte) error {
	return unmarshalName(m, text, "audit.Matter", OnImprovement, OnChange, OnOther)
}

// Input returns what the review took in on a topic, and whether it did.
func (r ManagementReview) Input(t Topic) (Input, bool) {
	i := slices.IndexFunc(r.Inputs, func(in Input) bool { return in.Topic == t })
	if i < 0 {
		return Input{}, false
	}
	return r.Inputs[i], true
}

// Missing returns the topics of 9.3.2 that the review did not take in. The
// first review of all has no earlier actions to look at.
func (r ManagementReview) Missing(first bool) []Topic {
	var out []Topic
	for _, t := range Topics() {
		if _, found := r.Input(t); !found && !(first && t == EarlierActions) {
			out = append(out, t)
		}
	}
	return out
}

// Ref names the record.
func (r ManagementReview) Ref() aims.Ref { return aims.Ref{Kind: KindReview, ID: string(r.ID)} }

// Since returns the day of the review, or the day from which the record
// exists if that is later.
func (r ManagementReview) Since() aims.Date { return max(r.On, r.Recorded) }

// Validate reports every problem inside the record.
func (r ManagementReview) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", r.ID)
	c.OptionalDate("recorded", r.Recorded)
	c.OptionalText("title", r.Title)
	c.Date("on", r.On)
	aims.CheckOptionalID(&c, "chair", r.Chair)
	aims.CheckIDs(&c, "attendees", r.Attendees)
	c.OptionalDate("next", r.Next)
	c.NotBefore("next", r.Next, "on", r.On)
	for i, in := range r.Inputs {
		at := c.In("inputs", i)
		aims.CheckWord(at, "topic", in.Topic)
		if first := slices.IndexFunc(r.Inputs, func(other Input) bool { return other.Topic == in.Topic }); first < i && in.Topic.Known() {
			at.Add("topic", aims.Twice, "value", string(in.Topic))
		}
		at.Text("summary", in.Summary)
		at.Refs("records", in.Records)
	}
	aims.CheckOptionalWord(&c, "suitable", r.Suitable)
	aims.CheckOptionalWord(&c, "adequate", r.Adequate)
	aims.CheckOptionalWord(&c, "effective", r.Effective)
	for i, d := range r.Decisions {
		at := c.In("decisions", i)
		aims.CheckWord(at, "about", d.About)
		at.Text("what", d.What)
		aims.CheckEach(at, "actions", d.Actions)
	}
	aims.CheckOptionalID(&c, "minutes", r.Minutes)
	aims.CheckIDs(&c, "evidence", r.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (r ManagementReview) Links(l *aims.Linker) {
	aims.Link(l, "chair", aims.KindPerson, r.Chair)
	aims.LinkAll(l, "attendees", aims.KindPerson, r.Attendees)
	for i, in := range r.Inputs {
		l.In("inputs", i, func(l *aims.Linker) { l.Refs("records", in.Records) })
	}
	for i, d := range r.Decisions {
		linkActions(l, "decisions", i, d.Actions)
	}
	aims.Link(l, "minutes", aims.KindDocument, r.Minutes)
	aims.LinkAll(l, "evidence", aims.KindEvidence, r.Evidence)
}
