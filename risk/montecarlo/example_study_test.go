package montecarlo_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// From what was recorded to a model, and to what a measure is worth.
func Example_incidents() {
	incidents, err := montecarlo.DecodeIncidents([]byte(`{
		"format": "aimskit/0.1", "scenario": "chatbot", "years": 4, "currency": "EUR", "above": 100,
		"losses": [{"loss": 150}, {"loss": 240}, {"loss": 330}, {"loss": 500, "count": 3}, {"loss": 700}, {"loss": 980},
			{"loss": 1300}, {"loss": 1900}, {"loss": 3100}, {"from": 1000, "to": 5000}, {"atLeast": 9000}]}`))
	if err != nil {
		log.Fatal(err) // every problem, one a line: POINTER CODE SENTENCE
	}
	fit, err := incidents.Fit(montecarlo.FitOptions{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%.2f incidents a year; the loss of one is %s, its median %.0f\n", fit.Rate.Mean, fit.Best.Family, fit.Best.Severity.Quantile(0.5))

	filter := fit.Model
	share := montecarlo.Constant(0.5)
	filter.Controls = []montecarlo.Control{{
		ID: "filter", Cost: aims.AmountInt(2000),
		Effects: []montecarlo.Effect{{Kind: montecarlo.Prevention, Share: &share}},
	}}
	c, err := montecarlo.Compare(context.Background(), fit.Model, []montecarlo.Variant{{Name: "with the filter", Model: filter}}, montecarlo.Config{Trials: 50000})
	if err != nil {
		log.Fatal(err)
	}
	d := c.Variants[0]
	fmt.Printf("%s: mean %+.0f ± %.0f, VaR 0.95 %+.0f ± %.0f, return on control %.2f\n",
		d.Name, d.Mean.Value, d.Mean.StdErr, d.VaR[0.95].Value, d.VaR[0.95].StdErr, d.Return.Ratio.Value)
	// Output:
	// 3.38 incidents a year; the loss of one is generalized-pareto, its median 783
	// with the filter: mean -6177 ± 715, VaR 0.95 -15145 ± 466, return on control 2.09
}

func ExampleStudy() {
	f, s := montecarlo.Poisson(2), montecarlo.Lognormal(9, 1.2)
	model := montecarlo.Model{Scenarios: []montecarlo.Scenario{{ID: "outage", Frequency: &f, Severity: &s}}}
	study, err := montecarlo.DecodeStudy([]byte(`{
		"format": "aimskit/0.1",
		"factors": [{"name": "rate", "at": ["/scenarios/0/frequency/rate"], "from": 1, "to": 4, "steps": 3, "spacing": "logarithmic"}],
		"design": {"kind": "grid"}, "method": "exact", "metrics": ["mean", "var:0.99"]}`))
	if err != nil {
		log.Fatal(err)
	}
	plan, err := study.Plan(model)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Join(study.Columns()[:6], ","))
	for rows, err := range plan.Run(context.Background(), 0, 0) {
		if err != nil {
			log.Fatal(err) // or go on: the next point is asked for by itself
		}
		for _, r := range rows {
			fmt.Printf("%d,%s,%s,%s,%s,%.0f\n", r.Point, r.Factors["rate"], r.Scenario, r.Metric, r.P, r.Value)
		}
	}
	// Output:
	// point,rate,scenario,metric,p,value
	// 0,1,total,mean,,16647
	// 0,1,total,var,0.99,150940
	// 1,2,total,mean,,33294
	// 1,2,total,var,0.99,218291
	// 2,4,total,mean,,66589
	// 2,4,total,var,0.99,317582
}

func ExampleFrontier() {
	model := withCosts() // a chatbot and a credit model, with four controls
	choices, err := montecarlo.Frontier(context.Background(), model, nil, aims.AmountInt(12000),
		montecarlo.Metric{Name: "mean"}, montecarlo.Config{Trials: 20000})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range choices.Frontier {
		fmt.Printf("%s a year: mean loss %.0f with %v\n", c.Cost, c.Value, c.Controls)
	}
	// Output:
	// 0 a year: mean loss 53797 with []
	// 900 a year: mean loss 42974 with [watch]
	// 2500 a year: mean loss 42722 with [insurance]
	// 3400 a year: mean loss 35422 with [watch insurance]
	// 4900 a year: mean loss 29437 with [filter watch]
	// 6500 a year: mean loss 25800 with [filter insurance]
	// 7400 a year: mean loss 21885 with [filter watch insurance]
}

func ExampleSobolIndices() {
	area := func(u []float64) float64 { return (1 + u[0]) * (1 + 3*u[1]) } // sides from 1 to 2, and from 1 to 4
	x, err := montecarlo.SobolIndices(area, 2, 4096, 1)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("width %.2f, height %.2f; with what they do together %.2f and %.2f\n",
		x.First[0].Value, x.First[1].Value, x.Total[0].Value, x.Total[1].Value)
	// Output:
	// width 0.23, height 0.74; with what they do together 0.26 and 0.77
}

func ExampleFitRate() {
	fit, err := montecarlo.FitRate(montecarlo.Experience{Events: 0, Years: 10}, montecarlo.Jeffreys())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("nothing in ten years: %.2f a year, less than %.2f with probability 0.95\n", fit.Mean, fit.Interval.High)
	// Output:
	// nothing in ten years: 0.05 a year, less than 0.19 with probability 0.95
}

// Every document in the guide is one that the package reads.
func TestGuide(t *testing.T) {
	text, err := os.ReadFile("GUIDE.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(text), "```json\n")[1:]
	if len(blocks) != 2 {
		t.Fatalf("%d documents", len(blocks))
	}
	for i, b := range blocks {
		document, _, _ := strings.Cut(b, "```")
		_, asIncidents := montecarlo.DecodeIncidents([]byte(document))
		_, asStudy := montecarlo.DecodeStudy([]byte(document))
		if asIncidents != nil && asStudy != nil {
			t.Errorf("document %d: neither incidents nor a study: %v\n%v", i, asIncidents, asStudy)
		}
	}
}
