package instrument

import "math/bits"

// state is a set of answers with everything that follows from it, kept up to
// date while single answers change.
type state struct {
	p       *Program
	drop    bool     // hidden answers are as if they were not given
	pick    []int    // per question with one answer: the choice; -1: none
	mask    []uint64 // per question with many answers: the choices
	given   []bool   // per question
	shown   []bool   // per node
	counted []int    // per question: the points that count
	score   Score
}

func (p *Program) newState(drop bool) *state {
	s := &state{p: p, drop: drop}
	ints := make([]int, 2*len(p.qs))
	bools := make([]bool, len(p.qs)+len(p.nodes))
	s.pick, s.counted = ints[:len(p.qs)], ints[len(p.qs):]
	s.given, s.shown = bools[:len(p.qs)], bools[len(p.qs):]
	s.mask = make([]uint64, len(p.qs))
	for i := range s.pick {
		s.pick[i] = -1
	}
	return s
}

// choice is the answer to one question in numbers.
type choice struct {
	given bool
	pick  int // -1: none
	mask  uint64
}

var unanswered = choice{pick: -1}

func (s *state) answer(q int) choice { return choice{s.given[q], s.pick[q], s.mask[q]} }

func (s *state) put(q int, c choice) { s.given[q], s.pick[q], s.mask[q] = c.given, c.pick, c.mask }

// settle works everything out.
func (s *state) settle() {
	for n := range s.p.nodes {
		s.shown[n] = s.isShown(n)
	}
	s.score = Score{}
	for q := range s.p.qs {
		s.counted[q] = 0
		s.count(q)
	}
	s.current()
}

// set changes one answer and what follows from it.
func (s *state) set(q int, c choice) {
	s.put(q, c)
	s.count(q)
	for _, n := range s.p.qs[q].touches {
		is := s.isShown(n)
		if s.shown[n] == is {
			continue
		}
		s.shown[n] = is
		if other := s.p.nodes[n].question; other >= 0 {
			s.count(other)
		}
	}
	s.current()
}

// count brings the points of question q up to date.
func (s *state) count(q int) {
	question := &s.p.qs[q]
	if !question.scores {
		return
	}
	points := 0
	if s.effective(q) {
		points = question.worth(s.answer(q))
	}
	change := points - s.counted[q]
	s.counted[q] = points
	if question.kind == Raw {
		s.score.Raw += change
	} else {
		s.score.Mitigation += change
	}
}

func (s *state) current() {
	s.score.Current = s.p.scoring.current(s.score.Raw, s.score.Mitigation, s.p.most.Mitigation)
}

// effective reports whether guards and scores see the answer to question q.
func (s *state) effective(q int) bool {
	return s.given[q] && (!s.drop || s.shown[s.p.qs[q].node])
}

func (s *state) isShown(n int) bool {
	node := &s.p.nodes[n]
	return (node.parent < 0 || s.shown[node.parent]) && s.holds(&node.guard)
}

func (s *state) holds(t *test) bool {
	if t.leaf {
		return s.effective(t.q) && t.meets(s.answer(t.q))
	}
	for i := range t.parts {
		if s.holds(&t.parts[i]) == t.any {
			return t.any
		}
	}
	return !t.any
}

// meets reports whether an answer that is given makes a leaf hold.
func (t *test) meets(c choice) bool {
	if t.allow != nil {
		return c.pick >= 0 && t.allow[c.pick]
	}
	return c.mask&t.has == t.has && (!t.only || c.mask == t.has)
}

// forced returns the level that triggers force, from 1; they stand in the
// order of their levels.
func (s *state) forced() int {
	level := 1
	for i := range s.p.triggers {
		if t := &s.p.triggers[i]; s.holds(&t.guard) {
			level = t.level
		}
	}
	return level
}

func (s *state) level() int {
	return max(s.p.scoring.level(s.score.Current, s.p.most.Raw), s.forced())
}

// worth returns the points of an answer.
func (q *question) worth(c choice) int {
	if q.Type == Single {
		if c.pick < 0 {
			return 0
		}
		return q.Choices[c.pick].Points
	}
	sum := 0
	for rest := c.mask; rest != 0; rest &= rest - 1 {
		sum += q.Choices[bits.TrailingZeros64(rest)].Points
	}
	return sum
}
