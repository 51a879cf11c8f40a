package audit

import "github.com/aimskit/aimskit/aims"

// Improvement is an entry of the improvement log: something about the
// management system that was made better, and what that did (10.1).
type Improvement struct {
	ID       ImprovementID     `json:"id"`
	Recorded aims.Date         `json:"recorded,omitzero"`
	Title    string            `json:"title"`
	Source   aims.Ref          `json:"source,omitzero"` // where the idea comes from: a finding, a review, a concern
	Decided  aims.Date         `json:"decided,omitzero"`
	By       aims.PersonID     `json:"by,omitempty"` // who decided
	Owner    aims.PersonID     `json:"owner,omitempty"`
	Actions  []aims.Action     `json:"actions,omitempty"`
	Done     aims.Date         `json:"done,omitzero"`
	Effects  []aims.Evaluation `json:"effects,omitempty"` // what it did for suitability, adequacy or effectiveness
	Evidence []aims.EvidenceID `json:"evidence,omitempty"`
	Ext      map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Ref names the record.
func (i Improvement) Ref() aims.Ref { return aims.Ref{Kind: KindImprovement, ID: string(i.ID)} }

// Since returns the day from which the record exists.
func (i Improvement) Since() aims.Date { return i.Recorded }

// Validate reports every problem inside the record.
func (i Improvement) Validate() error {
	var c aims.Checker
	aims.CheckID(&c, "id", i.ID)
	c.OptionalDate("recorded", i.Recorded)
	c.Text("title", i.Title)
	if !i.Source.IsZero() {
		c.Ref("source", i.Source)
	}
	c.OptionalDate("decided", i.Decided)
	aims.CheckOptionalID(&c, "by", i.By)
	aims.CheckOptionalID(&c, "owner", i.Owner)
	aims.CheckEach(&c, "actions", i.Actions)
	c.OptionalDate("done", i.Done)
	aims.CheckEach(&c, "effects", i.Effects)
	aims.CheckIDs(&c, "evidence", i.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (i Improvement) Links(l *aims.Linker) {
	l.Ref("source", i.Source)
	aims.Link(l, "by", aims.KindPerson, i.By)
	aims.Link(l, "owner", aims.KindPerson, i.Owner)
	aims.LinkActions(l, "actions", i.Actions)
	aims.LinkEvaluations(l, "effects", i.Effects)
	aims.LinkAll(l, "evidence", aims.KindEvidence, i.Evidence)
}
