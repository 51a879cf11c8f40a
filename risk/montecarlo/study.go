package montecarlo

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Study asks a model many times, each time with other numbers in some places:
// what the loss is over a range of rates, with every subset of controls, or
// which of the estimates matter. [Study.Plan] joins it with the model.
type Study struct {
	Format  string        `json:"format"` // of the document; see [aims.Format]
	Title   string        `json:"title,omitempty"`
	Factors []StudyFactor `json:"factors"`
	Design  Design        `json:"design"`
	// Metrics of every point; empty: mean, var:0.95, tvar:0.95, var:0.99 and tvar:0.99.
	Metrics []Metric `json:"metrics,omitempty"`
	// Scenarios whose metrics are wanted besides those of all together.
	Scenarios []ScenarioID `json:"scenarios,omitempty"`
	Method    Method       `json:"method,omitempty"` // of every point; empty: simulation
	// Trials and Seed of the simulation of every point; absent trials: 100,000.
	// All points have the same seed, so that they meet the same years and their
	// differences are those of the model.
	Trials int64  `json:"trials,omitempty"`
	Seed   uint64 `json:"seed,omitempty"`
}

// StudyFactor is a place of the model, or several places that change
// together, with the values that it takes. The values are given in exactly
// one way: Values; From and To; Distribution; or Controls.
type StudyFactor struct {
	Name string `json:"name"` // of the column in the rows
	// At lists the JSON pointers of the places in the document of the model, such
	// as /scenarios/0/severity/mu. Absent for Controls.
	At []string `json:"at,omitempty"`
	// Values lists what is set: numbers, or any other JSON that may stand there,
	// such as whole distributions.
	Values []Value `json:"values,omitempty"`
	// From and To bound a range; a grid takes Steps values of it, the ends among
	// them. Spacing says how the values lie in it; empty: linear.
	From    Number  `json:"from,omitzero"`
	To      Number  `json:"to,omitzero"`
	Spacing Spacing `json:"spacing,omitempty"`
	// Distribution of the value: a sampling design takes its quantiles, a grid
	// those in the middle of Steps equally likely parts.
	Distribution *Distribution `json:"distribution,omitempty"`
	Steps        int           `json:"steps,omitempty"` // of a range or distribution in a grid
	// Controls that are switched on and off, in all their combinations.
	Controls []ControlID `json:"controls,omitempty"`
}

// defaultTrials is how many years are simulated at a point that says nothing.
const defaultTrials = 100_000

// maxSwitches is the greatest number of controls of one factor.
const maxSwitches = 20

// total stands in the rows of a study for all scenarios together.
const total = "total"

func (s Study) metrics() []Metric {
	if len(s.Metrics) > 0 {
		return s.Metrics
	}
	return []Metric{{Name: "mean"}, {"var", 0.95}, {"tvar", 0.95}, {"var", 0.99}, {"tvar", 0.99}}
}

