package aims

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Code is the stable name of a problem, rule or observation:
// "package/kebab-case", unique over the library. A code may be retired, but is
// never given another meaning.
type Code string

// Problem says that a value is malformed: where, what, and how to mend it.
// What a well-formed record says about the management system is never a
// problem, but an [Observation].
type Problem struct {
	Code Code              `json:"code"`
	Path string            `json:"path"`           // JSON pointer (RFC 6901) into the checked value or document
	Ref  Ref               `json:"ref,omitzero"`   // the record, for hosts that have no document
	Args map[string]string `json:"args,omitempty"` // what the sentence speaks of
	Text string            `json:"text,omitempty"` // the English sentence, with {name} where an argument goes
}

// Sentence returns the English sentence with its arguments filled in. Hosts
// that speak another language translate by Code and use Args.
func (p Problem) Sentence() string { return sentence(p.Code, p.Text, p.Args) }

// String returns "POINTER CODE SENTENCE" as one line; the whole document's
// pointer, which is empty, is printed as "/", and control characters, which
// names in a document may hold, as Go writes them, such as \n.
func (p Problem) String() string {
	path := p.Path
	if path == "" {
		path = "/"
	}
	return oneLine(path + " " + string(p.Code) + " " + p.Sentence())
}

// oneLine escapes what could break a line, so that no text of a document looks
// like a problem of its own.
func oneLine(s string) string {
	breaks := func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }
	if !strings.ContainsFunc(s, breaks) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if !breaks(r) {
			b.WriteRune(r)
			continue
		}
		quoted := strconv.QuoteRune(r)
		b.WriteString(quoted[1 : len(quoted)-1])
	}
	return b.String()
}

// sentence fills a template; without one it lists code and arguments.
func sentence(code Code, text string, args map[string]string) string {
	if text == "" {
		text = string(code)
		for _, name := range slices.Sorted(maps.Keys(args)) {
			text += " " + name + "={" + name + "}"
		}
	}
	pairs := make([]string, 0, 2*len(args))
	for name, value := range args {
		pairs = append(pairs, "{"+name+"}", value)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// ErrInvalid is what every [InvalidError] wraps.
var ErrInvalid = errors.New("aims: invalid")

// InvalidError carries every problem of a value, in the order of its fields.
type InvalidError struct {
	Problems []Problem
}

// Error lists the problems, one a line, "POINTER CODE SENTENCE".
func (e *InvalidError) Error() string {
	var b strings.Builder
	b.WriteString(ErrInvalid.Error())
	for _, p := range e.Problems {
		b.WriteString("\n" + p.String())
	}
	return b.String()
}

// Unwrap returns [ErrInvalid].
func (e *InvalidError) Unwrap() error { return ErrInvalid }

// Problems returns the problems that err carries, or nil.
func Problems(err error) []Problem {
	if invalid, ok := errors.AsType[*InvalidError](err); ok {
		return invalid.Problems
	}
	return nil
}
