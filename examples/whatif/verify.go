package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// sealed reads the result that is to be verified.
func (o order) sealed() ([]byte, error) {
	if o.out == "" {
		return io.ReadAll(o.stdin)
	}
	return os.ReadFile(filepath.Join(o.out, "result.json"))
}

// check verifies a result: its seal, and that it comes out again.
func (o order) check(ctx context.Context) error {
	data, err := o.sealed()
	if err != nil {
		return failure{err}
	}
	var was answer
	if err := json.Unmarshal(data, &was); err != nil {
		return failure{fmt.Errorf("this is no result of ours: %w; name the folder with -out, or feed result.json on standard input", err)}
	}
	return o.again(ctx, was.Result)
}

// again verifies the seal of a result and finds the result once more, by the
// method, seed and trials that it names.
func (o order) again(ctx context.Context, was montecarlo.Result) error {
	if err := was.Verify(o.model); err != nil {
		return err
	}
	o.exact = was.Method == montecarlo.MethodExact
	o.config.Seed, o.config.Trials, o.config.Curves = was.Seed, was.Trials, was.Total.AEP != nil
	if len(was.Shards) > 0 {
		o.config.First = was.Shards[0].First
	}
	is, err := o.full(ctx)
	if err != nil {
		return err
	}
	if is.Seal != was.Seal {
		return failure{fmt.Errorf("the seal holds, but the result does not come out again: its seal is %s, that of the repetition %s", was.Seal, is.Seal)}
	}
	_, err = fmt.Fprintf(o.stdout, "The seal holds, the result is of this model, and it came out again to the last digit.\n%s\n", was.Seal)
	if err != nil {
		return failure{err}
	}
	return nil
}
