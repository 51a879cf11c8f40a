package readiness

import (
	"fmt"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
)

// Summary is what to say of a report in a few figures: at most 1024 bytes as
// JSON, and as text.
type Summary struct {
	At                aims.Date  `json:"at,omitzero"`
	Total             Bounds     `json:"total"`
	Requirements      Bounds     `json:"requirements"`
	Controls          Bounds     `json:"controls"`
	WithoutExclusions Bounds     `json:"withoutExclusions"`
	Band              Band       `json:"band,omitzero"`
	Gaps              GapsByRank `json:"gaps"`
	Unknown           int        `json:"unknown"`       // items about which nothing is known
	Claimed           int        `json:"claimed"`       // of them, those that are stated to conform
	Planned           int        `json:"planned"`       // controls that are planned
	Excluded          int        `json:"excluded"`      // controls that are excluded
	Disagreements     int        `json:"disagreements"` // statements that records contradict
	SystemsIn         int        `json:"systemsIn"`
	SystemsOut        int        `json:"systemsOut"`
	// NextGate is the first gate that is not open, absent when all are. Unmet
	// and Unsettled count its conditions that are not met and unknown, with
	// those of the gates before it.
	NextGate  certification.Gate `json:"nextGate,omitzero"`
	Unmet     int                `json:"unmet"`
	Unsettled int                `json:"unsettled"`
}

// GapsByRank counts gaps by priority.
type GapsByRank struct {
	Critical int `json:"critical"`
	High     int `json:"high"`
	Medium   int `json:"medium"`
	Low      int `json:"low"`
}

// Summary returns the report in a few figures.
func (r Report) Summary() Summary {
	s := Summary{
		At: r.Provenance.At, Total: r.Total, Requirements: r.Requirements, Controls: r.Controls,
		WithoutExclusions: r.WithoutExclusions, Band: r.Band, Unknown: len(r.Unknown), Claimed: len(r.Claimed),
		Planned: len(r.Planned), Disagreements: len(r.Disagreements), SystemsIn: r.SystemsIn, SystemsOut: r.SystemsOut,
	}
	for _, g := range r.Gaps {
		switch g.Priority {
		case Critical:
			s.Gaps.Critical++
		case High:
			s.Gaps.High++
		case Medium:
			s.Gaps.Medium++
		default:
			s.Gaps.Low++
		}
	}
	for _, i := range r.Items {
		if i.Excluded {
			s.Excluded++
		}
	}
	for g := certification.StageOne; g <= certification.Deciding && s.NextGate == 0; g++ {
		if certification.Open(r.Conditions, g) != aims.Yes {
			s.NextGate = g
		}
	}
	for _, c := range r.Conditions {
		switch {
		case c.Gate > s.NextGate || c.Met == aims.Yes:
		case c.Met == aims.No:
			s.Unmet++
		default:
			s.Unsettled++
		}
	}
	return s
}

// String returns the summary as a few lines of English, always with what the
// score is not.
func (s Summary) String() string {
	known := "nothing is known"
	if share, ok := s.Total.Known().Value(); ok {
		known = share.StringFixed(places) + " of what is known is done"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Readiness on %s: %s, at best %s; %s of the weight is known, %s.\n", s.At, s.Total.Score().StringFixed(places), s.Total.Upper().StringFixed(places), s.Total.Coverage().StringFixed(places), known)
	fmt.Fprintf(&b, "Requirements %s to %s, controls %s to %s; without exclusions %s to %s.\n",
		s.Requirements.Score().StringFixed(places), s.Requirements.Upper().StringFixed(places), s.Controls.Score().StringFixed(places), s.Controls.Upper().StringFixed(places),
		s.WithoutExclusions.Score().StringFixed(places), s.WithoutExclusions.Upper().StringFixed(places))
	fmt.Fprintf(&b, "Gaps: %d critical, %d high, %d medium, %d low. Unknown: %d, of them %d claimed. Controls planned: %d, excluded: %d.\n",
		s.Gaps.Critical, s.Gaps.High, s.Gaps.Medium, s.Gaps.Low, s.Unknown, s.Claimed, s.Planned, s.Excluded)
	switch {
	case s.Band == 0:
		b.WriteString("Band: not assessed.\n")
	case s.NextGate == 0:
		fmt.Fprintf(&b, "Band: %s. All gates are open.\n", s.Band)
	default:
		fmt.Fprintf(&b, "Band: %s. Up to the gate %s, conditions not met: %d, unknown: %d.\n", s.Band, s.NextGate, s.Unmet, s.Unsettled)
	}
	fmt.Fprintf(&b, "AI systems: %d in scope, %d outside. Readiness is not a probability of certification.\n", s.SystemsIn, s.SystemsOut)
	return b.String()
}
