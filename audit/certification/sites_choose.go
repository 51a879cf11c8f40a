package certification

import (
	"cmp"
	"slices"
	"strings"
)

// lottery gives every site its random number.
type lottery struct {
	sites   []Candidate
	numbers []uint64
}

func newLottery(p Population) lottery {
	seed := mix(seedKey(p.Seed) + golden)
	l := lottery{p.Sites, p.hashes()}
	for i, h := range l.numbers {
		l.numbers[i] = mix(seed ^ h)
	}
	return l
}

// lot is a site with the number by which it is ordered: the lowest comes first.
type lot struct {
	number uint64
	at     int
}

// before orders lots by number, and those that are alike by the site's id.
func (l lottery) before(a, b lot) int {
	if a.number != b.number {
		return cmp.Compare(a.number, b.number)
	}
	return strings.Compare(l.sites[a.at].ID, l.sites[b.at].ID)
}

// chance orders by chance alone.
func (l lottery) chance(i int) lot { return lot{l.numbers[i], i} }

// turn orders by the day of the last visit, the high half, where never comes
// first; then by chance.
func (l lottery) turn(i int) lot {
	return lot{uint64(l.sites[i].Visited)<<32 | mix(l.numbers[i]+golden)>>32, i}
}

// lowest keeps the n lowest of the lots that it is offered, in order.
type lowest struct {
	lottery
	n    int
	lots []lot
}

func (b *lowest) offer(x lot) {
	if full := len(b.lots) == b.n; full && (b.n == 0 || b.before(b.lots[b.n-1], x) < 0) {
		return
	}
	at, _ := slices.BinarySearchFunc(b.lots, x, b.before)
	b.lots = slices.Insert(b.lots, at, x)
	b.lots = b.lots[:min(len(b.lots), b.n)]
}

// first returns the n lowest lots of the sites that are not chosen yet.
func (s *selecting) first(n int, l lottery, of func(i int) lot) []lot {
	best := lowest{lottery: l, n: n}
	for i := range l.sites {
		if !s.taken[i] {
			best.offer(of(i))
		}
	}
	return best.lots
}

// random draws the random part.
func (s *selecting) random(l lottery) {
	for _, x := range s.first(s.Random, l, l.chance) {
		s.choose(x.at, RandomlyChosen)
	}
}

// rotation chooses the rest by how long the sites are unvisited.
func (s *selecting) rotation(l lottery) {
	for _, x := range s.first(s.Size-s.Random, l, l.turn) {
		s.choose(x.at, RotationChosen)
	}
}
