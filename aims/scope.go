package aims

// Scope is the scope of the management system, in one of its versions (4.3).
// Approved by top management it is evidence of itself.
type Scope struct {
	ID       ScopeID    `json:"id"`
	Recorded Date       `json:"recorded,omitzero"`
	Title    string     `json:"title"`
	Version  string     `json:"version"`
	Owner    PersonID   `json:"owner,omitempty"`
	Document DocumentID `json:"document,omitempty"` // the controlled document that holds the text

	// What it says; see [Scope.Content].
	Boundaries    string           `json:"boundaries,omitempty"`    // where the management system ends
	Applicability string           `json:"applicability,omitempty"` // to which activities it applies inside them
	Roles         []Role           `json:"roles,omitempty"`         // the roles towards AI systems that it covers
	Systems       []SystemID       `json:"systems,omitempty"`       // the AI systems included
	Units         []string         `json:"units,omitempty"`         // the parts of the organization included
	Locations     []string         `json:"locations,omitempty"`     // the places included
	Exclusions    []Exclusion      `json:"exclusions,omitempty"`    // what was left out
	Issues        []IssueID        `json:"issues,omitempty"`        // the issues of 4.1 that were considered
	Parties       []PartyID        `json:"parties,omitempty"`       // the parties of 4.2 whose requirements were considered
	Interfaces    []ScopeInterface `json:"interfaces,omitempty"`    // where it meets the work of other organizations

	// What happens to it.
	ReviewBy       Date              `json:"reviewBy,omitzero"` // the next review, as planned
	Reviews        []Review          `json:"reviews,omitempty"`
	Approvals      []Approval        `json:"approvals,omitempty"`
	Communications []CommunicationID `json:"communications,omitempty"`
	AvailableAt    string            `json:"availableAt,omitempty"` // where those who need it find it
	Withdrawn      Date              `json:"withdrawn,omitzero"`    // last day in force
	Ext            map[string]string `json:"ext,omitempty"`         // the host's own; no rule reads it
}

// Exclusion is something that the scope leaves out: an AI system, or
// something else that is described.
type Exclusion struct {
	System SystemID `json:"system,omitempty"`
	What   string   `json:"what,omitempty"` // required where no system is named
	Reason string   `json:"reason,omitempty"`
}

// ScopeInterface is a place where activities inside the scope meet those of
// others.
type ScopeInterface struct {
	With           string     `json:"with"`                     // the other organization or unit
	Supplier       SupplierID `json:"supplier,omitempty"`       // where the other is a supplier
	What           string     `json:"what,omitempty"`           // what passes between the two
	Responsibility string     `json:"responsibility,omitempty"` // who answers for what
}
