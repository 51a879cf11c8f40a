package controls

import (
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// The codes of an incomplete statement.
const (
	// RowMissing: a control of the catalogue, or one that a treatment uses, has no row.
	RowMissing aims.Code = "controls/row-missing"
	// RowUndecided: a row does not say whether the control applies.
	RowUndecided aims.Code = "controls/row-undecided"
)

// completenessRules ask for a decided row for every control. Where not one is
// decided, the statement is not there at all: a major gap. Where some are
// missing among the rest, it is a minor one.
func completenessRules() []aims.Rule[Facts] {
	return values(
		rule{
			code: RowMissing, point: pointStatement, title: "every control has a row",
			doc: "Looks for a row for every control of the catalogue and for every control that a treatment uses. " +
				"Minor gap for each that has none; major while not one control is decided.",
			check: rowMissing,
		},
		rule{
			code: RowUndecided, point: pointStatement, title: "every row is decided",
			doc: "Looks for rows that are neither applicable nor excluded. " +
				"Minor gap for each; major while not one control is decided.",
			check: eachRow(Undecided, func(f *Facts, _ int, r *Row, out *output) {
				out.control(f.incomplete(), r.Control, nil)
			}),
		},
	)
}

func (f *Facts) incomplete() aims.Verdict {
	if f.blank() {
		return aims.MajorGap
	}
	return aims.MinorGap
}

func rowMissing(f *Facts, out *output) {
	users, listed := f.users(), f.seen()
	for i, key := range f.controls {
		if !listed || f.rowOf[i] < 0 {
			out.control(f.incomplete(), key, users[key])
		}
	}
	for _, key := range slices.SortedFunc(maps.Keys(users), aims.Key.Compare) {
		if _, known := f.place[key]; !known {
			out.control(f.incomplete(), key, users[key])
		}
	}
}

// users returns the records that use each control which is used.
func (f *Facts) users() map[aims.Key][]aims.Ref {
	users := make(map[aims.Key][]aims.Ref)
	for _, u := range f.Uses {
		if u.Control.IsZero() {
			continue
		}
		refs := users[u.Control]
		if !u.By.IsZero() {
			refs = append(refs, u.By)
		}
		users[u.Control] = refs
	}
	return users
}
