package aims

// Validation is an examination of one version of a system for an intended
// use, with its result (A.6.2.4; data for it A.7.4).
type Validation struct {
	ID          ValidationID `json:"id"`
	Recorded    Date         `json:"recorded,omitzero"`
	System      SystemID     `json:"system"`
	Version     string       `json:"version,omitempty"` // of the system
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

// Ref names the record.
func (v Validation) Ref() Ref { return Ref{KindValidation, string(v.ID)} }

// Since returns the day from which the record exists.
func (v Validation) Since() Date { return v.Recorded }

// Validate reports every problem inside the record.
func (v Validation) Validate() error {
	var c Checker
	CheckID(&c, "id", v.ID)
	c.OptionalDate("recorded", v.Recorded)
	CheckID(&c, "system", v.System)
	c.OptionalText("version", v.Version)
	c.OptionalText("intendedUse", v.IntendedUse)
	CheckIDs(&c, "useCases", v.UseCases)
	CheckIDs(&c, "datasets", v.Datasets)
	CheckEach(&c, "criteria", v.Criteria)
	CheckOptionalWord(&c, "biasTested", v.BiasTested)
	CheckEach(&c, "bias", v.Bias)
	CheckOptionalWord(&c, "robustnessTested", v.RobustnessTested)
	CheckEach(&c, "robustness", v.Robustness)
	c.TextList("limits", v.Limits)
	c.TextList("assumptions", v.Assumptions)
	CheckOptionalID(&c, "by", v.By)
	CheckOptionalWord(&c, "independent", v.Independent)
	c.OptionalDate("on", v.On)
	CheckOptionalWord(&c, "result", v.Result)
	c.TextList("conditions", v.Conditions)
	CheckOptionalID(&c, "document", v.Document)
	CheckIDs(&c, "evidence", v.Evidence)
	CheckEach(&c, "approvals", v.Approvals)
	return c.Err()
}

// Links visits the references of the record.
func (v Validation) Links(l *Linker) {
	Link(l, "system", KindSystem, v.System)
	LinkAll(l, "useCases", KindUseCase, v.UseCases)
	LinkAll(l, "datasets", KindDataset, v.Datasets)
	linkCriteria(l, "criteria", v.Criteria)
	linkCriteria(l, "bias", v.Bias)
	linkCriteria(l, "robustness", v.Robustness)
	Link(l, "by", KindPerson, v.By)
	Link(l, "document", KindDocument, v.Document)
	LinkAll(l, "evidence", KindEvidence, v.Evidence)
	LinkApprovals(l, "approvals", v.Approvals)
}
