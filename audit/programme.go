package audit

import "github.com/aimskit/aimskit/aims"

// Programme is the internal audit programme, in one of its versions (9.2.2).
type Programme struct {
	ID       ProgrammeID     `json:"id"`
	Recorded aims.Date       `json:"recorded,omitzero"`
	Title    string          `json:"title"`
	Version  string          `json:"version,omitempty"`
	Document aims.DocumentID `json:"document,omitempty"` // the controlled document that holds the text

	// What is approved; see [Programme.Content].
	From        aims.Date     `json:"from,omitzero"`         // the first day that it covers
	Methods     string        `json:"methods,omitempty"`     // interviews, samples, observation …
	Responsible aims.PersonID `json:"responsible,omitempty"` // answers for the programme
	Planning    string        `json:"planning,omitempty"`    // how each audit is planned, and from what
	Reporting   string        `json:"reporting,omitempty"`   // to whom, in which form, how soon
	Parts       []Part        `json:"parts,omitempty"`       // together all that is to be audited

	// What happens to it.
	ReviewBy  aims.Date         `json:"reviewBy,omitzero"`
	Reviews   []aims.Review     `json:"reviews,omitempty"`
	Approvals []aims.Approval   `json:"approvals,omitempty"`
	Withdrawn aims.Date         `json:"withdrawn,omitzero"` // last day in force
	Ext       map[string]string `json:"ext,omitempty"`      // the host's own; no rule reads it
}

// Part is a part of what a [Programme] covers, and how often that is audited.
type Part struct {
	Title      string           `json:"title"`
	Keys       []aims.Key       `json:"keys,omitempty"` // requirements and controls; a heading stands for all below it
	Processes  []aims.ProcessID `json:"processes,omitempty"`
	Systems    []aims.SystemID  `json:"systems,omitempty"`
	Sites      []string         `json:"sites,omitempty"`
	Every      aims.Interval    `json:"every,omitempty"`     // the planned interval
	Importance aims.Criticality `json:"importance,omitzero"` // of what is audited
	Earlier    string           `json:"earlier,omitempty"`   // what earlier audits say about it, and what follows for the interval; "none yet" counts
}

// Content returns what an approval binds.
func (p Programme) Content() Programme {
	p.Recorded, p.ReviewBy, p.Withdrawn = 0, 0, 0
	p.Reviews, p.Approvals, p.Ext = nil, nil, nil
	return p
}

// Ref names the record.
func (p Programme) Ref() aims.Ref { return aims.Ref{Kind: KindProgramme, ID: string(p.ID)} }

// Since returns the day from which the record exists.
func (p Programme) Since() aims.Date { return p.Recorded }

// Validate reports every problem inside the record.
func (p Programme) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", p.ID)
	c.OptionalDate("recorded", p.Recorded)
	c.Text("title", p.Title)
	c.OptionalText("version", p.Version)
	aims.CheckOptionalID(&c, "document", p.Document)
	c.OptionalDate("from", p.From)
	c.OptionalText("methods", p.Methods)
	aims.CheckOptionalID(&c, "responsible", p.Responsible)
	c.OptionalText("planning", p.Planning)
	c.OptionalText("reporting", p.Reporting)
	aims.CheckEach(&c, "parts", p.Parts)
	c.OptionalDate("reviewBy", p.ReviewBy)
	aims.CheckEach(&c, "reviews", p.Reviews)
	aims.CheckEach(&c, "approvals", p.Approvals)
	c.OptionalDate("withdrawn", p.Withdrawn)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (p Part) Validate() error {
	var c aims.Checker
	c.Text("title", p.Title)
	c.Keys("keys", p.Keys)
	aims.CheckIDs(&c, "processes", p.Processes)
	aims.CheckIDs(&c, "systems", p.Systems)
	c.TextList("sites", p.Sites)
	c.OptionalInterval("every", p.Every)
	aims.CheckOptionalWord(&c, "importance", p.Importance)
	c.OptionalText("earlier", p.Earlier)
	return c.Err()
}

// Links visits the references of the record.
func (p Programme) Links(l *aims.Linker) {
	aims.Link(l, "document", aims.KindDocument, p.Document)
	aims.Link(l, "responsible", aims.KindPerson, p.Responsible)
	for i, part := range p.Parts {
		l.In("parts", i, func(l *aims.Linker) {
			aims.LinkAll(l, "processes", aims.KindProcess, part.Processes)
			aims.LinkAll(l, "systems", aims.KindSystem, part.Systems)
		})
	}
	aims.LinkReviews(l, "reviews", p.Reviews)
	aims.LinkApprovals(l, "approvals", p.Approvals)
}
