package aims

import "github.com/aimskit/aimskit/internal/word"

// Resource is something that the management system or an AI system needs
// (7.1, A.4.2–A.4.6).
type Resource struct {
	ID          ResourceID        `json:"id"`
	Recorded    Date              `json:"recorded,omitzero"`
	Title       string            `json:"title"`
	Type        ResourceType      `json:"type,omitempty"`
	Description string            `json:"description,omitempty"`
	Need        string            `json:"need,omitempty"`        // what was found to be needed, and for what
	Quantity    Amount            `json:"quantity,omitzero"`     // how much is there, in Unit
	Needed      Amount            `json:"needed,omitzero"`       // how much is needed, in Unit
	Unit        string            `json:"unit,omitempty"`        // for example "full-time people", "GPU", "EUR a year"
	Systems     []SystemID        `json:"systems,omitempty"`     // the systems that it is for; empty: the management system
	Stages      []Stage           `json:"stages,omitempty"`      // A.4.2: the life-cycle stages that need it; empty: all
	Datasets    []DatasetID       `json:"datasets,omitempty"`    // A.4.3: the data that it consists of
	Suppliers   []SupplierID      `json:"suppliers,omitempty"`   // who provides it from outside
	Roles       []RoleID          `json:"roles,omitempty"`       // A.4.6: the people's roles
	Competences []CompetenceID    `json:"competences,omitempty"` // A.4.6: what the people can do
	Location    string            `json:"location,omitempty"`    // A.4.5: where it runs, for example "own premises" or a cloud region
	Owner       PersonID          `json:"owner,omitempty"`
	Provided    Answer            `json:"provided,omitzero"`  // it is there
	From        Date              `json:"from,omitzero"`      // first day on which it was there
	Until       Date              `json:"until,omitzero"`     // last day on which it was or will be there
	Decision    LeadershipActID   `json:"decision,omitempty"` // the act by which it was granted
	DecidedBy   PersonID          `json:"decidedBy,omitempty"`
	Document    DocumentID        `json:"document,omitempty"` // A.4.2: where it is documented
	ReviewBy    Date              `json:"reviewBy,omitzero"`  // the next look at whether it suffices, as planned
	Adequacy    []Evaluation      `json:"adequacy,omitempty"` // whether it suffices
	Evidence    []EvidenceID      `json:"evidence,omitempty"`
	Ext         map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// ResourceType is the type of a resource.
type ResourceType string

// The types of resources.
const (
	ResourceData      ResourceType = "data"      // A.4.3
	ResourceTooling   ResourceType = "tooling"   // A.4.4
	ResourceComputing ResourceType = "computing" // A.4.5
	ResourceHuman     ResourceType = "human"     // A.4.6
	ResourceFinancial ResourceType = "financial"
	ResourceOther     ResourceType = "other"
)

var resourceTypes = []ResourceType{
	ResourceData, ResourceTooling, ResourceComputing, ResourceHuman, ResourceFinancial, ResourceOther,
}

// Known reports whether t is in the vocabulary.
func (t ResourceType) Known() bool { return word.Known(t, resourceTypes...) }

// UnmarshalText reads a word of the vocabulary.
func (t *ResourceType) UnmarshalText(text []byte) error {
	return unmarshalName(t, text, "aims.ResourceType", resourceTypes...)
}

// Ref names the record.
func (r Resource) Ref() Ref { return Ref{KindResource, string(r.ID)} }

// Since returns the day from which the record exists.
func (r Resource) Since() Date { return r.Recorded }

// Validate reports every problem inside the record.
func (r Resource) Validate() error {
	var c Checker
	CheckID(&c, "id", r.ID)
	c.OptionalDate("recorded", r.Recorded)
	c.Text("title", r.Title)
	CheckOptionalWord(&c, "type", r.Type)
	c.OptionalText("description", r.Description)
	c.OptionalText("need", r.Need)
	c.Count("quantity", r.Quantity)
	c.Count("needed", r.Needed)
	c.OptionalText("unit", r.Unit)
	CheckIDs(&c, "systems", r.Systems)
	CheckWords(&c, "stages", r.Stages)
	CheckIDs(&c, "datasets", r.Datasets)
	CheckIDs(&c, "suppliers", r.Suppliers)
	CheckIDs(&c, "roles", r.Roles)
	CheckIDs(&c, "competences", r.Competences)
	c.OptionalText("location", r.Location)
	CheckOptionalID(&c, "owner", r.Owner)
	CheckOptionalWord(&c, "provided", r.Provided)
	c.OptionalDate("from", r.From)
	c.OptionalDate("until", r.Until)
	c.NotBefore("until", r.Until, "from", r.From)
	CheckOptionalID(&c, "decision", r.Decision)
	CheckOptionalID(&c, "decidedBy", r.DecidedBy)
	CheckOptionalID(&c, "document", r.Document)
	c.OptionalDate("reviewBy", r.ReviewBy)
	CheckEach(&c, "adequacy", r.Adequacy)
	CheckIDs(&c, "evidence", r.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (r Resource) Links(l *Linker) {
	LinkAll(l, "systems", KindSystem, r.Systems)
	LinkAll(l, "datasets", KindDataset, r.Datasets)
	LinkAll(l, "suppliers", KindSupplier, r.Suppliers)
	LinkAll(l, "roles", KindRole, r.Roles)
	LinkAll(l, "competences", KindCompetence, r.Competences)
	Link(l, "owner", KindPerson, r.Owner)
	Link(l, "decision", KindLeadershipAct, r.Decision)
	Link(l, "decidedBy", KindPerson, r.DecidedBy)
	Link(l, "document", KindDocument, r.Document)
	LinkEvaluations(l, "adequacy", r.Adequacy)
	LinkAll(l, "evidence", KindEvidence, r.Evidence)
}
