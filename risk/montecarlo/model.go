package montecarlo

import "github.com/aimskit/aimskit/aims"

// Model is everything that a simulation needs to know about the losses of a
// year. Its scenarios are independent of one another but for the shocks and
// correlations that are listed. The zero value has no scenario and is refused.
type Model struct {
	Format       string        `json:"format"` // of the document; see [aims.Format]
	Title        string        `json:"title,omitempty"`
	Notes        string        `json:"notes,omitempty"`    // where the estimates come from
	Currency     string        `json:"currency,omitempty"` // of all money; an ISO 4217 code
	Scenarios    []Scenario    `json:"scenarios"`
	Controls     []Control     `json:"controls,omitempty"`
	Shocks       []Shock       `json:"shocks,omitempty"`
	Correlations []Correlation `json:"correlations,omitempty"`
	Parameters   []Parameter   `json:"parameters,omitempty"`
	Appetite     []Appetite    `json:"appetite,omitempty"`
}

// ScenarioID names a [Scenario].
type ScenarioID string

// Scenario is one way to lose money: how often its events happen and what each
// of them costs. Both come from Frequency and Severity, or both from Tree.
type Scenario struct {
	ID        ScenarioID    `json:"id"`
	Title     string        `json:"title,omitempty"`
	Notes     string        `json:"notes,omitempty"`
	Refs      []aims.Ref    `json:"refs,omitempty"`      // the risks, systems and suppliers that it speaks of
	Frequency *Frequency    `json:"frequency,omitempty"` // events in a year
	Severity  *Distribution `json:"severity,omitempty"`  // loss of an event
	Tree      *Tree         `json:"tree,omitempty"`
}

// ParameterID names a [Parameter].
type ParameterID string

// Parameter says that a number of the model is not known for certain, and how
// it is distributed. A simulation of its years uses the number that stands in
// the model; the outer draws of [Config].Parameters replace it. Uncertain
// rates and the rate and share nodes of trees are drawn by the outer loop as
// well, without being listed here.
type Parameter struct {
	ID    ParameterID `json:"id"`
	Title string      `json:"title,omitempty"`
	// At lists the JSON pointers of the numbers that it stands for in the
	// document of the model, such as /scenarios/0/severity/mu.
	At           []string     `json:"at"`
	Distribution Distribution `json:"distribution"`
}
