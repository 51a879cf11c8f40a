package risk

import (
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Scale is an ordered list of steps, the lowest first: step i is [Level] i+1.
type Scale struct {
	Title string `json:"title"`
	Unit  Unit   `json:"unit,omitempty"` // of the bounds of its steps; empty: in words only
	Steps []Step `json:"steps"`
}

// Step is one level of a [Scale].
type Step struct {
	Label       string `json:"label"` // unlike every other of its scale
	Description string `json:"description,omitempty"`
	// Bounds, in the unit of the scale: a step reaches from Min, inclusive, to
	// Max, exclusive except for the highest step. Absent: no bound is given.
	Min aims.Amount `json:"min,omitzero"`
	Max aims.Amount `json:"max,omitzero"`
}

// The codes of problems with a scale.
const (
	// StepsFew: a list has fewer entries than it needs to tell anything apart.
	StepsFew aims.Code = "risk/steps-few"
	// UnitMissing: a step has bounds, and its scale has no unit.
	UnitMissing aims.Code = "risk/unit-missing"
	// BoundsEmpty: no number lies between the bounds of a step.
	BoundsEmpty aims.Code = "risk/bounds-empty"
	// BoundsApart: a step does not begin where the one before it ends.
	BoundsApart aims.Code = "risk/bounds-apart"
	// ProbabilityOutside: a probability is greater than one.
	ProbabilityOutside aims.Code = "risk/probability-outside"
)

// minSteps is how many steps a scale has at least: with one, nothing is told
// apart.
const minSteps = 2

// Top returns the highest level of the scale.
func (s Scale) Top() Level { return Level(min(len(s.Steps), int(MaxLevel))) }

// Label returns the label of a level; "" for zero and for what lies outside.
func (s Scale) Label(l Level) string {
	if l == 0 || int(l) > len(s.Steps) {
		return ""
	}
	return s.Steps[l-1].Label
}

// Validate reports missing and malformed fields, labels that stand twice, and
// bounds that do not follow each other.
func (s Scale) Validate() error {
	c := aims.Checker{Texts: texts}
	c.Text("title", s.Title)
	aims.CheckOptionalWord(&c, "unit", s.Unit)
	checkLength(&c, "steps", len(s.Steps), minSteps)
	seen := make(map[string]bool, len(s.Steps))
	for i, step := range s.Steps {
		in := c.In("steps", i)
		in.Text("label", step.Label)
		checkUnlike(in, "label", seen, step.Label)
		in.OptionalText("description", step.Description)
		s.checkBounds(in, i)
	}
	return c.Err()
}

// checkBounds checks the bounds of step i.
func (s *Scale) checkBounds(c *aims.Checker, i int) {
	lower, upper := s.Steps[i].Min, s.Steps[i].Max
	if s.Unit == "" && (lower.Known() || upper.Known()) {
		c.Add("", UnitMissing)
		return
	}
	s.checkBound(c, "min", lower)
	s.checkBound(c, "max", upper)
	if order, ok := lower.Cmp(upper); ok && order >= 0 {
		c.Add("max", BoundsEmpty, "min", lower.String(), "max", upper.String())
	}
	if i == 0 {
		return
	}
	before := s.Steps[i-1].Max
	if order, ok := before.Cmp(lower); ok && order != 0 {
		c.Add("min", BoundsApart, "min", lower.String(), "before", before.String())
	}
}

func (s *Scale) checkBound(c *aims.Checker, field string, bound aims.Amount) {
	c.Count(field, bound)
	if order, ok := bound.Cmp(aims.AmountInt(1)); ok && order > 0 && s.Unit == Probability {
		c.Add(field, ProbabilityOutside, "got", bound.String())
	}
}

// checkLength checks that a list of steps or bands is neither too short nor
// longer than the levels reach.
func checkLength(c *aims.Checker, field string, n, least int) {
	switch {
	case n == 0:
		c.Add(field, aims.Missing)
	case n < least:
		c.Add(field, StepsFew, "got", strconv.Itoa(n), "min", strconv.Itoa(least))
	case n > int(MaxLevel):
		c.Add(field, aims.TooMany, "got", strconv.Itoa(n), "max", strconv.Itoa(int(MaxLevel)))
	}
}

// checkUnlike reports a text that was seen before, and remembers it.
func checkUnlike(c *aims.Checker, field string, seen map[string]bool, s string) {
	if s != "" && seen[s] {
		c.Add(field, aims.Twice, "value", s)
	}
	seen[s] = true
}
