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
