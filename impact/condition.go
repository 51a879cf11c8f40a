package impact

import "github.com/aimskit/aimskit/aims"

// Condition is something that must be so if a system is to be used as assessed.
type Condition struct {
	ID    ConditionID   `json:"id"`
	What  string        `json:"what"`
	Why   string        `json:"why,omitempty"`
	Owner aims.PersonID `json:"owner,omitempty"` // sees to it
	Due   aims.Date     `json:"due,omitzero"`    // last day on which it may be open; absent: before the system goes into use

	// What became of it.
	Met      aims.Date         `json:"met,omitzero"` // the day from which it is fulfilled
	Evidence []aims.EvidenceID `json:"evidence,omitempty"`
}

// Validate reports missing and malformed fields.
func (k Condition) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", k.ID)
	c.Text("what", k.What)
	c.OptionalText("why", k.Why)
	aims.CheckOptionalID(&c, "owner", k.Owner)
	c.OptionalDate("due", k.Due)
	c.OptionalDate("met", k.Met)
	aims.CheckIDs(&c, "evidence", k.Evidence)
	return c.Err()
}

func (k Condition) content() Condition {
	k.Met, k.Evidence = 0, nil
	return k
}

func (k Condition) links(l *aims.Linker) {
	aims.Link(l, "owner", aims.KindPerson, k.Owner)
	aims.LinkAll(l, "evidence", aims.KindEvidence, k.Evidence)
}

// Waiver lets a system be used for a while although something is open: a
// condition, or the assessment itself. It says who lets that be, why, until
// when, and what makes up for it meanwhile.
type Waiver struct {
	ID           WaiverID          `json:"id"`
	Condition    ConditionID       `json:"condition,omitempty"` // the condition that it waives; absent: the approved assessment itself
	Why          string            `json:"why"`
	By           aims.PersonID     `json:"by"` // who grants it
	On           aims.Date         `json:"on"`
	Until        aims.Date         `json:"until"`             // last day on which it holds
	Compensating string            `json:"compensating"`      // what is done instead
	Measure      MeasureID         `json:"measure,omitempty"` // the measure of the assessment that does it, if one does
	Owner        aims.PersonID     `json:"owner,omitempty"`   // answers for what is done instead
	Evidence     []aims.EvidenceID `json:"evidence,omitempty"`
}

// Validate reports missing and malformed fields.
func (w Waiver) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", w.ID)
	aims.CheckOptionalID(&c, "condition", w.Condition)
	c.Text("why", w.Why)
	aims.CheckID(&c, "by", w.By)
	c.Date("on", w.On)
	c.Date("until", w.Until)
	c.NotBefore("until", w.Until, "on", w.On)
	c.Text("compensating", w.Compensating)
	aims.CheckOptionalID(&c, "measure", w.Measure)
	aims.CheckOptionalID(&c, "owner", w.Owner)
	aims.CheckIDs(&c, "evidence", w.Evidence)
	return c.Err()
}

func linkWaivers(l *aims.Linker, waivers []Waiver) {
	for i, w := range waivers {
		l.In("waivers", i, func(l *aims.Linker) {
			aims.Link(l, "by", aims.KindPerson, w.By)
			aims.Link(l, "owner", aims.KindPerson, w.Owner)
			aims.LinkAll(l, "evidence", aims.KindEvidence, w.Evidence)
		})
	}
}
