package montecarlo

import "maps"

// sampler draws from a distribution.
type sampler struct {
	table  *table    // continuous
	values []float64 // atoms, which pick chooses among
	parts  []sampler // mixture, which pick chooses among
	pick   *counter
}

func (s *sampler) draw(h uint64) float64 {
	switch {
	case s.table != nil:
		return s.table.draw(h)
	case s.pick == nil:
		return s.values[0]
	case s.parts == nil:
		return s.values[s.pick.draw(h)]
	}
	return s.parts[s.pick.draw(mix(h+purpose))].draw(h)
}

// constant returns the number that is always drawn, if there is one.
func (s *sampler) constant() (float64, bool) {
	if s.table == nil && s.pick == nil {
		return s.values[0], true
	}
	return 0, false
}

// tables keeps what was worked out about distributions, so that models that
// have one in common share it. The zero value keeps nothing.
type tables struct {
	quantiles map[tableKey]*table
	exceeding map[[2]tableKey]float64 // the probability that the first exceeds the second
}

func newTables() tables {
	return tables{make(map[tableKey]*table), make(map[[2]tableKey]float64)}
}

// clone keeps what t has, and what it learns does not go back to t.
func (t tables) clone() tables {
	return tables{maps.Clone(t.quantiles), maps.Clone(t.exceeding)}
}

// tableKey is everything of a continuous distribution.
type tableKey struct {
	kind                                      Kind
	min, mode, max, weight                    Number
	mu, sigma, p05, p95                       Number
	shape, scale, location, alpha, betaNumber Number
}

func (d Distribution) tableKey() tableKey {
	return tableKey{
		d.Kind, d.Min, d.Mode, d.Max, d.Weight, d.Mu, d.Sigma, d.P05, d.P95,
		d.Shape, d.Scale, d.Location, d.Alpha, d.Beta,
	}
}

// table returns the table of a continuous distribution.
func (t tables) table(key tableKey, c curveOf) *table {
	have := t.quantiles[key]
	if have == nil {
		have = newTable(c)
		if t.quantiles != nil {
			t.quantiles[key] = have
		}
	}
	return have
}

// normal returns the table of the standard normal distribution, which no
// severity can have.
func (t tables) normal() *table {
	return t.table(tableKey{kind: "normal"}, normalCurve())
}

func (t tables) sampler(d Distribution) sampler {
	if c, ok := d.continuous(); ok {
		return sampler{table: t.table(d.tableKey(), c)}
	}
	if d.Kind == KindMixture {
		s := sampler{}
		var weights []float64
		for _, part := range d.Parts {
			s.parts = append(s.parts, t.sampler(part.Distribution))
			weights = append(weights, part.Weight.value)
		}
		s.pick = newCounter(0, weights)
		return s
	}
	values, cumulated := d.atoms()
	if len(values) == 1 {
		return sampler{values: values}
	}
	p := make([]float64, len(values))
	before := 0.0
	for i, c := range cumulated {
		p[i], before = c-before, c
	}
	return sampler{values: values, pick: newCounter(0, p)}
}
