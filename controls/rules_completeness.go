package controls

import (
	"maps"
	"slices"
	"sync"

	"github.com/aimskit/aimskit/aims"
)

// The codes of an incomplete statement.
const (
	// RowMissing: a control of the catalogue, or one that a treatment uses, has no row.
	RowMissing aims.Code = "controls/row-missing"
	// RowUndecided: a row does not say whether the control applies.
	RowUndecided aims.Code = "controls/row-undecided"
)

// completenessRules ask for a decided row for every control. Where most of
// Annex A or a whole group of it is not decided on, that is no lapse: the
// comparison with Annex A was not made, a major gap. Where some controls are
// missing among the rest, it is a minor one.
func completenessRules() []aims.Rule[Facts] {
	return values(
		rule{
			code: RowMissing, point: pointStatement, title: "every control has a row",
			doc: "Looks for a row for every control of the catalogue and for every control that a treatment uses. " +
				"Minor gap for each that has none; major while fewer than half of the controls of Annex A are decided, or not one of a group.",
			check: rowMissing,
		},
		rule{
			code: RowUndecided, point: pointStatement, title: "every row is decided",
			doc: "Looks for rows that are neither applicable nor excluded. " +
				"Minor gap for each; major while fewer than half of the controls of Annex A are decided, or not one of a group.",
			check: eachRow(Undecided, func(f *Facts, _ int, r *Row, out *output) {
				out.control(f.incomplete(), r.Control, nil)
			}),
		},
	)
}

func (f *Facts) incomplete() aims.Verdict {
	if f.thin || f.blank() {
		return aims.MajorGap
	}
	return aims.MinorGap
}

func rowMissing(f *Facts, out *output) {
	users, listed := sync.OnceValue(f.users), f.seen()
	for i, key := range f.keys {
		if listed && f.rowOf[i] >= 0 {
			continue
		}
		if by := users()[key]; len(by) > 0 || f.exists(i) {
			out.control(f.incomplete(), key, refsOf(by))
		}
	}
	foreign := func(u Use) bool {
		_, known := f.place[u.Control]
		return !known && !u.Control.IsZero()
	}
	if !slices.ContainsFunc(f.Uses, foreign) {
		return
	}
	for _, key := range slices.SortedFunc(maps.Keys(users()), aims.Key.Compare) {
		if _, known := f.place[key]; !known {
			out.control(f.incomplete(), key, refsOf(users()[key]))
		}
	}
}

// users returns the uses of each control that is used.
func (f *Facts) users() map[aims.Key][]Use {
	users := make(map[aims.Key][]Use)
	for _, u := range f.Uses {
		if !u.Control.IsZero() {
			users[u.Control] = append(users[u.Control], u)
		}
	}
	return users
}

// refsOf returns the records that uses name.
func refsOf(uses []Use) []aims.Ref {
	var refs []aims.Ref
	for _, u := range uses {
		if !u.By.IsZero() {
			refs = append(refs, u.By)
		}
	}
	return refs
}
