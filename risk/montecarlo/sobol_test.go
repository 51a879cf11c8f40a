package montecarlo_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// The first points of the plain sequence in five dimensions, as every tool
// with the numbers of Joe and Kuo prints them.
func TestPlainSobol_published(t *testing.T) {
	want := [][]float64{
		{0, 0, 0, 0, 0},
		{.5, .5, .5, .5, .5},
		{.75, .25, .25, .25, .75},
		{.25, .75, .75, .75, .25},
		{.375, .375, .625, .875, .375},
		{.875, .875, .125, .375, .875},
		{.625, .125, .875, .625, .625},
		{.125, .625, .375, .125, .125},
		{.1875, .3125, .9375, .4375, .5625},
		{.6875, .8125, .4375, .9375, .0625},
	}
	s, err := montecarlo.PlainSobol(5)
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range want {
		got := make([]float64, s.Dims())
		s.Point(uint32(i), got)
		if diff := cmp.Diff(w, got); diff != "" {
			t.Errorf("point %d (-want +got):\n%s", i, diff)
		}
	}
}

// Every direction number is known to be right only together with its
// polynomial: a wrong one breaks the stratification of some pair of bits.
func TestSobol_everySliceOfEveryAxis(t *testing.T) {
	const bits = 10
	plain, err := montecarlo.PlainSobol(montecarlo.MaxSobolDims)
	if err != nil {
		t.Fatal(err)
	}
	scrambled, err := montecarlo.NewSobol(montecarlo.MaxSobolDims, 7)
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]montecarlo.Sobol{"plain": plain, "scrambled": scrambled} {
		seen := make([][1 << bits]int, s.Dims())
		u := make([]float64, s.Dims())
		for i := range uint32(1 << bits) {
			s.Point(i+3<<bits, u) // any aligned block of the sequence
			for d, x := range u {
				seen[d][int(x*(1<<bits))]++
			}
		}
		for d := range seen {
			for k, n := range seen[d] {
				if n != 1 {
					t.Fatalf("%s: dimension %d has %d points in slice %d", name, d, n, k)
				}
			}
		}
	}
}

func TestSobol_seeds(t *testing.T) {
	a, _ := montecarlo.NewSobol(2, 1)
	b, _ := montecarlo.NewSobol(2, 2)
	u, v := make([]float64, 2), make([]float64, 2)
	var meanA, meanB, product float64
	const n = 1 << 12
	for i := range uint32(n) {
		a.Point(i, u)
		b.Point(i, v)
		meanA, meanB, product = meanA+u[0]/n, meanB+v[0]/n, product+(u[0]-.5)*(v[0]-.5)*12/n
		if u[0] == u[1] {
			t.Fatalf("point %d lies on the diagonal", i)
		}
	}
	if math.Abs(meanA-.5) > 1e-4 || math.Abs(meanB-.5) > 1e-4 || math.Abs(product) > .9 {
		t.Errorf("means %v and %v, correlation of two seeds %v", meanA, meanB, product)
	}
}

func TestSobol_dimensions(t *testing.T) {
	for _, dims := range []int{-1, 0, montecarlo.MaxSobolDims + 1} {
		if _, err := montecarlo.NewSobol(dims, 1); err == nil {
			t.Errorf("%d dimensions were accepted", dims)
		}
	}
	var none montecarlo.Sobol
	none.Point(5, make([]float64, 3)) // the zero value has no dimension and writes nothing
}

func TestSobol_pointsLieInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dims := rapid.IntRange(1, montecarlo.MaxSobolDims).Draw(t, "dims")
		s, err := montecarlo.NewSobol(dims, rapid.Uint64().Draw(t, "seed"))
		if err != nil {
			t.Fatal(err)
		}
		i := rapid.Uint32().Draw(t, "i")
		u, again := make([]float64, dims), make([]float64, dims)
		s.Point(i, u)
		s.Point(i, again)
		if diff := cmp.Diff(u, again); diff != "" {
			t.Fatalf("the same point twice (-first +second):\n%s", diff)
		}
		for _, x := range u {
			if !(x > 0 && x < 1) {
				t.Fatalf("%v is not inside (0, 1)", x)
			}
		}
	})
}
