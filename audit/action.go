package audit

import (
	"github.com/aimskit/aimskit/aims"
)

// CorrectiveAction is what was done about nonconformities: first that they
// were brought under control, then that their causes were removed (10.2).
type CorrectiveAction struct {
	ID        ActionID          `json:"id"`
	Recorded  aims.Date         `json:"recorded,omitzero"`
	Title     string            `json:"title"`
	Findings  []FindingID       `json:"findings,omitempty"`
	Incidents []aims.IncidentID `json:"incidents,omitempty"`
	Owner     aims.PersonID     `json:"owner,omitempty"`
	Due       aims.Date         `json:"due,omitzero"` // when all of it is to be done

	Correction   []aims.Action   `json:"correction,omitempty"`   // what brought it under control and corrected it
	Consequences string          `json:"consequences,omitempty"` // what it had led to, and how that was dealt with; "none" counts
	Cause        Cause           `json:"cause,omitzero"`
	Similar      string          `json:"similar,omitempty"`     // what the search for the same elsewhere found; "none" counts
	Actions      []aims.Action   `json:"actions,omitempty"`     // against the causes
	Proportion   aims.Answer     `json:"proportion,omitzero"`   // the effort matches what the nonconformity did or could do
	SystemChange aims.Answer     `json:"systemChange,omitzero"` // the management system had to change
	Changes      []aims.ChangeID `json:"changes,omitempty"`     // the planned changes that do it
	Risks        []aims.Ref      `json:"risks,omitempty"`       // risks that were rated anew or added

	Effectiveness []aims.Evaluation `json:"effectiveness,omitempty"` // by somebody other than the owner
	Evidence      []aims.EvidenceID `json:"evidence,omitempty"`
	Closed        aims.Date         `json:"closed,omitzero"`
	Ext           map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Cause is the result of looking for the causes of a nonconformity.
type Cause struct {
	Method string        `json:"method,omitempty"` // such as five whys
	Result string        `json:"result,omitempty"` // the causes
	On     aims.Date     `json:"on,omitzero"`
	By     aims.PersonID `json:"by,omitempty"`
}

// IsZero reports whether nobody looked for causes.
func (k Cause) IsZero() bool { return k == Cause{} }

// Ref names the record.
func (a CorrectiveAction) Ref() aims.Ref { return aims.Ref{Kind: KindAction, ID: string(a.ID)} }

// Since returns the day from which the record exists.
func (a CorrectiveAction) Since() aims.Date { return a.Recorded }

// Validate reports every problem inside the record.
func (a CorrectiveAction) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", a.ID)
	c.OptionalDate("recorded", a.Recorded)
	c.Text("title", a.Title)
	aims.CheckIDs(&c, "findings", a.Findings)
	aims.CheckIDs(&c, "incidents", a.Incidents)
	aims.CheckOptionalID(&c, "owner", a.Owner)
	c.OptionalDate("due", a.Due)
	aims.CheckEach(&c, "correction", a.Correction)
	c.OptionalText("consequences", a.Consequences)
	c.OptionalText("cause/method", a.Cause.Method)
	c.OptionalText("cause/result", a.Cause.Result)
	c.OptionalDate("cause/on", a.Cause.On)
	aims.CheckOptionalID(&c, "cause/by", a.Cause.By)
	c.OptionalText("similar", a.Similar)
	aims.CheckEach(&c, "actions", a.Actions)
	aims.CheckOptionalWord(&c, "proportion", a.Proportion)
	aims.CheckOptionalWord(&c, "systemChange", a.SystemChange)
	aims.CheckIDs(&c, "changes", a.Changes)
	c.Refs("risks", a.Risks)
	aims.CheckEach(&c, "effectiveness", a.Effectiveness)
	aims.CheckIDs(&c, "evidence", a.Evidence)
	c.OptionalDate("closed", a.Closed)
	return c.Err()
}

// Links visits the references of the record.
func (a CorrectiveAction) Links(l *aims.Linker) {
	aims.LinkAll(l, "findings", KindFinding, a.Findings)
	aims.LinkAll(l, "incidents", aims.KindIncident, a.Incidents)
	aims.Link(l, "owner", aims.KindPerson, a.Owner)
	aims.LinkActions(l, "correction", a.Correction)
	aims.Link(l, "cause/by", aims.KindPerson, a.Cause.By)
	aims.LinkActions(l, "actions", a.Actions)
	aims.LinkAll(l, "changes", aims.KindChange, a.Changes)
	l.Refs("risks", a.Risks)
	aims.LinkEvaluations(l, "effectiveness", a.Effectiveness)
	aims.LinkAll(l, "evidence", aims.KindEvidence, a.Evidence)
}
