package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// The exit statuses.
const (
	done    = 0
	failed  = 1
	invalid = 2
)

const programName = "whatif"

// order is what the user wants.
type order struct {
	model           montecarlo.Model
	config          montecarlo.Config
	exact, compare  bool
	study           *montecarlo.Study
	asJSON          bool
	out             string
	stdin           io.Reader
	stdout, stderr  io.Writer
	verify, serving bool
}

// usageError is an error that the flags are told about.
type usageError struct{ error }

// failure is an error that is not the input's fault.
type failure struct{ error }

// run is the program; it returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	flags := flag.NewFlagSet(programName, flag.ContinueOnError)
	flags.SetOutput(stderr)
	o, err := read(flags, args)
	if errors.Is(err, flag.ErrHelp) {
		return done
	}
	if err == nil {
		o.stdin, o.stdout, o.stderr = stdin, stdout, stderr
		err = o.work(ctx)
	}
	if err == nil {
		return done
	}
	fmt.Fprintf(stderr, "%s: %v\n", programName, err)
	if errors.As(err, &usageError{}) {
		flags.Usage()
	}
	if errors.As(err, &failure{}) || errors.Is(err, context.Canceled) || errors.Is(err, montecarlo.ErrSeal) {
		return failed
	}
	return invalid
}

// read reads the flags and the files that they name.
func read(flags *flag.FlagSet, args []string) (order, error) {
	var o order
	model := flags.String("model", "", "the model, in `FILE`")
	flags.Int64Var(&o.config.Trials, "trials", 1_000_000, "simulate `N` years")
	flags.Uint64Var(&o.config.Seed, "seed", 1, "draw the years with `S`")
	flags.BoolVar(&o.exact, "exact", false, "compute the distribution instead of drawing from it")
	flags.BoolVar(&o.compare, "compare", false, "say what each control is worth")
	study := flags.String("study", "", "work on the points of the study in `FILE`")
	flags.BoolVar(&o.asJSON, "json", false, "print JSON instead of tables")
	flags.StringVar(&o.out, "out", "", "write results and pictures to `DIR`")
	flags.BoolVar(&o.verify, "verify", false, "verify the result in DIR, or on standard input")
	flags.BoolVar(&o.serving, "ndjson", false, "answer requests on standard input, one JSON object a line")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return o, err
		}
		return o, fmt.Errorf("the flags cannot be read: %w", err) // the package flag has printed the usage
	}
	if flags.NArg() > 0 {
		return o, usageError{fmt.Errorf("unexpected argument %q", flags.Arg(0))}
	}
	if *model == "" {
		return o, usageError{errors.New("name a model, such as -model examples/whatif/models/portfolio.json")}
	}
	data, err := os.ReadFile(*model)
	if err != nil {
		return o, fmt.Errorf("cannot read the model: %w", err)
	}
	if o.model, err = montecarlo.DecodeModel(data); err != nil {
		return o, fmt.Errorf("%s: %w", *model, err)
	}
	if *study == "" {
		return o, nil
	}
	if data, err = os.ReadFile(*study); err != nil {
		return o, fmt.Errorf("cannot read the study: %w", err)
	}
	s, err := montecarlo.DecodeStudy(data)
	if err != nil {
		return o, fmt.Errorf("%s: %w", *study, err)
	}
	o.study = &s
	return o, nil
}

// work does one thing: serve, verify, study, or ask the model.
func (o order) work(ctx context.Context) error {
	if o.out != "" {
		if err := os.MkdirAll(o.out, 0o755); err != nil {
			return failure{err}
		}
	}
	switch {
	case o.serving:
		return o.serve(ctx)
	case o.verify:
		return o.check(ctx)
	case o.study != nil:
		return o.studied(ctx)
	}
	return o.asked(ctx)
}

// The draws of uncertain parameters, and the years that are simulated with each.
const (
	parameterDraws  = 100
	parameterTrials = 20_000
)

// full is solve with what the uncertainty of the parameters does to the result.
func (o order) full(ctx context.Context) (montecarlo.Result, error) {
	r, err := o.solve(ctx, o.model)
	if err != nil || o.exact || len(o.model.Parameters) == 0 {
		return r, err
	}
	c := o.config
	c.Trials, c.Parameters, c.Curves = min(c.Trials, parameterTrials), parameterDraws, false
	drawn, err := montecarlo.Simulate(ctx, o.model, c)
	if err != nil {
		return r, err
	}
	r.Bands = drawn.Bands
	return r.Sealed()
}

// solve asks the model once, and seals the result.
func (o order) solve(ctx context.Context, m montecarlo.Model) (montecarlo.Result, error) {
	var r montecarlo.Result
	var err error
	if o.exact {
		r, err = montecarlo.Exact(m, montecarlo.ExactOptions{Levels: o.config.Levels, Curves: o.config.Curves})
	} else {
		r, err = montecarlo.Simulate(ctx, m, o.config)
	}
	if err != nil {
		return r, err
	}
	return r.Sealed()
}

// asked prints and writes the result of the model.
func (o order) asked(ctx context.Context) error {
	o.config.Curves = true
	r, err := o.full(ctx)
	if err != nil {
		return err
	}
	var compared *montecarlo.Comparison
	if o.compare {
		c, err := o.comparison(ctx)
		if err != nil {
			return err
		}
		compared = &c
	}
	if o.asJSON {
		err = printJSON(o.stdout, answer{r, compared})
	} else {
		err = o.print(r, compared)
	}
	if err != nil {
		return failure{err}
	}
	if o.out == "" {
		return nil
	}
	return o.write(ctx, r, compared)
}

// answer is a result with what its controls are worth.
type answer struct {
	montecarlo.Result
	Comparison *montecarlo.Comparison `json:"comparison,omitempty"`
}

// comparison says what each control of the model is worth.
func (o order) comparison(ctx context.Context) (montecarlo.Comparison, error) {
	variants := montecarlo.ControlVariants(o.model)
	if o.exact {
		return montecarlo.CompareExact(o.model, variants, montecarlo.ExactOptions{})
	}
	c := o.config
	c.Curves = false
	return montecarlo.Compare(ctx, o.model, variants, c)
}
