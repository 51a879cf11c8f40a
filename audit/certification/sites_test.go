package certification_test

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const (
	initial         = certification.InitialAudit
	surveillance    = certification.SurveillanceAudit
	recertification = certification.RecertificationAudit
)

func size(t rapid.TB, sites uint64, o certification.Occasion, sampled aims.Answer) uint64 {
	t.Helper()
	n, err := certification.DefaultSites().Size(sites, o, sampled)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestSize: the published figures, and the ends.
func TestSize(t *testing.T) {
	for _, c := range []struct {
		sites uint64
		want  [4]uint64 // initial, surveillance, recertification, surveillance of sites that are not sampled
	}{
		{0, [4]uint64{0, 0, 0, 0}},
		{1, [4]uint64{1, 1, 1, 1}},
		{2, [4]uint64{2, 1, 2, 1}},
		{3, [4]uint64{2, 2, 2, 1}},
		{5, [4]uint64{3, 2, 2, 2}},
		{10, [4]uint64{4, 2, 3, 3}},
		{16, [4]uint64{4, 3, 4, 5}},
		{24, [4]uint64{5, 3, 4, 8}},
		{26, [4]uint64{6, 4, 5, 8}},
		{50, [4]uint64{8, 5, 6, 15}},
		{101, [4]uint64{11, 7, 9, 31}},
		{400, [4]uint64{20, 12, 16, 120}},
		{1_000_000, [4]uint64{1000, 600, 800, 300_000}},
		{math.MaxUint64, [4]uint64{4294967296, 2576980378, 3435973837, 5534023222112865485}},
	} {
		got := [4]uint64{
			size(t, c.sites, initial, aims.Yes), size(t, c.sites, surveillance, aims.Yes), size(t, c.sites, recertification, aims.Yes),
			size(t, c.sites, surveillance, aims.No),
		}
		if got != c.want {
			t.Errorf("%d sites: got %d, want %d", c.sites, got, c.want)
		}
		for _, o := range []certification.Occasion{initial, recertification} {
			if n := size(t, c.sites, o, aims.No); n != c.sites {
				t.Errorf("%d sites, not sampled: %d", c.sites, n)
			}
		}
	}
}

// TestSize_exact: the smallest n with n² ≥ x, 25n² ≥ 9x and 25n² ≥ 16x, and
// never fewer for more sites.
func TestSize_exact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.OneOf(rapid.Uint64(), rapid.Uint64Range(0, 10_000), rapid.Custom(func(t *rapid.T) uint64 {
			root := rapid.Uint64Range(1, 1<<32-2).Draw(t, "root") // squares and their neighbours
			return root*root + rapid.Uint64Range(0, 2).Draw(t, "beside") - 1
		})).Draw(t, "x")
		for _, c := range []struct {
			o    certification.Occasion
			p, q int64
		}{{initial, 1, 1}, {surveillance, 9, 25}, {recertification, 16, 25}} {
			n := size(t, x, c.o, aims.Yes)
			enough := func(n uint64) bool {
				left := new(big.Int).SetUint64(n)
				left.Mul(left, left).Mul(left, big.NewInt(c.q))
				return left.Cmp(new(big.Int).Mul(big.NewInt(c.p), new(big.Int).SetUint64(x))) >= 0
			}
			if !enough(n) || n > 0 && enough(n-1) {
				t.Fatalf("%s audit of %d sites: %d", c.o, x, n)
			}
			if x > 0 && size(t, x-1, c.o, aims.Yes) > n {
				t.Fatalf("%s audit: fewer for %d sites than for one less", c.o, x)
			}
		}
	})
}

// population draws a small population with few values, so that they meet.
func population(t *rapid.T) certification.Population {
	p := certification.Population{
		Occasion: rapid.SampledFrom([]certification.Occasion{initial, surveillance, recertification}).Draw(t, "occasion"),
		Sampled:  rapid.SampledFrom([]aims.Answer{aims.Yes, aims.Yes, aims.Yes, aims.No}).Draw(t, "sampled"),
		Seed:     rapid.StringMatching(`[a-z]{1,4}`).Draw(t, "seed"),
		Since:    rapid.SampledFrom([]aims.Date{0, 5}).Draw(t, "since"),
	}
	p.Attributes = []string{"country", "work", "size"}[:rapid.IntRange(0, 3).Draw(t, "attributes")]
	for i := range rapid.IntRange(1, 60).Draw(t, "sites") {
		c := certification.Candidate{ID: fmt.Sprintf("s%d", i), Visited: aims.Date(rapid.IntRange(0, 8).Draw(t, "visited"))}
		if i == 0 {
			c.Central = aims.Yes
		}
		for range p.Attributes {
			c.Values = append(c.Values, rapid.SampledFrom([]string{"", "a", "b", "c", "d"}).Draw(t, "value"))
		}
		p.Sites = append(p.Sites, c)
	}
	return p
}

