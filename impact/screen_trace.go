package impact

import (
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// trace is an answer that was worked out from others: yes or no with the
// reasons, or unknown with the questions that are missing.
type trace struct {
	answer  aims.Answer
	why     []Reason
	missing []QuestionID
}

// The codes of reasons of [Screen].
const (
	// AnsweredYes: a question was answered yes.
	AnsweredYes aims.Code = "impact/answered-yes"
	// AnsweredNo: a question was answered no, or that it does not arise.
	AnsweredNo aims.Code = "impact/answered-no"
	// NoneOf: all questions of a topic were answered no.
	NoneOf aims.Code = "impact/none-of"
	// CriteriaMet: as many criteria of WP 248 are met as normally call for an assessment.
	CriteriaMet aims.Code = "impact/criteria-met"
	// CriteriaNone: none is met.
	CriteriaNone aims.Code = "impact/criteria-none"
	// BeforeCutoff: the system was on the market before the rules, and its design was not changed significantly.
	BeforeCutoff aims.Code = "impact/before-cutoff"
)

// all is yes if every part is, and no if one is not, which is reason enough.
func all(parts ...trace) trace {
	out := trace{answer: aims.Yes}
	for _, p := range parts {
		if p.answer == aims.No {
			return p
		}
		out.join(p)
	}
	return out
}

// either is yes if one part is, for the reasons of each that is, and no if
// none is.
func either(parts ...trace) trace {
	var yes trace
	out := trace{answer: aims.No}
	for _, p := range parts {
		switch p.answer {
		case aims.Yes:
			yes.answer, yes.why = aims.Yes, append(yes.why, p.why...)
		default:
			out.join(p)
		}
	}
	if yes.answer == aims.Yes {
		return yes
	}
	return out
}

// join adds a part that agrees or is unknown; one unknown makes the whole so.
func (t *trace) join(p trace) {
	if p.answer == aims.Unknown {
		t.answer, t.why = aims.Unknown, nil
	}
	if t.answer != aims.Unknown {
		t.why = append(slices.Clip(t.why), p.why...)
	}
	for _, id := range p.missing {
		if !slices.Contains(t.missing, id) {
			t.missing = append(slices.Clip(t.missing), id)
		}
	}
}

// not turns yes into no and no into yes, for the same reasons.
func not(t trace) trace {
	switch t.answer {
	case aims.Yes:
		t.answer = aims.No
	case aims.No:
		t.answer = aims.Yes
	}
	return t
}

// screener looks at one set of facts.
type screener struct {
	facts LegalFacts
	law   Law
	asOf  aims.Date
}

// Question returns the question with an id.
func (l Law) Question(id QuestionID) (Question, bool) {
	i := slices.IndexFunc(l.Questions, func(q Question) bool { return q.ID == id })
	if i < 0 {
		return Question{}, false
	}
	return l.Questions[i], true
}

// On returns the questions of a topic, in their order.
func (l Law) On(t Topic) []Question {
	var out []Question
	for _, q := range l.Questions {
		if q.Topic == t {
			out = append(out, q)
		}
	}
	return out
}

// ask looks a question up.
func (s *screener) ask(id QuestionID) trace {
	q, _ := s.law.Question(id)
	return s.answer(q)
}

func (s *screener) answer(q Question) trace {
	switch s.facts.Answers[q.ID] {
	case aims.Yes:
		return trace{answer: aims.Yes, why: []Reason{because(AnsweredYes, "question", q.Text, "id", string(q.ID), "source", q.Source.String())}}
	case aims.Unknown:
		return trace{missing: []QuestionID{q.ID}}
	}
	return trace{answer: aims.No, why: []Reason{because(AnsweredNo, "question", q.Text, "id", string(q.ID), "source", q.Source.String())}}
}

// any is yes if one question of a topic is answered so.
func (s *screener) any(t Topic) trace { return s.oneOf(s.law.On(t)) }

// oneOf is yes if one of some questions is answered so. All noes together are
// one reason.
func (s *screener) oneOf(questions []Question) trace {
	parts := make([]trace, len(questions))
	for i, q := range questions {
		parts[i] = s.answer(q)
	}
	out := either(parts...)
	if n := len(questions); out.answer == aims.No && n > 1 {
		out.why = []Reason{because(NoneOf, "count", strconv.Itoa(n),
			"first", string(questions[0].ID), "last", string(questions[n-1].ID))}
	}
	return out
}
