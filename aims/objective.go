package aims

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/internal/word"
)

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

// NoObjective: an item of Annex C is given as an objective and is none.
const NoObjective Code = "aims/no-objective"

// Content returns what an approval binds: the objective and its plan, without
// what became of them.
func (o Objective) Content() Objective {
	o.Recorded, o.ReviewBy, o.Withdrawn, o.Status = 0, 0, 0, ""
	o.Evaluations, o.Reviews, o.Approvals, o.Communications, o.Ext = nil, nil, nil, nil, nil
	o.Actions = PlannedActions(o.Actions)
	return o
}

// Ref names the record.
func (o Objective) Ref() Ref { return Ref{KindObjective, string(o.ID)} }

// Since returns the day from which the record exists.
func (o Objective) Since() Date { return o.Recorded }

// Validate reports every problem inside the record.
func (o Objective) Validate() error {
	var c Checker
	CheckID(&c, "id", o.ID)
	c.OptionalDate("recorded", o.Recorded)
	c.Text("title", o.Title)
	c.OptionalText("version", o.Version)
	CheckOptionalID(&c, "document", o.Document)
	c.OptionalText("statement", o.Statement)
	c.OptionalText("level", o.Level)
	c.Keys("serves", o.Serves)
	for i, item := range o.AnnexC {
		in := c.In("annexC", i)
		switch _, err := ParseAnnexC(string(item)); {
		case item == "":
			in.Add("", Missing)
		case err != nil:
			in.Add("", CodeMalformed, "got", clip(string(item)))
		case !strings.HasPrefix(string(item), "C.2."):
			in.Add("", NoObjective, "got", string(item))
		case slices.Contains(o.AnnexC[:i], item):
			in.Add("", Twice, "value", string(item))
		}
	}
	CheckOptionalID(&c, "policy", o.Policy)
	CheckOptionalWord(&c, "consistentWithPolicy", o.ConsistentWithPolicy)
	CheckOptionalWord(&c, "requirementsConsidered", o.RequirementsConsidered)
	CheckIDs(&c, "obligations", o.Obligations)
	CheckIDs(&c, "systems", o.Systems)
	CheckOptionalWord(&c, "measurable", o.Measurable)
	c.OptionalText("whyNotMeasurable", o.WhyNotMeasurable)
	CheckIDs(&c, "metrics", o.Metrics)
	c.OptionalText("target", o.Target)
	CheckEach(&c, "actions", o.Actions)
	CheckOptionalID(&c, "responsible", o.Responsible)
	c.OptionalDate("due", o.Due)
	c.OptionalText("howEvaluated", o.HowEvaluated)
	CheckOptionalWord(&c, "status", o.Status)
	CheckEach(&c, "evaluations", o.Evaluations)
	c.OptionalDate("reviewBy", o.ReviewBy)
	CheckEach(&c, "reviews", o.Reviews)
	CheckEach(&c, "approvals", o.Approvals)
	CheckIDs(&c, "communications", o.Communications)
	c.OptionalDate("withdrawn", o.Withdrawn)
	return c.Err()
}

// Links visits the references of the record.
func (o Objective) Links(l *Linker) {
	Link(l, "document", KindDocument, o.Document)
	Link(l, "policy", KindPolicy, o.Policy)
	LinkAll(l, "obligations", KindObligation, o.Obligations)
	LinkAll(l, "systems", KindSystem, o.Systems)
	LinkAll(l, "metrics", KindMetric, o.Metrics)
	LinkActions(l, "actions", o.Actions)
	Link(l, "responsible", KindPerson, o.Responsible)
	LinkEvaluations(l, "evaluations", o.Evaluations)
	LinkReviews(l, "reviews", o.Reviews)
	LinkApprovals(l, "approvals", o.Approvals)
	LinkAll(l, "communications", KindCommunication, o.Communications)
}
