package instrument

import (
	"cmp"
	"slices"
)

// relaxed returns a size that no set can be smaller than, or zero if none can
// lead there: it lets every question gain what it could at best, and a
// branching one beside that everything that depends on it.
func (x *search) relaxed(d direction) int {
	var raw, measures []int
	room := func(q int) (int, int) {
		question := &x.p.qs[q]
		if !question.scores {
			return 0, 0
		}
		by := x.s.counted[q] // down to nothing, because the question may be hidden
		if (question.kind == Raw) == (d == up) {
			by = question.most - x.s.counted[q]
		}
		if question.kind == Raw {
			return by, 0
		}
		return 0, by
	}
	for q := range x.p.qs {
		r, m := room(q)
		for _, n := range x.p.qs[q].touches {
			if other := x.p.nodes[n].question; other >= 0 {
				moreRaw, moreMeasures := room(other)
				r, m = r+moreRaw, m+moreMeasures
			}
		}
		raw, measures = append(raw, r), append(measures, m)
	}
	falling := func(a, b int) int { return cmp.Compare(b, a) }
	slices.SortFunc(raw, falling)
	slices.SortFunc(measures, falling)
	score := x.s.score
	for n := range raw {
		score.Raw = min(max(score.Raw+int(d)*raw[n], 0), x.p.most.Raw)
		score.Mitigation = min(max(score.Mitigation-int(d)*measures[n], 0), x.p.most.Mitigation)
		if d.gone(x.base, x.p.levelOf(score)) || x.couldForce(d) {
			return n + 1
		}
	}
	return 0
}

// couldForce reports whether changed answers might force a level in the
// direction, or end what forces the present one.
func (x *search) couldForce(d direction) bool {
	if d == down {
		return false
	}
	return slices.ContainsFunc(x.p.triggers, func(t trigger) bool { return t.level > x.base })
}
