package montecarlo_test

import (
	"context"
	"fmt"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// A chatbot gives a harmful answer about twice a year; an output filter would
// prevent half of them. The document is decoded, simulated, and the filter's
// worth is seen in the same years.
func Example() {
	m, err := montecarlo.DecodeModel([]byte(`{
		"format": "aimskit/0.1",
		"currency": "EUR",
		"scenarios": [{
			"id": "harmful-answer",
			"frequency": {"kind": "poisson", "rate": 2},
			"severity": {"kind": "lognormal", "p05": 1000, "p95": 50000}
		}],
		"controls": [{
			"id": "filter",
			"off": true,
			"effects": [{"kind": "prevention", "share": {"kind": "constant", "value": 0.5}}]
		}],
		"appetite": [{"id": "budget", "measure": "var", "p": 0.95, "limit": "60000"}]
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	c := montecarlo.Config{Trials: 200_000, Seed: 1}
	for _, variant := range []montecarlo.Model{m, m.With("filter")} {
		r, err := montecarlo.Simulate(context.Background(), variant, c)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("mean %.0f ± %.0f %s, in 95 of 100 years at most %.0f, no loss with probability %.3f; within the appetite: %v\n",
			r.Total.Mean, r.Total.Precision.Mean, r.Currency, r.Total.VaR[0.95], r.Total.P0, r.Appetite[0].Held)
	}
	// Output:
	// mean 28564 ± 91 EUR, in 95 of 100 years at most 97762, no loss with probability 0.136; within the appetite: no
	// mean 14282 ± 64 EUR, in 95 of 100 years at most 60409, no loss with probability 0.370; within the appetite: unknown
}

// What is wrong with a model is said at once, with its place and what to do.
func ExampleModel_Validate() {
	severity := montecarlo.PERT(50, 10, 100)
	m := montecarlo.Model{Scenarios: []montecarlo.Scenario{{
		ID:        "outage",
		Frequency: &montecarlo.Frequency{Kind: montecarlo.FrequencyPoisson},
		Severity:  &severity,
	}}}
	fmt.Println(m.Validate())
	// Output:
	// aims: invalid
	// /scenarios/0/frequency montecarlo/parameter-missing poisson needs rate (or probability, or uncertainRate); give rate
	// /scenarios/0/severity/min montecarlo/out-of-order min, 50, must be at most mode, 10; correct one of the two
}

// One year of a simulation as events, with a control and without.
func ExampleTrial() {
	frequency, severity, share := montecarlo.Poisson(3), montecarlo.Uniform(1000, 5000), montecarlo.Constant(0.5)
	m := montecarlo.Model{
		Scenarios: []montecarlo.Scenario{{ID: "outage", Frequency: &frequency, Severity: &severity}},
		Controls:  []montecarlo.Control{{ID: "standby", Effects: []montecarlo.Effect{{Kind: montecarlo.Prevention, Share: &share}}}},
	}
	for _, variant := range []montecarlo.Model{m.Inherent(), m} {
		year, err := montecarlo.Trial(variant, 1, 7)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%.0f:", year.Loss)
		for _, e := range year.Scenarios[0].Events {
			fmt.Printf(" %.0f", e.Loss)
		}
		fmt.Println()
	}
	// Output:
	// 15069: 2500 2294 1195 3282 2216 3581
	// 5990: 2500 2294 1195 0 0 0
}

// The same chatbot without drawing: the figures have no sampling error, and a
// bound for what the lattice leaves.
func ExampleExact() {
	frequency, severity := montecarlo.Poisson(2), montecarlo.LognormalInterval(1000, 50_000)
	r, err := montecarlo.Exact(montecarlo.Model{
		Currency:  "EUR",
		Scenarios: []montecarlo.Scenario{{ID: "harmful-answer", Frequency: &frequency, Severity: &severity}},
	}, montecarlo.ExactOptions{Levels: []montecarlo.Level{0.95}})
	if err != nil {
		fmt.Println(err)
		return
	}
	bound := r.Total.ErrorBound.VaR[0.95]
	fmt.Printf("mean %.0f %s, in 95 of 100 years at most %.0f, no loss with probability %.3f\n", r.Total.Mean, r.Currency, r.Total.VaR[0.95], r.Total.P0)
	fmt.Printf("bounded to %.1f %s\n", bound.High-bound.Low, r.Currency)
	// Output:
	// mean 28681 EUR, in 95 of 100 years at most 98520, no loss with probability 0.135
	// bounded to 0.1 EUR
}

// How many of the harmful answers must be prevented so that only one of a
// hundred years costs more than 100,000? A prepared model answers at once.
func ExamplePrepare() {
	frequency, severity := montecarlo.Poisson(2), montecarlo.LognormalInterval(1000, 50_000)
	m := montecarlo.Model{
		Currency:  "EUR",
		Scenarios: []montecarlo.Scenario{{ID: "harmful-answer", Frequency: &frequency, Severity: &severity}},
	}
	p, err := montecarlo.Prepare(m, montecarlo.ExactOptions{Levels: []montecarlo.Level{0.99}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, prevented := range []float64{0, 0.25, 0.5, 0.75} {
		share := montecarlo.Constant(prevented)
		m.Controls = []montecarlo.Control{{ID: "filter", Effects: []montecarlo.Effect{{Kind: montecarlo.Prevention, Share: &share}}}}
		r, err := p.Exact(m)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%2.0f of 100 prevented: %.0f %s\n", 100*prevented, r.Total.VaR[0.99], r.Currency)
	}
	// Output:
	//  0 of 100 prevented: 185939 EUR
	// 25 of 100 prevented: 159612 EUR
	// 50 of 100 prevented: 128739 EUR
	// 75 of 100 prevented: 88580 EUR
}
