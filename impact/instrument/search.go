package instrument

import (
	"math/bits"
	"slices"
)

// The bounds of the search.
const (
	exactSize    = 3          // sets up to this size are searched completely
	maxTries     = 50_000     // combinations of answers to branching questions, for each of these sizes
	maxSize      = 16         // and larger ones up to this size, while that goes fast
	extraTries   = 4_000      // the same for each of these
	maxWork      = 40_000_000 // combinations times parts, for each size: only strange instruments get here
	maxBranching = 10         // choices of a branching question that guards ask for
)

// search looks for small sets of changes that lead to another level.
//
// Two kinds of question are told apart. An answer to a free question changes
// its own points only, so that for a number of changes the best ones are
// simply those that gain most; the search is exact for them at any size. An
// answer to a branching question also changes what else is shown, or forces an
// outcome; their combinations are tried one by one, and the free changes are
// added to each.
type search struct {
	p       *Program
	s       *state // as the answers are, between any two steps
	base    int    // the level
	free    []int  // questions
	branch  []int
	asked   map[int][]test // what is asked about the branching questions
	options map[optionsOf][]choice
	start   Score
	bounded *reachBound
	tries   int  // how many more
	capped  bool // some answer to a branching question is not among its alternatives
}

type optionsOf struct {
	q int
	d direction
}

// step is a change in numbers.
type step struct {
	q  int
	to choice
}

func newSearch(s *state) *search {
	x := &search{p: s.p, s: s, base: s.level(), start: s.score, asked: make(map[int][]test), options: make(map[optionsOf][]choice)}
	for q := range s.p.qs {
		switch question := &s.p.qs[q]; {
		case question.branches:
			x.branch = append(x.branch, q)
		case question.scores && question.most > 0:
			x.free = append(x.free, q)
		}
	}
	note := func(leaf test) {
		if s.p.qs[leaf.q].branches {
			x.asked[leaf.q] = append(x.asked[leaf.q], leaf)
		}
	}
	for n := range s.p.nodes {
		s.p.nodes[n].guard.leaves(note)
	}
	for i := range s.p.triggers {
		s.p.triggers[i].guard.leaves(note)
	}
	return x
}

// alternatives returns the other answers to a question that can lead
// furthest in a direction: of those that the guards take alike, the one with
// the best points.
func (x *search) alternatives(q int, d direction) []choice {
	key := optionsOf{q, d}
	list, ok := x.options[key]
	if !ok {
		list = x.findAlternatives(q, d)
		x.options[key] = list
	}
	return list
}

func (x *search) findAlternatives(q int, d direction) []choice {
	question, was := &x.p.qs[q], x.s.answer(q)
	want := 0 // the points that lead there: more, fewer, or no matter
	switch {
	case question.scores && question.kind == Raw:
		want = int(d)
	case question.scores:
		want = -int(d)
	}
	var candidates []choice
	if question.Type == Single {
		for i := range question.Choices {
			candidates = append(candidates, choice{given: true, pick: i})
		}
	} else {
		candidates = x.subsets(q, was, want)
	}
	best := make(map[string]int)
	var out []choice
	for _, c := range candidates {
		if c == was || question.Type == Multiple && c.mask == was.mask {
			continue
		}
		seen := x.signature(q, c)
		i, ok := best[seen]
		if !ok {
			best[seen] = len(out)
			out = append(out, c)
		} else if want*question.worth(c) > want*question.worth(out[i]) {
			out[i] = c
		}
	}
	return out
}

// subsets returns the answers to a question with many: every combination of
// the choices that guards ask for, with all or none of the others, as wanted.
func (x *search) subsets(q int, was choice, want int) []choice {
	question := &x.p.qs[q]
	all := ^uint64(0) >> (64 - len(question.Choices))
	var asked uint64
	for _, leaf := range x.asked[q] {
		asked |= leaf.has
		if leaf.only {
			asked = all
		}
	}
	if bits.OnesCount64(asked) > maxBranching {
		x.capped = true
		asked = 0
	}
	rest := was.mask &^ asked
	switch want {
	case 1:
		rest = question.worthMask(all) &^ asked
	case -1:
		rest &^= question.worthMask(all)
	}
	var out []choice
	for subset := asked; ; subset = (subset - 1) & asked {
		out = append(out, choice{given: true, pick: -1, mask: subset | rest})
		if subset == 0 {
			return out
		}
	}
}

// worthMask returns those of the choices that have points.
func (q *question) worthMask(of uint64) uint64 {
	var out uint64
	for i, c := range q.Choices {
		if c.Points > 0 {
			out |= of & (1 << i)
		}
	}
	return out
}

// signature says what the guards make of an answer.
func (x *search) signature(q int, c choice) string {
	out := make([]byte, len(x.asked[q]))
	for i, leaf := range x.asked[q] {
		if leaf.meets(c) {
			out[i] = 1
		}
	}
	return string(out)
}

// smallest returns the smallest set found, and the size that every set has at
// least; zero if no set leads there. Sizes are searched one after the other,
// the first few completely and further ones while that goes fast.
func (x *search) smallest(d direction) (set []step, atLeast int) {
	x.bounded = x.bound(d)
	if atLeast = x.bounded.least(); atLeast == 0 {
		return nil, 0
	}
	best := x.beyond(d)
	for size := 1; size <= min(maxSize, len(x.p.qs)) && (best == nil || size < len(best)); size++ {
		x.tries = min(maxTries, maxWork/len(x.p.nodes))
		if size > exactSize {
			x.tries = extraTries
		}
		if set := x.try(d, 0, size, nil); set != nil {
			best = set
			break
		}
		if x.tries < 0 {
			break
		}
		if !x.capped {
			atLeast = max(atLeast, size+1)
		}
	}
	return best, atLeast
}

// try looks for a set of so many changes: some to branching questions from
// number first on, the rest to free ones.
func (x *search) try(d direction, first, left int, done []step) []step {
	if set := x.fill(d, left, done); set != nil {
		return set
	}
	if left == 0 {
		return nil
	}
	for i := first; i < len(x.branch); i++ {
		q := x.branch[i]
		if x.bounded.hopeless(append(done, step{q: q}), left-1) {
			continue
		}
		was := x.s.answer(q)
		for _, to := range x.alternatives(q, d) {
			if x.tries--; x.tries < 0 {
				return nil
			}
			x.s.set(q, to)
			set := x.try(d, i+1, left-1, append(done, step{q, to}))
			x.s.set(q, was)
			if set != nil {
				return set
			}
		}
	}
	return nil
}

// fill adds the best free changes, at most so many, and returns the set if it
// leads there.
func (x *search) fill(d direction, left int, done []step) []step {
	for _, c := range done {
		if !x.s.shown[x.p.qs[c.q].node] {
			return nil
		}
	}
	forced := x.s.forced()
	raw, measures := x.gains(d, left)
	for i := 0; i <= min(left, len(raw)); i++ {
		j := min(left-i, len(measures))
		score := x.s.score
		for _, g := range raw[:i] {
			score.Raw += int(d) * g.by
		}
		for _, g := range measures[:j] {
			score.Mitigation -= int(d) * g.by
		}
		if d.gone(x.base, max(forced, x.p.levelOf(score))) {
			return x.picked(d, done, slices.Concat(raw[:i], measures[:j]))
		}
	}
	return nil
}

func (x *search) picked(d direction, done []step, gains []gain) []step {
	set := append([]step{}, done...)
	for _, g := range gains {
		set = append(set, step{g.q, x.extreme(g.q, d)})
	}
	return set
}
