package risk

import "github.com/aimskit/aimskit/aims"

// Opportunity is a chance worth acting on (6.1.1).
type Opportunity struct {
	ID           OpportunityID      `json:"id"`
	Recorded     aims.Date          `json:"recorded,omitzero"`
	Title        string             `json:"title"`
	Benefit      string             `json:"benefit,omitempty"`
	Objectives   []aims.ObjectiveID `json:"objectives,omitempty"`
	Issues       []aims.IssueID     `json:"issues,omitempty"` // the issues of the context that it comes from (4.1)
	Parties      []aims.PartyID     `json:"parties,omitempty"`
	Process      aims.ProcessID     `json:"process,omitempty"` // where it is carried out
	HowEvaluated string             `json:"howEvaluated,omitempty"`
	Systems      []aims.SystemID    `json:"systems,omitempty"`
	Owner        aims.PersonID      `json:"owner,omitempty"`
	Decision     string             `json:"decision,omitempty"` // pursue, or why not
	Actions      []aims.Action      `json:"actions,omitempty"`
	Evaluations  []aims.Evaluation  `json:"evaluations,omitempty"`
	ReviewBy     aims.Date          `json:"reviewBy,omitzero"`
	Reviews      []aims.Review      `json:"reviews,omitempty"`
	Ext          map[string]string  `json:"ext,omitempty"`
}
