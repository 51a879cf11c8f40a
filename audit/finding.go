package audit

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Finding is what an auditor, or somebody who noticed a nonconformity
// otherwise, put on record about one requirement or control. The grade is a
// judgement and comes with its rationale; nothing computes it.
type Finding struct {
	ID        FindingID         `json:"id"`
	Recorded  aims.Date         `json:"recorded,omitzero"`
	Audit     AuditID           `json:"audit,omitempty"` // the audit that it comes from
	Source    aims.Ref          `json:"source,omitzero"` // where it comes from no audit: an incident, a concern, a measurement
	Title     string            `json:"title"`
	Grade     Grade             `json:"grade"`
	Key       aims.Key          `json:"key"` // the requirement, point or control
	Systems   []aims.SystemID   `json:"systems,omitempty"`
	Statement string            `json:"statement,omitempty"` // in what the requirement is not met, or what was seen
	Seen      string            `json:"seen,omitempty"`      // the objective evidence, in words
	Rationale string            `json:"rationale,omitempty"` // why this grade
	By        aims.PersonID     `json:"by,omitempty"`        // who raised it
	On        aims.Date         `json:"on"`
	Evidence  []aims.EvidenceID `json:"evidence,omitempty"`
	Steps     []Step            `json:"steps,omitempty"`   // its way from draft to closure, in order
	Carried   FindingID         `json:"carried,omitempty"` // the finding of an earlier audit that it carries forward
	Ext       map[string]string `json:"ext,omitempty"`     // the host's own; no rule reads it
}

// Grade is how serious a finding is. Zero means "not graded".
type Grade uint8

// The grades, from least to most serious. Stage 1 yields areas of concern and
// no nonconformities (ISO/IEC 17021-1, 9.3.1.2).
const (
	Conformity    Grade = iota + 1 // the requirement is met
	Opportunity                    // met, and could be met better; never a nonconformity in disguise
	AreaOfConcern                  // could be classified as a nonconformity at stage 2
	Minor                          // does not affect the capability to reach the intended results
	Major                          // affects it
)

var grades = word.Scale{Name: "audit.Grade", Words: []string{"", "conformity", "opportunity", "area-of-concern", "minor", "major"}}

// String returns the word of the grade, "" for zero.
func (g Grade) String() string { return grades.String(int(g)) }

// Known reports whether g is one of the grades; zero is none.
func (g Grade) Known() bool { return g != 0 && g <= Major }

// Nonconformity reports whether the grade is minor or major.
func (g Grade) Nonconformity() bool { return g == Minor || g == Major }

// MarshalText returns the word of the grade; zero has none and is an error.
func (g Grade) MarshalText() ([]byte, error) { return grades.Marshal(int(g)) }

// UnmarshalText reads the word of a grade.
func (g *Grade) UnmarshalText(text []byte) error {
	i, err := grades.Unmarshal(text)
	if err == nil {
		*g = Grade(i)
	}
	return err
}

// Ref names the record.
func (f Finding) Ref() aims.Ref { return aims.Ref{Kind: KindFinding, ID: string(f.ID)} }

// Since returns the day of the finding, or the day from which the record
// exists if that is later.
func (f Finding) Since() aims.Date { return max(f.On, f.Recorded) }

// Validate reports every problem inside the record, steps that no finding of
// its grade can take among them.
func (f Finding) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", f.ID)
	c.OptionalDate("recorded", f.Recorded)
	aims.CheckOptionalID(&c, "audit", f.Audit)
	if !f.Source.IsZero() {
		c.Ref("source", f.Source)
	}
	c.Text("title", f.Title)
	aims.CheckWord(&c, "grade", f.Grade)
	c.Key("key", f.Key)
	aims.CheckIDs(&c, "systems", f.Systems)
	c.OptionalText("statement", f.Statement)
	c.OptionalText("seen", f.Seen)
	c.OptionalText("rationale", f.Rationale)
	aims.CheckOptionalID(&c, "by", f.By)
	c.Date("on", f.On)
	aims.CheckIDs(&c, "evidence", f.Evidence)
	f.checkSteps(&c)
	aims.CheckOptionalID(&c, "carried", f.Carried)
	if f.Carried != "" && f.Carried == f.ID {
		c.Add("carried", aims.SelfReference, "value", string(f.ID))
	}
	return c.Err()
}

// Links visits the references of the record.
func (f Finding) Links(l *aims.Linker) {
	aims.Link(l, "audit", KindAudit, f.Audit)
	l.Ref("source", f.Source)
	aims.LinkAll(l, "systems", aims.KindSystem, f.Systems)
	aims.Link(l, "by", aims.KindPerson, f.By)
	aims.LinkAll(l, "evidence", aims.KindEvidence, f.Evidence)
	for i, s := range f.Steps {
		l.In("steps", i, func(l *aims.Linker) {
			aims.Link(l, "by", aims.KindPerson, s.By)
			aims.LinkAll(l, "evidence", aims.KindEvidence, s.Evidence)
		})
	}
	aims.Link(l, "carried", KindFinding, f.Carried)
}
