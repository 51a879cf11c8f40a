package instrument

import (
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Scoring says how points become a level. The level is the place of its
// outcome, beginning with 1.
type Scoring struct {
	Unit     Unit      `json:"unit"`            // of [Outcome.Over]
	Credit   Credit    `json:"credit,omitzero"` // absent: measures lower nothing
	Outcomes []Outcome `json:"outcomes"`        // from the lowest level to the highest
}

// Credit is what measures earn: once the mitigation score reaches From
// percent of the mitigation maximum, the current score is the raw score less
// Cut percent, rounded half up. Below that it is the raw score. The zero value
// gives no credit.
type Credit struct {
	From int `json:"from"` // percent, 1 to 100; the bound itself earns the credit
	Cut  int `json:"cut"`  // percent, 1 to 100
}

// Outcome is a level and what follows from it.
type Outcome struct {
	ID    OutcomeID `json:"id"`
	Title Text      `json:"title"`
	// Over is the score above which the outcome begins, in [Scoring.Unit]; a
	// score equal to it still belongs to the outcome below. Each outcome
	// begins higher than the one before it, and the first, which takes every
	// score up to the second, has none.
	Over int `json:"over,omitempty"`
	// If forces at least this outcome, whatever the score, when it holds.
	If          Guard        `json:"if,omitzero"`
	Obligations []Obligation `json:"obligations,omitempty"`
}

// Obligation is something that an outcome asks for.
type Obligation struct {
	ID     ObligationID `json:"id"`
	Title  Text         `json:"title"`
	Text   Text         `json:"text,omitempty"`
	Source string       `json:"source,omitempty"` // where it is laid down
}

// earned reports whether mitigation points earn the credit, given their
// maximum. An instrument without measures earns none.
func (c Credit) earned(mitigation, most int) bool {
	return c.From > 0 && most > 0 && 100*int64(mitigation) >= int64(c.From)*int64(most)
}

// current returns the score that the level is read from.
func (s Scoring) current(raw, mitigation, mostMitigation int) int {
	if !s.Credit.earned(mitigation, mostMitigation) {
		return raw
	}
	return int((int64(100-s.Credit.Cut)*int64(raw) + 50) / 100)
}

// level returns the level of a current score, given the raw maximum.
func (s Scoring) level(current, mostRaw int) int {
	level := 1
	for i := 1; i < len(s.Outcomes) && s.above(current, s.Outcomes[i].Over, mostRaw); i++ {
		level = i + 1
	}
	return level
}

func (s Scoring) above(current, bound, mostRaw int) bool {
	if s.Unit == Percent {
		return 100*int64(current) > int64(bound)*int64(mostRaw)
	}
	return current > bound
}

// validate reports malformed parts; the guards of outcomes are checked with
// the other guards.
func (s Scoring) validate(c *aims.Checker) {
	aims.CheckWord(c, "unit", s.Unit)
	if s.Credit != (Credit{}) {
		percent(c, "credit/from", s.Credit.From)
		percent(c, "credit/cut", s.Credit.Cut)
	}
	if len(s.Outcomes) == 0 {
		c.Add("outcomes", aims.Missing)
	}
	for i, o := range s.Outcomes {
		at := aims.Field("outcomes", i)
		aims.CheckID(c, at+"/id", o.ID)
		checkText(c, at+"/title", o.Title, true)
		s.validateBound(c, at+"/over", i)
		for j, b := range o.Obligations {
			in := aims.Field("outcomes", i, "obligations", j)
			aims.CheckID(c, in+"/id", b.ID)
			checkText(c, in+"/title", b.Title, true)
			checkText(c, in+"/text", b.Text, false)
			c.OptionalText(in+"/source", b.Source)
		}
		twice(c, at+"/obligations", o.Obligations, func(b Obligation) string { return string(b.ID) })
	}
	twice(c, "outcomes", s.Outcomes, func(o Outcome) string { return string(o.ID) })
}

func (s Scoring) validateBound(c *aims.Checker, at string, i int) {
	over := s.Outcomes[i].Over
	switch {
	case over < 0:
		c.Add(at, aims.Negative, "got", strconv.Itoa(over))
	case s.Unit == Percent && over > 100:
		c.Add(at, PercentRange, "got", strconv.Itoa(over))
	case i == 0 && over != 0:
		c.Add(at, OutcomeOrder, "got", strconv.Itoa(over), "want", "no bound, because every score up to the second outcome belongs to the first")
	case i > 1 && over <= s.Outcomes[i-1].Over:
		c.Add(at, OutcomeOrder, "got", strconv.Itoa(over), "want", "more than "+strconv.Itoa(s.Outcomes[i-1].Over)+", where the outcome before begins")
	}
}

func percent(c *aims.Checker, at string, p int) {
	if p < 1 || p > 100 {
		c.Add(at, PercentRange, "got", strconv.Itoa(p))
	}
}
