package aims

import "github.com/aimskit/aimskit/internal/word"

// DecisionLogic says in plain words how a system comes to its results, and
// who can have them explained.
type DecisionLogic struct {
	Summary      string        `json:"summary,omitempty"` // what goes in, what matters, what comes out
	Automation   Automation    `json:"automation,omitzero"`
	Explanations []Explanation `json:"explanations,omitempty"`
}

// Explanation is what one audience can learn about a result.
type Explanation struct {
	For       string       `json:"for"`               // the audience: users, the person concerned, an authority
	Content   string       `json:"content,omitempty"` // what is explained, and how
	Available Answer       `json:"available,omitzero"`
	Evidence  []EvidenceID `json:"evidence,omitempty"`
}

// Automation is how much a system does by itself, after the levels of
// ISO/IEC 22989. Zero means that nobody assessed it.
type Automation uint8

// The degrees of automation, from least to most.
const (
	AutomationNone        Automation = iota + 1 // a person does everything
	AutomationAssistance                        // the system assists a person
	AutomationPartial                           // it does parts of the task under a person's control
	AutomationConditional                       // it does the task while a person stands ready to take over
	AutomationHigh                              // it does the task, under set conditions, without a person standing ready
	AutomationFull                              // it does the whole task without a person
	AutomationAutonomous                        // it may also change its own task or goals
)

var automations = word.Scale{
	Name:  "aims.Automation",
	Words: []string{"", "none", "assistance", "partial", "conditional", "high", "full", "autonomous"},
}

// String returns the word of the degree, "" for zero.
func (a Automation) String() string { return automations.String(int(a)) }

// Known reports whether a is one of the degrees; zero is not.
func (a Automation) Known() bool { return a != 0 && a <= AutomationAutonomous }

// MarshalText returns the word of the degree; zero has none and is an error.
func (a Automation) MarshalText() ([]byte, error) { return automations.Marshal(int(a)) }

// UnmarshalText reads the word of a degree.
func (a *Automation) UnmarshalText(text []byte) error { return unmarshalWord(a, text, automations) }

// Validate reports missing and malformed fields.
func (d DecisionLogic) Validate() error {
	var c Checker
	c.OptionalText("summary", d.Summary)
	CheckOptionalWord(&c, "automation", d.Automation)
	for i, e := range d.Explanations {
		in := c.In("explanations", i)
		in.Text("for", e.For)
		in.OptionalText("content", e.Content)
		CheckOptionalWord(in, "available", e.Available)
		CheckIDs(in, "evidence", e.Evidence)
	}
	return c.Err()
}

func (d *DecisionLogic) links(l *Linker) {
	for i, e := range d.Explanations {
		l.In("explanations", i, func(l *Linker) { LinkAll(l, "evidence", KindEvidence, e.Evidence) })
	}
}
