package montecarlo

import (
	"github.com/aimskit/aimskit/internal/numeric"
	"github.com/aimskit/aimskit/internal/word"
)

// Family is a family of severities that [FitSeverity] fits to losses.
type Family string

// The families.
const (
	FamilyLognormal Family = "lognormal"
	FamilyGamma     Family = "gamma"
	FamilyWeibull   Family = "weibull"
	// FamilyPareto is Pareto's own, which begins at the lowest threshold of the
	// losses, or where they have none at the smallest of them.
	FamilyPareto Family = "pareto"
	// FamilyGeneralizedPareto begins at the lowest threshold, or at 0.
	FamilyGeneralizedPareto Family = "generalized-pareto"
)

var families = []Family{FamilyLognormal, FamilyGamma, FamilyWeibull, FamilyPareto, FamilyGeneralizedPareto}

// Families returns every family, in the order of the constants.
func Families() []Family { return append([]Family(nil), families...) }

// Known reports whether f is in the vocabulary.
func (f Family) Known() bool { return word.Known(f, families...) }

// UnmarshalText reads a word of the vocabulary.
func (f *Family) UnmarshalText(text []byte) (err error) {
	*f, err = word.Parse("montecarlo.Family", text, families...)
	return err
}

// shape is a family as the search sees it: it moves over coordinates that may
// be any number.
type shape struct {
	names      []string                        // of the parameters
	start      []float64                       // coordinates to begin at
	parameters func(at []float64) []float64    // of coordinates
	slopes     func(at []float64) []float64    // of each parameter by its own coordinate
	law        func(at []float64) law          // with these parameters
	severity   func(at []float64) Distribution // the same as part of a model
}

// positive is the coordinate system of parameters that are greater than 0.
func positive(names []string, start []float64, l func(p []float64) law, d func(p []float64) Distribution) shape {
	exp := func(at []float64) []float64 {
		p := make([]float64, len(at))
		for i := range at {
			p[i] = numeric.Exp(at[i])
		}
		return p
	}
	for i := range start {
		start[i] = numeric.Log(start[i])
	}
	return shape{
		names: names, start: start, parameters: exp, slopes: exp,
		law:      func(at []float64) law { return l(exp(at)) },
		severity: func(at []float64) Distribution { return d(exp(at)) },
	}
}

// halfFree is the coordinate system of a first parameter that may be any
// number and a second that is greater than 0.
func halfFree(names []string, start []float64, l func(p []float64) law, d func(p []float64) Distribution) shape {
	parameters := func(at []float64) []float64 { return []float64{at[0], numeric.Exp(at[1])} }
	return shape{
		names: names, start: []float64{start[0], numeric.Log(start[1])}, parameters: parameters,
		slopes:   func(at []float64) []float64 { return []float64{1, numeric.Exp(at[1])} },
		law:      func(at []float64) law { return l(parameters(at)) },
		severity: func(at []float64) Distribution { return d(parameters(at)) },
	}
}

// shapeOf prepares a family for a sample. The searches begin where a lognormal
// with the same mean and spread of logarithms would suggest.
func shapeOf(f Family, s sample) shape {
	meanLog, sdLog := s.logs()
	scale := numeric.Exp(meanLog)
	switch f {
	case FamilyGamma:
		a := 1 / float64(sdLog*sdLog)
		return positive([]string{"shape", "scale"}, []float64{a, scale / a},
			func(p []float64) law { return gammaLaw{p[0], p[1]} },
			func(p []float64) Distribution { return Gamma(p[0], p[1]) })
	case FamilyWeibull:
		return positive([]string{"shape", "scale"}, []float64{1.2 / sdLog, scale * 1.3},
			func(p []float64) law { return weibullLaw{p[0], p[1]} },
			func(p []float64) Distribution { return Weibull(p[0], p[1]) })
	case FamilyPareto:
		from := s.begin()
		if from == 0 {
			from = s.smallest()
		}
		return positive([]string{"alpha"}, []float64{1 / sdLog},
			func(p []float64) law { return paretoLaw{1 / p[0], from / p[0], from} },
			func(p []float64) Distribution { return GeneralizedPareto(from, from/p[0], 1/p[0]) })
	case FamilyGeneralizedPareto:
		from := s.begin()
		return halfFree([]string{"shape", "scale"}, []float64{0.2, scale},
			func(p []float64) law { return paretoLaw{p[0], p[1], from} },
			func(p []float64) Distribution { return GeneralizedPareto(from, p[1], p[0]) })
	default:
		return halfFree([]string{"mu", "sigma"}, []float64{meanLog, sdLog},
			func(p []float64) law { return lognormalLaw{p[0], p[1]} },
			func(p []float64) Distribution { return Lognormal(p[0], p[1]) })
	}
}
