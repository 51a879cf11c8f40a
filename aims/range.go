package aims

// Range is what a number should be: at least one bound, at most another, both
// inclusive. An absent bound bounds nothing; the zero value says nothing at
// all. The unit is that of the number.
type Range struct {
	AtLeast Amount `json:"atLeast,omitzero"`
	AtMost  Amount `json:"atMost,omitzero"`
}

// IsZero reports whether the range has no bound.
func (r Range) IsZero() bool { return !r.AtLeast.Known() && !r.AtMost.Known() }

// Holds says whether a lies in the range: unknown where a is unknown or the
// range has no bound.
func (r Range) Holds(a Amount) Answer {
	if r.IsZero() || !a.Known() {
		return Unknown
	}
	if order, ok := a.Cmp(r.AtLeast); ok && order < 0 {
		return No
	}
	if order, ok := a.Cmp(r.AtMost); ok && order > 0 {
		return No
	}
	return Yes
}

// RangeEmpty: the lower bound of a [Range] lies above the upper one.
const RangeEmpty Code = "aims/range-empty"

// Validate reports a range that no number can meet.
func (r Range) Validate() error {
	var c Checker
	if order, ok := r.AtLeast.Cmp(r.AtMost); ok && order > 0 {
		c.Add("atLeast", RangeEmpty, "atLeast", r.AtLeast.String(), "atMost", r.AtMost.String())
	}
	return c.Err()
}
