package rules_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const golden = "testdata/results.golden"

// TestResultsAreAsBefore compares all that Evaluate says, by its digest, with
// what it said when the file was written: of the large system, and of systems
// in which many things went wrong at once, which no fixture holds. Whoever
// changes what a rule says writes the file anew with -update; whoever makes
// rules faster does not.
func TestResultsAreAsBefore(t *testing.T) {
	var got strings.Builder
	note := func(name string, s audit.Snapshot, days ...int) {
		for _, digest := range resultDigests(t, s, days...) {
			fmt.Fprintf(&got, "%s %s\n", name, digest)
		}
	}
	note("large", gen.Large(), -400, 0, 90, 500)
	data, err := os.ReadFile(base)
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(60) {
		note(fmt.Sprintf("mutant-%d", seed), mutant(t, data, seed), 0, 200)
	}
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	have := slices.Collect(strings.Lines(got.String()))
	for i, line := range slices.Collect(strings.Lines(string(want))) {
		if i >= len(have) || have[i] != line {
			t.Fatalf("line %d of %s: results changed; if that is wanted, run go test ./audit/rules -update", i+1, golden)
		}
	}
	if string(want) != got.String() {
		t.Errorf("%s lacks results", golden)
	}
}

// resultDigests judges a snapshot some days after it was taken, leniently, and
// returns the beginning of the digest of each result but its provenance.
func resultDigests(t *testing.T, s audit.Snapshot, days ...int) []string {
	t.Helper()
	v, err := audit.Open(s, audit.Options{Lenient: true})
	if err != nil {
		return []string{"refused"}
	}
	var digests []string
	for _, n := range days {
		r, err := rules.Evaluate(v, v.Taken().AddDays(n), set)
		if err != nil {
			t.Fatal(err)
		}
		r.Provenance = aims.Provenance{}
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		digests = append(digests, fmt.Sprintf("%+d %.16x", n, sha256.Sum256(data)))
	}
	return digests
}

// mutant returns a snapshot of which a few members went missing or say
// something else, the same for the same seed.
func mutant(t *testing.T, base []byte, seed uint64) audit.Snapshot {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 42001))
	var doc map[string]any
	if err := json.Unmarshal(base, &doc); err != nil {
		t.Fatal(err)
	}
	for range 1 + random.IntN(40) {
		lists := slices.Sorted(maps.Keys(doc))
		if list, ok := doc[lists[random.IntN(len(lists))]].([]any); ok && len(list) > 0 {
			list[random.IntN(len(list))] = changed(random, list[random.IntN(len(list))])
		}
	}
	var s audit.Snapshot
	if _, err := aims.Decode(document(t, doc), &s, aims.DecodeOptions{Lenient: true}); err != nil {
		t.Fatal(err)
	}
	v, err := audit.Open(s, audit.Options{Lenient: true}) // sets aside what cannot be approved
	if err != nil || random.IntN(3) == 0 {
		return s
	}
	kept, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	supplied := s.Supplied
	s = decode(t, kept)
	if s.Supplied = supplied; random.IntN(2) == 0 {
		gen.Approve(&s)
	}
	return s
}

// changed returns a decoded JSON value with one place below it removed or
// given another value; nil removes it.
func changed(random *rand.Rand, value any) any {
	switch v := value.(type) {
	case map[string]any:
		names := slices.Sorted(maps.Keys(v))
		if len(names) == 0 {
			return v
		}
		name := names[random.IntN(len(names))]
		v = maps.Clone(v)
		if inner := changed(random, v[name]); inner != nil {
			v[name] = inner
		} else {
			delete(v, name)
		}
		return v
	case []any:
		if len(v) == 0 || random.IntN(4) == 0 {
			return nil
		}
		i := random.IntN(len(v))
		v = slices.Clone(v)
		if inner := changed(random, v[i]); inner != nil {
			v[i] = inner
			return v
		}
		return slices.Delete(v, i, i+1)
	case string:
		var day aims.Date
		switch err := day.UnmarshalText([]byte(v)); {
		case random.IntN(3) == 0:
			return nil
		case err == nil:
			return day.AddDays(random.IntN(800) - 400).String()
		case v == "yes":
			return "no"
		}
		return v
	}
	return nil
}

// A view that nobody judged yet is judged by several at the same time, with
// the same result.
func TestEvaluateAtTheSameTime(t *testing.T) {
	v := view(t)
	var all sync.WaitGroup
	results := make([]rules.Result, 4)
	for i := range results {
		all.Go(func() {
			var err error
			if results[i], err = rules.Evaluate(v, v.Taken(), set); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for _, r := range results[1:] {
		if diff := cmp.Diff(results[0], r, cmpopts.IgnoreUnexported(rules.Result{})); diff != "" {
			t.Fatalf("(-first +other)\n%s", diff)
		}
	}
}
