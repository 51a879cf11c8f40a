package montecarlo

import "github.com/aimskit/aimskit/aims"

// The codes of warnings; see [Model.Warnings].
const (
	// ClassicShape: a classic PERT has a shape below 1, and so its mode at an end.
	ClassicShape aims.Code = "montecarlo/classic-shape"
	// VarianceInfinite: a tail is so heavy that the standard deviation, and with it the stated error of the mean, is infinite.
	VarianceInfinite aims.Code = "montecarlo/variance-infinite"
	// MeanInfinite: a tail is so heavy that the mean and every TVaR are infinite.
	MeanInfinite aims.Code = "montecarlo/mean-infinite"
	// ProductForm: a tree is a product, whose quantiles are not those of a year's loss.
	ProductForm aims.Code = "montecarlo/product-form"
)

// Warnings lists what is well formed and may still not be what was meant, with
// pointers into the model, in its order.
func (m Model) Warnings() []aims.Problem {
	c := newChecker()
	for i, s := range m.Scenarios {
		at := aims.Field("scenarios", i)
		if s.Severity != nil {
			c.warn(at+"/severity", *s.Severity)
		}
		if s.Tree == nil {
			continue
		}
		if s.Tree.Form == FormProduct {
			c.Add(at+"/tree/form", ProductForm)
		}
		for _, n := range []struct {
			name string
			d    *Distribution
		}{
			{"contactFrequency", s.Tree.ContactFrequency},
			{"threatEventFrequency", s.Tree.ThreatEventFrequency},
			{"lossEventFrequency", s.Tree.LossEventFrequency},
			{"lossMagnitude", s.Tree.LossMagnitude},
			{"primaryLoss", s.Tree.PrimaryLoss},
			{"secondaryLoss", s.Tree.SecondaryLoss},
		} {
			if n.d != nil {
				c.warn(at+"/tree/"+n.name, *n.d)
			}
		}
	}
	return aims.Problems(c.Err())
}

func (c *checker) warn(field string, d Distribution) {
	switch {
	case d.Validate() != nil:
	case d.Kind == KindClassicPERT:
		if alpha, beta, _, _ := d.betaShape(); min(alpha, beta) < 1 {
			c.Add(field, ClassicShape, "alpha", format(alpha), "beta", format(beta))
		}
	case d.Kind == KindGeneralizedPareto && d.Shape.value >= 1:
		c.Add(field, MeanInfinite, "shape", d.Shape.String())
	case d.Kind == KindGeneralizedPareto && d.Shape.value >= 0.5:
		c.Add(field, VarianceInfinite, "shape", d.Shape.String())
	case d.Kind == KindMixture:
		for i, p := range d.Parts {
			c.warn(field+"/"+aims.Field("parts", i, "distribution"), p.Distribution)
		}
	}
}
