package risk

import (
	"math/bits"
	"slices"
	"strconv"
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
	known := make(map[string][]int64) // risks that are rated and treated alike have the same game
	var key []byte
	m := merger{measure: a.Measure}
	for _, g := range games {
		a.Before += a.Measure.worth(g, 0)
		a.After += a.Measure.worth(g, g.all())
		if len(g.players) == 0 {
			continue
		}
		key = g.key(key[:0])
		shares, found := known[string(key)]
		if !found {
			shares = m.shares(g)
			known[string(key)] = shares
		}
		for i, p := range g.players {
			parts[p] += shares[i]
		}
	}
	return parts
}

// worth returns what a risk counts under a mask.
func (m Measure) worth(g *game, mask uint64) int64 {
	return m.value(g.judge(mask).criteria, g.rated(mask).Level)
}

// tally adds up the shares of the players of a game, coalition by coalition.
type tally struct {
	weights []int64
	shares  []int64
	all     int64
}

func newTally(players int) *tally {
	return &tally{weights: shapleyWeights(players), shares: make([]int64, players)}
}

// add takes the worth of a coalition.
func (t *tally) add(mask uint64, worth int64) {
	if worth == 0 {
		return
	}
	size := bits.OnesCount64(mask)
	t.all += worth * t.weights[size]
	with := worth * t.weights[size]
	if size > 0 {
		with += worth * t.weights[size-1]
	}
	for rest := mask; rest != 0; rest &= rest - 1 {
		t.shares[bits.TrailingZeros64(rest)] += with
	}
}

// settled returns the shares after every coalition was added.
func (t *tally) settled() []int64 {
	for i := range t.shares {
		t.shares[i] -= t.all
	}
	return t.shares
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
	floor, games, few := contenders(games)
	if !few {
		return nil
	}
	highest := make([]Level, 1<<n)
	local := make([]uint32, 1<<n) // the mask among the players of a table
	for mask := range highest {
		highest[mask] = floor
	}
	for _, t := range tables(games, place) {
		for mask := range highest {
			if mask != 0 {
				local[mask] = local[mask&(mask-1)] | t.bit[bits.TrailingZeros(uint(mask))]
			}
			highest[mask] = max(highest[mask], t.levels[local[mask]])
		}
	}
	a.Before, a.After = int64(highest[0]), int64(highest[len(highest)-1])
	t := newTally(n)
	for mask, level := range highest {
		t.add(uint64(mask), int64(level))
	}
	parts := make([]int64, len(a.Shares))
	for i, share := range t.settled() {
		parts[players[i]] = share
	}
	return parts
}

// maxWorst is how many coalitions of single risks are gone through for the
// worst level.
const maxWorst = 1 << 25

// contenders returns the risks that can be the worst, without those that equal
// another: the level never falls below a floor, and those that never rise above
// it do not matter. It returns false if they have more than maxWorst coalitions.
func contenders(games []*game) (floor Level, out []*game, few bool) {
	for _, g := range games {
		least, _ := g.bounds()
		floor = max(floor, least)
	}
	known := make(map[string]bool)
	var key []byte
	count := 0
	for _, g := range games {
		key = g.key(key[:0])
		for _, p := range g.players {
			key = strconv.AppendInt(append(key, ' '), int64(p), 10)
		}
		if _, most := g.bounds(); most <= floor || known[string(key)] {
			continue
		}
		known[string(key)] = true
		if count += 1 << len(g.players); count > maxWorst {
			return 0, nil, false
		}
		out = append(out, g)
	}
	return floor, out, true
}

// table holds the highest level of the risks with one set of players, under
// each mask of these players in the order of the first of the risks.
type table struct {
	levels []Level
	bit    [maxExact]uint32 // of each player among all; zero for those that do not touch it
}

// tables puts risks together by their players.
func tables(games []*game, place map[int]int) []*table {
	var out []*table
	found := make(map[uint32]*table)
	for _, g := range games {
		var players uint32
		for _, p := range g.players {
			players |= 1 << place[p]
		}
		t := found[players]
		if t == nil {
			t = &table{levels: make([]Level, 1<<len(g.players))}
			for i, p := range g.players {
				t.bit[place[p]] = 1 << i
			}
			found[players], out = t, append(out, t)
		}
		g.each(func(mask uint64, l Level) {
			var in uint32
			for rest := mask; rest != 0; rest &= rest - 1 {
				in |= t.bit[place[g.players[bits.TrailingZeros64(rest)]]]
			}
			t.levels[in] = max(t.levels[in], l)
		})
	}
	return out
}
