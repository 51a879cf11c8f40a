package instrument

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
)

// The bounds of the search for what can be reached.
const (
	maxReachTries = 20_000
	maxReachBits  = 1 << 28 // sums times choices
)

// reach finds maxima and outcomes that no answers lead to.
func (l *linter) reach() {
	reach := l.p.most
	for _, k := range []struct {
		kind  Kind
		most  int
		reach *int
	}{{Raw, l.p.most.Raw, &reach.Raw}, {Mitigation, l.p.most.Mitigation, &reach.Mitigation}} {
		r := reacher{p: l.p, s: l.p.newState(true), kind: k.kind, best: -1}
		if r.search(); r.decided() && r.best < k.most {
			*k.reach = r.best
			l.c.Add("pages", MaximumUnreachable, "kind", string(k.kind), "max", strconv.Itoa(k.most), "reach", strconv.Itoa(r.best))
		}
	}
	reached := l.levels(reach)
	for i, n := range l.g.outcomes {
		forced := !l.g.nodes[n].guard.IsZero() && !l.never[n]
		if !reached[i] && !forced {
			l.c.Add(l.g.nodes[n].at, OutcomeUnreachable, "outcome", shown(l.g.nodes[n].id))
		}
	}
}

// levels marks the outcomes that some raw score leads to, with or without
// the credit.
func (l *linter) levels(reach Score) []bool {
	out := make([]bool, len(l.p.scoring.Outcomes))
	sums := l.sums(reach.Raw)
	credit := l.p.scoring.Credit.earned(reach.Mitigation, l.p.most.Mitigation)
	mark := func(raw int) {
		out[l.p.levelOf(Score{Raw: raw})-1] = true
		if credit {
			out[l.p.levelOf(Score{Raw: raw, Mitigation: l.p.most.Mitigation})-1] = true
		}
	}
	if sums != nil {
		for raw := range reach.Raw + 1 {
			if sums.Bit(raw) == 1 {
				mark(raw)
			}
		}
		return out
	}
	for i := range out { // too many to try: what lies between the bounds counts as reached
		out[i] = i+1 <= l.p.levelOf(Score{Raw: reach.Raw})
	}
	return out
}

// sums returns a bit for every raw score up to most that some answers add up
// to, looking past guards; nil, if that would take too long.
func (l *linter) sums(most int) *big.Int {
	choices := 0
	for i := range l.p.qs {
		choices += len(l.p.qs[i].Choices)
	}
	if int64(most)*int64(choices) > maxReachBits {
		return nil
	}
	sums := big.NewInt(1)
	for i := range l.p.qs {
		q := &l.p.qs[i]
		if !q.scores || q.kind != Raw || l.never[l.g.questions[i].node] {
			continue
		}
		without := new(big.Int).Set(sums)
		for _, c := range q.Choices {
			from := without // one answer: its points beside the others'
			if q.Type == Multiple {
				from = sums // many: beside those of the choices before, too
			}
			sums = new(big.Int).Or(sums, new(big.Int).Lsh(from, uint(c.Points)))
		}
	}
	return sums
}

// reacher looks for the greatest score of a kind that consistent answers
// reach: it tries the answers to branching questions one by one, the most
// promising first, and leaves those that cannot lead to more than was found.
type reacher struct {
	p     *Program
	s     *state
	kind  Kind
	x     *search
	best  int
	tries int
}

func (r *reacher) search() {
	r.s.settle()
	r.x = newSearch(r.s)
	r.branch(0, r.promise())
}

// decided reports whether everything was tried or could be left.
func (r *reacher) decided() bool { return r.tries <= maxReachTries && !r.x.capped }

func (r *reacher) branch(i, promise int) {
	if promise <= r.best {
		return
	}
	if i == len(r.x.branch) {
		r.best = promise
		return
	}
	type option struct {
		to      choice
		promise int
	}
	q := r.x.branch[i]
	toward := up // more raw points
	if r.kind == Mitigation {
		toward = down
	}
	var options []option
	for _, to := range r.x.alternatives(q, toward) {
		if r.tries++; r.tries > maxReachTries {
			return
		}
		r.s.set(q, to)
		options = append(options, option{to, r.promise()})
	}
	if len(options) == 0 {
		options = append(options, option{unanswered, promise})
	}
	slices.SortStableFunc(options, func(a, b option) int { return cmp.Compare(b.promise, a.promise) })
	for _, o := range options {
		r.s.set(q, o.to)
		r.branch(i+1, o.promise)
	}
	r.s.set(q, unanswered)
}

// promise is the greatest score that is left: of every question that is shown
// or can still be, its answer, or else the best one.
func (r *reacher) promise() int {
	possible := r.s.possible()
	sum := 0
	for q := range r.p.qs {
		question := &r.p.qs[q]
		switch {
		case !question.scores || question.kind != r.kind || !possible[question.node]:
		case r.s.given[q]:
			sum += question.worth(r.s.answer(q))
		default:
			sum += question.most
		}
	}
	return sum
}
