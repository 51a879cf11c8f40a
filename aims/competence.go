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
