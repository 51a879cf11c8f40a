package montecarlo

import (
	"math"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/numeric"
	"github.com/aimskit/aimskit/internal/word"
)

// Experience is how many events were counted, and over which exposure.
type Experience struct {
	Events int64 `json:"events"`
	// Years of exposure: the years that were looked at, times the number of
	// systems or sites where the rate is wanted for one of them.
	Years float64 `json:"years"`
}

// Prior is what is held to be known of a rate before events are counted: a
// gamma distribution, by name or by its parameters. The zero value is refused;
// see [Jeffreys].
type Prior struct {
	Name PriorName `json:"name"`
	// Shape and Years of an own prior: as if so many events had been seen in so
	// many years. Absent for the named ones.
	Shape Number `json:"shape,omitzero"`
	Years Number `json:"years,omitzero"`
}

// PriorName names a [Prior].
type PriorName string

// The priors.
const (
	PriorJeffreys PriorName = "jeffreys" // half an event in no time: does not depend on the unit of the rate
	PriorUniform  PriorName = "uniform"  // one event in no time: every rate is as likely as any other
	PriorGamma    PriorName = "gamma"    // own parameters
)

var priorNames = []PriorName{PriorJeffreys, PriorUniform, PriorGamma}

// Known reports whether n is in the vocabulary.
func (n PriorName) Known() bool { return word.Known(n, priorNames...) }

// UnmarshalText reads a word of the vocabulary.
func (n *PriorName) UnmarshalText(text []byte) (err error) {
	*n, err = word.Parse("montecarlo.PriorName", text, priorNames...)
	return err
}

// Jeffreys is the usual prior where nothing is known.
func Jeffreys() Prior { return Prior{Name: PriorJeffreys} }

// parameters returns the events and years that a prior stands for.
func (p Prior) parameters() (shape, years float64) {
	switch p.Name {
	case PriorJeffreys:
		return 0.5, 0
	case PriorUniform:
		return 1, 0
	}
	return p.Shape.Or(0), p.Years.Or(0)
}

// RateFit is what counted events say about the rate of events a year: the
// posterior gamma distribution of the rate.
type RateFit struct {
	Experience Experience `json:"experience"`
	Prior      Prior      `json:"prior"`
	Shape      float64    `json:"shape"` // of the gamma distribution
	Years      float64    `json:"years"` // 1/scale of the gamma distribution
	Mean       float64    `json:"mean"`
	SD         float64    `json:"sd"`
	Interval   Interval   `json:"interval"` // holds the rate with probability 0.9
	// Frequency is the number of events of a year: Poisson with the uncertain
	// rate, which is a negative binomial number.
	Frequency Frequency `json:"frequency"`
}

// FitRate returns the posterior distribution of a rate. No event in ten years
// is not a rate of zero. An [aims.InvalidError] lists what is malformed.
func FitRate(e Experience, p Prior) (RateFit, error) {
	c := newChecker()
	c.float("events", float64(e.Events), notNegative, wantCount)
	c.float("years", e.Years, aboveZero, wantPositive)
	c.Nest("prior", p.Validate())
	if err := c.Err(); err != nil {
		return RateFit{}, err
	}
	shape, years := p.parameters()
	shape, years = shape+float64(e.Events), years+e.Years
	return RateFit{
		Experience: e, Prior: p, Shape: shape, Years: years,
		Mean: shape / years, SD: math.Sqrt(shape) / years,
		Interval:  Interval{numeric.GammaQuantile(shape, 0.05) / years, numeric.GammaQuantile(shape, 0.95) / years},
		Frequency: UncertainPoisson(Gamma(shape, 1/years)),
	}, nil
}

// Validate reports a missing or unknown name, and parameters that are missing,
// malformed or not the prior's own.
func (p Prior) Validate() error {
	c := newChecker()
	aims.CheckWord(&c.Checker, "name", p.Name)
	if !p.Name.Known() {
		return c.Err()
	}
	given := []parameter{{"shape", !p.Shape.IsZero()}, {"years", !p.Years.IsZero()}}
	if p.Name == PriorGamma {
		c.parameters(string(p.Name), given, []string{"shape", "years"}, nil)
	} else {
		c.parameters(string(p.Name), given, nil, nil)
	}
	c.number("shape", p.Shape, shapely, wantShape)
	c.number("years", p.Years, aboveZero, wantPositive)
	return c.Err()
}
