package montecarlo

import (
	"cmp"
	"slices"
)

const (
	blockSize = 256     // trials that are worked on column by column
	chunkSize = 1 << 14 // trials that a worker takes at once
)

// run is what a simulation has counted. Runs of different trials of the same
// model merge by adding.
type run struct {
	scenarios []curveTally // in the order of the program
	total     *curveTally  // of one scenario: that scenario
	worst     []Worst
	floor     float64 // losses up to it are not among the worst
}

// curveTally counts the sums of the years and their largest events.
type curveTally struct{ sum, largest tally }

func newRun(scenarios int) *run {
	r := &run{scenarios: make([]curveTally, scenarios), floor: -1}
	if scenarios == 1 {
		r.total = &r.scenarios[0]
	} else {
		r.total = new(curveTally)
	}
	return r
}

func (r *run) merge(s *run, worst int) {
	for i := range r.scenarios {
		r.scenarios[i].merge(&s.scenarios[i])
	}
	if len(r.scenarios) != 1 {
		r.total.merge(s.total)
	}
	r.worst = worstOf(append(r.worst, s.worst...), worst)
}

func (t *curveTally) merge(u *curveTally) {
	t.sum.merge(&u.sum)
	t.largest.merge(&u.largest)
}

// worstOf keeps the n greatest losses, the earlier trial first among equals.
func worstOf(list []Worst, n int) []Worst {
	slices.SortFunc(list, func(a, b Worst) int {
		return cmp.Or(cmp.Compare(b.Loss, a.Loss), cmp.Compare(a.Trial, b.Trial))
	})
	return list[:min(n, len(list))]
}

// worker draws blocks of trials.
type worker struct {
	p      *program
	seed   uint64
	keys   []uint64
	common common
	// The last block: a row for each scenario, and the totals.
	first          int64
	sums, largest  [][]float64
	both           [][]float64
	total, maximum []float64
}

func newWorker(p *program, seed uint64) *worker {
	w := &worker{p: p, seed: seed}
	for i := range p.scenarios {
		w.keys = append(w.keys, seeded(seed, p.scenarios[i].key))
	}
	return w
}

// block draws n ≤ blockSize trials from the one given.
func (w *worker) block(first int64, n int) {
	w.first = first
	w.common.draw(w.p, w.seed, first, n)
	w.sums = resize(w.sums, len(w.p.scenarios), n)
	w.largest = resize(w.largest, len(w.p.scenarios), n)
	for k := range w.p.scenarios {
		s := &w.p.scenarios[k]
		if s.plain() {
			s.plainYears(w.keys[k], first, w.sums[k], w.largest[k])
			continue
		}
		for i := range n {
			w.sums[k][i], w.largest[k][i] = s.year(yearKey(w.keys[k], first+int64(i)), &w.common, i, nil)
		}
	}
	w.total, w.maximum = w.sums[0], w.largest[0]
	if len(w.sums) == 1 {
		return
	}
	w.both = resize(w.both, 2, n)
	w.total, w.maximum = w.both[0], w.both[1]
	clear(w.total)
	clear(w.maximum)
	for k := range w.sums {
		for i := range n {
			w.total[i] += w.sums[k][i]
			w.maximum[i] = max(w.maximum[i], w.largest[k][i])
		}
	}
}

// count adds the last block to a run.
func (w *worker) count(r *run, worst int) {
	for k := range w.sums {
		w.tally(&r.scenarios[k], w.sums[k], w.largest[k])
	}
	if len(w.sums) > 1 {
		w.tally(r.total, w.total, w.maximum)
	}
	if worst == 0 {
		return
	}
	for i, x := range w.total {
		if x <= r.floor {
			continue
		}
		r.worst = append(r.worst, Worst{w.first + int64(i), x})
		if len(r.worst) == 2*worst {
			r.worst = worstOf(r.worst, worst)
			r.floor = r.worst[worst-1].Loss
		}
	}
}

func (w *worker) tally(t *curveTally, sums, largest []float64) {
	for i, x := range sums {
		t.sum.add(x)
		t.largest.add(largest[i])
	}
}

// plain reports whether nothing acts on the scenario and its frequency is
// certain: then a year is a count and so many draws from the severity.
func (s *scenario) plain() bool {
	return s.count.counter != nil && s.count.occurrence < 0 && !s.product && s.secondary == nil && s.severity.table != nil &&
		s.keep.constant == 1 && len(s.keep.shares) == 0 && s.leave.constant == 1 && len(s.leave.shares) == 0 &&
		len(s.detect) == 0 && len(s.perEvent) == 0 && len(s.perYear) == 0 && len(s.strikes) == 0
}

// plainYears is year for plain scenarios.
func (s *scenario) plainYears(key uint64, first int64, sums, largest []float64) {
	counter, table := s.count.counter, s.severity.table
	for i := range sums {
		year := yearKey(key, first+int64(i))
		n := counter.draw(year)
		sum, most := 0.0, 0.0
		for h := year + golden; n > 0; n-- {
			x := table.draw(mix(h))
			h += golden
			sum += x
			most = max(most, x)
		}
		sums[i], largest[i] = sum, most
	}
}
