package instrument

import "slices"

// gain is what a change to a free question can add or take, in points.
type gain struct {
	q, by int
}

// gains returns the greatest gains of each kind, the greatest first, at most
// so many of each.
func (x *search) gains(d direction, most int) (raw, measures []gain) {
	if most == 0 {
		return nil, nil
	}
	raw, measures = make([]gain, 0, most+1), make([]gain, 0, most+1)
	for _, q := range x.free {
		question := &x.p.qs[q]
		if !x.s.shown[question.node] {
			continue
		}
		if g := (gain{q, x.room(q, d)}); g.by > 0 && question.kind == Raw {
			raw = insert(raw, g, most)
		} else if g.by > 0 {
			measures = insert(measures, g, most)
		}
	}
	return raw, measures
}

// insert keeps a list of the greatest gains sorted.
func insert(list []gain, g gain, most int) []gain {
	if len(list) == most && list[most-1].by >= g.by {
		return list
	}
	list = append(list, g)
	for i := len(list) - 1; i > 0 && list[i-1].by < g.by; i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	return list[:min(len(list), most)]
}

// room is how far the points of question q can move: raw points in the
// direction, measures against it.
func (x *search) room(q int, d direction) int {
	question := &x.p.qs[q]
	if rises := (question.kind == Raw) == (d == up); rises {
		return question.most - x.s.counted[q]
	}
	return x.s.counted[q] - question.least()
}

// extreme is the answer to a free question that leads furthest.
func (x *search) extreme(q int, d direction) choice {
	question, was := &x.p.qs[q], x.s.answer(q)
	rises := (question.kind == Raw) == (d == up)
	if question.Type == Multiple {
		worth := question.worthMask(^uint64(0))
		if rises {
			return choice{given: true, pick: -1, mask: was.mask | worth}
		}
		return choice{given: true, pick: -1, mask: was.mask &^ worth}
	}
	best := 0
	for i, c := range question.Choices {
		if rises && c.Points > question.Choices[best].Points || !rises && c.Points < question.Choices[best].Points {
			best = i
		}
	}
	return choice{given: true, pick: best}
}

// beyond looks for a set larger than what is searched completely: no more
// than one change to a branching question, and free ones as few as possible.
func (x *search) beyond(d direction) []step {
	best := x.fewest(d, nil, nil)
	for _, q := range x.branch {
		was := x.s.answer(q)
		for _, to := range x.alternatives(q, d) {
			x.s.set(q, to)
			if x.s.shown[x.p.qs[q].node] {
				best = x.fewest(d, []step{{q, to}}, best)
			}
			x.s.set(q, was)
		}
	}
	return best
}

// fewest completes a set with the fewest free changes, if it then is smaller
// than the best one so far.
func (x *search) fewest(d direction, done, best []step) []step {
	raw, measures := x.gains(d, len(x.free))
	most := len(raw) + len(measures)
	if best != nil {
		most = min(most, len(best)-len(done)-1)
	}
	if most < 0 {
		return best
	}
	sumRaw, sumMeasures := sums(raw), sums(measures)
	forced := x.s.forced()
	for n := 0; n <= most; n++ {
		for i := max(0, n-len(measures)); i <= min(n, len(raw)); i++ {
			score := x.s.score
			score.Raw += int(d) * sumRaw[i]
			score.Mitigation -= int(d) * sumMeasures[n-i]
			if d.gone(x.base, max(forced, x.p.levelOf(score))) {
				return x.picked(d, done, slices.Concat(raw[:i], measures[:n-i]))
			}
		}
	}
	return best
}

// sums returns the sums of the first 0, 1, 2 … gains.
func sums(list []gain) []int {
	out := make([]int, len(list)+1)
	for i, g := range list {
		out[i+1] = out[i] + g.by
	}
	return out
}
