package montecarlo

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// RankCorrelation returns Spearman's rank correlation of two samples that
// belong together, ties sharing their mean rank: +1 where y always rises with
// x, −1 where it always falls. It needs at least four pairs of numbers; a
// sample that does not vary is [ErrConstant].
func RankCorrelation(x, y []float64) (Estimate, error) {
	n := len(x)
	if n != len(y) || n < 4 {
		return Estimate{}, fmt.Errorf("montecarlo: rank correlation of %d and %d numbers: two samples of the same length, at least 4, are needed", n, len(y))
	}
	for i := range x {
		if math.IsNaN(x[i]) || math.IsNaN(y[i]) {
			return Estimate{}, fmt.Errorf("montecarlo: rank correlation: pair %d holds no number", i)
		}
	}
	rx, ry := ranks(x), ranks(y)
	var xx, yy, xy float64
	middle := float64(float64(n+1) / 2)
	for i := range rx {
		dx, dy := rx[i]-middle, ry[i]-middle
		xx, yy, xy = xx+float64(dx*dx), yy+float64(dy*dy), xy+float64(dx*dy)
	}
	if xx == 0 || yy == 0 {
		return Estimate{}, ErrConstant
	}
	// The standard error is Bonett and Wright's for Fisher's z, carried back.
	rho := xy / math.Sqrt(xx*yy)
	square := float64(rho * rho)
	return Estimate{Value: rho, StdErr: (1 - square) * math.Sqrt((2+square)/float64(2*(n-3)))}, nil
}

// ranks numbers the values from 1; equal ones share their mean rank.
func ranks(x []float64) []float64 {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(x[i], x[j]) })
	out := make([]float64, len(x))
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && x[order[to]] == x[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			out[i] = float64(from+to+1) / 2
		}
		from = to
	}
	return out
}
