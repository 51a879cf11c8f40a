package montecarlo

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// ShardMalformed: the document of a shard contradicts itself or the model.
const ShardMalformed aims.Code = "montecarlo/shard-malformed"

// shardFile is everything that a simulation has counted, as a document.
type shardFile struct {
	Format     string          `json:"format"`
	Provenance aims.Provenance `json:"provenance"`
	Seed       uint64          `json:"seed"`
	Shards     []Shard         `json:"shards"`
	Levels     []Level         `json:"levels"`
	Curves     bool            `json:"curves,omitempty"`
	Worst      int             `json:"worst,omitempty"`
	Years      []Worst         `json:"years,omitempty"`
	Counts     []curveCounts   `json:"counts"` // of the scenarios in the order of their ids; if there are several, then of the total
}

type curveCounts struct {
	Sum     counts  `json:"sum"`
	Largest *counts `json:"largest,omitempty"`
}

type counts struct {
	Zeros   uint64         `json:"zeros,omitempty"`
	Octaves []octaveCounts `json:"octaves,omitempty"`
}

type octaveCounts struct {
	Exponent int            `json:"exponent"`
	Sum      [2]uint64      `json:"sum"`    // high and low half
	Square   [2]uint64      `json:"square"` // high and low half
	Buckets  []bucketCounts `json:"buckets"`
}

type bucketCounts struct {
	N     uint64  `json:"n"`
	Least float64 `json:"least"`
	Most  float64 `json:"most"`
}

// EncodeShard returns what a simulation has counted as a JSON document, so that
// shards that were made on several machines can be merged; see [DecodeShard].
// A result that is not from [Simulate] or [DecodeShard] is refused with [ErrMerge].
func (r Result) EncodeShard() ([]byte, error) {
	if r.run == nil {
		return nil, fmt.Errorf("%w: the result holds no counts", ErrMerge)
	}
	f := shardFile{
		Format: aims.Format, Provenance: r.Provenance, Seed: r.Seed, Shards: r.Shards,
		Levels: r.config.levels(), Curves: r.config.Curves, Worst: r.config.Worst, Years: r.run.worst,
	}
	for _, t := range r.run.tallies() {
		c := curveCounts{Sum: t.sum.counts()}
		if t.largest != nil {
			largest := t.largest.counts()
			c.Largest = &largest
		}
		f.Counts = append(f.Counts, c)
	}
	return json.Marshal(f)
}

// DecodeShard reads a document of [Result.EncodeShard] of a simulation of the
// model as the result that it was.
func DecodeShard(data []byte, m Model) (Result, error) {
	var f shardFile
	if _, err := aims.DecodeDocument(data, &f, aims.DecodeOptions{}); err != nil {
		return Result{}, err
	}
	if err := m.Validate(); err != nil {
		return Result{}, err
	}
	c := newChecker()
	malformed := func(field, why string) { c.Add(field, ShardMalformed, "why", why) }
	config := Config{Seed: f.Seed, Levels: f.Levels, Curves: f.Curves, Worst: f.Worst}
	for i, s := range f.Shards {
		if s.First < 0 || s.Trials < 1 || s.First+s.Trials < 0 || i > 0 && s.First < f.Shards[i-1].First+f.Shards[i-1].Trials {
			malformed(aims.Field("shards", i), "the trials are out of order")
			return Result{}, c.Err()
		}
		config.Trials += s.Trials
	}
	c.Nest("", config.Validate())
	input, err := aims.DigestOf(m)
	if err != nil {
		return Result{}, err
	}
	if p := provenanceOf(input); f.Provenance != p {
		malformed("provenance", "it is of another model or version")
	}
	r := newRun(m.atoms(), f.Curves)
	if len(f.Counts) != len(r.tallies()) {
		malformed("counts", "it has other scenarios")
		return Result{}, c.Err()
	}
	for i, to := range r.tallies() {
		n := f.Counts[i]
		field := aims.Field("counts", i)
		if !n.Sum.fill(to.sum, uint64(config.Trials)) {
			malformed(field+"/sum", "the counts do not belong together")
		}
		if (n.Largest != nil) != f.Curves || f.Curves && !n.Largest.fill(to.largest, uint64(config.Trials)) {
			malformed(field+"/largest", "the counts do not belong together")
		}
	}
	r.worst = f.Years
	if err := c.Err(); err != nil {
		return Result{}, err
	}
	return readResult(m, sortedIDs(m), r, config, f.Shards, input), nil
}

// tallies lists the scenarios and, where it is another one, the total.
func (r *run) tallies() []*curveTally {
	if len(r.scenarios) == 1 {
		return r.scenarios
	}
	return append(slices.Clone(r.scenarios), r.total)
}

func sortedIDs(m Model) []ScenarioID {
	var ids []ScenarioID
	for _, s := range m.Scenarios {
		ids = append(ids, s.ID)
	}
	slices.Sort(ids)
	return ids
}

func (t *tally) counts() counts {
	c := counts{Zeros: t.zeros}
	for e, o := range t.octave {
		if o == nil {
			continue
		}
		list := octaveCounts{Exponent: e, Sum: [2]uint64{o.sum.hi, o.sum.lo}, Square: [2]uint64{o.square.hi, o.square.lo}}
		t.buckets(e, func(k *bucket) {
			list.Buckets = append(list.Buckets, bucketCounts{k.n, math.Float64frombits(k.least), math.Float64frombits(k.most)})
		})
		c.Octaves = append(c.Octaves, list)
	}
	return c
}

// fill puts counts into an empty tally; false if they do not belong together
// or are not of so many trials.
func (c counts) fill(t *tally, trials uint64) bool {
	t.zeros = c.Zeros
	n := c.Zeros
	for _, o := range c.Octaves {
		if o.Exponent < 1 || o.Exponent > 2046 || t.octave[o.Exponent] != nil || n > trials {
			return false
		}
		to := newOctaveTally()
		to.sum, to.square = uint128{o.Sum[0], o.Sum[1]}, uint128{o.Square[0], o.Square[1]}
		t.octave[o.Exponent] = to
		for _, b := range o.Buckets {
			least, most := math.Float64bits(b.Least), math.Float64bits(b.Most)
			const place = significandBits - bucketBits
			k := t.place(least, &to.bucket[least>>place&(1<<bucketBits-1)])
			if k.n > 0 || k != t.place(most, &to.bucket[most>>place&(1<<bucketBits-1)]) || b.N == 0 || b.N > trials-min(n, trials) || least > most || least>>place != most>>place || least>>significandBits != uint64(o.Exponent) {
				return false
			}
			*k = bucket{b.N, least, most}
			n += b.N
		}
	}
	return n == trials
}
