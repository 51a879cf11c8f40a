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

// Validate reports missing and malformed fields.
func (a Attendance) Validate() error {
	var c Checker
	CheckID(&c, "person", a.Person)
	c.OptionalDate("on", a.On)
	CheckOptionalWord(&c, "passed", a.Passed)
	CheckIDs(&c, "evidence", a.Evidence)
	return c.Err()
}

// Ref names the record.
func (t Training) Ref() Ref { return Ref{KindTraining, string(t.ID)} }

// Since returns the day from which the record exists.
func (t Training) Since() Date { return t.Recorded }

// Validate reports every problem inside the record.
func (t Training) Validate() error {
	var c Checker
	CheckID(&c, "id", t.ID)
	c.OptionalDate("recorded", t.Recorded)
	c.Text("title", t.Title)
	c.TextList("topics", t.Topics)
	c.OptionalText("audience", t.Audience)
	CheckIDs(&c, "requiredFor", t.RequiredFor)
	c.OptionalText("provider", t.Provider)
	CheckIDs(&c, "planned", t.Planned)
	CheckEach(&c, "attendances", t.Attendances)
	c.Count("plannedCount", t.PlannedCount)
	c.Count("attendedCount", t.AttendedCount)
	c.OptionalDate("due", t.Due)
	c.OptionalDate("on", t.On)
	c.OptionalDate("completed", t.Completed)
	c.NotBefore("completed", t.Completed, "on", t.On)
	c.OptionalDate("repeatBy", t.RepeatBy)
	CheckEach(&c, "effectiveness", t.Effectiveness)
	CheckIDs(&c, "evidence", t.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (t Training) Links(l *Linker) {
	LinkAll(l, "requiredFor", KindRole, t.RequiredFor)
	LinkAll(l, "planned", KindPerson, t.Planned)
	for i, a := range t.Attendances {
		l.In("attendances", i, func(l *Linker) {
			Link(l, "person", KindPerson, a.Person)
			LinkAll(l, "evidence", KindEvidence, a.Evidence)
		})
	}
	LinkEvaluations(l, "effectiveness", t.Effectiveness)
	LinkAll(l, "evidence", KindEvidence, t.Evidence)
}
