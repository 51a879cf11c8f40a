package montecarlo

import "github.com/aimskit/aimskit/internal/word"

// FrequencyKind is the kind of a [Frequency], and says which of its parameters
// it wants.
type FrequencyKind string

// The kinds of frequency.
const (
	FrequencyFixed            FrequencyKind = "fixed"             // count
	FrequencyBernoulli        FrequencyKind = "bernoulli"         // probability: of one event in a year, never more
	FrequencyPoisson          FrequencyKind = "poisson"           // rate, probability or uncertainRate
	FrequencyNegativeBinomial FrequencyKind = "negative-binomial" // mean, size
	FrequencyTable            FrequencyKind = "table"             // probabilities of 0, 1, 2 … events
)

var frequencyKinds = []FrequencyKind{
	FrequencyFixed, FrequencyBernoulli, FrequencyPoisson, FrequencyNegativeBinomial, FrequencyTable,
}

// Known reports whether k is in the vocabulary.
func (k FrequencyKind) Known() bool { return word.Known(k, frequencyKinds...) }

// UnmarshalText reads a word of the vocabulary.
func (k *FrequencyKind) UnmarshalText(text []byte) (err error) {
	*k, err = word.Parse("montecarlo.FrequencyKind", text, frequencyKinds...)
	return err
}

// Frequency is the distribution of the number of events in a year: a kind with
// the parameters that the kind wants and no others. The zero value is none.
//
// A Poisson frequency takes one of three: the rate of events a year; the
// probability p of at least one event in a year, which is the rate −ln(1−p);
// or the distribution of an uncertain rate, which is drawn anew every year.
type Frequency struct {
	Kind          FrequencyKind `json:"kind"`
	Count         Number        `json:"count,omitzero"`          // fixed: a whole number
	Probability   Number        `json:"probability,omitzero"`    // Bernoulli; Poisson: of at least one event
	Rate          Number        `json:"rate,omitzero"`           // Poisson: events a year
	UncertainRate *Distribution `json:"uncertainRate,omitempty"` // Poisson: of the rate
	Mean          Number        `json:"mean,omitzero"`           // negative binomial: events a year
	Size          Number        `json:"size,omitzero"`           // negative binomial: the variance is mean + mean²/size
	Probabilities []float64     `json:"probabilities,omitempty"` // table: of 0, 1, 2 … events; they add up to 1
}

// Fixed is n events every year.
func Fixed(n int) Frequency { return Frequency{Kind: FrequencyFixed, Count: Num(float64(n))} }

// Bernoulli is one event in a year with probability p, and none otherwise.
func Bernoulli(p float64) Frequency {
	return Frequency{Kind: FrequencyBernoulli, Probability: Num(p)}
}

// Poisson is independent events at a rate a year.
func Poisson(rate float64) Frequency { return Frequency{Kind: FrequencyPoisson, Rate: Num(rate)} }

// UncertainPoisson is independent events at a rate that is drawn every year.
func UncertainPoisson(rate Distribution) Frequency {
	return Frequency{Kind: FrequencyPoisson, UncertainRate: &rate}
}

// NegativeBinomial has variance mean + mean²/size: events that cluster.
func NegativeBinomial(mean, size float64) Frequency {
	return Frequency{Kind: FrequencyNegativeBinomial, Mean: Num(mean), Size: Num(size)}
}

// CountTable is n events with probability p[n].
func CountTable(p ...float64) Frequency {
	return Frequency{Kind: FrequencyTable, Probabilities: p}
}
