package montecarlo_test

import (
	"math"
	"testing"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

// one is a model of one scenario.
func one(f montecarlo.Frequency, s montecarlo.Distribution) montecarlo.Model {
	return montecarlo.Model{Scenarios: []montecarlo.Scenario{{ID: "S", Frequency: &f, Severity: &s}}}
}

func exact(t testing.TB, m montecarlo.Model, o montecarlo.ExactOptions) montecarlo.Result {
	t.Helper()
	r, err := montecarlo.Exact(m, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func cpl2() montecarlo.Model { return one(montecarlo.Poisson(2), montecarlo.Lognormal(9, 1.2)) }

// TestExact_values are the published and derived values of section 3 of the
// facts, within one part in 100,000 and within the bound that is stated.
func TestExact_values(t *testing.T) {
	type level = montecarlo.Level
	dental := one(
		montecarlo.CountTable(.05, .1, .15, .2, .25, .15, .06, .03, .01),
		montecarlo.Discrete([]float64{25, 50, 75, 100, 125, 150, 175, 200, 225, 250}, []float64{.15, .2, .25, .125, .075, .05, .05, .05, .025, .025}))
	for _, c := range []struct {
		name      string
		model     montecarlo.Model
		mean, sd  float64
		p0        float64
		var_      map[level]float64
		tvar      map[level]float64
		tolerance float64 // relative
	}{
		{
			"CPL2", cpl2(), 33294.489458891185, 48367.02651967165, math.Exp(-2),
			map[level]float64{.5: 18529.94, .9: 80992.10, .95: 114863.22, .99: 218290.53, .999: 463333.41},
			map[level]float64{.95: 184667.24, .99: 322979.40, .999: 650861.67},
			1e-5,
		},
		{
			"Poisson(10), lognormal(0, 1)", one(montecarlo.Poisson(10), montecarlo.Lognormal(0, 1)),
			16.487212707001284, 8.595961900177693, math.Exp(-10),
			map[level]float64{.5: 15.0243, .9: 27.4933, .95: 32.2819, .99: 43.6845, .999: 63.2541},
			map[level]float64{.95: 39.5908, .99: 52.1606, .999: 75.3653},
			1e-5,
		},
		{
			"Poisson(10), gamma(2, 1)", one(montecarlo.Poisson(10), montecarlo.Gamma(2, 1)),
			20, math.Sqrt(60), math.Exp(-10),
			map[level]float64{.5: 19.3280087765206, .9: 30.2958647687812, .99: 40.8117929933739},
			map[level]float64{.5: 26.1399164198357, .9: 34.9958871553402, .99: 44.5809478869285},
			1e-6,
		},
		{
			"Poisson(2), exponential", one(montecarlo.Poisson(2), montecarlo.GeneralizedPareto(0, 1, 0)),
			2, 2, math.Exp(-2),
			map[level]float64{.5: 1.4694058675289, .95: 5.95692249553726, .99: 8.62256798105069},
			map[level]float64{.5: 3.48656188277892, .95: 7.60543839810218, .99: 10.1719259052781},
			1e-6,
		},
		{
			"one lognormal(9, 1.2)", one(montecarlo.Fixed(1), montecarlo.Lognormal(9, 1.2)),
			math.Exp(9.72), math.Exp(9.72) * math.Sqrt(math.Expm1(1.44)), 0,
			map[level]float64{.95: 58327.23129192511, .99: 132140.0268594572},
			map[level]float64{.95: 109276.7655855927, .99: 216429.41472084276},
			1e-5,
		},
		{
			"dental", dental, 314.5, math.Sqrt(36716.5), .05,
			map[level]float64{.9: 575, .95: 650, .99: 825},
			map[level]float64{.9: 684.016725826343, .95: 759.853799247327, .99: 913.809566656345},
			1e-10,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := montecarlo.ExactOptions{}
			for l := range c.var_ {
				o.Levels = append(o.Levels, l)
			}
			s := exact(t, c.model, o).Total
			closeTo(t, "mean", s.Mean, c.mean, 1e-12)
			closeTo(t, "sd", s.SD, c.sd, 1e-5)
			closeTo(t, "p0", s.P0, c.p0, 1e-12)
			closeTo(t, "pPositive", s.PPositive, 1-c.p0, 1e-12)
			for l, want := range c.var_ {
				closeTo(t, "VaR "+text(l), s.VaR[l], want, c.tolerance)
				within(t, "VaR "+text(l), s.ErrorBound.VaR[l], want, 4e-6)
			}
			for l, want := range c.tvar {
				closeTo(t, "TVaR "+text(l), s.TVaR[l], want, c.tolerance)
				within(t, "TVaR "+text(l), s.ErrorBound.TVaR[l], want, 1e-6)
			}
		})
	}
}

func text(l montecarlo.Level) string {
	b, _ := l.MarshalText()
	return string(b)
}

// closeTo reports a figure that is off by more than a relative tolerance.
func closeTo(t testing.TB, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance*math.Abs(want) {
		t.Errorf("%s = %v, want %v within %g", what, got, want, tolerance)
	}
}

// within reports a value that lies outside of its bound by more than the
// digits that the value was given with.
func within(t testing.TB, what string, bound montecarlo.Interval, want, digits float64) {
	t.Helper()
	if want < bound.Low*(1-digits) || want > bound.High*(1+digits) {
		t.Errorf("%s = %v lies outside of the bound %v", what, want, bound)
	}
}
