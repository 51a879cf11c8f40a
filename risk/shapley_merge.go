package risk

import "math/bits"

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

	out, in       []axes // of each player: what lowers the axes without and with it
	radix, stride []int  // of each axis; the radix of one that no player lowers alone is 1
	places        int    // number of states of the axes
	together      []int  // the players that are remembered
	states        int

	next          []int32 // of each player and decision, the state after each state
	ways          []int64 // of each number of decisions, size and state, how many coalitions
	ahead, behind []int64 // of each size and state, what all ends that follow are worth
	by            axes
}

// manyStates is more than a merger can take on.
const manyStates = 1 << maxExact

// prepare looks at a game and counts its states, up to manyStates.
func (m *merger) prepare(g *game) {
	m.g = g
	n := len(g.fixed)
	m.out, m.in = sized(m.out, len(g.players)), sized(m.in, len(g.players))
	for p := range g.players {
		m.out[p], m.in[p] = sized(m.out[p], n), sized(m.in[p], n)
	}
	m.radix, m.stride, m.by = sized(m.radix, n), sized(m.stride, n), sized(m.by, n)
	remembered := g.criteria | g.rating
	for i := range g.swings {
		w := &g.swings[i]
		if touches := w.touches(); touches&(touches-1) != 0 {
			remembered |= touches
			continue
		}
		p := bits.TrailingZeros64(w.touches())
		m.out[p].add(w.lowers(0))
		m.in[p].add(w.lowers(1 << p))
	}
	m.places = 1
	for axis := range n {
		m.radix[axis], m.stride[axis] = 1, m.places
		for p := range g.players {
			if m.out[p][axis]+m.in[p][axis] > 0 {
				m.radix[axis] = int(max(g.levels[0][axis], g.levels[1][axis]))
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

// shares computes the shares in the game that is prepared: for each player the
// ways that lead to a state before its decision, times what the ends are worth
// that follow if it joins; see [Attribution.sum].
func (m *merger) shares() []int64 {
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
			for s := range m.states {
				at := size*m.states + s
				joined := m.ahead[(size+1)*m.states+int(with[s])]
				shares[p] += ways[at] * joined
				m.behind[at] = m.ahead[size*m.states+int(without[s])] + joined
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

// after returns the state after each state when a player stays out (0) or
// joins (1).
func (m *merger) after(player, decision int) []int32 {
	from := (2*player + decision) * m.states
	return m.next[from : from+m.states]
}

// decide follows all decisions from the beginning.
func (m *merger) decide() {
	n := len(m.g.players)
	m.next = sized(m.next, 2*n*m.states)
	for p := range n {
		m.follow(m.after(p, 0), m.out[p], 0)
		joins := 0
		for i, q := range m.together {
			if q == p {
				joins = 1 << i
			}
		}
		m.follow(m.after(p, 1), m.in[p], joins)
	}
	m.ways = sized(m.ways, (n+1)*(n+2)/2*m.states)
	start := 0
	for axis, radix := range m.radix {
		start += min(int(m.g.fixed[axis]), radix-1) * m.stride[axis]
	}
	m.layer(0)[start] = 1
	for p := range n {
		now, then, without, with := m.layer(p), m.layer(p+1), m.after(p, 0), m.after(p, 1)
		for size := range p + 1 {
			for s := range m.states {
				if k := now[size*m.states+s]; k != 0 {
					then[size*m.states+int(without[s])] += k
					then[(size+1)*m.states+int(with[s])] += k
				}
			}
		}
	}
}

// follow writes the state after each state if the axes are lowered and some
// players are remembered.
func (m *merger) follow(next []int32, lowers axes, remembered int) {
	for s := range next {
		to := (s/m.places | remembered) * m.places
		for axis, radix := range m.radix {
			place := s / m.stride[axis] % radix
			to += min(place+int(lowers[axis]), radix-1) * m.stride[axis]
		}
		next[s] = int32(to)
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
	for axis, radix := range m.radix {
		m.by[axis] = m.g.fixed[axis]
		if radix > 1 {
			m.by[axis] = Level(s / m.stride[axis] % radix)
		}
	}
	for i := range m.g.swings {
		if w := &m.g.swings[i]; w.touches()&(w.touches()-1) != 0 {
			m.by.add(w.lowers(mask))
		}
	}
	return m.measure.value(m.g.judge(mask).criteria, m.g.lowered(m.by, mask).Level)
}
