package risk

// Matrix says which risk level a likelihood and a consequence make together:
// Grid[likelihood-1][consequence-1], lowest first on both axes. It is the
// organization's own decision; nothing is multiplied.
type Matrix struct {
	Grid [][]Level `json:"grid"`
}
