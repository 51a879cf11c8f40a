package aims

import "github.com/aimskit/aimskit/internal/word"

// LeadershipAct is something that top management did for the management
// system (5.1): leadership is shown by acts, each with its day.
type LeadershipAct struct {
	ID       LeadershipActID   `json:"id"`
	Recorded Date              `json:"recorded,omitzero"`
	Act      Act               `json:"act"`
	By       PersonID          `json:"by,omitempty"`
	On       Date              `json:"on,omitzero"`
	About    []Ref             `json:"about,omitempty"` // the policy that was signed, the person who was named sponsor, the review that was attended …
	Note     string            `json:"note,omitempty"`
	Evidence []EvidenceID      `json:"evidence,omitempty"`
	Ext      map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Act is the kind of a leadership act.
type Act string

// The kinds of leadership acts.
const (
	ActPolicySigned           Act = "policy-signed"
	ActObjectivesSet          Act = "objectives-set"
	ActSponsorNamed           Act = "sponsor-named"
	ActRolesAssigned          Act = "roles-assigned"
	ActResourcesApproved      Act = "resources-approved"
	ActBoardReport            Act = "board-report"            // reported on AI governance to the body above
	ActReviewAttended         Act = "review-attended"         // took part in the management review
	ActImportanceCommunicated Act = "importance-communicated" // said why the management system and its requirements matter
	ActIntegrated             Act = "integrated"              // had requirements built into the business processes
	ActOutcomesPursued        Act = "outcomes-pursued"        // saw to it that the intended outcomes are reached
	ActPeopleSupported        Act = "people-supported"        // directed and supported those who contribute
	ActManagersSupported      Act = "managers-supported"      // helped other managers to lead in their own areas
	ActImprovementPromoted    Act = "improvement-promoted"
	ActOther                  Act = "other"
)

var acts = []Act{
	ActPolicySigned, ActObjectivesSet, ActSponsorNamed, ActRolesAssigned, ActResourcesApproved, ActBoardReport,
	ActReviewAttended, ActImportanceCommunicated, ActIntegrated, ActOutcomesPursued, ActPeopleSupported,
	ActManagersSupported, ActImprovementPromoted, ActOther,
}

// Known reports whether a is in the vocabulary.
func (a Act) Known() bool { return word.Known(a, acts...) }

// UnmarshalText reads a word of the vocabulary.
func (a *Act) UnmarshalText(text []byte) error { return unmarshalName(a, text, "aims.Act", acts...) }

// Ref names the record.
func (a LeadershipAct) Ref() Ref { return Ref{KindLeadershipAct, string(a.ID)} }

// Since returns the day from which the record exists.
func (a LeadershipAct) Since() Date { return a.Recorded }

// Validate reports every problem inside the record.
func (a LeadershipAct) Validate() error {
	var c Checker
	CheckID(&c, "id", a.ID)
	c.OptionalDate("recorded", a.Recorded)
	CheckWord(&c, "act", a.Act)
	CheckOptionalID(&c, "by", a.By)
	c.OptionalDate("on", a.On)
	c.Refs("about", a.About)
	c.OptionalText("note", a.Note)
	CheckIDs(&c, "evidence", a.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (a LeadershipAct) Links(l *Linker) {
	Link(l, "by", KindPerson, a.By)
	l.Refs("about", a.About)
	LinkAll(l, "evidence", KindEvidence, a.Evidence)
}
