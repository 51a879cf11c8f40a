package risk_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

func TestScale_Axis(t *testing.T) {
	step := func(least, most string) risk.Step {
		a := amounts(least, most)
		return risk.Step{Min: a[0], Max: a[1]}
	}
	for _, c := range []struct {
		desc string
		s    risk.Scale
		want risk.Axis
	}{
		{"in words", risk.Scale{Steps: []risk.Step{step("", ""), step("", "")}}, nil},
		{"no steps", risk.Scale{Unit: "EUR"}, nil},
		{"all bounds", risk.Scale{Unit: "EUR", Steps: []risk.Step{step("10", "100"), step("100", "1000")}}, amounts("10", "100", "1000")},
		{"lower bounds only", risk.Scale{Unit: "EUR", Steps: []risk.Step{step("", ""), step("10", ""), step("20", "")}}, amounts("0", "10", "20", "")},
		{"upper bounds only", risk.Scale{Unit: risk.PerYear, Steps: []risk.Step{step("", "0.1"), step("", "1"), step("", "")}}, amounts("0", "0.1", "1", "")},
		{"a probability ends at one", risk.Scale{Unit: risk.Probability, Steps: []risk.Step{step("", "0.1"), step("", "")}}, amounts("0", "0.1", "1")},
		{"an edge is missing", risk.Scale{Unit: risk.People, Steps: []risk.Step{step("0", ""), step("", "10"), step("", "")}}, nil},
		{"falling", risk.Scale{Unit: risk.People, Steps: []risk.Step{step("0", "10"), step("", "5")}}, nil},
	} {
		got, ok := c.s.Axis()
		if ok != (c.want != nil) {
			t.Errorf("%s: %v", c.desc, ok)
		}
		same(t, c.desc, c.want, got)
	}
}

func TestEvenAxis(t *testing.T) {
	same(t, "three bins", amounts("0", "1", "2", "3"), risk.EvenAxis(3))
	same(t, "none", amounts("0"), risk.EvenAxis(-1))
}

// TestCriteria_Doubts holds real bounds against equal ones: on unequal bins the
// only 3×3 matrix that satisfies the axioms does not.
func TestCriteria_Doubts(t *testing.T) {
	codes := func(k risk.Criteria) []aims.Code {
		if err := k.Validate(); err != nil {
			t.Fatal(err)
		}
		var out []aims.Code
		for _, o := range k.Doubts() {
			out = append(out, o.Code)
		}
		return out
	}
	k := risk.Criteria3x3()
	same(t, "in words", []aims.Code(nil), codes(k))

	k.Likelihood.Unit = risk.Probability
	k.Likelihood.Steps[0].Max = aims.MustAmount("0.01")
	k.Likelihood.Steps[1].Max = aims.MustAmount("0.1")
	same(t, "one axis with bounds", []aims.Code(nil), codes(k))

	scale := &k.Consequences[0].Scale
	scale.Unit = "EUR"
	scale.Steps[0].Max, scale.Steps[1].Max, scale.Steps[2].Max = aims.AmountInt(1000), aims.AmountInt(2000), aims.AmountInt(100_000)
	same(t, "both axes with bounds", []aims.Code{risk.CoxReversed}, codes(k))
	for _, o := range k.Doubts() {
		if o.Args["dimension"] != "organization" {
			t.Errorf("%+v does not name its dimension", o)
		}
	}

	k = risk.Criteria3x3()
	k.Levels = append(k.Levels, risk.Band{Label: "Never"})
	same(t, "unused", []aims.Code{risk.LevelUnused}, codes(k))
	if got, want := k.Doubts()[0].Sentence(), "no cell of the matrix holds 4, Never; put it to use, or leave it out"; got != want {
		t.Errorf("%q, want %q", got, want)
	}

	k.Matrix = risk.Matrix{}
	same(t, "malformed", 0, len(k.Doubts()))

	k = risk.Criteria3x3()
	k.Matrix = even(3, 3, func(int, int) int { return 1 })
	same(t, "one level", []aims.Code{risk.LevelUnused, risk.LevelUnused}, codes(k))
}
