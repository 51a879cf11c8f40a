package main

import (
	"fmt"
	"io"

	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
)

// lookAhead is how many months the forecast reaches.
const lookAhead = 4

// printForecast says how the last report changes by itself, if nobody touches
// the records.
func printForecast(w io.Writer, r result) error {
	b := readiness.Basis{View: r.view, At: r.taken, Rules: rules.Default(), Model: readiness.Default()}
	turns, err := readiness.Forecast(b, r.taken.AddMonths(lookAhead))
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\nIf nobody touches the records after %s:\n", r.taken)
	for _, d := range turns {
		fmt.Fprintf(w, "  %s  score %s", d.To, d.After.Score().StringFixed(4))
		if d.BandAfter != d.BandBefore {
			fmt.Fprintf(w, ", %s instead of %s", d.BandAfter, d.BandBefore)
		}
		for i, m := range d.Items {
			if i == topGaps {
				fmt.Fprintf(w, "; %d more", len(d.Items)-topGaps)
				break
			}
			why := ""
			if len(m.Why) > 0 {
				why = " (" + oneLine(m.Why[0].Sentence()) + ")"
			}
			fmt.Fprintf(w, "; %s %s%s", number(m.Key), m.After.Verdict, why)
		}
		fmt.Fprintln(w)
	}
	return nil
}
