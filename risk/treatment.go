package risk

import "github.com/aimskit/aimskit/aims"

// Option is what is done about a risk (ISO 31000, 6.5.2).
type Option string

// The options; modify is an alias group for those in the middle.
const (
	Avoid             Option = "avoid"
	TakeOrIncrease    Option = "take-or-increase"
	RemoveSource      Option = "remove-source"
	ChangeLikelihood  Option = "change-likelihood"
	ChangeConsequence Option = "change-consequences"
	Share             Option = "share"
	Retain            Option = "retain"
)

// Treatment is one measure against risks (6.1.3, 8.3).
type Treatment struct {
	ID           TreatmentID     `json:"id"`
	Recorded     aims.Date       `json:"recorded,omitzero"`
	Title        string          `json:"title"`
	Option       Option          `json:"option"`
	Risks        []RiskID        `json:"risks,omitempty"`
	Controls     []aims.Key      `json:"controls,omitempty"` // what it puts in place
	Systems      []aims.SystemID `json:"systems,omitempty"`
	Actions      []aims.Action   `json:"actions,omitempty"`
	Process      aims.ProcessID  `json:"process,omitempty"`      // the process of the management system in which it is carried out (6.1.1)
	HowEvaluated string          `json:"howEvaluated,omitempty"` // how it will be told whether it works
	Owner        aims.PersonID   `json:"owner,omitempty"`
	Due          aims.Date       `json:"due,omitzero"`
	Cost         aims.Amount     `json:"cost,omitzero"`
	Currency     string          `json:"currency,omitempty"`
	Effects      []Effect        `json:"effects,omitempty"`

	Implemented   aims.Date         `json:"implemented,omitzero"` // the day from which it works
	Ended         aims.Date         `json:"ended,omitzero"`       // last day on which it works
	Evidence      []aims.EvidenceID `json:"evidence,omitempty"`   // that it is in place
	Effectiveness []aims.Evaluation `json:"effectiveness,omitempty"`
	Ext           map[string]string `json:"ext,omitempty"`
}

// Effect is by how many levels a treatment lowers the ratings of a risk.
type Effect struct {
	Risk         RiskID    `json:"risk,omitempty"` // absent: each risk of the treatment
	Likelihood   int       `json:"likelihood,omitzero"`
	Consequences []Lowered `json:"consequences,omitempty"`
}

// Lowered is by how many levels a consequence falls on one dimension.
type Lowered struct {
	Dimension DimensionID `json:"dimension"`
	By        int         `json:"by"`
}
