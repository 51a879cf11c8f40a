package risk

import (
	"math/bits"
	"slices"
)

// maxExact is the greatest number of players whose shares are exact.
const maxExact = 20

// scale is the least common multiple of 1 to 20. Every Shapley value of a game
// with whole numbers and at most 20 players is a whole number of its parts.
const scale = 232_792_560

// maxGames keeps a sum over risks of maxWeight·scale within an int64.
const maxGames = 1 << 21

// settle computes the measure and the shares.
func (a *Attribution) settle(games []*game, o Sampling) {
	var parts []int64 // of a scale-th each
	switch {
	case a.Measure.Of == WorstLevel:
		parts = a.worst(games)
	default:
		parts = a.sum(games)
	}
	if parts == nil {
		a.sample(games, o)
		return
	}
	for i, n := range parts {
		a.Shares[i].Value = newFraction(n, scale)
	}
}

// shapleyWeights returns what a player's difference counts to a coalition of
// each size, out of n players, in parts: scale · size!(n−1−size)!/n!. The last
// entry, for all n players, is zero.
func shapleyWeights(n int) []int64 {
	w := make([]int64, n+1)
	choose := int64(1) // n−1 over size
	for size := range n {
		w[size] = scale / (int64(n) * choose)
		choose = choose * int64(n-1-size) / int64(size+1)
	}
	return w
}

// sum adds up the shares of the risks, each of which is a game of the changes
// that touch it, or returns nil if some risk has too many. The value of player
// i is the sum, over the coalitions with i, of what they are worth times the
// weights of their size less one and of their size, less the sum over all
// coalitions of what they are worth times the weight of their size.
func (a *Attribution) sum(games []*game) []int64 {
	if len(games) > maxGames || slices.ContainsFunc(games, func(g *game) bool { return len(g.players) > maxExact }) {
		return nil
	}
	parts := make([]int64, len(a.Shares))
	var m merger
	for _, g := range games {
		a.Before += a.Measure.worth(g, 0)
		a.After += a.Measure.worth(g, g.all())
		n := len(g.players)
		if n == 0 {
			continue
		}
		m.measure = a.Measure
		var of []int64
		if m.prepare(g); 1<<n <= m.states*n {
			of = coalitions(n, func(mask uint64) int64 { return a.Measure.worth(g, mask) })
		} else {
			of = m.shares()
		}
		for i, p := range g.players {
			parts[p] += of[i]
		}
	}
	return parts
}

// worth returns what a risk counts under a mask.
func (m Measure) worth(g *game, mask uint64) int64 {
	return m.value(g.judge(mask).criteria, g.rated(mask).Level)
}

// coalitions computes the shares of n players by going through all coalitions.
func coalitions(n int, worth func(mask uint64) int64) []int64 {
	w := shapleyWeights(n)
	out := make([]int64, n)
	var all int64
	for mask := range uint64(1) << n {
		v := worth(mask)
		if v == 0 {
			continue
		}
		size := bits.OnesCount64(mask)
		all += v * w[size]
		with := v * w[size]
		if size > 0 {
			with += v * w[size-1]
		}
		for rest := mask; rest != 0; rest &= rest - 1 {
			out[bits.TrailingZeros64(rest)] += with
		}
	}
	for i := range out {
		out[i] -= all
	}
	return out
}

// worst computes the shares in the highest level over all risks, for which
// there is no game of one risk alone, or returns nil if too many changes touch
// any risk. Risks with the same players are put together first.
func (a *Attribution) worst(games []*game) []int64 {
	place := make(map[int]int) // of each player among all
	var players []int
	for _, g := range games {
		for _, p := range g.players {
			if _, known := place[p]; !known {
				place[p] = len(players)
				players = append(players, p)
			}
		}
	}
	n := len(players)
	if n > maxExact {
		return nil
	}
	highest := make([]Level, 1<<n)
	for _, t := range tables(games, place) {
		// local is the mask among the players of the table.
		local := make([]uint32, 1<<n)
		for mask := range highest {
			if rest := mask & (mask - 1); mask != 0 {
				local[mask] = local[rest] | t.bit[bits.TrailingZeros(uint(mask))]
			}
			highest[mask] = max(highest[mask], t.levels[local[mask]])
		}
	}
	a.Before, a.After = int64(highest[0]), int64(highest[len(highest)-1])
	parts := make([]int64, len(a.Shares))
	for i, n := range coalitions(n, func(mask uint64) int64 { return int64(highest[mask]) }) {
		parts[players[i]] = n
	}
	return parts
}

// table holds the highest level of the risks with one set of players, under
// each mask of these players in the order of the first risk.
type table struct {
	levels []Level
	bit    [maxExact]uint32 // of each player among all; zero for those that do not touch it
}

func tables(games []*game, place map[int]int) []*table {
	var out []*table
	found := make(map[uint32]*table)
	for _, g := range games {
		var key uint32
		for _, p := range g.players {
			key |= 1 << place[p]
		}
		t := found[key]
		if t == nil {
			t = &table{levels: make([]Level, 1<<len(g.players))}
			for i, p := range g.players {
				t.bit[place[p]] = 1 << i
			}
			found[key] = t
			out = append(out, t)
		}
		for mask := range uint64(len(t.levels)) {
			var in uint32
			for i, p := range g.players {
				if mask&(1<<i) != 0 {
					in |= t.bit[place[p]]
				}
			}
			t.levels[in] = max(t.levels[in], g.rated(mask).Level)
		}
	}
	return out
}
