package montecarlo_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// Shards that travelled as documents merge to what one simulation gives.
func TestShardDocuments(t *testing.T) {
	for _, m := range []montecarlo.Model{fullModel(t), benchmarkYear()} {
		for _, c := range []montecarlo.Config{
			{Trials: 900, Seed: 5, Worst: 4, Curves: true},
			{Trials: 900, Seed: 5, Levels: []montecarlo.Level{.8}},
		} {
			c.Tables = new(montecarlo.Tables)
			want := asJSON(t, simulate(t, m, c))
			var parts []montecarlo.Result
			for first := int64(0); first < 900; first += 300 {
				part := c
				part.First, part.Trials = first, 300
				data, err := simulate(t, m, part).EncodeShard()
				if err != nil {
					t.Fatal(err)
				}
				r, err := montecarlo.DecodeShard(data, m)
				if err != nil {
					t.Fatal(err)
				}
				if d := cmp.Diff(asJSON(t, simulate(t, m, part)), asJSON(t, r)); d != "" {
					t.Fatalf("one shard (-want +got)\n%s", d)
				}
				parts = append(parts, r)
			}
			whole, err := parts[2].Merge(parts[0], parts[1])
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, asJSON(t, whole)); d != "" {
				t.Errorf("merged (-want +got)\n%s", d)
			}
		}
	}
}

func TestShardDocumentsRefused(t *testing.T) {
	m := benchmarkYear()
	data, err := simulate(t, m, montecarlo.Config{Trials: 20, Seed: 5, Curves: true}).EncodeShard()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (montecarlo.Result{}).EncodeShard(); !errors.Is(err, montecarlo.ErrMerge) {
		t.Errorf("the zero result: got %v", err)
	}
	if _, err := montecarlo.DecodeShard(data, montecarlo.Model{}); len(whereOf(err)) != 1 {
		t.Errorf("the zero model: got %v", err)
	}
	for _, c := range []struct {
		name, old, now string
		m              montecarlo.Model
		want           where
	}{
		{"another model", "", "", dental(), where{"/provenance", montecarlo.ShardMalformed}},
		{"other scenarios", "", "", copies(2, montecarlo.Fixed(1), montecarlo.Constant(1)), where{"/provenance", montecarlo.ShardMalformed}},
		{"no trials", `"trials":20`, `"trials":0`, m, where{"/shards/0", montecarlo.ShardMalformed}},
		{"more trials", `"trials":20`, `"trials":21`, m, where{"/counts/0/sum", montecarlo.ShardMalformed}},
		{"an octave of nothing", `"exponent":1034,`, `"exponent":0,`, m, where{"/counts/0/sum", montecarlo.ShardMalformed}},
		{"no largest", `"curves":true`, `"curves":false`, m, where{"/counts/0/largest", montecarlo.ShardMalformed}},
		{"an octave twice", `"exponent":1036,`, `"exponent":1034,`, m, where{"/counts/0/sum", montecarlo.ShardMalformed}},
		{"a bucket elsewhere", `"least":2245.7`, `"least":1145.7`, m, where{"/counts/0/sum", montecarlo.ShardMalformed}},
		{"a level", `"levels":["0.5"`, `"levels":["1.5"`, m, where{"/levels/0", aims.UnknownWord}},
		{"no document", `{`, `[`, m, where{"", aims.WrongType}},
	} {
		if !strings.Contains(string(data), c.old) {
			t.Fatalf("%s: %s is not in %s", c.name, c.old, data)
		}
		_, err := montecarlo.DecodeShard([]byte(strings.Replace(string(data), c.old, c.now, 1)), c.m)
		if got := whereOf(err); len(got) == 0 || got[0] != c.want {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
}

// FuzzDecodeShard puts what is fuzzed where a document has its counts: the
// rest, with the digest of the model, would never be hit.
func FuzzDecodeShard(f *testing.F) {
	m := single(montecarlo.Fixed(1), montecarlo.Constant(1))
	whole, err := simulate(f, m, montecarlo.Config{Trials: 1}).EncodeShard()
	if err != nil {
		f.Fatal(err)
	}
	head, tail, _ := strings.Cut(string(whole), `"counts":`)
	f.Add(strings.TrimSuffix(tail, "}"))
	f.Add(`[{"sum":{"zeros":1}}]`)
	f.Fuzz(func(t *testing.T, counts string) {
		r, err := montecarlo.DecodeShard([]byte(head+`"counts":`+counts+"}"), m)
		if err != nil {
			return
		}
		again, err := r.EncodeShard()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := montecarlo.DecodeShard(again, m); err != nil {
			t.Fatalf("came back with %v", err)
		}
	})
}
