package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

// line is what is printed of a case: totals, or problems.
type line struct {
	id               string
	loaded, complete totals
	unknown          []instrument.QuestionID
	problems         []problem
}

type totals struct {
	Raw        int `json:"raw"`
	Mitigation int `json:"mitigation"`
	Current    int `json:"current"`
	Level      int `json:"level"`
}

type problem struct {
	Path string    `json:"path"`
	Code aims.Code `json:"code"`
	Text string    `json:"text"`
}

// score evaluates a case under both policies.
func (l *line) score(c answered, programs []*instrument.Program) error {
	p, err := instrument.Select(programs, c.given())
	if err != nil {
		return err
	}
	loaded, err := p.Evaluate(c.given(), instrument.KeepHidden)
	if err != nil {
		return err
	}
	complete, err := p.Evaluate(c.given(), instrument.DropHidden)
	if err != nil {
		return err
	}
	l.loaded, l.complete = totalsOf(loaded), totalsOf(complete)
	l.unknown = append([]instrument.QuestionID{}, loaded.Unknown...)
	return nil
}

func totalsOf(e instrument.Evaluation) totals {
	return totals{e.Raw, e.Mitigation, e.Current, e.Level}
}

// print writes the line in the official tool's own names and order.
func (l line) print(w io.Writer) error {
	members := []member{
		{"id", l.id},
		{"raw", l.loaded.Raw},
		{"mitigation", l.loaded.Mitigation},
		{"current", l.loaded.Current},
		{"level", l.loaded.Level},
		{"after_complete", l.complete},
		{"unknown", l.unknown},
	}
	if l.problems != nil {
		members = []member{{"id", l.id}, {"problems", l.problems}}
	}
	text, err := object(members)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(w, text)
	return err
}

// member is a member of a JSON object whose order counts.
type member struct {
	name  string
	value any
}

func object(members []member) (string, error) {
	parts := make([]string, len(members))
	for i, m := range members {
		value, err := json.Marshal(m.value)
		if err != nil {
			return "", err
		}
		parts[i] = fmt.Sprintf("%q:%s", m.name, value)
	}
	return "{" + strings.Join(parts, ",") + "}", nil
}

func problemsOf(err error) []problem {
	var out []problem
	for _, p := range aims.Problems(err) {
		out = append(out, problem{p.Path, p.Code, p.Sentence()})
	}
	return out
}

// explain tells a reader how a case came to its level, and how firmly it
// stands. Hidden answers are left out, as in what the official tool publishes.
func explain(c answered, programs []*instrument.Program) (string, error) {
	p, err := instrument.Select(programs, c.given())
	if err != nil {
		return "", err
	}
	e, err := p.Evaluate(c.given(), instrument.DropHidden)
	if err != nil {
		return "", err
	}
	s, err := p.Sensitivity(c.given(), instrument.DropHidden)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s (version %s)\n\n%s\nHow firmly this stands\n", c.name(), c.Version, e.Explain("en"))
	for _, r := range []struct {
		to    string
		reach instrument.Reach
	}{{"higher", s.Up}, {"lower", s.Down}} {
		printReach(&b, p, r.to, r.reach)
	}
	printFlips(&b, p, s)
	printDoubts(&b, p, s)
	return b.String(), nil
}

func printReach(b *strings.Builder, p *instrument.Program, to string, r instrument.Reach) {
	if r.Impossible {
		fmt.Fprintf(b, "  No answers lead to a %s level.\n", to)
		return
	}
	fmt.Fprintf(b, "  To a %s level:\n", to)
	if r.Points > 0 {
		fmt.Fprintf(b, "    %d raw points alone\n", r.Points)
	}
	if r.Measures > 0 {
		fmt.Fprintf(b, "    %d mitigation points alone\n", r.Measures)
	}
	switch {
	case len(r.Smallest) == 0:
		fmt.Fprintf(b, "    no set of answers was found; it takes %d at least\n", r.AtLeast)
	case r.Exact():
		fmt.Fprintf(b, "    the fewest answers to change: %d\n", len(r.Smallest))
	default:
		fmt.Fprintf(b, "    answers to change: %d, as far as was found; fewer than %d are not enough\n", len(r.Smallest), r.AtLeast)
	}
	for _, c := range r.Smallest {
		fmt.Fprintf(b, "      %s\n", changed(p, c))
	}
}

// changed tells of a change in the words of the questionnaire.
func changed(p *instrument.Program, c instrument.Change) string {
	question, to := p.Words(c.Question, c.To, "en")
	_, from := p.Words(c.Question, c.From, "en")
	return fmt.Sprintf("%s: %s instead of %s (%s)", question, said(to), said(from), c.Question)
}

func said(words string) string {
	if words == "" {
		return "nothing"
	}
	return `"` + words + `"`
}

func printFlips(b *strings.Builder, p *instrument.Program, s instrument.Sensitivity) {
	if len(s.Flips) == 0 {
		fmt.Fprintln(b, "  No single answer changes the level.")
		return
	}
	fmt.Fprintln(b, "  Single answers that change the level:")
	for _, f := range s.Flips {
		fmt.Fprintf(b, "    level %d with %s\n", f.Level, changed(p, f.Change))
	}
}

func printDoubts(b *strings.Builder, p *instrument.Program, s instrument.Sensitivity) {
	const most = 5
	if len(s.Doubts) == 0 {
		return
	}
	fmt.Fprintln(b, "  These answers deserve evidence first, because this is what the worst other answer would lead to:")
	for _, d := range s.Doubts[:min(most, len(s.Doubts))] {
		question, _ := p.Words(d.Question, nil, "en")
		fmt.Fprintf(b, "    level %d, current score %d: %s (%s)\n", d.Level, d.Current, question, d.Question)
	}
}
