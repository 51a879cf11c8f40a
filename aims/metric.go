package aims

// Metric is something that the organization decided to monitor or measure
// (9.1; of a system in operation A.6.2.6).
type Metric struct {
	ID           MetricID          `json:"id"`
	Recorded     Date              `json:"recorded,omitzero"`
	Title        string            `json:"title"`                  // what is measured
	Purpose      string            `json:"purpose,omitempty"`      // why: the question that it answers
	Method       string            `json:"method,omitempty"`       // how, so that two people get the same number
	Unit         string            `json:"unit,omitempty"`         // of Target, Alarm and every [Measurement]
	Every        Interval          `json:"every,omitempty"`        // planned, from one measurement to the next
	AnalyseEvery Interval          `json:"analyseEvery,omitempty"` // planned, from one analysis to the next
	MeasuredBy   PersonID          `json:"measuredBy,omitempty"`   // who measures
	AnalysedBy   PersonID          `json:"analysedBy,omitempty"`   // who analyses and evaluates
	Target       Range             `json:"target,omitzero"`        // what is aimed at
	Alarm        Range             `json:"alarm,omitzero"`         // outside of it somebody must act
	Objectives   []ObjectiveID     `json:"objectives,omitempty"`   // the objectives that it serves
	Systems      []SystemID        `json:"systems,omitempty"`      // the systems that it watches
	Processes    []ProcessID       `json:"processes,omitempty"`    // the processes that it watches
	Controls     []Key             `json:"controls,omitempty"`     // the controls and requirements that it watches
	From         Date              `json:"from,omitzero"`          // first day of measuring; absent: planned, not begun
	Until        Date              `json:"until,omitzero"`         // last day of measuring
	Document     DocumentID        `json:"document,omitempty"`     // where the method is written down
	Ext          map[string]string `json:"ext,omitempty"`          // the host's own; no rule reads it
}

// Ref names the record.
func (m Metric) Ref() Ref { return Ref{KindMetric, string(m.ID)} }

// Since returns the day from which the record exists.
func (m Metric) Since() Date { return m.Recorded }

// Validate reports every problem inside the record.
func (m Metric) Validate() error {
	var c Checker
	CheckID(&c, "id", m.ID)
	c.OptionalDate("recorded", m.Recorded)
	c.Text("title", m.Title)
	c.OptionalText("purpose", m.Purpose)
	c.OptionalText("method", m.Method)
	c.OptionalText("unit", m.Unit)
	c.OptionalInterval("every", m.Every)
	c.OptionalInterval("analyseEvery", m.AnalyseEvery)
	CheckOptionalID(&c, "measuredBy", m.MeasuredBy)
	CheckOptionalID(&c, "analysedBy", m.AnalysedBy)
	c.Nest("target", m.Target.Validate())
	c.Nest("alarm", m.Alarm.Validate())
	CheckIDs(&c, "objectives", m.Objectives)
	CheckIDs(&c, "systems", m.Systems)
	CheckIDs(&c, "processes", m.Processes)
	c.Keys("controls", m.Controls)
	c.OptionalDate("from", m.From)
	c.OptionalDate("until", m.Until)
	c.NotBefore("until", m.Until, "from", m.From)
	CheckOptionalID(&c, "document", m.Document)
	return c.Err()
}

// Links visits the references of the record.
func (m Metric) Links(l *Linker) {
	Link(l, "measuredBy", KindPerson, m.MeasuredBy)
	Link(l, "analysedBy", KindPerson, m.AnalysedBy)
	LinkAll(l, "objectives", KindObjective, m.Objectives)
	LinkAll(l, "systems", KindSystem, m.Systems)
	LinkAll(l, "processes", KindProcess, m.Processes)
	Link(l, "document", KindDocument, m.Document)
}
