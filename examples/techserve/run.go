package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

// The exit statuses.
const (
	assessed    = 0
	notWritten  = 1
	invalid     = 2
	programName = "techserve"
)

// run is the program: it assesses, prints, and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet(programName, flag.ContinueOnError)
	flags.SetOutput(stderr)
	in := flags.String("in", "", "assess the snapshot in `FILE` instead of the example's")
	asJSON := flags.Bool("json", false, "print JSON, one object for each snapshot")
	out := flags.String("out", "", "write snapshots, reports and pages as files to `DIR`")
	digests := flags.Bool("digests", false, "print what approvals of the records in -in FILE are bound to, instead of the assessment")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return assessed
	case err != nil:
		return invalid
	case flags.NArg() > 0:
		fmt.Fprintf(stderr, "%s: unexpected argument %q\n", programName, flags.Arg(0))
		flags.Usage()
		return invalid
	case *digests && *in == "":
		fmt.Fprintf(stderr, "%s: -digests needs the records: name them with -in FILE\n", programName)
		return invalid
	case *digests && *asJSON:
		fmt.Fprintf(stderr, "%s: -digests prints lines of digest and record, and no JSON: leave -json out\n", programName)
		return invalid
	}
	sources, err := example(snapshots)
	if *in != "" {
		sources, err = own(*in)
	}
	if err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", programName, err)
		return invalid
	}
	var results []result
	for _, s := range sources {
		r, err := assess(s)
		if err != nil {
			complain(stderr, s, err)
			return invalid
		}
		results = append(results, r)
	}
	if err := show(stdout, results, *asJSON, *in != "", *digests); err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", programName, err)
		return notWritten
	}
	if *out != "" {
		if err := keep(*out, results); err != nil {
			fmt.Fprintf(stderr, "%s: %v\n", programName, err)
			return notWritten
		}
	}
	return assessed
}

// show prints the results as text or JSON.
func show(w io.Writer, results []result, asJSON, detailed, digests bool) error {
	switch {
	case digests:
		return printDigests(w, results[0].view)
	case asJSON:
		return printJSON(w, results)
	case detailed:
		return printOwn(w, results[0])
	}
	return printMonths(w, results)
}

// own reads a snapshot file that the user names.
func own(file string) ([]source, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("cannot read the snapshot: %w", err)
	}
	return []source{{name: "snapshot", data: data}}, nil
}
