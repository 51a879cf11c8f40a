package aims

import "github.com/aimskit/aimskit/internal/word"

// Competence is one competence that a person or role needs, and what is known
// of it (7.2, A.4.6).
type Competence struct {
	ID            CompetenceID      `json:"id"`
	Recorded      Date              `json:"recorded,omitzero"`
	Person        PersonID          `json:"person,omitempty"` // the person; this or the role is required
	Role          RoleID            `json:"role,omitempty"`   // the role that needs it
	Needed        string            `json:"needed"`           // what one must be able to do
	Systems       []SystemID        `json:"systems,omitempty"`
	Basis         []CompetenceBasis `json:"basis,omitempty"`    // what it rests on
	Shown         string            `json:"shown,omitempty"`    // how it was shown: a degree, a test, years of work
	Competent     Answer            `json:"competent,omitzero"` // as somebody assessed
	AssessedBy    PersonID          `json:"assessedBy,omitempty"`
	AssessedOn    Date              `json:"assessedOn,omitzero"`
	Gap           string            `json:"gap,omitempty"`           // what is missing
	Actions       []Action          `json:"actions,omitempty"`       // what is done to acquire it
	Trainings     []TrainingID      `json:"trainings,omitempty"`     // the trainings among them
	Effectiveness []Evaluation      `json:"effectiveness,omitempty"` // whether the actions worked
	Until         Date              `json:"until,omitzero"`          // last day on which the assessment holds
	Evidence      []EvidenceID      `json:"evidence,omitempty"`      // of the competence
	Ext           map[string]string `json:"ext,omitempty"`           // the host's own; no rule reads it
}

// CompetenceBasis is what competence rests on.
type CompetenceBasis string

// The bases of competence.
const (
	BasisEducation  CompetenceBasis = "education"
	BasisTraining   CompetenceBasis = "training"
	BasisExperience CompetenceBasis = "experience"
)

var competenceBases = []CompetenceBasis{BasisEducation, BasisTraining, BasisExperience}

// Known reports whether b is in the vocabulary.
func (b CompetenceBasis) Known() bool { return word.Known(b, competenceBases...) }

// UnmarshalText reads a word of the vocabulary.
func (b *CompetenceBasis) UnmarshalText(text []byte) error {
	return unmarshalName(b, text, "aims.CompetenceBasis", competenceBases...)
}

// Ref names the record.
func (k Competence) Ref() Ref { return Ref{KindCompetence, string(k.ID)} }

// Since returns the day from which the record exists.
func (k Competence) Since() Date { return k.Recorded }

// Validate reports every problem inside the record.
func (k Competence) Validate() error {
	var c Checker
	CheckID(&c, "id", k.ID)
	c.OptionalDate("recorded", k.Recorded)
	if k.Role == "" {
		CheckID(&c, "person", k.Person)
	} else {
		CheckOptionalID(&c, "person", k.Person)
	}
	CheckOptionalID(&c, "role", k.Role)
	c.Text("needed", k.Needed)
	CheckIDs(&c, "systems", k.Systems)
	CheckWords(&c, "basis", k.Basis)
	c.OptionalText("shown", k.Shown)
	CheckOptionalWord(&c, "competent", k.Competent)
	CheckOptionalID(&c, "assessedBy", k.AssessedBy)
	c.OptionalDate("assessedOn", k.AssessedOn)
	c.OptionalText("gap", k.Gap)
	CheckEach(&c, "actions", k.Actions)
	CheckIDs(&c, "trainings", k.Trainings)
	CheckEach(&c, "effectiveness", k.Effectiveness)
	c.OptionalDate("until", k.Until)
	c.NotBefore("until", k.Until, "assessedOn", k.AssessedOn)
	CheckIDs(&c, "evidence", k.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (k Competence) Links(l *Linker) {
	Link(l, "person", KindPerson, k.Person)
	Link(l, "role", KindRole, k.Role)
	LinkAll(l, "systems", KindSystem, k.Systems)
	Link(l, "assessedBy", KindPerson, k.AssessedBy)
	LinkActions(l, "actions", k.Actions)
	LinkAll(l, "trainings", KindTraining, k.Trainings)
	LinkEvaluations(l, "effectiveness", k.Effectiveness)
	LinkAll(l, "evidence", KindEvidence, k.Evidence)
}
