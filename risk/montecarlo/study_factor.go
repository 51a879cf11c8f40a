package montecarlo

import (
	"encoding/json"
	"math"
	"math/bits"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/internal/numeric"
	"github.com/aimskit/aimskit/internal/word"
)

// Value is a value that a study sets in the document of a model: any JSON.
type Value = json.RawMessage

// Spacing says how values lie in a range.
type Spacing string

// The spacings.
const (
	SpacingLinear      Spacing = "linear"      // with equal differences
	SpacingLogarithmic Spacing = "logarithmic" // with equal ratios
)

// Known reports whether s is in the vocabulary.
func (s Spacing) Known() bool { return word.Known(s, SpacingLinear, SpacingLogarithmic) }

// UnmarshalText reads a word of the vocabulary.
func (s *Spacing) UnmarshalText(text []byte) (err error) {
	*s, err = word.Parse("montecarlo.Spacing", text, SpacingLinear, SpacingLogarithmic)
	return err
}

// size is the number of values of a factor in a grid.
func (f StudyFactor) size() int {
	switch {
	case len(f.Values) > 0:
		return len(f.Values)
	case len(f.Controls) > 0:
		return 1 << min(len(f.Controls), maxSwitches)
	}
	return f.Steps
}

// step returns value j of a grid, and where it stands among the values in
// units of the whole, from 0 to 1.
func (f StudyFactor) step(j int) (Value, float64) {
	switch {
	case len(f.Values) > 0 || len(f.Controls) > 0:
		return f.listed(j)
	case f.Distribution != nil:
		return f.drawn((float64(j) + 0.5) / float64(f.Steps))
	case j == f.Steps-1:
		return encoded(f.To.value), 1
	}
	return f.drawn(float64(j) / float64(f.Steps-1))
}

// drawn returns the value at the share u of a factor.
func (f StudyFactor) drawn(u float64) (Value, float64) {
	if len(f.Values) > 0 || len(f.Controls) > 0 {
		return f.listed(int(u * float64(f.size())))
	}
	if f.Distribution != nil {
		return encoded(f.Distribution.quantile(u)), u
	}
	from, to := f.From.value, f.To.value
	x := from + float64(u*(to-from))
	if f.Spacing == SpacingLogarithmic {
		low, high := numeric.Log(from), numeric.Log(to)
		x = numeric.Exp(low + float64(u*(high-low)))
	}
	return encoded(min(max(rounded(x), from), to)), u
}

// rounded keeps twelve digits, so that the steps of a range look as they are
// meant: 0.3 and not 0.30000000000000004.
func rounded(x float64) float64 {
	y, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 12, 64), 64)
	return y
}

// ends returns the values of a factor in a one-at-a-time design.
func (f StudyFactor) ends(low, high float64) []Value {
	if n := f.size(); len(f.Values) > 0 || len(f.Controls) > 0 {
		out := make([]Value, n)
		for j := range out {
			out[j], _ = f.listed(j)
		}
		return out
	}
	a, _ := f.drawn(low)
	b, _ := f.drawn(high)
	return []Value{a, b}
}

// listed returns value j of a list; a subset of controls stands where the
// number of its controls puts it.
func (f StudyFactor) listed(j int) (Value, float64) {
	if len(f.Values) > 0 {
		return f.Values[j], float64(j) / math.Max(1, float64(len(f.Values)-1))
	}
	var on []string
	for k, id := range f.Controls {
		if j>>k&1 == 1 {
			on = append(on, string(id))
		}
	}
	name := strings.Join(on, "+")
	if len(on) == 0 {
		name = noControls
	}
	return encoded(name), float64(bits.OnesCount(uint(j))) / float64(len(f.Controls))
}

// noControls is the value of a factor whose controls are all off.
const noControls = "none"

// encoded is a number or distribution as JSON; those of a study are finite.
func encoded(v any) Value {
	out, _ := json.Marshal(v)
	return out
}
