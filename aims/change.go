package aims

// PlannedChange is a change to the management system that was thought through
// before it was made (6.3).
type PlannedChange struct {
	ID       ChangeID `json:"id"`
	Recorded Date     `json:"recorded,omitzero"`
	Title    string   `json:"title"`

	// The plan; see [PlannedChange.Content].
	What             string       `json:"what,omitempty"`             // what changes, where the title does not say it
	Purpose          string       `json:"purpose,omitempty"`          // why
	Consequences     string       `json:"consequences,omitempty"`     // what may follow from it, as was considered
	Integrity        string       `json:"integrity,omitempty"`        // how the management system stays whole meanwhile
	Resources        string       `json:"resources,omitempty"`        // what it needs, and that it is there
	ResourcesUsed    []ResourceID `json:"resourcesUsed,omitempty"`    // the resources that it draws on
	Responsibilities string       `json:"responsibilities,omitempty"` // how they are allocated or moved
	Roles            []RoleID     `json:"roles,omitempty"`            // the assignments that it touches
	Affects          []Ref        `json:"affects,omitempty"`          // the records that it changes
	Systems          []SystemID   `json:"systems,omitempty"`          // the systems that it touches; empty: no particular ones
	Actions          []Action     `json:"actions,omitempty"`
	Owner            PersonID     `json:"owner,omitempty"`
	Due              Date         `json:"due,omitzero"`

	// What happens to it.
	PlannedOn   Date              `json:"plannedOn,omitzero"` // the day on which the plan was ready
	Done        Date              `json:"done,omitzero"`
	Cancelled   Date              `json:"cancelled,omitzero"`
	Evaluations []Evaluation      `json:"evaluations,omitempty"` // whether it did what it was made for
	Approvals   []Approval        `json:"approvals,omitempty"`
	Evidence    []EvidenceID      `json:"evidence,omitempty"`
	Ext         map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}
