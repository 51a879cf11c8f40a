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
