package twin_test

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/stat/distuv"
)

// The naive twins keep every loss, as one does before thinking of quantiles.

// naiveCPL2 is a year of two events on average, each of them lognormal.
func naiveCPL2(years int, src rand.Source) []float64 {
	count := distuv.Poisson{Lambda: 2, Src: src}
	loss := distuv.LogNormal{Mu: 9, Sigma: 1.2, Src: src}
	out := make([]float64, years)
	for i := range out {
		for range int(count.Rand()) {
			out[i] += loss.Rand()
		}
	}
	return out
}

// pert is the standard PERT as a beta on 0 to 1, which is stretched by draw.
func pert(lo, mode, hi float64, src rand.Source) distuv.Beta {
	return distuv.Beta{Alpha: 1 + 4*(mode-lo)/(hi-lo), Beta: 1 + 4*(hi-mode)/(hi-lo), Src: src}
}

// naiveTree is the tree of seven leaves as a product, with the susceptibility
// as the share of the years in which the threat was the stronger.
func naiveTree(years int, src rand.Source) []float64 {
	contact, action := pert(0, 4, 12, src), pert(.2, .5, .9, src)
	threat, resistance := pert(.5, .75, .9, src), pert(.3, .6, .85, src)
	primary := pert(1736, 58060, 2218370, src)
	share, secondary := pert(0, .2, .5, src), pert(306000, 1230000, 7428250, src)
	out := make([]float64, years)
	stronger := 0
	for i := range out {
		if .5+.4*threat.Rand() > .3+.55*resistance.Rand() {
			stronger++
		}
		rate := 12 * contact.Rand() * (.2 + .7*action.Rand())
		loss := 1736 + (2218370-1736)*primary.Rand() + .5*share.Rand()*(306000+(7428250-306000)*secondary.Rand())
		out[i] = rate * loss
	}
	for i := range out {
		out[i] *= float64(stronger) / float64(years)
	}
	return out
}

const (
	scenarios   = 5
	occurrence  = .2
	correlation = .3
)

// naiveCorrelated is five scenarios that happen once a year or not at all, by
// a Gaussian copula.
func naiveCorrelated(years int, src rand.Source) []float64 {
	var rows [scenarios][scenarios]float64 // of the Cholesky factor
	for i := range rows {
		for j := range i + 1 {
			sum := correlation
			if i == j {
				sum = 1
			}
			for k := range j {
				sum -= rows[i][k] * rows[j][k]
			}
			if i == j {
				rows[i][i] = math.Sqrt(sum)
			} else {
				rows[i][j] = sum / rows[j][j]
			}
		}
	}
	normal := distuv.Normal{Sigma: 1, Src: src}
	loss := distuv.LogNormal{Mu: 9, Sigma: 1.2, Src: src}
	above := distuv.UnitNormal.Quantile(1 - occurrence)
	out := make([]float64, years)
	var free [scenarios]float64
	for i := range out {
		for k := range rows {
			free[k] = normal.Rand()
			z := 0.0
			for j := range k + 1 {
				z += rows[k][j] * free[j]
			}
			if z > above {
				out[i] += loss.Rand()
			}
		}
	}
	return out
}
