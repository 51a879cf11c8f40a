package aims

import (
	"iter"
	"slices"
)

// Standard tells, for one edition of another management system standard,
// which of its clauses corresponds to each requirement of ISO/IEC 42001:2023.
//
// That a clause corresponds means that work done for it is a start, and no
// more: an audit or a management review of the other system serves this one
// only when its criteria, scope and inputs name the AI management system.
type Standard struct {
	ID      string // framework and edition, such as "iso27001:2022"
	Name    string // such as "ISO/IEC 27001:2022"
	Subject string // what it manages
	rows    []Correspondence
}

// Correspondence is one row of such a table.
type Correspondence struct {
	Clause Clause `json:"clause"` // the requirement of ISO/IEC 42001:2023
	// There is the number in the other standard; empty when nothing there
	// corresponds.
	There string `json:"there,omitempty"`
	// Note says what to watch, above all where the other standard has the same
	// number for something else.
	Note string `json:"note,omitempty"`
}

// None reports whether nothing in the other standard corresponds.
func (c Correspondence) None() bool { return c.There == "" }

// SameNumber reports whether the two may be matched by their number.
func (c Correspondence) SameNumber() bool { return c.There == string(c.Clause) }

// Standards visits the standards whose correspondence is known, in the order
// ISO/IEC 27001:2022, ISO 9001:2015, ISO 14001:2015, ISO 45001:2018 and ISO
// 22000:2018. Each visit builds values that share nothing.
func Standards() iter.Seq[Standard] {
	return func(yield func(Standard) bool) {
		var leaves []Clause
		for r := range Edition2023().Leaves() {
			leaves = append(leaves, r.Clause)
		}
		for _, table := range []func() Standard{iso27001, iso9001, iso14001, iso45001, iso22000} {
			if !yield(table().over(leaves)) {
				return
			}
		}
	}
}

// LookupStandard returns the standard with an id such as "iso27001:2022".
func LookupStandard(id string) (Standard, bool) {
	for s := range Standards() {
		if s.ID == id {
			return s, true
		}
	}
	return Standard{}, false
}

// over completes the exceptions that a table lists: a leaf that it does not
// mention corresponds to the same number.
func (s Standard) over(leaves []Clause) Standard {
	rows := make([]Correspondence, len(leaves))
	for i, leaf := range leaves {
		rows[i] = Correspondence{Clause: leaf, There: string(leaf)}
		for _, exception := range s.rows {
			if exception.Clause == leaf {
				rows[i] = exception
			}
		}
	}
	s.rows = rows
	return s
}

// All visits the rows: one for each of the 32 leaves, in numeric order.
func (s Standard) All() iter.Seq[Correspondence] { return slices.Values(s.rows) }

// Corresponding returns what the other standard has for a requirement; false
// when clause is no leaf of ISO/IEC 42001:2023.
func (s Standard) Corresponding(clause Clause) (Correspondence, bool) {
	for _, row := range s.rows {
		if row.Clause == clause {
			return row, true
		}
	}
	return Correspondence{}, false
}
