package risk

import (
	"cmp"
	"slices"
	"strings"
)

// Ranked is a risk in the order of levels.
type Ranked struct {
	Rank  int    `json:"rank,omitzero"` // 1 for the highest level; risks of one level share it, and the next rank skips as many; zero: not rated
	Ties  int    `json:"ties,omitzero"` // how many other risks share the rank
	Risk  RiskID `json:"risk"`
	Rated Rated  `json:"rated"`
}

// Rank orders the open risks by their level in a state, the highest first.
// Nothing but the level decides: risks of one level are tied, and stand in the
// order of their ids. Those without a level come last.
func (a *Assessment) Rank(s State) []Ranked {
	a = a.orEmpty()
	out := make([]Ranked, 0, len(a.order))
	for _, i := range a.order {
		out = append(out, Ranked{Risk: a.register.records.Risks[i].ID, Rated: a.counts(i, s)})
	}
	slices.SortFunc(out, func(x, y Ranked) int {
		return cmp.Or(cmp.Compare(y.Rated.Level, x.Rated.Level), strings.Compare(string(x.Risk), string(y.Risk)))
	})
	for from := 0; from < len(out); {
		to := from
		for to < len(out) && out[to].Rated.Level == out[from].Rated.Level {
			to++
		}
		if out[from].Rated.Level != 0 {
			for i := from; i < to; i++ {
				out[i].Rank, out[i].Ties = from+1, to-from-1
			}
		}
		from = to
	}
	return out
}
