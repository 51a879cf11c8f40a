package aims

import "github.com/aimskit/aimskit/internal/word"

// Oversight says how people keep a system under control.
type Oversight struct {
	Mode           OversightMode  `json:"mode,omitempty"`
	By             []PersonID     `json:"by,omitempty"`             // who oversees
	Function       string         `json:"function,omitempty"`       // the function that oversees, where it is not named persons
	Competent      Answer         `json:"competent,omitzero"`       // they understand the system and its limits
	Competences    []CompetenceID `json:"competences,omitempty"`    // the records of that
	PowerToStop    Answer         `json:"powerToStop,omitzero"`     // they may overrule or stop it
	StopMeans      string         `json:"stopMeans,omitempty"`      // how
	AutomationBias []string       `json:"automationBias,omitempty"` // what keeps them from trusting it blindly
	Reason         string         `json:"reason,omitempty"`         // why this mode suffices, above all where it is none
	Evidence       []EvidenceID   `json:"evidence,omitempty"`
}

// OversightMode is the place of people in what a system does.
type OversightMode string

// The modes.
const (
	InTheLoop   OversightMode = "in-the-loop"   // a person decides each case
	OnTheLoop   OversightMode = "on-the-loop"   // a person watches and can step in
	OverTheLoop OversightMode = "over-the-loop" // a person decides whether and when the system is used at all
	NoOversight OversightMode = "none"
)

var oversightModes = []OversightMode{InTheLoop, OnTheLoop, OverTheLoop, NoOversight}

// Known reports whether m is in the vocabulary.
func (m OversightMode) Known() bool { return word.Known(m, oversightModes...) }

// UnmarshalText reads a word of the vocabulary.
func (m *OversightMode) UnmarshalText(text []byte) error {
	return unmarshalName(m, text, "aims.OversightMode", oversightModes...)
}

// Validate reports malformed fields.
func (o Oversight) Validate() error {
	var c Checker
	CheckOptionalWord(&c, "mode", o.Mode)
	CheckIDs(&c, "by", o.By)
	c.OptionalText("function", o.Function)
	CheckOptionalWord(&c, "competent", o.Competent)
	CheckIDs(&c, "competences", o.Competences)
	CheckOptionalWord(&c, "powerToStop", o.PowerToStop)
	c.OptionalText("stopMeans", o.StopMeans)
	c.TextList("automationBias", o.AutomationBias)
	c.OptionalText("reason", o.Reason)
	CheckIDs(&c, "evidence", o.Evidence)
	return c.Err()
}

func (o *Oversight) links(l *Linker) {
	LinkAll(l, "by", KindPerson, o.By)
	LinkAll(l, "competences", KindCompetence, o.Competences)
	LinkAll(l, "evidence", KindEvidence, o.Evidence)
}
