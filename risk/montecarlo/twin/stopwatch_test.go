package twin_test

import (
	"slices"
	"time"
)

// stopwatch keeps the times that something took.
type stopwatch []time.Duration

func (s *stopwatch) time(f func()) {
	start := time.Now()
	f()
	*s = append(*s, time.Since(start))
}

// nanoseconds is the least of the times: what disturbs only adds.
func (s stopwatch) nanoseconds() float64 { return float64(slices.Min(s)) }
