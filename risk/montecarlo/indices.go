package montecarlo

import (
	"errors"
	"fmt"
	"math"
)

// MaxIndexFactors is the highest number of factors of [SobolIndices]: each
// needs two dimensions of [Sobol].
const MaxIndexFactors = MaxSobolDims / 2

// ErrConstant says that a result does not vary, so that no factor has a share
// in its variance and nothing correlates with it.
var ErrConstant = errors.New("montecarlo: the result is the same at every point")

// Indices are the shares of independent factors in the variance of a result.
type Indices struct {
	Mean     Estimate   `json:"mean"`
	Variance Estimate   `json:"variance"`
	First    []Estimate `json:"first"` // what the factor explains alone
	Total    []Estimate `json:"total"` // with every interaction that it takes part in
}

// SobolIndices estimates first-order and total Sobol indices of f, a function
// of independent factors that are uniform on (0, 1), by the estimators of
// Jansen on scrambled Sobol points. The base sample has points points (at
// least 16, best a power of two), for which f is called points × (factors + 2)
// times, always with the same slice. It is made of eight independent
// scramblings, whose spread gives the standard errors. A small negative index
// means zero.
func SobolIndices(f func(u []float64) float64, factors, points int, seed uint64) (Indices, error) {
	plan, err := newIndexPlan(factors, points, seed)
	if err != nil {
		return Indices{}, err
	}
	values := make([]float64, plan.size())
	u := make([]float64, factors)
	for i := range values {
		plan.point(i, u)
		values[i] = f(u)
	}
	return plan.indices(values)
}

// repetitions is the number of independent scramblings of an [indexPlan].
const repetitions = 8

// indexPlan numbers the points of Saltelli's scheme. A base point is evaluated
// as A, as B, and as A with one factor from B after the other; these
// factors + 2 points stand together.
type indexPlan struct {
	factors, each int // each is the number of base points of a repetition
	scrambled     [repetitions]Sobol
	both          []float64 // A and B
}

func newIndexPlan(factors, points int, seed uint64) (*indexPlan, error) {
	switch {
	case factors < 1 || factors > MaxIndexFactors:
		return nil, fmt.Errorf("montecarlo: Sobol indices of %d factors: 1 to %d are possible", factors, MaxIndexFactors)
	case points < 2*repetitions || points > math.MaxInt32:
		return nil, fmt.Errorf("montecarlo: Sobol indices from %d points: at least %d are needed", points, 2*repetitions)
	}
	p := &indexPlan{factors: factors, each: (points + repetitions - 1) / repetitions, both: make([]float64, 2*factors)}
	for r := range p.scrambled {
		p.scrambled[r], _ = NewSobol(2*factors, hash(seed, uint64(r)))
	}
	return p, nil
}

func (p *indexPlan) size() int { return repetitions * p.each * (p.factors + 2) }

// point sets u to point i of the plan.
func (p *indexPlan) point(i int, u []float64) {
	base, block := i/(p.factors+2), i%(p.factors+2)
	p.scrambled[base/p.each].Point(uint32(base%p.each), p.both)
	a, b := p.both[:p.factors], p.both[p.factors:]
	switch block {
	case 0:
		copy(u, a)
	case 1:
		copy(u, b)
	default:
		copy(u, a)
		u[block-2] = b[block-2]
	}
}

// indices turns the values at all points of the plan into the result.
func (p *indexPlan) indices(values []float64) (Indices, error) {
	var means, variances, alone, joint [repetitions]float64
	out := Indices{First: make([]Estimate, p.factors), Total: make([]Estimate, p.factors)}
	ab := make([]float64, 0, 2*p.each)
	for r := range repetitions {
		ab = ab[:0]
		p.each3(values, r, 0, func(a, b, _ float64) { ab = append(ab, a, b) })
		means[r] = sum(ab) / float64(len(ab))
		var ss float64
		for _, y := range ab {
			ss += float64((y - means[r]) * (y - means[r]))
		}
		variances[r] = ss / float64(len(ab))
	}
	out.Mean, out.Variance = average(means[:]), average(variances[:])
	if !(out.Variance.Value > 0) {
		return Indices{}, ErrConstant
	}
	for k := range p.factors {
		for r := range repetitions {
			var fromB, fromA float64
			p.each3(values, r, k, func(a, b, mixed float64) {
				fromB += float64((b - mixed) * (b - mixed))
				fromA += float64((a - mixed) * (a - mixed))
			})
			n := float64(2 * p.each)
			alone[r], joint[r] = variances[r]-fromB/n, fromA/n
		}
		out.First[k], out.Total[k] = ratio(alone[:], variances[:]), ratio(joint[:], variances[:])
	}
	return out, nil
}

// each3 visits f(A), f(B) and f(A with factor k from B) of a repetition.
func (p *indexPlan) each3(values []float64, r, k int, visit func(a, b, mixed float64)) {
	for j := range p.each {
		at := values[(r*p.each+j)*(p.factors+2):]
		visit(at[0], at[1], at[2+k])
	}
}
