package risk

// The ready-made criteria are a place to begin: copy one, give it an id and a
// version of your own, put your numbers into the descriptions, name who may
// accept what, and have it approved. Their likelihoods and consequences are in
// words, since how much money or how many people is serious depends on the
// organization. Each has a scale of consequences for the organization, for
// individuals and for societies, which 6.1.2 asks for. The appetite is the
// lowest level and the tolerance the next.
//
// All of them satisfy Cox's weak consistency and betweenness on bins of equal
// width; see [Matrix.Cox]. The smallest satisfies all three axioms. The others
// break the third on purpose, since it would put every rare disaster on the
// lowest level, where nobody looks again: there an extreme consequence is at
// least medium, however rare. They also weigh consequences more: of two cells
// that mirror each other the one with the greater consequence is never lower.

// Criteria3x3 returns three likelihoods by three consequences on three levels:
// the only matrix of this size that satisfies all of Cox's axioms. It suits a
// first screening; what is rare is low, be it as bad as it may.
func Criteria3x3() Criteria {
	return readyMade("3x3", threeBands(), Matrix{[][]Level{
		{1, 1, 1},
		{1, 2, 2},
		{1, 2, 3},
	}})
}

// Criteria4x4 returns four likelihoods by four consequences on four levels.
// Having no middle step, it makes whoever rates take a side.
func Criteria4x4() Criteria {
	return readyMade("4x4", fourBands(), Matrix{[][]Level{
		{1, 1, 2, 2},
		{1, 2, 2, 3},
		{1, 2, 3, 4},
		{2, 2, 4, 4},
	}})
}

// Criteria5x5 returns five likelihoods by five consequences on four levels:
// the size that most registers have.
func Criteria5x5() Criteria {
	return readyMade("5x5", fourBands(), Matrix{[][]Level{
		{1, 1, 1, 2, 2},
		{1, 1, 2, 2, 3},
		{1, 2, 2, 3, 3},
		{1, 2, 3, 3, 4},
		{2, 2, 3, 4, 4},
	}})
}

// Criteria5x4 returns five likelihoods by four consequences on four levels,
// for those who can tell frequencies apart more finely than harm.
func Criteria5x4() Criteria {
	return readyMade("5x4", fourBands(), Matrix{[][]Level{
		{1, 1, 1, 2},
		{1, 1, 2, 3},
		{1, 2, 2, 3},
		{1, 2, 3, 4},
		{2, 2, 3, 4},
	}})
}

func readyMade(size string, bands []Band, m Matrix) Criteria {
	rows, columns := len(m.Grid), len(m.Grid[0])
	return Criteria{
		ID: CriteriaID("ready-made-" + size), Title: "Ready-made risk criteria " + size, Version: "1",
		Likelihood: Scale{Title: "Likelihood", Steps: likelihoodSteps(rows)},
		Consequences: []Dimension{
			{"organization", Organization, Scale{Title: "Consequences for the organization", Steps: organizationSteps(columns)}},
			{"individuals", Individuals, Scale{Title: "Consequences for individuals and groups", Steps: individualsSteps(columns)}},
			{"societies", Societies, Scale{Title: "Consequences for societies and the environment", Steps: societiesSteps(columns)}},
		},
		Matrix: m, Levels: bands, Appetite: 1, Tolerance: 2,
	}
}
