package montecarlo

import (
	"math"

	"github.com/aimskit/aimskit/aims"
)

// Validate reports every problem of a tree: nodes that are missing, given
// twice, or outside of what they count.
func (t Tree) Validate() error {
	c := newChecker()
	c.tree(t)
	for _, f := range []struct {
		name string
		d    *Distribution
	}{
		{"lossEventFrequency", t.LossEventFrequency},
		{"threatEventFrequency", t.ThreatEventFrequency},
		{"contactFrequency", t.ContactFrequency},
	} {
		c.uncertainRate(f.name, f.d)
	}
	c.within("probabilityOfAction", "a probability", t.ProbabilityOfAction, 0, 1)
	c.within("susceptibility", "a share of events", t.Susceptibility, 0, 1)
	c.within("threatCapability", "a capability", t.ThreatCapability, 0, math.Inf(1))
	c.within("resistanceStrength", "a strength", t.ResistanceStrength, 0, math.Inf(1))
	c.within("lossMagnitude", "a loss", t.LossMagnitude, 0, math.Inf(1))
	c.within("primaryLoss", "a loss", t.PrimaryLoss, 0, math.Inf(1))
	c.within("secondaryFrequency", "a share of events", t.SecondaryFrequency, 0, 1)
	c.within("secondaryLoss", "a loss", t.SecondaryLoss, 0, math.Inf(1))
	aims.CheckOptionalWord(&c.Checker, "form", t.Form)
	return c.Err()
}

func (c *checker) tree(t Tree) {
	tef := c.node("threatEventFrequency", t.ThreatEventFrequency, "contactFrequency", t.ContactFrequency, "probabilityOfAction", t.ProbabilityOfAction, true)
	susceptible := c.node("susceptibility", t.Susceptibility, "threatCapability", t.ThreatCapability, "resistanceStrength", t.ResistanceStrength, true)
	switch {
	case t.LossEventFrequency != nil && len(tef)+len(susceptible) > 0:
		c.Add("", NodeTwice, "node", "lossEventFrequency", "below", words(append(tef, susceptible...)))
	case t.LossEventFrequency == nil && len(tef) == 0 && len(susceptible) == 0:
		c.Add("", NodeMissing, "node", "lossEventFrequency", "below", "threatEventFrequency and susceptibility")
	case t.LossEventFrequency == nil && len(tef) == 0:
		c.Add("", NodeMissing, "node", "threatEventFrequency", "below", "contactFrequency and probabilityOfAction")
	case t.LossEventFrequency == nil && len(susceptible) == 0:
		c.Add("", NodeMissing, "node", "susceptibility", "below", "threatCapability and resistanceStrength")
	}
	var magnitude []string
	if t.PrimaryLoss != nil {
		magnitude = append(magnitude, "primaryLoss")
	}
	secondary := c.node("", nil, "secondaryFrequency", t.SecondaryFrequency, "secondaryLoss", t.SecondaryLoss, false)
	magnitude = append(magnitude, secondary...)
	switch {
	case t.LossMagnitude != nil && len(magnitude) > 0:
		c.Add("", NodeTwice, "node", "lossMagnitude", "below", words(magnitude))
	case t.LossMagnitude == nil && t.PrimaryLoss == nil:
		c.Add("", NodeMissing, "node", "lossMagnitude", "below", "primaryLoss, and for other parties' reactions secondaryFrequency and secondaryLoss")
	}
}

// node checks that a node of two parts is given itself or by both parts, and
// returns what is given of it. A node without a name is given by its parts only.
func (c *checker) node(name string, d *Distribution, a string, da *Distribution, b string, db *Distribution, named bool) []string {
	var below []string
	if da != nil {
		below = append(below, a)
	}
	if db != nil {
		below = append(below, b)
	}
	switch {
	case d != nil && below != nil:
		c.Add("", NodeTwice, "node", name, "below", words(below))
	case d == nil && len(below) == 1:
		missing, other := a, b
		if da != nil {
			missing, other = b, a
		}
		instead := "leave " + other + " out"
		if named {
			instead = name + " instead of " + other
		}
		c.Add("", NodeMissing, "node", missing, "below", instead)
	}
	if d != nil {
		return append([]string{name}, below...)
	}
	return below
}
