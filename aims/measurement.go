package aims

// Measurement is one result of a [Metric] and what was concluded from it
// (9.1).
type Measurement struct {
	ID          MeasurementID     `json:"id"`
	Recorded    Date              `json:"recorded,omitzero"`
	Metric      MetricID          `json:"metric"`
	On          Date              `json:"on"`                   // the day of measuring
	From        Date              `json:"from,omitzero"`        // first day that the value speaks of
	Until       Date              `json:"until,omitzero"`       // last day that the value speaks of
	Value       Amount            `json:"value,omitzero"`       // in the metric's unit
	By          PersonID          `json:"by,omitempty"`         // who measured
	Analysed    Date              `json:"analysed,omitzero"`    // the day of analysis
	AnalysedBy  PersonID          `json:"analysedBy,omitempty"` // who analysed
	Conclusion  string            `json:"conclusion,omitempty"` // what the value means for the management system
	MeetsTarget Answer            `json:"meetsTarget,omitzero"` // as judged; [Range.Holds] computes it from a numeric target
	LedTo       []Ref             `json:"ledTo,omitempty"`      // what followed: a nonconformity, a change, a risk
	Evidence    []EvidenceID      `json:"evidence,omitempty"`
	Ext         map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Ref names the record.
func (m Measurement) Ref() Ref { return Ref{KindMeasurement, string(m.ID)} }

// Since returns the day from which the record exists.
func (m Measurement) Since() Date { return m.Recorded }

// Validate reports every problem inside the record.
func (m Measurement) Validate() error {
	var c Checker
	CheckID(&c, "id", m.ID)
	c.OptionalDate("recorded", m.Recorded)
	CheckID(&c, "metric", m.Metric)
	c.Date("on", m.On)
	c.OptionalDate("from", m.From)
	c.OptionalDate("until", m.Until)
	c.NotBefore("until", m.Until, "from", m.From)
	CheckOptionalID(&c, "by", m.By)
	c.OptionalDate("analysed", m.Analysed)
	c.NotBefore("analysed", m.Analysed, "on", m.On)
	CheckOptionalID(&c, "analysedBy", m.AnalysedBy)
	c.OptionalText("conclusion", m.Conclusion)
	CheckOptionalWord(&c, "meetsTarget", m.MeetsTarget)
	c.Refs("ledTo", m.LedTo)
	CheckIDs(&c, "evidence", m.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (m Measurement) Links(l *Linker) {
	Link(l, "metric", KindMetric, m.Metric)
	Link(l, "by", KindPerson, m.By)
	Link(l, "analysedBy", KindPerson, m.AnalysedBy)
	l.Refs("ledTo", m.LedTo)
	LinkAll(l, "evidence", KindEvidence, m.Evidence)
}
