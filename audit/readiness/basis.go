package readiness

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
)

// Basis is everything that a report follows from: the records with the gap
// statements among them, the day, the rules and the model. The same basis
// gives the same report. The zero value is refused.
type Basis struct {
	View  *audit.View
	At    aims.Date
	Rules rules.Set
	Model Model
}

// Assess evaluates the records and counts the result, with what the gap
// statements among the records state. Problems of the basis are an
// [aims.InvalidError] whose pointers begin with /view, /at or /model; an
// unusable set of rules is refused by [rules.Evaluate].
func (b Basis) Assess() (Report, error) {
	var c aims.Checker
	b.check(&c, "")
	if err := c.Err(); err != nil {
		return Report{}, err
	}
	j, err := b.judge()
	return j.report, err
}

// check reports what makes a basis unusable.
func (b Basis) check(c *aims.Checker, field string) {
	if field != "" {
		field += "/"
	}
	if b.View == nil {
		c.Add(field+"view", aims.Missing)
	}
	c.Date(field+"at", b.At)
	c.Nest(field+"model", b.Model.Validate())
}

// judgement is a report with the result that it counts.
type judgement struct {
	result rules.Result
	report Report
}

// judge makes the report of a basis that was checked.
func (b Basis) judge() (judgement, error) {
	result, err := rules.Evaluate(b.View, b.At, b.Rules)
	if err != nil {
		return judgement{}, err
	}
	return b.count(result)
}

// count makes the report of a result.
func (b Basis) count(result rules.Result) (judgement, error) {
	stated := audit.List[audit.GapStatement](b.View, b.At)
	report, err := Assess(result, stated, b.Model)
	return judgement{result, report}, err
}

// says returns what the rules say about a requirement or control.
func (j judgement) says(key aims.Key) []aims.Observation {
	for _, items := range [][]rules.Item{j.result.Requirements, j.result.Controls} {
		for _, i := range items {
			if i.Key == key {
				return i.Observations
			}
		}
	}
	return nil
}
