package montecarlo

import (
	"cmp"
	"slices"
)

const (
	blockSize = 1 << 10 // trials that are worked on column by column
	chunkSize = 1 << 14 // trials that a worker takes at once
)

// run is what a simulation has counted. Runs of different trials of the same
// model merge by adding.
type run struct {
	scenarios []*curveTally // in the order of the program
	total     *curveTally   // of one scenario: that scenario
	worst     []Worst
	floor     float64 // losses up to it are not among the worst
}

// curveTally counts the sums of the years and, where somebody asked for them,
// their largest events.
type curveTally struct {
	sum     *tally
	largest *tally // nil: not counted
}

func newCurveTally(atoms []float64, largest bool) *curveTally {
	if largest {
		return &curveTally{newTally(atoms), newTally(atoms)}
	}
	return &curveTally{sum: newTally(atoms)}
}

// newRun takes the atoms of the scenarios; see [Model.atoms].
func newRun(atoms [][]float64, largest bool) *run {
	r := &run{floor: -1}
	for _, list := range atoms {
		r.scenarios = append(r.scenarios, newCurveTally(list, largest))
	}
	if len(atoms) == 1 {
		r.total = r.scenarios[0]
	} else {
		r.total = newCurveTally(slices.Concat(atoms...), largest)
	}
	return r
}

func (r *run) merge(s *run, worst int) {
	for i := range r.scenarios {
		r.scenarios[i].merge(s.scenarios[i])
	}
	if len(r.scenarios) != 1 {
		r.total.merge(s.total)
	}
	r.worst = worstOf(append(r.worst, s.worst...), worst)
}

func (t *curveTally) merge(u *curveTally) {
	t.sum.merge(u.sum)
	if t.largest != nil {
		t.largest.merge(u.largest)
	}
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
	columns
	// The last block: a row for each scenario, and the totals.
	first          int64
	sums, largest  [][]float64
	hit            [][]uint16 // the trials with events; nil: perhaps all
	room           [][]uint16 // for hit
	both           [][]float64
	total, maximum []float64
	sumsOnly       bool // nobody asks for maximum
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
	w.hit = w.hit[:0]
	w.room = resize(w.room, len(w.p.scenarios), n)
	for k := range w.p.scenarios {
		s := &w.p.scenarios[k]
		hit, ok := w.columns.years(s, w.keys[k], first, &w.common, w.sums[k], w.largest[k], w.room[k])
		w.hit = append(w.hit, hit)
		if !ok {
			for i := range n {
				w.sums[k][i], w.largest[k][i] = s.year(yearKey(w.keys[k], first+int64(i)), &w.common, i, nil)
			}
		}
	}
	w.total, w.maximum = w.sums[0], w.largest[0]
	if len(w.sums) > 1 {
		w.add(n)
	}
}

// add finds the totals of the block.
func (w *worker) add(n int) {
	w.both = resize(w.both, 2, n)
	w.total, w.maximum = w.both[0], w.both[1]
	clear(w.total)
	clear(w.maximum)
	for k, sums := range w.sums {
		if hit := w.hit[k]; hit != nil {
			for _, i := range hit {
				w.total[i] += sums[i]
				w.maximum[i] = max(w.maximum[i], w.largest[k][i])
			}
			continue
		}
		for i, x := range sums {
			w.total[i] += x
		}
		if !w.sumsOnly {
			for i, x := range w.largest[k] {
				w.maximum[i] = max(w.maximum[i], x)
			}
		}
	}
}

// count adds the last block to a run.
func (w *worker) count(r *run, worst int) {
	for k := range w.sums {
		r.scenarios[k].add(w.sums[k], w.largest[k], w.hit[k])
	}
	if len(w.sums) > 1 {
		r.total.add(w.total, w.maximum, nil)
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

// add counts the sums of some years and their largest losses. Where hit is not
// nil, nothing was lost in all others.
func (t *curveTally) add(sums, largest []float64, hit []uint16) {
	t.sum.addAll(sums, hit)
	if t.largest != nil {
		t.largest.addAll(largest, hit)
	}
}
