package montecarlo_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

func TestWarnings(t *testing.T) {
	of := func(d montecarlo.Distribution) montecarlo.Model { return single(montecarlo.Poisson(1), d) }
	heavy := func(shape float64) montecarlo.Distribution { return montecarlo.GeneralizedPareto(0, 1, shape) }
	tree := fair(montecarlo.FormProduct)
	tree.Scenarios[0].Tree.PrimaryLoss = ptr(heavy(.5))
	for _, c := range []struct {
		name string
		m    montecarlo.Model
		want []where
	}{
		{"nothing", benchmarkYear(), nil},
		{"zero", montecarlo.Model{}, nil},
		{"malformed", of(montecarlo.Distribution{Kind: montecarlo.KindClassicPERT}), nil},
		{"classic", of(montecarlo.ClassicPERT(0, 10, 100)), nil},
		{"classic at an end", of(montecarlo.ClassicPERT(0, 0, 100)), []where{{"/scenarios/0/severity", montecarlo.ClassicShape}}},
		{"no variance", of(heavy(.5)), []where{{"/scenarios/0/severity", montecarlo.VarianceInfinite}}},
		{"almost no variance", of(heavy(.49)), nil},
		{"no mean", of(heavy(1)), []where{{"/scenarios/0/severity", montecarlo.MeanInfinite}}},
		{"in a mixture", of(montecarlo.Mixture(montecarlo.Part{montecarlo.Num(1), montecarlo.Constant(1)}, montecarlo.Part{montecarlo.Num(1), heavy(2)})), []where{
			{"/scenarios/0/severity/parts/1/distribution", montecarlo.MeanInfinite},
		}},
		{"tree", tree, []where{{"/scenarios/0/tree/form", montecarlo.ProductForm}, {"/scenarios/0/tree/primaryLoss", montecarlo.VarianceInfinite}}},
	} {
		warnings := c.m.Warnings()
		if d := cmp.Diff(c.want, whereOf(&aims.InvalidError{Problems: warnings})); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, d)
		}
		for _, w := range warnings {
			if strings.Contains(w.Sentence(), "{") {
				t.Errorf("%s: %s", c.name, w)
			}
		}
	}
}
