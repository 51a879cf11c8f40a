package controls

import (
	"encoding/json"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Control is one control of a catalogue. Key and title are those of its
// source. What the methods say of an Annex A control are the library's own
// words and judgement; of an own control, the organization's. A Control never
// changes: lists are copied when they are handed out. The zero value stands
// for no control, and all its methods return nothing.
type Control struct {
	Key   aims.Key
	Title string
	entry *entry // nil for the zero value
}

// entry is what a catalogue holds of a control.
type entry struct {
	key           aims.Key
	title         string
	purpose, hint string
	evidence      []string
	clauses       []aims.Clause
	serves        []aims.AnnexC
	eventDriven   bool
	since         aims.Date // of an own control: the day on which it was recorded
}

func (e *entry) control() Control { return Control{e.key, e.title, e} }

func (c Control) get() entry {
	if c.entry == nil {
		return entry{}
	}
	return *c.entry
}

// ID returns the number of an Annex A control, or "" for an own control.
func (c Control) ID() aims.ControlID {
	if c.Key.Framework != aims.FrameworkISO42001 {
		return ""
	}
	return aims.ControlID(c.Key.ID)
}

// Group returns the group of Annex A that the control stands in, such as
// "A.6", or "" for an own control.
func (c Control) Group() aims.ControlID { return c.ID().Group() }

// Objective returns the control objective that the control serves, such as
// "A.6.2.1", or "" for an own control.
func (c Control) Objective() aims.ControlID {
	if p := c.ID().Parent(); p != "" {
		return p.Child(1)
	}
	return ""
}

// Purpose says what the control is for.
func (c Control) Purpose() string { return c.get().purpose }

// Hint says how the control can be put in place. It is advice: an
// organization may reach the purpose in another way.
func (c Control) Hint() string { return c.get().hint }

// Evidence returns what typically shows that the control works. The list is
// an aid for whoever gathers evidence and never a condition of a rule.
func (c Control) Evidence() []string { return slices.Clone(c.get().evidence) }

// Clauses returns the requirements that the control helps to meet, in order.
func (c Control) Clauses() []aims.Clause { return slices.Clone(c.get().clauses) }

// Serves returns the organizational objectives of Annex C (C.2.1–C.2.11) that
// the control furthers, in order.
func (c Control) Serves() []aims.AnnexC { return slices.Clone(c.get().serves) }

// EventDriven reports whether the control is exercised only when an event
// happens, such as an incident. Whoever asks for evidence then takes a plan
// for it, and no rule of the library treats the control differently.
func (c Control) EventDriven() bool { return c.get().eventDriven }

// MarshalJSON writes the fields and what the methods return, under their
// names in camelCase.
func (c Control) MarshalJSON() ([]byte, error) {
	e := c.get()
	return json.Marshal(struct {
		Key         aims.Key       `json:"key,omitzero"`
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
		c.Key, c.Title, c.Group(), c.Objective(),
		e.purpose, e.hint, e.evidence, e.clauses, e.serves, e.eventDriven,
	})
}
