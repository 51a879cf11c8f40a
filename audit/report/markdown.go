package report

import (
	"bytes"
	"strings"

	"github.com/aimskit/aimskit/internal/svg"
)

// Markdown returns the document as Markdown with the tables of GitHub's
// dialect. Figures are referred to as Name.svg; [Document.Figures] has the
// files. What texts hold is escaped, so that it makes no link, no mention, no
// markup and no HTML; an at sign is followed by a word joiner, which is not
// seen, because no escape keeps readers from linking it.
func (d Document) Markdown() []byte {
	var b bytes.Buffer
	b.WriteString("# " + escape(d.Title) + "\n")
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case Heading:
			b.WriteString("\n" + strings.Repeat("#", block.level()) + " " + escape(block.Text) + "\n")
		case Paragraph:
			block.markdown(&b)
		case List:
			b.WriteString("\n")
			for _, item := range block.Items {
				b.WriteString("- " + begin(escape(item)) + "\n")
			}
		case Table:
			block.markdown(&b)
		case Figure:
			if block.picture != nil {
				b.WriteString("\n![" + escape(block.Caption) + "](" + fileName(block.Name) + ".svg)\n")
			}
		}
	}
	return b.Bytes()
}

func (h Heading) level() int { return min(max(h.Level, 2), 6) }

func (p Paragraph) markdown(b *bytes.Buffer) {
	text := escape(p.Text)
	switch {
	case text == "":
	case p.Strong:
		b.WriteString("\n**" + text + "**\n")
	default:
		b.WriteString("\n" + begin(text) + "\n")
	}
}

func (t Table) markdown(b *bytes.Buffer) {
	if len(t.Columns) == 0 {
		return
	}
	if caption := escape(t.Caption); caption != "" {
		b.WriteString("\n" + begin(caption) + "\n")
	}
	b.WriteString("\n|")
	for _, c := range t.Columns {
		b.WriteString(" " + escape(c) + " |")
	}
	b.WriteString("\n|" + strings.Repeat(" --- |", len(t.Columns)) + "\n")
	for _, row := range t.Rows {
		b.WriteString("|")
		for i := range t.Columns {
			var lines []string
			for _, l := range cell(row, i).Lines {
				lines = append(lines, escape(l))
			}
			b.WriteString(" " + strings.Join(lines, "<br>") + " |")
		}
		b.WriteString("\n")
	}
}

// active holds what means something to a reader of Markdown anywhere in a
// line: in its dialects also math, strikethrough, definitions and comments.
const active = "\\`*_[]<>&|~^$#{}"

// escape makes a text one line that a reader of Markdown shows as it is, but
// for what means something at the beginning of a line only; see [begin].
func escape(s string) string {
	s = svg.Clean(s)
	var b strings.Builder
	for i, r := range s {
		switch {
		case strings.ContainsRune(active, r),
			r == ':' && linking(s[i:]),
			r == '.' && strings.HasSuffix(strings.ToLower(s[:i]), "www"):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if r == '@' {
			b.WriteRune('\u2060')
		}
	}
	return b.String()
}

// linking reports whether a colon could belong to an address or an emoji:
// anything but white space follows.
func linking(s string) bool { return len(s) > 1 && s[1] != ' ' }

// begin escapes what would begin a list, a heading, a rule or an underline.
func begin(s string) string {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	switch {
	case s != "" && strings.ContainsRune("+-=:!", rune(s[0])):
		return `\` + s
	case digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')'):
		return s[:digits] + `\` + s[digits:]
	}
	return s
}

// fileName keeps the letters, digits and hyphens of a name, in lower case.
func fileName(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, strings.ToLower(name))
}
