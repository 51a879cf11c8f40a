package csv

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Writer writes the rows of one table. The first error stays, and
// [Writer.Flush] returns it.
type Writer struct {
	w       *bufio.Writer
	columns int
	rows    int
	err     error // of a row; those of writing stay in w
}

// NewWriter begins a table with a row of the names of its columns.
func NewWriter(w io.Writer, columns ...string) *Writer {
	t := &Writer{w: bufio.NewWriter(w), columns: len(columns)}
	t.write(columns)
	return t
}

// Row adds a row with a cell for each column; with another number it is left
// out and becomes the error. The empty text stands for what is not known.
func (t *Writer) Row(cells ...string) {
	t.rows++
	if len(cells) == t.columns {
		t.write(cells)
	} else if t.err == nil {
		t.err = fmt.Errorf("csv: row %d has %d cells for %d columns", t.rows, len(cells), t.columns)
	}
}

// Flush writes what is still held back, and returns the first error.
func (t *Writer) Flush() error {
	if err := t.w.Flush(); t.err == nil && err != nil {
		t.err = fmt.Errorf("csv: %w", err)
	}
	return t.err
}

func (t *Writer) write(cells []string) {
	for i, c := range cells {
		if i > 0 {
			t.w.WriteByte(',')
		}
		c = Safe(c)
		if strings.ContainsAny(c, "\",;\t\n\r") || c != strings.TrimSpace(c) || c == "" && t.columns == 1 {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		t.w.WriteString(c)
	}
	t.w.WriteByte('\n')
}
