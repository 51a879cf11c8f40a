package aims

// Communication is one line of the plan of what is communicated about the
// management system and its AI systems, and the occasions on which it was
// (7.4, A.8.3, A.8.5).
type Communication struct {
	ID          CommunicationID   `json:"id"`
	Recorded    Date              `json:"recorded,omitzero"`
	What        string            `json:"what"`                  // on what
	About       []Ref             `json:"about,omitempty"`       // the records that it makes known
	Serves      []Key             `json:"serves,omitempty"`      // the requirements and controls that ask for it
	When        string            `json:"when,omitempty"`        // for example "on every new version"
	Every       Interval          `json:"every,omitempty"`       // between two occasions, where they are regular
	WithWhom    string            `json:"withWhom,omitempty"`    // for example "all staff"
	Parties     []PartyID         `json:"parties,omitempty"`     // the interested parties among them
	Spheres     []Sphere          `json:"spheres,omitempty"`     // inside, outside or both
	How         string            `json:"how,omitempty"`         // by what means
	Responsible PersonID          `json:"responsible,omitempty"` // 7.4: who communicates
	Occasions   []Occasion        `json:"occasions,omitempty"`
	Until       Date              `json:"until,omitzero"` // last day on which it is planned
	Ext         map[string]string `json:"ext,omitempty"`  // the host's own; no rule reads it
}

// Occasion is one communication, planned or carried out.
type Occasion struct {
	Planned  Date         `json:"planned,omitzero"` // the day for which it was planned
	On       Date         `json:"on,omitzero"`      // the day on which it took place; absent: not yet
	By       PersonID     `json:"by,omitempty"`
	About    []Ref        `json:"about,omitempty"`  // what was made known, where it is more than the plan says
	Reached  Amount       `json:"reached,omitzero"` // people or organizations
	Note     string       `json:"note,omitempty"`
	Evidence []EvidenceID `json:"evidence,omitempty"`
}

// Validate reports missing and malformed fields.
func (o Occasion) Validate() error {
	var c Checker
	c.OptionalDate("planned", o.Planned)
	c.OptionalDate("on", o.On)
	CheckOptionalID(&c, "by", o.By)
	c.Refs("about", o.About)
	c.Count("reached", o.Reached)
	c.OptionalText("note", o.Note)
	CheckIDs(&c, "evidence", o.Evidence)
	return c.Err()
}

// Ref names the record.
func (k Communication) Ref() Ref { return Ref{KindCommunication, string(k.ID)} }

// Since returns the day from which the record exists.
func (k Communication) Since() Date { return k.Recorded }

// Validate reports every problem inside the record.
func (k Communication) Validate() error {
	var c Checker
	CheckID(&c, "id", k.ID)
	c.OptionalDate("recorded", k.Recorded)
	c.Text("what", k.What)
	c.Refs("about", k.About)
	c.Keys("serves", k.Serves)
	c.OptionalText("when", k.When)
	c.OptionalInterval("every", k.Every)
	c.OptionalText("withWhom", k.WithWhom)
	CheckIDs(&c, "parties", k.Parties)
	CheckWords(&c, "spheres", k.Spheres)
	c.OptionalText("how", k.How)
	CheckOptionalID(&c, "responsible", k.Responsible)
	CheckEach(&c, "occasions", k.Occasions)
	c.OptionalDate("until", k.Until)
	return c.Err()
}

// Links visits the references of the record.
func (k Communication) Links(l *Linker) {
	l.Refs("about", k.About)
	LinkAll(l, "parties", KindParty, k.Parties)
	Link(l, "responsible", KindPerson, k.Responsible)
	for i, o := range k.Occasions {
		l.In("occasions", i, func(l *Linker) {
			Link(l, "by", KindPerson, o.By)
			l.Refs("about", o.About)
			LinkAll(l, "evidence", KindEvidence, o.Evidence)
		})
	}
}
