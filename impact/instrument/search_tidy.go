package instrument

import "slices"

// tidy makes each change of a set as small as the rest allows.
func (x *search) tidy(set []step, d direction) []step {
	was := make([]choice, len(set))
	for i, c := range set {
		was[i] = x.s.answer(c.q)
		x.s.set(c.q, c.to)
	}
	out := slices.Clone(set)
	for i, c := range set {
		out[i].to = x.milder(c.q, was[i], c.to, d, set...)
		x.s.set(c.q, out[i].to)
	}
	for i, c := range set {
		x.s.set(c.q, was[i])
	}
	return out
}

// milder returns the smallest change from one answer to another question's
// answer that still leads in the direction, all else as it is; others are the
// changes that must stay possible.
func (x *search) milder(q int, was, to choice, d direction, others ...step) choice {
	question, before := &x.p.qs[q], x.s.answer(q)
	defer func() { x.s.set(q, before) }()
	leads := func(c choice) bool {
		x.s.set(q, c)
		hidden := func(o step) bool { return !x.s.shown[x.p.qs[o.q].node] }
		return d.gone(x.base, x.s.level()) && !slices.ContainsFunc(others, hidden)
	}
	if question.Type == Single {
		distance := func(i int) int { return abs(question.Choices[i].Points - question.worth(was)) }
		for i := range question.Choices {
			if i != was.pick && distance(i) < distance(to.pick) && leads(choice{given: true, pick: i}) {
				to = choice{given: true, pick: i}
			}
		}
		return to
	}
	for changed := to.mask ^ was.mask; changed != 0; changed &= changed - 1 {
		back := to
		back.mask ^= changed & -changed
		if (back.mask != was.mask || !was.given) && leads(back) {
			to = back
		}
	}
	return to
}

func abs(n int) int { return max(n, -n) }
