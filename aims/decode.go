package aims

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/internal/strict"
)

// Format is the format of the documents that this version of the library
// writes. Every document begins with the member "format". A document of the
// same major and the same or an older minor version is read strictly.
const Format = "aimskit/0.1"

const (
	formatName  = "aimskit/"
	formatMajor = 0
	formatMinor = 1
)

// The codes of problems that a document can have before its values are
// looked at.
const (
	// FormatMissing: the document does not begin with its format.
	FormatMissing Code = "aims/format-missing"
	// FormatUnknown: the format is no version of aimskit, or of another major version.
	FormatUnknown Code = "aims/format-unknown"
	// NewerFormat: the format's minor version is newer than this library.
	NewerFormat Code = "aims/newer-format"
	// Syntax: the text is not JSON.
	Syntax Code = strict.CodeSyntax
	// TrailingData: something stands after the document.
	TrailingData Code = strict.CodeTrailingData
	// UnknownMember: a member that its type does not have.
	UnknownMember Code = strict.CodeUnknownMember
	// DuplicateMember: a member that its object has twice.
	DuplicateMember Code = strict.CodeDuplicateMember
	// MemberCase: a member's name is written in the wrong case.
	MemberCase Code = strict.CodeMemberCase
	// Null: null stands where a value is wanted.
	Null Code = strict.CodeNull
	// WrongType: a value has another JSON type than is wanted.
	WrongType Code = strict.CodeWrongType
	// UnknownWord: a text is no word of its vocabulary, or not of its form.
	UnknownWord Code = strict.CodeUnknownWord
	// NumberRange: a number does not fit.
	NumberRange Code = strict.CodeNumberRange
	// InvalidUTF8: bytes are not UTF-8.
	InvalidUTF8 Code = strict.CodeInvalidUTF8
	// TooLarge: the document is longer than the limit.
	TooLarge Code = strict.CodeTooLarge
	// TooDeep: the document is nested deeper than the limit.
	TooDeep Code = strict.CodeTooDeep
	// TooManyProblems: the list of problems was cut.
	TooManyProblems Code = strict.CodeTooManyProblems
	// DecodeTarget: the program asked for a Go type that cannot be decoded.
	DecodeTarget Code = strict.CodeTarget
)

// DecodeOptions sets limits and leniency. The zero value reads strictly,
// with limits of 64 MiB, 64 levels and 1,000 problems.
type DecodeOptions struct {
	MaxBytes    int
	MaxDepth    int
	MaxProblems int
	// Newer reads a document of a newer minor version as far as it is
	// understood; [Reading.Unknown] lists what is not.
	Newer bool
	// Lenient sets bad records aside, the elements of the lists of a
	// document, and keeps the rest; [Reading.Aside] lists them.
	Lenient bool

	plans *strict.Plans
}

// ForMany returns the options for reading many small documents, such as single
// records, one after the other: what is learned about a Go type serves for all
// of them. The result must not be used by two calls at the same time.
func (o DecodeOptions) ForMany() DecodeOptions {
	o.plans = new(strict.Plans)
	return o
}

// Reading says what a reading passed over.
type Reading struct {
	Unknown []string // pointers of the members of a newer format that were not understood
	Aside   []Aside  // the records that a lenient reading left out
	report  strict.Report
}

// Aside is a record that was left out, with what is wrong with it.
type Aside struct {
	Path     string    `json:"path"` // where it stands in the document
	Raw      []byte    `json:"raw,omitempty"`
	Problems []Problem `json:"problems"`
}

// Original translates a pointer into the decoded value to the pointer of the
// same place in the document; they differ after records were set aside.
func (r Reading) Original(path string) string { return r.report.Original(path) }

// Decode reads JSON into the value that v points to, strictly: every problem
// of the text is reported with its pointer, in an [InvalidError], and v is
// left as it was. It does not call Validate.
func Decode(data []byte, v any, o DecodeOptions) (Reading, error) {
	report := strict.Decode(data, v, strict.Options{
		MaxBytes: o.MaxBytes, MaxDepth: o.MaxDepth, MaxProblems: o.MaxProblems,
		AllowUnknown: o.Newer, Lenient: o.Lenient, Plans: o.plans,
	})
	reading := Reading{Unknown: report.Unknown, report: report}
	for _, a := range report.Aside {
		reading.Aside = append(reading.Aside, Aside{a.Path, a.Raw, convert(a.Problems)})
	}
	if len(report.Problems) > 0 {
		return reading, &InvalidError{Problems: convert(report.Problems)}
	}
	return reading, nil
}

func convert(list []strict.Problem) []Problem {
	out := make([]Problem, len(list))
	for i, p := range list {
		code := Code(p.Code)
		out[i] = Problem{Code: code, Path: p.Path, Args: p.Args, Text: documentText(code, p.Args)}
	}
	return out
}

// DecodeDocument is [Decode] for a document, which begins with its format. A
// newer minor version is refused unless the options allow it.
func DecodeDocument(data []byte, v any, o DecodeOptions) (Reading, error) {
	newer, problem := checkFormat(data)
	if problem.Code == NewerFormat && o.Newer {
		problem = Problem{}
	}
	if problem.Code != "" {
		return Reading{}, &InvalidError{Problems: []Problem{problem}}
	}
	o.Newer = newer
	return Decode(data, v, o)
}

// checkFormat looks at the beginning of a document. Text that is not an
// object is left to the decoder, which says what is wrong with it.
func checkFormat(data []byte) (newer bool, p Problem) {
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return false, Problem{}
	}
	name, err := d.Token()
	if err != nil {
		return false, Problem{}
	}
	if name != "format" {
		return false, formatProblem(FormatMissing, "want", Format)
	}
	value, err := d.Token()
	if err != nil {
		return false, Problem{}
	}
	text, isText := value.(string)
	if !isText {
		return false, formatProblem(FormatMissing, "want", Format)
	}
	major, minor, ok := parseFormat(text)
	switch {
	case !ok || major != formatMajor:
		return false, formatProblem(FormatUnknown, "got", strconv.Quote(clip(text)), "want", Format)
	case minor > formatMinor:
		return true, formatProblem(NewerFormat, "got", text, "want", Format)
	}
	return false, Problem{}
}

func formatProblem(code Code, args ...string) Problem {
	var c Checker
	c.Add("format", code, args...)
	return Problems(c.Err())[0]
}

// parseFormat reads "aimskit/MAJOR.MINOR".
func parseFormat(s string) (major, minor int, ok bool) {
	version, found := strings.CutPrefix(s, formatName)
	first, second, dot := strings.Cut(version, ".")
	major, majorOK := segment(first)
	minor, minorOK := segment(second)
	canonical := fmt.Sprintf("%s%d.%d", formatName, major, minor)
	return major, minor, found && dot && majorOK && minorOK && s == canonical
}

// documentText returns the sentence of a problem of a text, with a hint where
// its arguments hold one.
func documentText(code Code, args map[string]string) string {
	t := texts[code]
	if _, ok := args["nearest"]; ok {
		t += "; did you mean {nearest}?"
	}
	return t
}
