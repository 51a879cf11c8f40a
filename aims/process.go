package aims

// Process is a process of the management system or of the work that it
// governs, and the runs of it (4.4, 8.1). The runs are the evidence that it
// was carried out as planned.
type Process struct {
	ID           ProcessID     `json:"id"`
	Recorded     Date          `json:"recorded,omitzero"`
	Title        string        `json:"title"`
	Purpose      string        `json:"purpose,omitempty"`
	Serves       []Key         `json:"serves,omitempty"` // the requirements and controls that it implements
	Owner        PersonID      `json:"owner,omitempty"`
	Document     DocumentID    `json:"document,omitempty"` // where it is described
	Inputs       []string      `json:"inputs,omitempty"`
	Outputs      []string      `json:"outputs,omitempty"`
	Interactions []Interaction `json:"interactions,omitempty"` // 4.4: with other processes
	Criteria     []string      `json:"criteria,omitempty"`     // 8.1: what a run must meet
	Controls     []Key         `json:"controls,omitempty"`     // 8.1: the controls that act in it
	Metrics      []MetricID    `json:"metrics,omitempty"`      // what it is monitored by
	Systems      []SystemID    `json:"systems,omitempty"`      // the systems that it is for; empty: all
	From         Date          `json:"from,omitzero"`          // first day in use
	Until        Date          `json:"until,omitzero"`         // last day in use
	Trigger      string        `json:"trigger,omitempty"`      // the event that sets it in motion
	Every        Interval      `json:"every,omitempty"`        // between two runs, where they are planned ones
	Runs         []Run         `json:"runs,omitempty"`
	Deviations   []Deviation   `json:"deviations,omitempty"`

	// 8.1: where others carry it out.
	ExternallyProvided Answer            `json:"externallyProvided,omitzero"` // wholly or in part
	Suppliers          []SupplierID      `json:"suppliers,omitempty"`         // by whom
	ExternalControl    string            `json:"externalControl,omitempty"`   // how that is kept under control
	Reviews            []Review          `json:"reviews,omitempty"`
	Evidence           []EvidenceID      `json:"evidence,omitempty"`
	Ext                map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Interaction is what a process gives to another or takes from it.
type Interaction struct {
	With ProcessID `json:"with"`
	What string    `json:"what,omitempty"`
}

// Run is one time that a process was carried out.
type Run struct {
	On          Date         `json:"on"`
	By          PersonID     `json:"by,omitempty"`
	MetCriteria Answer       `json:"metCriteria,omitzero"` // the run met the process's criteria
	Result      string       `json:"result,omitempty"`
	About       []Ref        `json:"about,omitempty"` // the records that it worked on or brought forth
	Evidence    []EvidenceID `json:"evidence,omitempty"`
}

// Deviation is a departure from the process or an unintended change, and how
// it was dealt with (8.1).
type Deviation struct {
	On           Date         `json:"on"`
	What         string       `json:"what"`
	Consequences string       `json:"consequences,omitempty"` // as they were reviewed
	Action       string       `json:"action,omitempty"`       // what was done against harm
	Responsible  PersonID     `json:"responsible,omitempty"`
	Done         Date         `json:"done,omitzero"`
	Change       ChangeID     `json:"change,omitempty"` // the planned change that it led to
	Evidence     []EvidenceID `json:"evidence,omitempty"`
}
