package instrument

// bounds returns the lowest and the highest level that the answers can lead
// to once everything is answered that is shown by then. They are sure, but
// not always reached: what excludes what is not looked at.
func (s *state) bounds() (lowest, highest int) {
	possible := s.possible()
	low, high := Score{}, Score{}
	for q := range s.p.qs {
		question := &s.p.qs[q]
		if !question.scores {
			continue
		}
		least, most := s.counted[q], s.counted[q]
		switch {
		case s.given[q] && possible[question.node]:
			most = question.worth(s.answer(q))
		case !s.given[q] && possible[question.node]:
			most = question.most
			if s.shown[question.node] {
				least = question.least()
			}
		}
		if question.kind == Raw {
			low.Raw, high.Raw = low.Raw+least, high.Raw+most
		} else { // more measures, lower level
			low.Mitigation, high.Mitigation = low.Mitigation+most, high.Mitigation+least
		}
	}
	forced := 1
	for i := range s.p.triggers {
		if t := &s.p.triggers[i]; s.canHold(&t.guard, possible) {
			forced = t.level
		}
	}
	return max(s.p.levelOf(low), s.forced()), max(s.p.levelOf(high), forced)
}

// possible marks the nodes that are shown, or can be once more is answered.
func (s *state) possible() []bool {
	out := make([]bool, len(s.p.nodes))
	for n := range s.p.nodes {
		node := &s.p.nodes[n]
		out[n] = (node.parent < 0 || out[node.parent]) && s.canHold(&node.guard, out)
	}
	return out
}

func (p *Program) levelOf(s Score) int {
	return p.scoring.level(p.scoring.current(s.Raw, s.Mitigation, p.most.Mitigation), p.most.Raw)
}

// canHold reports whether a guard holds, or can once more is answered.
func (s *state) canHold(t *test, possible []bool) bool {
	if t.leaf {
		switch q := &s.p.qs[t.q]; {
		case s.effective(t.q):
			return t.meets(s.answer(t.q))
		case !possible[q.node]:
			return false
		case s.given[t.q]:
			return t.meets(s.answer(t.q))
		}
		return true // compiled away otherwise
	}
	for i := range t.parts {
		if s.canHold(&t.parts[i], possible) == t.any {
			return t.any
		}
	}
	return !t.any
}

// least returns the points of the answer that is worth least.
func (q *question) least() int {
	if q.Type == Multiple {
		return 0
	}
	least := q.most
	for _, c := range q.Choices {
		least = min(least, c.Points)
	}
	return least
}
