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
