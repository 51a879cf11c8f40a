package aims

// Organization is the organization whose management system the records
// describe (4.1). There is one of it in a management system.
type Organization struct {
	ID            OrganizationID       `json:"id"`
	Recorded      Date                 `json:"recorded,omitzero"`
	Purpose       string               `json:"purpose,omitempty"`       // what it is there for; issues are judged against it
	IntendedUse   string               `json:"intendedUse,omitempty"`   // the intended purpose of the AI systems that it develops, provides or uses
	Sectors       []Sector             `json:"sectors,omitempty"`       // what it works in
	Jurisdictions []string             `json:"jurisdictions,omitempty"` // where it is bound by law, for example "EU", "DE", "US-CA"
	People        Amount               `json:"people,omitzero"`         // persons in total
	PeopleInAI    Amount               `json:"peopleInAI,omitzero"`     // persons in AI life-cycle activities, from which audit time is reckoned
	Roles         []Role               `json:"roles,omitempty"`         // its roles towards AI systems; empty: not determined
	Standards     []ManagementStandard `json:"standards,omitempty"`     // the other management systems that it runs
	ReviewBy      Date                 `json:"reviewBy,omitzero"`       // the next look at purpose and roles, as planned
	Reviews       []Review             `json:"reviews,omitempty"`
	Ext           map[string]string    `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Sector is a code from a classification that the host names: no list of
// sectors fits everybody.
type Sector struct {
	Source string `json:"source"`          // the classification, for example "isic-4", "nace-2.1" or "guide"
	Code   string `json:"code"`            // in the notation of the source, for example "J62.01"
	Title  string `json:"title,omitempty"` // for readers
}

// ManagementStandard is another standard for which the organization runs a
// management system.
type ManagementStandard struct {
	Standard   string       `json:"standard"`            // with its edition, for example "ISO/IEC 27001:2022"
	Certified  Answer       `json:"certified,omitzero"`  // by an accredited body
	Until      Date         `json:"until,omitzero"`      // last day of the certificate
	Integrated Answer       `json:"integrated,omitzero"` // run together with the AI management system
	Evidence   []EvidenceID `json:"evidence,omitempty"`
}

// Validate reports missing and malformed fields.
func (s Sector) Validate() error {
	var c Checker
	c.Text("source", s.Source)
	c.Text("code", s.Code)
	c.OptionalText("title", s.Title)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (s ManagementStandard) Validate() error {
	var c Checker
	c.Text("standard", s.Standard)
	CheckOptionalWord(&c, "certified", s.Certified)
	c.OptionalDate("until", s.Until)
	CheckOptionalWord(&c, "integrated", s.Integrated)
	CheckIDs(&c, "evidence", s.Evidence)
	return c.Err()
}

// Ref names the record.
func (o Organization) Ref() Ref { return Ref{KindOrganization, string(o.ID)} }

// Since returns the day from which the record exists.
func (o Organization) Since() Date { return o.Recorded }

// Validate reports every problem inside the record.
func (o Organization) Validate() error {
	var c Checker
	CheckID(&c, "id", o.ID)
	c.OptionalDate("recorded", o.Recorded)
	c.OptionalText("purpose", o.Purpose)
	c.OptionalText("intendedUse", o.IntendedUse)
	CheckEach(&c, "sectors", o.Sectors)
	c.TextList("jurisdictions", o.Jurisdictions)
	c.Count("people", o.People)
	c.Count("peopleInAI", o.PeopleInAI)
	c.NotMore("peopleInAI", o.PeopleInAI, "people", o.People)
	CheckWords(&c, "roles", o.Roles)
	CheckEach(&c, "standards", o.Standards)
	c.OptionalDate("reviewBy", o.ReviewBy)
	CheckEach(&c, "reviews", o.Reviews)
	return c.Err()
}

// Links visits the references of the record.
func (o Organization) Links(l *Linker) {
	for i, s := range o.Standards {
		l.In("standards", i, func(l *Linker) { LinkAll(l, "evidence", KindEvidence, s.Evidence) })
	}
	LinkReviews(l, "reviews", o.Reviews)
}
