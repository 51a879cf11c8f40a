package aims

import "strings"

// Awareness records that a person, or a group of people, was made aware of
// the three things that 7.3 names. It is apart from [Training]: one can be
// trained and unaware.
type Awareness struct {
	ID           AwarenessID       `json:"id"`
	Recorded     Date              `json:"recorded,omitzero"`
	Person       PersonID          `json:"person,omitempty"`      // the person; this or the group is required
	Group        string            `json:"group,omitempty"`       // for example "all developers"
	Size         Amount            `json:"size,omitzero"`         // people in the group
	Reached      Amount            `json:"reached,omitzero"`      // people of the group who were reached
	PolicyKnown  Answer            `json:"policyKnown,omitzero"`  // they know the AI policy
	Policy       PolicyID          `json:"policy,omitempty"`      // the version that they know
	Contribution Answer            `json:"contribution,omitzero"` // they know what they contribute, and what better AI performance gains
	Implications Answer            `json:"implications,omitzero"` // they know what follows when requirements are not met
	Means        string            `json:"means,omitempty"`       // for example "induction", "e-learning with a quiz"
	On           Date              `json:"on,omitzero"`           // when; absent: not yet, or not known
	RepeatBy     Date              `json:"repeatBy,omitzero"`     // when again, as planned
	Evidence     []EvidenceID      `json:"evidence,omitempty"`
	Ext          map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Ref names the record.
func (a Awareness) Ref() Ref { return Ref{KindAwareness, string(a.ID)} }

// Since returns the day from which the record exists.
func (a Awareness) Since() Date { return a.Recorded }

// Validate reports every problem inside the record.
func (a Awareness) Validate() error {
	var c Checker
	CheckID(&c, "id", a.ID)
	c.OptionalDate("recorded", a.Recorded)
	if strings.TrimSpace(a.Group) == "" {
		CheckID(&c, "person", a.Person)
	} else {
		CheckOptionalID(&c, "person", a.Person)
	}
	c.OptionalText("group", a.Group)
	c.Count("size", a.Size)
	c.Count("reached", a.Reached)
	c.NotMore("reached", a.Reached, "size", a.Size)
	CheckOptionalWord(&c, "policyKnown", a.PolicyKnown)
	CheckOptionalID(&c, "policy", a.Policy)
	CheckOptionalWord(&c, "contribution", a.Contribution)
	CheckOptionalWord(&c, "implications", a.Implications)
	c.OptionalText("means", a.Means)
	c.OptionalDate("on", a.On)
	c.OptionalDate("repeatBy", a.RepeatBy)
	CheckIDs(&c, "evidence", a.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (a Awareness) Links(l *Linker) {
	Link(l, "person", KindPerson, a.Person)
	Link(l, "policy", KindPolicy, a.Policy)
	LinkAll(l, "evidence", KindEvidence, a.Evidence)
}
