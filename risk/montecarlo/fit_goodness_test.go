package montecarlo_test

import (
	"testing"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// Losses that are quantiles of a family's distribution fit it better than half
// of the samples that are drawn from it do: so each family draws its own.
func TestGoodnessOfEveryFamily(t *testing.T) {
	for _, c := range []struct {
		family montecarlo.Family
		true   montecarlo.Distribution
	}{
		{montecarlo.FamilyLognormal, montecarlo.Lognormal(9, 1.2)},
		{montecarlo.FamilyGamma, montecarlo.Gamma(2, 5000)},
		{montecarlo.FamilyWeibull, montecarlo.Weibull(.8, 9000)},
		{montecarlo.FamilyGeneralizedPareto, montecarlo.GeneralizedPareto(0, 4000, .3)},
	} {
		const n = 60
		var losses []montecarlo.Loss
		for i := range n {
			losses = append(losses, montecarlo.Loss{Loss: c.true.Quantile((float64(i) + .5) / n)})
		}
		got, err := montecarlo.FitSeverity(c.family, losses, montecarlo.FitOptions{Replicates: 39})
		if err != nil {
			t.Errorf("%s: %v", c.family, err)
			continue
		}
		if g := got.Goodness; g.ADP.Or(0) < .5 || g.KSP.Or(0) < .5 || g.Replicates < 35 {
			t.Errorf("%s: %+v", c.family, g)
		}
	}
}
