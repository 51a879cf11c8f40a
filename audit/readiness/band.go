package readiness

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/internal/word"
)

// Band is how far the way to certification is open. It follows from the
// gates alone, never from the score. The zero value means "not assessed".
type Band uint8

// The bands, in their order.
const (
	NotReady      Band = iota + 1 // no gate is known to be open
	StageOneReady                 // the stage 1 gate is open
	StageTwoReady                 // the stage 2 gate is open
	Certifiable                   // the decision gate is open
)

var bands = word.Scale{Name: "readiness.Band", Words: []string{"", "not-ready", "stage1-ready", "stage2-ready", "certifiable"}}

// String returns the word of the band.
func (b Band) String() string { return bands.String(int(b)) }

// Known reports whether b is one of the bands.
func (b Band) Known() bool { return b >= NotReady && b <= Certifiable }

// MarshalText returns the word of the band.
func (b Band) MarshalText() ([]byte, error) { return bands.Marshal(int(b)) }

// UnmarshalText reads not-ready, stage1-ready, stage2-ready or certifiable.
func (b *Band) UnmarshalText(text []byte) error {
	i, err := bands.Unmarshal(text)
	if err == nil {
		*b = Band(i)
	}
	return err
}

// bandOf returns the band of the last open gate.
func bandOf(conditions []certification.Condition) Band {
	band := NotReady
	for g := certification.StageOne; g <= certification.Deciding; g++ {
		if certification.Open(conditions, g) != aims.Yes {
			break
		}
		band++
	}
	return band
}
