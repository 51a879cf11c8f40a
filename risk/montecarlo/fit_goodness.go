package montecarlo

import (
	"cmp"
	"math"
	"slices"

	"github.com/aimskit/aimskit/internal/numeric"
)

// Goodness says how well a fitted severity agrees with the losses. The
// statistics need amounts that are known; with a loss that is only known as a
// range they are absent.
type Goodness struct {
	KS Number `json:"ks,omitzero"` // Kolmogorov–Smirnov: the greatest distance of the distribution functions
	AD Number `json:"ad,omitzero"` // Anderson–Darling: their distance over all losses, the tails weighing more
	// The share of the samples of the fitted distribution whose own fit is worse:
	// less than 0.05 speaks against the family. The usual tables do not hold for
	// fitted parameters, so this is a parametric bootstrap.
	KSP        Number `json:"ksP,omitzero"`
	ADP        Number `json:"adP,omitzero"`
	Replicates int    `json:"replicates,omitempty"` // samples that had a fit
}

// mostReplicated is the greatest number of losses that are drawn again for
// p-values: of more, every family is rejected anyway.
const mostReplicated = 100_000

func (s sample) goodness(f Family, l law, o FitOptions) Goodness {
	if slices.ContainsFunc(s, func(o observed) bool { return !o.exact() }) {
		return Goodness{}
	}
	ks, ad := s.distances(l)
	g := Goodness{KS: Num(ks), AD: Num(ad)}
	var worseKS, worseAD int
	replicates := o.Replicates
	if s.size() > mostReplicated {
		replicates = 0
	}
	for r := range replicates {
		again := s.replicate(l, hash(o.Seed, uint64(r)))
		_, refit, err := again.fit(f)
		if err != nil {
			continue
		}
		g.Replicates++
		k, a := again.distances(refit)
		if k >= ks {
			worseKS++
		}
		if a >= ad {
			worseAD++
		}
	}
	if g.Replicates > 0 {
		n := float64(g.Replicates + 1)
		g.KSP, g.ADP = Num(float64(worseKS+1)/n), Num(float64(worseAD+1)/n)
	}
	return g
}

// distances returns the statistics of Kolmogorov and Smirnov and of Anderson
// and Darling, the second as the integral over each step of the empirical
// distribution function.
func (s sample) distances(l law) (ks, ad float64) {
	type step struct{ u, weight float64 }
	steps := make([]step, len(s))
	for i, o := range s {
		below := l.cdf(o.above)
		u := l.cdf(o.lo)
		if o.above > 0 {
			u = (u - below) / l.survival(o.above)
		}
		steps[i] = step{min(max(u, 0x1p-53), 1-0x1p-53), o.weight}
	}
	slices.SortFunc(steps, func(a, b step) int { return cmp.Compare(a.u, b.u) })
	n := s.size()
	var done, from float64 // the empirical distribution function is done/n from there on
	area := func(to float64) float64 {
		c := done / n
		at := func(u float64) float64 {
			value := -u
			if c > 0 {
				value += float64(c * c * numeric.Log(u))
			}
			if c < 1 {
				value -= float64((1 - c) * (1 - c) * numeric.Log1p(-u))
			}
			return value
		}
		return at(to) - at(from)
	}
	for _, st := range steps {
		ad += area(st.u)
		ks = max(ks, math.Abs(st.u-done/n))
		done += st.weight
		ks = max(ks, math.Abs(done/n-st.u))
		from = st.u
	}
	done = n
	return ks, float64(n * (ad + area(1)))
}

// replicate draws a sample like s, with the thresholds of s.
func (s sample) replicate(l law, key uint64) sample {
	var out sample
	for _, o := range s {
		below := 0.0
		if o.above > 0 {
			below = l.cdf(o.above)
		}
		for range int(o.weight) {
			u := below + float64((1-below)*openUnit(hash(key, uint64(len(out)))))
			x := l.quantile(u)
			out = append(out, observed{lo: x, hi: x, above: o.above, weight: 1})
		}
	}
	return out
}
