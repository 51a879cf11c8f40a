package readiness

import (
	"cmp"
	"math"
	"slices"
)

// task is what a plan is chosen from, in whole numbers. Its actions stand so
// that each comes after what it needs.
//
// What actions achieve is cut into steps: an item that rises to a minor gap,
// and on to conformity. A step is taken when any chosen action covers it, and
// gains its weight once; so several actions on one item count as the best of
// them. Steps that the same actions cover are one step.
type task struct {
	cost   []int64  // of each action
	covers []bitset // the steps that each action takes
	needs  []bitset // the actions that each one needs, directly or in turn
	direct []bitset // the actions that each one needs directly
	rivals []bitset // the actions that cannot stand beside each

	gain []int64 // of each step
	must bitset  // the steps that have to be taken

	target int64 // the gain to reach; 0 where none is asked for
	budget int64 // the most that may be spent; negative where cost is to be least
}

func (t *task) actions() int    { return len(t.cost) }
func (t *task) steps() int      { return len(t.gain) }
func (t *task) leastCost() bool { return t.budget < 0 }

// outcome is what a set of actions comes to.
type outcome struct {
	cost, gain int64
	met        bool // all that must be taken is, and the target and the budget are kept
}

// judge says what a set of actions comes to. The set has to hold what its
// actions need, and no two rivals.
func (t *task) judge(chosen bitset) outcome {
	var o outcome
	covered := newBitset(t.steps())
	for a := range chosen.each() {
		o.cost += t.cost[a]
		covered.join(t.covers[a])
	}
	for s := range covered.each() {
		o.gain += t.gain[s]
	}
	o.met = t.must.within(covered) && o.gain >= t.target && (t.leastCost() || o.cost <= t.budget)
	return o
}

// better reports whether o is the better outcome of two that meet the task.
func (t *task) better(o, p outcome) bool {
	if t.leastCost() {
		return cmp.Or(cmp.Compare(o.cost, p.cost), cmp.Compare(p.gain, o.gain)) < 0
	}
	return cmp.Or(cmp.Compare(p.gain, o.gain), cmp.Compare(o.cost, p.cost)) < 0
}

// value is what an outcome is to make small: the cost, or the gain with the
// other sign.
func (t *task) value(o outcome) int64 {
	if t.leastCost() {
		return o.cost
	}
	return -o.gain
}

// merged joins steps that the same actions cover, and divides gains and costs
// by what they have in common. It returns the divisors: bounds are tighter in
// units that cannot be divided further.
func (t *task) merged() (costUnit, gainUnit int64) {
	coverers := make([]bitset, t.steps())
	for s := range coverers {
		coverers[s] = newBitset(t.actions())
	}
	for a, c := range t.covers {
		for s := range c.each() {
			coverers[s].add(a)
		}
	}
	place := make([]int, t.steps())
	var kept []bitset
	var gain []int64
	must := newBitset(t.steps())
	for s, c := range coverers {
		at := slices.IndexFunc(kept, func(k bitset) bool { return slices.Equal(k, c) })
		if at < 0 {
			at = len(kept)
			kept, gain = append(kept, c), append(gain, 0)
		}
		place[s], gain[at] = at, gain[at]+t.gain[s]
		if t.must.has(s) {
			must.add(at)
		}
	}
	for a, c := range t.covers {
		moved := newBitset(len(gain))
		for s := range c.each() {
			moved.add(place[s])
		}
		t.covers[a] = moved
	}
	t.gain, t.must = gain, must[:len(newBitset(len(gain)))]
	costUnit, gainUnit = unitOf(t.cost), unitOf(t.gain)
	for i := range t.cost {
		t.cost[i] /= costUnit
	}
	for i := range t.gain {
		t.gain[i] /= gainUnit
	}
	t.target = ceilDiv(t.target, gainUnit)
	if !t.leastCost() {
		t.budget /= costUnit
	}
	return costUnit, gainUnit
}

// unitOf returns the greatest number that divides all, 1 where all are 0.
func unitOf(list []int64) int64 {
	var g int64
	for _, n := range list {
		for n != 0 {
			g, n = n, g%n
		}
	}
	return max(g, 1)
}

// permuted returns the task with its actions in another order.
func (t *task) permuted(order []int) *task {
	n := t.actions()
	at := make([]int, n)
	for i, a := range order {
		at[a] = i
	}
	move := func(s bitset) bitset {
		out := newBitset(n)
		for a := range s.each() {
			out.add(at[a])
		}
		return out
	}
	p := *t
	p.cost, p.covers = make([]int64, n), make([]bitset, n)
	p.needs, p.direct, p.rivals = make([]bitset, n), make([]bitset, n), make([]bitset, n)
	for i, a := range order {
		p.cost[i], p.covers[i] = t.cost[a], t.covers[a]
		p.needs[i], p.direct[i], p.rivals[i] = move(t.needs[a]), move(t.direct[a]), move(t.rivals[a])
	}
	return &p
}

// narrow returns an order of the actions in which each comes after what it
// needs, and in which few steps at a time lie between actions that are decided
// and others that are not: then partial choices soon become alike.
func (t *task) narrow() []int {
	n := t.actions()
	left := make([]int, t.steps()) // the undecided actions that cover each step
	for _, c := range t.covers {
		for s := range c.each() {
			left[s]++
		}
	}
	touched := newBitset(t.steps())
	done := newBitset(n)
	var order []int
	for range n {
		best, least := -1, math.MaxInt
		for a := range n {
			if done.has(a) || !t.direct[a].within(done) {
				continue
			}
			grows := 0
			for s := range t.covers[a].each() {
				switch {
				case left[s] == 1 && touched.has(s):
					grows -= 2
				case left[s] > 1 && !touched.has(s):
					grows += 2
				}
			}
			for b := range t.rivals[a].each() {
				if !done.has(b) {
					grows++
				}
			}
			if grows < least {
				best, least = a, grows
			}
		}
		done.add(best)
		order = append(order, best)
		for s := range t.covers[best].each() {
			left[s]--
			touched.add(s)
		}
	}
	return order
}

func ceilDiv(a, b int64) int64 {
	q := a / b
	if a%b > 0 {
		q++
	}
	return q
}

func sum(list []int64) int64 {
	var n int64
	for _, v := range list {
		n += v
	}
	return n
}
