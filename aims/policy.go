package aims

// Policy is the AI policy, in one of its versions (5.2, A.2.2–A.2.4).
// Approved by top management it is evidence of itself.
type Policy struct {
	ID       PolicyID   `json:"id"`
	Recorded Date       `json:"recorded,omitzero"`
	Title    string     `json:"title"`
	Version  string     `json:"version"`
	Owner    PersonID   `json:"owner,omitempty"`
	Document DocumentID `json:"document,omitempty"` // the controlled document that holds the text

	// What the text does; see [Policy.Content].
	FitsPurpose            Answer       `json:"fitsPurpose,omitzero"`            // speaks to what the organization does with AI
	FrameworkForObjectives Answer       `json:"frameworkForObjectives,omitzero"` // says how objectives are set
	CommitsToRequirements  Answer       `json:"commitsToRequirements,omitzero"`  // to meet applicable requirements
	CommitsToImprovement   Answer       `json:"commitsToImprovement,omitzero"`   // to improve the management system continually
	RelatedPolicies        []DocumentID `json:"relatedPolicies,omitempty"`       // other policies that it refers to
	RelatedPoliciesAligned Answer       `json:"relatedPoliciesAligned,omitzero"` // somebody checked where the others touch AI (A.2.3)
	AvailableAt            string       `json:"availableAt,omitempty"`           // where interested parties find it

	// What happens to it.
	ReviewBy       Date              `json:"reviewBy,omitzero"` // the next review, as planned
	Reviews        []Review          `json:"reviews,omitempty"`
	Approvals      []Approval        `json:"approvals,omitempty"`
	Communications []CommunicationID `json:"communications,omitempty"` // how it was made known inside
	Withdrawn      Date              `json:"withdrawn,omitzero"`       // last day in force
	Ext            map[string]string `json:"ext,omitempty"`            // the host's own; no rule reads it
}

// Review records that somebody looked at a thing again and what came of it.
type Review struct {
	On      Date     `json:"on"`
	By      PersonID `json:"by"`
	Outcome string   `json:"outcome"` // for example "still suitable", or what was changed
}

// Validate reports missing and malformed fields.
func (r Review) Validate() error {
	var c Checker
	c.Date("on", r.On)
	CheckID(&c, "by", r.By)
	c.Text("outcome", r.Outcome)
	return c.Err()
}

// LinkReviews visits the people who reviewed.
func LinkReviews(l *Linker, field string, reviews []Review) {
	for i, r := range reviews {
		l.In(field, i, func(l *Linker) { Link(l, "by", KindPerson, r.By) })
	}
}

// Content returns what an approval binds: the policy without reviews,
// approvals and communications.
func (p Policy) Content() Policy {
	p.Recorded, p.Owner, p.ReviewBy, p.Withdrawn = 0, "", 0, 0
	p.Reviews, p.Approvals, p.Communications, p.Ext = nil, nil, nil, nil
	return p
}

// Ref names the record.
func (p Policy) Ref() Ref { return Ref{KindPolicy, string(p.ID)} }

// Since returns the day from which the record exists.
func (p Policy) Since() Date { return p.Recorded }

// Validate reports every problem inside the record.
func (p Policy) Validate() error {
	var c Checker
	CheckID(&c, "id", p.ID)
	c.OptionalDate("recorded", p.Recorded)
	c.Text("title", p.Title)
	c.Text("version", p.Version)
	CheckOptionalID(&c, "owner", p.Owner)
	CheckOptionalID(&c, "document", p.Document)
	CheckOptionalWord(&c, "fitsPurpose", p.FitsPurpose)
	CheckOptionalWord(&c, "frameworkForObjectives", p.FrameworkForObjectives)
	CheckOptionalWord(&c, "commitsToRequirements", p.CommitsToRequirements)
	CheckOptionalWord(&c, "commitsToImprovement", p.CommitsToImprovement)
	CheckIDs(&c, "relatedPolicies", p.RelatedPolicies)
	CheckOptionalWord(&c, "relatedPoliciesAligned", p.RelatedPoliciesAligned)
	c.OptionalText("availableAt", p.AvailableAt)
	c.OptionalDate("reviewBy", p.ReviewBy)
	CheckEach(&c, "reviews", p.Reviews)
	CheckEach(&c, "approvals", p.Approvals)
	CheckIDs(&c, "communications", p.Communications)
	c.OptionalDate("withdrawn", p.Withdrawn)
	return c.Err()
}

// Links visits the references of the record.
func (p Policy) Links(l *Linker) {
	Link(l, "owner", KindPerson, p.Owner)
	Link(l, "document", KindDocument, p.Document)
	LinkAll(l, "relatedPolicies", KindDocument, p.RelatedPolicies)
	LinkReviews(l, "reviews", p.Reviews)
	LinkApprovals(l, "approvals", p.Approvals)
	LinkAll(l, "communications", KindCommunication, p.Communications)
}