// levels returns the levels that the metrics need.
func (s Study) levels() []Level {
	var out []Level
	for _, m := range s.metrics() {
		if p, ok := m.level(); ok && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

// reserved lists the columns of a row that no factor may be named after.
func reserved() []string {
	return []string{"point", "scenario", "metric", "p", "value", "se", "low", "high"}
}

// Validate reports every problem of the study itself. Whether its places and
// names are those of a model is seen by [Study.Plan].
func (s Study) Validate() error {
	c := newChecker()
	if s.Format != "" && s.Format != aims.Format {
		c.Add("format", FormatWrong, "got", s.Format, "want", aims.Format)
	}
	c.OptionalText("title", s.Title)
	if len(s.Factors) == 0 {
		c.Add("factors", aims.Missing)
	}
	sizes := make([]int, len(s.Factors))
	for i, f := range s.Factors {
		sizes[i] = max(f.size(), 1)
		c.Nest(aims.Field("factors", i), f.validate(s.Design.Kind))
		switch {
		case slices.Contains(reserved(), f.Name):
			c.Add(aims.Field("factors", i, "name"), NameReserved, "got", f.Name)
		case f.Name != "" && slices.ContainsFunc(s.Factors[:i], func(o StudyFactor) bool { return o.Name == f.Name }):
			c.Add(aims.Field("factors", i, "name"), aims.Twice, "value", f.Name)
		}
	}
	c.Nest("design", s.Design.Validate())
	most := map[DesignKind]int{DesignSobol: MaxSobolDims, DesignIndices: MaxIndexFactors}[s.Design.Kind]
	if most > 0 && len(s.Factors) > most {
		c.Add("factors", TooManyFactors, "kind", string(s.Design.Kind), "max", strconv.Itoa(most), "factors", strconv.Itoa(len(s.Factors)))
	}
	if _, ok := grid(sizes); !ok && s.Design.Kind == DesignGrid {
		c.Add("factors", TooManyPoints, "max", strconv.Itoa(MaxPoints))
	}
	for i, m := range s.Metrics {
		if again, err := ParseMetric(m.String()); err != nil || again != m {
			c.Add(aims.Field("metrics", i), aims.WordUnknown, "got", m.String())
		}
	}
	aims.CheckIDs(&c.Checker, "scenarios", s.Scenarios)
	aims.CheckOptionalWord(&c.Checker, "method", s.Method)
	c.float("trials", float64(s.Trials), notNegative, wantCount)
	return c.Err()
}

// validate reports the problems of a factor in a design.
func (f StudyFactor) validate(kind DesignKind) error {
	c := newChecker()
	c.Text("name", f.Name)
	c.TextList("at", f.At)
	ranged := !f.From.IsZero() || !f.To.IsZero()
	for i, v := range f.Values {
		if !json.Valid(v) {
			c.Add(aims.Field("values", i), OutOfRange, "got", strconv.Quote(fmt.Sprintf("%.60s", v)), "want", "one JSON value, such as a number or a whole distribution")
		}
	}
	ways := 0
	for _, given := range []bool{len(f.Values) > 0, ranged, f.Distribution != nil, len(f.Controls) > 0} {
		if given {
			ways++
		}
	}
	if ways != 1 {
		c.Add("", FactorForm)
		return c.Err()
	}
	if len(f.Controls) > 0 {
		aims.CheckIDs(&c.Checker, "controls", f.Controls)
		if n := float64(len(f.Controls)); n > maxSwitches {
			c.float("controls", n, func(float64) bool { return false }, "at most 20 controls")
		}
		if len(f.At) > 0 {
			c.Add("at", ParameterUnused, "kind", "a factor of controls", "name", "at", "want", "controls")
		}
	} else if len(f.At) == 0 {
		c.Add("at", aims.Missing)
	}
	c.stepped(f, kind, ranged)
	if f.Distribution != nil {
		c.Nest("distribution", f.Distribution.Validate())
	}
	return c.Err()
}

// stepped checks what only ranges and distributions have.
func (c *checker) stepped(f StudyFactor, kind DesignKind, ranged bool) {
	aims.CheckOptionalWord(&c.Checker, "spacing", f.Spacing)
	if f.Spacing != "" && !ranged {
		c.Add("spacing", ParameterUnused, "kind", "a factor that is no range", "name", "spacing", "want", "its values")
	}
	switch {
	case !ranged:
	case f.From.IsZero():
		c.Add("from", aims.Missing)
	case f.To.IsZero():
		c.Add("to", aims.Missing)
	default:
		ok, want := anyNumber, wantNumber
		if f.Spacing == SpacingLogarithmic {
			ok, want = aboveZero, wantPositive
		}
		low, high := c.number("from", f.From, ok, want), c.number("to", f.To, ok, want)
		if low && high && f.From.value >= f.To.value {
			c.Add("to", OutOfOrder, "first", "from", "firstValue", f.From.String(), "relation", "less than", "second", "to", "secondValue", f.To.String())
		}
	}
	switch {
	case !ranged && f.Distribution == nil && f.Steps != 0:
		c.Add("steps", ParameterUnused, "kind", "a factor that is no range", "name", "steps", "want", "its values")
	case (ranged || f.Distribution != nil) && kind == DesignGrid && f.Steps == 0:
		c.Add("steps", aims.Missing)
	case (ranged || f.Distribution != nil) && (kind == DesignGrid || f.Steps != 0):
		c.float("steps", float64(f.Steps), func(x float64) bool { return x >= 2 && x <= math.MaxInt32 }, "a whole number from 2 up")
	}
}

// DecodeStudy reads the JSON of a study strictly, and validates it.
func DecodeStudy(data []byte) (Study, error) {
	var s Study
	if _, err := aims.DecodeDocument(data, &s, aims.DecodeOptions{}); err != nil {
		return Study{}, err
	}
	return s, s.Validate()
}
