package montecarlo

// SusceptibilityOf returns the probability that threat capability exceeds
// resistance strength; false where the tree does not give both, or [Tree.Validate]
// refuses it.
func (t Tree) SusceptibilityOf() (float64, bool) {
	if t.ThreatCapability == nil || t.ResistanceStrength == nil || t.Validate() != nil {
		return 0, false
	}
	return tables{}.exceeds(*t.ThreatCapability, *t.ResistanceStrength), true
}

// exceeds returns the probability that an independent a is greater than b.
func (t tables) exceeds(a, b Distribution) float64 {
	sum := 0.0
	switch {
	case a.Kind == KindMixture:
		for _, part := range a.Parts {
			sum += float64(part.Weight.value / a.partsWeight() * t.exceeds(part.Distribution, b))
		}
		return sum
	case b.Kind == KindMixture:
		for _, part := range b.Parts {
			sum += float64(part.Weight.value / b.partsWeight() * t.exceeds(a, part.Distribution))
		}
		return sum
	}
	curve, continuous := a.continuous()
	if continuous {
		if _, both := b.continuous(); both {
			key := [2]tableKey{a.tableKey(), b.tableKey()}
			p, known := t.exceeding[key]
			if !known {
				p = meanBelow(t.table(key[0], curve), b.atMost)
				if t.exceeding != nil {
					t.exceeding[key] = p
				}
			}
			return p
		}
		eachAtom(b, func(x, p float64) { sum += float64(p * (1 - a.atMost(x))) })
		return sum
	}
	eachAtom(a, func(x, p float64) { sum += float64(p * b.less(x)) })
	return sum
}

// meanBelow integrates f over the probabilities of a table, cell by cell with
// the rule of Gauss and Legendre for three points.
func meanBelow(t *table, f func(x float64) float64) float64 {
	sum := 0.0
	over := func(c cell, step float64) {
		three := float64(5*f(c.at(0.1127016653792583))) + float64(8*f(c.at(0.5))) + float64(5*f(c.at(0.8872983346207417)))
		sum += float64(step * three / 18)
	}
	for _, c := range t.mid[midEnd : midCells-midEnd] {
		over(c, 1.0/midCells)
	}
	for i, c := range t.fine {
		over(c, distance(fineFirst+i%fineCells>>fineBits)/(1<<fineBits))
	}
	for i, c := range t.coarse {
		over(c, distance(coarseFirst+i%coarseCells>>coarseBits)/(1<<coarseBits))
	}
	return sum
}
