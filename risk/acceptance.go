package risk

import "github.com/aimskit/aimskit/aims"

// Acceptance is the informed decision to live with what remains of a risk
// (6.1.3). It is only ever added, and freezes what was accepted; whether it
// still holds is computed from content and date alone.
type Acceptance struct {
	ID         AcceptanceID      `json:"id"`
	Recorded   aims.Date         `json:"recorded,omitzero"`
	Risk       RiskID            `json:"risk"`
	Content    aims.Digest       `json:"content,omitempty"`  // of [Risk.Content] that was accepted; required unless it revokes
	Level      Level             `json:"level,omitzero"`     // the risk level that was accepted, as the accepter saw it
	Criteria   aims.Digest       `json:"criteria,omitempty"` // of the criteria that it was judged by; required unless it revokes
	By         aims.PersonID     `json:"by"`
	On         aims.Date         `json:"on"`
	Until      aims.Date         `json:"until,omitzero"` // last day on which it holds; absent: no end
	Why        string            `json:"why"`
	Conditions []string          `json:"conditions,omitempty"`
	Revokes    AcceptanceID      `json:"revokes,omitempty"` // an earlier acceptance of the risk that this entry takes back, without accepting anything itself
	Ext        map[string]string `json:"ext,omitempty"`     // the host's own; no rule reads it
}

// seenFrom returns the day from which the entry can be seen.
func (a *Acceptance) seenFrom() aims.Date { return max(a.On, a.Recorded) }

// Ref names the record.
func (a Acceptance) Ref() aims.Ref { return aims.Ref{Kind: KindAcceptance, ID: string(a.ID)} }

// Since returns the day from which the record exists.
func (a Acceptance) Since() aims.Date { return a.Recorded }

// Validate reports every problem inside the record.
func (a Acceptance) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", a.ID)
	c.OptionalDate("recorded", a.Recorded)
	aims.CheckID(&c, "risk", a.Risk)
	digest := c.Digest
	if a.Revokes != "" {
		digest = c.OptionalDigest
	}
	digest("content", a.Content)
	checkOptionalLevel(&c, "level", a.Level, MaxLevel)
	digest("criteria", a.Criteria)
	aims.CheckID(&c, "by", a.By)
	c.Date("on", a.On)
	c.OptionalDate("until", a.Until)
	c.NotBefore("until", a.Until, "on", a.On)
	c.Text("why", a.Why)
	c.TextList("conditions", a.Conditions)
	aims.CheckOptionalID(&c, "revokes", a.Revokes)
	if a.Revokes != "" && a.Revokes == a.ID {
		c.Add("revokes", aims.SelfReference, "value", string(a.ID))
	}
	return c.Err()
}

// Links visits the references of the record.
func (a Acceptance) Links(l *aims.Linker) {
	aims.Link(l, "risk", KindRisk, a.Risk)
	aims.Link(l, "by", aims.KindPerson, a.By)
	aims.Link(l, "revokes", KindAcceptance, a.Revokes)
}
