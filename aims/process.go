package aims

// Process is a process of the management system or of the work that it
// governs, and the runs of it (4.4, 8.1). The runs are the evidence that it
// was carried out as planned.
type Process struct {
	ID           ProcessID     `json:"id"`
	Recorded     Date          `json:"recorded,omitzero"`
	Title        string        `json:"title"`
	Purpose      string        `json:"purpose,omitempty"`
	Serves       []Key         `json:"serves,omitempty"` // the requirements and controls that it implements
	Owner        PersonID      `json:"owner,omitempty"`
	Document     DocumentID    `json:"document,omitempty"` // where it is described
	Inputs       []string      `json:"inputs,omitempty"`
	Outputs      []string      `json:"outputs,omitempty"`
	Interactions []Interaction `json:"interactions,omitempty"` // 4.4: with other processes
	Criteria     []string      `json:"criteria,omitempty"`     // 8.1: what a run must meet
	Controls     []Key         `json:"controls,omitempty"`     // 8.1: the controls that act in it
	Metrics      []MetricID    `json:"metrics,omitempty"`      // what it is monitored by
	Systems      []SystemID    `json:"systems,omitempty"`      // the systems that it is for; empty: all
	Stages       []Stage       `json:"stages,omitempty"`       // the life-cycle stages that it governs; empty: none in particular
	From         Date          `json:"from,omitzero"`          // first day in use
	Until        Date          `json:"until,omitzero"`         // last day in use
	Trigger      string        `json:"trigger,omitempty"`      // the event that sets it in motion
	Every        Interval      `json:"every,omitempty"`        // between two runs, where they are planned ones
	Runs         []Run         `json:"runs,omitempty"`
	Deviations   []Deviation   `json:"deviations,omitempty"`

	// 8.1: where others carry it out.
	ExternallyProvided Answer            `json:"externallyProvided,omitzero"` // wholly or in part
	Suppliers          []SupplierID      `json:"suppliers,omitempty"`         // by whom
	ExternalControl    string            `json:"externalControl,omitempty"`   // how that is kept under control
	ReviewBy           Date              `json:"reviewBy,omitzero"`           // the next review, as planned
	Reviews            []Review          `json:"reviews,omitempty"`
	Evidence           []EvidenceID      `json:"evidence,omitempty"`
	Ext                map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Interaction is what a process gives to another or takes from it.
type Interaction struct {
	With ProcessID `json:"with"`
	What string    `json:"what,omitempty"`
}

// Run is one time that a process was carried out.
type Run struct {
	On          Date         `json:"on"`
	By          PersonID     `json:"by,omitempty"`
	MetCriteria Answer       `json:"metCriteria,omitzero"` // the run met the process's criteria
	Result      string       `json:"result,omitempty"`
	About       []Ref        `json:"about,omitempty"` // the records that it worked on or brought forth
	Evidence    []EvidenceID `json:"evidence,omitempty"`
}

// Deviation is a departure from the process or an unintended change, and how
// it was dealt with (8.1).
type Deviation struct {
	On           Date         `json:"on"`
	What         string       `json:"what"`
	Consequences string       `json:"consequences,omitempty"` // as they were reviewed
	Action       string       `json:"action,omitempty"`       // what was done against harm
	Responsible  PersonID     `json:"responsible,omitempty"`
	Done         Date         `json:"done,omitzero"`
	Change       ChangeID     `json:"change,omitempty"` // the planned change that it led to
	Evidence     []EvidenceID `json:"evidence,omitempty"`
}

// Validate reports missing and malformed fields.
func (i Interaction) Validate() error {
	var c Checker
	CheckID(&c, "with", i.With)
	c.OptionalText("what", i.What)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (r Run) Validate() error {
	var c Checker
	c.Date("on", r.On)
	CheckOptionalID(&c, "by", r.By)
	CheckOptionalWord(&c, "metCriteria", r.MetCriteria)
	c.OptionalText("result", r.Result)
	c.Refs("about", r.About)
	CheckIDs(&c, "evidence", r.Evidence)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (d Deviation) Validate() error {
	var c Checker
	c.Date("on", d.On)
	c.Text("what", d.What)
	c.OptionalText("consequences", d.Consequences)
	c.OptionalText("action", d.Action)
	CheckOptionalID(&c, "responsible", d.Responsible)
	c.OptionalDate("done", d.Done)
	CheckOptionalID(&c, "change", d.Change)
	CheckIDs(&c, "evidence", d.Evidence)
	return c.Err()
}

// Ref names the record.
func (p Process) Ref() Ref { return Ref{KindProcess, string(p.ID)} }

// Since returns the day from which the record exists.
func (p Process) Since() Date { return p.Recorded }

// Validate reports every problem inside the record.
func (p Process) Validate() error {
	var c Checker
	CheckID(&c, "id", p.ID)
	c.OptionalDate("recorded", p.Recorded)
	c.Text("title", p.Title)
	c.OptionalText("purpose", p.Purpose)
	c.Keys("serves", p.Serves)
	CheckOptionalID(&c, "owner", p.Owner)
	CheckOptionalID(&c, "document", p.Document)
	c.TextList("inputs", p.Inputs)
	c.TextList("outputs", p.Outputs)
	for i, with := range p.Interactions {
		in := c.In("interactions", i)
		in.Nest("", with.Validate())
		if with.With != "" && with.With == p.ID {
			in.Add("with", SelfReference, "value", string(p.ID))
		}
	}
	c.TextList("criteria", p.Criteria)
	c.Keys("controls", p.Controls)
	CheckIDs(&c, "metrics", p.Metrics)
	CheckIDs(&c, "systems", p.Systems)
	CheckWords(&c, "stages", p.Stages)
	c.OptionalDate("from", p.From)
	c.OptionalDate("until", p.Until)
	c.NotBefore("until", p.Until, "from", p.From)
	c.OptionalText("trigger", p.Trigger)
	c.OptionalInterval("every", p.Every)
	CheckEach(&c, "runs", p.Runs)
	CheckEach(&c, "deviations", p.Deviations)
	CheckOptionalWord(&c, "externallyProvided", p.ExternallyProvided)
	CheckIDs(&c, "suppliers", p.Suppliers)
	c.OptionalText("externalControl", p.ExternalControl)
	c.OptionalDate("reviewBy", p.ReviewBy)
	CheckEach(&c, "reviews", p.Reviews)
	CheckIDs(&c, "evidence", p.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (p Process) Links(l *Linker) {
	Link(l, "owner", KindPerson, p.Owner)
	Link(l, "document", KindDocument, p.Document)
	for i, with := range p.Interactions {
		l.In("interactions", i, func(l *Linker) { Link(l, "with", KindProcess, with.With) })
	}
	LinkAll(l, "metrics", KindMetric, p.Metrics)
	LinkAll(l, "systems", KindSystem, p.Systems)
	for i, r := range p.Runs {
		l.In("runs", i, func(l *Linker) {
			Link(l, "by", KindPerson, r.By)
			l.Refs("about", r.About)
			LinkAll(l, "evidence", KindEvidence, r.Evidence)
		})
	}
	for i, d := range p.Deviations {
		l.In("deviations", i, func(l *Linker) {
			Link(l, "responsible", KindPerson, d.Responsible)
			Link(l, "change", KindChange, d.Change)
			LinkAll(l, "evidence", KindEvidence, d.Evidence)
		})
	}
	LinkAll(l, "suppliers", KindSupplier, p.Suppliers)
	LinkReviews(l, "reviews", p.Reviews)
	LinkAll(l, "evidence", KindEvidence, p.Evidence)
}
