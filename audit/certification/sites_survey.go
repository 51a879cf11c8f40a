package certification

import (
	"math/bits"

	"github.com/aimskit/aimskit/aims"
)

// survey is what one look at every site tells. There may be millions of them,
// so everything else works on its lists, which are by the places of the sites,
// and comes back to a site only when it is chosen.
type survey struct {
	sites   []Candidate
	numbers []uint64    // their random numbers
	visited []aims.Date // their last visits
	kinds   []int32     // the sites with the same values are of one kind; kinds have numbers from 0 on
	central []int       // the places of the central function
	unclear []int       // of those that may not be well formed
	twice   []int       // of those whose id stands before them already

	values []numbering[string] // the values of every attribute
	paths  []numbering[path]   // the combinations of the values of so many attributes and one more
}

// path is a kind by the values of some attributes, and the value of one more.
type path struct{ kind, value int32 }

func (p Population) survey() *survey {
	n := len(p.Sites)
	s := &survey{
		sites: p.Sites, numbers: make([]uint64, n), visited: make([]aims.Date, n), kinds: make([]int32, n),
		values: make([]numbering[string], len(p.Attributes)), paths: make([]numbering[path], len(p.Attributes)),
	}
	seed := mix(seedKey(p.Seed) + golden)
	for i := range p.Sites {
		site := &p.Sites[i]
		id, plain := scan(site.ID)
		s.numbers[i], s.visited[i] = mix(seed^id), site.Visited
		if site.Central == aims.Yes {
			s.central = append(s.central, i)
		}
		kind := int32(0)
		for a, v := range site.Values[:min(len(site.Values), len(p.Attributes))] {
			hash, ok := scan(v)
			plain = plain && ok
			step := path{kind, s.values[a].number(v, hash)}
			kind = s.paths[a].number(step, mix(uint64(step.kind)<<32|uint64(step.value)))
		}
		s.kinds[i] = kind
		if !plain || !site.sound(len(p.Attributes)) {
			s.unclear = append(s.unclear, i)
		}
	}
	s.findTwins()
	return s
}

// sound reports whether a site whose texts are plain is certainly well formed.
func (s *Candidate) sound(attributes int) bool {
	return s.ID != "" && s.ID[0] != ' ' && len(s.Values) == attributes && s.Central.Known() && (s.Visited == 0 || s.Visited.Valid())
}

// numbering gives keys numbers from 0 on, equal ones the same.
type numbering[K comparable] struct {
	keys   []K
	hashes []uint64
	slots  []int32 // by hash, or after it where that is taken: the number and 1
}

func (n *numbering[K]) number(key K, hash uint64) int32 {
	if 2*len(n.keys) >= len(n.slots) {
		n.widen()
	}
	for at, mask := hash, uint64(len(n.slots)-1); ; at++ {
		slot := &n.slots[at&mask]
		if *slot == 0 {
			n.keys, n.hashes = append(n.keys, key), append(n.hashes, hash)
			*slot = int32(len(n.keys))
		}
		if n.keys[*slot-1] == key {
			return *slot - 1
		}
	}
}

func (n *numbering[K]) widen() {
	n.slots = make([]int32, max(16, 4*len(n.slots))) // a power of two
	mask := uint64(len(n.slots) - 1)
	for number, at := range n.hashes {
		for n.slots[at&mask] != 0 {
			at++
		}
		n.slots[at&mask] = int32(number + 1)
	}
}

// findTwins finds the sites with the same id, which have the same number. One
// bit for each number sorts out the few that need a closer look.
func (s *survey) findTwins() {
	size := uint64(1) << bits.Len(uint(len(s.sites))|3) << 4 // at least 16 bits a site
	mask := size - 1
	seen, again := make([]uint64, size/64), make([]uint64, size/64)
	for _, h := range s.numbers {
		h &= mask
		if bit := uint64(1) << (h % 64); seen[h/64]&bit == 0 {
			seen[h/64] |= bit
		} else {
			again[h/64] |= bit
		}
	}
	var ids numbering[string]
	for i, number := range s.numbers {
		if h := number & mask; again[h/64]>>(h%64)&1 == 0 {
			continue
		}
		id, known := s.sites[i].ID, len(ids.keys)
		if int(ids.number(id, number)) < known && id != "" {
			s.twice = append(s.twice, i)
		}
	}
}
