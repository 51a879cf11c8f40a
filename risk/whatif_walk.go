package risk

import (
	"math/bits"
	"slices"
)

// walk goes through the masks of a game whose ratings are complete, one player
// at a time, so that little is computed anew.
type walk struct {
	*game
	mask    uint64
	now     []axes  // what each swing lowers
	by      []int   // what all of them do, with what is fixed
	touched [][]int // by each player, the swings
}

// begin stands at the empty mask.
func (g *game) begin() *walk {
	w := &walk{game: g, now: make([]axes, len(g.swings)), by: slices.Clone(g.fixed), touched: make([][]int, len(g.players))}
	for i := range g.swings {
		w.now[i] = g.swings[i].lowers(0)
		add(w.by, w.now[i])
		for rest := g.swings[i].deciders(); rest != 0; rest &= rest - 1 {
			p := bits.TrailingZeros64(rest)
			w.touched[p] = append(w.touched[p], i)
		}
	}
	return w
}

// flip lets a player join or leave.
func (w *walk) flip(player int) {
	w.mask ^= 1 << player
	for _, i := range w.touched[player] {
		then := w.swings[i].lowers(w.mask)
		for axis, l := range w.now[i] {
			w.by[axis] -= int(l)
		}
		add(w.by, then)
		w.now[i] = then
	}
}

// level returns the level as it is now.
func (w *walk) level() Level { return w.game.level(w.by, w.mask) }

// each visits every mask of a game with its level.
func (g *game) each(visit func(mask uint64, l Level)) {
	w := g.begin()
	visit(w.mask, w.level())
	for n := uint64(1); n <= g.all(); n++ {
		w.flip(bits.TrailingZeros64(n))
		visit(w.mask, w.level())
	}
}
