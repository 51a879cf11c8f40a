package montecarlo

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// factorsOf lists what a scenario draws one number for in a year.
func (s Scenario) factorsOf() []Factor {
	t := s.Tree
	if t == nil {
		if s.Frequency != nil && s.Frequency.UncertainRate != nil {
			return []Factor{FactorOccurrence, FactorRate}
		}
		return []Factor{FactorOccurrence}
	}
	var out []Factor
	if t.Form != FormProduct {
		out = append(out, FactorOccurrence)
	}
	for _, node := range []struct {
		d *Distribution
		f Factor
	}{
		{t.LossEventFrequency, FactorRate},
		{t.ThreatEventFrequency, FactorThreatEventFrequency},
		{t.ContactFrequency, FactorContactFrequency},
		{t.ProbabilityOfAction, FactorProbabilityOfAction},
		{t.Susceptibility, FactorSusceptibility},
		{t.SecondaryFrequency, FactorSecondaryFrequency},
	} {
		if node.d != nil {
			out = append(out, node.f)
		}
	}
	return out
}

// String returns "scenario/factor".
func (f FactorOf) String() string { return string(f.Scenario) + "/" + string(f.Factor) }

func (c *modelChecker) correlations() {
	seen := make(map[[2]FactorOf]bool)
	sound := true
	for i, r := range c.model.Correlations {
		before := c.Err()
		c.factor(aims.Field("correlations", i, "a"), r.A)
		c.factor(aims.Field("correlations", i, "b"), r.B)
		if !r.Rho.known {
			c.Add(aims.Field("correlations", i, "rho"), aims.Missing)
		}
		c.number(aims.Field("correlations", i, "rho"), r.Rho, func(x float64) bool { return x > -1 && x < 1 }, "a number between -1 and 1, both excluded")
		if r.A == r.B || seen[[2]FactorOf{r.A, r.B}] || seen[[2]FactorOf{r.B, r.A}] {
			c.Add(aims.Field("correlations", i), PairTwice, "a", r.A.String(), "b", r.B.String())
		}
		seen[[2]FactorOf{r.A, r.B}] = true
		sound = sound && len(aims.Problems(c.Err())) == len(aims.Problems(before))
	}
	if !sound {
		return
	}
	nodes := correlatedFactors(c.model.Correlations)
	if _, bad := cholesky(nodes, c.model.Correlations); bad >= 0 {
		c.Add("correlations", NotPositiveDefinite, "factor", nodes[bad].String())
	}
}

func (c *modelChecker) factor(field string, f FactorOf) {
	s := c.known(field+"/scenario", f.Scenario)
	aims.CheckWord(&c.Checker, field+"/factor", f.Factor)
	if s == nil || !f.Factor.Known() {
		return
	}
	if has := s.factorsOf(); !slices.Contains(has, f.Factor) {
		names := make([]string, len(has))
		for i, h := range has {
			names[i] = string(h)
		}
		if len(names) == 0 {
			names = []string{"none"}
		}
		c.Add(field+"/factor", FactorAbsent, "scenario", string(f.Scenario), "factor", string(f.Factor), "has", words(names))
	}
}

// correlatedFactors lists the factors that stand in a correlation, sorted, so
// that the order of the document does not matter.
func correlatedFactors(list []Correlation) []FactorOf {
	var nodes []FactorOf
	for _, r := range list {
		nodes = append(nodes, r.A, r.B)
	}
	slices.SortFunc(nodes, func(a, b FactorOf) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(nodes)
}

func (c *modelChecker) appetite() {
	ids(c.checker, "appetite", len(c.model.Appetite), func(i int) AppetiteID { return c.model.Appetite[i].ID })
	for i, a := range c.model.Appetite {
		if a.Scenario != "" {
			c.known(aims.Field("appetite", i, "scenario"), a.Scenario)
		}
		own := newChecker()
		own.appetite(a)
		c.Nest(aims.Field("appetite", i), own.Err())
	}
}

func (c *checker) appetite(a Appetite) {
	c.OptionalText("title", a.Title)
	c.Refs("refs", a.Refs)
	aims.CheckWord(&c.Checker, "measure", a.Measure)
	if a.Measure.Known() {
		need := []string{"limit"}
		switch a.Measure {
		case MeasureVaR, MeasureTVaR:
			need = []string{"p", "limit"}
		case MeasureExceedance:
			need = []string{"loss", "limit"}
		}
		c.parameters(string(a.Measure), []parameter{{"p", a.P.known}, {"loss", a.Loss.Known()}, {"limit", a.Limit.Known()}}, need, nil)
	}
	c.number("p", a.P, func(x float64) bool { return x > 0 && x < 1 }, "a number between 0 and 1, such as 0.95")
	c.Count("loss", a.Loss)
	c.Count("limit", a.Limit)
	if order, known := a.Limit.Cmp(aims.AmountInt(1)); a.Measure == MeasureExceedance && known && order > 0 {
		c.Add("limit", OutOfRange, "got", a.Limit.String(), "want", wantProbability)
	}
}
