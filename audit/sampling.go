package audit

import (
	"bytes"
	"crypto/sha256"
	"math/big"
	"slices"
	"sort"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// SampleMethod is how [Draw] chooses, as its samples record it.
const SampleMethod = "at random: the items with the smallest SHA-256 of seed, line feed and item"

// Draw takes a random sample out of a population, the same on every machine
// and in any order of the items: those with the smallest SHA-256 of the seed,
// a line feed and the item. The seed and the rationale of the size go on
// record, so that anybody can draw again; a seed that nobody could have chosen
// to suit them, such as a number drawn at the opening meeting, keeps the draw
// honest. A blank population, seed, rationale or item, an item that stands
// there twice, and a size below one or above the population are problems.
func Draw(population string, items []string, size int, seed, rationale string) (Sample, error) {
	c := aims.Checker{Texts: texts}
	c.Text("population", population)
	c.TextList("items", items)
	seen := make(map[string]bool, len(items))
	for i, item := range items {
		if seen[item] {
			c.Add(aims.Field("items", i), aims.Twice, "value", item)
		}
		seen[item] = true
	}
	if size < 1 || size > len(items) {
		c.Add("size", SampleSize, "got", strconv.Itoa(size), "max", strconv.Itoa(len(items)))
	}
	c.Text("seed", seed)
	c.Text("rationale", rationale)
	if err := c.Err(); err != nil {
		return Sample{}, err
	}
	return Sample{
		Population: population, Size: aims.AmountInt(int64(len(items))), Method: SampleMethod,
		Seed: seed, Rationale: rationale, Taken: smallest(items, size, seed),
	}, nil
}

// SampleSize: a sample is to be smaller than one or larger than its population.
const SampleSize aims.Code = "audit/sample-size"

// smallest returns the n items with the smallest digests, in that order.
func smallest(items []string, n int, seed string) []string {
	type drawn struct {
		item   string
		digest [sha256.Size]byte
	}
	best := make([]drawn, 0, 2*n)
	keep := func() {
		slices.SortFunc(best, func(x, y drawn) int { return bytes.Compare(x.digest[:], y.digest[:]) })
		best = best[:n]
	}
	for _, item := range items {
		best = append(best, drawn{item, sha256.Sum256([]byte(seed + "\n" + item))})
		if len(best) == 2*n {
			keep()
		}
	}
	keep()
	taken := make([]string, n)
	for i, d := range best {
		taken[i] = d.item
	}
	return taken
}

// DiscoverySize returns the smallest size of a random sample that holds at
// least one faulty item with a probability of at least so many per mille, if
// that many items of the population are faulty. It is exact, by the
// hypergeometric distribution; ISO 19011 describes such sampling by attributes
// (confidence K), and names no numbers. How many faulty items matter, and how
// sure to be, is the auditor's judgement and belongs in the rationale. There
// is no such size where nothing, or more than there is, would be faulty, or
// perMille lies outside 1 to 999; and none is computed for a population above
// a hundred million.
func DiscoverySize(population, faulty, perMille int) (int, bool) {
	if faulty < 1 || faulty > population || population > maxPopulation || perMille < 1 || perMille > 999 {
		return 0, false
	}
	finds := func(n int) bool { return finds(population, faulty, perMille, n) }
	most := population - faulty + 1 // so many cannot miss
	low, high := 0, 1
	for !finds(high) {
		low, high = high, min(2*high, most)
	}
	return low + 1 + sort.Search(high-low-1, func(i int) bool { return finds(low + 1 + i) }), true
}

// maxPopulation keeps the exact products of finds within seconds.
const maxPopulation = 100_000_000

// finds reports whether n of a population find one of the faulty often enough.
// That they all miss has the probability of the product over i < n of
// (good - i) / (population - i), which equals the product over i < faulty of
// (population - n - i) / (population - i); the one with fewer factors is taken.
func finds(population, faulty, perMille, n int) bool {
	draws, targets := min(n, faulty), max(n, faulty)
	if draws > population-targets {
		return true // somebody is found for certain
	}
	num := falling(population-targets, draws)
	den := falling(population, draws)
	num.Mul(num, big.NewInt(1000))
	den.Mul(den, big.NewInt(int64(1000-perMille)))
	return num.Cmp(den) <= 0
}

// falling returns n × (n-1) × … of so many factors, in halves, so that large
// numbers are multiplied by large ones.
func falling(n, factors int) *big.Int {
	if factors > 16 {
		half := factors / 2
		left := falling(n, half)
		return left.Mul(left, falling(n-half, factors-half))
	}
	out := big.NewInt(1)
	for i := range factors {
		out.Mul(out, big.NewInt(int64(n-i)))
	}
	return out
}
