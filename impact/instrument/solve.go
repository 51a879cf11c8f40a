package instrument

import (
	"maps"
	"slices"
)

// The bounds on how many tests are looked at: for one question about guards,
// and for all about an instrument.
const (
	maxSteps    = 20_000
	maxAllSteps = 1_000_000
)

// solver finds out whether guards can be met.
type solver struct {
	p     *Program
	chain bool // answers must be to questions that they show
	steps int
	spent int
}

// solvable reports whether some answers meet all tests; with chain, answers
// to questions that these answers show. It also says so when it cannot be
// decided in time.
//
// Tests ask for answers and never for their absence, so that it is enough to
// gather what they ask: of a question with one answer the choices that are
// left, of one with many the choices that must be there.
func (v *solver) solvable(chain bool, tests ...test) bool {
	v.chain, v.spent, v.steps = chain, v.spent+v.steps, 0
	return v.solve(tests, wishes{one: make(map[int][]bool), many: make(map[int]uint64), only: make(map[int]uint64), shown: make(map[int]bool)})
}

// wishes is what answers must be.
type wishes struct {
	one   map[int][]bool // question → the choices left
	many  map[int]uint64 // question → the choices that must be there
	only  map[int]uint64 // question → all that may be there
	shown map[int]bool   // nodes that must be shown
}

func (w wishes) clone() wishes {
	return wishes{maps.Clone(w.one), maps.Clone(w.many), maps.Clone(w.only), maps.Clone(w.shown)}
}

func (v *solver) solve(tests []test, w wishes) bool {
	for len(tests) > 0 {
		if v.steps++; v.steps > min(maxSteps, maxAllSteps-v.spent) {
			return true
		}
		t := tests[0]
		tests = tests[1:]
		switch {
		case t.leaf:
			if !w.add(t) {
				return false
			}
			for n := v.p.qs[t.q].node; v.chain && n >= 0 && !w.shown[n]; n = v.p.nodes[n].parent {
				w.shown[n] = true
				tests = append(slices.Clone(tests), v.p.nodes[n].guard)
			}
		case t.any:
			return slices.ContainsFunc(t.parts, func(part test) bool {
				return v.solve(append([]test{part}, tests...), w.clone())
			})
		default:
			tests = slices.Concat(t.parts, tests)
		}
	}
	return true
}

// add takes a wish in, and reports whether all can still be met.
func (w wishes) add(t test) bool {
	if t.allow != nil {
		left := slices.Clone(t.allow)
		for i, before := range w.one[t.q] {
			left[i] = left[i] && before
		}
		w.one[t.q] = left
		return slices.Contains(left, true)
	}
	w.many[t.q] |= t.has
	if only, bounded := w.only[t.q]; t.only {
		if bounded && only != t.has {
			return false
		}
		w.only[t.q] = t.has
	}
	only, bounded := w.only[t.q]
	return !bounded || w.many[t.q]&^only == 0
}