func selected(t rapid.TB, p certification.Population) certification.Selection {
	t.Helper()
	s, err := certification.SelectSites(p, certification.DefaultSites())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSelectSites_bySlowTwin: the part that is chosen for variety is what
// looking at every site before every choice gives.
func TestSelectSites_bySlowTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := population(t)
		s := selected(t, p)
		if s.Size == s.Sites || p.Sampled != aims.Yes {
			return
		}
		checkVariety(t, p, s)
	})
}

// checkVariety follows the choices: each brought most, and among those that
// brought as much, none was longer unvisited.
func checkVariety(t rapid.TB, p certification.Population, s certification.Selection) {
	site := make(map[string]certification.Candidate)
	seen := make(map[string]bool)
	see := func(c certification.Candidate) {
		for i, v := range c.Values {
			if v != "" {
				seen[p.Attributes[i]+v] = true
			}
		}
	}
	brings := func(c certification.Candidate) int {
		n := 0
		for i, v := range c.Values {
			if v != "" && !seen[p.Attributes[i]+v] {
				n++
			}
		}
		return n
	}
	for _, c := range p.Sites {
		site[c.ID] = c
		if p.Since != 0 && c.Visited >= p.Since {
			see(c)
		}
	}
	again := false // the search began anew
	free := make(map[string]certification.Candidate)
	for id, c := range site {
		free[id] = c
	}
	for _, choice := range s.Chosen {
		c := site[choice.Site]
		delete(free, choice.Site)
		variety := choice.Code == certification.VarietyChosen || choice.Code == certification.VarietyAgain
		if variety || choice.Code == certification.RotationChosen {
			most := brings(c)
			for _, other := range free {
				most = max(most, brings(other))
			}
			anew := most == 0
			if anew {
				clear(seen)
				most = brings(c)
				for _, other := range free {
					most = max(most, brings(other))
				}
			}
			if brings(c) != most {
				t.Fatalf("%s brings %d, and another one %d\n%v", choice.Site, brings(c), most, s.Chosen)
			}
			again = again || anew && most > 0
			if (most > 0) != variety || variety && again != (choice.Code == certification.VarietyAgain) {
				t.Fatalf("%s brings %d and is %s", choice.Site, most, choice.Code)
			}
			for _, other := range free {
				if brings(other) == most && other.Visited < c.Visited {
					t.Fatalf("%s was chosen, and %s is longer unvisited", choice.Site, other.ID)
				}
			}
		}
		see(c)
	}
}

// TestSelectSites_promises: the size, the central function, a quarter at
// random, nobody twice; the order of the sites does not matter.
func TestSelectSites_promises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := population(t)
		s := selected(t, p)
		want := int(size(t, uint64(len(p.Sites)-1), p.Occasion, p.Sampled))
		if s.Sites != len(p.Sites)-1 || s.Size != want || len(s.Chosen) != want+1 || s.Chosen[0].Site != "s0" {
			t.Fatalf("%d of %d sites: %v", s.Size, s.Sites, s.Chosen)
		}
		ids := make(map[string]int)
		drawn := 0
		for _, c := range s.Chosen {
			ids[c.Site]++
			if c.Code == certification.RandomlyChosen {
				drawn++
			}
		}
		if len(ids) != len(s.Chosen) || drawn != s.Random {
			t.Fatalf("%d at random, said to be %d: %v", drawn, s.Random, s.Chosen)
		}
		if p.Sampled == aims.Yes && s.Size < s.Sites && 4*drawn < s.Size {
			t.Fatalf("%d of %d at random", drawn, s.Size)
		}
		p.Sites = rapid.Permutation(p.Sites).Draw(t, "order")
		if diff := cmp.Diff(s, selected(t, p)); diff != "" {
			t.Fatalf("in another order (-first +second)\n%s", diff)
		}
	})
}

// TestSelectSites_rotation: sites that are not sampled take turns at
// surveillances.
func TestSelectSites_rotation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := population(t)
		p.Occasion, p.Sampled = surveillance, aims.No
		last := aims.Date(0)
		s := selected(t, p)
		free := make(map[string]aims.Date)
		for _, c := range p.Sites {
			free[c.ID] = c.Visited
		}
		for _, c := range s.Chosen {
			delete(free, c.Site)
			if c.Code == certification.RotationChosen {
				last = c.Visited
			}
		}
		for id, visited := range free {
			if visited < last {
				t.Fatalf("%s is longer unvisited: %v", id, s.Chosen)
			}
		}
	})
}

// TestSelectSites_chance: over many seeds every site is drawn about as often.
func TestSelectSites_chance(t *testing.T) {
	p := certification.Population{Occasion: initial, Sampled: aims.Yes}
	for i := range 101 {
		p.Sites = append(p.Sites, certification.Candidate{ID: fmt.Sprintf("site %d", i)})
	}
	p.Sites[100].Central = aims.Yes
	drawn := make(map[string]int)
	const seeds = 2000
	for i := range seeds {
		p.Seed = fmt.Sprint(i)
		for _, c := range selected(t, p).Chosen {
			if c.Code == certification.RandomlyChosen {
				drawn[c.Site]++
			}
		}
	}
	for _, c := range p.Sites[:100] {
		if n := drawn[c.ID]; n < 30 || n > 95 { // 60 expected, standard deviation 7.6
			t.Errorf("%s was drawn %d times in %d", c.ID, n, seeds)
		}
	}
}

