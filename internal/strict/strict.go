package strict

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
)

// What an [Options] field of zero stands for, and the deepest nesting that can be asked for.
const (
	DefaultMaxBytes    = 64 << 20 // 64 MiB
	DefaultMaxDepth    = 64       // arrays and objects inside one another
	DefaultMaxProblems = 1000

	deepest = 10000 // where encoding/json itself gives up
)

// Options sets limits and leniency. The zero value is the strict reading with the default limits.
type Options struct {
	// MaxBytes is the longest document that is looked at. Zero or less means [DefaultMaxBytes].
	MaxBytes int
	// MaxDepth is how many arrays and objects may stand inside one another; 1 allows a flat
	// object. Zero or less means [DefaultMaxDepth], more than 10,000 means 10,000.
	MaxDepth int
	// MaxProblems is how many problems are listed before the walk stops with one
	// [CodeTooManyProblems] more. Those of records set aside count too.
	// Zero or less means [DefaultMaxProblems].
	MaxProblems int

	// AllowUnknown lists unknown members in [Report.Unknown] and reads past them. It is for
	// documents of a newer minor version. Everything else is as strict as before: an unknown
	// word stays a problem, because nothing says what it stands for.
	AllowUnknown bool
	// Lenient sets aside the elements that hold problems of every array that is a direct member
	// of the top-level object and decodes to a slice. Problems elsewhere still refuse the document.
	Lenient bool
	// Plans keeps what is learned about Go types from one call to the next. Nil learns anew.
	Plans *Plans
}

// Plans is what is known about Go types, for whoever reads many small documents of the same types one
// after the other: learning takes longer than reading then. The zero value knows nothing yet and is ready.
// It must not be used by two calls at the same time.
type Plans struct {
	known map[reflect.Type]*plan
}

// Problem is one reason to refuse a document.
type Problem struct {
	Code string            // one of the Code constants
	Path string            // JSON pointer (RFC 6901) to the place; "" is the whole document
	Args map[string]string // what a sentence about it needs; each code says which
	// Err is what a type's own decoder answered, for [CodeUnknownWord]; nil otherwise.
	Err error
}

// Aside is one record that a lenient reading left out.
type Aside struct {
	Path     string    // where it stands in the document
	Raw      []byte    // its bytes, a copy
	Problems []Problem // what is wrong with it, at least one, with pointers into the document
}

// Report is what a reading found. The document was accepted when Problems is empty.
type Report struct {
	// Problems lists why the document was refused, in the order of the document.
	Problems []Problem
	// Unknown lists the pointers of the members that were read past, in the order of the document
	// and without those in records set aside. It is cut at Options.MaxProblems entries.
	Unknown []string
	// UnknownTotal counts them all, so that a cut list shows.
	UnknownTotal int
	// Aside lists the records left out, in the order of the document.
	Aside []Aside
}

// Original translates a pointer into the decoded value to the pointer of the same place in the
// document. They differ where a lenient reading set earlier elements of the same array aside.
func (r Report) Original(path string) string {
	list, rest, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	index, tail, deeper := strings.Cut(rest, "/")
	at, err := strconv.Atoi(index)
	if err != nil {
		return path
	}
	prefix := "/" + list + "/"
	for _, a := range r.Aside {
		left, ok := strings.CutPrefix(a.Path, prefix)
		if n, err := strconv.Atoi(left); ok && err == nil && n <= at {
			at++
		}
	}
	path = prefix + strconv.Itoa(at)
	if deeper {
		path += "/" + tail
	}
	return path
}

// Decode reads the JSON document data into the value that v points to, which should be the zero
// value of its type, and reports everything it found. A refused document leaves v as it was,
// unless the report says [CodeTarget]. Decode does not keep data.
func Decode(data []byte, v any, o Options) Report {
	w := newWalker(data, o)
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		w.report(CodeTarget, "got", goType(target), "reason", "want a pointer that is not nil")
		return w.out
	}
	w.document(w.plan(target.Type()))
	if len(w.out.Problems) > 0 {
		return w.out
	}
	if err := json.Unmarshal(w.kept(), v); err != nil {
		w.report(CodeTarget, "got", target.Type().String(), "reason", err.Error())
	}
	return w.out
}

func goType(v reflect.Value) string {
	if !v.IsValid() {
		return "nil"
	}
	return v.Type().String()
}
