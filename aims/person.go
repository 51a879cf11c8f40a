package aims

// Person is what the library must know of a person: enough to judge
// authority and independence, and nothing that identifies. Names stay with
// the host.
type Person struct {
	ID            PersonID          `json:"id"`
	Recorded      Date              `json:"recorded,omitzero"`
	TopManagement Answer            `json:"topManagement,omitzero"` // belongs to top management as 3.3 of the standard defines it
	Machine       Answer            `json:"machine,omitzero"`       // an automated actor rather than a human being
	Employer      string            `json:"employer,omitempty"`     // empty: the organization itself
	ReportsTo     PersonID          `json:"reportsTo,omitempty"`
	From          Date              `json:"from,omitzero"`  // first day in the organization
	Until         Date              `json:"until,omitzero"` // last day in the organization
	Ext           map[string]string `json:"ext,omitempty"`  // the host's own; no rule reads it
}

// Ref names the record.
func (p Person) Ref() Ref { return Ref{KindPerson, string(p.ID)} }

// Since returns the day from which the record exists.
func (p Person) Since() Date { return p.Recorded }

// Validate reports every problem inside the record.
func (p Person) Validate() error {
	var c Checker
	CheckID(&c, "id", p.ID)
	c.OptionalDate("recorded", p.Recorded)
	CheckOptionalWord(&c, "topManagement", p.TopManagement)
	CheckOptionalWord(&c, "machine", p.Machine)
	c.OptionalText("employer", p.Employer)
	CheckOptionalID(&c, "reportsTo", p.ReportsTo)
	if p.ReportsTo != "" && p.ReportsTo == p.ID {
		c.Add("reportsTo", SelfReference, "value", string(p.ID))
	}
	c.OptionalDate("from", p.From)
	c.OptionalDate("until", p.Until)
	c.NotBefore("until", p.Until, "from", p.From)
	return c.Err()
}

// Links visits the references of the record.
func (p Person) Links(l *Linker) { Link(l, "reportsTo", KindPerson, p.ReportsTo) }
