package risk

import "github.com/aimskit/aimskit/aims"

// TreatmentPlan binds treatments into what designated management approves (6.1.3).
type TreatmentPlan struct {
	ID         PlanID            `json:"id"`
	Recorded   aims.Date         `json:"recorded,omitzero"`
	Title      string            `json:"title"`
	Version    string            `json:"version,omitempty"`
	Document   aims.DocumentID   `json:"document,omitempty"`
	Treatments []Planned         `json:"treatments,omitempty"`
	Designated []aims.PersonID   `json:"designated,omitempty"` // the management named to approve it
	ReviewBy   aims.Date         `json:"reviewBy,omitzero"`
	Reviews    []aims.Review     `json:"reviews,omitempty"`
	Approvals  []aims.Approval   `json:"approvals,omitempty"`
	Withdrawn  aims.Date         `json:"withdrawn,omitzero"`
	Ext        map[string]string `json:"ext,omitempty"`
}

// Planned is a treatment as the plan froze it.
type Planned struct {
	Treatment TreatmentID `json:"treatment"`
	Digest    aims.Digest `json:"digest"` // of the treatment's Content when it was planned
}
