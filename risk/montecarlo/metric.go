package montecarlo

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Metric is a figure of a [Result] by its name: mean, sd, p0 or pPositive; or
// with a number behind a colon, var:0.99 and tvar:0.99 at a level, and
// exceedance:250000, the probability of more than an amount. The zero value is
// none.
type Metric struct {
	Name string  // without the number
	At   float64 // the level or amount of a name that wants one
}

// metricNames lists the names; wants says what the number behind them is.
var metricNames = []struct{ name, wants string }{
	{"mean", ""},
	{"sd", ""},
	{"p0", ""},
	{"pPositive", ""},
	{"var", "a level between 0 and 1, such as var:0.99"},
	{"tvar", "a level between 0 and 1, such as tvar:0.99"},
	{"exceedance", "an amount of at least 0, such as exceedance:250000"},
}

// ParseMetric reads a metric; see [Metric].
func ParseMetric(s string) (Metric, error) {
	name, number, _ := strings.Cut(s, ":")
	for _, known := range metricNames {
		if name != known.name {
			continue
		}
		if known.wants == "" {
			if name != s {
				return Metric{}, fmt.Errorf("montecarlo: the metric %q has no number; write %s", s, name)
			}
			return Metric{Name: name}, nil
		}
		at, err := strconv.ParseFloat(number, 64)
		m := Metric{name, at}
		if err != nil || !m.inRange() || format(at) != number && strings.ContainsAny(number, "_xXpP+nN") {
			return Metric{}, fmt.Errorf("montecarlo: the metric %.60q lacks its number: %s", s, known.wants)
		}
		return m, nil
	}
	return Metric{}, fmt.Errorf("montecarlo: %.60q is no metric; use mean, sd, p0, pPositive, var:LEVEL, tvar:LEVEL or exceedance:AMOUNT", s)
}

func (m Metric) inRange() bool {
	if m.Name == "exceedance" {
		return m.At >= 0 && m.At <= 1e300
	}
	return m.At > 0 && m.At < 1
}

// String returns the text that [ParseMetric] reads.
func (m Metric) String() string {
	switch m.Name {
	case "var", "tvar", "exceedance":
		return m.Name + ":" + format(m.At)
	}
	return m.Name
}

// MarshalText returns the text that [ParseMetric] reads.
func (m Metric) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads a metric; see [ParseMetric].
func (m *Metric) UnmarshalText(text []byte) (err error) {
	*m, err = ParseMetric(string(text))
	return err
}

// level returns the level of a metric that is taken at one.
func (m Metric) level() (Level, bool) {
	return Level(m.At), m.Name == "var" || m.Name == "tvar"
}

// Figure is a figure of a result with its sampling error.
type Figure struct {
	Value  float64 `json:"value"`
	StdErr Number  `json:"se,omitzero"` // of a simulation; absent for the exact method
	// The 95 % interval of the sampling error, or for the exact method the bounds
	// of its error; absent where neither is known.
	Low  Number `json:"low,omitzero"`
	High Number `json:"high,omitzero"`
}

// z975 is the 97.5 % quantile of the standard normal distribution.
const z975 = 1.959963984540054

// around returns a figure with the interval that its standard error gives.
func around(value, se float64) Figure {
	return Figure{value, Num(se), Num(value - float64(z975*se)), Num(value + float64(z975*se))}
}

// within returns a figure with an interval.
func within(value float64, i Interval) Figure {
	return Figure{Value: value, Low: Num(i.Low), High: Num(i.High)}
}

// Figure returns a metric of a scenario, or with "" of all together; false
// where the result does not have it: a level that it was not asked for, or a
// scenario that it does not know.
func (r Result) Figure(id ScenarioID, m Metric) (Figure, bool) {
	s, ok := r.Total, true
	if id != "" {
		s, ok = r.Scenarios[id]
	}
	if !ok {
		return Figure{}, false
	}
	level, _ := m.level()
	switch m.Name {
	case "mean":
		switch {
		case s.Precision != nil:
			return around(s.Mean, s.Precision.Mean), true
		case s.ErrorBound != nil:
			return within(s.Mean, Interval{s.Mean - s.ErrorBound.Mean, s.Mean + s.ErrorBound.Mean}), true
		}
		return Figure{Value: s.Mean}, true
	case "sd":
		return Figure{Value: s.SD}, true
	case "p0", "pPositive":
		value := s.P0
		if m.Name == "pPositive" {
			value = s.PPositive
		}
		if s.Precision != nil {
			return proportion(value, s.Precision.P0), true
		}
		return Figure{Value: value}, true
	case "var":
		return s.varFigure(level)
	case "tvar":
		return s.tvarFigure(level)
	case "exceedance":
		return r.exceedanceFigure(id, m.At)
	}
	return Figure{}, false
}

func (s Summary) varFigure(p Level) (Figure, bool) {
	value, ok := s.VaR[p]
	f := Figure{Value: value}
	switch {
	case s.Precision != nil:
		if i, bounded := s.Precision.VaR[p]; bounded {
			f = within(value, i)
			f.StdErr = Num((i.High - i.Low) / (2 * z975))
		}
	case s.ErrorBound != nil:
		if i, bounded := s.ErrorBound.VaR[p]; bounded {
			f = within(value, i)
		}
	}
	return f, ok
}

func (s Summary) tvarFigure(p Level) (Figure, bool) {
	value, ok := s.TVaR[p]
	switch {
	case s.Precision != nil:
		if se, known := s.Precision.TVaR[p]; known {
			return around(value, se), ok
		}
	case s.ErrorBound != nil:
		if i, bounded := s.ErrorBound.TVaR[p]; bounded {
			return within(value, i), ok
		}
	}
	return Figure{Value: value}, ok
}

func (r Result) exceedanceFigure(id ScenarioID, loss float64) (Figure, bool) {
	c, ok := r.Curve(id)
	f := Figure{Value: c.Exceedance(loss)}
	if c.sum != nil {
		if i, bounded := c.sum.interval(MeasureExceedance, loss); bounded {
			f = within(f.Value, i)
		}
	}
	if n := float64(r.Trials); n > 0 {
		f.StdErr = Num(math.Sqrt(float64(f.Value*(1-f.Value)) / n))
	}
	return f, ok
}

// proportion is around for a probability.
func proportion(p, se float64) Figure {
	f := around(p, se)
	f.Low, f.High = Num(max(f.Low.value, 0)), Num(min(f.High.value, 1))
	return f
}
