package aims

import "slices"

// Action is one planned step: what, with what, by whom and by when, and
// whether it was done.
type Action struct {
	What        string       `json:"what"`
	Resources   string       `json:"resources,omitempty"`   // what it needs: money, people, tools
	Responsible PersonID     `json:"responsible,omitempty"` // answers for getting it done
	Due         Date         `json:"due,omitzero"`
	Done        Date         `json:"done,omitzero"`
	Evidence    []EvidenceID `json:"evidence,omitempty"` // that it was done
}

// Validate reports missing and malformed fields.
func (a Action) Validate() error {
	var c Checker
	c.Text("what", a.What)
	c.OptionalText("resources", a.Resources)
	CheckOptionalID(&c, "responsible", a.Responsible)
	c.OptionalDate("due", a.Due)
	c.OptionalDate("done", a.Done)
	CheckIDs(&c, "evidence", a.Evidence)
	return c.Err()
}

// LinkActions visits the references of actions.
func LinkActions(l *Linker, field string, actions []Action) {
	for i, a := range actions {
		l.In(field, i, func(l *Linker) {
			Link(l, "responsible", KindPerson, a.Responsible)
			LinkAll(l, "evidence", KindEvidence, a.Evidence)
		})
	}
}

// PlannedActions returns the actions as they were planned, without what
// became of them, for the Content of a record that is approved.
func PlannedActions(actions []Action) []Action {
	out := slices.Clone(actions)
	for i := range out {
		out[i].Done, out[i].Evidence = 0, nil
	}
	return out
}

// Evaluation records that somebody looked at a day whether something did what
// it was meant to do, and what was found.
type Evaluation struct {
	On       Date         `json:"on"`
	By       PersonID     `json:"by,omitempty"`
	Method   string       `json:"method,omitempty"` // how it was looked at
	Met      Answer       `json:"met,omitzero"`     // the aim was reached
	Result   string       `json:"result,omitempty"` // what was found
	Evidence []EvidenceID `json:"evidence,omitempty"`
}

// Validate reports missing and malformed fields.
func (e Evaluation) Validate() error {
	var c Checker
	c.Date("on", e.On)
	CheckOptionalID(&c, "by", e.By)
	c.OptionalText("method", e.Method)
	CheckOptionalWord(&c, "met", e.Met)
	c.OptionalText("result", e.Result)
	CheckIDs(&c, "evidence", e.Evidence)
	return c.Err()
}

// LinkEvaluations visits the references of evaluations.
func LinkEvaluations(l *Linker, field string, evaluations []Evaluation) {
	for i, e := range evaluations {
		l.In(field, i, func(l *Linker) {
			Link(l, "by", KindPerson, e.By)
			LinkAll(l, "evidence", KindEvidence, e.Evidence)
		})
	}
}

// LatestEvaluation returns the last evaluation on or before a day, and
// whether there is one; of several on one day, the last in the list.
func LatestEvaluation(evaluations []Evaluation, at Date) (latest Evaluation, found bool) {
	for _, e := range evaluations {
		if e.On != 0 && e.On <= at && e.On >= latest.On {
			latest, found = e, true
		}
	}
	return latest, found
}
