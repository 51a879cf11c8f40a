package strict

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxPathBytes bounds the pointers of one report together: a document can make each as long as itself.
const maxPathBytes = 16 << 20

// report adds a problem with the place where the walk is. args are names and values in turn.
func (w *walker) report(code string, args ...string) bool {
	return w.add(Problem{Code: code, Path: w.pointer(), Args: argMap(args)})
}

// reportAt is report for problems of single bytes: it adds the position of the one at offset.
func (w *walker) reportAt(offset int, code string, args ...string) bool {
	w.mark.advance(w.data, offset)
	return w.report(code, append(args,
		"line", strconv.Itoa(w.mark.line),
		"column", strconv.Itoa(w.mark.column),
		"offset", strconv.Itoa(offset))...)
}

// syntax reports that want should stand here, and stops the walk.
func (w *walker) syntax(want string) bool {
	got := "the end of the document"
	if w.pos < len(w.data) {
		_, n := utf8.DecodeRune(w.data[w.pos:])
		got = quote(w.data[w.pos : w.pos+n])
	}
	w.reportAt(w.pos, CodeSyntax, "want", want, "got", got)
	return false
}

// add adds p, or where the list is full the note that it was cut, and then stops the walk.
func (w *walker) add(p Problem) bool {
	if w.found == w.limit.MaxProblems || w.pathBytes > maxPathBytes {
		p = Problem{Code: CodeTooManyProblems, Args: argMap([]string{"limit", strconv.Itoa(w.found)})}
		w.out.Problems = append(w.out.Problems, p)
		return false
	}
	w.found++
	w.out.Problems = append(w.out.Problems, p)
	return true
}

// unknown lists the member where the walk is as read past.
func (w *walker) unknown() {
	w.out.UnknownTotal++
	if len(w.out.Unknown) < w.limit.MaxProblems && w.pathBytes <= maxPathBytes {
		w.out.Unknown = append(w.out.Unknown, w.pointer())
	}
}

func argMap(args []string) map[string]string {
	m := make(map[string]string, len(args)/2)
	for i := 0; i < len(args); i += 2 {
		m[args[i]] = args[i+1]
	}
	return m
}

var escapePointer = strings.NewReplacer("~", "~0", "/", "~1")

// pointer returns the JSON pointer of the place where the walk is. Bytes that are not UTF-8
// appear as U+FFFD.
func (w *walker) pointer() string {
	var b strings.Builder
	for _, t := range w.path {
		b.WriteByte('/')
		if t.name == nil {
			b.WriteString(strconv.Itoa(t.index))
			continue
		}
		escapePointer.WriteString(&b, strings.ToValidUTF8(string(t.name), "\uFFFD"))
	}
	w.pathBytes += b.Len()
	return b.String()
}

// mark is a position in the document, counted on from the last one asked for: the walk only goes
// forward.
type mark struct{ offset, line, column int }

func (m *mark) advance(data []byte, offset int) {
	for ; m.offset < offset; m.offset++ {
		switch c := data[m.offset]; {
		case c == '\n':
			m.line, m.column = m.line+1, 1
		case utf8.RuneStart(c):
			m.column++
		}
	}
}

// maxQuote is how many bytes of the document a problem quotes.
const maxQuote = 64

// quote returns s in Go's quoted form, cut to a length fit for a sentence.
func quote(s []byte) string {
	if len(s) <= maxQuote {
		return strconv.Quote(string(s))
	}
	end := maxQuote
	for end > maxQuote-utf8.UTFMax && !utf8.RuneStart(s[end]) {
		end--
	}
	return strconv.Quote(string(s[:end])) + "…"
}

// excerpt says what the JSON value lit is.
func excerpt(lit []byte) string {
	switch lit[0] {
	case '{':
		return "an object"
	case '[':
		return "an array"
	case '"':
		return quote(unescape(nil, lit[1:len(lit)-1]))
	}
	if len(lit) > maxQuote {
		return string(lit[:maxQuote]) + "…"
	}
	return string(bytes.Clone(lit))
}
