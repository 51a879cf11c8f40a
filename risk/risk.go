package risk

import "github.com/aimskit/aimskit/aims"

// Risk is one entry of the register (6.1.2, 8.2).
type Risk struct {
	ID          RiskID             `json:"id"`
	Recorded    aims.Date          `json:"recorded,omitzero"`
	Title       string             `json:"title"`
	Cause       string             `json:"cause,omitempty"`
	Event       string             `json:"event,omitempty"`
	Outcome     string             `json:"outcome,omitempty"` // the consequence, in words
	Sources     []SourceID         `json:"sources,omitempty"` // C.3.4 or a family such as data
	AnnexC      []aims.AnnexC      `json:"annexC,omitempty"`  // the objectives of C.2 that it hinders
	Objectives  []aims.ObjectiveID `json:"objectives,omitempty"`
	Systems     []aims.SystemID    `json:"systems,omitempty"`
	UseCases    []aims.UseCaseID   `json:"useCases,omitempty"`
	Stages      []aims.Stage       `json:"stages,omitempty"`
	Issues      []aims.IssueID     `json:"issues,omitempty"` // the issues of the context that it comes from (4.1)
	Parties     []aims.PartyID     `json:"parties,omitempty"`
	Incidents   []aims.IncidentID  `json:"incidents,omitempty"`
	Assessments []aims.Ref         `json:"assessments,omitempty"` // the impact assessments that it comes from
	Causes      []RiskID           `json:"causes,omitempty"`      // the risks that lead to this one; without cycles
	Owner       aims.PersonID      `json:"owner,omitempty"`

	Inherent *Rating `json:"inherent,omitempty"` // without any control
	Current  *Rating `json:"current,omitempty"`  // with the controls that are effective
	Residual *Rating `json:"residual,omitempty"` // expected once the approved plan is complete
	Target   *Rating `json:"target,omitempty"`   // the level decided on

	Controls []aims.Key        `json:"controls,omitempty"` // existing ones, which Current counts on
	Evidence []aims.EvidenceID `json:"evidence,omitempty"`
	Decision Option            `json:"decision,omitempty"` // retain, or what the treatments do
	Priority int               `json:"priority,omitzero"`  // place in the order of treatment, 1 first (6.1.2)
	ReviewBy aims.Date         `json:"reviewBy,omitzero"`
	Reviews  []aims.Review     `json:"reviews,omitempty"`
	Closed   aims.Date         `json:"closed,omitzero"` // last day on which the risk exists
	Ext      map[string]string `json:"ext,omitempty"`
}
