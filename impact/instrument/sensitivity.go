package instrument

import (
	"cmp"
	"math/bits"
	"slices"
	"sort"
)

// Sensitivity says how firmly an evaluation stands: how far the next levels
// are, and which answers the result rests on. A change is another answer to a
// question that is shown once all changes are made; to take an answer back is
// no change.
type Sensitivity struct {
	Score
	Level int   `json:"level"`
	Up    Reach `json:"up"`   // to a higher level
	Down  Reach `json:"down"` // to a lower level
	// Flips lists each single answer that changes the level, in the order of
	// the questions. Of a question with many answers it gives one change for
	// each direction, which needs every choice that it adds or drops.
	Flips []Flip `json:"flips,omitempty"`
	// Doubts lists the answers whose being wrong could raise the score, the
	// gravest first: these deserve evidence before others.
	Doubts []Doubt `json:"doubts,omitempty"`
}

// Reach says what leads to another level in one direction.
type Reach struct {
	// Impossible: no answers lead there.
	Impossible bool `json:"impossible,omitempty"`
	// Points is how many raw points alone, more or fewer, change the level,
	// and Measures how many mitigation points. Zero: no number of them does.
	Points   int `json:"points,omitempty"`
	Measures int `json:"measures,omitempty"`
	// Smallest is the smallest set of changes that was found, and AtLeast the
	// size below which there is none. They agree for sets of up to three
	// changes, and often beyond.
	Smallest []Change `json:"smallest,omitempty"`
	AtLeast  int      `json:"atLeast,omitempty"`
}

// Exact reports whether no smaller set exists than the one that was found.
func (r Reach) Exact() bool { return len(r.Smallest) > 0 && len(r.Smallest) == r.AtLeast }

// Change is another answer to one question.
type Change struct {
	Question QuestionID `json:"question"`
	From     Answer     `json:"from,omitempty"` // absent: not answered
	To       Answer     `json:"to"`
}

// Flip is a single change with what it leads to.
type Flip struct {
	Change
	Score
	Level int `json:"level"`
}

// Doubt is an answer, and the worst that another answer in its place would
// lead to.
type Doubt struct {
	Question QuestionID `json:"question"`
	Worst    Answer     `json:"worst"`
	Score
	Level int `json:"level"`
}

// Sensitivity works out how firmly the evaluation of the answers stands. It
// refuses what [Program.Evaluate] refuses.
func (p *Program) Sensitivity(a Answers, h HiddenPolicy) (Sensitivity, error) {
	s, _, err := p.load(a, h)
	if err != nil {
		return Sensitivity{}, err
	}
	s.settle()
	x := newSearch(s)
	out := Sensitivity{Score: s.score, Level: x.base}
	out.Flips = x.flips()
	out.Doubts = x.doubts()
	out.Up = x.reach(up)
	out.Down = x.reach(down)
	return out, nil
}

// direction is up or down.
type direction int

const (
	up   direction = 1
	down direction = -1
)

// gone reports whether a level lies in the direction from another.
func (d direction) gone(from, to int) bool { return int(d)*to > int(d)*from }

// flips tries every single change.
func (x *search) flips() []Flip {
	var out []Flip
	for q := range x.p.qs {
		question := &x.p.qs[q]
		if !question.bears || !x.s.shown[question.node] {
			continue
		}
		was := x.s.answer(q)
		if question.Type == Single {
			for i := range question.Choices {
				if i != was.pick {
					out = x.flip(out, q, choice{given: true, pick: i})
				}
			}
			continue
		}
		for _, d := range []direction{down, up} {
			for _, to := range x.alternatives(q, d) {
				x.s.set(q, to)
				there := d.gone(x.base, x.s.level())
				x.s.set(q, was)
				if there {
					out = x.flip(out, q, x.milder(q, was, to, d))
					break
				}
			}
		}
	}
	return out
}

// flip adds a change if it changes the level.
func (x *search) flip(list []Flip, q int, to choice) []Flip {
	was := x.s.answer(q)
	x.s.set(q, to)
	if level := x.s.level(); level != x.base {
		list = append(list, Flip{Change: x.change(q, was, to), Score: x.s.score, Level: level})
	}
	x.s.set(q, was)
	return list
}

// doubts finds the worst other answer to each question that is answered.
func (x *search) doubts() []Doubt {
	var out []Doubt
	before := x.s.score.Current
	for q := range x.p.qs {
		question := &x.p.qs[q]
		if !question.bears || !x.s.given[q] || !x.s.shown[question.node] {
			continue
		}
		was, worst := x.s.answer(q), Doubt{}
		for _, to := range x.alternatives(q, up) {
			x.s.set(q, to)
			found := Doubt{Question: question.ID, Worst: question.answer(to), Score: x.s.score, Level: x.s.level()}
			if (found.Level > x.base || found.Current > before) && (worst.Question == "" || graver(found, worst) < 0) {
				worst = found
			}
			x.s.set(q, was)
		}
		if worst.Question != "" {
			out = append(out, worst)
		}
	}
	slices.SortStableFunc(out, graver)
	return out
}

// graver orders doubts, the gravest first.
func graver(a, b Doubt) int {
	return cmp.Or(cmp.Compare(b.Level, a.Level), cmp.Compare(b.Current, a.Current), cmp.Compare(b.Raw, a.Raw))
}

// points returns the least change of points alone that changes the level, up
// to most; zero if none does.
func (x *search) points(most int, d direction, shift func(Score, int) Score) int {
	forced := x.s.forced()
	n := 1 + sort.Search(most, func(i int) bool {
		return d.gone(x.base, max(forced, x.p.levelOf(shift(x.s.score, i+1))))
	})
	if n > most {
		return 0
	}
	return n
}

func (x *search) reach(d direction) Reach {
	var r Reach
	score, most := x.s.score, x.p.most
	raw := func(s Score, n int) Score { s.Raw += int(d) * n; return s }
	measures := func(s Score, n int) Score { s.Mitigation -= int(d) * n; return s }
	if d == up {
		r.Points = x.points(most.Raw-score.Raw, d, raw)
		r.Measures = x.points(score.Mitigation, d, measures)
	} else {
		r.Points = x.points(score.Raw, d, raw)
		r.Measures = x.points(most.Mitigation-score.Mitigation, d, measures)
	}
	set, atLeast := x.smallest(d)
	r.AtLeast, r.Impossible = atLeast, atLeast == 0
	for _, c := range x.tidy(set, d) {
		r.Smallest = append(r.Smallest, x.change(c.q, x.s.answer(c.q), c.to))
	}
	slices.SortFunc(r.Smallest, func(a, b Change) int { return x.p.index[a.Question] - x.p.index[b.Question] })
	return r
}

func (x *search) change(q int, from, to choice) Change {
	question := &x.p.qs[q]
	return Change{Question: question.ID, From: question.answer(from), To: question.answer(to)}
}

// answer puts numbers back into values; absent, if nothing is given.
func (q *question) answer(c choice) Answer {
	if !c.given {
		return nil
	}
	return q.appendValues(Answer{}, c)
}

// appendValues appends the values of an answer, in the order of the choices.
func (q *question) appendValues(to []string, c choice) []string {
	if q.Type == Single {
		return append(to, q.values[c.pick])
	}
	for rest := c.mask; rest != 0; rest &= rest - 1 {
		to = append(to, q.values[bits.TrailingZeros64(rest)])
	}
	return to
}
