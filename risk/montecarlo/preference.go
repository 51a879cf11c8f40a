package montecarlo

import "context"

// Preference says whether a variant is better than the base for what is known
// of the parameters, apart from the chance of the years: both models are
// simulated with the same draw of their uncertain parameters, again and again;
// see [Config].Parameters. A parameter that both have by the same id, and
// uncertain nodes of the same scenario, are drawn alike.
type Preference struct {
	Draws int      `json:"draws"`
	Mean  Interval `json:"mean"` // holds the difference of the means in 90 of 100 draws
	// Less is the share of the draws in which the mean of the variant is less:
	// the probability that it is better. VaR and TVaR are the same for these.
	Less float64           `json:"less"`
	VaR  map[Level]float64 `json:"var"`
	TVaR map[Level]float64 `json:"tvar"`
}

// drawn returns the figures of a model for each draw of its parameters.
func (c Config) drawn(ctx context.Context, m Model, t tables) ([]Summary, error) {
	c.Worst, c.Curves, c.Progress = 0, false, nil
	var out []Summary
	for j := range int64(c.Parameters) {
		p, err := m.outer(t, c.Seed, j)
		if err != nil {
			return nil, err
		}
		r, err := simulate(ctx, p, c)
		if err != nil {
			return nil, err
		}
		s, _ := summarize(r.total, c)
		out = append(out, s)
	}
	return out, nil
}

// prefer compares the figures of two models, draw by draw.
func prefer(base, other []Summary, levels []Level) *Preference {
	differences := make([]Summary, len(base))
	for j := range base {
		differences[j] = Summary{Mean: other[j].Mean - base[j].Mean}
	}
	less := func(figure func(Summary) float64) float64 {
		n := 0
		for j := range base {
			if figure(other[j]) < figure(base[j]) {
				n++
			}
		}
		return float64(n) / float64(len(base))
	}
	out := &Preference{
		Draws: len(base), VaR: make(map[Level]float64), TVaR: make(map[Level]float64),
		Mean: middle(differences, func(s Summary) float64 { return s.Mean }),
		Less: less(func(s Summary) float64 { return s.Mean }),
	}
	for _, p := range levels {
		out.VaR[p] = less(func(s Summary) float64 { return s.VaR[p] })
		out.TVaR[p] = less(func(s Summary) float64 { return s.TVaR[p] })
	}
	return out
}
