package numeric_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/aimskit/aimskit/internal/numeric"
)

// TestTransform multiplies polynomials by their values and by hand.
func TestTransform(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for n := 8; n <= 1024; n *= 2 {
		tr := numeric.NewTransform(n)
		a, b, want := make([]float64, n), make([]float64, n), make([]float64, n)
		for i := range n {
			a[i], b[i] = rng.NormFloat64(), rng.NormFloat64()
		}
		for i := range n {
			for j := range n {
				if i+j < n {
					want[i+j] += a[i] * b[j]
				} else {
					want[i+j-n] -= a[i] * b[j]
				}
			}
		}
		half := tr.Len() / 2
		ar, ai, br, bi := make([]float64, half), make([]float64, half), make([]float64, half), make([]float64, half)
		tr.Forward(a, ar, ai)
		tr.Forward(b, br, bi)
		for k := range half {
			ar[k], ai[k] = ar[k]*br[k]-ai[k]*bi[k], ar[k]*bi[k]+ai[k]*br[k]
		}
		got := make([]float64, n)
		tr.Inverse(ar, ai, got)
		for k := range n {
			if math.Abs(got[k]-want[k]) > 1e-13*float64(n) {
				t.Fatalf("n = %d: coefficient %d is %v, want %v", n, k, got[k], want[k])
			}
		}
	}
}

// TestTransform_values: the values are those of the polynomial at the roots of
// zⁿᐟ² = i, each of them once.
func TestTransform_values(t *testing.T) {
	const n = 64
	tr := numeric.NewTransform(n)
	x, one := make([]float64, n), make([]float64, n)
	one[1] = 1 // the polynomial z gives the points themselves
	for i := range x {
		x[i] = float64(i*i%17) - 8
	}
	pr, pi := make([]float64, n/2), make([]float64, n/2)
	re, im := make([]float64, n/2), make([]float64, n/2)
	tr.Forward(one, pr, pi)
	tr.Forward(x, re, im)
	seen := make(map[int]bool)
	for k := range n / 2 {
		z, sum := complex(pr[k], pi[k]), complex(0, 0)
		for i := n - 1; i >= 0; i-- {
			sum = sum*z + complex(x[i], 0)
		}
		if d := sum - complex(re[k], im[k]); math.Hypot(real(d), imag(d)) > 1e-11 {
			t.Errorf("at %v the value is %v, want %v", z, complex(re[k], im[k]), sum)
		}
		turn := math.Atan2(pi[k], pr[k]) * n / (2 * math.Pi) // ¼ more than a whole number … of half steps
		seen[int(math.Round(turn*2))] = true
	}
	if len(seen) != n/2 {
		t.Errorf("%d different points, want %d", len(seen), n/2)
	}
}

func TestNewTransform_roundsUp(t *testing.T) {
	for n, want := range map[int]int{-8: 8, 0: 8, 8: 8, 9: 16, 4096: 4096, 5000: 8192} {
		if got := numeric.NewTransform(n).Len(); got != want {
			t.Errorf("NewTransform(%d) has %d coefficients, want %d", n, got, want)
		}
	}
}

func BenchmarkTransform(b *testing.B) {
	const n = 1 << 15
	tr := numeric.NewTransform(n)
	x, re, im := make([]float64, n), make([]float64, n/2), make([]float64, n/2)
	x[0], x[77] = 1, 2
	tr.Forward(x, re, im)
	b.Run("New", func(b *testing.B) {
		for b.Loop() {
			numeric.NewTransform(n)
		}
	})
	b.Run("Forward", func(b *testing.B) {
		for b.Loop() {
			tr.Forward(x, re, im)
		}
	})
	b.Run("Both", func(b *testing.B) {
		for b.Loop() {
			tr.Inverse(re, im, x)
			re[0], im[0] = 1, 1 // what is transformed again and again dies out
			tr.Forward(x, re, im)
		}
	})
}
