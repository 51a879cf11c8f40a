package montecarlo

import (
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// maxRate is the greatest mean number of events in a year.
const maxRate = 1e6

func rate(x float64) bool { return x >= 0 && x <= maxRate }

// maxClustering is the greatest ratio of mean and size of a negative binomial,
// whose table would be too long otherwise.
const maxClustering = 1e4

const wantRate = "a number of events from 0 to 1000000; model what happens more often as one loss a year"

// Validate reports every problem of the model, in the order of its fields.
func (m Model) Validate() error {
	c := &modelChecker{newChecker(), m, make(map[ScenarioID]*Scenario, len(m.Scenarios))}
	if m.Format != "" && m.Format != aims.Format {
		c.Add("format", FormatWrong, "got", m.Format, "want", aims.Format)
	}
	c.OptionalText("title", m.Title)
	c.OptionalText("notes", m.Notes)
	if m.Currency != "" && !currency(m.Currency) {
		c.Add("currency", CurrencyMalformed, "got", strconv.Quote(m.Currency))
	}
	if len(m.Scenarios) == 0 {
		c.Add("scenarios", NoScenario)
	}
	for i := range m.Scenarios {
		if s := &m.Scenarios[i]; c.byID[s.ID] == nil {
			c.byID[s.ID] = s
		}
	}
	c.scenarios()
	c.controls()
	c.shocks()
	c.correlations()
	c.uncertain()
	c.appetite()
	return c.Err()
}

func currency(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

type modelChecker struct {
	*checker
	model Model
	byID  map[ScenarioID]*Scenario
}

// ids checks the id of every element of a list: well formed, none twice.
func ids[T ~string](c *checker, list string, n int, id func(i int) T) {
	seen := make(map[T]bool, n)
	for i := range n {
		field := aims.Field(list, i, "id")
		aims.CheckID(&c.Checker, field, id(i))
		if seen[id(i)] && id(i) != "" {
			c.Add(field, aims.Twice, "value", string(id(i)))
		}
		seen[id(i)] = true
	}
}

func (c *modelChecker) scenarios() {
	ids(c.checker, "scenarios", len(c.model.Scenarios), func(i int) ScenarioID { return c.model.Scenarios[i].ID })
	for i, s := range c.model.Scenarios {
		own := newChecker()
		own.scenario(s)
		c.Nest(aims.Field("scenarios", i), own.Err())
	}
}

func (c *checker) scenario(s Scenario) {
	c.OptionalText("title", s.Title)
	c.OptionalText("notes", s.Notes)
	c.Refs("refs", s.Refs)
	if s.Tree != nil {
		var also []string
		if s.Frequency != nil {
			also = append(also, "frequency")
		}
		if s.Severity != nil {
			also = append(also, "severity")
		}
		if also != nil {
			c.Add("", EstimateTwice, "also", words(also))
		}
		c.Nest("tree", s.Tree.Validate())
		return
	}
	var missing []string
	if s.Frequency == nil {
		missing = append(missing, "frequency")
	} else {
		c.Nest("frequency", s.Frequency.Validate())
	}
	if s.Severity == nil {
		missing = append(missing, "severity")
	} else {
		c.Nest("severity", s.Severity.Validate())
	}
	if missing != nil {
		c.Add("", EstimateMissing, "missing", words(missing))
	}
}

// known checks that a scenario is one of the model's, and returns it.
func (c *modelChecker) known(field string, id ScenarioID) *Scenario {
	if id == "" || !aims.ValidID(string(id)) {
		aims.CheckID(&c.Checker, field, id)
		return nil
	}
	s := c.byID[id]
	if s == nil && len(c.model.Scenarios) > 0 {
		c.Add(field, ScenarioUnknown, "got", string(id), "like", string(c.model.Scenarios[0].ID))
	}
	return s
}

// within checks that a distribution, where it is given, has no value outside
// of what its place allows.
func (c *checker) within(field, what string, d *Distribution, low, high float64) {
	if d == nil || !c.distribution(field, *d, 1) {
		return
	}
	if from, to := d.support(); from < low || to > high {
		c.Add(field, Outside, "what", what, "low", format(low), "high", format(high), "from", format(from), "to", format(to))
	}
}

// heavy checks an uncertain rate: it may have no upper end, but must not run
// away.
func (c *checker) uncertainRate(field string, d *Distribution) {
	if d == nil || !c.distribution(field, *d, 1) {
		return
	}
	if far := d.quantile(1 - 0x1p-40); far > maxRate {
		c.Add(field, TooHeavy, "got", format(far)+" events a year")
	}
}

// Validate reports every problem of a frequency.
func (f Frequency) Validate() error {
	c := newChecker()
	aims.CheckWord(&c.Checker, "kind", f.Kind)
	if !f.Kind.Known() {
		return c.Err()
	}
	list := []parameter{
		{"count", f.Count.known},
		{"probability", f.Probability.known},
		{"rate", f.Rate.known},
		{"uncertainRate", f.UncertainRate != nil},
		{"mean", f.Mean.known},
		{"size", f.Size.known},
		{"probabilities", len(f.Probabilities) > 0},
	}
	if !c.parameters(string(f.Kind), list, f.wants(), nil) {
		return c.Err()
	}
	c.number("count", f.Count, func(x float64) bool { return rate(x) && x == float64(int64(x)) }, "a whole number from 0 to 1000000")
	if f.Kind == FrequencyPoisson {
		c.number("probability", f.Probability, func(x float64) bool { return x >= 0 && x < 1 }, "a number from 0 to less than 1")
	} else {
		c.number("probability", f.Probability, probability, wantProbability)
	}
	c.number("rate", f.Rate, rate, wantRate)
	c.uncertainRate("uncertainRate", f.UncertainRate)
	c.number("mean", f.Mean, func(x float64) bool { return x > 0 && rate(x) }, "a number of events above 0 and up to 1000000")
	if mean, ok := f.Mean.Value(); c.number("size", f.Size, shapely, wantShape) && ok {
		c.number("size", f.Size, func(x float64) bool { return x*maxClustering >= mean }, "at least a 10000th of the mean: such a frequency is a rare disaster; model it as one")
	}
	c.probabilities("probabilities", f.Probabilities)
	return c.Err()
}

func (f Frequency) wants() []string {
	switch f.Kind {
	case FrequencyFixed:
		return []string{"count"}
	case FrequencyBernoulli:
		return []string{"probability"}
	case FrequencyNegativeBinomial:
		return []string{"mean", "size"}
	case FrequencyTable:
		return []string{"probabilities"}
	}
	switch { // Poisson: one of three
	case f.UncertainRate != nil:
		return []string{"uncertainRate"}
	case f.Probability.known && !f.Rate.known:
		return []string{"probability"}
	}
	return []string{"rate"}
}
