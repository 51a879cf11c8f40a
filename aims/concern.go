package aims

import "github.com/aimskit/aimskit/internal/word"

// Concern is one report that came through a [ConcernChannel] (A.3.3). It does
// not say who reported: that stays with the people who staff the channel.
type Concern struct {
	ID                ConcernID         `json:"id"`
	Recorded          Date              `json:"recorded,omitzero"`
	Channel           ChannelID         `json:"channel,omitempty"`
	Received          Date              `json:"received,omitzero"`
	Title             string            `json:"title"`              // what it is about, without naming the reporter
	Reporter          Reporter          `json:"reporter,omitempty"` // what kind of person reported
	About             []Ref             `json:"about,omitempty"`    // the systems, suppliers, data sets that it speaks of
	HandledBy         PersonID          `json:"handledBy,omitempty"`
	Answered          Date              `json:"answered,omitzero"` // the day on which the reporter first heard of it
	Status            ConcernStatus     `json:"status,omitempty"`
	Escalated         Date              `json:"escalated,omitzero"`
	EscalatedTo       PersonID          `json:"escalatedTo,omitempty"`
	Outcome           string            `json:"outcome,omitempty"`
	Closed            Date              `json:"closed,omitzero"`
	ReporterProtected Answer            `json:"reporterProtected,omitzero"` // confidence was kept and nobody took reprisals
	LedTo             []Ref             `json:"ledTo,omitempty"`            // what followed: an incident, a risk, a nonconformity
	Evidence          []EvidenceID      `json:"evidence,omitempty"`
	Ext               map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// ConcernStatus is how far a concern has come.
type ConcernStatus string

// The statuses.
const (
	ConcernOpen       ConcernStatus = "open"
	ConcernInProgress ConcernStatus = "in-progress"
	ConcernClosed     ConcernStatus = "closed"
)

var concernStatuses = []ConcernStatus{ConcernOpen, ConcernInProgress, ConcernClosed}

// Known reports whether s is in the vocabulary.
func (s ConcernStatus) Known() bool { return word.Known(s, concernStatuses...) }

// UnmarshalText reads a word of the vocabulary.
func (s *ConcernStatus) UnmarshalText(text []byte) error {
	return unmarshalName(s, text, "aims.ConcernStatus", concernStatuses...)
}

// Ref names the record.
func (n Concern) Ref() Ref { return Ref{KindConcern, string(n.ID)} }

// Since returns the day from which the record exists.
func (n Concern) Since() Date { return n.Recorded }

// Validate reports every problem inside the record.
func (n Concern) Validate() error {
	var c Checker
	CheckID(&c, "id", n.ID)
	c.OptionalDate("recorded", n.Recorded)
	CheckOptionalID(&c, "channel", n.Channel)
	c.OptionalDate("received", n.Received)
	c.Text("title", n.Title)
	CheckOptionalWord(&c, "reporter", n.Reporter)
	c.Refs("about", n.About)
	CheckOptionalID(&c, "handledBy", n.HandledBy)
	c.OptionalDate("answered", n.Answered)
	c.NotBefore("answered", n.Answered, "received", n.Received)
	CheckOptionalWord(&c, "status", n.Status)
	c.OptionalDate("escalated", n.Escalated)
	c.NotBefore("escalated", n.Escalated, "received", n.Received)
	CheckOptionalID(&c, "escalatedTo", n.EscalatedTo)
	c.OptionalText("outcome", n.Outcome)
	c.OptionalDate("closed", n.Closed)
	c.NotBefore("closed", n.Closed, "received", n.Received)
	CheckOptionalWord(&c, "reporterProtected", n.ReporterProtected)
	c.Refs("ledTo", n.LedTo)
	CheckIDs(&c, "evidence", n.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (n Concern) Links(l *Linker) {
	Link(l, "channel", KindChannel, n.Channel)
	l.Refs("about", n.About)
	Link(l, "handledBy", KindPerson, n.HandledBy)
	Link(l, "escalatedTo", KindPerson, n.EscalatedTo)
	l.Refs("ledTo", n.LedTo)
	LinkAll(l, "evidence", KindEvidence, n.Evidence)
}
