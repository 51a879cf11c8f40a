package risk

import (
	"math"
	"math/rand/v2"

	"github.com/shopspring/decimal"
)

// standardErrorPlaces is the number of decimals of a standard error.
const standardErrorPlaces = 6

// sample estimates the shares: the changes are made, and then taken back, one
// after the other in an order that is drawn anew each time, and each is
// credited with the difference that it makes; the share is the mean over many
// orders. The shares add up exactly.
func (a *Attribution) sample(games []*game, o Sampling) {
	a.Permutations, a.Seed = o.Permutations, o.Seed
	if a.Permutations == 0 {
		a.Permutations = defaultPermutations
	}
	r := newRun(a, games)
	a.Before = r.total()
	random := rand.New(rand.NewPCG(o.Seed, 0))
	order := make([]int, len(a.Shares))
	for i := range order {
		order[i] = i
	}
	sums, squares := make([]int64, len(order)), make([]float64, len(order))
	for i := range a.Permutations {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		sign := int64(1 - 2*(i%2))
		for _, change := range order {
			before := r.total()
			r.flip(change)
			d := sign * (r.total() - before)
			sums[change] += d
			squares[change] += float64(d) * float64(d)
		}
		if i == 0 {
			a.After = r.total()
		}
	}
	n := float64(a.Permutations)
	for i := range a.Shares {
		mean := float64(sums[i]) / n
		variance := max(squares[i]/n-mean*mean, 0) / (n - 1)
		a.Shares[i].Value = newFraction(sums[i], int64(a.Permutations))
		a.Shares[i].StandardError = decimal.NewFromFloat(math.Sqrt(variance)).RoundUp(standardErrorPlaces)
	}
}

// run follows a measure while changes are made and taken back.
type run struct {
	measure Measure
	walks   []*walk  // of each risk
	levels  []Level  // of each risk, now
	touched [][]seat // by each change
	on      [MaxLevel + 1]int
	sum     int64
}

// seat is a risk, with the player that a change is in its game.
type seat struct{ risk, player int }

func newRun(a *Attribution, games []*game) *run {
	r := &run{measure: a.Measure, walks: make([]*walk, len(games)), levels: make([]Level, len(games)), touched: make([][]seat, len(a.Shares))}
	for i, g := range games {
		r.walks[i] = g.begin()
		r.levels[i] = r.walks[i].level()
		r.count(i, 1)
		for p, change := range g.players {
			r.touched[change] = append(r.touched[change], seat{i, p})
		}
	}
	return r
}

// count adds a risk to the measure, or takes it away.
func (r *run) count(i, times int) {
	w := r.walks[i]
	r.on[r.levels[i]] += times
	r.sum += int64(times) * r.measure.value(w.judge(w.mask).criteria, r.levels[i])
}

// flip makes a change or takes it back.
func (r *run) flip(change int) {
	for _, at := range r.touched[change] {
		r.count(at.risk, -1)
		w := r.walks[at.risk]
		w.flip(at.player)
		r.levels[at.risk] = w.level()
		r.count(at.risk, 1)
	}
}

// total returns the measure as it is now.
func (r *run) total() int64 {
	if r.measure.Of != WorstLevel {
		return r.sum
	}
	worst := len(r.on) - 1
	for worst > 0 && r.on[worst] == 0 {
		worst--
	}
	return int64(worst)
}
