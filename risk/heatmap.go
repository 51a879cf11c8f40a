package risk

// HeatMap says how many open risks stand in each cell of the matrix.
type HeatMap struct {
	State   State   `json:"state"`
	Counts  [][]int `json:"counts"` // [likelihood-1][consequence-1], as the grid of the [Matrix]
	Unrated int     `json:"unrated"`
}

// HeatMap counts the open risks by the cell that their level in a state comes
// from: the likelihood, and the highest consequence over the dimensions.
// Without criteria in force there are no cells.
func (a *Assessment) HeatMap(s State) HeatMap {
	a = a.orEmpty()
	m := HeatMap{State: s, Counts: make([][]int, len(a.criteria.Matrix.Grid))}
	for i, row := range a.criteria.Matrix.Grid {
		m.Counts[i] = make([]int, len(row))
	}
	for _, i := range a.order {
		r := a.counts(i, s)
		if r.Level == 0 {
			m.Unrated++
			continue
		}
		m.Counts[r.Likelihood-1][r.Consequence-1]++
	}
	return m
}
