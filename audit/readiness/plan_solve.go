package readiness

import (
	"cmp"
	"math/bits"
	"slices"
)

// solution is what a search came to.
type solution struct {
	chosen bitset // nil where no plan was found
	outcome
	bound  int64 // no plan has a smaller value; never where none meets the task
	proved bool
	nodes  int
}

// exactActions is the number of actions up to which every plan is proved,
// whatever the limit of nodes.
const exactActions = 20

// solve finds the best actions of a task within a limit of nodes. With the
// nodes that are left it then looks for the best among equals: of plans that
// cost as little the one that gains most, of plans that gain as much the one
// that costs least. The bound and the proof are those of the first search.
func (t *task) solve(limit int) solution {
	if t.actions() <= exactActions {
		limit = 0
	}
	best := t.search(limit, nil)
	if best.chosen == nil || limit > 0 && limit <= best.nodes {
		return best
	}
	again := *t
	again.target = best.gain
	again.budget = -1
	if t.leastCost() {
		again.budget = best.cost
	}
	second := again.search(max(0, limit-best.nodes), best.chosen)
	best.chosen, best.outcome = second.chosen, second.outcome
	best.nodes += second.nodes
	return best
}

// search is one search; known is a plan that meets the task, or nil.
func (t *task) search(limit int, known bitset) solution {
	order := t.narrow()
	s := newSearch(t.permuted(order), limit)
	s.curve = s.priceCurve()
	if known != nil {
		first := newBitset(t.actions())
		for i, a := range order {
			if known.has(a) {
				first.add(i)
			}
		}
		s.offer(first)
	}
	s.begin()
	out := solution{bound: s.run(), nodes: s.nodes}
	out.proved = s.given == never || s.best != nil && s.given >= s.value(s.found)
	if s.best == nil {
		return out
	}
	out.outcome, out.chosen = s.found, newBitset(t.actions())
	for i := range s.best.each() {
		out.chosen.add(order[i])
	}
	return out
}

// priceCurve returns good prices for rising worths of a unit of gain: what a
// partial choice wants to know depends on how much it still has to gain.
func (s *search) priceCurve() []prices {
	if s.actions() == 0 {
		return nil
	}
	var curve []prices
	for _, w := range rising(s.worths()) {
		p, _ := s.improve(s.start(w), 120)
		curve = append(curve, p)
	}
	return curve
}

// worths returns the range of worths that can matter: half of the cheapest
// unit of gain, to twice the dearest.
func (s *search) worths() (low, high int64) {
	all := int64(1)
	for _, g := range s.gain {
		all += g
	}
	low, high = maxMoney, 1
	for a, c := range s.cost {
		var g int64
		for _, step := range s.list[a] {
			g += s.gain[step]
		}
		if g > 0 && c > 0 {
			low, high = min(low, max(1, c*s.scale/g/2)), max(high, 2*c*s.scale/g)
		}
	}
	high = min(high, maxMoney*16/all)
	return min(low, high), high
}

// rising returns at most 64 numbers from low to high, in even ratios.
func rising(low, high int64) []int64 {
	for part := int64(8); ; part-- {
		var list []int64
		for w := low; w < high && len(list) < 64; w += max(1, w/part) {
			list = append(list, w)
		}
		if len(list) < 64 || part == 1 {
			return append(list[:min(len(list), 63)], high)
		}
	}
}

// begin finds first plans: for each set of prices it takes what looks good,
// fills up and drops what is not needed.
func (s *search) begin() {
	actions, steps := newBitset(s.actions()), newBitset(s.steps())
	s.offer(newBitset(s.actions()))
	for _, p := range s.curve {
		s.rest(p, actions, steps)
		chosen := newBitset(s.actions())
		for a := range s.actions() { // what it needs comes before it
			if actions.has(a) {
				s.take(chosen, a)
			}
		}
		s.fill(chosen)
		s.thin(chosen)
		s.offer(chosen)
	}
}

// take adds an action and what it needs, unless a rival or the budget forbids.
func (s *search) take(chosen bitset, a int) bool {
	with := chosen.clone()
	with.join(s.needs[a])
	with.add(a)
	var cost int64
	for b := range with.each() {
		cost += s.cost[b]
		for w := range with {
			if with[w]&s.rivals[b][w] != 0 {
				return false
			}
		}
	}
	if !s.leastCost() && cost > s.budget {
		return false
	}
	copy(chosen, with)
	return true
}

// fill adds the best of what is left, first towards the steps that must be
// taken, until the task is met; with a budget, as long as anything gains.
func (s *search) fill(chosen bitset) {
	tried := chosen.clone()
	for {
		o := s.judge(chosen)
		if o.met && s.leastCost() {
			return
		}
		best := -1
		var most, least int64 // what the best gains and costs
		for a := range s.actions() {
			if tried.has(a) {
				continue
			}
			gain, cost := s.adds(chosen, a)
			if gain == 0 {
				continue
			}
			if best < 0 || worse(most, least, gain, cost) {
				best, most, least = a, gain, cost
			}
		}
		if best < 0 {
			return
		}
		tried.add(best)
		s.take(chosen, best)
	}
}

// worse reports whether a gain for a cost is worth less than another one.
func worse(gain, cost, otherGain, otherCost int64) bool {
	hi, lo := bits.Mul64(uint64(gain), uint64(otherCost))
	otherHi, otherLo := bits.Mul64(uint64(otherGain), uint64(cost))
	return cmp.Or(cmp.Compare(hi, otherHi), cmp.Compare(lo, otherLo)) < 0
}

// adds returns what an action with all that it needs would add.
func (s *search) adds(chosen bitset, a int) (gain, cost int64) {
	covered := newBitset(s.steps())
	for b := range chosen.each() {
		covered.join(s.covers[b])
	}
	with := withSelf(s.needs[a], a)
	for b := range with.each() {
		if chosen.has(b) {
			continue
		}
		cost += s.cost[b]
		for _, step := range s.list[b] {
			if covered.has(int(step)) {
				continue
			}
			covered.add(int(step))
			gain += s.gain[step]
			if s.must.has(int(step)) {
				gain += mustGain
			}
		}
	}
	return gain, cost
}

// mustGain makes a step that must be taken look better than any other.
const mustGain = 1 << 40

// thin drops what the task does not need, the dearest first.
func (s *search) thin(chosen bitset) {
	if !s.leastCost() || !s.judge(chosen).met {
		return
	}
	list := slices.Collect(chosen.each())
	slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(s.cost[b], s.cost[a]) })
	for again := true; again; {
		again = false
		for _, a := range list {
			if !chosen.has(a) || s.cost[a] == 0 {
				continue
			}
			without := chosen.clone()
			without.remove(a)
			for w := range without {
				without[w] &^= s.shuts[a][w]
			}
			if s.judge(without).met {
				copy(chosen, without)
				again = true
			}
		}
	}
}
