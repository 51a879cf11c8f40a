package risk

import (
	"math/bits"
	"slices"
)

// merger computes the shares in a game without going through every coalition:
// the players decide one after the other, and coalitions that come to the same
// state are taken together. A state says by how much the axes are lowered, up
// to the lowest level, by treatments that a single player decides about. The
// players that decide about something together are remembered in the state.
//
// A merger keeps its memory from game to game.
type merger struct {
	measure Measure
	g       *game

	out, in  [][]int // of each player: by how much the axes are lowered without and with it
	radix    []int   // of each axis, how often it can be lowered and zero; 1 if no player lowers it alone
	digits   []int   // of each state and axis, by how much it is lowered
	places   int     // number of states of the axes
	together []int   // the players that are remembered
	states   int

	next          []int32 // of each player and decision, the state after each state
	ways          []int64 // of each number of decisions, size and state, how many coalitions
	ahead, behind []int64 // of each size and state, what all ends that follow are worth
	by            []int
}

// manyStates is more than a merger can take on.
const manyStates = 1 << maxExact

// shares computes the shares in a game: by states where there are far fewer of
// them than coalitions.
func (m *merger) shares(g *game) []int64 {
	n := len(g.players)
	const effort = 8 // of a state for each player, in coalitions
	if m.prepare(g); 1<<n > effort*n*m.states {
		return m.merged()
	}
	t := newTally(n)
	g.each(func(mask uint64, l Level) { t.add(mask, m.measure.value(g.judge(mask).criteria, l)) })
	return t.settled()
}

// prepare looks at a game and counts its states, up to manyStates.
func (m *merger) prepare(g *game) {
	m.g = g
	n := len(g.fixed)
	m.out, m.in = sized(m.out, len(g.players)), sized(m.in, len(g.players))
	for p := range g.players {
		m.out[p], m.in[p] = make([]int, n), make([]int, n)
	}
	remembered := g.criteria | g.rating
	for i := range g.swings {
		w := &g.swings[i]
		if w.shared() {
			remembered |= w.deciders()
			continue
		}
		p := bits.TrailingZeros64(w.deciders())
		add(m.out[p], w.lowers(0))
		add(m.in[p], w.lowers(1<<p))
	}
	m.radix, m.by, m.places = sized(m.radix, n), sized(m.by, n), 1
	for axis := range n {
		m.radix[axis] = 1
		for p := range g.players {
			if m.out[p][axis]+m.in[p][axis] > 0 {
				m.radix[axis] = int(max(g.inherent[0][axis], g.inherent[1][axis]))
			}
		}
		m.places = min(m.places*m.radix[axis], manyStates)
	}
	m.together = m.together[:0]
	m.states = m.places
	for rest := remembered; rest != 0; rest &= rest - 1 {
		m.together = append(m.together, bits.TrailingZeros64(rest))
		m.states = min(2*m.states, manyStates)
	}
}

