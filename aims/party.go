package aims

import "github.com/aimskit/aimskit/internal/word"

// InterestedParty is a person, group or organization that bears on the
// management system or on which it bears (4.2).
type InterestedParty struct {
	ID        PartyID           `json:"id"`
	Recorded  Date              `json:"recorded,omitzero"`
	Title     string            `json:"title"`               // for example "customers in health care"
	Sphere    Sphere            `json:"sphere,omitempty"`    // inside or outside the organization
	Roles     []Role            `json:"roles,omitempty"`     // towards the AI systems, where it has any
	Relevance string            `json:"relevance,omitempty"` // why it matters to the management system
	Needs     []Need            `json:"needs,omitempty"`     // what it needs, expects and may demand
	Systems   []SystemID        `json:"systems,omitempty"`   // the systems that it has to do with; empty: no particular ones
	Owner     PersonID          `json:"owner,omitempty"`     // keeps in touch with it
	ReviewBy  Date              `json:"reviewBy,omitzero"`   // the next look at it, as planned
	Reviews   []Review          `json:"reviews,omitempty"`
	Until     Date              `json:"until,omitzero"` // last day on which it was relevant
	Evidence  []EvidenceID      `json:"evidence,omitempty"`
	Ext       map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Need is one need, expectation or requirement of an interested party.
type Need struct {
	Text           string       `json:"text"`
	Basis          NeedBasis    `json:"basis,omitempty"`
	Obligation     ObligationID `json:"obligation,omitempty"`    // where it is binding, the obligation that it became
	ClimateRelated Answer       `json:"climateRelated,omitzero"` // it has to do with climate change
	Addressed      Answer       `json:"addressed,omitzero"`      // met through the management system
	AddressedBy    []Ref        `json:"addressedBy,omitempty"`   // the records that meet it
	Reason         string       `json:"reason,omitempty"`        // why it is not addressed
}

// NeedBasis says what makes a need count.
type NeedBasis string

// The bases of needs.
const (
	BasisLegal       NeedBasis = "legal"
	BasisContractual NeedBasis = "contractual"
	BasisExpectation NeedBasis = "expectation" // nothing binds but the wish to be trusted
)

var needBases = []NeedBasis{BasisLegal, BasisContractual, BasisExpectation}

// Known reports whether b is in the vocabulary.
func (b NeedBasis) Known() bool { return word.Known(b, needBases...) }

// UnmarshalText reads a word of the vocabulary.
func (b *NeedBasis) UnmarshalText(text []byte) error {
	return unmarshalName(b, text, "aims.NeedBasis", needBases...)
}

// Validate reports missing and malformed fields.
func (n Need) Validate() error {
	var c Checker
	c.Text("text", n.Text)
	CheckOptionalWord(&c, "basis", n.Basis)
	CheckOptionalID(&c, "obligation", n.Obligation)
	CheckOptionalWord(&c, "climateRelated", n.ClimateRelated)
	CheckOptionalWord(&c, "addressed", n.Addressed)
	c.Refs("addressedBy", n.AddressedBy)
	c.OptionalText("reason", n.Reason)
	return c.Err()
}

// Ref names the record.
func (p InterestedParty) Ref() Ref { return Ref{KindParty, string(p.ID)} }

// Since returns the day from which the record exists.
func (p InterestedParty) Since() Date { return p.Recorded }

// Validate reports every problem inside the record.
func (p InterestedParty) Validate() error {
	var c Checker
	CheckID(&c, "id", p.ID)
	c.OptionalDate("recorded", p.Recorded)
	c.Text("title", p.Title)
	CheckOptionalWord(&c, "sphere", p.Sphere)
	CheckWords(&c, "roles", p.Roles)
	c.OptionalText("relevance", p.Relevance)
	CheckEach(&c, "needs", p.Needs)
	CheckIDs(&c, "systems", p.Systems)
	CheckOptionalID(&c, "owner", p.Owner)
	c.OptionalDate("reviewBy", p.ReviewBy)
	CheckEach(&c, "reviews", p.Reviews)
	c.OptionalDate("until", p.Until)
	CheckIDs(&c, "evidence", p.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (p InterestedParty) Links(l *Linker) {
	for i, n := range p.Needs {
		l.In("needs", i, func(l *Linker) {
			Link(l, "obligation", KindObligation, n.Obligation)
			l.Refs("addressedBy", n.AddressedBy)
		})
	}
	LinkAll(l, "systems", KindSystem, p.Systems)
	Link(l, "owner", KindPerson, p.Owner)
	LinkReviews(l, "reviews", p.Reviews)
	LinkAll(l, "evidence", KindEvidence, p.Evidence)
}
