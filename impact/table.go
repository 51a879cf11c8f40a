package impact

import (
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Table says which level two others make together: t[row-1][column-1], lowest
// first on both sides. It is the organization's own decision; nothing is
// multiplied. The zero value has no cells.
type Table [][]risk.Level

// The codes of problems with a table.
const (
	// TableMismatch: a table has another number of rows or columns than a scale has steps.
	TableMismatch aims.Code = "impact/table-mismatch"
	// LevelFalls: the level in a table falls where one of its sides rises.
	LevelFalls aims.Code = "impact/level-falls"
)

// at returns the level of a cell that exists.
func (t Table) at(row, column risk.Level) risk.Level { return t[row-1][column-1] }

// across returns the levels that rows and columns within spans make. The
// levels of a valid table do not fall, so its corners are the bounds.
func (t Table) across(rows, columns Span) Span {
	return Span{t.at(rows.AtLeast, columns.AtLeast), t.at(rows.AtMost, columns.AtMost)}
}

// side is one side of a table: the name of a scale and the number of its steps.
type side struct {
	name string
	n    int
}

// check reports a table that is not made for its sides, holds what is no
// level, or falls. It reports whether the table is sound.
func (t Table) check(c *aims.Checker, field string, rows, columns side, top int) bool {
	sound := true
	add := func(c *aims.Checker, field string, code aims.Code, args ...string) {
		c.Add(field, code, args...)
		sound = false
	}
	mismatch := func(c *aims.Checker, field string, got int, want side) {
		add(c, field, TableMismatch, "got", strconv.Itoa(got), "want", strconv.Itoa(want.n), "scale", want.name)
	}
	if len(t) != rows.n {
		mismatch(c, field, len(t), rows)
	}
	for i, row := range t {
		line := c.In(field, i)
		if len(row) != columns.n {
			mismatch(line, "", len(row), columns)
		}
		for j, l := range row {
			in := line.In("", j)
			if top > 0 && (l == 0 || int(l) > top) {
				add(in, "", LevelOutside, "got", strconv.Itoa(int(l)), "max", strconv.Itoa(top))
				continue
			}
			falls := func(s side, from int, before risk.Level) {
				if l < before && int(before) <= top { // what is no level is reported at its own place
					add(in, "", LevelFalls, "before", before.String(), "got", l.String(),
						"scale", s.name, "from", strconv.Itoa(from), "to", strconv.Itoa(from+1))
				}
			}
			if i > 0 && j < len(t[i-1]) {
				falls(rows, i, t[i-1][j])
			}
			if j > 0 {
				falls(columns, j, row[j-1])
			}
		}
	}
	return sound
}
