package risk

import "github.com/aimskit/aimskit/aims"

// Matrix says which risk level a likelihood and a consequence make together:
// Grid[likelihood-1][consequence-1], lowest first on both axes. It is the
// organization's own decision; nothing is multiplied.
type Matrix struct {
	Grid [][]Level `json:"grid"`
}

// At returns the risk level of a cell; zero for anything off the grid.
func (m Matrix) At(likelihood, consequence Level) Level {
	if likelihood == 0 || consequence == 0 || int(likelihood) > len(m.Grid) {
		return 0
	}
	row := m.Grid[likelihood-1]
	if int(consequence) > len(row) {
		return 0
	}
	return row[consequence-1]
}

// Validate reports a matrix without cells.
func (m Matrix) Validate() error {
	var c aims.Checker
	if len(m.Grid) == 0 || len(m.Grid[0]) == 0 {
		c.Add("grid", aims.Missing)
	}
	return c.Err()
}
