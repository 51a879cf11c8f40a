package risk

import (
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
	"github.com/shopspring/decimal"
)

// Measure is a number that a register comes to. The zero value is none.
type Measure struct {
	Of Measured `json:"of"`
	// Weights says what a risk on level i+1 counts, for [WeightedLevels]. They
	// are the caller's declaration: levels are in an order, and nothing
	// follows from that about how many low risks a high one is worth.
	Weights []int `json:"weights,omitempty"`
}

// Measured says what a [Measure] counts. Risks without a level count nowhere.
type Measured string

// What can be measured.
const (
	AboveAppetite  Measured = "above-appetite"  // the risks above the appetite
	AboveLimit     Measured = "above-limit"     // the risks above the tolerance
	WeightedLevels Measured = "weighted-levels" // the sum of a weight for the level of each risk
	WorstLevel     Measured = "worst-level"     // the highest level
)

// Known reports whether m is in the vocabulary.
func (m Measured) Known() bool {
	return word.Known(m, AboveAppetite, AboveLimit, WeightedLevels, WorstLevel)
}

// UnmarshalText reads a word of the vocabulary.
func (m *Measured) UnmarshalText(text []byte) error {
	return unmarshalName(m, text, "risk.Measured", AboveAppetite, AboveLimit, WeightedLevels, WorstLevel)
}

// MaxWeight is the greatest weight of a level.
const MaxWeight = 10_000

// The codes of problems with an attribution.
const (
	// WeightsMismatch: there is not one weight for each risk level.
	WeightsMismatch aims.Code = "risk/weights-mismatch"
	// WeightOutside: a weight is negative, too great, or less than that of a lower level.
	WeightOutside aims.Code = "risk/weight-outside"
	// SampleOutside: a sample is to have too few permutations, or too many.
	SampleOutside aims.Code = "risk/sample-outside"
	// PlayersMany: more changes touch one risk than can be told apart.
	PlayersMany aims.Code = "risk/players-many"
)

// check reports a measure that criteria cannot be measured by.
func (m Measure) check(c *aims.Checker, k *Criteria) {
	aims.CheckWord(c, "measure/of", m.Of)
	want := 0
	if m.Of == WeightedLevels {
		want = len(k.Levels)
	}
	if len(m.Weights) != want {
		c.Add("measure/weights", WeightsMismatch, "got", strconv.Itoa(len(m.Weights)), "want", strconv.Itoa(want))
		return
	}
	least := 0
	for i, w := range m.Weights {
		if w < least || w > MaxWeight {
			c.Add(aims.Field("measure", "weights", i), WeightOutside, "got", strconv.Itoa(w), "min", strconv.Itoa(least), "max", strconv.Itoa(MaxWeight))
		}
		least = max(least, w)
	}
}

// value returns what a risk of a level counts.
func (m Measure) value(k *Criteria, l Level) int64 {
	switch {
	case l == 0,
		m.Of == AboveAppetite && k.Zone(l) <= WithinAppetite,
		m.Of == AboveLimit && k.Zone(l) <= WithinTolerance:
		return 0
	case m.Of == WeightedLevels:
		return int64(m.Weights[l-1])
	case m.Of == WorstLevel:
		return int64(l)
	}
	return 1
}

// Sampling says how shares are estimated that cannot be computed exactly. The
// zero value takes 1,000 permutations.
type Sampling struct {
	Permutations int    `json:"permutations,omitzero"` // 2 to [MaxPermutations]; zero: 1,000
	Seed         uint64 `json:"seed,omitzero"`         // the same seed gives the same shares
}

// MaxPermutations is the greatest number of permutations of a [Sampling].
const MaxPermutations = 1_000_000

const defaultPermutations = 1000

// Attribution says what each of several changes contributes to what they do
// together: their Shapley values, which share out the difference of a measure.
// They add up to After − Before; a change that makes no difference beside any
// of the others has none; two changes that make the same difference beside all
// of the others have the same; and the order of the changes does not matter.
type Attribution struct {
	At      aims.Date      `json:"at"`
	State   State          `json:"state"`
	Measure Measure        `json:"measure"`
	Before  int64          `json:"before"` // the measure without the changes
	After   int64          `json:"after"`  // and with all of them
	Shares  []Contribution `json:"shares,omitempty"`
	// Permutations is how many were drawn; zero: none, the shares are exact.
	Permutations int    `json:"permutations,omitzero"`
	Seed         uint64 `json:"seed,omitzero"`
	// Unrated lists the open risks that are left out, since for want of a
	// complete inherent rating they have no level before or after.
	Unrated []RiskID `json:"unrated,omitempty"`
}

// Contribution is the share of one change.
type Contribution struct {
	Change Change   `json:"change"`
	Value  Fraction `json:"value"` // below zero: it lowers the measure
	// StandardError is that of a sampled value, in six places, rounded up;
	// zero where the value is exact.
	StandardError decimal.Decimal `json:"standardError,omitzero"`
	// Risks is how many rated risks the change touches: it sets their rating or
	// the criteria, or decides, alone or with others, whether a treatment lowers
	// them on some axis.
	Risks int `json:"risks"`
}

// Attribute shares out among changes what they do together to a measure of the
// open risks, [Current] or [Residual]; see [Assessment.WhatIf] for how levels
// are computed. The shares are exact as long as at most 20 changes touch any
// one risk. For [WorstLevel], which no risk makes alone, they are exact as long
// as at most 20 changes touch any risk at all, and the risks that can be the
// worst have no more than 2²⁵ subsets of changes to go through. Beyond that the
// shares are sampled. Problems are reported as for WhatIf, and with the
// measure; up to 64 changes may touch one risk.
func (a *Assessment) Attribute(s State, changes []Change, m Measure, o Sampling) (Attribution, error) {
	t, err := a.trial(s, changes)
	if err != nil {
		return Attribution{}, err
	}
	c := aims.Checker{Texts: texts}
	m.check(&c, t.before.criteria)
	if c.Err() == nil && t.criteria >= 0 {
		m.check(&c, t.after.criteria)
	}
	if o.Permutations < 0 || o.Permutations == 1 || o.Permutations > MaxPermutations {
		c.Add("sampling/permutations", SampleOutside, "got", strconv.Itoa(o.Permutations), "max", strconv.Itoa(MaxPermutations))
	}
	if err := c.Err(); err != nil {
		return Attribution{}, err
	}
	out := Attribution{At: t.before.at, State: s, Measure: m, Shares: make([]Contribution, len(changes))}
	for i, g := range changes {
		out.Shares[i].Change = g
	}
	games, err := out.games(t)
	if err != nil {
		return Attribution{}, err
	}
	out.settle(games, o)
	return out, nil
}

// maxPlayers is how many players a mask holds.
const maxPlayers = 64

// games sets up the risks that are rated without and with the changes.
func (a *Attribution) games(t *trial) ([]*game, error) {
	var games []*game
	c := aims.Checker{Texts: texts}
	for _, i := range t.before.order {
		g := t.game(i, false)
		id := t.before.register.records.Risks[i].ID
		if len(g.players) > maxPlayers {
			c.Add("changes", PlayersMany, "got", strconv.Itoa(len(g.players)), "risk", string(id), "max", strconv.Itoa(maxPlayers))
			continue
		}
		if g.inherent[0] == nil || g.inherent[1] == nil {
			a.Unrated = append(a.Unrated, id)
			continue
		}
		games = append(games, g)
		for _, p := range g.players {
			a.Shares[p].Risks++
		}
	}
	return games, c.Err()
}
