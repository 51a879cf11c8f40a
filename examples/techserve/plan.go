package main

import (
	_ "embed"
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

// planned is the month at whose end the plan is made.
const planned = 2

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
