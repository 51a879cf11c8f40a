package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/aimskit/aimskit/internal/svg"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// The exit statuses.
const (
	done       = 0
	notWritten = 1
	invalid    = 2
)

const programName = "incidents"

// run is the program; it returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet(programName, flag.ContinueOnError)
	flags.SetOutput(stderr)
	in := flags.String("in", "", "the incidents, in `FILE`")
	out := flags.String("out", "", "write the model to `FILE`")
	replicates := flags.Int("replicates", 199, "samples for the p-values: `N`")
	asJSON := flags.Bool("json", false, "print JSON instead of the report")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return done
	case err != nil:
		return invalid
	case flags.NArg() > 0 || *in == "":
		fmt.Fprintf(stderr, "%s: name the incidents, such as -in examples/incidents/chatbot.json\n", programName)
		flags.Usage()
		return invalid
	}
	fit, err := fitFile(*in, *replicates)
	if err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", programName, err)
		return invalid
	}
	if err := show(stdout, fit, *asJSON); err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", programName, err)
		return notWritten
	}
	if *out == "" {
		return done
	}
	data, err := json.MarshalIndent(fit.Model, "", "  ")
	if err == nil {
		err = os.WriteFile(*out, append(data, '\n'), 0o644)
	}
	if err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", programName, err)
		return notWritten
	}
	return done
}

func fitFile(name string, replicates int) (montecarlo.IncidentFit, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return montecarlo.IncidentFit{}, fmt.Errorf("cannot read the incidents: %w", err)
	}
	incidents, err := montecarlo.DecodeIncidents(data)
	if err != nil {
		return montecarlo.IncidentFit{}, fmt.Errorf("%s: %w", name, err)
	}
	return incidents.Fit(montecarlo.FitOptions{Replicates: replicates, Seed: 1})
}

// show prints the fit as JSON or as a report.
func show(w io.Writer, fit montecarlo.IncidentFit, asJSON bool) error {
	if asJSON {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(fit)
	}
	var b strings.Builder
	r := fit.Rate
	fmt.Fprintf(&b, "Rate: %s a year, between %s and %s with probability 0.9\n\n",
		svg.Number(r.Mean), svg.Number(r.Interval.Low), svg.Number(r.Interval.High))
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "severity\tparameters\tAIC\tKolmogorov-Smirnov\tAnderson-Darling\tmedian\t1 in 100 exceeds")
	for _, s := range fit.Severities {
		name := string(s.Family)
		if s.Family == fit.Best.Family {
			name += " *"
		}
		var parameters []string
		for _, p := range s.Parameters {
			parameters = append(parameters, fmt.Sprintf("%s %.4g ± %.2g", p.Name, p.Value, p.StdErr))
		}
		fmt.Fprintf(t, "%s\t%s\t%.2f\t%s\t%s\t%s\t%s\n", name, strings.Join(parameters, ", "), s.AIC,
			test(s.Goodness.KS, s.Goodness.KSP), test(s.Goodness.AD, s.Goodness.ADP),
			svg.Number(s.Severity.Quantile(0.5)), svg.Number(s.Severity.Quantile(0.99)))
	}
	t.Flush()
	fmt.Fprintln(&b, "\n* is in the model. What it takes for granted:")
	for _, a := range fit.Assumptions {
		fmt.Fprintln(&b, "-", a)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// test is a statistic with its p-value.
func test(statistic, p montecarlo.Number) string {
	d, ok := statistic.Value()
	if !ok {
		return "not for ranges"
	}
	if q, ok := p.Value(); ok {
		return fmt.Sprintf("%.3f (p = %.2f)", d, q)
	}
	return fmt.Sprintf("%.3f", d)
}
