package report

import (
	"strconv"

	"github.com/aimskit/aimskit/internal/svg"
)

// Document is a report before it is written in a format: [Document.HTML],
// [Document.Markdown], and [Table.CSV] for each of its tables. Hosts may add
// blocks of their own; whatever texts hold, they stay texts in every format.
type Document struct {
	Title    string
	Language string // of the texts, as BCP 47 names it; absent: "en"
	Contents string // the heading of the list of headings in HTML; absent: no list
	Blocks   []Block
}

// Block is a part of a [Document]: [Heading], [Paragraph], [List], [Table] or
// [Figure].
type Block interface{ block() }

// Heading begins a section.
type Heading struct {
	Level int // 2 to 6; what lies outside counts as the nearest
	Text  string
}

// Paragraph is running text.
type Paragraph struct {
	Text   string
	Strong bool // what nobody may overlook
}

// List is a list of short texts.
type List struct {
	Items []string
}

// Table is a table with a head. The first cell of each row names the row.
type Table struct {
	Name    string // short and unique in the document, for file names and [Document.Table]
	Caption string
	Columns []string
	Rows    [][]Cell // a cell for each column; missing ones are empty, surplus ones are left out
}

// Cell is a cell of a [Table]. One without lines is empty: a place to write in.
type Cell struct {
	Lines []string
	Tone  Tone
}

// Tone says how a cell bears on its row. The text says it too; the tone only
// colors it. Zero is neutral.
type Tone uint8

// The tones.
const (
	Good   Tone = iota + 1 // as it should be
	Fair                   // with an isolated lapse, or to be done
	Bad                    // failing
	Unsure                 // not known
)

// Figure is a picture. Figures are drawn by this package, so that nothing
// foreign comes into a document with them; the zero value shows nothing.
type Figure struct {
	Name    string // short and unique in the document; Markdown refers to Name.svg
	Caption string
	picture *svg.Picture
}

// SVG returns the picture as one svg element; nothing for the zero value.
func (f Figure) SVG() []byte {
	if f.picture == nil {
		return nil
	}
	return f.picture.Bytes()
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Figure) block()    {}

// Table returns the table with a name.
func (d Document) Table(name string) (Table, bool) {
	for t := range blocks[Table](d) {
		if t.Name == name {
			return t, true
		}
	}
	return Table{}, false
}

// Figures returns the figures in their order: the files that Markdown needs
// beside it, each as Name.svg.
func (d Document) Figures() []Figure {
	var all []Figure
	for f := range blocks[Figure](d) {
		all = append(all, f)
	}
	return all
}

// With returns the document with others behind it, each as a section: its title
// becomes a heading of level 2, and its headings go one level down. The name of
// a table or figure that is taken already gets a number behind it, from 2, such
// as "moves-2".
func (d Document) With(others ...Document) Document {
	taken := make(map[string]bool)
	free := func(name string) string {
		unique := name
		for n := 2; taken[unique]; n++ {
			unique = name + "-" + strconv.Itoa(n)
		}
		taken[unique] = true
		return unique
	}
	named := func(b Block) Block {
		switch b := b.(type) {
		case Table:
			b.Name = free(b.Name)
			return b
		case Figure:
			b.Name = free(b.Name)
			return b
		}
		return b
	}
	all := make([]Block, 0, len(d.Blocks))
	for _, b := range d.Blocks {
		all = append(all, named(b))
	}
	for _, o := range others {
		all = append(all, Heading{Level: 2, Text: o.Title})
		for _, b := range o.Blocks {
			if h, ok := b.(Heading); ok {
				b = Heading{Level: h.level() + 1, Text: h.Text}
			}
			all = append(all, named(b))
		}
	}
	d.Blocks = all
	return d
}

func blocks[T Block](d Document) func(yield func(T) bool) {
	return func(yield func(T) bool) {
		for _, b := range d.Blocks {
			if t, ok := b.(T); ok && !yield(t) {
				return
			}
		}
	}
}

// language returns the language of a document; one that is no tag is unknown,
// which HTML writes as "und".
func (d Document) language() string {
	if d.Language == "" {
		return "en"
	}
	for _, r := range d.Language {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' {
			return "und"
		}
	}
	return d.Language
}

// cell returns the i-th cell of a row, which may be missing.
func cell(row []Cell, i int) Cell {
	if i < len(row) {
		return row[i]
	}
	return Cell{}
}
