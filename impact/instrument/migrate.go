package instrument

import (
	"maps"
	"slices"
	"strings"
)

// Migration is what becomes of answers when an instrument changes. Every
// answer is in one of Moved, Changed, Split and Lost.
type Migration struct {
	Answers Answers      `json:"answers"`           // to the new version, those that could be moved
	Moved   []Move       `json:"moved,omitempty"`   // answers that mean the same in the new version
	Changed []Move       `json:"changed,omitempty"` // answers to a question that asks or offers something else now
	Split   []Split      `json:"split,omitempty"`   // answers to a question that several take the place of
	Lost    []QuestionID `json:"lost,omitempty"`    // answers to questions that nothing takes the place of
	Owed    []QuestionID `json:"owed,omitempty"`    // questions of the new version that must be answered now
}

// Move is an answer and its place in the new version.
type Move struct {
	From QuestionID `json:"from"`
	To   QuestionID `json:"to"`
	Was  Answer     `json:"was"`
	Is   Answer     `json:"is,omitempty"` // absent: to be answered again
}

// Split is an answer that several questions of the new version take the place of.
type Split struct {
	From QuestionID   `json:"from"`
	To   []QuestionID `json:"to"`
	Was  Answer       `json:"was"`
}

// Migrate moves answers to another version of an instrument. An answer is
// moved where it still means the same: to the question that replaces its own
// (see [Question.Replaces]), or has its id and its wording, or is the only one
// that has its wording; and there to the choices of the same wording, whatever
// their values and points. Nothing else is guessed: a question that has kept
// its id and got other words is another question. Wording is compared in
// English, or else in the first language, without regard to case and spaces;
// what has no words is compared by its id or value.
//
// It refuses answers that belong to another version, and versions that do not
// compile.
func Migrate(from, to Instrument, a Answers) (Migration, error) {
	old, err := Compile(from)
	if err != nil {
		return Migration{}, err
	}
	next, err := Compile(to)
	if err != nil {
		return Migration{}, err
	}
	if _, err := Select([]*Program{old}, a); err != nil {
		return Migration{}, err
	}
	m := migrator{old: old, next: next, heirs: heirs(to), wording: make(map[string][]int)}
	for i := range next.qs {
		w := words(next.qs[i].Title, "")
		m.wording[w] = append(m.wording[w], i)
	}
	m.out.Answers = Answers{Instrument: to.ID, Version: to.Version, Given: make(map[QuestionID]Answer)}
	m.run(a)
	e, err := next.Evaluate(m.out.Answers, DropHidden)
	if err != nil {
		return Migration{}, err
	}
	m.out.Owed = e.Missing
	return m.out, nil
}

type migrator struct {
	old, next *Program
	heirs     map[QuestionID][]QuestionID // old question → those that replace it
	wording   map[string][]int            // words → questions of the new version
	out       Migration
}

// heirs turns Replaces around.
func heirs(to Instrument) map[QuestionID][]QuestionID {
	out := make(map[QuestionID][]QuestionID)
	for _, p := range to.Pages {
		for _, s := range p.Sections {
			for _, q := range s.Questions {
				for _, id := range q.Replaces {
					out[id] = append(out[id], q.ID)
				}
			}
		}
	}
	return out
}

// run goes through the answers in the order of the old questions; what the
// old version did not ask either comes last.
func (m *migrator) run(a Answers) {
	var moves []Move
	for i := range m.old.qs {
		q := &m.old.qs[i]
		was := slices.Clone(a.Given[q.ID])
		if was.IsZero() {
			continue
		}
		switch to := m.successors(q); len(to) {
		case 0:
			m.out.Lost = append(m.out.Lost, q.ID)
		case 1:
			next := &m.next.qs[m.next.index[to[0]]]
			move := Move{From: q.ID, To: next.ID, Was: was}
			if m.replaces(q, next) || m.same(q, next) {
				move.Is = translate(q, next, was)
			}
			moves = append(moves, move)
		default:
			m.out.Split = append(m.out.Split, Split{q.ID, to, was})
		}
	}
	for _, move := range moves {
		m.settle(move, moves)
	}
	for _, id := range slices.Sorted(maps.Keys(a.Given)) {
		if _, ok := m.old.index[id]; !ok && !a.Given[id].IsZero() {
			m.out.Lost = append(m.out.Lost, id)
		}
	}
}

// settle makes a move, unless another answer moves to the same question and
// says something else.
func (m *migrator) settle(move Move, all []Move) {
	for _, other := range all {
		if other.To == move.To && !sameValues(other.Is, move.Is) {
			move.Is = nil
		}
	}
	if move.Is.IsZero() {
		move.Is = nil
		m.out.Changed = append(m.out.Changed, move)
		return
	}
	m.out.Moved = append(m.out.Moved, move)
	m.out.Answers.Given[move.To] = slices.Clone(move.Is)
}

func sameValues(a, b Answer) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// successors returns the questions that take the place of an old one.
func (m *migrator) successors(q *question) []QuestionID {
	if to := m.heirs[q.ID]; len(to) > 0 {
		return to
	}
	i, kept := m.next.index[q.ID]
	if kept && m.same(q, &m.next.qs[i]) {
		return []QuestionID{q.ID}
	}
	if w := words(q.Title, ""); w != "" && len(m.wording[w]) == 1 && m.only(w) {
		return []QuestionID{m.next.qs[m.wording[w][0]].ID}
	}
	if kept {
		return []QuestionID{q.ID}
	}
	return nil
}

// only reports whether one question of the old version has these words.
func (m *migrator) only(w string) bool {
	n := 0
	for i := range m.old.qs {
		if words(m.old.qs[i].Title, "") == w {
			n++
		}
	}
	return n == 1
}

func (m *migrator) replaces(q, next *question) bool { return slices.Contains(m.heirs[q.ID], next.ID) }

func (m *migrator) same(q, next *question) bool {
	return words(q.Title, string(q.ID)) == words(next.Title, string(next.ID))
}

// translate finds an answer among the choices of the new question; absent, if
// a part of it is not there.
func translate(q, next *question, was Answer) Answer {
	if q.Type == Open || next.Type == Open {
		if q.Type == next.Type {
			return slices.Clone(was)
		}
		return nil
	}
	if next.Type == Single && len(was) > 1 {
		return nil
	}
	var is Answer
	for _, v := range was {
		w, ok := wordsOf(q.Choices, v)
		if !ok {
			return nil
		}
		var found []string
		for _, c := range next.Choices {
			if words(c.Title, c.Value) == w {
				found = append(found, c.Value)
			}
		}
		if len(found) != 1 || slices.Contains(is, found[0]) {
			return nil
		}
		is = append(is, found[0])
	}
	return is
}

func wordsOf(choices []Choice, value string) (string, bool) {
	for _, c := range choices {
		if c.Value == value {
			return words(c.Title, c.Value), true
		}
	}
	return "", false
}

// words is the wording of a text in a form that can be compared; without any,
// what stands for it.
func words(t Text, otherwise string) string {
	if w := strings.Join(strings.Fields(strings.ToLower(t.In("en"))), " "); w != "" {
		return w
	}
	return otherwise
}
