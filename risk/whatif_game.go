package risk

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// trial is a set of changes to an assessment, sorted out by what they touch.
type trial struct {
	before, after *Assessment // after: with the other criteria, if a change sets some
	state         int
	changes       int
	criteria      int         // the change that sets them, or -1
	ratings       map[int]int // of each risk the change that sets its inherent rating
	rated         []*Rating   // of each change the rating that it sets
	treatments    []switched  // of each treatment
}

// switched is a treatment with the changes that touch it; -1 is none.
type switched struct {
	counts   bool  // without any change
	off      []int // those that switch it, or one of its controls, off
	on       int   // the one that switches it on
	controls []int // those that switch on all of its controls; empty unless all are
	set      int   // the one that sets its effects
	effects  []Effect
	own      map[RiskID]int // the places of the effects that are set on single risks,
	all      int            // and of the one on all others, or -1
}

// effectOn returns the effect that is set on a risk, or nil.
func (w *switched) effectOn(id RiskID) *Effect {
	if w.set < 0 {
		return nil
	}
	place, own := w.own[id]
	if !own {
		place = w.all
	}
	if place < 0 {
		return nil
	}
	return &w.effects[place]
}

func (a *Assessment) trial(s State, changes []Change) (*trial, error) {
	a = a.orEmpty()
	c := aims.Checker{Texts: texts}
	if s != Current && s != Residual {
		c.Add("state", StateFixed, "got", string(s))
	}
	a.checkChanges(&c, changes)
	if err := c.Err(); err != nil {
		return nil, err
	}
	t := &trial{before: a, after: a, state: slices.Index(states, s), changes: len(changes), criteria: -1}
	t.ratings = make(map[int]int)
	t.rated = make([]*Rating, len(changes))
	for i, g := range changes {
		switch g.Do {
		case SetCriteria:
			other := *a
			other.criteria = g.Criteria
			t.after, t.criteria = &other, i
		case SetInherent:
			t.ratings[a.register.risks[g.Risk]], t.rated[i] = i, g.Inherent
		}
	}
	t.switchTreatments(changes)
	return t, nil
}

// switchTreatments finds for each treatment the changes that touch it.
func (t *trial) switchTreatments(changes []Change) {
	all := t.before.register.records.Treatments
	t.treatments = make([]switched, len(all))
	counts := t.before.works
	if t.state == residual {
		counts = t.before.expected
	}
	byControl := make(map[aims.Key]int)
	byTreatment := make(map[TreatmentID][]int)
	for i, g := range changes {
		if g.Treatment != "" {
			byTreatment[g.Treatment] = append(byTreatment[g.Treatment], i)
		} else if !g.Control.IsZero() {
			byControl[g.Control] = i
		}
	}
	for i := range all {
		w := switched{counts: counts(i), on: -1, set: -1}
		for _, g := range byTreatment[all[i].ID] {
			switch changes[g].Do {
			case SwitchOff:
				w.off = append(w.off, g)
			case SwitchOn:
				w.on = g
			case SetEffects:
				w.set, w.effects = g, changes[g].Effects
				w.own, w.all = (&Treatment{Effects: w.effects}).effectsByRisk()
			}
		}
		for _, key := range all[i].Controls {
			if g, ok := byControl[key]; ok && changes[g].Do == SwitchOff {
				w.off = append(w.off, g)
			} else if ok {
				w.controls = append(w.controls, g)
			}
		}
		if len(w.controls) < len(all[i].Controls) {
			w.controls = nil
		}
		t.treatments[i] = w
	}
}

// game is one risk under the subsets of the changes that touch it, its
// players. A subset is a mask over them.
type game struct {
	before, after *Assessment
	players       []int // changes
	criteria      uint64
	rating        uint64
	levels        [2]axes    // without and with the rating that is set; nil: unrated
	why           [2]Unrated // why they are
	fixed         axes       // what treatments lower that no change touches
	sum           axes       // to work with
	swings        []swing
}

// swing is a treatment of which changes decide how it lowers a risk.
type swing struct {
	counts                 bool
	off, on, controls, set uint64
	old, new               axes // by how much it lowers each axis
}

// lowers returns by how much the treatment lowers each axis; nil: not at all.
func (w *swing) lowers(mask uint64) axes {
	on := w.counts || mask&w.on != 0 || w.controls != 0 && mask&w.controls == w.controls
	switch {
	case mask&w.off != 0 || !on:
		return nil
	case mask&w.set != 0:
		return w.new
	}
	return w.old
}

