package montecarlo

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestTallyAgainstSorting compares what a histogram says with the sorted losses.
func TestTallyAgainstSorting(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		name string
		draw func() float64
		fine float64 // relative error of a quantile
	}{
		{"lognormal", func() float64 { return math.Exp(3 * r.NormFloat64()) }, 1.0 / 256},
		{"lattice", func() float64 { return 25 * float64(r.IntN(40)) }, 0},
		{"mostly nothing", func() float64 { return max(0, r.NormFloat64()-2) }, 1.0 / 256},
		{"always the same", func() float64 { return 7.25 }, 0},
		{"nothing", func() float64 { return 0 }, 0},
		{"far apart", func() float64 { return math.Ldexp(1+r.Float64(), r.IntN(1500)-900) }, 1.0 / 256},
	} {
		for _, n := range []int{1, 2, 7, 1000} {
			list := make([]float64, n)
			parts := make([]tally, 3)
			for i := range list {
				list[i] = c.draw()
				parts[r.IntN(3)].add(list[i])
			}
			parts[0].merge(&parts[1])
			parts[0].merge(&parts[2])
			h := newHistogram(&parts[0])
			slices.Sort(list)
			checkHistogram(t, c.name, h, list, c.fine)
		}
	}
}

func checkHistogram(t *testing.T, name string, h *histogram, list []float64, fine float64) {
	t.Helper()
	n := len(list)
	for _, p := range []float64{1e-9, .07, .25, .5, .9, .95, .99, .999} {
		rank := 1
		for float64(rank) < p*float64(n)*(1-1e-14) {
			rank++
		}
		want := list[rank-1]
		if got := h.quantile(p); math.Abs(got-want) > 2*fine*want {
			t.Errorf("%s, %d: quantile at %v is %v, want %v", name, n, p, got, want)
		}
		sum := 0.0
		for _, x := range list[rank:] {
			sum += x
		}
		tail := (sum + (float64(rank)-p*float64(n))*want) / ((1 - p) * float64(n))
		if got := h.tailMean(p); math.Abs(got-tail) > (2*fine+1e-9)*tail {
			t.Errorf("%s, %d: tail mean at %v is %v, want %v", name, n, p, got, tail)
		}
		if n-rank >= 2 {
			checkTailError(t, name, h, list, rank, p, fine)
		}
	}
	for _, x := range list {
		greater := 0
		for _, y := range list {
			if y > x*(1+2*fine) {
				greater++
			}
		}
		least := 0
		for _, y := range list {
			if y > x*(1-2*fine) {
				least++
			}
		}
		if got := h.exceedance(x) * float64(n); got < float64(greater)-1e-6 || got > float64(least)+1e-6 {
			t.Errorf("%s, %d: %v exceed %v, want %d to %d", name, n, got, x, greater, least)
		}
	}
	if h.exceedance(list[n-1]) != 0 {
		t.Errorf("%s: the greatest loss is exceeded", name)
	}
}

func checkTailError(t *testing.T, name string, h *histogram, list []float64, rank int, p, fine float64) {
	t.Helper()
	v, mean, square := list[rank-1], 0.0, 0.0
	for _, x := range list[rank:] {
		mean += x / float64(len(list)-rank)
	}
	for _, x := range list[rank:] {
		square += (x - mean) * (x - mean) / float64(len(list)-rank)
	}
	over := h.tailMean(p) - v
	want := math.Sqrt((square + p*over*over) / (float64(len(list)) * (1 - p)))
	if got, ok := h.tailError(p); !ok || math.Abs(got-want) > .02*want+(4*fine+1e-9)*mean {
		t.Errorf("%s, %d: standard error at %v is %v, %v, want %v", name, len(list), p, got, ok, want)
	}
}

