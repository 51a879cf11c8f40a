package montecarlo_test

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

const million = 1_000_000

func trials(t *testing.T) int64 {
	if testing.Short() {
		return million / 10
	}
	return million
}

// fiveErrors checks a figure against its true value, by five of its standard errors.
func fiveErrors(t *testing.T, what string, got, want, se float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 5*se) {
		t.Errorf("%s: got %.8g, want %.8g ± 5·%.3g", what, got, want, se)
	}
}

func dental() montecarlo.Model {
	return single(
		montecarlo.CountTable(.05, .1, .15, .2, .25, .15, .06, .03, .01),
		montecarlo.Discrete([]float64{25, 50, 75, 100, 125, 150, 175, 200, 225, 250}, []float64{.15, .2, .25, .125, .075, .05, .05, .05, .025, .025}),
	)
}

func benchmarkYear() montecarlo.Model {
	return single(montecarlo.Poisson(2), montecarlo.Lognormal(9, 1.2))
}

// The exact figures come from closed forms and from the discretized
// distributions, found elsewhere.
func TestKnownFigures(t *testing.T) {
	type figures map[montecarlo.Level]float64
	for _, c := range []struct {
		name         string
		m            montecarlo.Model
		mean, sd, p0 float64
		kurtosis     float64 // excess
		v, tv        figures
	}{
		{
			"CPL2", benchmarkYear(), 33294.489458891185, 48367.02651967165, math.Exp(-2), 158.67,
			figures{.5: 18529.94, .9: 80992.10, .95: 114863.22, .99: 218290.53, .999: 463333.41},
			figures{.95: 184667.24, .99: 322979.40, .999: 650861.67},
		},
		{
			"10, 0, 1", single(montecarlo.Poisson(10), montecarlo.Lognormal(0, 1)), 16.487212707001284, 8.595961900177693, math.Exp(-10), 5.46,
			figures{.5: 15.0243, .9: 27.4933, .95: 32.2819, .99: 43.6845, .999: 63.2541},
			figures{.95: 39.5908, .99: 52.1606, .999: 75.3653},
		},
		{
			"Poisson and gamma", single(montecarlo.Poisson(10), montecarlo.Gamma(2, 1)), 20, math.Sqrt(60), math.Exp(-10), 1,
			figures{.5: 19.3280087765206, .9: 30.2958647687812, .99: 40.8117929933739},
			figures{.5: 26.1399164198357, .9: 34.9958871553402, .99: 44.5809478869285},
		},
		{
			"Poisson and exponential", single(montecarlo.Poisson(2), montecarlo.GeneralizedPareto(0, 1, 0)), 2, 2, math.Exp(-2), 3,
			figures{.5: 1.4694058675289, .95: 5.95692249553726, .99: 8.62256798105069},
			figures{.5: 3.48656188277892, .95: 7.60543839810218, .99: 10.1719259052781},
		},
		{
			"one lognormal", single(montecarlo.Fixed(1), montecarlo.Lognormal(9, 1.2)), math.Exp(9.72), math.Exp(9.72) * math.Sqrt(math.Exp(1.44)-1), 0, 115,
			figures{.95: 58327.23129192511, .99: 132140.0268594572},
			figures{.95: 109276.7655855927, .99: 216429.41472084276},
		},
		{
			"dental", dental(), 314.5, math.Sqrt(36716.5), .05, 0,
			figures{.9: 575, .95: 650, .99: 825},
			figures{.9: 684.016725826343, .95: 759.853799247327, .99: 913.809566656345},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := trials(t)
			s := simulate(t, c.m, montecarlo.Config{Trials: n, Seed: 20}).Total
			fiveErrors(t, "mean", s.Mean, c.mean, c.sd/math.Sqrt(float64(n)))
			fiveErrors(t, "sd", s.SD, c.sd, c.sd*math.Sqrt((c.kurtosis+2)/(4*float64(n))))
			fiveErrors(t, "P(loss = 0)", s.P0, c.p0, math.Sqrt(c.p0*(1-c.p0)/float64(n))+1e-12)
			nearly(t, "p0 and pPositive", s.P0+s.PPositive, 1, 1e-15)
			for p, want := range c.v {
				i := s.Precision.VaR[p]
				fiveErrors(t, "VaR", s.VaR[p], want, (i.High-i.Low)/(2*1.96))
			}
			for p, want := range c.tv {
				fiveErrors(t, "TVaR", s.TVaR[p], want, s.Precision.TVaR[p])
			}
		})
	}
}

