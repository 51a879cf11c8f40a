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
	Cancelled   Date              `json:"cancelled,omitzero"`    // the day on which it was given up or taken back
	Evaluations []Evaluation      `json:"evaluations,omitempty"` // whether it did what it was made for
	Approvals   []Approval        `json:"approvals,omitempty"`
	Evidence    []EvidenceID      `json:"evidence,omitempty"`
	Ext         map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Content returns what an approval binds: the plan of the change, without
// what became of it.
func (p PlannedChange) Content() PlannedChange {
	p.Recorded, p.PlannedOn, p.Done, p.Cancelled = 0, 0, 0, 0
	p.Evaluations, p.Approvals, p.Evidence, p.Ext = nil, nil, nil, nil
	p.Actions = PlannedActions(p.Actions)
	return p
}

// Ref names the record.
func (p PlannedChange) Ref() Ref { return Ref{KindChange, string(p.ID)} }

// Since returns the day from which the record exists.
func (p PlannedChange) Since() Date { return p.Recorded }

// Validate reports every problem inside the record.
func (p PlannedChange) Validate() error {
	var c Checker
	CheckID(&c, "id", p.ID)
	c.OptionalDate("recorded", p.Recorded)
	c.Text("title", p.Title)
	c.OptionalText("what", p.What)
	c.OptionalText("purpose", p.Purpose)
	c.OptionalText("consequences", p.Consequences)
	c.OptionalText("integrity", p.Integrity)
	c.OptionalText("resources", p.Resources)
	CheckIDs(&c, "resourcesUsed", p.ResourcesUsed)
	c.OptionalText("responsibilities", p.Responsibilities)
	CheckIDs(&c, "roles", p.Roles)
	c.Refs("affects", p.Affects)
	CheckIDs(&c, "systems", p.Systems)
	CheckEach(&c, "actions", p.Actions)
	CheckOptionalID(&c, "owner", p.Owner)
	c.OptionalDate("due", p.Due)
	c.OptionalDate("plannedOn", p.PlannedOn)
	c.OptionalDate("done", p.Done)
	c.OptionalDate("cancelled", p.Cancelled)
	CheckEach(&c, "evaluations", p.Evaluations)
	CheckEach(&c, "approvals", p.Approvals)
	CheckIDs(&c, "evidence", p.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (p PlannedChange) Links(l *Linker) {
	LinkAll(l, "resourcesUsed", KindResource, p.ResourcesUsed)
	LinkAll(l, "roles", KindRole, p.Roles)
	l.Refs("affects", p.Affects)
	LinkAll(l, "systems", KindSystem, p.Systems)
	LinkActions(l, "actions", p.Actions)
	Link(l, "owner", KindPerson, p.Owner)
	LinkEvaluations(l, "evaluations", p.Evaluations)
	LinkApprovals(l, "approvals", p.Approvals)
	LinkAll(l, "evidence", KindEvidence, p.Evidence)
}
