package aims

// Training is one training, planned or held (7.2).
type Training struct {
	ID            TrainingID        `json:"id"`
	Recorded      Date              `json:"recorded,omitzero"`
	Title         string            `json:"title"`
	Topics        []string          `json:"topics,omitempty"`
	Audience      string            `json:"audience,omitempty"`      // for whom, for example "all developers"
	RequiredFor   []RoleID          `json:"requiredFor,omitempty"`   // the roles that need it
	Provider      string            `json:"provider,omitempty"`      // who gives it
	Planned       []PersonID        `json:"planned,omitempty"`       // who is to attend
	Attendances   []Attendance      `json:"attendances,omitempty"`   // who did
	PlannedCount  Amount            `json:"plannedCount,omitzero"`   // people who are to attend, where they are not named
	AttendedCount Amount            `json:"attendedCount,omitzero"`  // people who did, where they are not named
	Due           Date              `json:"due,omitzero"`            // by when it is required
	On            Date              `json:"on,omitzero"`             // first day on which it was held
	Completed     Date              `json:"completed,omitzero"`      // the day on which the last of those planned had attended
	RepeatBy      Date              `json:"repeatBy,omitzero"`       // when again, as planned
	Effectiveness []Evaluation      `json:"effectiveness,omitempty"` // whether they can now do what they could not
	Evidence      []EvidenceID      `json:"evidence,omitempty"`
	Ext           map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Attendance records that one person took part in a training.
type Attendance struct {
	Person   PersonID     `json:"person"`
	On       Date         `json:"on,omitzero"`
	Passed   Answer       `json:"passed,omitzero"` // a test, where there was one
	Evidence []EvidenceID `json:"evidence,omitempty"`
}
