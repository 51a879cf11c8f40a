package aims

import "github.com/aimskit/aimskit/internal/word"

// AISystem is an entry of the inventory: a system that the organization
// develops, provides or uses (4.1, 4.3, 8.1, A.4.2, A.6, A.8).
type AISystem struct {
	ID          SystemID   `json:"id"`
	Recorded    Date       `json:"recorded,omitzero"`
	Name        string     `json:"name"`
	Version     string     `json:"version,omitempty"`
	Purpose     string     `json:"purpose,omitempty"`
	Description string     `json:"description,omitempty"`
	Roles       []Role     `json:"roles,omitempty"` // the organization's own roles for it (4.1)
	Origin      Origin     `json:"origin,omitempty"`
	Supplier    SupplierID `json:"supplier,omitempty"` // whose product it is, unless it is our own
	Owner       PersonID   `json:"owner,omitempty"`

	Stage   Stage         `json:"stage,omitempty"`   // now; with a history it may be left out, see [AISystem.StageAt]
	History []StageChange `json:"history,omitempty"` // in order of time; may begin with any stage

	HighRisk       Answer   `json:"highRisk,omitzero"`       // by law or by the organization's own criteria
	HighRiskBasis  string   `json:"highRiskBasis,omitempty"` // why, or why not
	CustomerFacing Answer   `json:"customerFacing,omitzero"`
	Users          []string `json:"users,omitempty"`          // who works with it
	AffectedGroups []string `json:"affectedGroups,omitempty"` // whom its results touch
	Jurisdictions  []string `json:"jurisdictions,omitempty"`  // where it is developed, provided or used
	Sites          []string `json:"sites,omitempty"`          // at which sites of the organization; named as in the scopes of audits; empty: not said

	Oversight Oversight     `json:"oversight,omitzero"`
	Decision  DecisionLogic `json:"decision,omitzero"`

	// What it depends on (A.4.2–A.4.5, A.10.3).
	FedBy       []SystemID   `json:"fedBy,omitempty"`     // systems whose results go into it
	Datasets    []DatasetID  `json:"datasets,omitempty"`  // data that it was made from or works on
	Suppliers   []SupplierID `json:"suppliers,omitempty"` // further suppliers that it rests on
	Components  []Component  `json:"components,omitempty"`
	Allocations []Allocation `json:"allocations,omitempty"` // who answers for what, customers included

	Arrangements Arrangements `json:"arrangements,omitzero"`
	Monitoring   []MetricID   `json:"monitoring,omitempty"`   // what is watched in operation (A.6.2.6)
	LogRetention Interval     `json:"logRetention,omitempty"` // for how long event logs are kept (A.6.2.8)
	RetireBy     Date         `json:"retireBy,omitzero"`      // the planned end; the real one stands in the history

	Evidence []EvidenceID      `json:"evidence,omitempty"`
	Ext      map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Arrangements are what the controls ask for each system.
type Arrangements struct {
	Requirements  Arrangement `json:"requirements,omitzero"`  // requirements specified (A.6.2.2)
	Design        Arrangement `json:"design,omitzero"`        // design and development documented (A.6.2.3)
	Verification  Arrangement `json:"verification,omitzero"`  // plan for verification and validation (A.6.2.4)
	Deployment    Arrangement `json:"deployment,omitzero"`    // deployment plan (A.6.2.5)
	Operation     Arrangement `json:"operation,omitzero"`     // monitoring, repair, updates and support (A.6.2.6)
	Technical     Arrangement `json:"technical,omitzero"`     // technical documentation for those who need it (A.6.2.7)
	EventLogs     Arrangement `json:"eventLogs,omitzero"`     // event logs are kept (A.6.2.8)
	UserInfo      Arrangement `json:"userInfo,omitzero"`      // information for users (A.8.2)
	AdverseReport Arrangement `json:"adverseReport,omitzero"` // outsiders can report adverse impacts (A.8.3)
	IncidentPlan  Arrangement `json:"incidentPlan,omitzero"`  // plan for telling users of incidents (A.8.4)
	PartyInfo     Arrangement `json:"partyInfo,omitzero"`     // what interested parties must be told (A.8.5)
	Retirement    Arrangement `json:"retirement,omitzero"`    // how it will be taken out of use, its data included
}

type namedArrangement struct {
	name string
	*Arrangement
}

// all returns the arrangements in the order of the fields, with the pointers of
// these in a system.
func (a *Arrangements) all() [12]namedArrangement {
	return [...]namedArrangement{
		{"arrangements/requirements", &a.Requirements},
		{"arrangements/design", &a.Design},
		{"arrangements/verification", &a.Verification},
		{"arrangements/deployment", &a.Deployment},
		{"arrangements/operation", &a.Operation},
		{"arrangements/technical", &a.Technical},
		{"arrangements/eventLogs", &a.EventLogs},
		{"arrangements/userInfo", &a.UserInfo},
		{"arrangements/adverseReport", &a.AdverseReport},
		{"arrangements/incidentPlan", &a.IncidentPlan},
		{"arrangements/partyInfo", &a.PartyInfo},
		{"arrangements/retirement", &a.Retirement},
	}
}

// Origin says where a system comes from.
type Origin string

// The origins.
const (
	OriginOwn        Origin = "own"         // developed by or for the organization
	OriginThirdParty Origin = "third-party" // bought, licensed or used as a service
	OriginEmbedded   Origin = "embedded"    // part of a product that was acquired for something else
	OriginOpenSource Origin = "open-source" // taken from an open-source project
)

var origins = []Origin{OriginOwn, OriginThirdParty, OriginEmbedded, OriginOpenSource}

// Known reports whether o is in the vocabulary.
func (o Origin) Known() bool { return word.Known(o, origins...) }

// UnmarshalText reads a word of the vocabulary.
func (o *Origin) UnmarshalText(text []byte) error {
	return unmarshalName(o, text, "aims.Origin", origins...)
}

// Ref names the record.
func (s AISystem) Ref() Ref { return Ref{KindSystem, string(s.ID)} }

// Since returns the day from which the record exists.
func (s AISystem) Since() Date { return s.Recorded }

// Validate reports every problem inside the record.
func (s AISystem) Validate() error {
	var c Checker
	CheckID(&c, "id", s.ID)
	c.OptionalDate("recorded", s.Recorded)
	c.Text("name", s.Name)
	c.OptionalText("version", s.Version)
	c.OptionalText("purpose", s.Purpose)
	c.OptionalText("description", s.Description)
	CheckWords(&c, "roles", s.Roles)
	CheckOptionalWord(&c, "origin", s.Origin)
	CheckOptionalID(&c, "supplier", s.Supplier)
	CheckOptionalID(&c, "owner", s.Owner)
	s.checkStage(&c)
	CheckOptionalWord(&c, "highRisk", s.HighRisk)
	c.OptionalText("highRiskBasis", s.HighRiskBasis)
	CheckOptionalWord(&c, "customerFacing", s.CustomerFacing)
	c.TextList("users", s.Users)
	c.TextList("affectedGroups", s.AffectedGroups)
	c.TextList("jurisdictions", s.Jurisdictions)
	c.TextList("sites", s.Sites)
	c.Nest("oversight", s.Oversight.Validate())
	c.Nest("decision", s.Decision.Validate())
	CheckIDs(&c, "fedBy", s.FedBy)
	for i, id := range s.FedBy {
		if id != "" && id == s.ID {
			c.Add(Field("fedBy", i), SelfReference, "value", string(id))
		}
	}
	CheckIDs(&c, "datasets", s.Datasets)
	CheckIDs(&c, "suppliers", s.Suppliers)
	CheckEach(&c, "components", s.Components)
	CheckEach(&c, "allocations", s.Allocations)
	for _, a := range s.Arrangements.all() {
		c.Nest(a.name, a.Validate())
	}
	CheckIDs(&c, "monitoring", s.Monitoring)
	c.OptionalInterval("logRetention", s.LogRetention)
	c.OptionalDate("retireBy", s.RetireBy)
	CheckIDs(&c, "evidence", s.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (s AISystem) Links(l *Linker) {
	Link(l, "supplier", KindSupplier, s.Supplier)
	Link(l, "owner", KindPerson, s.Owner)
	for i, h := range s.History {
		l.In("history", i, func(l *Linker) {
			Link(l, "by", KindPerson, h.By)
			LinkAll(l, "evidence", KindEvidence, h.Evidence)
		})
	}
	l.Part("oversight", s.Oversight.links)
	l.Part("decision", s.Decision.links)
	LinkAll(l, "fedBy", KindSystem, s.FedBy)
	LinkAll(l, "datasets", KindDataset, s.Datasets)
	LinkAll(l, "suppliers", KindSupplier, s.Suppliers)
	for i, p := range s.Components {
		l.In("components", i, func(l *Linker) { Link(l, "supplier", KindSupplier, p.Supplier) })
	}
	linkAllocations(l, "allocations", s.Allocations)
	for _, a := range s.Arrangements.all() {
		l.Part(a.name, a.links)
	}
	LinkAll(l, "monitoring", KindMetric, s.Monitoring)
	LinkAll(l, "evidence", KindEvidence, s.Evidence)
}
