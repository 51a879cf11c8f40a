package risk

import (
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Matrix says which risk level a likelihood and a consequence make together:
// Grid[likelihood-1][consequence-1], lowest first on both axes. It is the
// organization's own decision; nothing is multiplied. The zero value has no
// cells and rates nothing.
type Matrix struct {
	Grid [][]Level `json:"grid"`
}

// The codes of problems with a matrix.
const (
	// GridRagged: a row has another number of cells than the first.
	GridRagged aims.Code = "risk/grid-ragged"
	// CellEmpty: a cell holds no level.
	CellEmpty aims.Code = "risk/cell-empty"
	// LevelFalls: the risk level falls where a likelihood or a consequence rises.
	LevelFalls aims.Code = "risk/level-falls"
)

// At returns the risk level of a cell; zero for anything off the grid.
func (m Matrix) At(likelihood, consequence Level) Level {
	// Zero becomes the greatest number there is, and so lies off the grid too.
	if i := uint(likelihood) - 1; i < uint(len(m.Grid)) {
		if row, j := m.Grid[i], uint(consequence)-1; j < uint(len(row)) {
			return row[j]
		}
	}
	return 0
}

// Unused returns the levels from 1 to top that no cell holds.
func (m Matrix) Unused(top Level) []Level {
	var out []Level
	for l := Level(1); l <= top; l++ {
		if !slices.ContainsFunc(m.Grid, func(row []Level) bool { return slices.Contains(row, l) }) {
			out = append(out, l)
		}
	}
	return out
}

// Transposed returns the matrix with its axes swapped: its At(c, l) is At(l, c)
// of m. Cells that a ragged grid lacks are zero.
func (m Matrix) Transposed() Matrix {
	var width int
	for _, row := range m.Grid {
		width = max(width, len(row))
	}
	grid := make([][]Level, width)
	for j := range grid {
		grid[j] = make([]Level, len(m.Grid))
		for i, row := range m.Grid {
			if j < len(row) {
				grid[j][i] = row[j]
			}
		}
	}
	return Matrix{grid}
}

// Validate reports rows of different length, cells without a level, levels
// that no scale has, and every place where the level falls although the
// likelihood or the consequence rises.
func (m Matrix) Validate() error {
	c := aims.Checker{Texts: texts}
	checkLength(&c, "grid", len(m.Grid), minSteps)
	for i, row := range m.Grid {
		in := c.In("grid", i)
		switch {
		case i > 0 && len(row) != len(m.Grid[0]):
			in.Add("", GridRagged, "got", strconv.Itoa(len(row)), "want", strconv.Itoa(len(m.Grid[0])))
		case i == 0:
			checkLength(in, "", len(row), minSteps)
		}
		for j, level := range row {
			m.checkCell(in.In("", j), i, j, level)
		}
	}
	return c.Err()
}

// checkCell checks a cell against its lower neighbours. An empty neighbour is
// reported at its own place.
func (m Matrix) checkCell(c *aims.Checker, i, j int, level Level) {
	if level == 0 {
		c.Add("", CellEmpty)
		return
	}
	checkOptionalLevel(c, "", level, MaxLevel)
	falls := func(axis string, from, to int, before Level) {
		if level < before {
			c.Add("", LevelFalls, "before", before.String(), "got", level.String(),
				"axis", axis, "from", strconv.Itoa(from), "to", strconv.Itoa(to))
		}
	}
	here, there := Level(i+1), Level(j+1)
	falls("likelihood", i, i+1, m.At(here-1, there))
	falls("consequence", j, j+1, m.At(here, there-1))
}
