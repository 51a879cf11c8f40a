package montecarlo

import (
	"context"
	"slices"
)

// Bands says what the uncertainty of the parameters does to the figures of a
// result, apart from sampling error: uncertain rates, the frequency and share
// nodes of trees, uncertain shares of controls and the [Parameter] list are
// drawn once for a whole simulation instead of once a year, and that again and
// again with the same years.
type Bands struct {
	Draws     int                 `json:"draws"`
	Total     Band                `json:"total"`
	Scenarios map[ScenarioID]Band `json:"scenarios"`
}

// Band is where the figures of a summary lie in 90 of 100 draws of the
// parameters: from the 5 % to the 95 % quantile of the draws.
type Band struct {
	Mean Interval           `json:"mean"`
	VaR  map[Level]Interval `json:"var"`
	TVaR map[Level]Interval `json:"tvar"`
}

// bands draws the parameters of a valid model and simulates each time.
func bands(ctx context.Context, m Model, t tables, c Config) (*Bands, error) {
	inner := c
	inner.Worst, inner.Curves, inner.Progress = 0, false, nil
	byID := make(map[ScenarioID][]Summary)
	for j := range int64(c.Parameters) {
		p, err := m.outer(t, c.Seed, j)
		if err != nil {
			return nil, err
		}
		r, err := simulate(ctx, p, inner)
		if err != nil {
			return nil, err
		}
		for k := range p.scenarios {
			s, _ := summarize(r.scenarios[k], inner)
			byID[p.scenarios[k].id] = append(byID[p.scenarios[k].id], s)
		}
		s, _ := summarize(r.total, inner)
		byID[""] = append(byID[""], s)
	}
	out := &Bands{Draws: c.Parameters, Total: bandOf(byID[""]), Scenarios: make(map[ScenarioID]Band)}
	for _, s := range m.Scenarios {
		out.Scenarios[s.ID] = bandOf(byID[s.ID])
	}
	return out, nil
}

// outer returns the program of outer draw j.
func (m Model) outer(t tables, seed uint64, j int64) (*program, error) {
	seed = mix(seed + outer)
	drawn, err := m.drawn(t, seed, j)
	if err != nil {
		return nil, err
	}
	return compile(drawn, t.clone()).fixed(seed, j), nil
}

func bandOf(list []Summary) Band {
	b := Band{VaR: make(map[Level]Interval), TVaR: make(map[Level]Interval)}
	b.Mean = middle(list, func(s Summary) float64 { return s.Mean })
	for l := range list[0].VaR {
		b.VaR[l] = middle(list, func(s Summary) float64 { return s.VaR[l] })
		b.TVaR[l] = middle(list, func(s Summary) float64 { return s.TVaR[l] })
	}
	return b
}

// middle is the interval that holds 90 of 100 figures.
func middle(list []Summary, figure func(Summary) float64) Interval {
	var x []float64
	for _, s := range list {
		x = append(x, figure(s))
	}
	slices.Sort(x)
	skip := len(x) / 20
	return Interval{x[skip], x[len(x)-1-skip]}
}
