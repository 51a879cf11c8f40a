package risk

import (
	"maps"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// Group is what the open risks of one system, source, objective or owner come
// to.
type Group struct {
	Key           string `json:"key"`            // "" for the risks that name none
	Worst         Level  `json:"worst,omitzero"` // the highest level; zero: none is rated
	Counts        []int  `json:"counts"`         // how many risks have level i+1
	Unrated       int    `json:"unrated"`        // how many have none
	AboveAppetite int    `json:"aboveAppetite"`
	AboveLimit    int    `json:"aboveLimit"` // above the tolerance
}

// RollUp groups the open risks by keys and counts their levels in a state,
// sorted by key: items of Annex C by number, before all others by bytes. A risk
// with several keys counts in each of their groups, so that groups do not add
// up; levels are counted and never averaged.
func (a *Assessment) RollUp(s State, by func(Risk) []string) []Group {
	a = a.orEmpty()
	groups := make(map[string]*Group)
	for _, i := range a.order {
		keys := by(a.register.records.Risks[i])
		if len(keys) == 0 {
			keys = []string{""}
		}
		rated := a.counts(i, s)
		for _, key := range keys {
			g := groups[key]
			if g == nil {
				g = &Group{Key: key, Counts: make([]int, a.criteria.Top())}
				groups[key] = g
			}
			a.count(g, rated)
		}
	}
	out := make([]Group, 0, len(groups))
	for _, key := range slices.SortedFunc(maps.Keys(groups), compareKeys) {
		out = append(out, *groups[key])
	}
	return out
}

// compareKeys orders the keys of groups: none, then the items of Annex C by
// number (C.2.2 before C.2.10), then all others by bytes.
func compareKeys(a, b string) int {
	_, notA := aims.ParseAnnexC(a)
	_, notB := aims.ParseAnnexC(b)
	switch {
	case a == "" || b == "" || notA != nil && notB != nil:
		return strings.Compare(a, b)
	case notA != nil:
		return 1
	case notB != nil:
		return -1
	}
	return aims.AnnexC(a).Compare(aims.AnnexC(b))
}

// Total counts the levels of all open risks in a state.
func (a *Assessment) Total(s State) Group {
	a = a.orEmpty()
	g := Group{Counts: make([]int, a.criteria.Top())}
	for _, i := range a.order {
		a.count(&g, a.counts(i, s))
	}
	return g
}

func (a *Assessment) count(g *Group, r Rated) {
	if r.Level == 0 {
		g.Unrated++
		return
	}
	g.Counts[r.Level-1]++
	g.Worst = max(g.Worst, r.Level)
	if zone := a.criteria.Zone(r.Level); zone > WithinAppetite {
		g.AboveAppetite++
		if zone == AboveTolerance {
			g.AboveLimit++
		}
	}
}

// BySystem groups by AI system.
func BySystem(r Risk) []string { return keys(r.Systems) }

// BySource groups by risk source.
func BySource(r Risk) []string { return keys(r.Sources) }

// ByObjective groups by the organization's own objectives.
func ByObjective(r Risk) []string { return keys(r.Objectives) }

// ByAnnexC groups by the objectives of Annex C.
func ByAnnexC(r Risk) []string { return keys(r.AnnexC) }

// ByOwner groups by owner.
func ByOwner(r Risk) []string {
	if r.Owner == "" {
		return nil
	}
	return []string{string(r.Owner)}
}

func keys[T aims.ID](ids []T) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
