package instrument

import (
	"cmp"
	"slices"
)

// reachBound says how far changes can lead at most, from the answers as they are:
// every question may gain what it could at best, and a branching one beside
// that everything that depends on it. What changes of several questions do
// together is never more than the sum.
type reachBound struct {
	x   *search
	d   direction
	raw []int // per question: how far the raw score moves in the direction
	// per question: how far the mitigation score moves against it
	measures []int
	// sums of the greatest 0, 1, 2 … of these
	topRaw, topMeasures []int
	force               bool // a change may force a level in the direction
}

func (x *search) bound(d direction) *reachBound {
	b := &reachBound{x: x, d: d, force: d == up && slices.ContainsFunc(x.p.triggers, func(t trigger) bool { return t.level > x.base })}
	hideable := make([]bool, len(x.p.qs))
	for _, q := range x.branch {
		for _, n := range x.p.qs[q].touches {
			if other := x.p.nodes[n].question; other >= 0 {
				hideable[other] = true
			}
		}
	}
	room := func(q int) (raw, measures int) {
		question := &x.p.qs[q]
		if !question.scores {
			return 0, 0
		}
		by := max(0, x.room(q, d))
		if rises := (question.kind == Raw) == (d == up); !rises && hideable[q] {
			by = x.s.counted[q] // down to nothing
		}
		if question.kind == Raw {
			return by, 0
		}
		return 0, by
	}
	for q := range x.p.qs {
		raw, measures := room(q)
		if x.p.qs[q].branches {
			for _, n := range x.p.qs[q].touches {
				if other := x.p.nodes[n].question; other >= 0 {
					moreRaw, moreMeasures := room(other)
					raw, measures = raw+moreRaw, measures+moreMeasures
				}
			}
		}
		b.raw, b.measures = append(b.raw, raw), append(b.measures, measures)
	}
	b.topRaw, b.topMeasures = top(b.raw), top(b.measures)
	return b
}

// top returns the sums of the greatest 0, 1, 2 … numbers.
func top(list []int) []int {
	list = slices.SortedFunc(slices.Values(list), func(a, b int) int { return cmp.Compare(b, a) })
	out := make([]int, len(list)+1)
	for i, n := range list {
		out[i+1] = min(out[i]+n, MaxTotal) // more is no more, and fits 32 bits
	}
	return out
}

// hopeless reports whether the changes that are made, with so many more, can
// lead nowhere.
func (b *reachBound) hopeless(done []step, left int) bool {
	if b.force {
		return false
	}
	left = min(left, len(b.raw))
	raw, measures := b.topRaw[left], b.topMeasures[left]
	for _, c := range done {
		raw, measures = min(raw+b.raw[c.q], MaxTotal), min(measures+b.measures[c.q], MaxTotal)
	}
	score, most := b.x.start, b.x.p.most
	score.Raw = min(max(score.Raw+int(b.d)*raw, 0), most.Raw)
	score.Mitigation = min(max(score.Mitigation-int(b.d)*measures, 0), most.Mitigation)
	return !b.d.gone(b.x.base, b.x.p.levelOf(score))
}

// least returns a size that no set can be smaller than, or zero if none can
// lead there.
func (b *reachBound) least() int {
	for n := 1; n <= len(b.raw); n++ {
		if !b.hopeless(nil, n) {
			return n
		}
	}
	return 0
}
