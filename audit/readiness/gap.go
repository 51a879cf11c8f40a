package readiness

import (
	"cmp"
	"slices"
	"sync"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/internal/word"
)

// Priority says how soon a gap wants closing. The zero value means "not
// assessed".
type Priority uint8

// The priorities, the most urgent last.
const (
	Low      Priority = iota + 1 // an improvement, no gap
	Medium                       // a minor gap elsewhere
	High                         // a minor gap on a stage 1 requirement, or a major gap elsewhere
	Critical                     // a major gap on a stage 1 requirement
)

var priorities = word.Scale{Name: "readiness.Priority", Words: []string{"", "low", "medium", "high", "critical"}}

// String returns the word of the priority.
func (p Priority) String() string { return priorities.String(int(p)) }

// Known reports whether p is one of the priorities.
func (p Priority) Known() bool { return p >= Low && p <= Critical }

// MarshalText returns the word of the priority.
func (p Priority) MarshalText() ([]byte, error) { return priorities.Marshal(int(p)) }

// UnmarshalText reads low, medium, high or critical.
func (p *Priority) UnmarshalText(text []byte) error {
	i, err := priorities.Unmarshal(text)
	if err == nil {
		*p = Priority(i)
	}
	return err
}

// Gap is a known failure: of the records, or stated in a gap assessment.
type Gap struct {
	Key      aims.Key     `json:"key"`
	Title    string       `json:"title"`
	Verdict  aims.Verdict `json:"verdict"`
	Priority Priority     `json:"priority"`
	Stated   bool         `json:"stated,omitempty"` // rests on a statement alone, not on records
	// Reasons are the observations that make the gap, or none for a stated gap.
	Reasons []aims.Observation `json:"reasons,omitempty"`
	// Practice is what the gap assessment says is done today, and Maturity how
	// capable it says that is.
	Practice string        `json:"practice,omitempty"`
	Maturity aims.Maturity `json:"maturity,omitzero"`
}

// rankGaps gives gaps their priorities and puts the most urgent first; ties by
// clause, then by control.
func rankGaps(gaps []Gap) {
	for i := range gaps {
		c, _ := gaps[i].Key.Clause()
		gaps[i].Priority = priority(gaps[i].Verdict, slices.Contains(stageOne(), c))
	}
	byKey := func(a, b Gap) int { return compareKeys(a.Key, b.Key) }
	if !slices.IsSortedFunc(gaps, byKey) { // the items of a result mostly are
		slices.SortStableFunc(gaps, byKey)
	}
	slices.SortStableFunc(gaps, func(a, b Gap) int { return cmp.Compare(b.Priority, a.Priority) })
}

var stageOne = sync.OnceValue(certification.StageOneRequirements)

// priority ranks a gap, of a stage 1 requirement or elsewhere.
func priority(v aims.Verdict, early bool) Priority {
	switch {
	case v == aims.MajorGap && early:
		return Critical
	case v == aims.MajorGap || early && v == aims.MinorGap:
		return High
	case v == aims.MinorGap:
		return Medium
	}
	return Low
}

// compareKeys puts the clauses of the standard before controls, and these
// before the keys of others.
func compareKeys(a, b aims.Key) int {
	return cmp.Or(cmp.Compare(rank(a), rank(b)), a.Compare(b))
}

func rank(k aims.Key) int {
	if _, ok := k.Clause(); ok {
		return 0
	}
	if k.Framework == aims.FrameworkISO42001 {
		return 1
	}
	return 2
}
