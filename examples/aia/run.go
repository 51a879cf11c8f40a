package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

// The exit statuses.
const (
	scored      = 0
	notWritten  = 1
	invalid     = 2
	programName = "aia"
)

// files gathers a flag that may be repeated.
type files []string

func (f *files) String() string { return fmt.Sprint([]string(*f)) }

func (f *files) Set(name string) error {
	*f = append(*f, name)
	return nil
}

// run is the program: it scores, prints, and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet(programName, flag.ContinueOnError)
	flags.SetOutput(stderr)
	var questionnaires files
	flags.Var(&questionnaires, "questionnaire", "score cases of the version that `FILE` is named after; may be repeated")
	cases := flags.String("cases", "", "score the cases in `FILE`")
	explained := flags.Int("explain", 0, "explain case `N` instead, counting from 1")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return scored
	case err != nil:
		return invalid
	case flags.NArg() > 0 || *cases == "" || len(questionnaires) == 0 || *explained < 0:
		fmt.Fprintf(stderr, "%s: want -questionnaire FILE, at least once, and -cases FILE; -explain counts from 1\n", programName)
		flags.Usage()
		return invalid
	}
	programs, err := readQuestionnaires(questionnaires)
	if err != nil {
		complain(stderr, err)
		return invalid
	}
	list, err := readCases(*cases)
	if err != nil {
		complain(stderr, err)
		return invalid
	}
	if *explained > 0 {
		return explainOne(list, *explained, programs, stdout, stderr)
	}
	return scoreAll(list, programs, stdout, stderr)
}

func scoreAll(list []rawCase, programs []*instrument.Program, stdout, stderr io.Writer) int {
	status := scored
	for i, raw := range list {
		c, err := raw.decode()
		l := line{id: c.name()}
		if err == nil {
			err = l.score(c, programs)
		}
		if err != nil {
			complain(stderr, within(i, err))
			l = line{id: l.id, problems: problemsOf(err)}
			status = invalid
		}
		if err := l.print(stdout); err != nil {
			fmt.Fprintf(stderr, "%s: %v\n", programName, err)
			return notWritten
		}
	}
	return status
}

func explainOne(list []rawCase, n int, programs []*instrument.Program, stdout, stderr io.Writer) int {
	if n > len(list) {
		fmt.Fprintf(stderr, "%s: there is no case %d; the file has %d\n", programName, n, len(list))
		return invalid
	}
	c, err := list[n-1].decode()
	if err != nil {
		complain(stderr, within(n-1, err))
		return invalid
	}
	text, err := explain(c, programs)
	if err != nil {
		complain(stderr, within(n-1, err))
		return invalid
	}
	if _, err := io.WriteString(stdout, text); err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", programName, err)
		return notWritten
	}
	return scored
}

// within puts the problems of case number i in their place in the list.
func within(i int, err error) error {
	var c aims.Checker
	c.Nest(strconv.Itoa(i), err)
	return c.Err()
}

// refused is an error about a file.
type refused struct {
	file string
	err  error
}

func (r *refused) Error() string { return r.file + " is refused: " + r.err.Error() }

func (r *refused) Unwrap() error { return r.err }

// complain prints an error, its problems one a line.
func complain(w io.Writer, err error) {
	problems := aims.Problems(err)
	if problems == nil {
		fmt.Fprintf(w, "%s: %v\n", programName, err)
		return
	}
	if about, ok := errors.AsType[*refused](err); ok {
		fmt.Fprintf(w, "%s: %s is refused:\n", programName, about.file)
	}
	for _, p := range problems {
		fmt.Fprintln(w, p)
	}
}
