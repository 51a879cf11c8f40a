package instrument

import (
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Score is what answers add up to, in points.
type Score struct {
	Raw        int `json:"raw"`        // harm
	Mitigation int `json:"mitigation"` // measures
	Current    int `json:"current"`    // the raw score, less what the measures earn; see [Credit]
}

// Evaluation is what answers come to. A question that is not answered adds
// nothing to the scores, and is Missing; so while anything is missing the
// level is provisional, and lies between Lowest and Highest once everything is
// answered.
type Evaluation struct {
	Instrument ID           `json:"instrument"`
	Version    string       `json:"version"`
	Hidden     HiddenPolicy `json:"hidden"`
	// Provenance names the instrument and its digest as the model. The digest of
	// the input is left to the host, which has the answers: [aims.DigestOf].
	Provenance aims.Provenance `json:"provenance"`
	Score
	Most    Score     `json:"most"`  // the maxima; that of the current score is that of the raw score
	Level   int       `json:"level"` // from 1
	Outcome OutcomeID `json:"outcome"`
	// Forced is the guard that forces the level, where the score alone would
	// give a lower one.
	Forced      string         `json:"forced,omitempty"`
	Lowest      int            `json:"lowest"`
	Highest     int            `json:"highest"`
	Obligations []Obligation   `json:"obligations,omitempty"` // of the outcome
	Sections    []SectionScore `json:"sections,omitempty"`    // those that hold questions that score
	Missing     []QuestionID   `json:"missing,omitempty"`     // shown, able to change the result, and not answered
	Unshown     []QuestionID   `json:"unshown,omitempty"`     // answered, though they are not shown
	Unknown     []QuestionID   `json:"unknown,omitempty"`     // answered, though the instrument does not have them; sorted
	Unlisted    []QuestionID   `json:"unlisted,omitempty"`    // answered with none of their choices, which changes nothing
	program     *Program
}

// SectionScore is the subtotal of a section.
type SectionScore struct {
	ID        SectionID   `json:"id"`
	Kind      Kind        `json:"kind"`
	Shown     bool        `json:"shown"` // the section as a whole; single questions of it may be hidden
	Questions int         `json:"questions"`
	Points    int         `json:"points"`
	Most      int         `json:"most"` // of all its questions, hidden ones too
	Items     []ItemScore `json:"items"`
}

// ItemScore is what one answer counts.
type ItemScore struct {
	Question QuestionID `json:"question"`
	Kind     Kind       `json:"kind"`
	Answer   Answer     `json:"answer,omitempty"` // in the order of the choices; absent: none, or not counted
	Shown    bool       `json:"shown"`
	Points   int        `json:"points"`
	Most     int        `json:"most"`
}

// Settled reports whether the level is sure, whatever the answers are that
// are missing.
func (e Evaluation) Settled() bool { return e.Level > 0 && e.Lowest == e.Level && e.Highest == e.Level }

// Evaluate works out what answers come to. It refuses answers to another
// instrument or version, policies that it does not know, and answers that are
// not among the choices of a question that can change the result; the error
// is an [aims.InvalidError] with every problem. What else is strange about
// the answers is listed in the Evaluation.
func (p *Program) Evaluate(a Answers, h HiddenPolicy) (Evaluation, error) {
	s, in, err := p.load(a, h)
	if err != nil {
		return Evaluation{}, err
	}
	s.settle()
	level := s.level()
	outcome := p.scoring.Outcomes[level-1]
	e := Evaluation{
		Instrument: p.id, Version: p.version, Hidden: h, Provenance: p.made,
		Score: s.score, Most: p.most, Level: level, Outcome: outcome.ID, Forced: s.forcedBy(level),
		Obligations: cloneObligations(outcome.Obligations), Sections: s.sections(),
		Unlisted: in.unlisted, Unknown: in.unknown, program: p,
	}
	for q := range p.qs {
		question := &p.qs[q]
		switch shown := s.shown[question.node]; {
		case shown && !s.given[q] && question.bears:
			e.Missing = append(e.Missing, question.ID)
		case !shown && in.answered[q]:
			e.Unshown = append(e.Unshown, question.ID)
		}
	}
	e.Lowest, e.Highest = s.bounds()
	return e, nil
}

// input is which questions were answered, and what is reported about the
// answers without refusing them.
type input struct {
	answered          []bool
	unknown, unlisted []QuestionID
}

// load puts answers into a new state, which is not settled yet.
func (p *Program) load(a Answers, h HiddenPolicy) (*state, input, error) {
	c := aims.Checker{Texts: texts}
	aims.CheckWord(&c, "hidden", h)
	if _, err := Select([]*Program{p}, a); err != nil {
		c.Nest("", err)
		return nil, input{}, c.Err()
	}
	out := input{answered: make([]bool, len(p.qs))}
	s := p.newState(h == DropHidden)
	found := 0
	for q := range p.qs {
		question := &p.qs[q]
		answer, ok := a.Given[question.ID]
		if !ok {
			continue
		}
		found++
		if answer.IsZero() {
			continue
		}
		out.answered[q] = true
		if question.Type == Open {
			s.given[q] = true
			continue
		}
		in, bad := question.read(answer)
		switch {
		case bad < 0:
			s.put(q, in)
		case question.bears:
			question.refuse(&c, answer, bad)
		default:
			out.unlisted = append(out.unlisted, question.ID)
		}
	}
	if found < len(a.Given) {
		for id := range a.Given {
			if _, ok := p.index[id]; !ok {
				out.unknown = append(out.unknown, id)
			}
		}
		slices.Sort(out.unknown)
	}
	return s, out, c.Err()
}

// read looks the values of an answer up among the choices. It returns the
// place of the first value that cannot stand there, or -1.
func (q *question) read(a Answer) (c choice, bad int) {
	if q.Type == Single && len(a) > 1 {
		return unanswered, 1
	}
	c = choice{given: true, pick: -1}
	for i, v := range a {
		n := slices.Index(q.values, v)
		switch {
		case n < 0 || c.mask>>n&1 == 1:
			return unanswered, i
		case q.Type == Single:
			c.pick = n
		default:
			c.mask |= 1 << n
		}
	}
	return c, -1
}

// refuse reports the answer whose value cannot stand there.
func (q *question) refuse(c *aims.Checker, a Answer, bad int) {
	at := aims.Field("answers", string(q.ID))
	offered := slices.ContainsFunc(q.Choices, func(c Choice) bool { return c.Value == a[bad] })
	switch {
	case q.Type == Single && len(a) > 1:
		c.Add(at, SeveralAnswers, "question", string(q.ID), "got", strconv.Itoa(len(a)))
	case offered:
		c.Add(at+"/"+strconv.Itoa(bad), aims.Twice, "value", a[bad])
	default:
		c.Add(at, ChoiceUnknown, "question", string(q.ID), "got", shown(strconv.Quote(a[bad])), "choices", q.offers())
	}
}

// offers lists the choices for a sentence, the first twenty of them.
func (q *question) offers() string {
	const most = 20
	out := ""
	for i, c := range q.Choices {
		if i == most {
			return out + ", …"
		}
		if i > 0 {
			out += ", "
		}
		out += c.Value
	}
	return out
}

// forcedBy returns the guard that forces the level, if the score alone does
// not give it.
func (s *state) forcedBy(level int) string {
	if s.p.scoring.level(s.score.Current, s.p.most.Raw) == level {
		return ""
	}
	for _, t := range s.p.triggers {
		if t.level == level && s.holds(&t.guard) {
			return t.text
		}
	}
	return ""
}

// sections fills in the program's sections.
func (s *state) sections() []SectionScore {
	out, items := slices.Clone(s.p.sums), slices.Clone(s.p.items)
	values, first := make([]string, 0, len(items)), 0
	for i := range out {
		sum := &out[i]
		sum.Shown = s.shown[s.p.sumNodes[i]]
		sum.Items = items[first : first+sum.Questions : first+sum.Questions]
		for j := range sum.Items {
			q := s.p.itemQuestions[first+j]
			item := &sum.Items[j]
			item.Shown, item.Points = s.shown[s.p.qs[q].node], s.counted[q]
			if s.effective(q) {
				from := len(values)
				values = s.p.qs[q].appendValues(values, s.answer(q))
				item.Answer = values[from:len(values):len(values)]
			}
			sum.Points += item.Points
		}
		first += sum.Questions
	}
	return out
}
