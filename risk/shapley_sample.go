package risk

import (
	"math"
	"math/rand/v2"

	"github.com/shopspring/decimal"
)

// standardErrorPlaces is the number of decimals of a standard error.
const standardErrorPlaces = 6

// sample estimates the shares: the changes are made one after the other, in an
// order that is drawn, and each is credited with the difference that it makes;
// the share is the mean over many orders. The shares add up exactly.
func (a *Attribution) sample(games []*game, o Sampling) {
	a.Permutations, a.Seed = o.Permutations, o.Seed
	if a.Permutations == 0 {
		a.Permutations = defaultPermutations
	}
	r := newRun(a, games)
	random := rand.New(rand.NewPCG(o.Seed, 0))
	order := make([]int, len(a.Shares))
	for i := range order {
		order[i] = i
	}
	sums, squares := make([]int64, len(order)), make([]float64, len(order))
	for range a.Permutations {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		r.reset()
		for _, p := range order {
			before := r.total()
			r.join(p)
			d := r.total() - before
			sums[p] += d
			squares[p] += float64(d) * float64(d)
		}
	}
	a.After = r.total()
	r.reset()
	a.Before = r.total()
	n := float64(a.Permutations)
	for i := range a.Shares {
		mean := float64(sums[i]) / n
		variance := max(squares[i]/n-mean*mean, 0) / max(n-1, 1)
		a.Shares[i].Value = newFraction(sums[i], int64(a.Permutations))
		a.Shares[i].StandardError = decimal.NewFromFloat(math.Sqrt(variance)).RoundUp(standardErrorPlaces)
	}
}

// run follows a measure while one change after the other is made.
type run struct {
	measure Measure
	games   []*game
	touched [][]touched // by each change
	masks   []uint64    // of each game
	first   []Level     // of each game, without a change
	levels  []Level     // of each game, now
	on      [int(MaxLevel) + 1]int
	sum     int64
}

// touched is a game with the player that a change is in it.
type touched struct {
	game   int
	player uint64
}

func newRun(a *Attribution, games []*game) *run {
	t := &run{
		measure: a.Measure, games: games, touched: make([][]touched, len(a.Shares)),
		masks: make([]uint64, len(games)), first: make([]Level, len(games)), levels: make([]Level, len(games)),
	}
	for i, g := range games {
		t.first[i] = g.rated(0).Level
		for p, change := range g.players {
			t.touched[change] = append(t.touched[change], touched{i, 1 << p})
		}
	}
	return t
}

// reset takes all changes back.
func (t *run) reset() {
	clear(t.masks)
	copy(t.levels, t.first)
	clear(t.on[:])
	t.sum = 0
	for i := range t.games {
		t.count(i, 1)
	}
}

// count adds a risk to the measure, or takes it away.
func (t *run) count(i, times int) {
	t.on[t.levels[i]] += times
	t.sum += int64(times) * t.measure.value(t.games[i].judge(t.masks[i]).criteria, t.levels[i])
}

// join makes a change.
func (t *run) join(change int) {
	for _, hit := range t.touched[change] {
		t.count(hit.game, -1)
		t.masks[hit.game] |= hit.player
		t.levels[hit.game] = t.games[hit.game].rated(t.masks[hit.game]).Level
		t.count(hit.game, 1)
	}
}

// total returns the measure as it is now.
func (t *run) total() int64 {
	if t.measure.Of != WorstLevel {
		return t.sum
	}
	for l := len(t.on) - 1; l > 0; l-- {
		if t.on[l] > 0 {
			return int64(l)
		}
	}
	return 0
}
