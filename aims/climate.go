package aims

// ClimateDetermination records that the organization determined whether
// climate change is a relevant issue (4.1, as amended in 2024). "No" with a
// reason is a full answer.
type ClimateDetermination struct {
	ID        ClimateID         `json:"id"`
	Recorded  Date              `json:"recorded,omitzero"`
	Context   string            `json:"context,omitempty"`   // which part of the organization it speaks of; empty: all of it
	Relevant  Answer            `json:"relevant,omitzero"`   // climate change is a relevant issue
	Rationale string            `json:"rationale,omitempty"` // why, or why not
	By        PersonID          `json:"by,omitempty"`
	On        Date              `json:"on,omitzero"`
	Issues    []IssueID         `json:"issues,omitempty"` // the issues that carry it on, where it is relevant
	ReviewBy  Date              `json:"reviewBy,omitzero"`
	Reviews   []Review          `json:"reviews,omitempty"`
	Evidence  []EvidenceID      `json:"evidence,omitempty"`
	Ext       map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Ref names the record.
func (d ClimateDetermination) Ref() Ref { return Ref{KindClimate, string(d.ID)} }

// Since returns the day from which the record exists.
func (d ClimateDetermination) Since() Date { return d.Recorded }

// Validate reports every problem inside the record.
func (d ClimateDetermination) Validate() error {
	var c Checker
	CheckID(&c, "id", d.ID)
	c.OptionalDate("recorded", d.Recorded)
	c.OptionalText("context", d.Context)
	CheckOptionalWord(&c, "relevant", d.Relevant)
	c.OptionalText("rationale", d.Rationale)
	CheckOptionalID(&c, "by", d.By)
	c.OptionalDate("on", d.On)
	CheckIDs(&c, "issues", d.Issues)
	c.OptionalDate("reviewBy", d.ReviewBy)
	CheckEach(&c, "reviews", d.Reviews)
	CheckIDs(&c, "evidence", d.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (d ClimateDetermination) Links(l *Linker) {
	Link(l, "by", KindPerson, d.By)
	LinkAll(l, "issues", KindIssue, d.Issues)
	LinkReviews(l, "reviews", d.Reviews)
	LinkAll(l, "evidence", KindEvidence, d.Evidence)
}
