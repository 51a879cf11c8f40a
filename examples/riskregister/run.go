package main

import (
	"errors"
	"flag"
	"fmt"
	"io"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// The exit statuses.
const (
	judged      = 0
	notWritten  = 1
	invalid     = 2
	programName = "riskregister"
)

// options are what the flags say.
type options struct {
	register, criteria, facts, whatIf string // files; "" for none, or for the example's
	at, state, out                    string
	asJSON, digest, starter           bool
}

// run is the program: it judges, prints, and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	var o options
	flags := flag.NewFlagSet(programName, flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.register, "register", "", "judge the register in `FILE` instead of the example's")
	flags.StringVar(&o.criteria, "criteria", "", "read the criteria from `FILE`, where the register does not hold them")
	flags.StringVar(&o.facts, "facts", "", "read evidence and excluded controls from `FILE`")
	flags.StringVar(&o.whatIf, "whatif", "", "try out the changes in `FILE`")
	flags.StringVar(&o.at, "at", "", "judge at `DATE`, as 2026-09-30; needed with -register")
	flags.StringVar(&o.state, "state", string(risk.Current), "show inherent, current, residual or target levels: `STATE`")
	flags.BoolVar(&o.asJSON, "json", false, "print JSON")
	flags.BoolVar(&o.digest, "digest", false, "print the digests of the criteria, which ratings name, and nothing else")
	flags.BoolVar(&o.starter, "library", false, "print the starter library of typical risks as JSON, and nothing else")
	flags.StringVar(&o.out, "out", "", "write heat map and ranking as SVG and CSV to `DIR`")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return judged
	case err != nil:
		return invalid
	case flags.NArg() > 0:
		fmt.Fprintf(stderr, "%s: unexpected argument %q\n", programName, flags.Arg(0))
		flags.Usage()
		return invalid
	}
	switch {
	case o.starter:
		return finish(stderr, encode(stdout, starter()))
	case o.digest:
		return printDigests(o, stdout, stderr)
	}
	in, err := read(o)
	if err != nil {
		complain(stderr, err)
		return invalid
	}
	r, err := judge(in)
	if err != nil {
		complain(stderr, err)
		return invalid
	}
	show := printText
	if o.asJSON {
		show = printJSON
	}
	err = show(stdout, r)
	if err == nil && o.out != "" {
		err = keep(o.out, r)
	}
	return finish(stderr, err)
}

// finish returns the exit status after writing.
func finish(stderr io.Writer, err error) int {
	if err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", programName, err)
		return notWritten
	}
	return judged
}

// printDigests prints id, version and digest of each version of the criteria.
func printDigests(o options, stdout, stderr io.Writer) int {
	lines, err := digests(o)
	if err != nil {
		complain(stderr, err)
		return invalid
	}
	_, err = io.WriteString(stdout, lines)
	return finish(stderr, err)
}

// complain prints every problem on a line of its own, with its file.
func complain(w io.Writer, err error) {
	in := fileError{file: programName + ":"}
	errors.As(err, &in)
	problems := aims.Problems(err)
	for _, p := range problems {
		fmt.Fprintln(w, oneLine(in.of(p)+" "+p.String()))
	}
	if problems == nil {
		fmt.Fprintf(w, "%s: %s\n", programName, oneLine(err.Error()))
	}
}
