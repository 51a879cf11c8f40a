package aims

// Validation is an examination of one version of a system for an intended
// use, with its result (A.6.2.4; data for it A.7.4).
type Validation struct {
	ID          ValidationID `json:"id"`
	Recorded    Date         `json:"recorded,omitzero"`
	System      SystemID     `json:"system"`
	Version     string       `json:"version"` // of the system
	IntendedUse string       `json:"intendedUse,omitempty"`
	UseCases    []UseCaseID  `json:"useCases,omitempty"`
	Datasets    []DatasetID  `json:"datasets,omitempty"` // what it was tested with

	Criteria         []Criterion `json:"criteria,omitempty"` // for acceptance
	BiasTested       Answer      `json:"biasTested,omitzero"`
	Bias             []Criterion `json:"bias,omitempty"` // results per group of people
	RobustnessTested Answer      `json:"robustnessTested,omitzero"`
	Robustness       []Criterion `json:"robustness,omitempty"`  // under noise, change, misuse, attack
	Limits           []string    `json:"limits,omitempty"`      // where it should not be trusted
	Assumptions      []string    `json:"assumptions,omitempty"` // what the result rests on

	By          PersonID          `json:"by,omitempty"`         // the validator
	Independent Answer            `json:"independent,omitzero"` // of those who developed it
	On          Date              `json:"on,omitzero"`          // the day of the result
	Result      Result            `json:"result,omitzero"`
	Conditions  []string          `json:"conditions,omitempty"` // of a conditional result
	Document    DocumentID        `json:"document,omitempty"`   // the report
	Evidence    []EvidenceID      `json:"evidence,omitempty"`
	Approvals   []Approval        `json:"approvals,omitempty"`
	Ext         map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Content returns what an approval binds: all that was examined and found,
// the evidence included.
func (v Validation) Content() Validation {
	v.Recorded, v.Approvals, v.Ext = 0, nil, nil
	return v
}
