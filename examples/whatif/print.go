package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/svg"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// print prints the result as tables.
func (o order) print(r montecarlo.Result, compared *montecarlo.Comparison) error {
	var b strings.Builder
	title := o.model.Title
	if title == "" {
		title = "The model"
	}
	fmt.Fprintln(&b, title)
	if r.Method == montecarlo.MethodExact {
		fmt.Fprintf(&b, "Loss of a year%s, computed exactly\n\n", in(r.Currency))
	} else {
		fmt.Fprintf(&b, "Loss of a year%s, %s years simulated with seed %d\n\n", in(r.Currency), svg.Number(float64(r.Trials)), r.Seed)
	}
	o.table(&b, r)
	if r.Bands != nil {
		fmt.Fprintln(&b)
		bands(&b, *r.Bands)
	}
	if len(r.Appetite) > 0 {
		fmt.Fprintln(&b)
		appetite(&b, o.model.Appetite, r.Appetite)
	}
	if compared != nil {
		fmt.Fprintln(&b)
		comparison(&b, *compared)
	}
	_, err := io.WriteString(o.stdout, b.String())
	return err
}

func in(currency string) string {
	if currency == "" {
		return ""
	}
	return " in " + currency
}

// table prints a line for each scenario in the order of the model, and one for
// all together.
func (o order) table(w io.Writer, r montecarlo.Result) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	head := []string{"", "mean"}
	if r.Method == montecarlo.MethodSimulation {
		head = append(head, "± se")
	}
	head = append(head, "sd", "no loss")
	for _, p := range montecarlo.DefaultLevels() {
		head = append(head, "VaR "+svg.Number(float64(p)))
	}
	fmt.Fprintln(t, strings.Join(append(head, "TVaR 0.95", "TVaR 0.99"), "\t")+"\t")
	row := func(name string, s montecarlo.Summary) {
		cells := []string{name, money(s.Mean)}
		if s.Precision != nil {
			cells = append(cells, brief(s.Precision.Mean))
		}
		cells = append(cells, money(s.SD), svg.Percent(s.P0))
		for _, p := range montecarlo.DefaultLevels() {
			cells = append(cells, money(s.VaR[p]))
		}
		cells = append(cells, money(s.TVaR[0.95]), money(s.TVaR[0.99]))
		fmt.Fprintln(t, strings.Join(cells, "\t")+"\t")
	}
	for _, s := range o.model.Scenarios {
		row(string(s.ID), r.Scenarios[s.ID])
	}
	if len(o.model.Scenarios) != 1 {
		row("all together", r.Total)
	}
	t.Flush()
	fmt.Fprintln(w, "\nVaR p: exceeded in a share of 1 - p of the years. TVaR p: the mean of these worst years.")
}

// bands prints what is not known of the parameters, apart from sampling error.
func bands(w io.Writer, b montecarlo.Bands) {
	fmt.Fprintf(w, "With the uncertain parameters drawn %d times, 90 of 100 draws say of all together:\n", b.Draws)
	row := func(name string, i montecarlo.Interval) {
		fmt.Fprintf(w, "  %-9s between %s and %s\n", name, money(i.Low), money(i.High))
	}
	row("mean", b.Total.Mean)
	row("VaR 0.95", b.Total.VaR[0.95])
	row("VaR 0.99", b.Total.VaR[0.99])
}

func appetite(w io.Writer, list []montecarlo.Appetite, checks []montecarlo.Check) {
	words := map[aims.Answer]string{aims.Yes: "held", aims.No: "not held", aims.Unknown: "cannot tell: take more trials"}
	for i, c := range checks {
		title := list[i].Title
		if title == "" {
			title = string(c.ID)
		}
		fmt.Fprintf(w, "Appetite: %s: %s (%s; between %s and %s; the limit is %s)\n",
			title, words[c.Held], money(c.Value), money(c.Low), money(c.High), list[i].Limit)
	}
}

// comparison prints what each variant changes.
func comparison(w io.Writer, c montecarlo.Comparison) {
	if len(c.Variants) == 0 {
		fmt.Fprintln(w, "The model has no controls to compare.")
		return
	}
	fmt.Fprintln(w, "What would change, in the same years:")
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tmean\tVaR 0.95\tVaR 0.99\tcost\treturn on control\t")
	for _, d := range c.Variants {
		cost, ratio := "?", "?"
		if d.Return != nil {
			cost, ratio = signed(d.Return.Cost), fmt.Sprintf("%+.2f", d.Return.Ratio.Value)
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t\n", d.Name, plusMinus(d.Mean), plusMinus(d.VaR[0.95]), plusMinus(d.VaR[0.99]), cost, ratio)
	}
	t.Flush()
	fmt.Fprintln(w, "\nReturn on control: (loss avoided - cost) / cost, of what the variant has more or less.")
}

// money is a number without fractions where they do not matter.
func money(x float64) string {
	if math.Abs(x) >= 100 {
		x = math.Round(x)
	}
	return svg.Number(x)
}

// brief is a standard error: two digits say all.
func brief(x float64) string {
	short, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 2, 64), 64)
	return svg.Number(short)
}

func signed(x float64) string {
	if x > 0 {
		return "+" + money(x)
	}
	return money(x)
}

func plusMinus(e montecarlo.Estimate) string {
	if e.StdErr == 0 {
		return signed(e.Value)
	}
	return signed(e.Value) + " ± " + brief(e.StdErr)
}
