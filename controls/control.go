package controls

import (
	"encoding/json"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Control is one control of a catalogue. Id and title are those of its
// source; every other text is the library's own, or for an own control the
// organization's. A Control shares nothing that can be changed: its lists are
// copied by the methods that return them. The zero value stands for no control.
type Control struct {
	Key         aims.Key
	Title       string
	Group       aims.ControlID // "A.6"; absent for own controls
	Objective   aims.ControlID // the control objective it serves, "A.6.2.1"; absent for own controls
	Purpose     string         // what it is for
	Hint        string         // how to put it in place
	EventDriven bool           // exercised only when an event happens, such as an incident

	evidence []string
	clauses  []aims.Clause
	serves   []aims.AnnexC
}

// ID returns the number of an Annex A control, or "" for an own control.
func (c Control) ID() aims.ControlID {
	if c.Key.Framework != aims.FrameworkISO42001 {
		return ""
	}
	return aims.ControlID(c.Key.ID)
}

// Evidence returns what typically shows that the control works. The list is
// an aid for whoever gathers evidence and never a condition of a rule.
func (c Control) Evidence() []string { return slices.Clone(c.evidence) }

// Clauses returns the requirements that the control helps to meet, in order.
func (c Control) Clauses() []aims.Clause { return slices.Clone(c.clauses) }

// Serves returns the organizational objectives of Annex C (C.2.1–C.2.11) that
// the control furthers, in order. The choice is the library's judgement.
func (c Control) Serves() []aims.AnnexC { return slices.Clone(c.serves) }

// MarshalJSON writes every field and list under camelCase names.
func (c Control) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Key         aims.Key       `json:"key"`
		Title       string         `json:"title"`
		Group       aims.ControlID `json:"group,omitempty"`
		Objective   aims.ControlID `json:"objective,omitempty"`
		Purpose     string         `json:"purpose,omitempty"`
		Hint        string         `json:"hint,omitempty"`
		Evidence    []string       `json:"evidence,omitempty"`
		Clauses     []aims.Clause  `json:"clauses,omitempty"`
		Serves      []aims.AnnexC  `json:"serves,omitempty"`
		EventDriven bool           `json:"eventDriven,omitempty"`
	}{
		c.Key, c.Title, c.Group, c.Objective, c.Purpose, c.Hint,
		c.evidence, c.clauses, c.serves, c.EventDriven,
	})
}
