package readiness

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/rules"
)

// Part is the score of some of a report's items by themselves: those of one
// clause, or of one group of controls.
type Part struct {
	// Key is the clause, such as iso42001/6, or the group of controls, such as
	// iso42001/A.6. The organization's own controls are one part, whose key
	// has the framework alone.
	Key string `json:"key"`
	// Score is over the items of the part, which all weigh the same.
	Score Bounds `json:"score"`
	// Contribution is what the part brings to the total of the report, in its unit.
	Contribution Bounds     `json:"contribution"`
	Items        []aims.Key `json:"items"`              // that count, in order
	Excluded     []aims.Key `json:"excluded,omitempty"` // controls that do not
}

// Parts returns the report by clause and by group of controls, in the order of
// its items. The contributions add up to the total.
func (r Report) Parts() []Part {
	var parts []Part
	place := make(map[string]int)
	for _, i := range r.Items {
		key := partOf(i.Key)
		at, found := place[key]
		if !found {
			at = len(parts)
			place[key], parts = at, append(parts, Part{Key: key})
		}
		p := &parts[at]
		if i.Excluded {
			p.Excluded = append(p.Excluded, i.Key)
			continue
		}
		p.Items = append(p.Items, i.Key)
		p.Score = p.Score.plus(r.weigh(i, 1))
		p.Contribution = p.Contribution.plus(i.Contribution)
	}
	return parts
}

// partOf returns the clause or the group that an item belongs to.
func partOf(k aims.Key) string {
	if clause, ok := k.Clause(); ok {
		top, _, _ := strings.Cut(string(clause), ".")
		return k.Framework + "/" + top
	}
	if _, ok := k.Control(); ok {
		letter, rest, _ := strings.Cut(k.ID, ".")
		number, _, _ := strings.Cut(rest, ".")
		return k.Framework + "/" + letter + "." + number
	}
	return k.Framework
}

// Support is a requirement or control with the records that its verdict rests on.
type Support struct {
	Item
	Records []aims.Ref `json:"records,omitempty"` // sorted, each once
}

// Contributions returns what each item of the basis's report contributes, in
// its order, with the records that what the rules say of it rests on. An item
// without records is one of which the records hold nothing.
func (b Basis) Contributions() ([]Support, error) {
	var c aims.Checker
	b.check(&c, "")
	if err := c.Err(); err != nil {
		return nil, err
	}
	j, err := b.judge()
	if err != nil {
		return nil, err
	}
	list := make([]Support, 0, len(j.report.Items))
	for _, items := range [][]rules.Item{j.result.Requirements, j.result.Controls} {
		for _, i := range items {
			s := Support{Item: j.report.Items[len(list)]}
			for _, o := range i.Observations {
				s.Records = append(s.Records, o.Refs...)
			}
			slices.SortFunc(s.Records, aims.Ref.Compare)
			s.Records = slices.Compact(s.Records)
			list = append(list, s)
		}
	}
	return list, nil
}
