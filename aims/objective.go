package aims

import "github.com/aimskit/aimskit/internal/word"

// Objective is an AI objective, in one of its versions, with the plan to
// reach it (6.2). Objectives for responsible development (A.6.1.2) and use
// (A.9.3) are objectives that serve those controls.
type Objective struct {
	ID       ObjectiveID `json:"id"`
	Recorded Date        `json:"recorded,omitzero"`
	Title    string      `json:"title"`
	Version  string      `json:"version,omitempty"`
	Document DocumentID  `json:"document,omitempty"` // the controlled document that holds the text

	// What is to be reached, and how; see [Objective.Content].
	Statement              string         `json:"statement,omitempty"`             // what is to be reached, where the title does not say it
	Level                  string         `json:"level,omitempty"`                 // the function or level that it is set at
	Serves                 []Key          `json:"serves,omitempty"`                // the requirements and controls that it is set for, such as iso42001/A.9.3
	AnnexC                 []AnnexC       `json:"annexC,omitempty"`                // the organizational objectives of Annex C that it pursues
	Policy                 PolicyID       `json:"policy,omitempty"`                // the policy that it was checked against
	ConsistentWithPolicy   Answer         `json:"consistentWithPolicy,omitzero"`   // as somebody checked
	RequirementsConsidered Answer         `json:"requirementsConsidered,omitzero"` // applicable requirements were taken into account
	Obligations            []ObligationID `json:"obligations,omitempty"`           // the ones that were
	Systems                []SystemID     `json:"systems,omitempty"`               // the systems that it is about; empty: no particular ones
	Measurable             Answer         `json:"measurable,omitzero"`
	WhyNotMeasurable       string         `json:"whyNotMeasurable,omitempty"`
	Metrics                []MetricID     `json:"metrics,omitempty"`      // what it is monitored by
	Target                 string         `json:"target,omitempty"`       // what counts as reached, in the metric's terms
	Actions                []Action       `json:"actions,omitempty"`      // what will be done, with what, by whom, by when
	Responsible            PersonID       `json:"responsible,omitempty"`  // answers for the objective as a whole
	Due                    Date           `json:"due,omitzero"`           // when it is to be reached
	HowEvaluated           string         `json:"howEvaluated,omitempty"` // how the results will be evaluated

	// What happens to it.
	Status         ObjectiveStatus   `json:"status,omitempty"`
	Evaluations    []Evaluation      `json:"evaluations,omitempty"` // how far it was reached
	ReviewBy       Date              `json:"reviewBy,omitzero"`     // the next update, as planned
	Reviews        []Review          `json:"reviews,omitempty"`
	Approvals      []Approval        `json:"approvals,omitempty"`
	Communications []CommunicationID `json:"communications,omitempty"`
	Withdrawn      Date              `json:"withdrawn,omitzero"` // last day in force
	Ext            map[string]string `json:"ext,omitempty"`      // the host's own; no rule reads it
}

// ObjectiveStatus is how an objective stands.
type ObjectiveStatus string

// The states of objectives.
const (
	ObjectiveOnTrack  ObjectiveStatus = "on-track"
	ObjectiveAtRisk   ObjectiveStatus = "at-risk"
	ObjectiveAchieved ObjectiveStatus = "achieved"
	ObjectiveMissed   ObjectiveStatus = "missed"
	ObjectiveDropped  ObjectiveStatus = "dropped"
)

var objectiveStates = []ObjectiveStatus{ObjectiveOnTrack, ObjectiveAtRisk, ObjectiveAchieved, ObjectiveMissed, ObjectiveDropped}

// Known reports whether s is in the vocabulary.
func (s ObjectiveStatus) Known() bool { return word.Known(s, objectiveStates...) }

// UnmarshalText reads a word of the vocabulary.
func (s *ObjectiveStatus) UnmarshalText(text []byte) error {
	return unmarshalName(s, text, "aims.ObjectiveStatus", objectiveStates...)
}
