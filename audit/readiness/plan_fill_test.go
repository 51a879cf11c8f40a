package readiness

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSearch_fill: a first plan is filled until the task is met, or with a
// budget until nothing that gains can be added. The search mends bad first
// plans, so that no other test would notice.
func TestSearch_fill(t *testing.T) {
	added := 0
	for seed := range uint64(seeds) {
		k := drawTask(rand.New(rand.NewPCG(seed, 7)))
		s := newSearch(k, 0)
		chosen := newBitset(s.actions())
		before := s.judge(chosen)
		s.fill(chosen)
		after := s.judge(chosen)
		if !stands(s.task, chosen) || !s.leastCost() && after.cost > s.budget {
			t.Fatalf("%d: %v cannot stand", seed, chosen)
		}
		enough := after.met && s.leastCost()
		if n := len(slices.Collect(chosen.each())); n > 0 {
			added++
			if before.met && s.leastCost() {
				t.Fatalf("%d: the task was met, and %d actions were added", seed, n)
			}
		}
		for a := range s.actions() {
			gain, _ := s.adds(chosen, a)
			if !enough && gain > 0 && s.take(slices.Clone(chosen), a) {
				t.Fatalf("%d: %d would gain %d", seed, a, gain)
			}
		}
	}
	if added < seeds/3 {
		t.Errorf("only %d plans were filled", added)
	}
}

// TestSearch_begin: where nothing stands against it, the search begins with a
// plan that meets the task, and that could not do without anything that costs.
func TestSearch_begin(t *testing.T) {
	for seed := range uint64(seeds) {
		k := drawTask(rand.New(rand.NewPCG(seed, 8)))
		all := newBitset(k.actions())
		for a := range k.actions() {
			all.add(a)
			k.rivals[a] = newBitset(k.actions())
		}
		k.budget = -1
		s := newSearch(k, 0)
		s.curve = s.priceCurve()
		s.begin()
		if s.judge(all).met != (s.best != nil) {
			t.Fatalf("%d: the task can be met: %v; the search begins with %v", seed, s.judge(all).met, s.best)
		}
		for a := range s.best.each() {
			without := s.best.clone()
			without.remove(a)
			for b := range s.shuts[a].each() {
				without.remove(b)
			}
			if s.cost[a] > 0 && s.judge(without).met {
				t.Fatalf("%d: the search begins with %v, and could do without %d", seed, s.best, a)
			}
		}
	}
}

// TestSearch_fillOrder: what must be done comes first, and then what gains most
// for its cost.
func TestSearch_fillOrder(t *testing.T) {
	for _, c := range []struct {
		desc       string
		cost, gain []int64
		must, want int
	}{
		{"more for as much", []int64{5, 5, 5}, []int64{3, 4, 2}, -1, 1},
		{"as much for less", []int64{4, 3, 5}, []int64{3, 3, 3}, -1, 1},
		{"of equals the first", []int64{5, 5, 5}, []int64{3, 3, 3}, -1, 0},
		{"nothing for nothing is left", []int64{0, 5, 5}, []int64{0, 1, 2}, -1, 2},
		{"what must be done", []int64{3, 3, 5}, []int64{9, 9, 1}, 2, 2},
	} {
		k := &task{cost: c.cost, gain: c.gain, must: newBitset(3), budget: 5}
		for a := range 3 {
			k.covers, k.direct = append(k.covers, newBitset(3)), append(k.direct, newBitset(3))
			k.needs, k.rivals = append(k.needs, newBitset(3)), append(k.rivals, newBitset(3))
			k.covers[a].add(a)
		}
		if c.must >= 0 {
			k.must.add(c.must)
		}
		s := newSearch(k, 0)
		chosen := newBitset(3)
		s.fill(chosen)
		if got := slices.Collect(chosen.each()); !slices.Equal(got, []int{c.want}) {
			t.Errorf("%s: %v", c.desc, got)
		}
	}
}
