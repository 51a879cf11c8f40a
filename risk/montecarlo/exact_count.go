package montecarlo

import (
	"math"

	"github.com/aimskit/aimskit/internal/numeric"
)

// eventCount is the distribution of a number N of events, by its probability
// generating function E zᴺ.
type eventCount struct {
	kind  FrequencyKind
	mean  float64   // Poisson and negative binomial
	size  float64   // negative binomial
	n     int       // fixed
	table []float64 // table: of 0, 1, 2 … events
	keep  float64   // table and fixed: each event happens with this probability only
}

// maxCountTable is the longest table of probabilities that a number of events
// may need.
const maxCountTable = 1 << 13

// eventCountOf returns the count of a valid frequency whose rate is certain.
func eventCountOf(f Frequency) eventCount {
	switch f.Kind {
	case FrequencyFixed:
		return eventCount{kind: FrequencyFixed, n: int(f.Count.value), keep: 1}
	case FrequencyBernoulli:
		p := f.Probability.value
		return eventCount{kind: FrequencyTable, table: []float64{1 - p, p}, keep: 1}
	case FrequencyNegativeBinomial:
		return eventCount{kind: FrequencyNegativeBinomial, mean: f.Mean.value, size: f.Size.value}
	case FrequencyTable:
		whole := 0.0
		for _, p := range f.Probabilities {
			whole += p
		}
		table := make([]float64, len(f.Probabilities))
		for i, p := range f.Probabilities {
			table[i] = p / whole
		}
		return eventCount{kind: FrequencyTable, table: table, keep: 1}
	}
	return eventCount{kind: FrequencyPoisson, mean: f.rateOf()}
}

// mixedPoisson is a Poisson number of events at an uncertain rate; false if
// its table would be too long.
func mixedPoisson(rates, weights []float64) (eventCount, bool) {
	most := 0.0
	for i, r := range rates {
		if weights[i] > 1e-15 {
			most = max(most, r)
		}
	}
	n := int(most+float64(12*math.Sqrt(most))) + 24
	if n > maxCountTable {
		return eventCount{}, false
	}
	table := make([]float64, n)
	for i, r := range rates {
		if r == 0 {
			table[0] += weights[i]
			continue
		}
		mode := min(int(r), n-1)
		top := float64(weights[i] * numeric.Exp(-r))
		if mode > 0 {
			top = float64(weights[i] * numeric.PoissonKernel(float64(mode), r))
		}
		for k, p := mode, top; k < n && p > 0; k++ {
			table[k] += p
			p = float64(p*r) / float64(k+1)
		}
		for k, p := mode, top; k > 0; k-- {
			p = float64(p*float64(k)) / r
			table[k-1] += p
		}
	}
	return eventCount{kind: FrequencyTable, table: table, keep: 1}, true
}

// thinned is the count of the events of which each is kept with probability keep.
func (c eventCount) thinned(keep float64) eventCount {
	c.mean = float64(c.mean * keep)
	c.keep = float64(c.keep * keep)
	return c
}

// moments returns the mean and the variance.
func (c eventCount) moments() (mean, variance float64) {
	switch c.kind {
	case FrequencyPoisson:
		return c.mean, c.mean
	case FrequencyNegativeBinomial:
		return c.mean, c.mean + float64(c.mean*c.mean)/c.size
	case FrequencyFixed:
		mean = float64(c.n)
	default:
		var square float64
		for k, p := range c.table {
			mean += float64(p * float64(k))
			square += float64(p * float64(k*k))
		}
		variance = max(0, square-float64(mean*mean))
	}
	k := c.keep
	return float64(k * mean), float64(float64(k*k)*variance) + float64(float64(k*(1-k))*mean)
}

// at is the generating function at a real z.
func (c eventCount) at(z float64) float64 {
	switch c.kind {
	case FrequencyPoisson:
		return numeric.Exp(float64(c.mean * (z - 1)))
	case FrequencyNegativeBinomial:
		return numeric.Exp(-float64(c.size * numeric.Log1p(float64(c.mean*(1-z))/c.size)))
	}
	z = 1 - c.keep + float64(c.keep*z)
	if c.kind == FrequencyFixed {
		return powerOf(z, c.n)
	}
	sum := 0.0
	for k := len(c.table) - 1; k >= 0; k-- {
		sum = c.table[k] + float64(sum*z)
	}
	return sum
}

