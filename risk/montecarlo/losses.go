package montecarlo

import (
	"context"
	"math"
	"slices"
	"strconv"
)

// MaxLosses is the greatest number of trials whose losses are kept one by one;
// they take 8 bytes each.
const MaxLosses = 1 << 27

// Losses returns the loss of every trial of a configuration, in the order of
// the trials: those that [Simulate] counts. It is for what counts cannot tell,
// and keeps 8 bytes a trial.
func Losses(ctx context.Context, m Model, c Config) ([]float64, error) {
	if err := c.validateKept(); err != nil {
		return nil, err
	}
	if err := m.Validate(); err != nil {
		return nil, err
	}
	return losses(ctx, compile(m, c.tables()), c)
}

// validateKept is Validate where every loss is kept.
func (c Config) validateKept() error {
	k := newChecker()
	k.Nest("", c.Validate())
	if c.Trials > MaxLosses {
		k.Add("trials", OutOfRange, "got", strconv.FormatInt(c.Trials, 10), "want", "at most 2^27 trials where their losses are kept")
	}
	return k.Err()
}

func losses(ctx context.Context, p *program, c Config) ([]float64, error) {
	out := make([]float64, c.Trials)
	err := c.chunks(ctx, func() func(first, end int64) {
		w := newWorker(p, c.Seed)
		return func(first, end int64) {
			for at := first; at < end; at += blockSize {
				n := int(min(blockSize, end-at))
				w.block(c.First+at, n)
				copy(out[at:], w.total[:n])
			}
		}
	})
	return out, err
}

// sorted is the losses of trials in ascending order: their distribution, to
// the last digit.
type sorted []float64

func sortLosses(losses []float64) sorted {
	s := slices.Clone(losses)
	slices.Sort(s)
	return s
}

// rank returns the index of the quantile at p: the least i with (i+1)/n ≥ p,
// but for the rounding of p·n.
func (s sorted) rank(p float64) int {
	n := float64(len(s))
	x := float64(p * n)
	r := math.Floor(x)
	if x-r > x*0x1p-50 {
		r++
	}
	return int(min(max(r, 1), n)) - 1
}

func (s sorted) quantile(p float64) float64 { return s[s.rank(p)] }

func (s sorted) tailMean(p float64) float64 {
	i, n := s.rank(p), float64(len(s))
	part := float64(i+1) - float64(p*n)
	return max(s[i], (sum(s[i+1:])+float64(part*s[i]))/float64((1-p)*n))
}

// spread is 1/density at the quantile of p, from the losses around it: how
// much the quantile moves with p. Where the losses around are all alike it is 0.
func (s sorted) spread(p float64) float64 {
	n := float64(len(s))
	half := int(math.Ceil(2 * math.Sqrt(float64(n*p)*(1-p))))
	i := s.rank(p)
	low, high := max(i-half, 0), min(i+half, len(s)-1)
	if low == high {
		return 0
	}
	return (s[high] - s[low]) * n / float64(high-low)
}

// metric returns a figure of the losses.
func (s sorted) metric(m Metric) float64 {
	n := float64(len(s))
	switch m.Name {
	case "var":
		return s.quantile(m.At)
	case "tvar":
		return s.tailMean(m.At)
	case "exceedance":
		first, _ := slices.BinarySearchFunc(s, m.At, func(x, at float64) int {
			if x > at {
				return 1
			}
			return -1
		})
		return float64(len(s)-first) / n
	}
	summary := s.summary(nil)
	switch m.Name {
	case "mean":
		return summary.Mean
	case "sd":
		return summary.SD
	case "p0":
		return summary.P0
	}
	return summary.PPositive
}
