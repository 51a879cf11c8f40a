package risk

import "github.com/aimskit/aimskit/aims"

// Acceptance is the informed decision to live with a risk. It is only ever
// added, freezes what was accepted, and is stale by computation alone.
type Acceptance struct {
	ID         AcceptanceID      `json:"id"`
	Risk       RiskID            `json:"risk"`
	Content    aims.Digest       `json:"content"`  // of the risk's Content that was accepted
	Level      Level             `json:"level"`    // the risk level, for readers
	Criteria   aims.Digest       `json:"criteria"` // of the criteria it was judged by
	By         aims.PersonID     `json:"by"`
	On         aims.Date         `json:"on"`
	Until      aims.Date         `json:"until,omitzero"` // last day on which it holds
	Why        string            `json:"why"`
	Conditions []string          `json:"conditions,omitempty"`
	Revokes    AcceptanceID      `json:"revokes,omitempty"` // an earlier acceptance that this entry takes back
	Ext        map[string]string `json:"ext,omitempty"`
}