func powerOf(z float64, n int) float64 {
	out := 1.0
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			out = float64(out * z)
		}
		z = float64(z * z)
	}
	return out
}

// apply replaces the complex numbers z in re and im by the generating function
// at z.
func (c eventCount) apply(re, im []float64) {
	im = im[:len(re)]
	switch c.kind {
	case FrequencyPoisson:
		for k := range re {
			radius := numeric.Exp(float64(c.mean * (re[k] - 1)))
			s, co := numeric.Sincos(float64(c.mean * im[k]))
			re[k], im[k] = float64(radius*co), float64(radius*s)
		}
	case FrequencyNegativeBinomial:
		b := c.mean / c.size
		for k := range re {
			x, y := 1+float64(b*(1-re[k])), -float64(b*im[k])
			radius := numeric.Exp(float64(-0.5 * float64(c.size*numeric.Log(float64(x*x)+float64(y*y)))))
			s, co := numeric.Sincos(-float64(c.size * numeric.Atan2(y, x)))
			re[k], im[k] = float64(radius*co), float64(radius*s)
		}
	case FrequencyFixed:
		for k := range re {
			x, y := 1-c.keep+float64(c.keep*re[k]), float64(c.keep*im[k])
			a, b := 1.0, 0.0
			for n := c.n; n > 0; n >>= 1 {
				if n&1 == 1 {
					a, b = float64(a*x)-float64(b*y), float64(a*y)+float64(b*x)
				}
				x, y = float64(x*x)-float64(y*y), float64(2*x*y)
			}
			re[k], im[k] = a, b
		}
	default:
		for k := range re {
			x, y := 1-c.keep+float64(c.keep*re[k]), float64(c.keep*im[k])
			a, b := 0.0, 0.0
			for n := len(c.table) - 1; n >= 0; n-- {
				a, b = float64(a*x)-float64(b*y)+c.table[n], float64(a*y)+float64(b*x)
			}
			re[k], im[k] = a, b
		}
	}
}

// nodes stands for a distribution in an integral: finitely many values with
// weights that add up to 1. Where the distribution is continuous, they are its
// quantiles at normal scores in equal steps, which integrates a smooth function
// to all digits; where its density has a kink, there are two parts.
func nodes(d Distribution, step float64) (values, weights []float64) {
	switch d.Kind {
	case KindMixture:
		whole := d.partsWeight()
		for _, p := range d.Parts {
			v, w := nodes(p.Distribution, step)
			for i := range v {
				values, weights = append(values, v[i]), append(weights, float64(w[i]*p.Weight.value)/whole)
			}
		}
		return values, weights
	case KindTriangular:
		lo, mode, hi := d.Min.value, d.Mode.value, d.Max.value
		left := (mode - lo) / (hi - lo)
		scores(step, func(u, w float64) {
			if left > 0 {
				values, weights = append(values, lo+float64((mode-lo)*math.Sqrt(u))), append(weights, float64(left*w))
			}
			if left < 1 {
				values, weights = append(values, hi-float64((hi-mode)*math.Sqrt(u))), append(weights, float64((1-left)*w))
			}
		})
		return values, weights
	}
	if _, ok := d.continuous(); ok {
		scores(step, func(u, w float64) {
			values, weights = append(values, d.quantile(u)), append(weights, w)
		})
		return values, weights
	}
	eachAtom(d, func(x, p float64) { values, weights = append(values, x), append(weights, p) })
	return values, weights
}

// scores calls f with the probabilities of normal scores in equal steps, and
// their weights.
func scores(step float64, f func(u, weight float64)) {
	n := int(7.5 / step)
	whole := 0.0
	for i := -n; i <= n; i++ {
		whole += numeric.NormalPDF(float64(float64(i) * step))
	}
	for i := -n; i <= n; i++ {
		z := float64(float64(i) * step)
		f(numeric.NormalCDF(z), numeric.NormalPDF(z)/whole)
	}
}
