package readiness

import (
	"cmp"
	"math"
	"slices"
)

// search chooses the best actions of a task. It decides one action after the
// other for all partial choices side by side (dynamic programming). Of choices
// that leave the same to do it keeps those that no other one beats, and drops
// what provably cannot beat the best plan known. Where more remain than the
// limit allows, the least promising are given up, and the bound says what that
// may have cost.
type search struct {
	*market
	curve []prices // by rising worth

	active []bitset // by layer: the steps that decided and undecided actions share
	ahead  []bitset // by layer: the undecided actions
	shuts  []bitset // by action: what leaving it out rules out
	bars   []bitset // by action: what choosing it rules out

	limit int // of nodes; 0 for none
	nodes int

	trail [][]trace // by layer
	best  bitset    // the best plan known, nil for none
	found outcome
	given int64 // the least value that a choice given up may lead to
}

// trace says where a partial choice comes from.
type trace struct {
	parent int32
	took   bool
}

// partial is a choice about the first actions.
type partial struct {
	cost, gain int64
	bound      int64 // no plan that continues it has a smaller value
	trace
	hint    int32  // the prices that gave the bound
	covered bitset // the shared steps that are taken
	barred  bitset // the undecided actions that are ruled out
}

const never = math.MaxInt64

// newSearch prepares the search; actions are decided in the order of the task.
func newSearch(t *task, limit int) *search {
	n := t.actions()
	s := &search{market: newMarket(t), limit: limit, given: never}
	s.active, s.ahead = make([]bitset, n+1), make([]bitset, n+1)
	s.shuts, s.bars = make([]bitset, n), make([]bitset, n)
	early, late := newBitset(t.steps()), make([]bitset, n+1)
	late[n] = newBitset(t.steps())
	s.ahead[n] = newBitset(n)
	for a := n - 1; a >= 0; a-- {
		late[a], s.ahead[a] = late[a+1].clone(), s.ahead[a+1].clone()
		late[a].join(t.covers[a])
		s.ahead[a].add(a)
	}
	for a := range n + 1 {
		s.active[a] = early.clone()
		s.active[a].keep(late[a])
		if a < n {
			early.join(t.covers[a])
		}
	}
	for a := range n {
		s.shuts[a], s.bars[a] = newBitset(n), newBitset(n)
		for b := range n {
			if t.needs[b].has(a) {
				s.shuts[a].add(b)
			}
		}
	}
	for a := range n {
		for b := range t.rivals[a].each() {
			s.bars[a].add(b)
			s.bars[a].join(s.shuts[b])
		}
	}
	return s
}

// offer takes a plan as the best one known, if it is.
func (s *search) offer(chosen bitset) {
	if o := s.judge(chosen); o.met && (s.best == nil || s.better(o, s.found)) {
		s.best, s.found = chosen.clone(), o
	}
}

// hopeless reports whether a bound rules out a better plan than the best.
func (s *search) hopeless(bound int64) bool {
	return bound == never || s.best != nil && bound >= s.value(s.found)
}

// run searches, and returns the least value that any plan can have; never
// where no plan meets the task.
func (s *search) run() int64 {
	n := s.actions()
	root := partial{covered: newBitset(s.steps()), barred: newBitset(n)}
	root.hint = int32(len(s.curve) / 2)
	s.weigh(&root, 0)
	layer := []partial{root}
	for t := 0; t <= n && len(layer) > 0; t++ {
		traces := make([]trace, len(layer))
		for i, p := range layer {
			traces[i] = p.trace
		}
		s.trail = append(s.trail, traces)
		for i, p := range layer {
			s.complete(p, t, i)
		}
		if t < n {
			layer = s.next(layer, t)
		}
	}
	if s.best != nil {
		return min(s.given, s.value(s.found))
	}
	return s.given
}

// complete offers a partial choice as a plan, with nothing added to it.
func (s *search) complete(p partial, t, at int) {
	o := outcome{cost: p.cost, gain: p.gain}
	if p.gain < s.target || s.best != nil && !s.better(o, s.found) {
		return
	}
	chosen := newBitset(s.actions())
	for l := t; l > 0; l-- {
		step := s.trail[l][at]
		if step.took {
			chosen.add(l - 1)
		}
		at = int(step.parent)
	}
	s.offer(chosen)
}

// next decides action t.
func (s *search) next(layer []partial, t int) []partial {
	var out []partial
	for i, p := range layer {
		if s.hopeless(p.bound) {
			continue
		}
		out = s.decide(out, p, t, i, false)
		out = s.decide(out, p, t, i, true)
	}
	out = s.undominated(out)
	kept := out[:0]
	for _, p := range out {
		s.weigh(&p, t+1)
		s.nodes++
		if !s.hopeless(p.bound) {
			kept = append(kept, p)
		}
	}
	return s.narrowed(kept, t+1)
}

// decide adds a partial choice that leaves action t out, or takes it, if that
// can be.
func (s *search) decide(list []partial, p partial, t, parent int, took bool) []partial {
	if took && p.barred.has(t) {
		return list
	}
	p.trace = trace{int32(parent), took}
	p.covered, p.barred = p.covered.clone(), p.barred.clone()
	if !took {
		p.barred.join(s.shuts[t])
		return s.keepChild(list, p, t)
	}
	p.cost += s.cost[t]
	for _, step := range s.list[t] {
		if !p.covered.has(int(step)) {
			p.gain += s.gain[step]
			p.covered.add(int(step))
		}
	}
	p.barred.join(s.bars[t])
	return s.keepChild(list, p, t)
}

