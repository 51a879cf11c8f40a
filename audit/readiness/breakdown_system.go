package readiness

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// Alone is how ready the management system would be with some of its AI
// systems alone in its scope; see [Pilot].
type Alone struct {
	Total    Bounds `json:"total"`
	Band     Band   `json:"band"`
	GapCount int    `json:"gapCount"`
	// Own lists the requirements and controls that stand worse for these
	// systems alone than for the others of the breakdown that stand best.
	Own []aims.Key `json:"own,omitempty"`
}

// SystemPart is the readiness of one AI system.
type SystemPart struct {
	System aims.SystemID `json:"system"`
	Alone
}

// SitePart is the readiness of the AI systems of one site.
type SitePart struct {
	Site    string          `json:"site,omitempty"` // absent: of those that no record places at a site
	Systems []aims.SystemID `json:"systems"`        // in the order of the scope
	Alone
}

// Systems returns the readiness for each AI system of the scope alone, in the
// order of the scope. What the rules do not judge system by system counts in
// all of them, so the parts do not add up to the whole.
func (b Basis) Systems() ([]SystemPart, error) {
	scope, err := b.usableScope()
	if err != nil {
		return nil, err
	}
	groups := make([][]aims.SystemID, len(scope.Systems))
	for i := range scope.Systems {
		groups[i] = scope.Systems[i : i+1]
	}
	each, err := b.alone(scope, groups)
	if err != nil {
		return nil, err
	}
	parts := make([]SystemPart, len(each))
	for i, a := range each {
		parts[i] = SystemPart{scope.Systems[i], a}
	}
	return parts, nil
}

// Sites returns the readiness for the AI systems of each site alone, in the
// order of the sites' names. A system counts at every site where its record
// places it ([aims.AISystem], Sites). Those of the scope that no record places
// anywhere are the last part, which has no site: where they are is not guessed.
// As with [Basis.Systems], the parts do not add up to the whole.
func (b Basis) Sites() ([]SitePart, error) {
	scope, err := b.usableScope()
	if err != nil {
		return nil, err
	}
	parts := b.bySite(scope.Systems)
	groups := make([][]aims.SystemID, len(parts))
	for i, p := range parts {
		groups[i] = p.Systems
	}
	each, err := b.alone(scope, groups)
	if err != nil {
		return nil, err
	}
	for i := range parts {
		parts[i].Alone = each[i]
	}
	return parts, nil
}

// bySite puts systems where their records place them: the sites in the order
// of their names, then nowhere.
func (b Basis) bySite(systems []aims.SystemID) []SitePart {
	var parts []SitePart
	put := func(site string, id aims.SystemID) {
		i := slices.IndexFunc(parts, func(p SitePart) bool { return p.Site == site })
		if i < 0 {
			i, parts = len(parts), append(parts, SitePart{Site: site})
		}
		if !slices.Contains(parts[i].Systems, id) {
			parts[i].Systems = append(parts[i].Systems, id)
		}
	}
	for _, id := range systems {
		record, _ := audit.Find[aims.AISystem](b.View, id, b.At)
		for _, site := range record.Sites {
			put(site, id)
		}
		if len(record.Sites) == 0 {
			put("", id)
		}
	}
	slices.SortFunc(parts, func(p, q SitePart) int {
		if p.Site == "" || q.Site == "" {
			return strings.Compare(q.Site, p.Site)
		}
		return strings.Compare(p.Site, q.Site)
	})
	return parts
}

// usableScope returns the scope of a basis that can be broken down.
func (b Basis) usableScope() (aims.Scope, error) {
	var c aims.Checker
	b.check(&c, "")
	if err := c.Err(); err != nil {
		return aims.Scope{}, err
	}
	return b.scope()
}

// alone assesses each group of systems as if it were the whole scope.
func (b Basis) alone(scope aims.Scope, groups [][]aims.SystemID) ([]Alone, error) {
	list := make([]Alone, len(groups))
	reports := make([]Report, len(groups))
	best := make(map[aims.Key]aims.Verdict)
	for n, systems := range groups {
		changes, err := narrowing(scope, systems)
		if err != nil {
			return nil, err
		}
		pilot, err := b.changed(changes)
		if err != nil {
			return nil, err
		}
		j, err := pilot.judge()
		if err != nil {
			return nil, err
		}
		reports[n] = j.report
		for _, i := range j.report.Items {
			best[i.Key] = max(best[i.Key], i.Verdict)
		}
	}
	for n, r := range reports {
		list[n] = Alone{Total: r.Total, Band: r.Band, GapCount: len(r.Gaps)}
		for _, i := range r.Items {
			if !i.Excluded && i.Verdict < best[i.Key] {
				list[n].Own = append(list[n].Own, i.Key)
			}
		}
	}
	return list, nil
}
