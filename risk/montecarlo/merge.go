package montecarlo

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// ErrMerge is wrapped by the errors of [Result.Merge].
var ErrMerge = errors.New("montecarlo: results cannot be merged")

// Merge joins the results of several runs of trials of one simulation, in any
// order, to what one run of all of them would have given, to the last bit. A
// result whose trials are all there already is dropped, so a shard that was
// delivered twice does no harm. Bands are not merged.
//
// The results must come from [Simulate], with the same model, seed and levels;
// a result that was read from JSON holds no counts, but see [Result.EncodeShard].
func (r Result) Merge(others ...Result) (Result, error) {
	if r.run == nil {
		return Result{}, fmt.Errorf("%w: the first holds no counts", ErrMerge)
	}
	out := r
	out.Bands, out.Seal = nil, ""
	out.run = newRun(r.model.atoms(), r.config.Curves)
	out.run.merge(r.run, r.config.Worst)
	for i, o := range others {
		if err := r.fits(o); err != nil {
			return Result{}, fmt.Errorf("%w: result %d %w", ErrMerge, i+1, err)
		}
		switch known := overlap(out.Shards, o.Shards); known {
		case o.Trials:
			continue
		case 0:
			out.Shards = coalesced(slices.Concat(out.Shards, o.Shards))
			out.run.merge(o.run, r.config.Worst)
		default:
			return Result{}, fmt.Errorf("%w: result %d has %d trials that are there already and others that are not; split it", ErrMerge, i+1, known)
		}
	}
	out.Trials = 0
	for _, s := range out.Shards {
		out.Trials += s.Trials
	}
	out.read()
	return out, nil
}

// fits says why another result is not of the same simulation.
func (r Result) fits(o Result) error {
	switch {
	case o.run == nil:
		return errors.New("holds no counts")
	case o.Provenance != r.Provenance:
		return errors.New("is of another model or version")
	case o.Seed != r.Seed:
		return fmt.Errorf("has the seed %d, not %d", o.Seed, r.Seed)
	case !slices.Equal(o.config.levels(), r.config.levels()) || o.config.Worst != r.config.Worst || o.config.Curves != r.config.Curves:
		return errors.New("was made with other levels, curves or number of worst years")
	}
	return nil
}

// overlap counts the trials of b that are in a.
func overlap(a, b []Shard) int64 {
	var n int64
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.First+x.Trials, y.First+y.Trials)-max(x.First, y.First))
		}
	}
	return n
}

// coalesced sorts shards that do not overlap and joins neighbours.
func coalesced(list []Shard) []Shard {
	slices.SortFunc(list, func(a, b Shard) int { return cmp.Compare(a.First, b.First) })
	out := list[:1]
	for _, s := range list[1:] {
		if last := &out[len(out)-1]; last.First+last.Trials == s.First {
			last.Trials += s.Trials
		} else {
			out = append(out, s)
		}
	}
	return out
}
