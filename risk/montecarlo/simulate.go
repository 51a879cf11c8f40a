package montecarlo

import (
	"context"
	"math"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Simulate draws the years of a model. The result depends on the model, the
// trials and the seed, and on nothing else: not on the number of workers, nor
// on the machine. An [aims.InvalidError] says what is wrong with the model or
// with the configuration; when ctx ends, its error is returned.
func Simulate(ctx context.Context, m Model, c Config) (Result, error) {
	if err := c.Validate(); err != nil {
		return Result{}, err
	}
	if err := m.Validate(); err != nil {
		return Result{}, err
	}
	t := c.tables()
	p := compile(m, t)
	counted, err := simulate(ctx, p, c)
	if err != nil {
		return Result{}, err
	}
	out, err := newResult(m, p, counted, c)
	if err == nil && c.Parameters > 0 {
		out.Bands, err = bands(ctx, m, t, c)
	}
	return out, err
}

// Validate reports what is wrong with a configuration.
func (c Config) Validate() error {
	k := newChecker()
	if c.First < 0 {
		k.Add("first", OutOfRange, "got", strconv.FormatInt(c.First, 10), "want", "an index from 0 on")
	}
	if c.Trials < 1 || c.Trials > math.MaxInt64-max(c.First, 0) {
		k.Add("trials", OutOfRange, "got", strconv.FormatInt(c.Trials, 10), "want", "at least one trial, with indices from 0 to 2^63 - 1")
	}
	for i, l := range c.Levels {
		k.float(aims.Field("levels", i), float64(l), func(x float64) bool { return x > 0 && x < 1 }, "a level between 0 and 1, both excluded")
	}
	for _, n := range []struct {
		name string
		n    int
		max  int
	}{{"workers", c.Workers, 1 << 16}, {"worst", c.Worst, 1 << 20}, {"parameters", c.Parameters, 1 << 20}} {
		k.float(n.name, float64(n.n), func(x float64) bool { return x >= 0 && x <= float64(n.max) }, "a whole number from 0 to "+strconv.Itoa(n.max))
	}
	return k.Err()
}

func (c Config) levels() []Level {
	if len(c.Levels) == 0 {
		return DefaultLevels()
	}
	return c.Levels
}

// simulate counts the trials of a configuration, chunk by chunk, with several
// workers. Counts add up to the same in any order.
func simulate(ctx context.Context, p *program, c Config) (*run, error) {
	var runs []*run
	err := c.chunks(ctx, func() func(first, end int64) {
		r, w := newRun(p.atoms, c.Curves), newWorker(p, c.Seed)
		w.sumsOnly = !c.Curves
		runs = append(runs, r)
		return func(first, end int64) {
			for at := first; at < end; at += blockSize {
				w.block(c.First+at, int(min(blockSize, end-at)))
				w.count(r, c.Worst)
			}
		}
	})
	if err != nil {
		return nil, err
	}
	whole := newRun(p.atoms, c.Curves)
	for _, r := range runs {
		whole.merge(r, c.Worst)
	}
	return whole, nil
}
