package risk

import "slices"

// game is one risk under the subsets of the changes that touch it, its
// players. A subset is a mask over them.
type game struct {
	before, after *Assessment
	players       []int // changes
	criteria      uint64
	rating        uint64
	inherent      [2]axes    // without and with the rating that is set; nil: unrated
	why           [2]Unrated // why they are
	fixed         []int      // by how much each axis is lowered whatever the mask
	swings        []swing
}

// swing is a treatment of which players decide by how much it lowers the risk.
type swing struct {
	counts                 bool
	off, on, controls, set uint64
	old, new               axes // by how much it lowers each axis; nil: not at all
}

// lowers returns by how much the treatment lowers each axis under a mask.
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

// deciders returns the players that decide about the treatment.
func (w *swing) deciders() uint64 { return w.off | w.on | w.controls | w.set }

// shared reports whether more than one player decides.
func (w *swing) shared() bool { d := w.deciders(); return d&(d-1) != 0 }

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
	q, n := &t.before.risks[i], t.before.axes()
	g.inherent = [2]axes{q.stated[inherent], q.stated[inherent]}
	g.why = [2]Unrated{q.unrated[inherent], q.unrated[inherent]}
	if change, set := t.ratings[i]; set {
		g.rating = player(change)
		levels := make(axes, n)
		if g.why[1] = t.before.criteria.axes(t.rated[change], levels); g.why[1] != "" {
			levels = nil
		}
		g.inherent[1] = levels
	}
	if g.inherent[0] == nil && g.inherent[1] == nil {
		return g
	}
	g.criteria = player(t.criteria)
	g.fixed = make([]int, n)
	records := &t.before.register.records
	for _, treats := range t.before.register.treating[i] {
		var e *Effect
		if treats.effect >= 0 {
			e = &records.Treatments[treats.treatment].Effects[treats.effect]
		}
		w := &t.treatments[treats.treatment]
		g.take(w, g.lowers(e), g.lowers(w.effectOn(records.Risks[i].ID)), player)
	}
	return g
}

// take adds a treatment, with what it lowers and would lower with the effects
// that are set, to what is fixed or to the swings, if it lowers anything.
func (g *game) take(w *switched, old, set axes, player func(change int) uint64) {
	sets := w.set >= 0 && !slices.Equal(old, set)
	if !sets {
		set = old
	}
	switch {
	case old == nil && set == nil, !w.counts && w.on < 0 && len(w.controls) == 0:
		return
	case w.counts && len(w.off) == 0 && !sets:
		add(g.fixed, old)
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
	var out axes
	lower := func(axis, by int) {
		for _, levels := range g.inherent {
			if by > 0 && levels != nil && levels[axis] > 1 {
				if out == nil {
					out = make(axes, len(g.fixed))
				}
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
	return out
}

// add adds to each axis what is lowered.
func add(sum []int, lowers axes) {
	for i, l := range lowers {
		sum[i] += int(l)
	}
}

// all returns the mask of all players.
func (g *game) all() uint64 { return 1<<len(g.players) - 1 }

// rated returns the rating under a mask.
func (g *game) rated(mask uint64) Rated {
	levels := g.inherent[g.which(mask)]
	if levels == nil {
		return Rated{Unrated: g.why[g.which(mask)]}
	}
	by, lowered := slices.Clone(g.fixed), make(axes, len(levels))
	for i := range g.swings {
		add(by, g.swings[i].lowers(mask))
	}
	for i, l := range levels {
		lowered[i] = l.lowered(by[i])
	}
	return g.judge(mask).criteria.rated(lowered)
}

// level returns the level under a mask of a risk that is rated, with each axis
// lowered by so much.
func (g *game) level(by []int, mask uint64) Level {
	levels := g.inherent[g.which(mask)]
	var worst Level
	for i, l := range levels[1:] {
		worst = max(worst, l.lowered(by[1+i]))
	}
	return g.judge(mask).criteria.Matrix.At(levels[0].lowered(by[0]), worst)
}

// which tells whether the rating that is set holds under a mask (1) or not (0).
func (g *game) which(mask uint64) int {
	if mask&g.rating != 0 {
		return 1
	}
	return 0
}

// judge returns the assessment whose criteria hold under a mask.
func (g *game) judge(mask uint64) *Assessment {
	if mask&g.criteria != 0 {
		return g.after
	}
	return g.before
}

// bounds returns levels between which the risk always stays: with the most and
// the least that the swings can lower, on either rating and by either criteria.
func (g *game) bounds() (least, most Level) {
	lowest := slices.Clone(g.fixed)
	for i := range g.swings {
		add(lowest, g.swings[i].old)
		add(lowest, g.swings[i].new)
	}
	least = MaxLevel
	for _, mask := range []uint64{0, g.rating, g.criteria, g.rating | g.criteria} {
		most = max(most, g.level(g.fixed, mask))
		least = min(least, g.level(lowest, mask))
	}
	return least, most
}

// key returns a text that two games share only if they are the same game with
// other changes.
func (g *game) key(into []byte) []byte {
	put := func(masks ...uint64) {
		for _, m := range masks {
			for ; m >= 0x80; m >>= 7 {
				into = append(into, byte(m)|0x80)
			}
			into = append(into, byte(m))
		}
	}
	list := func(levels axes) {
		put(uint64(len(levels)))
		for _, l := range levels {
			put(uint64(l))
		}
	}
	put(uint64(len(g.players)), g.criteria, g.rating)
	list(g.inherent[0])
	list(g.inherent[1])
	for _, by := range g.fixed {
		put(uint64(by))
	}
	for i := range g.swings {
		w := &g.swings[i]
		counts := uint64(0)
		if w.counts {
			counts = 1
		}
		put(counts, w.off, w.on, w.controls, w.set)
		list(w.old)
		list(w.new)
	}
	return into
}
