package aims

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/internal/word"
)

// Stage is a stage in the life cycle of an AI system, after ISO/IEC 22989.
// The zero value means that nobody said.
type Stage string

// The stages, in the order in which a system usually meets them.
const (
	StageInception    Stage = "inception" // the need and the requirements
	StageDesign       Stage = "design-and-development"
	StageVerification Stage = "verification-and-validation"
	StageDeployment   Stage = "deployment" // being put into use
	StageOperation    Stage = "operation-and-monitoring"
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

// nextStages says which stages may follow which; see [Stage.Next].
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
// retirement, and none for an unknown stage. ISO/IEC 22989 names the stages
// and leaves the moves open; these are the library's:
//
//   - Every other stage can lead to retirement: work may be given up at any time.
//   - What was built is verified before it is deployed. A system that was
//     acquired ready made goes from inception straight to verification.
//   - A failed verification leads back to design or to the requirements, a
//     failed deployment to design or verification.
//   - From operation a new release goes back to design (made anew), to
//     verification (retrained, patched) or to deployment (the same version
//     elsewhere).
//   - Retirement is final. What comes back is a new entry of the inventory.
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

// StageAt returns the stage of a system at a day, by its history; without a
// history, the stage that is recorded. It is "" where neither says.
func (s AISystem) StageAt(at Date) Stage {
	if len(s.History) == 0 {
		return s.Stage
	}
	var stage Stage
	for _, h := range s.History {
		if h.On <= at {
			stage = h.To
		}
	}
	return stage
}

// LiveSince returns the day on which a system that is live at a day went
// live, and has been since. It is absent for a system that is not live then,
// and for one whose history does not show the step, since it begins later.
func (s AISystem) LiveSince(at Date) Date {
	var since Date
	var before Stage
	for _, h := range s.History {
		switch {
		case h.On > at:
		case h.To.Live() != Yes:
			since = 0
		case before.Live() == No, before == "" && h.To == StageDeployment:
			since = h.On
		}
		before = h.To
	}
	return since
}

// The codes of problems in the history of a system.
const (
	// StageSkipped: a stage follows one that cannot lead to it; see [Stage.Next].
	StageSkipped Code = "aims/stage-skipped"
	// StageStale: the recorded stage is not the last one of the history.
	StageStale Code = "aims/stage-stale"
)

// checkStage checks the stage and its history: days in order, only moves that
// [Stage.Next] allows, and the recorded stage the last one.
func (s AISystem) checkStage(c *Checker) {
	CheckOptionalWord(c, "stage", s.Stage)
	if n := len(s.History); n > 0 && s.Stage.Known() {
		if last := s.History[n-1].To; last.Known() && s.Stage != last {
			c.Add("stage", StageStale, "got", string(s.Stage), "last", string(last))
		}
	}
	var before StageChange
	for i, h := range s.History {
		in := c.In("history", i)
		CheckWord(in, "to", h.To)
		if allowed := before.To.Next(); before.To.Known() && h.To.Known() && !slices.Contains(allowed, h.To) {
			in.Add("to", StageSkipped, "from", string(before.To), "to", string(h.To), "allowed", list(allowed))
		}
		in.Date("on", h.On)
		if i > 0 {
			in.NotBefore("on", h.On, Field("history", i-1, "on"), before.On)
		}
		CheckOptionalID(in, "by", h.By)
		in.OptionalText("reason", h.Reason)
		CheckIDs(in, "evidence", h.Evidence)
		before = h
	}
}

// list names the stages in a sentence.
func list(stages []Stage) string {
	words := make([]string, len(stages))
	for i, s := range stages {
		words[i] = string(s)
	}
	return cmp.Or(strings.Join(words, ", "), "nothing")
}
