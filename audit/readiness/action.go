package readiness

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// ActionID names an [Action].
type ActionID string

// Action is something that can be done to close gaps: what it costs, how long
// it takes, and what the records will show when it is done. It is an option
// that [Plan] takes or leaves, whole.
type Action struct {
	ID       ActionID      `json:"id"`
	Title    string        `json:"title"`
	Type     ActionType    `json:"type"`
	Cost     aims.Amount   `json:"cost"`     // in Currency; 0 where it costs nothing
	Currency string        `json:"currency"` // an ISO 4217 code, the same for all actions of a plan
	Days     int           `json:"days"`     // calendar days from its first to its last, 1 to 3650
	Owner    aims.PersonID `json:"owner,omitempty"`
	// Effects are what it achieves by itself. Where several actions act on one
	// item the best verdict counts; effects do not add up. An action without
	// effects prepares others.
	Effects []Effect `json:"effects,omitempty"`
	// After lists the actions that have to be finished before this one starts.
	After []ActionID `json:"after,omitempty"`
	// Excludes lists the actions that cannot stand in one plan with this one,
	// such as another way to the same end. It holds in both directions.
	Excludes []ActionID `json:"excludes,omitempty"`
}

// Effect is what the records will show about one requirement or control.
type Effect struct {
	Key     aims.Key     `json:"key"`     // a requirement or control of the report, not a point
	Verdict aims.Verdict `json:"verdict"` // minor-gap or conforms
}

// ActionType is what kind of work an action is.
type ActionType string

// The types of actions.
const (
	ActionDocument   ActionType = "document"          // write, approve and publish
	ActionProcess    ActionType = "process"           // set up a process and run it
	ActionControl    ActionType = "control"           // implement a control
	ActionAssessment ActionType = "assessment"        // assess risks or impacts
	ActionEvidence   ActionType = "evidence"          // collect and accept what exists already
	ActionTraining   ActionType = "training"          // competence and awareness
	ActionChange     ActionType = "change-management" // bring people to work the new way
	ActionAudit      ActionType = "audit"             // internal audit and management review
)

var actionTypes = []ActionType{
	ActionDocument, ActionProcess, ActionControl, ActionAssessment,
	ActionEvidence, ActionTraining, ActionChange, ActionAudit,
}

// Known reports whether t is in the vocabulary.
func (t ActionType) Known() bool { return word.Known(t, actionTypes...) }

// UnmarshalText reads a word of the vocabulary.
func (t *ActionType) UnmarshalText(text []byte) error {
	w, err := word.Parse("readiness.ActionType", text, actionTypes...)
	if err == nil {
		*t = w
	}
	return err
}

// The longest time that one action may take.
const maxActionDays = 3650

// The codes of problems of a single action.
const (
	// ActionCurrency: the currency of a cost is not three capital letters.
	ActionCurrency aims.Code = "readiness/action-currency"
	// ActionDays: an action takes less than one day or more than ten years.
	ActionDays aims.Code = "readiness/action-days"
	// EffectVerdict: an effect is neither a minor gap nor conformity.
	EffectVerdict aims.Code = "readiness/effect-verdict"
	// EffectTwice: an action has two effects on one item.
	EffectTwice aims.Code = "readiness/effect-twice"
)

// Validate reports every problem inside the action. What it takes other
// actions or a report to see is reported by [Plan].
func (a Action) Validate() error {
	c := aims.Checker{Texts: planTexts}
	aims.CheckID(&c, "id", a.ID)
	c.Text("title", a.Title)
	aims.CheckWord(&c, "type", a.Type)
	if !a.Cost.Known() {
		c.Add("cost", aims.Missing)
	}
	c.Count("cost", a.Cost)
	checkCurrency(&c, "currency", a.Currency)
	if a.Days == 0 {
		c.Add("days", aims.Missing)
	} else if a.Days < 0 || a.Days > maxActionDays {
		c.Add("days", ActionDays, "got", decimalText(a.Days))
	}
	aims.CheckOptionalID(&c, "owner", a.Owner)
	for i, e := range a.Effects {
		in := aims.Field("effects", i)
		c.Key(in+"/key", e.Key)
		if e.Verdict != aims.MinorGap && e.Verdict != aims.Conforms {
			c.Add(in+"/verdict", EffectVerdict, "got", e.Verdict.String())
		}
		if slices.ContainsFunc(a.Effects[:i], func(f Effect) bool { return f.Key == e.Key }) && !e.Key.IsZero() {
			c.Add(in+"/key", EffectTwice, "key", e.Key.String())
		}
	}
	checkOthers(&c, "after", a.ID, a.After)
	checkOthers(&c, "excludes", a.ID, a.Excludes)
	return c.Err()
}

// checkOthers checks a list of other actions.
func checkOthers(c *aims.Checker, field string, id ActionID, others []ActionID) {
	aims.CheckIDs(c, field, others)
	for i, other := range others {
		if other == id && id != "" {
			c.Add(aims.Field(field, i), aims.SelfReference, "value", string(id))
		}
	}
}

func checkCurrency(c *aims.Checker, field, s string) {
	switch {
	case s == "":
		c.Add(field, aims.Missing)
	case !isCurrency(s):
		c.Add(field, ActionCurrency, "got", quoted(s))
	}
}

// isCurrency reports whether s has the form of an ISO 4217 code.
func isCurrency(s string) bool {
	return len(s) == 3 && !slices.ContainsFunc([]byte(s), func(b byte) bool { return b < 'A' || b > 'Z' })
}

// actionsDocument is the JSON document of a list of actions.
type actionsDocument struct {
	Format  string   `json:"format"`
	Actions []Action `json:"actions"`
}

// ReadActions decodes a JSON document {"format": …, "actions": […]} strictly
// and checks each action and how they refer to each other. The error is an
// [aims.InvalidError] with every problem and its pointer.
func ReadActions(data []byte) ([]Action, error) {
	var doc actionsDocument
	if _, err := aims.DecodeDocument(data, &doc, aims.DecodeOptions{}); err != nil {
		return nil, err
	}
	if doc.Actions == nil {
		c := aims.Checker{Texts: planTexts}
		c.Add("actions", aims.Missing)
		return nil, c.Err()
	}
	if err := checkActions(doc.Actions); err != nil {
		return nil, err
	}
	return doc.Actions, nil
}
