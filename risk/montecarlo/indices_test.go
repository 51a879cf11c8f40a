package montecarlo_test

import (
	"errors"
	"math"
	"testing"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

func ishigami(u []float64) float64 {
	x := func(i int) float64 { return math.Pi * (2*u[i] - 1) }
	return math.Sin(x(0)) + 7*math.Sin(x(1))*math.Sin(x(1)) + .1*math.Pow(x(2), 4)*math.Sin(x(0))
}

// near checks an estimate against the exact value, and that its standard error
// is neither too small for the distance nor uselessly large.
func near(t *testing.T, what string, got montecarlo.Estimate, want, most float64) {
	t.Helper()
	if off := math.Abs(got.Value - want); off > most || off > 6*got.StdErr || got.StdErr > most {
		t.Errorf("%s: got %v ± %v, want %v within %v", what, got.Value, got.StdErr, want, most)
	}
}

func TestSobolIndices_ishigami(t *testing.T) {
	got, err := montecarlo.SobolIndices(ishigami, 3, 1<<13, 1)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "mean", got.Mean, 3.5, .01)
	near(t, "variance", got.Variance, 13.8445879407, .1)
	for i, want := range []float64{.3139051911, .4424111448, 0} {
		near(t, "first", got.First[i], want, .01)
	}
	for i, want := range []float64{.5575888552, .4424111448, .2436836641} {
		near(t, "total", got.Total[i], want, .01)
	}
}

// An additive function has no interactions: both indices are the shares of
// the variances.
func TestSobolIndices_additive(t *testing.T) {
	got, err := montecarlo.SobolIndices(func(u []float64) float64 { return 3*u[0] + 4*u[1] + 0*u[2] }, 3, 1<<12, 9)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{9. / 25, 16. / 25, 0} {
		if math.Abs(got.First[i].Value-want) > .01 || math.Abs(got.Total[i].Value-want) > .005 {
			t.Errorf("factor %d: first %v, total %v, want %v", i, got.First[i], got.Total[i], want)
		}
	}
	if got.Total[2].Value != 0 {
		t.Errorf("a factor without influence has the total index %v", got.Total[2].Value)
	}
}

func TestSobolIndices_refused(t *testing.T) {
	constant := func([]float64) float64 { return 3 }
	if _, err := montecarlo.SobolIndices(constant, 2, 64, 1); !errors.Is(err, montecarlo.ErrConstant) {
		t.Errorf("a constant: %v", err)
	}
	for _, c := range []struct{ factors, points int }{{0, 64}, {33, 64}, {2, 15}, {2, -1}} {
		if _, err := montecarlo.SobolIndices(constant, c.factors, c.points, 1); err == nil || errors.Is(err, montecarlo.ErrConstant) {
			t.Errorf("%d factors, %d points: %v", c.factors, c.points, err)
		}
	}
}