// The standard errors of CPL2 are known; those that a result states are they.
func TestStatedErrors(t *testing.T) {
	const n = million / 2
	s := simulate(t, benchmarkYear(), montecarlo.Config{Trials: n, Seed: 3}).Total
	more := math.Sqrt(float64(million) / n) // the known ones are of a million trials
	nearly(t, "mean", s.Precision.Mean/s.Mean/more, .00145, .05)
	for _, c := range []struct {
		p    montecarlo.Level
		v, t float64
	}{{.95, .0020, .0029}, {.99, .00355, .0056}} {
		i := s.Precision.VaR[c.p]
		nearly(t, "VaR", (i.High-i.Low)/(2*1.96)/s.VaR[c.p]/more, c.v, .15)
		nearly(t, "TVaR", s.Precision.TVaR[c.p]/s.TVaR[c.p]/more, c.t, .15)
	}
}

// In many runs the stated interval holds the true value as often as it says.
func TestIntervalsHoldTheTruth(t *testing.T) {
	const runs = 300
	tables := new(montecarlo.Tables)
	held := 0
	for seed := range uint64(runs) {
		s := simulate(t, benchmarkYear(), montecarlo.Config{Trials: 2000, Seed: seed, Tables: tables}).Total
		if i := s.Precision.VaR[.9]; i.Low <= 80992.10 && 80992.10 <= i.High {
			held++
		}
	}
	if held < runs*90/100 || held > runs*99/100 {
		t.Errorf("the 95 %% interval of VaR held the truth %d times of %d", held, runs)
	}
}

func fair(form montecarlo.Form) montecarlo.Model {
	d := func(x montecarlo.Distribution) *montecarlo.Distribution { return &x }
	return montecarlo.Model{Scenarios: []montecarlo.Scenario{{ID: "fair", Tree: &montecarlo.Tree{
		ContactFrequency:    d(montecarlo.PERT(0, 4, 12)),
		ProbabilityOfAction: d(montecarlo.PERT(.2, .5, .9)),
		ThreatCapability:    d(montecarlo.PERT(.5, .75, .9)),
		ResistanceStrength:  d(montecarlo.PERT(.3, .6, .85)),
		PrimaryLoss:         d(montecarlo.PERT(1736, 58060, 2218370)),
		SecondaryFrequency:  d(montecarlo.PERT(0, .2, .5)),
		SecondaryLoss:       d(montecarlo.PERT(306000, 1230000, 7428250)),
		Form:                form,
	}}}}
}

func TestTreeAsProduct(t *testing.T) {
	n := trials(t)
	s := simulate(t, fair(montecarlo.FormProduct), montecarlo.Config{Trials: n, Seed: 2}).Total
	fiveErrors(t, "mean", s.Mean, 1794384.432471, 1488177.684345/math.Sqrt(float64(n)))
	nearly(t, "sd", s.SD, 1488177.684345, .01)
}

// The sum of events has the mean of the product, and a wider spread.
func TestTreeAsEvents(t *testing.T) {
	n := trials(t)
	s := simulate(t, fair(""), montecarlo.Config{Trials: n, Seed: 2}).Total
	fiveErrors(t, "mean", s.Mean, 1794384.432471, s.Precision.Mean)
	if s.SD < 2e6 || s.P0 < .1 {
		t.Errorf("sd %.0f and P(loss = 0) %.3f are those of a product", s.SD, s.P0)
	}
}

func TestFrequencies(t *testing.T) {
	table := montecarlo.CountTable(.2, 0, .5, .3)
	for _, c := range []struct {
		name           string
		f              montecarlo.Frequency
		mean, variance float64
	}{
		{"fixed", montecarlo.Fixed(3), 3, 0},
		{"none", montecarlo.Fixed(0), 0, 0},
		{"bernoulli", montecarlo.Bernoulli(.3), .3, .21},
		{"certain", montecarlo.Bernoulli(1), 1, 0},
		{"poisson", montecarlo.Poisson(2), 2, 2},
		{"never", montecarlo.Poisson(0), 0, 0},
		{"often", montecarlo.Poisson(900), 900, 900},
		{"at least once", montecarlo.Frequency{Kind: montecarlo.FrequencyPoisson, Probability: montecarlo.Num(.5)}, math.Ln2, math.Ln2},
		{"negative binomial", montecarlo.NegativeBinomial(3, 1.5), 3, 9},
		{"clustered", montecarlo.NegativeBinomial(3, .3), 3, 33},
		{"table", table, 1.9, 4*.5 + 9*.3 - 1.9*1.9},
		{"uncertain", montecarlo.UncertainPoisson(montecarlo.Uniform(1, 3)), 2, 2 + 1.0/3},
		{"uncertain and great", montecarlo.UncertainPoisson(montecarlo.Uniform(900, 1500)), 1200, 1200 + 30000},
		{"uncertain in name", montecarlo.UncertainPoisson(montecarlo.Constant(2)), 2, 2},
	} {
		n := 20000.0
		if testing.Short() {
			n = 4000
		}
		s := simulate(t, single(c.f, montecarlo.Constant(1)), montecarlo.Config{Trials: int64(n), Seed: 4}).Total
		fiveErrors(t, c.name+": mean", s.Mean, c.mean, math.Sqrt(c.variance/n)+1e-12)
		nearly(t, c.name+": variance", s.SD*s.SD+1, c.variance+1, .12)
	}
}

