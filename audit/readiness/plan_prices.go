package readiness

import "slices"

// prices turn what is hard about a task into money, so that what is left
// falls apart into single actions and gives a bound that holds whatever the
// prices are (Lagrangian relaxation, in whole numbers). worth is paid for each
// unit of gain; each step pays its toll to the actions that cover it; an
// action that needs another pays part of its cost; rivals pay a fee for the
// one place that they share. Good prices make a tight bound.
type prices struct {
	worth int64
	toll  []int64 // by step
	share []int64 // by link
	fee   []int64 // by club
}

// link says that an action needs another one directly.
type link struct{ action, needed int }

// market holds what prices are paid for.
type market struct {
	*task
	scale  int64 // money is the cost times this
	links  []link
	byHead [][]int32 // the links by the action that needs
	byNeed [][]int32 // and by the action that is needed
	clubs  []bitset  // sets of actions of which at most one can be chosen
	inClub [][]int32
	list   [][]int32 // the steps that each action covers
}

func newMarket(t *task) *market {
	n := t.actions()
	m := &market{task: t, scale: 1, byHead: make([][]int32, n), byNeed: make([][]int32, n), inClub: make([][]int32, n), list: make([][]int32, n)}
	total := int64(1)
	for _, c := range t.cost {
		total += c
	}
	for m.scale < 1<<20 && total*m.scale < maxMoney/2 {
		m.scale *= 2
	}
	for a := range n {
		for b := range t.direct[a].each() {
			m.byHead[a] = append(m.byHead[a], int32(len(m.links)))
			m.byNeed[b] = append(m.byNeed[b], int32(len(m.links)))
			m.links = append(m.links, link{a, b})
		}
		for s := range t.covers[a].each() {
			m.list[a] = append(m.list[a], int32(s))
		}
	}
	m.findClubs()
	return m
}

// maxMoney is the most that all costs together may be worth, and the most that
// a price may be, so that sums of prices stay within 64 bits.
const maxMoney = 1 << 42

// findClubs covers the pairs of rivals with sets in which all are rivals of
// each other.
func (m *market) findClubs() {
	n := m.actions()
	paired := make([]bitset, n)
	for a := range paired {
		paired[a] = newBitset(n)
	}
	for a := range n {
		for b := range m.rivals[a].each() {
			if b < a || paired[a].has(b) {
				continue
			}
			club := newBitset(n)
			club.add(a)
			club.add(b)
			for c := range m.rivals[a].each() {
				if club.within(withSelf(m.rivals[c], c)) {
					club.add(c)
				}
			}
			for x := range club.each() {
				paired[x].join(club)
				m.inClub[x] = append(m.inClub[x], int32(len(m.clubs)))
			}
			m.clubs = append(m.clubs, club)
		}
	}
}

func withSelf(s bitset, i int) bitset {
	t := s.clone()
	t.add(i)
	return t
}

// start returns simple prices: a step pays all that it is worth.
func (m *market) start(worth int64) prices {
	p := prices{worth: worth, toll: make([]int64, m.steps()), share: make([]int64, len(m.links)), fee: make([]int64, len(m.clubs))}
	for s := range p.toll {
		p.toll[s] = worth * m.gain[s]
	}
	return p
}

func (p prices) clone() prices {
	return prices{p.worth, slices.Clone(p.toll), slices.Clone(p.share), slices.Clone(p.fee)}
}

// rest returns the least that money spent minus worth gained can come to for
// the whole task at these prices, or a bound below it; and into the arguments
// which actions and steps the relaxed task takes.
func (m *market) rest(p prices, actions, steps bitset) int64 {
	var d int64
	for a := range m.actions() {
		actions.remove(a)
		if r := m.net(p, a); r < 0 {
			d += r
			actions.add(a)
		}
	}
	for s := range m.steps() {
		steps.remove(s)
		if q := p.toll[s] - p.worth*m.gain[s]; q < 0 || m.must.has(s) {
			d += q
			steps.add(s)
		}
	}
	for _, f := range p.fee {
		d -= f
	}
	return d
}

// net is what an action costs after all prices.
func (m *market) net(p prices, a int) int64 {
	r := m.cost[a] * m.scale
	for _, s := range m.list[a] {
		r -= p.toll[s]
	}
	for _, l := range m.byHead[a] {
		r += p.share[l]
	}
	for _, l := range m.byNeed[a] {
		r -= p.share[l]
	}
	for _, c := range m.inClub[a] {
		r += p.fee[c]
	}
	return r
}

// improve raises the bound of prices by steps along the excess demand
// (subgradient ascent) and returns the best that it saw, with its bound.
func (m *market) improve(p prices, rounds int) (prices, int64) {
	actions, steps := newBitset(m.actions()), newBitset(m.steps())
	best, bound := p.clone(), m.rest(p, actions, steps)
	p = p.clone()
	pace, idle := m.pace(), 0
	for range rounds {
		d := m.rest(p, actions, steps)
		if d > bound {
			bound, idle = d, 0
			copyPrices(&best, p)
		} else if idle++; idle >= 6 {
			pace, idle = pace-pace/4, 0
			copyPrices(&p, best)
			m.rest(p, actions, steps)
		}
		if pace < 2 {
			break
		}
		m.move(&p, pace, actions, steps)
	}
	return best, bound
}

// pace is how far prices move at first: half of a middling cost.
func (m *market) pace() int64 {
	sorted := slices.Sorted(slices.Values(m.cost))
	return max(sorted[len(sorted)/2]*m.scale/4, 16)
}

func (m *market) move(p *prices, pace int64, actions, steps bitset) {
	var demand, norm int64
	excess := make([]int64, m.steps())
	for s := range steps.each() {
		excess[s]++
	}
	for a := range actions.each() {
		for _, s := range m.list[a] {
			excess[s]--
		}
	}
	for s, e := range excess {
		if e > 0 || e < 0 && p.toll[s] > 0 {
			norm += e * e
		}
	}
	for i, l := range m.links {
		demand = taken(actions.has(l.action)) - taken(actions.has(l.needed))
		if demand > 0 || demand < 0 && p.share[i] > 0 {
			norm++
		}
	}
	crowd := make([]int64, len(m.clubs))
	for i, club := range m.clubs {
		crowd[i] = -1
		for a := range club.each() {
			crowd[i] += taken(actions.has(a))
		}
		norm += crowd[i] * crowd[i]
	}
	if norm == 0 {
		return
	}
	for s, e := range excess {
		p.toll[s] = min(max(0, p.toll[s]+pace*e), maxMoney)
	}
	for i, l := range m.links {
		p.share[i] = min(max(0, p.share[i]+pace*(taken(actions.has(l.action))-taken(actions.has(l.needed)))), maxMoney)
	}
	for i := range m.clubs {
		p.fee[i] = min(max(0, p.fee[i]+pace*crowd[i]), maxMoney)
	}
}

// taken counts a choice: 1 for yes.
func taken(yes bool) int64 {
	if yes {
		return 1
	}
	return 0
}

func copyPrices(to *prices, from prices) {
	to.worth = from.worth
	copy(to.toll, from.toll)
	copy(to.share, from.share)
	copy(to.fee, from.fee)
}
