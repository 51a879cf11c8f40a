package aims

import "github.com/aimskit/aimskit/internal/word"

// Allocation says who answers for an activity in the life cycle of a system
// that several parties share (A.10.2; towards customers A.10.4).
type Allocation struct {
	Stage    Stage      `json:"stage,omitempty"` // absent: in every stage
	Activity string     `json:"activity"`
	Party    Bearer     `json:"party,omitempty"`    // who answers
	Supplier SupplierID `json:"supplier,omitempty"` // which supplier, where it is one
	Agreed   Date       `json:"agreed,omitzero"`    // the day on which both sides agreed
	Document DocumentID `json:"document,omitempty"` // where it is written down
	Note     string     `json:"note,omitempty"`
}

// Bearer is the kind of party that bears a responsibility.
type Bearer string

// The bearers.
const (
	BearerOrganization Bearer = "organization" // we ourselves
	BearerSupplier     Bearer = "supplier"
	BearerPartner      Bearer = "partner"
	BearerCustomer     Bearer = "customer"
	BearerOther        Bearer = "other" // another third party
)

var bearers = []Bearer{BearerOrganization, BearerSupplier, BearerPartner, BearerCustomer, BearerOther}

// Known reports whether b is in the vocabulary.
func (b Bearer) Known() bool { return word.Known(b, bearers...) }

// UnmarshalText reads a word of the vocabulary.
func (b *Bearer) UnmarshalText(text []byte) error {
	return unmarshalName(b, text, "aims.Bearer", bearers...)
}

// Validate reports missing and malformed fields.
func (a Allocation) Validate() error {
	var c Checker
	CheckOptionalWord(&c, "stage", a.Stage)
	c.Text("activity", a.Activity)
	CheckOptionalWord(&c, "party", a.Party)
	CheckOptionalID(&c, "supplier", a.Supplier)
	c.OptionalDate("agreed", a.Agreed)
	CheckOptionalID(&c, "document", a.Document)
	c.OptionalText("note", a.Note)
	return c.Err()
}

func linkAllocations(l *Linker, field string, list []Allocation) {
	for i, a := range list {
		l.In(field, i, func(l *Linker) {
			Link(l, "supplier", KindSupplier, a.Supplier)
			Link(l, "document", KindDocument, a.Document)
		})
	}
}
