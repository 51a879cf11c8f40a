package impact

import "github.com/aimskit/aimskit/risk"

// Span is a level as far as it is known: it lies between the two, inclusive.
// They are equal once everything that the level hangs on was assessed. The zero
// value means that there was nothing to assess.
type Span struct {
	AtLeast risk.Level `json:"atLeast,omitzero"`
	AtMost  risk.Level `json:"atMost,omitzero"`
}

// Level returns the level, and whether it is known.
func (s Span) Level() (risk.Level, bool) { return s.AtLeast, s.AtLeast == s.AtMost && s.AtLeast != 0 }

// spanOf returns the span of a level on a scale: all of the scale where it was
// not assessed.
func spanOf(l, top risk.Level) Span {
	if l == 0 {
		return Span{1, top}
	}
	return Span{l, l}
}

// lowered returns the span after a reduction, which ends at level 1.
func (s Span) lowered(by int) Span {
	lower := func(l risk.Level) risk.Level { return risk.Level(max(int(l)-by, 1)) }
	return Span{lower(s.AtLeast), lower(s.AtMost)}
}

// or returns the span of the worse of two levels.
func (s Span) or(t Span) Span { return Span{max(s.AtLeast, t.AtLeast), max(s.AtMost, t.AtMost)} }
