package audit

import (
	"cmp"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// LogEntry is a line of the improvement log (10.1).
type LogEntry struct {
	Improvement ImprovementID `json:"improvement"`
	Title       string        `json:"title"`
	Source      aims.Ref      `json:"source,omitzero"`
	Progress    Progress      `json:"progress"`
	On          aims.Date     `json:"on,omitzero"`     // the day on which it came that far
	Worked      aims.Answer   `json:"worked,omitzero"` // what the latest look at its effect says
}

// Progress is how far an improvement has come. Zero: it is an idea.
type Progress uint8

// The steps of an improvement.
const (
	Proposed  Progress = iota // nobody has decided
	Resolved                  // decided on
	Made                      // carried out
	Evaluated                 // and somebody looked at what it did
)

var progresses = word.Scale{Name: "audit.Progress", Words: []string{"proposed", "resolved", "made", "evaluated"}}

// String returns the word of the step.
func (p Progress) String() string { return progresses.String(int(p)) }

// Known reports whether p is one of the steps.
func (p Progress) Known() bool { return p <= Evaluated }

// MarshalText returns the word of the step.
func (p Progress) MarshalText() ([]byte, error) { return progresses.Marshal(int(p)) }

// UnmarshalText reads the word of a step.
func (p *Progress) UnmarshalText(text []byte) error {
	i, err := progresses.Unmarshal(text)
	if err == nil {
		*p = Progress(i)
	}
	return err
}

// ImprovementLog returns the log as it stands on a day: the latest entry
// first, ideas without a day last. A look at the effect of something that is
// not carried out counts for nothing.
func ImprovementLog(improvements []Improvement, at aims.Date) []LogEntry {
	var log []LogEntry
	for _, i := range improvements {
		if i.Since() > at {
			continue
		}
		e := LogEntry{Improvement: i.ID, Title: i.Title, Source: i.Source, On: i.Recorded}
		effect, seen := aims.LatestEvaluation(i.Effects, at)
		switch made := i.Done != 0 && i.Done <= at; {
		case made && seen:
			e.Progress, e.On, e.Worked = Evaluated, effect.On, effect.Met
		case made:
			e.Progress, e.On = Made, i.Done
		case i.Decided != 0 && i.Decided <= at:
			e.Progress, e.On = Resolved, i.Decided
		}
		log = append(log, e)
	}
	slices.SortStableFunc(log, func(x, y LogEntry) int {
		return cmp.Or(cmp.Compare(y.On, x.On), cmp.Compare(x.Improvement, y.Improvement))
	})
	return log
}
