package risk_test

import (
	"fmt"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// A matrix refuses levels that fall while likelihood or consequence rises.
func ExampleMatrix_Validate() {
	m := risk.Matrix{Grid: [][]risk.Level{
		{1, 2, 2},
		{1, 1, 3},
		{2, 3, 3},
	}}
	for _, p := range aims.Problems(m.Validate()) {
		fmt.Println(p)
	}
	// Output:
	// /grid/1/1 risk/level-falls the level falls from 2 to 1 as the likelihood rises from 1 to 2; raise this cell or lower the other
}

// The only 3×3 matrix that satisfies Cox's axioms on bins of equal width does
// not on the numbers that an organization gives to its scales.
func ExampleMatrix_Cox() {
	amount := aims.MustAmount
	k := risk.Criteria3x3()
	axes := risk.Axes{
		Likelihood:  risk.Axis{amount("0"), amount("0.1"), amount("0.5"), amount("1")},
		Consequence: risk.Axis{amount("0"), amount("20000"), amount("50000"), amount("1000000")},
	}
	for _, x := range []risk.Axes{{}, axes} {
		doubts, err := k.Matrix.Cox(x, risk.Colors{})
		fmt.Println(len(doubts), "doubts", err)
		for _, d := range doubts {
			fmt.Println(d.Observation().Sentence())
		}
	}
	// Output:
	// 0 doubts <nil>
	// 1 doubts <nil>
	// cell 3/3 is red and 1/3 green, and yet the risk can be less in the red one: 0.5 × 50000 = 25000, against 0.05 × 525000 = 26250
}

// How often does a five by five matrix order two risks as their numbers do?
func ExampleMatrix_Statistics() {
	s, err := risk.Criteria5x5().Matrix.Statistics(risk.Axes{})
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println("rightly", s.Correct, "- not at all", s.Unresolved, "- wrongly", s.Reversed)
	// Output:
	// rightly 0.693019 - not at all 0.28 - wrongly 0.026981
}