// The sums of a tally are exact, whatever the order.
func TestTallySumsAreExact(t *testing.T) {
	var a tally
	for range 1000 {
		a.add(1e-3)
		a.add(1e200)
		a.add(3)
	}
	h := newHistogram(&a)
	if want := 1e200 / 3; h.mean != want {
		t.Errorf("mean %v, want %v", h.mean, want)
	}
	var b tally
	for range 3 {
		b.add(0.1)
	}
	if h := newHistogram(&b); h.mean != 0.1 || h.sd > 1e-10 {
		t.Errorf("mean %v, sd %v", h.mean, h.sd)
	}
	if h := newHistogram(new(tally)); h.quantile(.5) != 0 || h.tailMean(.5) != 0 || h.exceedance(1) != 0 {
		t.Error("an empty tally has losses")
	}
}

// Columns are a faster way to the same numbers.
func TestColumnsAreYears(t *testing.T) {
	tree := func(form Form, secondary bool) Scenario {
		d := func(x Distribution) *Distribution { return &x }
		s := Scenario{ID: "t", Tree: &Tree{
			ContactFrequency: d(PERT(0, 4, 12)), ProbabilityOfAction: d(Constant(.5)), Susceptibility: d(Beta(2, 3)),
			PrimaryLoss: d(LognormalInterval(1, 9)), Form: form,
		}}
		if secondary {
			s.Tree.SecondaryFrequency, s.Tree.SecondaryLoss = d(PERT(0, .2, .5)), d(Empirical(3, 4, 9))
		}
		return s
	}
	plain := func(f Frequency, d Distribution) Scenario { return Scenario{ID: "p", Frequency: &f, Severity: &d} }
	for _, s := range []Scenario{
		plain(Poisson(2), Lognormal(9, 1.2)), plain(Poisson(3.9), Uniform(1, 2)), plain(Poisson(40), Uniform(1, 2)), plain(Fixed(0), Uniform(1, 2)),
		plain(UncertainPoisson(PERT(0, 1, 3)), Gamma(2, 3)), plain(Bernoulli(.2), Constant(3)), tree(FormProduct, true), tree(FormProduct, false), tree("", false), tree("", true),
	} {
		for _, correlated := range []bool{false, true} {
			m := Model{Scenarios: []Scenario{s, {ID: "z", Frequency: ptrTo(Poisson(1)), Severity: ptrTo(Constant(1))}}}
			if correlated {
				m.Correlations = []Correlation{{FactorOf{s.ID, s.factorsOf()[0]}, FactorOf{"z", FactorOccurrence}, Num(.5)}}
				if f := s.factorsOf(); len(f) > 1 {
					m.Correlations = append(m.Correlations, Correlation{FactorOf{s.ID, f[1]}, FactorOf{"z", FactorOccurrence}, Num(-.5)})
				}
			}
			if err := m.Validate(); err != nil {
				t.Fatal(err)
			}
			p := compile(m, tables{})
			w := newWorker(p, 7)
			w.block(100, blockSize-24)
			for i := range blockSize - 24 {
				sum, largest := p.scenarios[0].year(yearKey(w.keys[0], 100+int64(i)), &w.common, i, nil)
				if sum != w.sums[0][i] || largest != w.largest[0][i] {
					t.Fatalf("%+v, trial %d: %v, %v by the year, %v, %v by columns", s, i, sum, largest, w.sums[0][i], w.largest[0][i])
				}
			}
		}
	}
}

func ptrTo[T any](v T) *T { return &v }

// A score draws the same number of events as its uniform number.
func TestScoresDrawAsUniformNumbers(t *testing.T) {
	for _, f := range []Frequency{Poisson(2), Poisson(300), Bernoulli(.1), NegativeBinomial(3, .5), CountTable(0, .5, 0, .5), Fixed(3)} {
		c := f.counterOf().withScores()
		for i := range 4000 {
			h := mix(uint64(i))
			v, upper := tail(h)
			z := normalCurve().quantile((float64(v)+.5)*0x1p-64, upper != 0)
			if math.Abs(z) > 8 {
				continue // a double has no such uniform number
			}
			if a, b := c.draw(uniform(z)), c.drawScore(z); a != b {
				t.Fatalf("%+v at %v: %d by the uniform number, %d by the score", f, z, a, b)
			}
		}
	}
}

