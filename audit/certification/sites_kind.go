package certification

import "slices"

// kind is the sites that have the same values.
type kind struct {
	number int
	first  int     // the place of the first of its sites
	traits []int   // what its sites have, by number
	brings int     // of which so many were missing when it was last looked at
	free   int     // sites that were not chosen at first
	head   lot     // the foremost of its sites that are not chosen
	places []int32 // of these
	queue  []lot   // the foremost ones in order, head first; nil: not ordered yet
	seen   bool    // one of its sites is in the sample
}

// sorted is the sites, sorted by kind.
type sorted struct {
	lottery
	all   []*kind
	names []string // of the traits, by number
}

// kinds sorts the sites by their values, and marks as seen what was chosen or,
// in this cycle, visited.
func (s *selecting) kinds(l lottery) *kinds {
	k := &kinds{sorted: sorted{lottery: l}}
	of := make([]int32, len(l.sites)) // the number of its kind
	numbers := make(map[uint64]*kind)
	since := s.population.Since
	for i := range l.sites {
		each := k.kindOf(i, numbers)
		each.seen = each.seen || s.taken[i] || since != 0 && l.sites[i].Visited >= since
		if of[i] = int32(each.number); s.taken[i] {
			continue
		}
		if x := l.turn(i); each.free == 0 || l.before(x, each.head) < 0 {
			each.head = x
		}
		each.free++
	}
	k.place(of, s.taken)
	k.findTraits(s.population.Attributes)
	k.seen = make([]bool, len(k.names))
	for _, each := range k.all {
		if each.brings = len(each.traits); each.seen {
			k.see(each)
		}
		if each.free > 0 {
			k.list = append(k.list, each)
		}
	}
	return k
}

// kindOf returns the kind of a site. Kinds whose hashes are alike step aside.
func (k *sorted) kindOf(i int, numbers map[uint64]*kind) *kind {
	h := uint64(0)
	for _, v := range k.sites[i].Values {
		h = mix(h ^ hashText(v))
	}
	for ; ; h++ {
		each, found := numbers[h]
		if !found {
			each = &kind{number: len(k.all), first: i}
			numbers[h], k.all = each, append(k.all, each)
			return each
		}
		if slices.Equal(k.sites[each.first].Values, k.sites[i].Values) {
			return each
		}
	}
}

// findTraits gives every value of an attribute its number.
func (k *sorted) findTraits(attributes []string) {
	type trait struct {
		attribute int
		value     string
	}
	numbers := make(map[trait]int)
	for _, each := range k.all {
		for a, value := range k.sites[each.first].Values {
			if value == "" {
				continue
			}
			n, found := numbers[trait{a, value}]
			if !found {
				n = len(k.names)
				numbers[trait{a, value}] = n
				k.names = append(k.names, attributes[a]+" "+value)
			}
			each.traits = append(each.traits, n)
		}
	}
}

// place tells every kind its sites, but for the chosen ones.
func (k *sorted) place(of []int32, taken []bool) {
	room := make([]int32, len(of))
	for _, each := range k.all {
		each.places, room = room[:0:each.free], room[each.free:]
	}
	for i, number := range of {
		if !taken[i] {
			each := k.all[number]
			each.places = append(each.places, int32(i))
		}
	}
}

// foremost returns the n foremost sites of a kind, in order.
func (k *sorted) foremost(each *kind, n int) []lot {
	best := lowest{lottery: k.lottery, n: n}
	for _, i := range each.places {
		best.offer(k.turn(int(i)))
	}
	return best.lots
}
