package aims

import (
	"slices"

	"github.com/aimskit/aimskit/internal/word"
)

// Stage is a stage in the life cycle of an AI system, after ISO/IEC 22989.
// The zero value means that nobody said.
type Stage string

// The stages, in the order in which a system usually meets them.
const (
	StageInception    Stage = "inception"             // the need and the requirements
	StageDesign       Stage = "design"                // design and development
	StageVerification Stage = "verification"          // verification and validation
	StageDeployment   Stage = "deployment"            // being put into use
	StageOperation    Stage = "operation"             // operation and monitoring
	StageContinuous   Stage = "continuous-validation" // in use and validated again on new data
	StageReevaluation Stage = "re-evaluation"         // in use while its objectives and risks are looked at again
	StageRetirement   Stage = "retirement"            // out of use
)

var stages = []Stage{
	StageInception, StageDesign, StageVerification, StageDeployment,
	StageOperation, StageContinuous, StageReevaluation, StageRetirement,
}

// Stages returns all stages in their usual order.
func Stages() []Stage { return slices.Clone(stages) }

// nextStages says which stages may follow which. Every stage but the last can
// lead to retirement, since a project may be given up at any time.
//
//   - What was built is verified before it is deployed: nothing else leads to
//     deployment from before operation. A system that was acquired ready made
//     goes from inception straight to verification.
//   - A failed verification leads back to design or to the requirements, a
//     failed deployment back to design or verification.
//   - From operation a new release goes back to design (made anew), to
//     verification (retrained, patched) or to deployment (the same release
//     elsewhere).
//   - Retirement is final. What comes back is a new entry of the inventory,
//     with its own inception.
var nextStages = map[Stage][]Stage{
	StageInception:    {StageDesign, StageVerification, StageRetirement},
	StageDesign:       {StageInception, StageVerification, StageRetirement},
	StageVerification: {StageInception, StageDesign, StageDeployment, StageRetirement},
	StageDeployment:   {StageDesign, StageVerification, StageOperation, StageRetirement},
	StageOperation:    {StageDesign, StageVerification, StageDeployment, StageContinuous, StageReevaluation, StageRetirement},
	StageContinuous:   {StageDesign, StageVerification, StageDeployment, StageOperation, StageReevaluation, StageRetirement},
	StageReevaluation: {StageInception, StageDesign, StageVerification, StageDeployment, StageOperation, StageContinuous, StageRetirement},
	StageRetirement:   {},
}

// Next returns the stages that may follow s, in their usual order; none for
// retirement, and none for an unknown stage.
func (s Stage) Next() []Stage { return slices.Clone(nextStages[s]) }

// Live says whether a system in this stage is in use, so that it can affect
// people: yes from deployment until retirement, unknown for an unknown stage.
// Deployment counts, because the decision to go live comes before it.
func (s Stage) Live() Answer {
	switch s {
	case StageDeployment, StageOperation, StageContinuous, StageReevaluation:
		return Yes
	case StageInception, StageDesign, StageVerification, StageRetirement:
		return No
	}
	return Unknown
}

// Known reports whether s is in the vocabulary.
func (s Stage) Known() bool { return word.Known(s, stages...) }

// UnmarshalText reads a word of the vocabulary.
func (s *Stage) UnmarshalText(text []byte) error {
	return unmarshalName(s, text, "aims.Stage", stages...)
}

// StageChange is one step in the history of a system.
type StageChange struct {
	To       Stage        `json:"to"`
	On       Date         `json:"on"` // the first day in that stage
	By       PersonID     `json:"by,omitempty"`
	Reason   string       `json:"reason,omitempty"`
	Evidence []EvidenceID `json:"evidence,omitempty"`
}
