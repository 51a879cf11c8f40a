package montecarlo_test

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

func TestRankCorrelation(t *testing.T) {
	for _, c := range []struct {
		desc string
		x, y []float64
		want float64
	}{
		{"rises", []float64{1, 2, 3, 4}, []float64{1, 10, 100, 1000}, 1},
		{"falls", []float64{1, 2, 3, 4}, []float64{8, 4, 2, 1}, -1},
		{"textbook", []float64{106, 100, 86, 101, 99, 103, 97, 113, 112, 110}, []float64{7, 27, 2, 50, 28, 29, 20, 12, 6, 17}, -29. / 165},
		{"ties", []float64{1, 1, 2, 2}, []float64{1, 2, 1, 2}, 0},
		{"ties share their mean rank", []float64{1, 2, 2, 3}, []float64{1, 2, 3, 4}, 4.5 / math.Sqrt(4.5*5)},
	} {
		got, err := montecarlo.RankCorrelation(c.x, c.y)
		if err != nil || math.Abs(got.Value-c.want) > 1e-12 {
			t.Errorf("%s: got %v, %v, want %v", c.desc, got.Value, err, c.want)
		}
		square := c.want * c.want
		if want := (1 - square) * math.Sqrt((1+square/2)/float64(len(c.x)-3)); math.Abs(got.StdErr-want) > 1e-7 {
			t.Errorf("%s: standard error %v, want %v", c.desc, got.StdErr, want)
		}
	}
}

func TestRankCorrelation_refused(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct{ x, y []float64 }{
		{nil, nil},
		{[]float64{1, 2, 3}, []float64{1, 2, 3}},
		{[]float64{1, 2, 3, 4}, []float64{1, 2, 3}},
		{[]float64{1, 2, nan, 4}, []float64{1, 2, 3, 4}},
		{[]float64{1, 2, 3, 4}, []float64{1, 2, nan, 4}},
	} {
		if _, err := montecarlo.RankCorrelation(c.x, c.y); err == nil || errors.Is(err, montecarlo.ErrConstant) {
			t.Errorf("%v, %v: %v", c.x, c.y, err)
		}
	}
	if _, err := montecarlo.RankCorrelation([]float64{1, 2, 3, 4}, []float64{5, 5, 5, 5}); !errors.Is(err, montecarlo.ErrConstant) {
		t.Errorf("a constant: %v", err)
	}
}

// Ranks do not change when a sample is stretched, and the sign of one turns
// the sign of the correlation.
func TestRankCorrelation_monotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(4, 40).Draw(t, "n")
		list := rapid.SliceOfN(rapid.Float64Range(-5, 5), n, n)
		x, y := list.Draw(t, "x"), list.Draw(t, "y")
		want, err := montecarlo.RankCorrelation(x, y)
		if err != nil {
			t.Skip("all alike")
		}
		stretched, turned := make([]float64, n), make([]float64, n)
		for i := range x {
			stretched[i], turned[i] = x[i]*1024, -y[i]
		}
		got, err := montecarlo.RankCorrelation(turned, stretched)
		if err != nil || math.Abs(got.Value+want.Value) > 1e-12 || got.StdErr < 0 || math.Abs(want.Value) > 1+1e-12 {
			t.Fatalf("got %v, %v, want %v", got, err, -want.Value)
		}
	})
}
