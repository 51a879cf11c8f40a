package risk

import "github.com/aimskit/aimskit/aims"

// Criteria are the risk criteria of an organization, in one of their versions
// (6.1.1, 6.1.2): what separates acceptable from unacceptable risk.
type Criteria struct {
	ID       CriteriaID      `json:"id"`
	Recorded aims.Date       `json:"recorded,omitzero"`
	Title    string          `json:"title"`
	Version  string          `json:"version,omitempty"`
	Document aims.DocumentID `json:"document,omitempty"`

	Policy               aims.PolicyID `json:"policy,omitempty"`              // the policy that they were checked against
	ConsistentWithPolicy aims.Answer   `json:"consistentWithPolicy,omitzero"` // and with the AI objectives, as somebody checked (6.1.2)

	Likelihood   Scale       `json:"likelihood"`
	Consequences []Dimension `json:"consequences"` // at least one for each affected: organization, individuals, societies
	Matrix       Matrix      `json:"matrix"`
	Levels       []Band      `json:"levels"`              // the risk levels, lowest first, that the matrix holds
	Appetite     Level       `json:"appetite,omitzero"`   // highest level that is taken without more ado
	Tolerance    Level       `json:"tolerance,omitzero"`  // highest level that may be accepted at all; above it: treat or stop
	Accepters    []Accepter  `json:"accepters,omitempty"` // who may accept which level
	ReviewBy     aims.Date   `json:"reviewBy,omitzero"`

	Reviews   []aims.Review     `json:"reviews,omitempty"`
	Approvals []aims.Approval   `json:"approvals,omitempty"`
	Withdrawn aims.Date         `json:"withdrawn,omitzero"`
	Ext       map[string]string `json:"ext,omitempty"`
}

// Dimension is one kind of consequence with its scale. Every scale has as
// many steps as the matrix has columns.
type Dimension struct {
	ID       DimensionID `json:"id"` // such as financial, privacy, rights, environment
	Affected Affected    `json:"affected"`
	Scale    Scale       `json:"scale"`
}

// Affected says whom a consequence falls on (6.1.2).
type Affected string

// The affected, and other for dimensions beyond the standard's three.
const (
	Organization Affected = "organization"
	Individuals  Affected = "individuals"
	Societies    Affected = "societies"
	Other        Affected = "other"
)

// Band is a risk level.
type Band struct {
	Label  string `json:"label"`
	Action string `json:"action,omitempty"` // what the level asks for
	Color  string `json:"color,omitempty"`  // #rrggbb
}

// Accepter names who may accept risks up to a level.
type Accepter struct {
	UpTo    Level           `json:"upTo"`
	Persons []aims.PersonID `json:"persons,omitempty"`
	Roles   []aims.RoleID   `json:"roles,omitempty"`
}
