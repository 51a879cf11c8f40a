package readiness

import (
	"math/rand/v2"
	"testing"
)

// Tasks are drawn by seed: rapid is for external tests.
const seeds = 300

func between(r *rand.Rand, low, high int64) int64 { return low + r.Int64N(high-low+1) }

// drawTask draws a small task whose actions stand after what they need.
func drawTask(r *rand.Rand) *task {
	n, steps := int(between(r, 1, 7)), int(between(r, 1, 5))
	k := &task{must: newBitset(steps), budget: -1}
	for range steps {
		k.gain = append(k.gain, between(r, 0, 6))
	}
	for a := range n {
		k.cost = append(k.cost, between(r, 0, 9))
		covers, direct, needs := newBitset(steps), newBitset(n), newBitset(n)
		for s := range steps {
			if int(between(r, 0, 2)) == 0 {
				covers.add(s)
			}
		}
		k.rivals = append(k.rivals, newBitset(n))
		for b := range a {
			switch int(between(r, 0, 5)) {
			case 0:
				direct.add(b)
				needs.add(b)
				needs.join(k.needs[b])
			case 1:
				k.rivals[a].add(b)
				k.rivals[b].add(a)
			}
		}
		k.covers, k.direct, k.needs = append(k.covers, covers), append(k.direct, direct), append(k.needs, needs)
	}
	if int(between(r, 0, 2)) == 0 {
		k.budget = between(r, 0, 20)
	} else {
		k.target = between(r, 0, 12)
	}
	if int(between(r, 0, 2)) == 0 {
		k.must.add(int(between(r, 0, int64(steps-1))))
	}
	return k
}

// TestSearch_bounds: whatever the prices, no bound of a partial choice lies
// above the value of any plan that continues it. The plans that the search
// begins with are so good that no other test would notice.
func TestSearch_bounds(t *testing.T) {
	for seed := range uint64(seeds) {
		r := rand.New(rand.NewPCG(seed, 42))
		k := drawTask(r)
		s := newSearch(k, 0)
		s.curve = s.priceCurve()
		for range 3 {
			s.curve = append(s.curve, drawPrices(r, s))
		}
		least := make(map[[2]int]int64) // the best value of all plans that begin like this
		for set := range 1 << k.actions() {
			chosen := newBitset(k.actions())
			for a := range k.actions() {
				if set>>a&1 == 1 {
					chosen.add(a)
				}
			}
			if o := k.judge(chosen); o.met && stands(k, chosen) {
				for layer := range k.actions() + 1 {
					begin := [2]int{layer, set & (1<<layer - 1)}
					if v, seen := least[begin]; !seen || k.value(o) < v {
						least[begin] = k.value(o)
					}
				}
			}
		}
		layer := []partial{{covered: newBitset(k.steps()), barred: newBitset(k.actions())}}
		begins := []int{0}
		for at := range k.actions() + 1 {
			for i := range layer {
				best, any := least[[2]int{at, begins[i]}]
				if !any {
					continue
				}
				s.tooHigh(t, layer[i], at, best)
			}
			if at < k.actions() {
				layer, begins = s.both(layer, begins, at)
			}
		}
		for begin := range least {
			if _, kept := find(begins, begin); begin[0] == k.actions() && !kept {
				t.Fatalf("the plan %b was thrown away", begin[1])
			}
		}
	}
}

func find(begins []int, begin [2]int) (int, bool) {
	for i, b := range begins {
		if b == begin[1] {
			return i, true
		}
	}
	return 0, false
}

// drawPrices draws prices that have nothing to do with the task.
func drawPrices(r *rand.Rand, s *search) prices {
	p := s.start(between(r, 1, 4*s.scale))
	for _, list := range [][]int64{p.toll, p.share, p.fee} {
		for i := range list {
			list[i] = between(r, 0, 6*s.scale)
		}
	}
	return p
}

func stands(k *task, chosen bitset) bool {
	for a := range chosen.each() {
		if !k.needs[a].within(chosen) {
			return false
		}
		for b := range k.rivals[a].each() {
			if chosen.has(b) {
				return false
			}
		}
	}
	return true
}

// both decides an action in both ways, as the search does, and keeps all.
func (s *search) both(layer []partial, begins []int, at int) (out []partial, names []int) {
	for i, p := range layer {
		for _, took := range []bool{false, true} {
			before := len(out)
			if out = s.decide(out, p, at, i, took); len(out) > before {
				name := begins[i]
				if took {
					name |= 1 << at
				}
				names = append(names, name)
			}
		}
	}
	return out, names
}

func (s *search) tooHigh(t *testing.T, p partial, at int, best int64) {
	reach := newBitset(s.steps())
	for a := range s.ahead[at].each() {
		if !p.barred.has(a) {
			reach.join(s.covers[a])
		}
	}
	for w := range reach {
		reach[w] &^= p.covered[w]
	}
	for i := range s.curve {
		if b := s.priced(&p, at, i, reach); b > best {
			t.Fatalf("after %d actions the bound is %d, and a plan has %d; prices %+v", at, b, best, s.curve[i])
		}
	}
	p.bound = -never
	if s.weigh(&p, at); p.bound > best {
		t.Fatalf("after %d actions the whole bound is %d, and a plan has %d", at, p.bound, best)
	}
}

// TestSearch_root: the bound of the whole task is the same whether it is asked
// of the market or of the choice that nothing is chosen yet.
func TestSearch_root(t *testing.T) {
	for seed := range uint64(seeds) {
		r := rand.New(rand.NewPCG(seed, 42))
		k := drawTask(r)
		s := newSearch(k, 0)
		p := drawPrices(r, s)
		root := partial{covered: newBitset(k.steps()), barred: newBitset(k.actions())}
		reach := newBitset(k.steps())
		for _, c := range k.covers {
			reach.join(c)
		}
		// The market pays for steps that nobody can take; the search does not.
		want := s.rest(p, newBitset(k.actions()), newBitset(k.steps()))
		for step := range k.steps() {
			if q := p.toll[step] - p.worth*k.gain[step]; !reach.has(step) && (q < 0 || k.must.has(step)) {
				want -= q
			}
		}
		if got := s.restOf(&root, 0, &p, reach); got != want {
			t.Fatalf("the market says %d, the search %d", want, got)
		}
	}
}
