package risk

import "github.com/aimskit/aimskit/aims"

// TreatmentPlan binds treatments into what designated management approves,
// in one of its versions (6.1.3).
type TreatmentPlan struct {
	ID       PlanID          `json:"id"`
	Recorded aims.Date       `json:"recorded,omitzero"`
	Title    string          `json:"title"`
	Version  string          `json:"version,omitempty"`
	Document aims.DocumentID `json:"document,omitempty"` // the controlled document that holds the text

	// What is approved; see [TreatmentPlan.Content].
	Treatments         []Planned       `json:"treatments,omitempty"`
	Designated         []aims.PersonID `json:"designated,omitempty"`        // the management named to approve it; empty: nobody is named
	GuidanceConsidered aims.Answer     `json:"guidanceConsidered,omitzero"` // the guidance of Annex B was considered (6.1.3)
	ServesObjectives   aims.Answer     `json:"servesObjectives,omitzero"`   // its controls serve the AI objectives, as somebody checked (6.1.3)

	// What happens to it.
	AvailableToParties aims.Answer            `json:"availableToParties,omitzero"` // interested parties can learn of the controls, where that is appropriate (6.1.3)
	Communications     []aims.CommunicationID `json:"communications,omitempty"`    // by which its controls were made known inside
	ReviewBy           aims.Date              `json:"reviewBy,omitzero"`
	Reviews            []aims.Review          `json:"reviews,omitempty"`
	Approvals          []aims.Approval        `json:"approvals,omitempty"`
	Withdrawn          aims.Date              `json:"withdrawn,omitzero"` // last day in force
	Ext                map[string]string      `json:"ext,omitempty"`      // the host's own; no rule reads it
}

// Planned is a treatment as the plan froze it.
type Planned struct {
	Treatment TreatmentID `json:"treatment"`
	Digest    aims.Digest `json:"digest"` // of [Treatment.Content] when it was planned
}

// PlanOf returns the entry of a plan for a treatment as it stands.
func PlanOf(t Treatment) (Planned, error) {
	digest, err := aims.DigestOf(t.Content())
	return Planned{Treatment: t.ID, Digest: digest}, err
}

// Content returns what an approval binds: the treatments as they were frozen,
// and who is to approve them.
func (p TreatmentPlan) Content() TreatmentPlan {
	p.Recorded, p.ReviewBy, p.Withdrawn, p.AvailableToParties = 0, 0, 0, aims.Unknown
	p.Communications, p.Reviews, p.Approvals, p.Ext = nil, nil, nil, nil
	return p
}

// Ref names the record.
func (p TreatmentPlan) Ref() aims.Ref { return aims.Ref{Kind: KindPlan, ID: string(p.ID)} }

// Since returns the day from which the record exists.
func (p TreatmentPlan) Since() aims.Date { return p.Recorded }

// Validate reports every problem inside the record.
func (p TreatmentPlan) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", p.ID)
	c.OptionalDate("recorded", p.Recorded)
	c.Text("title", p.Title)
	c.OptionalText("version", p.Version)
	aims.CheckOptionalID(&c, "document", p.Document)
	seen := make(map[string]bool, len(p.Treatments))
	for i, in := range p.Treatments {
		at := c.In("treatments", i)
		aims.CheckID(at, "treatment", in.Treatment)
		checkUnlike(at, "treatment", seen, string(in.Treatment))
		at.Digest("digest", in.Digest)
	}
	aims.CheckIDs(&c, "designated", p.Designated)
	aims.CheckOptionalWord(&c, "guidanceConsidered", p.GuidanceConsidered)
	aims.CheckOptionalWord(&c, "servesObjectives", p.ServesObjectives)
	aims.CheckOptionalWord(&c, "availableToParties", p.AvailableToParties)
	aims.CheckIDs(&c, "communications", p.Communications)
	c.OptionalDate("reviewBy", p.ReviewBy)
	aims.CheckEach(&c, "reviews", p.Reviews)
	aims.CheckEach(&c, "approvals", p.Approvals)
	c.OptionalDate("withdrawn", p.Withdrawn)
	return c.Err()
}

// Links visits the references of the record.
func (p TreatmentPlan) Links(l *aims.Linker) {
	aims.Link(l, "document", aims.KindDocument, p.Document)
	for i, in := range p.Treatments {
		l.In("treatments", i, func(l *aims.Linker) { aims.Link(l, "treatment", KindTreatment, in.Treatment) })
	}
	aims.LinkAll(l, "designated", aims.KindPerson, p.Designated)
	aims.LinkAll(l, "communications", aims.KindCommunication, p.Communications)
	aims.LinkReviews(l, "reviews", p.Reviews)
	aims.LinkApprovals(l, "approvals", p.Approvals)
}
