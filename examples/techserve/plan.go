package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
)

// actionsFile is what TechServe could do after the gap assessment, with what
// it would cost: figures of the example, in USD.
//
//go:embed actions.json
var actionsFile []byte

// planned is the month at whose end the plan is made; final is the last one.
const (
	planned = 2
	final   = 10
)

// plan looks for the cheapest way to stage 1, from a month on.
func plan(r result) (readiness.Schedule, error) {
	actions, err := readiness.ReadActions(actionsFile)
	if err != nil {
		return readiness.Schedule{}, err
	}
	return readiness.Plan(r.report, actions, readiness.Goal{Band: readiness.StageOneReady}, readiness.PlanOptions{
		Start: r.taken.AddDays(1), Parallel: 3,
	})
}

// businessCase asks whether certification pays within three years: the work is
// what the plan costs and as much again on the way to stage 2; all else are
// ranges that TechServe estimated for the example.
func businessCase(s readiness.Schedule) (readiness.BusinessCase, error) {
	spent, found := s.Cost.Value()
	if !found {
		return readiness.BusinessCase{}, errors.New("there is no plan to put a price on")
	}
	money := func(from, to int64) aims.Range {
		return aims.Range{AtLeast: aims.AmountInt(from), AtMost: aims.AmountInt(to)}
	}
	return readiness.BusinessCase{
		Currency: s.Currency, Months: 36,
		Standard:       money(150, 200),
		Implementation: aims.Range{AtLeast: s.Cost, AtMost: aims.AmountOf(spent.Add(spent))},
		Audit:          money(10_000, 50_000),
		Certificate:    readiness.MonthRange{From: 6, To: 18},
		Upkeep:         money(10_000, 25_000),
		Benefits:       []readiness.Benefit{{Title: "Contracts that name certification", Yearly: money(60_000, 180_000)}},
	}, nil
}

// printPlan prints the plan of the month in which it was made.
func printPlan(w io.Writer, results []result) error {
	for _, r := range results {
		if r.month != planned {
			continue
		}
		s, err := plan(r)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "\nThe cheapest plan to stage 1, on %s: %s %s", r.taken, s.Currency, s.Cost)
		if s.Proved {
			fmt.Fprint(w, ", and none is cheaper")
		}
		fmt.Fprintf(w, "; score %s then, ready on %s\n", s.After.Score().StringFixed(4), s.Finish)
		for _, m := range s.Milestones {
			fmt.Fprintf(w, "  by %s  %s spent, score %s: %s\n", m.Ends, amount(m.Spent), m.Score.Score().StringFixed(4), join(m.Finished))
		}
		for _, o := range s.Obstacles {
			fmt.Fprintf(w, "  in the way: %s\n", oneLine(o.Sentence()))
		}
	}
	return nil
}

func amount(a aims.Amount) string { return fmt.Sprintf("%6s", a) }

func join(ids []readiness.ActionID) string {
	var names []string
	for _, id := range ids {
		names = append(names, string(id))
	}
	return strings.Join(names, ", ")
}
