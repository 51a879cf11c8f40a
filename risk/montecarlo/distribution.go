package montecarlo

import (
	"github.com/aimskit/aimskit/internal/word"
)

// Kind is the kind of a [Distribution], and says which of its parameters it
// wants.
type Kind string

// The kinds of distribution. Amounts of money are in the currency of the
// model; all distributions of a model stand on the numbers from zero up.
const (
	KindConstant          Kind = "constant"           // value
	KindUniform           Kind = "uniform"            // min, max
	KindTriangular        Kind = "triangular"         // min, mode, max
	KindPERT              Kind = "pert"               // min, mode, max; weight of the mode, 4 unless given
	KindClassicPERT       Kind = "pert-classic"       // min, mode, max: the form with sd = (max−min)/6
	KindLognormal         Kind = "lognormal"          // mu, sigma of the logarithm; or p05, p95
	KindGamma             Kind = "gamma"              // shape, scale
	KindWeibull           Kind = "weibull"            // shape, scale
	KindGeneralizedPareto Kind = "generalized-pareto" // location (0 unless given), scale, shape
	KindBeta              Kind = "beta"               // alpha, beta; min, max (0 and 1 unless given)
	KindEmpirical         Kind = "empirical"          // values: what was observed, each as likely as the others
	KindDiscrete          Kind = "discrete"           // values and their probabilities
	KindMixture           Kind = "mixture"            // parts with their weights
)

var kinds = []Kind{
	KindConstant, KindUniform, KindTriangular, KindPERT, KindClassicPERT, KindLognormal, KindGamma,
	KindWeibull, KindGeneralizedPareto, KindBeta, KindEmpirical, KindDiscrete, KindMixture,
}

// Known reports whether k is in the vocabulary.
func (k Kind) Known() bool { return word.Known(k, kinds...) }

// UnmarshalText reads a word of the vocabulary.
func (k *Kind) UnmarshalText(text []byte) (err error) {
	*k, err = word.Parse("montecarlo.Kind", text, kinds...)
	return err
}

// Distribution is the distribution of a loss, a rate, a probability or a
// share: a kind with the parameters that the kind wants and no others. In JSON
// it reads
//
//	{"kind": "lognormal", "mu": 9, "sigma": 1.2}
//	{"kind": "lognormal", "p05": 1000, "p95": 50000}
//	{"kind": "pert", "min": 0, "mode": 10, "max": 100}
//
// The zero value is no distribution.
type Distribution struct {
	Kind Kind `json:"kind"`

	Value Number `json:"value,omitzero"` // constant

	Min    Number `json:"min,omitzero"` // uniform, triangular, PERT, beta
	Mode   Number `json:"mode,omitzero"`
	Max    Number `json:"max,omitzero"`
	Weight Number `json:"weight,omitzero"` // PERT: of the mode; 4 unless given

	Mu    Number `json:"mu,omitzero"`    // lognormal: mean of the natural logarithm
	Sigma Number `json:"sigma,omitzero"` // lognormal: standard deviation of the natural logarithm
	P05   Number `json:"p05,omitzero"`   // lognormal: exceeded in 95 of 100 cases
	P95   Number `json:"p95,omitzero"`   // lognormal: exceeded in 5 of 100 cases

	Shape    Number `json:"shape,omitzero"`    // gamma, Weibull, generalized Pareto (ξ)
	Scale    Number `json:"scale,omitzero"`    // gamma, Weibull, generalized Pareto
	Location Number `json:"location,omitzero"` // generalized Pareto: the smallest value

	Alpha Number `json:"alpha,omitzero"` // beta
	Beta  Number `json:"beta,omitzero"`  // beta

	Values        []float64 `json:"values,omitempty"`        // empirical, discrete
	Probabilities []float64 `json:"probabilities,omitempty"` // discrete: of the values, in their order; they add up to 1
	Parts         []Part    `json:"parts,omitempty"`         // mixture
}

// Part is one part of a mixture: with probability Weight, relative to the
// weights of all parts, the number comes from Distribution.
type Part struct {
	Weight       Number       `json:"weight"`
	Distribution Distribution `json:"distribution"`
}

// Constant is always x.
func Constant(x float64) Distribution { return Distribution{Kind: KindConstant, Value: Num(x)} }

// Uniform is as likely everywhere from lo to hi.
func Uniform(lo, hi float64) Distribution {
	return Distribution{Kind: KindUniform, Min: Num(lo), Max: Num(hi)}
}

// Triangular rises from lo to mode and falls to hi in straight lines.
func Triangular(lo, mode, hi float64) Distribution {
	return Distribution{Kind: KindTriangular, Min: Num(lo), Mode: Num(mode), Max: Num(hi)}
}

// PERT is the standard PERT distribution: a beta on lo to hi whose mean is
// (lo + 4·mode + hi)/6.
func PERT(lo, mode, hi float64) Distribution {
	return Distribution{Kind: KindPERT, Min: Num(lo), Mode: Num(mode), Max: Num(hi)}
}

// ClassicPERT is the beta on lo to hi with the mean of [PERT] and the standard
// deviation (hi−lo)/6: another distribution unless the mode is in the middle.
func ClassicPERT(lo, mode, hi float64) Distribution {
	return Distribution{Kind: KindClassicPERT, Min: Num(lo), Mode: Num(mode), Max: Num(hi)}
}

// Lognormal has a normal logarithm with mean mu and standard deviation sigma.
func Lognormal(mu, sigma float64) Distribution {
	return Distribution{Kind: KindLognormal, Mu: Num(mu), Sigma: Num(sigma)}
}

// LognormalInterval is the lognormal that lies in 90 of 100 cases between p05
// and p95, and as often below as above.
func LognormalInterval(p05, p95 float64) Distribution {
	return Distribution{Kind: KindLognormal, P05: Num(p05), P95: Num(p95)}
}

// Gamma has mean shape·scale and variance shape·scale².
func Gamma(shape, scale float64) Distribution {
	return Distribution{Kind: KindGamma, Shape: Num(shape), Scale: Num(scale)}
}

// Weibull exceeds x with probability exp(−(x/scale)^shape).
func Weibull(shape, scale float64) Distribution {
	return Distribution{Kind: KindWeibull, Shape: Num(shape), Scale: Num(scale)}
}

// GeneralizedPareto exceeds location + y with probability
// (1 + shape·y/scale)^(−1/shape); at shape 0 it is exponential.
func GeneralizedPareto(location, scale, shape float64) Distribution {
	return Distribution{Kind: KindGeneralizedPareto, Location: Num(location), Scale: Num(scale), Shape: Num(shape)}
}

// Beta is the beta distribution on 0 to 1.
func Beta(alpha, beta float64) Distribution {
	return Distribution{Kind: KindBeta, Alpha: Num(alpha), Beta: Num(beta)}
}

// Empirical draws from what was observed, each value as likely as the others.
func Empirical(values ...float64) Distribution {
	return Distribution{Kind: KindEmpirical, Values: values}
}

// Discrete takes values[i] with probabilities[i].
func Discrete(values, probabilities []float64) Distribution {
	return Distribution{Kind: KindDiscrete, Values: values, Probabilities: probabilities}
}

// Mixture draws from one of the parts, chosen by their weights.
func Mixture(parts ...Part) Distribution { return Distribution{Kind: KindMixture, Parts: parts} }
