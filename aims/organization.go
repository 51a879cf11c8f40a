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
