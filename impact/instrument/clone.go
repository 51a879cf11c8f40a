package instrument

import (
	"maps"
	"slices"
)

func (t Text) clone() Text { return maps.Clone(t) }

func (q Question) clone() Question {
	q.Title = q.Title.clone()
	q.Replaces = slices.Clone(q.Replaces)
	q.Choices = slices.Clone(q.Choices)
	for i, c := range q.Choices {
		q.Choices[i].Title = c.Title.clone()
	}
	return q
}

func (s Scoring) clone() Scoring {
	s.Outcomes = slices.Clone(s.Outcomes)
	for i, o := range s.Outcomes {
		s.Outcomes[i].Title = o.Title.clone()
		s.Outcomes[i].Obligations = cloneObligations(o.Obligations)
	}
	return s
}

func cloneObligations(list []Obligation) []Obligation {
	list = slices.Clone(list)
	for i, o := range list {
		list[i].Title, list[i].Text = o.Title.clone(), o.Text.clone()
	}
	return list
}
