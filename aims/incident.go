package aims

import "github.com/aimskit/aimskit/internal/word"

// Incident is an event in which an AI system did harm, or could have, or did
// not do what it should (8.1, 10.2; telling others of it A.8.4).
type Incident struct {
	ID            IncidentID `json:"id"`
	Recorded      Date       `json:"recorded,omitzero"`
	Title         string     `json:"title"`
	Systems       []SystemID `json:"systems,omitempty"`
	Description   string     `json:"description,omitempty"`
	Occurred      Date       `json:"occurred,omitzero"`   // the first day of it
	Detected      Date       `json:"detected,omitzero"`   // the day on which we knew
	Detection     string     `json:"detection,omitempty"` // how it was noticed
	Severity      Severity   `json:"severity,omitzero"`
	SeverityBasis string     `json:"severityBasis,omitempty"` // why so severe
	Affected      []string   `json:"affected,omitempty"`      // the people and groups that were touched
	AffectedCount Amount     `json:"affectedCount,omitzero"`  // how many people
	Owner         PersonID   `json:"owner,omitempty"`         // leads the response
	Contained     Date       `json:"contained,omitzero"`      // the day from which it did no further harm
	Resolved      Date       `json:"resolved,omitzero"`       // the day on which its effects were dealt with

	// Telling others (A.8.4).
	UsersOwed       Answer   `json:"usersOwed,omitzero"`       // users had to be told
	Users           []Notice `json:"users,omitempty"`          // users told
	AuthoritiesOwed Answer   `json:"authoritiesOwed,omitzero"` // an authority had to be told
	Authorities     []Notice `json:"authorities,omitempty"`    // authorities told
	OwedBasis       string   `json:"owedBasis,omitempty"`      // why somebody had to be told, or nobody

	// Learning (10.2).
	RootCauseKnown Answer            `json:"rootCauseKnown,omitzero"`
	RootCause      string            `json:"rootCause,omitempty"`
	Learned        string            `json:"learned,omitempty"`
	LedTo          []Ref             `json:"ledTo,omitempty"` // the risks and nonconformities that it feeds, and changes
	Evidence       []EvidenceID      `json:"evidence,omitempty"`
	Ext            map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Notice says who had to be told of an incident, until when, and when they
// were told. A notice without a day is still to be given.
type Notice struct {
	To            string          `json:"to"`                   // the users of a system, the name of an authority
	Obligation    ObligationID    `json:"obligation,omitempty"` // what demands it
	Due           Date            `json:"due,omitzero"`         // last day that the obligation allows
	On            Date            `json:"on,omitzero"`          // the day on which they were told
	By            PersonID        `json:"by,omitempty"`
	Communication CommunicationID `json:"communication,omitempty"`
	Evidence      []EvidenceID    `json:"evidence,omitempty"`
}

// Severity is how bad an incident is, on the organization's own judgement.
// Zero means that nobody assessed it.
type Severity uint8

// The severities, from least to worst.
const (
	SeverityLow      Severity = iota + 1 // noticed, without harm to people
	SeverityMedium                       // harm that is small or quickly made good
	SeverityHigh                         // serious harm to somebody
	SeverityCritical                     // serious harm to many, or harm that cannot be made good
)

var severities = word.Scale{Name: "aims.Severity", Words: []string{"", "low", "medium", "high", "critical"}}

// String returns the word of the severity, "" for zero.
func (s Severity) String() string { return severities.String(int(s)) }

// Known reports whether s is one of the severities; zero is not.
func (s Severity) Known() bool { return s != 0 && s <= SeverityCritical }

// MarshalText returns the word of the severity; zero has none and is an error.
func (s Severity) MarshalText() ([]byte, error) { return severities.Marshal(int(s)) }

// UnmarshalText reads low, medium, high or critical.
func (s *Severity) UnmarshalText(text []byte) error { return unmarshalWord(s, text, severities) }

// Ref names the record.
func (i Incident) Ref() Ref { return Ref{KindIncident, string(i.ID)} }

// Since returns the day from which the record exists.
func (i Incident) Since() Date { return i.Recorded }

// Validate reports every problem inside the record.
func (i Incident) Validate() error {
	var c Checker
	CheckID(&c, "id", i.ID)
	c.OptionalDate("recorded", i.Recorded)
	c.Text("title", i.Title)
	CheckIDs(&c, "systems", i.Systems)
	c.OptionalText("description", i.Description)
	c.OptionalDate("occurred", i.Occurred)
	c.OptionalDate("detected", i.Detected)
	c.NotBefore("detected", i.Detected, "occurred", i.Occurred)
	c.OptionalText("detection", i.Detection)
	CheckOptionalWord(&c, "severity", i.Severity)
	c.OptionalText("severityBasis", i.SeverityBasis)
	c.TextList("affected", i.Affected)
	c.Count("affectedCount", i.AffectedCount)
	CheckOptionalID(&c, "owner", i.Owner)
	c.OptionalDate("contained", i.Contained)
	c.NotBefore("contained", i.Contained, "occurred", i.Occurred)
	c.OptionalDate("resolved", i.Resolved)
	c.NotBefore("resolved", i.Resolved, "occurred", i.Occurred)
	CheckOptionalWord(&c, "usersOwed", i.UsersOwed)
	CheckEach(&c, "users", i.Users)
	CheckOptionalWord(&c, "authoritiesOwed", i.AuthoritiesOwed)
	CheckEach(&c, "authorities", i.Authorities)
	c.OptionalText("owedBasis", i.OwedBasis)
	CheckOptionalWord(&c, "rootCauseKnown", i.RootCauseKnown)
	c.OptionalText("rootCause", i.RootCause)
	c.OptionalText("learned", i.Learned)
	c.Refs("ledTo", i.LedTo)
	CheckIDs(&c, "evidence", i.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (i Incident) Links(l *Linker) {
	LinkAll(l, "systems", KindSystem, i.Systems)
	Link(l, "owner", KindPerson, i.Owner)
	linkNotices(l, "users", i.Users)
	linkNotices(l, "authorities", i.Authorities)
	l.Refs("ledTo", i.LedTo)
	LinkAll(l, "evidence", KindEvidence, i.Evidence)
}

// Validate reports missing and malformed fields.
func (n Notice) Validate() error {
	var c Checker
	c.Text("to", n.To)
	CheckOptionalID(&c, "obligation", n.Obligation)
	c.OptionalDate("due", n.Due)
	c.OptionalDate("on", n.On)
	CheckOptionalID(&c, "by", n.By)
	CheckOptionalID(&c, "communication", n.Communication)
	CheckIDs(&c, "evidence", n.Evidence)
	return c.Err()
}

func linkNotices(l *Linker, field string, list []Notice) {
	for i, n := range list {
		l.In(field, i, func(l *Linker) {
			Link(l, "obligation", KindObligation, n.Obligation)
			Link(l, "by", KindPerson, n.By)
			Link(l, "communication", KindCommunication, n.Communication)
			LinkAll(l, "evidence", KindEvidence, n.Evidence)
		})
	}
}
