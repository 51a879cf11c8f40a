package certification

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// lot is a site with the number by which it is ordered: the lowest comes first.
type lot struct {
	number uint64
	at     int
}

// turn orders by the day of the last visit, the high half, where never comes
// first; then by chance.
func (s *survey) turn(i int) lot {
	return lot{uint64(s.visited[i])<<32 | mix(s.numbers[i]+golden)>>32, i}
}

// compare orders lots by number, and those that are alike by the site's id.
func (s *survey) compare(a, b lot) int {
	if a.number != b.number {
		return cmp.Compare(a.number, b.number)
	}
	return strings.Compare(s.sites[a.at].ID, s.sites[b.at].ID)
}

// random draws the random part: the sites with the lowest numbers.
func (s *selecting) random() {
	if s.Random == 0 {
		return
	}
	lowest, highest := make([]lot, 0, s.Random+1), uint64(math.MaxUint64)
	for i, number := range s.numbers {
		if number > highest || s.taken[i] {
			continue
		}
		x := lot{number, i}
		at, _ := slices.BinarySearchFunc(lowest, x, s.compare)
		if lowest = slices.Insert(lowest, at, x); len(lowest) > s.Random {
			lowest = lowest[:s.Random]
			highest = lowest[s.Random-1].number
		}
	}
	for _, x := range lowest {
		s.choose(x.at, RandomlyChosen)
	}
}

// lacking returns how many sites are still to be chosen.
func (s *selecting) lacking() int { return len(s.central) + s.Size - len(s.Chosen) }

// rotation chooses the rest by how long the sites are unvisited.
func (s *selecting) rotation() {
	var free []lot
	for i := range s.sites {
		if !s.taken[i] {
			free = append(free, s.turn(i))
		}
	}
	for q := s.queue(free); s.lacking() > 0; s.leave(&q) {
		s.choose(q.lots[0].at, RotationChosen)
	}
}

// queue is lots of which the foremost stands first. The rest becomes a heap
// only when that one leaves, as most queues are never asked for another.
type queue struct {
	lots []lot
	heap bool
}

func (s *survey) queue(lots []lot) queue {
	for i := range lots {
		if s.compare(lots[i], lots[0]) < 0 {
			lots[0], lots[i] = lots[i], lots[0]
		}
	}
	return queue{lots: lots}
}

// leave removes the foremost lot.
func (s *survey) leave(q *queue) {
	if !q.heap {
		for i := len(q.lots)/2 - 1; i >= 0; i-- {
			s.sink(q.lots, i)
		}
		q.heap = true
	}
	last := len(q.lots) - 1
	q.lots[0] = q.lots[last]
	q.lots = q.lots[:last]
	s.sink(q.lots, 0)
}

// sink moves a lot of a heap down until none below it comes before it.
func (s *survey) sink(lots []lot, i int) {
	for next := 2*i + 1; next < len(lots); next = 2*i + 1 {
		if other := next + 1; other < len(lots) && s.compare(lots[other], lots[next]) < 0 {
			next = other
		}
		if s.compare(lots[i], lots[next]) <= 0 {
			return
		}
		lots[i], lots[next] = lots[next], lots[i]
		i = next
	}
}