// p = 0.005: nothing is lost in 99 of 100 years, and the worst of them cost
// what the mean does, a hundred times.
func TestAtomAtZero(t *testing.T) {
	s := simulate(t, single(montecarlo.Bernoulli(.005), montecarlo.Lognormal(9, 1.2)), montecarlo.Config{Trials: million / 5, Seed: 1}).Total
	p := .99
	if s.VaR[.99] != 0 || s.TVaR[.99] != s.Mean/(1-p) {
		t.Errorf("VaR %v, TVaR %v, want 0 and %v", s.VaR[.99], s.TVaR[.99], s.Mean/(1-p))
	}
	if s.VaR[.999] <= 0 {
		t.Errorf("VaR at 0.999 is %v", s.VaR[.999])
	}
}

func copies(n int, f montecarlo.Frequency, d montecarlo.Distribution) montecarlo.Model {
	var m montecarlo.Model
	for i := range n {
		m.Scenarios = append(m.Scenarios, montecarlo.Scenario{ID: montecarlo.ScenarioID("s-" + string(rune('a'+i))), Frequency: &f, Severity: &d})
	}
	return m
}

func TestScenariosOfTheSameShapeAreIndependent(t *testing.T) {
	const n = 200000
	s := simulate(t, copies(10, montecarlo.Poisson(2), montecarlo.Lognormal(9, 1.2)), montecarlo.Config{Trials: n, Seed: 8}).Total
	fiveErrors(t, "mean", s.Mean, 10*33294.489458891185, 48367.02651967165*math.Sqrt(10.0/n))
	// Were they the same, the deviation would be ten times that of one.
	nearly(t, "sd", s.SD, 48367.02651967165*math.Sqrt(10), .05)
}

func TestCorrelatedOccurrence(t *testing.T) {
	m := copies(2, montecarlo.Bernoulli(.5), montecarlo.Constant(1))
	m.Correlations = []montecarlo.Correlation{{
		A:   montecarlo.FactorOf{Scenario: "s-a", Factor: montecarlo.FactorOccurrence},
		B:   montecarlo.FactorOf{Scenario: "s-b", Factor: montecarlo.FactorOccurrence},
		Rho: montecarlo.Num(.5),
	}}
	const n = 200000
	c, _ := simulate(t, m, montecarlo.Config{Trials: n, Seed: 6}).Curve("")
	// Two halves meet with probability ¼ + asin ρ/2π: here ⅓.
	fiveErrors(t, "both", c.Exceedance(1), 1.0/3, math.Sqrt(2.0/9/n))
	m.Correlations[0].Rho = montecarlo.Num(-.5)
	c, _ = simulate(t, m, montecarlo.Config{Trials: n, Seed: 6}).Curve("")
	fiveErrors(t, "both, against each other", c.Exceedance(1), 1.0/6, math.Sqrt(5.0/36/n))
}

func TestCorrelatedRates(t *testing.T) {
	m := copies(2, montecarlo.UncertainPoisson(montecarlo.Uniform(0, 100)), montecarlo.Constant(1))
	c := montecarlo.Config{Trials: 50000, Seed: 6}
	if testing.Short() {
		c.Trials = 10000
	}
	independent := simulate(t, m, c).Total.SD
	f := func(id montecarlo.ScenarioID) montecarlo.FactorOf {
		return montecarlo.FactorOf{Scenario: id, Factor: montecarlo.FactorRate}
	}
	m.Correlations = []montecarlo.Correlation{{f("s-a"), f("s-b"), montecarlo.Num(.999)}}
	together := simulate(t, m, c).Total.SD
	nearly(t, "sd of two independent rates", independent, math.Sqrt(2*(10000.0/12+50)), .03)
	nearly(t, "sd of two rates that are nearly one", together, math.Sqrt(4*10000.0/12+100), .03)
}

