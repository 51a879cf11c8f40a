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