// sized returns a list of n zeros, in the memory of another if that suffices.
func sized[S ~[]E, E any](s S, n int) S {
	if cap(s) < n {
		return make(S, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// merged computes the shares in the game that is prepared: for each player the
// ways that lead to a state before its decision, times what the ends are worth
// that follow if it joins; see [Attribution.sum].
func (m *merger) merged() []int64 {
	n := len(m.g.players)
	m.decide()
	w := shapleyWeights(n)
	var all int64
	m.ahead, m.behind = sized(m.ahead, (n+1)*m.states), sized(m.behind, (n+1)*m.states)
	ends := m.layer(n)
	for s := range m.states {
		v := m.worth(s)
		for size := range n + 1 {
			at := size*m.states + s
			all += ends[at] * v * w[size]
			m.ahead[at] = v * w[size]
			if size > 0 {
				m.ahead[at] += v * w[size-1]
			}
		}
	}
	shares := make([]int64, n)
	for p := n - 1; p >= 0; p-- {
		ways, without, with := m.layer(p), m.after(p, 0), m.after(p, 1)
		for size := range p + 1 {
			stays, joins, behind := m.row(m.ahead, size), m.row(m.ahead, size+1), m.row(m.behind, size)
			for s, k := range m.row(ways, size) {
				if k != 0 {
					joined := joins[with[s]]
					shares[p] += k * joined
					behind[s] = stays[without[s]] + joined
				}
			}
		}
		m.ahead, m.behind = m.behind, m.ahead
		shares[p] -= all
	}
	return shares
}

// layer returns the ways after so many decisions, by size and state.
func (m *merger) layer(decisions int) []int64 {
	from := decisions * (decisions + 1) / 2 * m.states
	return m.ways[from : from+(decisions+1)*m.states]
}

// row returns the part of a list by size and state that is about one size.
func (m *merger) row(list []int64, size int) []int64 {
	return list[size*m.states : (size+1)*m.states]
}

// after returns the state after each state when a player stays out (0) or
// joins (1).
func (m *merger) after(player, decision int) []int32 {
	from := (2*player + decision) * m.states
	return m.next[from : from+m.states]
}

// decide follows all decisions from the beginning.
func (m *merger) decide() {
	n := len(m.g.players)
	m.count()
	m.next = sized(m.next, 2*n*m.states)
	for p := range n {
		m.follow(m.after(p, 0), m.out[p], 0)
		joins := 0
		if i := slices.Index(m.together, p); i >= 0 {
			joins = 1 << i
		}
		m.follow(m.after(p, 1), m.in[p], joins)
	}
	m.ways = sized(m.ways, (n+1)*(n+2)/2*m.states)
	start, stride := 0, 1
	for axis, radix := range m.radix {
		start += min(m.g.fixed[axis], radix-1) * stride
		stride *= radix
	}
	m.layer(0)[start] = 1
	for p := range n {
		now, then, without, with := m.layer(p), m.layer(p+1), m.after(p, 0), m.after(p, 1)
		for size := range p + 1 {
			stays, joins := m.row(then, size), m.row(then, size+1)
			for s, k := range m.row(now, size) {
				if k != 0 {
					stays[without[s]] += k
					joins[with[s]] += k
				}
			}
		}
	}
}

// count writes the digits of the states, which count up like an odometer.
func (m *merger) count() {
	n := len(m.radix)
	m.digits = sized(m.digits, m.places*n)
	for s := 1; s < m.places; s++ {
		digits := m.digits[s*n : (s+1)*n]
		copy(digits, m.digits[(s-1)*n:s*n])
		axis := 0
		for ; digits[axis] == m.radix[axis]-1; axis++ {
			digits[axis] = 0
		}
		digits[axis]++
	}
}

// follow writes the state after each state if the axes are lowered and some
// players are remembered.
func (m *merger) follow(next []int32, lowers []int, remembered int) {
	n := len(m.radix)
	for place := range m.places {
		to, stride := 0, 1
		for axis, digit := range m.digits[place*n : (place+1)*n] {
			to += min(digit+lowers[axis], m.radix[axis]-1) * stride
			stride *= m.radix[axis]
		}
		for memory := range m.states / m.places {
			next[memory*m.places+place] = int32((memory|remembered)*m.places + to)
		}
	}
}

// worth returns what the risk counts in a state.
func (m *merger) worth(s int) int64 {
	var mask uint64
	for i, p := range m.together {
		if s/m.places&(1<<i) != 0 {
			mask |= 1 << p
		}
	}
	n, place := len(m.radix), s%m.places
	copy(m.by, m.g.fixed)
	for axis, digit := range m.digits[place*n : (place+1)*n] {
		if m.radix[axis] > 1 {
			m.by[axis] = digit
		}
	}
	for i := range m.g.swings {
		if w := &m.g.swings[i]; w.shared() {
			add(m.by, w.lowers(mask))
		}
	}
	return m.measure.value(m.g.judge(mask).criteria, m.g.level(m.by, mask))
}
