package impact

import (
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// dpia says whether a data protection impact assessment is owed. What always
// needs one goes before the authority's list of what needs none (GDPR 35(5));
// an assessment that came with the law itself (35(10)), or that was made for
// similar processing (35(1)), goes before both.
func (s *screener) dpia() trace {
	return all(
		s.protection(),
		not(s.ask(AskAssessedInLaw)),
		not(s.ask(AskAssessedBefore)),
		either(s.any(TopicAlways), all(not(s.ask(AskExemptList)), s.criteria())),
	)
}

// protection says whether the GDPR binds the organization for the processing.
func (s *screener) protection() trace {
	return all(s.ask(AskPersonalData), s.ask(AskController), s.ask(AskInGDPR), not(s.ask(AskOutsideGDPR)))
}

// criteria says what the nine criteria of WP 248 come to. Where too few are
// met to say so, but not none, the controller's judgement decides; one that
// goes against the criteria is possible with recorded reasons. A judgement
// counts once it is recorded: without a yes there is none.
func (s *screener) criteria() trace {
	questions := s.law.On(TopicCriterion)
	met, open := 0, trace{}
	for _, q := range questions {
		switch s.facts.Answers[q.ID] {
		case aims.Yes:
			met++
		case aims.Unknown:
			open.missing = append(open.missing, q.ID)
		}
	}
	counted := func(a aims.Answer, code aims.Code) trace {
		return trace{answer: a, why: []Reason{because(code, "met", strconv.Itoa(met), "count", strconv.Itoa(len(questions)),
			"normally", strconv.Itoa(s.law.Normally), "source", questions[0].Source.String())}}
	}
	high, low := s.ask(AskJudgedHigh), s.ask(AskJudgedLow)
	switch {
	case high.answer == aims.Yes:
		return high
	case low.answer == aims.Yes:
		return not(low)
	case met >= s.law.Normally:
		return counted(aims.Yes, CriteriaMet)
	case len(open.missing) > 0:
		return open
	case met > 0:
		return trace{missing: []QuestionID{AskJudgedHigh, AskJudgedLow}}
	}
	return counted(aims.No, CriteriaNone)
}

// consultation says whether the authority has to be consulted first.
func (s *screener) consultation(dpia trace) trace {
	return either(
		all(dpia, s.ask(AskResidualHigh)),
		all(s.protection(), s.ask(AskNationalConsultation)),
	)
}