// A shock of probability ½ that adds an event to each of ten systems.
func TestShock(t *testing.T) {
	m := copies(10, montecarlo.Fixed(0), montecarlo.Constant(1))
	shock := montecarlo.Shock{ID: "vendor", Probability: montecarlo.Num(.5)}
	one := montecarlo.Fixed(1)
	for _, s := range m.Scenarios {
		shock.Strikes = append(shock.Strikes, montecarlo.Strike{Scenario: s.ID, Events: &one, Factor: montecarlo.Num(3)})
	}
	m.Shocks = []montecarlo.Shock{shock}
	s := simulate(t, m, montecarlo.Config{Trials: 100000, Seed: 1}).Total
	fiveErrors(t, "no shock", s.P0, .5, .5/math.Sqrt(100000))
	if s.VaR[.9] != 30 || s.VaR[.99] != 30 {
		t.Errorf("the shock costs %v, want 30", s.VaR[.9])
	}
}

func TestConfigurations(t *testing.T) {
	for _, c := range []struct {
		name string
		c    montecarlo.Config
		want []where
	}{
		{"no trials", montecarlo.Config{}, []where{{"/trials", montecarlo.OutOfRange}}},
		{"beyond the last trial", montecarlo.Config{First: math.MaxInt64, Trials: 2}, []where{{"/trials", montecarlo.OutOfRange}}},
		{"before the first", montecarlo.Config{First: -1, Trials: 2}, []where{{"/first", montecarlo.OutOfRange}}},
		{"levels", montecarlo.Config{Trials: 1, Levels: []montecarlo.Level{.5, 0, 1, montecarlo.Level(math.NaN())}}, []where{
			{"/levels/1", montecarlo.OutOfRange}, {"/levels/2", montecarlo.OutOfRange}, {"/levels/3", montecarlo.OutOfRange},
		}},
		{"counts below zero", montecarlo.Config{Trials: 1, Workers: -1, Worst: -1, Parameters: -1}, []where{
			{"/workers", montecarlo.OutOfRange}, {"/worst", montecarlo.OutOfRange}, {"/parameters", montecarlo.OutOfRange},
		}},
	} {
		_, err := montecarlo.Simulate(context.Background(), benchmarkYear(), c.c)
		if d := cmp.Diff(c.want, whereOf(err)); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, d)
		}
	}
	if _, err := montecarlo.Simulate(context.Background(), montecarlo.Model{}, montecarlo.Config{Trials: 1}); len(whereOf(err)) != 1 {
		t.Errorf("the zero model: got %v", err)
	}
}

func TestFewTrials(t *testing.T) {
	s := simulate(t, benchmarkYear(), montecarlo.Config{Trials: 1, Seed: 2}).Total
	if s.Precision != nil || s.SD != 0 || s.VaR[.5] != s.Mean || s.TVaR[.999] != s.Mean {
		t.Errorf("one trial: got %+v", s)
	}
	s = simulate(t, benchmarkYear(), montecarlo.Config{Trials: 100, Seed: 2}).Total
	if _, ok := s.Precision.VaR[.999]; ok {
		t.Error("a hundred trials bound VaR at 0.999 from above")
	}
	if _, ok := s.Precision.TVaR[.99]; ok {
		t.Error("one trial beyond gives TVaR at 0.99 a standard error")
	}
	if _, ok := s.Precision.VaR[.5]; !ok {
		t.Error("a hundred trials do not bound the median")
	}
}

func TestProgressAndEnd(t *testing.T) {
	var seen []int64
	c := montecarlo.Config{Trials: 100_000, Seed: 1, Progress: func(done, total int64) {
		if total != 100_000 {
			t.Errorf("total is %d", total)
		}
		seen = append(seen, done)
	}}
	simulate(t, benchmarkYear(), c)
	if !slices.IsSorted(seen) || len(seen) < 3 || seen[len(seen)-1] != 100_000 {
		t.Errorf("progress went %v", seen)
	}
	ctx, cancel := context.WithCancel(context.Background())
	c.Trials, c.Progress = 1<<40, func(int64, int64) { cancel() }
	if _, err := montecarlo.Simulate(ctx, benchmarkYear(), c); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestResultJSON(t *testing.T) {
	r := simulate(t, benchmarkYear(), montecarlo.Config{Trials: 1000, Seed: 1, Levels: []montecarlo.Level{.5, .999}})
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Total struct {
			Mean, SD, P0, PPositive float64
			Var, TVaR               map[string]float64
		}
		Scenarios map[string]struct{ Var map[string]float64 }
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if got.Total.Var["0.999"] != r.Total.VaR[.999] || got.Total.TVaR["0.5"] != r.Total.TVaR[.5] || got.Scenarios["s"].Var["0.5"] != r.Total.VaR[.5] || got.Total.P0 != r.Total.P0 {
		t.Errorf("got %s", data)
	}
	var back montecarlo.Result
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if back.Total.VaR[.999] != r.Total.VaR[.999] {
		t.Error("a level is lost on the way through JSON")
	}
}
