package aims

import "github.com/aimskit/aimskit/internal/word"

// Release is the decision to put a version of a system into use, and what
// came of it (A.6.2.5).
type Release struct {
	ID          ReleaseID       `json:"id"`
	Recorded    Date            `json:"recorded,omitzero"`
	System      SystemID        `json:"system"`
	Version     string          `json:"version"`            // of the system
	Previous    ReleaseID       `json:"previous,omitempty"` // the release that it replaces
	Changes     []ReleaseChange `json:"changes,omitempty"`
	Environment string          `json:"environment,omitempty"` // where it will run, and how that differs from where it was developed

	// What the decision rests on.
	Validations     []ValidationID `json:"validations,omitempty"`
	Assessments     []Ref          `json:"assessments,omitempty"`    // impact and risk assessments
	RequirementsMet Answer         `json:"requirementsMet,omitzero"` // all release requirements, or those not met were accepted
	Plan            DocumentID     `json:"plan,omitempty"`           // deployment plan
	Rollback        string         `json:"rollback,omitempty"`       // how to go back
	RollbackPlan    DocumentID     `json:"rollbackPlan,omitempty"`
	RollbackTested  Answer         `json:"rollbackTested,omitzero"`

	// What happens to it.
	Approvals      []Approval        `json:"approvals,omitempty"`
	Released       Date              `json:"released,omitzero"`        // the day from which it might be deployed
	Deployed       Date              `json:"deployed,omitzero"`        // the day on which it was
	RolledBack     Date              `json:"rolledBack,omitzero"`      // the day on which it was taken back
	Communications []CommunicationID `json:"communications,omitempty"` // how users were told (A.8.2)
	Evidence       []EvidenceID      `json:"evidence,omitempty"`
	Ext            map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// ReleaseChange is one thing that differs from the release before.
type ReleaseChange struct {
	In       ChangedPart `json:"in"`
	Title    string      `json:"title"`             // what changed
	Material Answer      `json:"material,omitzero"` // it may change what the system does to people
	Change   ChangeID    `json:"change,omitempty"`  // the planned change that it carries out (6.3, 8.1)
}

// ChangedPart is the part of a system that a release changes.
type ChangedPart string

// The parts.
const (
	ChangedModel         ChangedPart = "model"
	ChangedData          ChangedPart = "data"
	ChangedPrompt        ChangedPart = "prompt"
	ChangedConfiguration ChangedPart = "configuration" // thresholds, parameters, access
	ChangedCode          ChangedPart = "code"
	ChangedDependency    ChangedPart = "dependency" // a component or service of somebody else
)

var changedParts = []ChangedPart{
	ChangedModel, ChangedData, ChangedPrompt, ChangedConfiguration, ChangedCode, ChangedDependency,
}

// Known reports whether p is in the vocabulary.
func (p ChangedPart) Known() bool { return word.Known(p, changedParts...) }

// UnmarshalText reads a word of the vocabulary.
func (p *ChangedPart) UnmarshalText(text []byte) error {
	return unmarshalName(p, text, "aims.ChangedPart", changedParts...)
}

// Content returns what an approval binds: what is released, what changed and
// what the decision rests on, without what happens afterwards.
func (r Release) Content() Release {
	r.Recorded, r.Released, r.Deployed, r.RolledBack = 0, 0, 0, 0
	r.Approvals, r.Communications, r.Evidence, r.Ext = nil, nil, nil, nil
	return r
}

// Ref names the record.
func (r Release) Ref() Ref { return Ref{KindRelease, string(r.ID)} }

// Since returns the day from which the record exists.
func (r Release) Since() Date { return r.Recorded }

// Validate reports every problem inside the record.
func (r Release) Validate() error {
	var c Checker
	CheckID(&c, "id", r.ID)
	c.OptionalDate("recorded", r.Recorded)
	CheckID(&c, "system", r.System)
	c.Text("version", r.Version)
	CheckOptionalID(&c, "previous", r.Previous)
	if r.Previous != "" && r.Previous == r.ID {
		c.Add("previous", SelfReference, "value", string(r.ID))
	}
	for i, ch := range r.Changes {
		in := c.In("changes", i)
		CheckWord(in, "in", ch.In)
		in.Text("title", ch.Title)
		CheckOptionalWord(in, "material", ch.Material)
		CheckOptionalID(in, "change", ch.Change)
	}
	c.OptionalText("environment", r.Environment)
	CheckIDs(&c, "validations", r.Validations)
	c.Refs("assessments", r.Assessments)
	CheckOptionalWord(&c, "requirementsMet", r.RequirementsMet)
	CheckOptionalID(&c, "plan", r.Plan)
	c.OptionalText("rollback", r.Rollback)
	CheckOptionalID(&c, "rollbackPlan", r.RollbackPlan)
	CheckOptionalWord(&c, "rollbackTested", r.RollbackTested)
	CheckEach(&c, "approvals", r.Approvals)
	c.OptionalDate("released", r.Released)
	c.OptionalDate("deployed", r.Deployed)
	c.OptionalDate("rolledBack", r.RolledBack)
	c.NotBefore("rolledBack", r.RolledBack, "deployed", r.Deployed)
	CheckIDs(&c, "communications", r.Communications)
	CheckIDs(&c, "evidence", r.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (r Release) Links(l *Linker) {
	Link(l, "system", KindSystem, r.System)
	Link(l, "previous", KindRelease, r.Previous)
	for i, ch := range r.Changes {
		l.In("changes", i, func(l *Linker) { Link(l, "change", KindChange, ch.Change) })
	}
	LinkAll(l, "validations", KindValidation, r.Validations)
	l.Refs("assessments", r.Assessments)
	Link(l, "plan", KindDocument, r.Plan)
	Link(l, "rollbackPlan", KindDocument, r.RollbackPlan)
	LinkApprovals(l, "approvals", r.Approvals)
	LinkAll(l, "communications", KindCommunication, r.Communications)
	LinkAll(l, "evidence", KindEvidence, r.Evidence)
}
