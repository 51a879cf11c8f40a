package risk

import "github.com/aimskit/aimskit/aims"

// TreatmentPlan binds treatments into what designated management approves (6.1.3).
type TreatmentPlan struct {
	ID                 PlanID                 `json:"id"`
	Recorded           aims.Date              `json:"recorded,omitzero"`
	Title              string                 `json:"title"`
	Version            string                 `json:"version,omitempty"`
	Document           aims.DocumentID        `json:"document,omitempty"`
	Treatments         []Planned              `json:"treatments,omitempty"`
	Designated         []aims.PersonID        `json:"designated,omitempty"`        // the management named to approve it
	GuidanceConsidered aims.Answer            `json:"guidanceConsidered,omitzero"` // the guidance of Annex B was considered (6.1.3)
	ServesObjectives   aims.Answer            `json:"servesObjectives,omitzero"`   // its controls serve the AI objectives, as somebody checked (6.1.3)
	AvailableToParties aims.Answer            `json:"availableToParties,omitzero"` // interested parties can learn of the controls, where that is appropriate (6.1.3)
	Communications     []aims.CommunicationID `json:"communications,omitempty"`    // by which its controls were made known inside
	ReviewBy           aims.Date              `json:"reviewBy,omitzero"`
	Reviews            []aims.Review          `json:"reviews,omitempty"`
	Approvals          []aims.Approval        `json:"approvals,omitempty"`
	Withdrawn          aims.Date              `json:"withdrawn,omitzero"`
	Ext                map[string]string      `json:"ext,omitempty"`
}

// Planned is a treatment as the plan froze it.
type Planned struct {
	Treatment TreatmentID `json:"treatment"`
	Digest    aims.Digest `json:"digest"` // of the treatment's Content when it was planned
}
