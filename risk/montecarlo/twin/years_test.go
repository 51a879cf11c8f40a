package twin_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// The naive twins draw the same years: the means and quantiles of both agree
// within five standard errors. So the benchmarks compare work that is the same.
func TestTwinsAgree(t *testing.T) {
	for _, r := range races() {
		const years = 200_000
		losses := r.naive(years, rand.NewPCG(7, 8))
		slices.Sort(losses)
		mean, sd := stat.MeanStdDev(losses, nil)
		s := simulate(t, r.model, config(years)).Total
		if e := 5 * math.Sqrt2 * sd / math.Sqrt(years); math.Abs(mean-s.Mean) > e {
			t.Errorf("%s: means %v and %v", r.name, mean, s.Mean)
		}
		if d := s.SD/sd - 1; math.Abs(d) > .1 {
			t.Errorf("%s: deviations %v and %v", r.name, sd, s.SD)
		}
		for p, i := range s.Precision.VaR {
			x := stat.Quantile(float64(p), stat.Empirical, losses, nil)
			if e := 5 * math.Sqrt2 * (i.High - i.Low) / (2 * 1.96); math.Abs(x-s.VaR[p]) > e {
				t.Errorf("%s: VaR at %v is %v and %v", r.name, p, x, s.VaR[p])
			}
		}
	}
}

// gonum's counts and the naive year have the moments that are known, so that
// the twin is not wrong in the same way.
func TestNaiveYears(t *testing.T) {
	const years = 200_000
	mean := stat.Mean(naiveCPL2(years, rand.NewPCG(1, 2)), nil)
	if want := 2 * (distuv.LogNormal{Mu: 9, Sigma: 1.2}).Mean(); math.Abs(mean-want) > 5*48367/math.Sqrt(years) {
		t.Errorf("the mean is %v, want %v", mean, want)
	}
	losses := naiveCorrelated(years, rand.NewPCG(1, 2))
	if got, want := stat.Mean(losses, nil), scenarios*occurrence*math.Exp(9.72); math.Abs(got/want-1) > .03 {
		t.Errorf("the mean of the correlated scenarios is %v, want %v", got, want)
	}
}