// TestSelectSites_golden: the same choice on every machine, for ever.
func TestSelectSites_golden(t *testing.T) {
	p := certification.Population{
		Occasion: initial, Sampled: aims.Yes, Seed: "2026-01", Since: aims.MustDate("2025-06-01"),
		Attributes: []string{"country", "activity"},
		Sites: []certification.Candidate{
			{ID: "head-office", Central: aims.Yes, Values: []string{"DE", "management"}},
			{ID: "berlin", Values: []string{"DE", "development"}, Visited: aims.MustDate("2025-09-01")},
			{ID: "paris", Values: []string{"FR", "support"}, Visited: aims.MustDate("2024-05-01")},
			{ID: "lyon", Values: []string{"FR", "development"}},
			{ID: "madrid", Values: []string{"ES", "support"}},
			{ID: "porto", Values: []string{"PT", ""}},
			{ID: "über-lingen", Values: []string{"DE", "support"}},
			{ID: "graz", Values: []string{"AT", "training"}},
			{ID: "linz", Values: []string{"AT", "training"}, Visited: aims.MustDate("2023-01-01")},
			{ID: "wien", Values: []string{"AT", "development"}},
		},
	}
	s := selected(t, p)
	got := []string{s.Rule.Sentence()}
	for _, c := range s.Chosen {
		got = append(got, c.Site+": "+c.Sentence())
	}
	want := []string{
		"of 9 sites 3 are audited: 100 % of the square root, rounded up; at least 1 of them at random",
		"head-office: the central function is audited every time",
		"lyon: drawn at random; last visit: never",
		"madrid: has what the sample lacks, country ES, activity support; last visit: never",
		"graz: has what the sample lacks, country AT, activity training; last visit: never",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	sample := s.Sample()
	if err := sample.Validate(); err != nil || !slices.Equal(sample.Taken, []string{"lyon", "madrid", "graz"}) {
		t.Errorf("%v %+v", err, sample)
	}
}

func BenchmarkSelectSites(b *testing.B) {
	p := certification.Population{Occasion: initial, Sampled: aims.Yes, Seed: "s", Attributes: []string{"country", "activity"}}
	for i := range 1_000_000 {
		c := certification.Candidate{ID: fmt.Sprintf("site-%d", i), Values: []string{fmt.Sprintf("C%d", i%97), fmt.Sprintf("work%d", i%31)}, Visited: aims.Date(700000 + i%1000)}
		if i == 0 {
			c.Central = aims.Yes
		}
		p.Sites = append(p.Sites, c)
	}
	m := certification.DefaultSites()
	b.ReportAllocs()
	for b.Loop() {
		s, err := certification.SelectSites(p, m)
		if err != nil || len(s.Chosen) != 1001 {
			b.Fatal(err, len(s.Chosen))
		}
	}
}

// TestPopulation_texts: the quick look at a text finds all that the slow one
// of every record finds, wherever in the text it is.
func TestPopulation_texts(t *testing.T) {
	letters := []byte("a\x00\x1f ~\x7f\x80\xff\n\xc3\xbc")
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(rapid.SampledFrom(letters), 0, 20).Draw(t, "text"))
		var id, value aims.Checker
		id.Text("id", text)
		value.OptionalText("values/0", text)
		p := certification.Population{Occasion: initial, Sampled: aims.Yes, Seed: "s", Attributes: []string{"a"}, Sites: []certification.Candidate{
			{ID: "x", Central: aims.Yes, Values: []string{text}}, {ID: text, Values: []string{""}},
		}}
		if text == "x" {
			return
		}
		if want, got := len(aims.Problems(id.Err()))+len(aims.Problems(value.Err())), len(aims.Problems(p.Validate())); got != want {
			t.Fatalf("%q: %d problems, want %d", text, got, want)
		}
	})
}

// TestSelectSites_everySiteAKind: sites of which no two are alike, and twins
// far apart among many.
func TestSelectSites_everySiteAKind(t *testing.T) {
	p := certification.Population{Occasion: initial, Sampled: aims.Yes, Seed: "s", Attributes: []string{"town", "work"}}
	for i := range 3000 {
		p.Sites = append(p.Sites, certification.Candidate{ID: fmt.Sprint("site ", i), Values: []string{fmt.Sprint(i), fmt.Sprint(i % 7)}})
	}
	p.Sites[0].Central = aims.Yes
	checkVariety(t, p, selected(t, p))
	p.Sites[2999].ID, p.Sites[77].ID = p.Sites[3].ID, p.Sites[4].ID
	var got []string
	for _, problem := range aims.Problems(p.Validate()) {
		got = append(got, problem.Path+" "+string(problem.Code))
	}
	if diff := cmp.Diff([]string{"/sites/77/id aims/twice", "/sites/2999/id aims/twice"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
