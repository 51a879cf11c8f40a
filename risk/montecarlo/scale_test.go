package montecarlo_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

func step(label, low, high string) risk.Step {
	s := risk.Step{Label: label}
	if low != "" {
		s.Min = aims.MustAmount(low)
	}
	if high != "" {
		s.Max = aims.MustAmount(high)
	}
	return s
}

func TestFrequencyOf(t *testing.T) {
	rates := risk.Scale{Title: "Likelihood", Unit: risk.PerYear, Steps: []risk.Step{step("seldom", "", "0.1"), step("now and then", "0.1", "1"), step("often", "1", "")}}
	probabilities := risk.Scale{Title: "Likelihood", Unit: risk.Probability, Steps: []risk.Step{step("seldom", "0", "0.1"), step("likely", "0.1", "0.5"), step("certain", "0.5", "1")}}
	for _, c := range []struct {
		desc      string
		scale     risk.Scale
		level     risk.Level
		top       aims.Amount
		p         float64 // the bounds are the quantiles at p and 1-p
		low, high float64
		says      string
	}{
		{"from zero", rates, 1, aims.Amount{}, 0, 0, .1, "Level 1 (seldom) of the scale Likelihood is read so that the rate is as likely everywhere between 0 and 0.1 events a year."},
		{"between", rates, 2, aims.MustAmount("99"), .05, .1, 1, "Level 2 (now and then) of the scale Likelihood is read so that the rate is lognormal and lies in 90 of 100 cases between 0.1 and 1 events a year."},
		{"open, with a top", rates, 3, aims.MustAmount("12"), .05, 1, 12, "Level 3 (often) of the scale Likelihood is read so that the rate is lognormal and lies in 90 of 100 cases between 1 and 12 events a year."},
		{"a probability is a rate", probabilities, 2, aims.Amount{}, .05, -math.Log(.9), -math.Log(.5), "Level 2 (likely) of the scale Likelihood is read so that the rate is lognormal and lies in 90 of 100 cases between 0.1054 and 0.6931 events a year."},
	} {
		got, says, err := montecarlo.FrequencyOf(c.scale, c.level, c.top)
		if err != nil {
			t.Errorf("%s: %v", c.desc, err)
			continue
		}
		rate := got.UncertainRate
		if diff := cmp.Diff([]float64{c.low, c.high}, []float64{rate.Quantile(c.p), rate.Quantile(1 - c.p)}, about(1e-9)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.desc, diff)
		}
		if diff := cmp.Diff(c.says, says); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.desc, diff)
		}
		if err := got.Validate(); err != nil {
			t.Errorf("%s: %v", c.desc, err)
		}
	}
	money := risk.Scale{Title: "Consequence", Unit: "EUR", Steps: []risk.Step{step("small", "", "1000"), step("large", "1000", "")}}
	for _, c := range []struct {
		desc  string
		scale risk.Scale
		level risk.Level
		top   aims.Amount
		want  []string
	}{
		{"no level", rates, 0, aims.Amount{}, []string{"/steps montecarlo/out-of-range"}},
		{"beyond", rates, 4, aims.Amount{}, []string{"/steps montecarlo/out-of-range"}},
		{"open", rates, 3, aims.Amount{}, []string{"/steps/2 montecarlo/level-open"}},
		{"top below", rates, 3, aims.MustAmount("0.5"), []string{"/steps/2 montecarlo/out-of-order"}},
		{"certain", probabilities, 3, aims.Amount{}, []string{"/steps/2 montecarlo/level-open"}},
		{"money", money, 1, aims.Amount{}, []string{"/unit montecarlo/scale-unit"}},
	} {
		_, _, err := montecarlo.FrequencyOf(c.scale, c.level, c.top)
		if diff := cmp.Diff(c.want, problemsOf(err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.desc, diff)
		}
	}
	if _, _, err := montecarlo.FrequencyOf(risk.Scale{}, 1, aims.Amount{}); len(problemsOf(err)) == 0 {
		t.Error("the zero scale was read")
	}
}

func TestSeverityOf(t *testing.T) {
	money := risk.Scale{Title: "Consequence", Unit: "EUR", Steps: []risk.Step{step("small", "", "1000"), step("large", "1000", "")}}
	d, says, err := montecarlo.SeverityOf(money, 2, aims.MustAmount("50000"))
	if err != nil || math.Abs(d.Quantile(.95)-50000) > 1e-6 {
		t.Errorf("%+v, %v", d, err)
	}
	if want := "Level 2 (large) of the scale Consequence is read so that the loss is lognormal and lies in 90 of 100 cases between 1000 and 50000 EUR."; says != want {
		t.Errorf("got %s", says)
	}
	people := risk.Scale{Title: "Harm", Unit: risk.People, Steps: []risk.Step{step("few", "0", "10"), step("many", "10", "")}}
	if _, _, err := montecarlo.SeverityOf(people, 1, aims.Amount{}); len(problemsOf(err)) != 1 {
		t.Errorf("persons are no money: %v", err)
	}
}