// A table gives the quantiles of its distribution to six digits, and to four
// beyond one in eight thousand.
func TestTables(t *testing.T) {
	for _, d := range []Distribution{
		Uniform(1, 2), PERT(0, 10, 100), PERT(3, 3, 4), Lognormal(9, 2), Gamma(.2, 1), Gamma(50, 1), Weibull(.5, 1), GeneralizedPareto(1, 2, .9), Beta(.2, .1), Beta(1000, 5),
	} {
		c, _ := d.continuous()
		table := newTable(c)
		for i := range 3000 {
			h := mix(uint64(i))
			if i < 400 { // near the ends
				h >>= uint(i % 64)
				if i >= 200 {
					h = ^h
				}
			}
			v, upper := tail(h)
			want, fine := c.quantile((float64(v)+.5)*0x1p-64, upper != 0), 5e-6
			if octave(v) >= coarseFirst {
				fine = 1e-4
			}
			if got := table.draw(h); math.Abs(got-want) > fine*math.Abs(want) {
				t.Errorf("%+v at %v·2⁻⁶⁴, upper %v: got %v, want %v", d, v, upper != 0, got, want)
				break
			}
		}
	}
}

// The greatest and least uniform numbers are drawn without harm.
func TestDrawsAtTheEnds(t *testing.T) {
	for _, d := range []Distribution{PERT(0, 10, 100), Lognormal(9, 2), Gamma(2, 1), GeneralizedPareto(0, 1, .5), Discrete([]float64{1, 2}, []float64{.5, .5})} {
		s := tables{}.sampler(d)
		for _, h := range []uint64{0, 1, 1<<63 - 1, 1 << 63, math.MaxUint64 - 1, math.MaxUint64} {
			if x := s.draw(h); !(x >= 0) || math.IsInf(x, 0) {
				t.Errorf("%+v at %x: %v", d, h, x)
			}
		}
	}
	if below(0, 0) || !below(math.MaxUint64, 1) {
		t.Error("a probability of 0 or 1 is not certain")
	}
}

// No trial allocates, and what a curve keeps does not grow with them.
func TestTrialsAllocateNothing(t *testing.T) {
	m := Model{Scenarios: []Scenario{
		{ID: "a", Frequency: ptrTo(Poisson(2)), Severity: ptrTo(Lognormal(9, 1.2))},
		{ID: "b", Frequency: ptrTo(UncertainPoisson(PERT(0, 1, 3))), Severity: ptrTo(Gamma(2, 3))},
	}}
	m.Controls = []Control{{ID: "k", Effects: []Effect{{Kind: Prevention, Share: ptrTo(Uniform(.1, .3)), Scenarios: []ScenarioID{"b"}}}}}
	m.Shocks = []Shock{{ID: "h", Probability: Num(.1), Strikes: []Strike{{Scenario: "b", Factor: Num(2)}}}}
	m.Correlations = []Correlation{{FactorOf{"a", FactorOccurrence}, FactorOf{"b", FactorRate}, Num(.5)}}
	if err := m.Validate(); err != nil {
		t.Fatal(err)
	}
	w, r, first := newWorker(compile(m, tables{}), 1), newRun(m.atoms(), true), int64(0)
	block := func() {
		w.block(first, blockSize)
		w.count(r, 0)
		first += blockSize
	}
	for range 400 {
		block() // until every octave has been met
	}
	if n := testing.AllocsPerRun(50, block); n > 0 {
		t.Errorf("a block of %d trials allocates %v times", blockSize, n)
	}
	const octaveBytes, baseBytes, limit = 128*24 + 32, 8 + 2048*8, 256 << 10
	for i, c := range append(r.scenarios, r.total) {
		n := 0
		for _, o := range c.sum.octave {
			if o != nil {
				n++
			}
		}
		if bytes := baseBytes + n*octaveBytes; bytes > limit {
			t.Errorf("curve %d keeps %d bytes", i, bytes)
		}
	}
}
