package montecarlo

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

func (c *modelChecker) controls() {
	ids(c.checker, "controls", len(c.model.Controls), func(i int) ControlID { return c.model.Controls[i].ID })
	for i, k := range c.model.Controls {
		c.OptionalText(aims.Field("controls", i, "title"), k.Title)
		c.Refs(aims.Field("controls", i, "refs"), k.Refs)
		c.Count(aims.Field("controls", i, "cost"), k.Cost)
		if len(k.Effects) == 0 {
			c.Add(aims.Field("controls", i, "effects"), aims.Missing)
		}
		for j, e := range k.Effects {
			c.effect(aims.Field("controls", i, "effects", j), e)
		}
	}
}

func (c *modelChecker) effect(field string, e Effect) {
	c.Nest(field, e.Validate())
	seen := make(map[ScenarioID]bool)
	for i, id := range e.Scenarios {
		at := field + "/" + aims.Field("scenarios", i)
		s := c.known(at, id)
		if seen[id] {
			c.Add(at, aims.Twice, "value", string(id))
		}
		seen[id] = true
		if s == nil {
			continue
		}
		if e.Kind == Hardening && !s.hasSusceptibility() {
			c.Add(at, TreeNeeded, "scenario", string(id))
		}
		if s.isProduct() && e.PerEvent != nil {
			c.Add(at, ProductHasNoEvents, "scenario", string(id))
		}
	}
	if i := slices.IndexFunc(c.model.Scenarios, Scenario.isProduct); len(e.Scenarios) == 0 && e.PerEvent != nil && i >= 0 {
		c.Add(field+"/perEvent", ProductHasNoEvents, "scenario", string(c.model.Scenarios[i].ID))
	}
	if len(e.Scenarios) == 0 && e.Kind == Hardening && !slices.ContainsFunc(c.model.Scenarios, Scenario.hasSusceptibility) {
		c.Add(field+"/kind", TreeNeeded, "scenario", "no scenario of the model")
	}
}

// hasSusceptibility reports whether hardening has something to work on. An
// effect on all scenarios passes over those that have not.
func (s Scenario) hasSusceptibility() bool {
	return s.Tree != nil && s.Tree.LossEventFrequency == nil
}

func (s Scenario) isProduct() bool { return s.Tree != nil && s.Tree.Form == FormProduct }

// Validate reports every parameter that is missing, not used or out of range.
func (e Effect) Validate() error {
	c := newChecker()
	aims.CheckWord(&c.Checker, "kind", e.Kind)
	if !e.Kind.Known() {
		return c.Err()
	}
	list := []parameter{
		{"share", e.Share != nil},
		{"probability", e.Probability.known},
		{"perEvent", e.PerEvent != nil},
		{"perYear", e.PerYear != nil},
	}
	need, may := e.wants()
	c.parameters(string(e.Kind), list, need, may)
	c.within("share", "a share", e.Share, 0, 1)
	c.number("probability", e.Probability, probability, wantProbability)
	c.layer("perEvent", e.PerEvent)
	c.layer("perYear", e.PerYear)
	return c.Err()
}

func (e Effect) wants() (need, may []string) {
	switch {
	case e.Kind == Detection:
		return []string{"share", "probability"}, nil
	case e.Kind != Cover:
		return []string{"share"}, nil
	case e.PerYear != nil:
		return nil, []string{"perEvent", "perYear"}
	}
	return []string{"perEvent"}, []string{"perYear"}
}

func (c *checker) layer(field string, l *Layer) {
	if l == nil {
		return
	}
	if !l.Deductible.known && !l.Limit.known {
		c.Add(field, LayerEmpty)
	}
	c.number(field+"/deductible", l.Deductible, notNegative, wantNotNegative)
	c.number(field+"/limit", l.Limit, notNegative, wantNotNegative)
}

func (c *modelChecker) shocks() {
	ids(c.checker, "shocks", len(c.model.Shocks), func(i int) ShockID { return c.model.Shocks[i].ID })
	for i, s := range c.model.Shocks {
		at := func(parts ...any) string { return aims.Field(append([]any{"shocks", i}, parts...)...) }
		c.OptionalText(at("title"), s.Title)
		c.Refs(at("refs"), s.Refs)
		if !s.Probability.known {
			c.Add(at("probability"), aims.Missing)
		}
		c.number(at("probability"), s.Probability, probability, wantProbability)
		if len(s.Strikes) == 0 {
			c.Add(at("strikes"), aims.Missing)
		}
		seen := make(map[ScenarioID]bool)
		for j, k := range s.Strikes {
			scenario := c.known(at("strikes", j, "scenario"), k.Scenario)
			if seen[k.Scenario] && k.Scenario != "" {
				c.Add(at("strikes", j, "scenario"), aims.Twice, "value", string(k.Scenario))
			}
			seen[k.Scenario] = true
			if k.Events == nil && !k.Factor.known {
				c.Add(at("strikes", j), StrikeEmpty, "scenario", string(k.Scenario))
			}
			if k.Events != nil {
				c.Nest(at("strikes", j, "events"), k.Events.Validate())
				if scenario != nil && scenario.isProduct() {
					c.Add(at("strikes", j, "events"), ProductHasNoEvents, "scenario", string(k.Scenario))
				}
			}
			c.number(at("strikes", j, "factor"), k.Factor, notNegative, wantNotNegative)
		}
	}
}
