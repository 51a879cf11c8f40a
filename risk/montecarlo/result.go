package montecarlo

import (
	"fmt"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Result is what a model says about the loss of a year.
type Result struct {
	Format    string                 `json:"format"`
	Method    Method                 `json:"method"`
	Currency  string                 `json:"currency,omitempty"` // of all money
	Total     Summary                `json:"total"`
	Scenarios map[ScenarioID]Summary `json:"scenarios"`
	Trials    int64                  `json:"trials,omitempty"` // of a simulation
	Seed      uint64                 `json:"seed,omitempty"`   // of a simulation
	Shards    []Shard                `json:"shards,omitempty"` // the trials that were made, in order
	Worst     []Worst                `json:"worst,omitempty"`  // the years with the greatest losses; see [Config].Worst
	Bands     *Bands                 `json:"bands,omitempty"`  // see [Config].Parameters
	Appetite  []Check                `json:"appetite,omitempty"`
	// Provenance binds the result to the model, the method and the version.
	Provenance aims.Provenance `json:"provenance"`
	Seal       aims.Digest     `json:"seal,omitempty"` // see [Result.Sealed]

	curves map[ScenarioID]Curve // "" is the total

	// What a simulation merges by; absent otherwise.
	run    *run
	ids    []ScenarioID // of the scenarios of run
	model  Model
	config Config
}

// Method is how a [Result] was found.
type Method string

// The methods.
const (
	MethodSimulation Method = "simulation"
	MethodExact      Method = "exact"
)

// Known reports whether m is in the vocabulary.
func (m Method) Known() bool { return word.Known(m, MethodSimulation, MethodExact) }

// UnmarshalText reads a word of the vocabulary.
func (m *Method) UnmarshalText(text []byte) (err error) {
	*m, err = word.Parse("montecarlo.Method", text, MethodSimulation, MethodExact)
	return err
}

// Summary says in numbers how the loss of a year is distributed.
type Summary struct {
	Mean      float64 `json:"mean"`
	SD        float64 `json:"sd"`
	P0        float64 `json:"p0"`        // the probability that the year's loss is 0
	PPositive float64 `json:"pPositive"` // the probability that it is more than 0: 1 − p0
	// VaR at level p is the least amount that the year's loss does not exceed
	// with probability p at least.
	VaR map[Level]float64 `json:"var"`
	// TVaR at level p is the mean of VaR over the levels from p to 1, after
	// Acerbi and Tasche: the mean of the worst 1−p of the years, also where
	// several years share the loss at the border.
	TVaR map[Level]float64 `json:"tvar"`
	// Precision is the sampling error of a simulation; absent for the exact method.
	Precision *Precision `json:"precision,omitempty"`
	// ErrorBound is the bound that the exact method gives for its discretization.
	ErrorBound *ErrorBound `json:"errorBound,omitempty"`
	AEP        []Point     `json:"aep,omitempty"` // exceedance of the sum of a year
	OEP        []Point     `json:"oep,omitempty"` // exceedance of the largest loss of a year
}

// Level is a probability at which a quantile is taken, between 0 and 1. As a
// key in JSON it is the shortest decimal text, such as "0.95".
type Level float64

// MarshalText returns the shortest decimal text.
func (l Level) MarshalText() ([]byte, error) { return []byte(format(float64(l))), nil }

// UnmarshalText reads a decimal number between 0 and 1, both excluded.
func (l *Level) UnmarshalText(text []byte) error {
	x, err := strconv.ParseFloat(string(text), 64)
	if err != nil || !(x > 0 && x < 1) {
		return fmt.Errorf("montecarlo: %.40q is no level; write a number between 0 and 1, such as 0.95", text)
	}
	*l = Level(x)
	return nil
}

// Precision is the sampling error of a simulation: what another seed would
// change.
type Precision struct {
	Mean float64 `json:"mean"` // standard error
	P0   float64 `json:"p0"`   // standard error
	// VaR has the 95 % intervals from order statistics; a level for which the
	// trials are too few to bound it from above has none.
	VaR map[Level]Interval `json:"var"`
	// TVaR has the standard errors; a level that fewer than two trials exceed
	// has none.
	TVaR map[Level]float64 `json:"tvar"`
}

// ErrorBound bounds the difference between a figure of the exact method and
// the model's true one. The true VaR at level p lies within the interval.
type ErrorBound struct {
	Mean float64            `json:"mean"`
	VaR  map[Level]Interval `json:"var,omitempty"`
	TVaR map[Level]Interval `json:"tvar,omitempty"`
}

// Interval reaches from Low to High, both included.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// Point is a point of an exceedance curve: the loss is greater than Loss with
// probability Exceedance.
type Point struct {
	Loss       float64 `json:"loss"`
	Exceedance float64 `json:"exceedance"`
}

// Shard is a run of consecutive trials.
type Shard struct {
	First  int64 `json:"first"`
	Trials int64 `json:"trials"`
}

// Worst names a trial and its loss.
type Worst struct {
	Trial int64   `json:"trial"`
	Loss  float64 `json:"loss"`
}