// touches returns the players that decide about the treatment.
func (w *swing) touches() uint64 { return w.off | w.on | w.controls | w.set }

// game sets a risk up. If all changes are one, they are a single player.
func (t *trial) game(i int, one bool) *game {
	g := &game{before: t.before, after: t.after}
	player := func(change int) uint64 {
		if one {
			change = min(change, 0)
		}
		if change < 0 {
			return 0
		}
		p := slices.Index(g.players, change)
		if p < 0 {
			p = len(g.players)
			g.players = append(g.players, change)
		}
		return 1 << p
	}
	q := &t.before.risks[i]
	g.levels = [2]axes{q.stated[inherent], q.stated[inherent]}
	g.why = [2]Unrated{q.unrated[inherent], q.unrated[inherent]}
	if change, set := t.ratings[i]; set {
		g.rating = player(change)
		levels := make(axes, t.before.axes())
		if g.why[1] = t.before.criteria.axes(t.rated[change], levels); g.why[1] != "" {
			levels = nil
		}
		g.levels[1] = levels
	}
	if g.levels[0] == nil && g.levels[1] == nil {
		return g
	}
	g.criteria = player(t.criteria)
	g.fixed, g.sum = make(axes, t.before.axes()), make(axes, t.before.axes())
	id := t.before.register.records.Risks[i].ID
	for _, treats := range t.before.register.treating[i] {
		var old *Effect
		if treats.effect >= 0 {
			old = &t.before.register.records.Treatments[treats.treatment].Effects[treats.effect]
		}
		g.take(&t.treatments[treats.treatment], g.lowers(old), id, player)
	}
	return g
}

// take adds a treatment to the game, if it can make a difference.
func (g *game) take(w *switched, old axes, id RiskID, player func(int) uint64) {
	set, effects := old, old
	if w.set >= 0 {
		effects = g.lowers(w.effectOn(id))
	}
	sets := !slices.Equal(old, effects)
	if sets {
		set = effects
	}
	switch {
	case old == nil && set == nil,
		!w.counts && w.on < 0 && len(w.controls) == 0:
		return
	case w.counts && len(w.off) == 0 && !sets:
		g.fixed.add(old)
		return
	}
	s := swing{counts: w.counts, old: old, new: set}
	for _, change := range w.off {
		s.off |= player(change)
	}
	if !w.counts {
		s.on = player(w.on)
		for _, change := range w.controls {
			s.controls |= player(change)
		}
	}
	if sets {
		s.set = player(w.set)
	}
	g.swings = append(g.swings, s)
}

// lowers returns by how much an effect lowers each axis that it can lower; nil
// for none.
func (g *game) lowers(e *Effect) axes {
	if e == nil {
		return nil
	}
	out := make(axes, len(g.fixed))
	lower := func(axis, by int) {
		for _, levels := range g.levels {
			if levels != nil && levels[axis] > 1 {
				out[axis] = Level(by)
			}
		}
	}
	lower(0, e.Likelihood)
	for _, low := range e.Consequences {
		if d := g.before.criteria.dimension(low.Dimension); d >= 0 {
			lower(1+d, low.By)
		}
	}
	if slices.Max(out) == 0 {
		return nil
	}
	return out
}

// add adds to each axis, as far as it matters; nil adds nothing.
func (a axes) add(b axes) {
	for i, l := range b {
		a[i] = min(a[i]+l, MaxLevel)
	}
}

// all returns the mask of all players.
func (g *game) all() uint64 { return 1<<len(g.players) - 1 }

// rated returns the rating under a mask.
func (g *game) rated(mask uint64) Rated {
	copy(g.sum, g.fixed)
	for i := range g.swings {
		g.sum.add(g.swings[i].lowers(mask))
	}
	return g.lowered(g.sum, mask)
}

// lowered returns the rating under a mask when treatments lower the axes by so
// much. It overwrites the axes.
func (g *game) lowered(by axes, mask uint64) Rated {
	which := 0
	if mask&g.rating != 0 {
		which = 1
	}
	if g.levels[which] == nil {
		return Rated{Unrated: g.why[which]}
	}
	for i, l := range g.levels[which] {
		by[i] = l.lowered(int(by[i]))
	}
	return g.judge(mask).criteria.rated(by)
}

// judge returns the assessment whose criteria hold under a mask.
func (g *game) judge(mask uint64) *Assessment {
	if mask&g.criteria != 0 {
		return g.after
	}
	return g.before
}
