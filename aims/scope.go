package aims

import "slices"

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
	AvailableAt   string           `json:"availableAt,omitempty"`   // where those who need it find it

	// What happens to it.
	ReviewBy       Date              `json:"reviewBy,omitzero"` // the next review, as planned
	Reviews        []Review          `json:"reviews,omitempty"`
	Approvals      []Approval        `json:"approvals,omitempty"`
	Communications []CommunicationID `json:"communications,omitempty"`
	Withdrawn      Date              `json:"withdrawn,omitzero"` // last day in force
	Ext            map[string]string `json:"ext,omitempty"`      // the host's own; no rule reads it
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

// Includes reports whether the scope names the AI system as included.
func (s Scope) Includes(system SystemID) bool { return slices.Contains(s.Systems, system) }

// Excludes returns the exclusion of the AI system, and whether there is one.
func (s Scope) Excludes(system SystemID) (Exclusion, bool) {
	for _, e := range s.Exclusions {
		if e.System == system && system != "" {
			return e, true
		}
	}
	return Exclusion{}, false
}

// Validate reports missing and malformed fields.
func (e Exclusion) Validate() error {
	var c Checker
	CheckOptionalID(&c, "system", e.System)
	if e.System == "" {
		c.Text("what", e.What)
	} else {
		c.OptionalText("what", e.What)
	}
	c.OptionalText("reason", e.Reason)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (i ScopeInterface) Validate() error {
	var c Checker
	c.Text("with", i.With)
	CheckOptionalID(&c, "supplier", i.Supplier)
	c.OptionalText("what", i.What)
	c.OptionalText("responsibility", i.Responsibility)
	return c.Err()
}

// InAndOut: a scope excludes an AI system that it also includes.
const InAndOut Code = "aims/in-and-out"

// Content returns what an approval binds: the scope without reviews,
// approvals and communications.
func (s Scope) Content() Scope {
	s.Recorded, s.Owner, s.ReviewBy, s.Withdrawn = 0, "", 0, 0
	s.Reviews, s.Approvals, s.Communications, s.Ext = nil, nil, nil, nil
	return s
}

// Ref names the record.
func (s Scope) Ref() Ref { return Ref{KindScope, string(s.ID)} }

// Since returns the day from which the record exists.
func (s Scope) Since() Date { return s.Recorded }

// Validate reports every problem inside the record.
func (s Scope) Validate() error {
	var c Checker
	CheckID(&c, "id", s.ID)
	c.OptionalDate("recorded", s.Recorded)
	c.Text("title", s.Title)
	c.Text("version", s.Version)
	CheckOptionalID(&c, "owner", s.Owner)
	CheckOptionalID(&c, "document", s.Document)
	c.OptionalText("boundaries", s.Boundaries)
	c.OptionalText("applicability", s.Applicability)
	CheckWords(&c, "roles", s.Roles)
	CheckIDs(&c, "systems", s.Systems)
	c.TextList("units", s.Units)
	c.TextList("locations", s.Locations)
	for i, e := range s.Exclusions {
		in := c.In("exclusions", i)
		in.Nest("", e.Validate())
		if e.System != "" && s.Includes(e.System) {
			in.Add("system", InAndOut, "value", string(e.System))
		}
	}
	CheckIDs(&c, "issues", s.Issues)
	CheckIDs(&c, "parties", s.Parties)
	CheckEach(&c, "interfaces", s.Interfaces)
	c.OptionalText("availableAt", s.AvailableAt)
	c.OptionalDate("reviewBy", s.ReviewBy)
	CheckEach(&c, "reviews", s.Reviews)
	CheckEach(&c, "approvals", s.Approvals)
	CheckIDs(&c, "communications", s.Communications)
	c.OptionalDate("withdrawn", s.Withdrawn)
	return c.Err()
}

// Links visits the references of the record.
func (s Scope) Links(l *Linker) {
	Link(l, "owner", KindPerson, s.Owner)
	Link(l, "document", KindDocument, s.Document)
	LinkAll(l, "systems", KindSystem, s.Systems)
	for i, e := range s.Exclusions {
		l.In("exclusions", i, func(l *Linker) { Link(l, "system", KindSystem, e.System) })
	}
	LinkAll(l, "issues", KindIssue, s.Issues)
	LinkAll(l, "parties", KindParty, s.Parties)
	for i, with := range s.Interfaces {
		l.In("interfaces", i, func(l *Linker) { Link(l, "supplier", KindSupplier, with.Supplier) })
	}
	LinkReviews(l, "reviews", s.Reviews)
	LinkApprovals(l, "approvals", s.Approvals)
	LinkAll(l, "communications", KindCommunication, s.Communications)
}
