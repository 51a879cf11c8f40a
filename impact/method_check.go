package impact

import (
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Validate reports every problem inside the record. A method that passes can
// rate every assessment whose levels are on its scales.
func (m Method) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", m.ID)
	c.OptionalDate("recorded", m.Recorded)
	c.Text("title", m.Title)
	c.OptionalText("version", m.Version)
	aims.CheckOptionalID(&c, "document", m.Document)
	m.checkTriggers(&c)
	if len(m.Domains) == 0 {
		c.Add("domains", aims.Missing)
	}
	aims.CheckWords(&c, "domains", m.Domains)
	for _, s := range m.scales() {
		c.Nest(s.name, s.scale.Validate())
	}
	m.checkTables(&c)
	m.checkLevels(&c)
	m.checkThresholds(&c)
	for i, u := range m.Uses {
		in := c.In("uses", i)
		aims.CheckID(in, "id", u.ID)
		aims.CheckWord(in, "class", u.Class)
		in.Text("text", u.Text)
	}
	checkUnlike(&c, "uses", "id", m.Uses, func(u ListedUse) UseID { return u.ID })
	checkRequiredLevel(&c, "concentrated/scale", m.Concentrated.Scale, m.Scale.Top())
	checkRequiredLevel(&c, "concentrated/scope", m.Concentrated.Scope, m.Scope.Top())
	for i, a := range m.Approvers {
		in := c.In("approvers", i)
		aims.CheckWord(in, "upTo", a.UpTo)
		aims.CheckIDs(in, "persons", a.Persons)
		aims.CheckIDs(in, "roles", a.Roles)
		if len(a.Persons)+len(a.Roles) == 0 {
			in.Add("", ApproverNobody)
		}
	}
	checkInterval(&c, "interval", m.Interval)
	checkInterval(&c, "retention", m.Retention)
	c.OptionalDate("reviewBy", m.ReviewBy)
	aims.CheckEach(&c, "reviews", m.Reviews)
	aims.CheckEach(&c, "approvals", m.Approvals)
	c.OptionalDate("withdrawn", m.Withdrawn)
	return c.Err()
}

type namedScale struct {
	name  string
	scale risk.Scale
}

func (m *Method) scales() []namedScale {
	return []namedScale{
		{"scale", m.Scale},
		{"scope", m.Scope},
		{"irremediability", m.Irremediability},
		{"likelihood", m.Likelihood},
		{"severity", m.Severity},
	}
}

func (m *Method) checkTriggers(c *aims.Checker) {
	if len(m.Triggers) == 0 {
		c.Add("triggers", aims.Missing)
	}
	for i, t := range m.Triggers {
		in := c.In("triggers", i)
		aims.CheckID(in, "id", t.ID)
		aims.CheckWord(in, "kind", t.Kind)
		in.Text("text", t.Text)
	}
	checkUnlike(c, "triggers", "id", m.Triggers, func(t Trigger) TriggerID { return t.ID })
}

func (m *Method) checkTables(c *aims.Checker) {
	scale, scope := side{"scale", len(m.Scale.Steps)}, side{"scope", len(m.Scope.Steps)}
	irremediability := side{"irremediability", len(m.Irremediability.Steps)}
	likelihood, severity := side{"likelihood", len(m.Likelihood.Steps)}, side{"severity", len(m.Severity.Steps)}
	m.Extent.check(c, "extent", scale, scope, severity.n)
	m.Harm.check(c, "harm", severity, irremediability, severity.n)
	sound := m.Impact.check(c, "impact", likelihood, severity, len(m.Levels))
	if !m.Rights.check(c, "rights", likelihood, severity, len(m.Levels)) || !sound || likelihood.n == 0 {
		return
	}
	last := likelihood.n - 1
	for j := 1; j < severity.n; j++ {
		if below, l := m.Rights[last][j-1], m.Rights[0][j]; l < below {
			c.Add(aims.Field("rights", 0, j), PrecedenceBroken, "got", l.String(), "before", below.String())
		}
	}
	for i, row := range m.Rights {
		for j, l := range row {
			if other := m.Impact[i][j]; l < other {
				c.Add(aims.Field("rights", i, j), RightsLower, "got", l.String(), "other", other.String())
			}
		}
	}
}

func (m *Method) checkLevels(c *aims.Checker) {
	switch n := len(m.Levels); {
	case n == 0:
		c.Add("levels", aims.Missing)
	case n > int(risk.MaxLevel):
		c.Add("levels", aims.TooMany, "got", strconv.Itoa(n), "max", strconv.Itoa(int(risk.MaxLevel)))
	}
	for i, b := range m.Levels {
		in := c.In("levels", i)
		in.Text("label", b.Label)
		in.OptionalText("action", b.Action)
		in.OptionalText("color", b.Color)
	}
	checkUnlike(c, "levels", "label", m.Levels, func(b risk.Band) string { return b.Label })
}

func (m *Method) checkThresholds(c *aims.Checker) {
	checkRequiredLevel(c, "sensitive", m.Sensitive, m.Top())
	checkLevel(c, "restricted", m.Restricted, m.Top())
	checkLevel(c, "prohibited", m.Prohibited, m.Top())
	last, name := m.Sensitive, "sensitive"
	for _, t := range []axis{{"restricted", m.Restricted}, {"prohibited", m.Prohibited}} {
		if t.level == 0 {
			continue
		}
		if t.level < last {
			c.Add(t.name, ThresholdsSwapped, "got", t.level.String(), "other", name, "before", last.String())
		}
		last, name = t.level, t.name
	}
}

func checkRequiredLevel(c *aims.Checker, field string, l, top risk.Level) {
	if l == 0 {
		c.Add(field, aims.Missing)
		return
	}
	checkLevel(c, field, l, top)
}

func checkInterval(c *aims.Checker, field string, i aims.Interval) {
	if i == "" {
		c.Add(field, aims.Missing)
		return
	}
	c.OptionalInterval(field, i)
}
