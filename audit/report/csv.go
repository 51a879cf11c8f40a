package report

import (
	"bytes"
	"strings"

	"github.com/aimskit/aimskit/internal/csv"
)

// CSV returns the table as comma-separated values in UTF-8, with the names of
// the columns in the first row. No cell is a formula: in front of what a
// spreadsheet would calculate stands an apostrophe. Lines of a cell stay lines.
func (t Table) CSV() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b, t.Columns...)
	for _, row := range t.Rows {
		cells := make([]string, len(t.Columns))
		for i := range cells {
			cells[i] = strings.Join(cell(row, i).Lines, "\n")
		}
		w.Row(cells...)
	}
	_ = w.Flush() // a buffer takes everything, and every row has its cells
	return b.Bytes()
}
