package aims

import "github.com/aimskit/aimskit/internal/word"

// RoleAssignment gives a person a role in the management system, with its
// responsibilities and authorities (5.3, A.3.2).
type RoleAssignment struct {
	ID               RoleID            `json:"id"`
	Recorded         Date              `json:"recorded,omitzero"`
	Title            string            `json:"title"` // for example "AI governance lead"
	Person           PersonID          `json:"person,omitempty"`
	Deputy           PersonID          `json:"deputy,omitempty"`
	Areas            []RoleArea        `json:"areas,omitempty"`            // A.3.2: what the role answers for
	Responsibilities []string          `json:"responsibilities,omitempty"` // what the role must do
	Authorities      []Authority       `json:"authorities,omitempty"`      // what the role may decide
	Systems          []SystemID        `json:"systems,omitempty"`          // the systems that it is for; empty: no particular ones
	AssignedBy       PersonID          `json:"assignedBy,omitempty"`       // 5.3: top management, or somebody it empowered
	AssignedOn       Date              `json:"assignedOn,omitzero"`
	Until            Date              `json:"until,omitzero"`           // last day of the assignment
	AcceptedOn       Date              `json:"acceptedOn,omitzero"`      // the day on which the person took it on
	Communications   []CommunicationID `json:"communications,omitempty"` // how it was made known inside
	Document         DocumentID        `json:"document,omitempty"`       // where it is written down
	Evidence         []EvidenceID      `json:"evidence,omitempty"`
	Ext              map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Authority is something that a role may decide or do in its own right.
type Authority string

// The authorities. The first two are those that 5.3 asks top management to
// assign.
const (
	AuthorityConformity  Authority = "ensure-conformity"  // sees to it that the management system conforms to the standard
	AuthorityReporting   Authority = "report-performance" // reports on its performance to top management
	AuthorityStop        Authority = "stop-system"        // takes an AI system out of use
	AuthorityRelease     Authority = "release-system"     // lets an AI system or a version of it go into use
	AuthorityRisk        Authority = "accept-risk"
	AuthorityResources   Authority = "commit-resources"
	AuthorityDocuments   Authority = "approve-documents"
	AuthoritySuppliers   Authority = "engage-suppliers"
	AuthorityInvestigate Authority = "investigate"    // looks into concerns and incidents
	AuthorityInform      Authority = "inform-outside" // speaks to users and authorities
	AuthorityOther       Authority = "other"          // said among the responsibilities
)

var authorities = []Authority{
	AuthorityConformity, AuthorityReporting, AuthorityStop, AuthorityRelease, AuthorityRisk, AuthorityResources,
	AuthorityDocuments, AuthoritySuppliers, AuthorityInvestigate, AuthorityInform, AuthorityOther,
}

// Known reports whether a is in the vocabulary.
func (a Authority) Known() bool { return word.Known(a, authorities...) }

// UnmarshalText reads a word of the vocabulary.
func (a *Authority) UnmarshalText(text []byte) error {
	return unmarshalName(a, text, "aims.Authority", authorities...)
}

// RoleArea is a field of work that somebody must answer for.
type RoleArea string

// The areas.
const (
	AreaRisk          RoleArea = "risk-management"
	AreaImpact        RoleArea = "impact-assessment"
	AreaResources     RoleArea = "resources" // assets, data, tools, computing, money
	AreaSecurity      RoleArea = "security"
	AreaSafety        RoleArea = "safety"
	AreaPrivacy       RoleArea = "privacy"
	AreaDevelopment   RoleArea = "development"
	AreaPerformance   RoleArea = "performance"
	AreaOversight     RoleArea = "human-oversight"
	AreaSuppliers     RoleArea = "suppliers"
	AreaLaw           RoleArea = "law" // that obligations are always met
	AreaDataQuality   RoleArea = "data-quality"
	AreaConcerns      RoleArea = "concerns"
	AreaAudit         RoleArea = "audit"
	AreaDocumentation RoleArea = "documentation"
	AreaOther         RoleArea = "other"
)

var roleAreas = []RoleArea{
	AreaRisk, AreaImpact, AreaResources, AreaSecurity, AreaSafety, AreaPrivacy, AreaDevelopment, AreaPerformance,
	AreaOversight, AreaSuppliers, AreaLaw, AreaDataQuality, AreaConcerns, AreaAudit, AreaDocumentation, AreaOther,
}

// Known reports whether a is in the vocabulary.
func (a RoleArea) Known() bool { return word.Known(a, roleAreas...) }

// UnmarshalText reads a word of the vocabulary.
func (a *RoleArea) UnmarshalText(text []byte) error {
	return unmarshalName(a, text, "aims.RoleArea", roleAreas...)
}

// Ref names the record.
func (r RoleAssignment) Ref() Ref { return Ref{KindRole, string(r.ID)} }

// Since returns the day from which the record exists.
func (r RoleAssignment) Since() Date { return r.Recorded }

// Validate reports every problem inside the record.
func (r RoleAssignment) Validate() error {
	var c Checker
	CheckID(&c, "id", r.ID)
	c.OptionalDate("recorded", r.Recorded)
	c.Text("title", r.Title)
	CheckOptionalID(&c, "person", r.Person)
	CheckOptionalID(&c, "deputy", r.Deputy)
	CheckWords(&c, "areas", r.Areas)
	c.TextList("responsibilities", r.Responsibilities)
	CheckWords(&c, "authorities", r.Authorities)
	CheckIDs(&c, "systems", r.Systems)
	CheckOptionalID(&c, "assignedBy", r.AssignedBy)
	c.OptionalDate("assignedOn", r.AssignedOn)
	c.OptionalDate("until", r.Until)
	c.NotBefore("until", r.Until, "assignedOn", r.AssignedOn)
	c.OptionalDate("acceptedOn", r.AcceptedOn)
	CheckIDs(&c, "communications", r.Communications)
	CheckOptionalID(&c, "document", r.Document)
	CheckIDs(&c, "evidence", r.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (r RoleAssignment) Links(l *Linker) {
	Link(l, "person", KindPerson, r.Person)
	Link(l, "deputy", KindPerson, r.Deputy)
	LinkAll(l, "systems", KindSystem, r.Systems)
	Link(l, "assignedBy", KindPerson, r.AssignedBy)
	LinkAll(l, "communications", KindCommunication, r.Communications)
	Link(l, "document", KindDocument, r.Document)
	LinkAll(l, "evidence", KindEvidence, r.Evidence)
}
