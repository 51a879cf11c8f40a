package risk

// axes are the levels of a rating in the order of its criteria: the
// likelihood, then each dimension of consequence. Zero is no level.
type axes []Level

// axes writes the levels of a rating into a list with a place for each axis,
// and says why they make no risk level, if they do not.
func (k *Criteria) axes(r *Rating, into axes) Unrated {
	if r == nil {
		return NoRating
	}
	into[0] = r.Likelihood
	missing, worst := false, Level(0)
	for i := range k.Consequences {
		place := r.consequence(k.Consequences[i].ID)
		if place < 0 {
			missing = true
			continue
		}
		q := &r.Consequences[place]
		into[1+i] = q.Level
		worst = max(worst, q.Level)
		missing = missing || q.Level == 0 && q.WhyNot == ""
	}
	switch {
	case r.Likelihood == 0:
		return NoLikelihood
	case missing || worst == 0:
		return NoConsequence
	case k.Matrix.At(r.Likelihood, worst) == 0:
		return OffScale
	}
	return ""
}

// rated returns the risk level of complete axes.
func (k *Criteria) rated(a axes) Rated {
	worst := Rated{Likelihood: a[0]}
	for i, l := range a[1:] {
		if l > worst.Consequence {
			worst.Consequence, worst.Dimension = l, k.Consequences[i].ID
		}
	}
	worst.Level = k.Matrix.At(worst.Likelihood, worst.Consequence)
	return worst
}

// lower takes an effect off the axes, none of which falls below the lowest place.
func (k *Criteria) lower(a axes, e *Effect) {
	a[0] = a[0].lowered(e.Likelihood)
	for _, low := range e.Consequences {
		if d := k.dimension(low.Dimension); d >= 0 {
			a[1+d] = a[1+d].lowered(low.By)
		}
	}
}

// above returns the first axis on which a lies above b, where both have a
// level, or -1.
func (a axes) above(b axes) int {
	for i := range min(len(a), len(b)) {
		if a[i] > b[i] && b[i] != 0 {
			return i
		}
	}
	return -1
}

// axis names an axis in a sentence.
func (k *Criteria) axis(i int) string {
	if i == 0 {
		return axisLikelihood
	}
	return string(k.Consequences[i-1].ID)
}
