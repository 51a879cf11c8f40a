package montecarlo

import (
	"context"
	"errors"
)

// solve asks a model in the way of the study.
func (s Study) solve(ctx context.Context, m Model, workers int) (Result, error) {
	if s.Method == MethodExact {
		return Result{}, errors.New("not yet")
	}
	trials := s.Trials
	if trials == 0 {
		trials = defaultTrials
	}
	return Simulate(ctx, m, Config{Trials: trials, Seed: s.Seed, Workers: workers, Levels: s.levels()})
}
