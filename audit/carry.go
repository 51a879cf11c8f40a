package audit

import (
	"cmp"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Carried is a finding of an earlier audit that the next one has on its
// agenda.
type Carried struct {
	Finding FindingID       `json:"finding"`
	Title   string          `json:"title"`
	Audit   AuditID         `json:"audit,omitempty"` // that it comes from
	Key     aims.Key        `json:"key"`
	Systems []aims.SystemID `json:"systems,omitempty"`
	Grade   Grade           `json:"grade"`
	On      aims.Date       `json:"on"`
	State   State           `json:"state"`
	Task    Task            `json:"task"`
	Times   int             `json:"times,omitempty"`   // how often it was carried forward before
	Actions []ActionID      `json:"actions,omitempty"` // the corrective actions on record for it
	Owners  []aims.PersonID `json:"owners,omitempty"`  // who answer for these actions
	Overdue aims.Date       `json:"overdue,omitzero"`  // the earliest day, now past, by which an action was due that is not closed
	Outside bool            `json:"outside,omitempty"` // the scope of the next audit does not hold the key
}

// Task is what the next audit has to do about an open finding.
type Task string

// The tasks, by how far the finding has come.
const (
	TaskAnswer    Task = "get-an-answer"         // those who were audited neither accept nor dispute it
	TaskSettle    Task = "settle-the-dispute"    // they dispute it
	TaskPlan      Task = "get-a-plan"            // there is no accepted plan
	TaskPress     Task = "ask-for-progress"      // the plan is accepted, and not carried out
	TaskImplement Task = "verify-implementation" // the action is done
	TaskEffect    Task = "verify-effectiveness"  // and was seen to be done
	TaskClose     Task = "close"                 // and works
	TaskResolved  Task = "see-whether-resolved"  // an area of concern of stage 1
)

var tasks = []Task{TaskAnswer, TaskSettle, TaskPlan, TaskPress, TaskImplement, TaskEffect, TaskClose, TaskResolved}

// Known reports whether t is in the vocabulary.
func (t Task) Known() bool { return word.Known(t, tasks...) }

// UnmarshalText reads a word of the vocabulary.
func (t *Task) UnmarshalText(text []byte) error {
	return unmarshalName(t, text, "audit.Task", tasks...)
}

// task returns what is to be done about an open finding in a state.
func (f Finding) task(s State) Task {
	if f.Grade == AreaOfConcern {
		return TaskResolved
	}
	switch s {
	case Disputed:
		return TaskSettle
	case Accepted, Reopened:
		return TaskPlan
	case PlanAccepted, Corrected:
		return TaskPress
	case ActionDone:
		return TaskImplement
	case ImplementedVerified:
		return TaskEffect
	case EffectVerified:
		return TaskClose
	}
	return TaskAnswer
}

// CarryForward returns the open findings that the next audit has on its
// agenda on a day: the gravest first, and of those the oldest. An internal
// audit takes up what internal audits and the organization itself found, an
// audit for a certification what audits for a certification found; where the
// audit of a finding is not among those given, both do. A finding that a later
// one carries forward is not listed beside it, and is settled with it.
func CarryForward(findings []Finding, actions []CorrectiveAction, audits []Audit, next Audit, at aims.Date) []Carried {
	types := make(map[AuditID]Type, len(audits))
	for _, a := range audits {
		types[a.ID] = a.Type
	}
	chain := chainOf(findings, at)
	var agenda []Carried
	for _, f := range findings {
		typ, known := types[f.Audit]
		internal := typ == Internal || f.Audit == ""
		ours := internal == (next.Type == Internal) || !known && f.Audit != ""
		if !f.Open(at) || !ours || f.Audit != "" && f.Audit == next.ID || chain.superseded[f.ID] {
			continue
		}
		c := Carried{
			Finding: f.ID, Title: f.Title, Audit: f.Audit, Key: f.Key, Systems: f.Systems, Grade: f.Grade, On: f.On, State: f.StateAt(at),
			Task: f.task(f.StateAt(at)), Times: chain.times(f), Outside: !next.Scope.Covers(f.Key),
		}
		for _, a := range actions {
			if a.Since() <= at && slices.Contains(a.Findings, f.ID) {
				c.act(a, at)
			}
		}
		agenda = append(agenda, c)
	}
	slices.SortStableFunc(agenda, func(x, y Carried) int {
		return cmp.Or(cmp.Compare(y.Grade, x.Grade), cmp.Compare(x.On, y.On), cmp.Compare(x.Finding, y.Finding))
	})
	return agenda
}

// act adds what a corrective action says.
func (c *Carried) act(a CorrectiveAction, at aims.Date) {
	c.Actions = append(c.Actions, a.ID)
	if a.Owner != "" && !slices.Contains(c.Owners, a.Owner) {
		c.Owners = append(c.Owners, a.Owner)
	}
	closed := a.Closed != 0 && a.Closed <= at
	if a.Due != 0 && a.Due < at && !closed && (c.Overdue == 0 || a.Due < c.Overdue) {
		c.Overdue = a.Due
	}
}

// chain knows which findings carry others forward.
type chain struct {
	earlier    map[FindingID]FindingID // the one that a finding carries forward
	superseded map[FindingID]bool
}

// chainOf reads who carries whom at a day. A draft and a finding that was
// withdrawn carry nothing, nor does any what was found after it, so that no
// circle hides a finding.
func chainOf(findings []Finding, at aims.Date) chain {
	on := make(map[FindingID]aims.Date, len(findings))
	for _, f := range findings {
		on[f.ID] = f.On
	}
	c := chain{make(map[FindingID]FindingID), make(map[FindingID]bool)}
	for _, f := range findings {
		day, found := on[f.Carried]
		later := day < f.On || day == f.On && f.Carried < f.ID
		if found && later && f.Since() <= at && f.StateAt(at) != Draft && !f.withdrawn(at) {
			c.earlier[f.ID], c.superseded[f.Carried] = f.Carried, true
		}
	}
	return c
}

// times counts how often a finding was carried forward.
func (c chain) times(f Finding) int {
	n := 0
	for id, ok := c.earlier[f.ID]; ok; id, ok = c.earlier[id] {
		n++
	}
	return n
}
