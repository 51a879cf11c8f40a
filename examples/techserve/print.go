package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/impact"
)

// topGaps is how many gaps a line names.
const topGaps = 3

const caution = "A score says what the records show. Readiness is not a probability of certification."

// header names the columns of [line].
const header = "month  date        score   upper   coverage  band          top gaps"

// printMonths prints a line for each month.
func printMonths(w io.Writer, results []result) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, "TechServe Solutions on its way to ISO/IEC 42001")
	fmt.Fprintln(b)
	fmt.Fprintln(b, header)
	for _, r := range results {
		fmt.Fprintln(b, line(r))
	}
	fmt.Fprintln(b)
	fmt.Fprintln(b, caution)
	if err := printPlan(b, results); err != nil {
		return err
	}
	printGates(b, results)
	for _, r := range results {
		if r.decision.outcome != "none" {
			fmt.Fprintf(b, "\nCertificate, asked for on %s: %s\n", r.taken, describe(r.decision.Decision))
		}
	}
	last := results[len(results)-1]
	if err := printForecast(b, last); err != nil {
		return err
	}
	fmt.Fprintf(b, "\nWhat if, on %s,\n", last.taken)
	if err := printCounterfactuals(b, last.data); err != nil {
		return err
	}
	return b.Flush()
}

// printGates says of every system in operation, for each month, whether its
// impact assessment lets it stay there, and on the last day why not.
func printGates(w io.Writer, results []result) {
	fmt.Fprintln(w, "\nMay the systems in operation stay there, by their impact assessments?")
	for _, r := range results {
		var said []string
		for _, g := range r.gates {
			said = append(said, fmt.Sprintf("%s %s", g.System, g.Verdict))
		}
		if len(said) > 0 {
			fmt.Fprintf(w, "%5d  %s\n", r.month, strings.Join(said, ", "))
		}
	}
	for _, g := range results[len(results)-1].gates {
		for _, reason := range g.Reasons {
			if reason.Bearing > impact.Remark {
				fmt.Fprintf(w, "       %s: %s\n", g.System, oneLine(reason.Reason.Sentence()))
			}
		}
	}
}

// describe says what may be decided, and why or on what terms.
func describe(d certification.Decision) string {
	text := string(d.Outcome)
	for _, r := range d.Failed() {
		text += "; not met: " + r.Title
		for _, why := range r.Reasons {
			text += " (" + oneLine(why.Sentence()) + ")"
		}
	}
	for _, f := range d.FollowUps {
		text += "; " + oneLine(f.Sentence())
	}
	if d.After != nil {
		for _, a := range d.After.Due {
			if a.Latest != 0 {
				text += "; next: " + oneLine(a.Sentence()) + " by " + a.Latest.String()
				break
			}
		}
	}
	return text
}

// line is the row of one snapshot.
func line(r result) string {
	month := "-"
	if r.month != 0 {
		month = fmt.Sprint(r.month)
	}
	t := r.report.Total
	return strings.TrimRight(fmt.Sprintf("%5s  %-10s  %s  %s  %-8s  %-12s  %s",
		month, r.taken, t.Score().StringFixed(4), t.Upper().StringFixed(4), t.Coverage().StringFixed(4), r.report.Band, top(r.report.Gaps)), " ")
}

// top names the most urgent gaps and counts the rest.
func top(gaps []readiness.Gap) string {
	if len(gaps) == 0 {
		return "none known"
	}
	var names []string
	for _, g := range gaps[:min(topGaps, len(gaps))] {
		names = append(names, fmt.Sprintf("%s %s (%s)", number(g.Key), oneLine(g.Title), g.Priority))
	}
	if more := len(gaps) - topGaps; more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return strings.Join(names, ", ")
}

// number is the standard's own notation for its requirements and controls,
// and the whole key for those of others.
func number(k aims.Key) string {
	if k.Framework == aims.FrameworkISO42001 {
		return k.ID
	}
	return oneLine(k.String())
}

// printOwn prints one snapshot with everything that a reader can act on.
func printOwn(w io.Writer, r result) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, header)
	fmt.Fprintln(b, line(r))
	if len(r.report.Gaps) > 0 {
		fmt.Fprintln(b, "\nGaps, the most urgent first:")
	}
	for _, g := range r.report.Gaps {
		fmt.Fprintf(b, "  %-8s  %-7s  %s: %s\n", g.Priority, number(g.Key), oneLine(g.Title), g.Verdict)
		for _, reason := range reasons(g.Reasons) {
			fmt.Fprintf(b, "%21s- %s\n", "", reason)
		}
		if g.Practice != "" {
			fmt.Fprintf(b, "%21s- said in the gap assessment: %s\n", "", oneLine(g.Practice))
		}
	}
	listKeys(b, "Nothing is known about", r.report.Unknown)
	listKeys(b, "Claimed, and not shown by records:", r.report.Claimed)
	for _, d := range r.report.Disagreements {
		fmt.Fprintf(b, "\n%s is stated as %s in %s; the records show %s, and count.", number(d.Key), d.Stated, d.By, d.Shown)
	}
	if len(r.report.Disagreements) > 0 {
		fmt.Fprintln(b)
	}
	for _, o := range r.report.Remarks {
		fmt.Fprintf(b, "\nRemark: %s%s\n", oneLine(o.Sentence()), restsOn(o.Refs))
	}
	if dated := later(r.view); len(dated) > 0 {
		fmt.Fprintf(b, "\nNot looked at, since dated after %s:%s\n", r.taken, restsOn(dated))
	}
	fmt.Fprintln(b)
	fmt.Fprintln(b, caution)
	return b.Flush()
}

// endOfTime is a day on which every record exists.
var endOfTime = aims.MustDate("9999-12-31")

// later names the records that are dated after the day of the snapshot, which
// is also that of the judgement.
func later(v *audit.View) []aims.Ref {
	var list []aims.Ref
	for r := range v.All(endOfTime) {
		if r.Since() > v.Taken() {
			list = append(list, r.Ref())
		}
	}
	return list
}

// reasons tells why there is a gap. Points with the same reason share a line.
func reasons(observations []aims.Observation) []string {
	var why []string
	points := make(map[string]string)
	for _, o := range observations {
		text := oneLine(o.Sentence()) + restsOn(o.Refs)
		if said, ok := points[text]; ok {
			points[text] = said + ", " + number(o.Key)
			continue
		}
		points[text] = number(o.Key)
		why = append(why, text)
	}
	for i, text := range why {
		why[i] = points[text] + ": " + text
	}
	return why
}

// restsOn names the records that a reason rests on.
func restsOn(refs []aims.Ref) string {
	if len(refs) == 0 {
		return ""
	}
	names := make([]string, len(refs))
	for i, r := range refs {
		names[i] = r.String()
	}
	return " [" + strings.Join(names, ", ") + "]"
}

func listKeys(w io.Writer, title string, keys []aims.Key) {
	if len(keys) == 0 {
		return
	}
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = number(k)
	}
	fmt.Fprintf(w, "\n%s %s\n", title, strings.Join(names, ", "))
}

// oneLine keeps text from elsewhere on its line and free of characters that a
// terminal would obey.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, s)
}
