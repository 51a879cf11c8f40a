package risk

import "github.com/aimskit/aimskit/aims"

// Comparison is what changes would do to a register at a day.
//
// It compares levels that are computed: inherent ratings, lowered by the
// treatments that count. A current or residual rating that somebody stated
// speaks of things as they are, and tells nothing about a change. So Before
// need not be what [Assessment.Total] counts; StatedHigher lists the risks
// that make the difference.
type Comparison struct {
	At      aims.Date `json:"at"`
	State   State     `json:"state"`
	Changes []Change  `json:"changes,omitempty"`
	Before  Group     `json:"before"`
	After   Group     `json:"after"`
	Risks   []Shift   `json:"risks,omitempty"` // that move, in the order of the register
	// Unrated lists the open risks that have no level before or after,
	// because of their inherent rating.
	Unrated []RiskID `json:"unrated,omitempty"`
	// StatedHigher lists the open risks whose rating in the state is stated to
	// be higher than the treatments justify.
	StatedHigher []RiskID `json:"statedHigher,omitempty"`
}

// Shift is a risk that changes move to another cell or level.
type Shift struct {
	Risk   RiskID `json:"risk"`
	Before Rated  `json:"before"`
	After  Rated  `json:"after"`
}

// moves reports whether level or cell differ. That another dimension is the
// worst, at the same level, moves nothing.
func (s Shift) moves() bool {
	s.Before.Dimension, s.After.Dimension = "", ""
	return s.Before != s.After
}

// Difference returns by how many levels the risk rises (above zero) or falls;
// false where it is unrated before or after.
func (s Shift) Difference() (levels int, known bool) {
	if s.Before.Level == 0 || s.After.Level == 0 {
		return 0, false
	}
	return int(s.After.Level) - int(s.Before.Level), true
}

// Difference is what changes add to the counts of a register, or take from
// them where it is below zero.
type Difference struct {
	Counts        []int `json:"counts"` // of the risks on level i+1
	Unrated       int   `json:"unrated"`
	AboveAppetite int   `json:"aboveAppetite"`
	AboveLimit    int   `json:"aboveLimit"`
	Worst         int   `json:"worst"` // levels
}

// Difference returns what the changes make of the register as a whole.
func (c Comparison) Difference() Difference {
	d := Difference{
		Counts:        make([]int, max(len(c.Before.Counts), len(c.After.Counts))),
		Unrated:       c.After.Unrated - c.Before.Unrated,
		AboveAppetite: c.After.AboveAppetite - c.Before.AboveAppetite,
		AboveLimit:    c.After.AboveLimit - c.Before.AboveLimit,
		Worst:         int(c.After.Worst) - int(c.Before.Worst),
	}
	for i, n := range c.After.Counts {
		d.Counts[i] += n
	}
	for i, n := range c.Before.Counts {
		d.Counts[i] -= n
	}
	return d
}

// StateFixed: no treatment moves the ratings of that state.
const StateFixed aims.Code = "risk/state-fixed"

// WhatIf compares the open risks, [Current] or [Residual], without and with
// changes. The order of the changes does not matter. Nothing is written to the
// register. Changes that are malformed, collide or refer to nothing are
// reported as [aims.InvalidError].
func (a *Assessment) WhatIf(s State, changes []Change) (Comparison, error) {
	t, err := a.trial(s, changes)
	if err != nil {
		return Comparison{}, err
	}
	out := Comparison{At: t.before.at, State: s, Changes: changes}
	out.Before.Counts = make([]int, t.before.criteria.Top())
	out.After.Counts = make([]int, t.after.criteria.Top())
	for _, i := range t.before.order {
		g := t.game(i, true)
		shift := Shift{t.before.register.records.Risks[i].ID, g.rated(0), g.rated(g.all())}
		t.before.count(&out.Before, shift.Before)
		t.after.count(&out.After, shift.After)
		if shift.moves() {
			out.Risks = append(out.Risks, shift)
		}
		if shift.Before.Level == 0 || shift.After.Level == 0 {
			out.Unrated = append(out.Unrated, shift.Risk)
		}
		if l := shift.Before.Level; l != 0 && t.before.stated(i, t.state).Level > l {
			out.StatedHigher = append(out.StatedHigher, shift.Risk)
		}
	}
	return out, nil
}