// keepChild adds a partial choice that can still meet the task, reduced to
// what matters for the actions ahead.
func (s *search) keepChild(list []partial, p partial, t int) []partial {
	if !s.leastCost() && p.cost > s.budget {
		return list
	}
	reach := p.covered.clone()
	for a := t + 1; a < s.actions(); a++ {
		if !p.barred.has(a) {
			reach.join(s.covers[a])
		}
	}
	for w := range s.must {
		if s.must[w]&(s.active[t][w]|s.covers[t][w])&^reach[w] != 0 {
			return list
		}
	}
	p.covered.keep(s.active[t+1])
	p.barred.keep(s.ahead[t+1])
	return append(list, p)
}

// undominated keeps, of the choices that leave the same to do, those that no
// other one beats in cost and gain.
func (s *search) undominated(list []partial) []partial {
	slices.SortFunc(list, func(p, q partial) int {
		return cmp.Or(slices.Compare(p.covered, q.covered), slices.Compare(p.barred, q.barred),
			cmp.Compare(p.cost, q.cost), cmp.Compare(q.gain, p.gain), cmp.Compare(taken(p.took), taken(q.took)), cmp.Compare(p.parent, q.parent))
	})
	out := list[:0]
	for i, p := range list {
		if i > 0 {
			last := out[len(out)-1]
			if slices.Equal(last.covered, p.covered) && slices.Equal(last.barred, p.barred) && last.gain >= p.gain {
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// narrowed gives up the least promising choices where more remain than the
// limit leaves room for.
func (s *search) narrowed(list []partial, t int) []partial {
	if s.limit == 0 {
		return list
	}
	width := max(1, (s.limit-s.nodes)/(2*max(1, s.actions()-t)))
	if len(list) <= width {
		return list
	}
	slices.SortStableFunc(list, func(p, q partial) int { return cmp.Compare(p.bound, q.bound) })
	s.given = min(s.given, list[width].bound)
	return list[:width]
}

// weigh bounds what a partial choice can lead to: it tries prices near those
// that served the choice it comes from, and climbs while the bound rises.
func (s *search) weigh(p *partial, t int) {
	reach := newBitset(s.steps())
	for a := range s.ahead[t].each() {
		if !p.barred.has(a) {
			reach.join(s.covers[a])
		}
	}
	possible := p.gain
	for w := range reach {
		reach[w] &^= p.covered[w]
	}
	for step := range reach.each() {
		possible += s.gain[step]
	}
	if possible < s.target {
		p.bound = never
		return
	}
	p.bound = max(p.bound, p.cost)
	if !s.leastCost() {
		p.bound = -possible
	}
	if len(s.curve) == 0 {
		return
	}
	at := int(p.hint)
	best := s.priced(p, t, at, reach)
	for _, dir := range []int{1, -1} {
		for i := at + dir; i >= 0 && i < len(s.curve) && !s.hopeless(best); i += dir {
			b := s.priced(p, t, i, reach)
			if b <= best {
				break
			}
			best, p.hint = b, int32(i)
		}
	}
	p.bound = max(p.bound, best)
}

// priced bounds what a partial choice can lead to, at one set of prices.
func (s *search) priced(p *partial, t, at int, reach bitset) int64 {
	c := &s.curve[at]
	d := s.restOf(p, t, c, reach)
	if s.leastCost() {
		return ceilDiv(p.cost*s.scale+c.worth*(s.target-p.gain)+d, s.scale)
	}
	return -(p.gain + floorDiv((s.budget-p.cost)*s.scale-d, c.worth))
}

// restOf is [market.rest] for what a partial choice leaves open.
func (s *search) restOf(p *partial, t int, c *prices, reach bitset) int64 {
	var d int64
	for i, f := range c.fee {
		if f > 0 && s.shared(i, p, t) {
			d -= f
		}
	}
	for a := t; a < s.actions(); a++ {
		if p.barred.has(a) {
			continue
		}
		r := s.cost[a] * s.scale
		for _, step := range s.list[a] {
			if !p.covered.has(int(step)) {
				r -= c.toll[step]
			}
		}
		for _, l := range s.byHead[a] {
			if s.links[l].needed >= t {
				r += c.share[l]
			}
		}
		for _, l := range s.byNeed[a] {
			if !p.barred.has(s.links[l].action) {
				r -= c.share[l]
			}
		}
		for _, k := range s.inClub[a] {
			if c.fee[k] > 0 && s.shared(int(k), p, t) {
				r += c.fee[k]
			}
		}
		d += min(r, 0)
	}
	for step := range reach.each() {
		if q := c.toll[step] - c.worth*s.gain[step]; q < 0 || s.must.has(step) {
			d += q
		}
	}
	return d
}

// shared reports whether two or more actions of a club are still open.
func (s *search) shared(club int, p *partial, t int) bool {
	open := 0
	for w, members := range s.clubs[club] {
		left := members & s.ahead[t][w] &^ p.barred[w]
		if left&(left-1) != 0 {
			return true
		}
		if left != 0 {
			open++
		}
	}
	return open > 1
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
