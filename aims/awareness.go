package aims

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
