package montecarlo

import (
	"math"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// maxNesting is how deep mixtures may stand in one another.
const maxNesting = 3

// Validate reports every parameter that is missing, not used or out of range.
// A distribution that passes has no values below zero.
func (d Distribution) Validate() error {
	c := newChecker()
	c.distribution("", d, 1)
	return c.Err()
}

// distribution checks a distribution and reports whether it can be used.
func (c *checker) distribution(field string, d Distribution, depth int) bool {
	own := newChecker()
	aims.CheckWord(&own.Checker, "kind", d.Kind)
	if d.Kind.Known() {
		need, may := d.wants()
		if own.parameters(string(d.Kind), d.parameters(), need, may) {
			own.values(d, depth)
		}
	}
	err := own.Err()
	c.Nest(field, err)
	return err == nil
}

func (d Distribution) parameters() []parameter {
	return []parameter{
		{"value", d.Value.known},
		{"min", d.Min.known},
		{"mode", d.Mode.known},
		{"max", d.Max.known},
		{"weight", d.Weight.known},
		{"mu", d.Mu.known},
		{"sigma", d.Sigma.known},
		{"p05", d.P05.known},
		{"p95", d.P95.known},
		{"shape", d.Shape.known},
		{"scale", d.Scale.known},
		{"location", d.Location.known},
		{"alpha", d.Alpha.known},
		{"beta", d.Beta.known},
		{"values", len(d.Values) > 0},
		{"probabilities", len(d.Probabilities) > 0},
		{"parts", len(d.Parts) > 0},
	}
}

// wants returns the parameters that the kind needs, and those it also takes.
func (d Distribution) wants() (need, may []string) {
	switch d.Kind {
	case KindConstant:
		return []string{"value"}, nil
	case KindUniform:
		return []string{"min", "max"}, nil
	case KindTriangular, KindClassicPERT:
		return []string{"min", "mode", "max"}, nil
	case KindPERT:
		return []string{"min", "mode", "max"}, []string{"weight"}
	case KindLognormal:
		if (d.P05.known || d.P95.known) && !d.Mu.known && !d.Sigma.known {
			return []string{"p05", "p95"}, nil
		}
		return []string{"mu", "sigma"}, nil
	case KindGamma, KindWeibull:
		return []string{"shape", "scale"}, nil
	case KindGeneralizedPareto:
		return []string{"scale", "shape"}, []string{"location"}
	case KindBeta:
		return []string{"alpha", "beta"}, []string{"min", "max"}
	case KindEmpirical:
		return []string{"values"}, nil
	case KindDiscrete:
		return []string{"values", "probabilities"}, nil
	}
	return []string{"parts"}, nil // mixture
}

// values checks the parameters of a distribution that has what it needs.
func (c *checker) values(d Distribution, depth int) {
	ok := c.number("value", d.Value, notNegative, wantNotNegative)
	for _, p := range []struct {
		name string
		n    Number
	}{{"min", d.Min}, {"mode", d.Mode}, {"max", d.Max}, {"location", d.Location}} {
		ok = c.number(p.name, p.n, notNegative, wantNotNegative) && ok
	}
	for _, p := range []struct {
		name string
		n    Number
	}{{"sigma", d.Sigma}, {"p05", d.P05}, {"p95", d.P95}, {"scale", d.Scale}} {
		ok = c.number(p.name, p.n, aboveZero, wantPositive) && ok
	}
	for _, p := range []struct {
		name string
		n    Number
	}{{"weight", d.Weight}, {"alpha", d.Alpha}, {"beta", d.Beta}} {
		ok = c.number(p.name, p.n, shapely, wantShape) && ok
	}
	ok = c.number("mu", d.Mu, anyNumber, wantNumber) && ok
	if d.Kind == KindGeneralizedPareto {
		ok = c.number("shape", d.Shape, anyNumber, wantNumber) && ok
	} else {
		ok = c.number("shape", d.Shape, shapely, wantShape) && ok
	}
	switch d.Kind {
	case KindBeta:
		ok = c.ordered("min", Num(d.Min.Or(0)), "max", Num(d.Max.Or(1)), true) && ok
	default:
		ok = c.ordered("min", d.Min, "max", d.Max, true) && ok
	}
	ok = c.ordered("min", d.Min, "mode", d.Mode, false) && ok
	ok = c.ordered("mode", d.Mode, "max", d.Max, false) && ok
	ok = c.ordered("p05", d.P05, "p95", d.P95, true) && ok
	ok = c.list("values", d.Values, notNegative, wantNotNegative) && ok
	if d.Kind == KindDiscrete {
		if len(d.Values) != len(d.Probabilities) {
			c.Add("probabilities", Unpaired, "values", strconv.Itoa(len(d.Values)), "probabilities", strconv.Itoa(len(d.Probabilities)))
			return
		}
		c.probabilities("probabilities", d.Probabilities)
	}
	c.parts(d, depth)
	if curve, continuous := d.continuous(); ok && continuous {
		if far := curve.quantile(0x1p-53, true); !(far <= largest*largest) {
			c.Add("", TooHeavy, "got", format(far))
		}
	}
}

// ordered checks that two numbers, where both are there, rise.
func (c *checker) ordered(first string, a Number, second string, b Number, strictly bool) bool {
	if !a.known || !b.known || a.value < b.value || a.value == b.value && !strictly {
		return true
	}
	relation := "less than"
	if !strictly {
		relation = "at most"
	}
	c.Add(first, OutOfOrder, "first", first, "firstValue", a.String(), "relation", relation, "second", second, "secondValue", b.String())
	return false
}

func (c *checker) list(field string, list []float64, ok func(float64) bool, want string) bool {
	all := true
	for i, x := range list {
		all = c.float(aims.Field(field, i), x, ok, want) && all
	}
	return all
}

// probabilities checks a list that must add up to 1, but for rounding.
func (c *checker) probabilities(field string, list []float64) {
	if len(list) == 0 || !c.list(field, list, probability, wantProbability) {
		return
	}
	sum := 0.0
	for _, p := range list {
		sum += p
	}
	if math.Abs(sum-1) > 1e-9 {
		c.Add(field, SumNotOne, "got", format(sum))
	}
}

func (c *checker) parts(d Distribution, depth int) {
	for i, p := range d.Parts {
		if depth >= maxNesting && p.Distribution.Kind == KindMixture {
			c.Add(aims.Field("parts", i, "distribution"), TooNested, "max", strconv.Itoa(maxNesting))
			continue
		}
		if !p.Weight.known {
			c.Add(aims.Field("parts", i, "weight"), aims.Missing)
		}
		c.number(aims.Field("parts", i, "weight"), p.Weight, aboveZero, wantPositive)
		c.distribution(aims.Field("parts", i, "distribution"), p.Distribution, depth+1)
	}
}
