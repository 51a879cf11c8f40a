package montecarlo

import (
	"context"
	"runtime"
	"sync"
)

// chunks hands out the trials of a configuration, counted from 0, to its
// workers in chunks, and returns when all are done or ctx ends, with its
// error. Each worker makes its own work function, and no two of them are ever
// given the same trial.
func (c Config) chunks(ctx context.Context, worker func() (work func(first, end int64))) error {
	workers := c.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = int(min(int64(workers), (c.Trials+chunkSize-1)/chunkSize))
	var (
		mu         sync.Mutex
		next, done int64 // trials that somebody has taken, and that are done
		wait       sync.WaitGroup
	)
	for range workers {
		work := worker()
		wait.Go(func() {
			for ctx.Err() == nil {
				mu.Lock()
				first := next
				next = min(c.Trials, next+chunkSize)
				end := next
				mu.Unlock()
				if first == end {
					return
				}
				work(first, end)
				mu.Lock()
				done += end - first
				if c.Progress != nil {
					c.Progress(done, c.Trials)
				}
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	return ctx.Err()
}
