package audit

import "github.com/aimskit/aimskit/aims"

// KindGapStatement is the kind of a [GapStatement].
const KindGapStatement aims.Kind = "gap-statement"

// GapID names a [GapStatement].
type GapID string

// GapStatement is what somebody said in a gap assessment about one
// requirement or control: how things are done, and how that compares. It
// stands beside what the records show. A stated gap counts as a known gap
// where records say nothing; a stated conformity without records stays
// unknown and is shown as claimed.
type GapStatement struct {
	ID       GapID             `json:"id"`
	Recorded aims.Date         `json:"recorded,omitzero"`
	Key      aims.Key          `json:"key"`      // the requirement or control
	Practice string            `json:"practice"` // what is done today
	Verdict  aims.Verdict      `json:"verdict,omitzero"`
	Maturity aims.Maturity     `json:"maturity,omitzero"` // of the practice; makes no verdict
	Effort   aims.Amount       `json:"effort,omitzero"`   // person-days to close the gap
	By       aims.PersonID     `json:"by,omitempty"`
	On       aims.Date         `json:"on"`
	Evidence []aims.EvidenceID `json:"evidence,omitempty"`
	Ext      map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Ref names the record.
func (g GapStatement) Ref() aims.Ref { return aims.Ref{Kind: KindGapStatement, ID: string(g.ID)} }

// Since returns the day of the statement, or the day from which the record
// exists if that is later.
func (g GapStatement) Since() aims.Date { return max(g.On, g.Recorded) }

// Validate reports every problem inside the record.
func (g GapStatement) Validate() error {
	var c aims.Checker
	aims.CheckID(&c, "id", g.ID)
	c.OptionalDate("recorded", g.Recorded)
	c.Key("key", g.Key)
	c.Text("practice", g.Practice)
	aims.CheckOptionalWord(&c, "verdict", g.Verdict)
	aims.CheckOptionalWord(&c, "maturity", g.Maturity)
	c.Count("effort", g.Effort)
	aims.CheckOptionalID(&c, "by", g.By)
	c.Date("on", g.On)
	aims.CheckIDs(&c, "evidence", g.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (g GapStatement) Links(l *aims.Linker) {
	aims.Link(l, "by", aims.KindPerson, g.By)
	aims.LinkAll(l, "evidence", aims.KindEvidence, g.Evidence)
}
