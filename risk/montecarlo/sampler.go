package montecarlo

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

// tables keeps the tables that were made, so that models that have a
// distribution in common share it. The zero value keeps none.
type tables map[tableKey]*table

// tableKey is everything of a continuous distribution.
type tableKey struct {
	kind                                      Kind
	min, mode, max, weight                    Number
	mu, sigma, p05, p95                       Number
	shape, scale, location, alpha, betaNumber Number
}

func (t tables) sampler(d Distribution) sampler {
	if c, ok := d.continuous(); ok {
		key := tableKey{
			d.Kind, d.Min, d.Mode, d.Max, d.Weight, d.Mu, d.Sigma, d.P05, d.P95,
			d.Shape, d.Scale, d.Location, d.Alpha, d.Beta,
		}
		have := t[key]
		if have == nil {
			have = newTable(c)
			if t != nil {
				t[key] = have
			}
		}
		return sampler{table: have}
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
