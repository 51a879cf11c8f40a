package aims

import "github.com/aimskit/aimskit/internal/word"

// Supplier is an organization that provides AI systems, components, data or
// services (8.1, A.10.2, A.10.3).
type Supplier struct {
	ID               SupplierID  `json:"id"`
	Recorded         Date        `json:"recorded,omitzero"`
	Name             string      `json:"name"`
	Owner            PersonID    `json:"owner,omitempty"`    // answers for the relationship
	Services         []string    `json:"services,omitempty"` // what it provides
	Systems          []SystemID  `json:"systems,omitempty"`  // the systems that rest on it
	Criticality      Criticality `json:"criticality,omitzero"`
	CriticalityBasis string      `json:"criticalityBasis,omitempty"`

	// Selection and re-evaluation (A.10.3); the latest counts, earlier ones stay.
	DueDiligence []DueDiligence `json:"dueDiligence,omitempty"`
	ReevaluateBy Date           `json:"reevaluateBy,omitzero"` // the next one, as planned
	Monitoring   []MetricID     `json:"monitoring,omitempty"`  // what is watched in between

	// Contract and responsibilities (A.10.2, A.10.3).
	Contract             DocumentID   `json:"contract,omitempty"`
	From                 Date         `json:"from,omitzero"`  // first day of the relationship
	Until                Date         `json:"until,omitzero"` // last day of it
	Allocations          []Allocation `json:"allocations,omitempty"`
	RequirementsPassedOn Answer       `json:"requirementsPassedOn,omitzero"` // our requirements on responsible AI bind the supplier
	RequirementsIn       []DocumentID `json:"requirementsIn,omitempty"`      // where they are written down

	Exit       Arrangement       `json:"exit,omitzero"`       // how the organization would do without the supplier
	ExitTested Date              `json:"exitTested,omitzero"` // last day on which that was tried
	Evidence   []EvidenceID      `json:"evidence,omitempty"`
	Ext        map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// DueDiligence is one examination of a supplier, at selection or again later.
type DueDiligence struct {
	On         Date         `json:"on,omitzero"`
	By         PersonID     `json:"by,omitempty"`
	Criteria   []Criterion  `json:"criteria,omitempty"`
	Result     Result       `json:"result,omitzero"`
	Conditions []string     `json:"conditions,omitempty"` // of a conditional result
	Evidence   []EvidenceID `json:"evidence,omitempty"`
}

// Criticality is how much depends on a supplier. Zero means that nobody
// assessed it.
type Criticality uint8

// The criticalities, from least to most.
const (
	CriticalityLow      Criticality = iota + 1 // could be replaced without anybody noticing
	CriticalityMedium                          // a failure would be noticed and could be borne
	CriticalityHigh                            // a failure would harm a service or people
	CriticalityCritical                        // the organization could not go on without it
)

var criticalities = word.Scale{Name: "aims.Criticality", Words: []string{"", "low", "medium", "high", "critical"}}

// String returns the word of the criticality, "" for zero.
func (k Criticality) String() string { return criticalities.String(int(k)) }

// Known reports whether k is one of the criticalities; zero is not.
func (k Criticality) Known() bool { return k != 0 && k <= CriticalityCritical }

// MarshalText returns the word of the criticality; zero has none and is an error.
func (k Criticality) MarshalText() ([]byte, error) { return criticalities.Marshal(int(k)) }

// UnmarshalText reads low, medium, high or critical.
func (k *Criticality) UnmarshalText(text []byte) error { return unmarshalWord(k, text, criticalities) }

// Ref names the record.
func (s Supplier) Ref() Ref { return Ref{KindSupplier, string(s.ID)} }

// Since returns the day from which the record exists.
func (s Supplier) Since() Date { return s.Recorded }

// Validate reports every problem inside the record.
func (s Supplier) Validate() error {
	var c Checker
	CheckID(&c, "id", s.ID)
	c.OptionalDate("recorded", s.Recorded)
	c.Text("name", s.Name)
	CheckOptionalID(&c, "owner", s.Owner)
	c.TextList("services", s.Services)
	CheckIDs(&c, "systems", s.Systems)
	CheckOptionalWord(&c, "criticality", s.Criticality)
	c.OptionalText("criticalityBasis", s.CriticalityBasis)
	CheckEach(&c, "dueDiligence", s.DueDiligence)
	c.OptionalDate("reevaluateBy", s.ReevaluateBy)
	CheckIDs(&c, "monitoring", s.Monitoring)
	CheckOptionalID(&c, "contract", s.Contract)
	c.OptionalDate("from", s.From)
	c.OptionalDate("until", s.Until)
	c.NotBefore("until", s.Until, "from", s.From)
	CheckEach(&c, "allocations", s.Allocations)
	CheckOptionalWord(&c, "requirementsPassedOn", s.RequirementsPassedOn)
	CheckIDs(&c, "requirementsIn", s.RequirementsIn)
	c.Nest("exit", s.Exit.Validate())
	c.OptionalDate("exitTested", s.ExitTested)
	CheckIDs(&c, "evidence", s.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (s Supplier) Links(l *Linker) {
	Link(l, "owner", KindPerson, s.Owner)
	LinkAll(l, "systems", KindSystem, s.Systems)
	for i, d := range s.DueDiligence {
		l.In("dueDiligence", i, func(l *Linker) {
			Link(l, "by", KindPerson, d.By)
			linkCriteria(l, "criteria", d.Criteria)
			LinkAll(l, "evidence", KindEvidence, d.Evidence)
		})
	}
	LinkAll(l, "monitoring", KindMetric, s.Monitoring)
	Link(l, "contract", KindDocument, s.Contract)
	linkAllocations(l, "allocations", s.Allocations)
	LinkAll(l, "requirementsIn", KindDocument, s.RequirementsIn)
	l.Part("exit", s.Exit.links)
	LinkAll(l, "evidence", KindEvidence, s.Evidence)
}

// Validate reports malformed fields.
func (d DueDiligence) Validate() error {
	var c Checker
	c.OptionalDate("on", d.On)
	CheckOptionalID(&c, "by", d.By)
	CheckEach(&c, "criteria", d.Criteria)
	CheckOptionalWord(&c, "result", d.Result)
	c.TextList("conditions", d.Conditions)
	CheckIDs(&c, "evidence", d.Evidence)
	return c.Err()
}
