package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the page and its style
	"encoding/base64"
	"html/template"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/aimskit/aimskit/internal/svg"
)

//go:embed page.html
var page string

//go:embed style.css
var style string

// pageTemplate is parsed at the first use.
var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(page))
})

// HTML returns the document as one page that needs nothing else: no script,
// nothing loaded, and a content policy that forbids both. It has a style for
// screens, phones and paper.
func (d Document) HTML() []byte {
	v := pageView{
		Title: svg.Clean(d.Title), Language: d.language(), Contents: svg.Clean(d.Contents),
		Style: template.CSS(style), Digest: styleDigest(),
	}
	for i, b := range d.Blocks {
		if b := viewOf(b); b.Kind != "" {
			b.ID = "b" + strconv.Itoa(i+1)
			v.Blocks = append(v.Blocks, b)
			if b.Kind == "heading" && b.Level == 2 && v.Contents != "" {
				v.Headings = append(v.Headings, b)
			}
		}
	}
	var out bytes.Buffer
	_ = pageTemplate().Execute(&out, v) // a buffer takes everything, and the template knows its data
	return out.Bytes()
}

// styleDigest names the only style that the content policy of a page allows.
func styleDigest() string {
	sum := sha256.Sum256([]byte(style))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// pageView is what the template sees of a document: clean texts.
type pageView struct {
	Title, Language, Contents string
	Style                     template.CSS
	Digest                    string
	Headings, Blocks          []blockView
}

type blockView struct {
	Kind    string // paragraph, strong, list, table, figure, heading; "" for nothing to show
	ID      string
	Level   int
	Text    string // or the caption
	Items   []string
	Class   string // of a table
	Columns []string
	Rows    [][]cellView
	Picture template.HTML
}

type cellView struct {
	Header bool
	Class  string
	Label  string   // the name of the column, where a row becomes a card on phones
	Line   string   // the first line
	More   []string // those below it
}

func viewOf(b Block) blockView {
	switch b := b.(type) {
	case Heading:
		return blockView{Kind: "heading", Level: b.level(), Text: svg.Clean(b.Text)}
	case Paragraph:
		v := blockView{Kind: "paragraph", Text: svg.Clean(b.Text)}
		if b.Strong {
			v.Kind = "strong"
		}
		return v
	case List:
		if len(b.Items) > 0 {
			return blockView{Kind: "list", Items: cleaned(b.Items)}
		}
	case Table:
		if len(b.Columns) > 0 {
			return b.view()
		}
	case Figure:
		if b.picture != nil {
			return blockView{Kind: "figure", Text: svg.Clean(b.Caption), Picture: template.HTML(b.SVG())} // internal/svg escapes every text
		}
	}
	return blockView{}
}

// mostColumns is how many columns a phone can show side by side. Of tables with
// more, each row becomes a card there.
const mostColumns = 3

func (t Table) view() blockView {
	v := blockView{Kind: "table", Text: svg.Clean(t.Caption), Columns: cleaned(t.Columns)}
	cards := len(t.Columns) > mostColumns
	switch {
	case cards:
		v.Class = "cards"
	case len(t.Columns) == 2:
		v.Class = "narrow"
	}
	for _, row := range t.Rows {
		cells := make([]cellView, len(t.Columns))
		for i := range cells {
			c := cell(row, i)
			lines := cleaned(c.Lines)
			cells[i] = cellView{Class: strings.TrimSpace(c.Tone.class() + " " + width(lines))}
			if len(lines) == 0 {
				continue
			}
			cells[i].Header = i == 0
			cells[i].Line, cells[i].More = lines[0], lines[1:]
			if cards && i > 0 {
				cells[i].Label = v.Columns[i]
			}
		}
		v.Rows = append(v.Rows, cells)
	}
	return v
}

// width returns the class of a cell that is not to be broken, or of one that
// wants room.
func width(lines []string) string {
	longest := 0
	for _, l := range lines {
		longest = max(longest, utf8.RuneCountInString(l))
	}
	switch {
	case longest == 0:
		return ""
	case longest <= 17:
		return "short"
	case longest > 48:
		return "long"
	}
	return ""
}

func (t Tone) class() string {
	switch t {
	case Good:
		return "good"
	case Fair:
		return "fair"
	case Bad:
		return "bad"
	case Unsure:
		return "unsure"
	}
	return ""
}

func cleaned(texts []string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = svg.Clean(s)
	}
	return out
}
