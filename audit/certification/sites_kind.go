package certification

import "slices"

// kind is the sites that have the same values.
type kind struct {
	values []int32 // of the attributes, by their numbers; unknown: less than zero
	seen   bool    // one of its sites is in the sample, or was visited in this cycle
	queue          // of the others
}

// sorted sorts the sites by kind.
func (s *selecting) sorted() []kind {
	count := 1
	if n := len(s.paths); n > 0 {
		count = len(s.paths[n-1].keys)
	}
	list := make([]kind, count)
	s.place(list)
	s.setValues(list)
	return list
}

// place tells every kind its sites.
func (s *selecting) place(list []kind) {
	ends := make([]int, len(list))
	for _, k := range s.kinds {
		ends[k]++
	}
	all := 0
	for k, n := range ends {
		ends[k], all = all, all+n
	}
	begins := slices.Clone(ends)
	lots := make([]lot, all)
	since := s.population.Since
	for i, k := range s.kinds {
		if s.taken[i] || since != 0 && s.visited[i] >= since {
			list[k].seen = true
		}
		if !s.taken[i] {
			lots[ends[k]] = s.turn(i)
			ends[k]++
		}
	}
	for k := range list {
		list[k].queue = s.queue(lots[begins[k]:ends[k]])
	}
}

// setValues tells every kind its values, from the last attribute to the first.
func (s *selecting) setValues(list []kind) {
	n := len(s.paths)
	unknown := make([]int32, n)
	for a := range s.values {
		unknown[a] = int32(slices.Index(s.values[a].keys, ""))
	}
	room := make([]int32, n*len(list))
	for i := range list {
		values := room[i*n : (i+1)*n]
		for a, k := n-1, int32(i); a >= 0; a-- {
			step := s.paths[a].keys[k]
			if k, values[a] = step.kind, step.value; step.value == unknown[a] {
				values[a] = -1
			}
		}
		list[i].values = values
	}
}
