package montecarlo

// Prepared is a model that the exact method has taken apart, to ask what a
// change would do to it: the laws of its events and their transforms are kept,
// so that variants which have them in common take a tenth of the time. It is made
// by [Prepare]; the zero value has kept nothing. One must not be used by two
// goroutines at once.
type Prepared struct{ engine *exactEngine }

// Prepare takes a model apart, with the options of its results; errors are
// those of [Exact].
func Prepare(m Model, o ExactOptions) (*Prepared, error) {
	if err := o.Validate(); err != nil {
		return nil, err
	}
	e := newExactEngine(o)
	e.keep = true
	if _, err := e.result(m); err != nil {
		return nil, err
	}
	e.keep = false
	return &Prepared{e}, nil
}

// Exact is [Exact] of a variant of the model, such as with another rate or
// another set of controls, on the lattice of the model: what differs between two
// variants is what was changed, and not where the lattice happens to lie. A
// variant whose losses do not reach a quarter of the lattice, or reach beyond
// it, has a lattice of its own. The result depends on the model, the options and
// the variant, and not on what was asked before.
func (p *Prepared) Exact(variant Model) (Result, error) {
	if p == nil || p.engine == nil {
		return Exact(variant, ExactOptions{})
	}
	return p.engine.result(variant)
}

// fits reports whether the losses of the curve fill a quarter of its lattice at
// least and end on it, but for a probability of tail.
func (c *exactCurve) fits(tail float64) bool {
	if c.above[len(c.above)-1] > tail {
		return false
	}
	return 4*c.quantile(1-tail) >= c.end()
}
