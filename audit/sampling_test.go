package audit_test

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func tickets(n int) []string {
	var items []string
	for i := range n {
		items = append(items, "ticket "+strconv.Itoa(i+1))
	}
	return items
}

// The sample is the same on every machine: anybody with SHA-256 can draw it.
// In a shell: for i in $(seq 40); do printf '4711\nticket %d' $i | sha256sum; done
func TestDraw(t *testing.T) {
	got, err := audit.Draw("release tickets of 2026", tickets(40), 4, "4711", "one in ten, as the plan has it")
	if err != nil {
		t.Fatal(err)
	}
	want := audit.Sample{
		Population: "release tickets of 2026", Size: aims.AmountInt(40), Method: audit.SampleMethod, Seed: "4711",
		Rationale: "one in ten, as the plan has it", Taken: []string{"ticket 22", "ticket 32", "ticket 15", "ticket 8"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if err := got.Validate(); err != nil {
		t.Error(err)
	}
}

func TestDraw_problems(t *testing.T) {
	for _, c := range []struct {
		desc                        string
		population, seed, rationale string
		items                       []string
		size                        int
		want                        []place
	}{
		{"all of one", "p", "s", "r", []string{"a"}, 1, nil},
		{"nothing said", "", "", " ", nil, 0, []place{{aims.Missing, "/population"}, {audit.SampleSize, "/size"}, {aims.Missing, "/seed"}, {aims.Missing, "/rationale"}}},
		{"more than there is", "p", "s", "r", []string{"a"}, 2, []place{{audit.SampleSize, "/size"}}},
		{"fewer than none", "p", "s", "r", []string{"a"}, -1, []place{{audit.SampleSize, "/size"}}},
		{"items", "p", "s", "r", []string{"a", "b", "a", ""}, 1, []place{{aims.Missing, "/items/3"}, {aims.Twice, "/items/2"}}},
	} {
		got, err := audit.Draw(c.population, c.items, c.size, c.seed, c.rationale)
		if diff := cmp.Diff(c.want, places(err)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.desc, diff)
		}
		if err != nil && got.Taken != nil {
			t.Errorf("%s: %v", c.desc, got)
		}
	}
}

// The order of the items changes nothing, a larger sample holds the smaller
// one, and a newcomer replaces at most one item.
func TestDraw_laws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,4}`), 2, 20, rapid.ID).Draw(t, "items")
		seed := rapid.StringMatching(`[0-9]{1,6}`).Draw(t, "seed")
		n := rapid.IntRange(1, len(items)-1).Draw(t, "n")
		draw := func(items []string, n int) []string {
			s, err := audit.Draw("p", items, n, seed, "r")
			if err != nil {
				t.Fatal(err)
			}
			return s.Taken
		}
		taken := draw(items, n)
		for i, item := range taken {
			if !slices.Contains(items, item) || slices.Contains(taken[:i], item) {
				t.Fatalf("%q of %q", taken, items)
			}
		}
		if shuffled := draw(rapid.Permutation(items).Draw(t, "shuffled"), n); len(taken) != n || !slices.Equal(shuffled, taken) {
			t.Fatalf("%q, in another order %q", taken, shuffled)
		}
		if more := draw(items, n+1); !slices.Equal(more[:n], taken) {
			t.Fatalf("%q, of one more %q", taken, more)
		}
		newcomer := append(slices.Clone(items), "NEWCOMER")
		gone := slices.DeleteFunc(slices.Clone(taken), func(s string) bool { return slices.Contains(draw(newcomer, n), s) })
		if len(gone) > 1 {
			t.Fatalf("a newcomer drives out %q", gone)
		}
	})
}

// Over many seeds every item is taken about as often as any other.
func TestDraw_even(t *testing.T) {
	counts := make(map[string]int)
	for seed := range 2000 {
		s, err := audit.Draw("p", tickets(10), 3, strconv.Itoa(seed), "r")
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range s.Taken {
			counts[item]++
		}
	}
	for item, n := range counts { // 600 expected, standard deviation about 20; the seeds are fixed
		if n < 500 || n > 700 {
			t.Errorf("%s was taken %d times", item, n)
		}
	}
}

// The oracle counts all samples: with faulty items 1 to f, those without one
// of them are the samples of the rest.
func TestDiscoverySize_oracle(t *testing.T) {
	binomial := func(n, k int) *big.Int { return new(big.Int).Binomial(int64(n), int64(k)) }
	for population := 1; population <= 24; population++ {
		for faulty := 1; faulty <= population; faulty++ {
			for _, perMille := range []int{1, 500, 750, 900, 950, 999} {
				want := 0
				for n := population; n >= 1; n-- {
					missed := new(big.Int)
					if n <= population-faulty {
						missed = binomial(population-faulty, n)
					}
					all := binomial(population, n)
					found := new(big.Int).Sub(all, missed)
					if found.Mul(found, big.NewInt(1000)).Cmp(all.Mul(all, big.NewInt(int64(perMille)))) >= 0 {
						want = n
					}
				}
				if got, ok := audit.DiscoverySize(population, faulty, perMille); !ok || got != want {
					t.Errorf("%d faulty of %d at %d ‰: %d %v, want %d", faulty, population, perMille, got, ok, want)
				}
			}
		}
	}
}

func TestDiscoverySize(t *testing.T) {
	for _, c := range []struct {
		population, faulty, perMille int
		want                         int
		ok                           bool
	}{
		{20, 1, 950, 19, true}, // exactly: 19 of 20 find the one with 95 %
		{1_000_000, 50_000, 950, 59, true},
		{1_000_000, 1, 500, 500_000, true},
		{1_000_000, 1_000_000, 999, 1, true},
		{1_000_000, 1_500, 999, 4592, true},
		{0, 0, 950, 0, false},
		{20, 0, 950, 0, false},
		{20, 21, 950, 0, false},
		{20, 1, 0, 0, false},
		{20, 1, 1000, 0, false},
		{-1, 1, 950, 0, false},
		{100_000_000, 1, 950, 95_000_000, true},
		{100_000_000, 100, 950, 2_951_304, true},
		{100_000_001, 1, 950, 0, false},
		{math.MaxInt, 1, 950, 0, false}, // doubling the size once ran over, and never ended
	} {
		if got, ok := audit.DiscoverySize(c.population, c.faulty, c.perMille); got != c.want || ok != c.ok {
			t.Errorf("%d faulty of %d at %d ‰: %d %v, want %d", c.faulty, c.population, c.perMille, got, ok, c.want)
		}
	}
}
