package strict

import (
	"bytes"
	"reflect"
	"strconv"
)

// walker goes over one document once, against the plans of the types it meets. Its methods that
// walk return false when the walk must stop.
type walker struct {
	data  []byte
	pos   int
	limit Options
	plans map[reflect.Type]*plan
	raw   *plan // of what only has to be well-formed
	out   Report

	path      []token // where the walk is
	depth     int
	found     int      // problems reported, set aside or not
	pathBytes int      // length of all pointers built
	cuts      []span   // what a lenient reading leaves out
	names     [][]byte // member names met in the open objects, innermost last
	scratch   []byte   // for one unescaped text
	decoded   []byte   // for one base64 text
	mark      mark
}

// token is one step of a pointer: a member's name, or an index where name is nil.
type token struct {
	name  []byte
	index int
}

func newWalker(data []byte, o Options) *walker {
	return &walker{
		data: data,
		limit: Options{
			MaxBytes:     positive(o.MaxBytes, DefaultMaxBytes),
			MaxDepth:     min(positive(o.MaxDepth, DefaultMaxDepth), deepest),
			MaxProblems:  positive(o.MaxProblems, DefaultMaxProblems),
			AllowUnknown: o.AllowUnknown,
			Lenient:      o.Lenient,
		},
		plans: o.Plans.types(),
		raw:   &plan{kind: kindRaw},
		mark:  mark{line: 1, column: 1},
	}
}

func positive(n, otherwise int) int {
	if n > 0 {
		return n
	}
	return otherwise
}

// document walks the whole of the data.
func (w *walker) document(p *plan) {
	if len(w.data) > w.limit.MaxBytes {
		w.report(CodeTooLarge, "got", strconv.Itoa(len(w.data)), "limit", strconv.Itoa(w.limit.MaxBytes))
		return
	}
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} { // of UTF-8 and UTF-16
		if bytes.HasPrefix(w.data, []byte(mark)) {
			w.syntax("UTF-8 without a byte order mark")
			return
		}
	}
	w.space()
	if !w.value(p) {
		return
	}
	w.space()
	if w.pos < len(w.data) {
		w.reportAt(w.pos, CodeTrailingData, "got", quote(w.data[w.pos:]))
	}
}

// value walks one value, which starts here.
func (w *walker) value(p *plan) bool {
	if w.pos == len(w.data) {
		return w.syntax("a value")
	}
	c := w.data[w.pos]
	switch {
	case p.kind == kindUnfit:
		return w.report(CodeTarget, "got", p.typ.String(), "reason", p.reason) && w.value(w.raw)
	case p.kind == kindOwnJSON && c != 'n':
		return w.ownJSON(p)
	}
	switch c {
	case '{':
		switch p.kind {
		case kindStruct, kindMap, kindAny, kindRaw:
			return w.object(p)
		}
		return w.wrongType(p, "an object") && w.object(w.raw)
	case '[':
		switch p.kind {
		case kindSlice, kindArray, kindAny, kindRaw:
			return w.array(p)
		}
		return w.wrongType(p, "an array") && w.array(w.raw)
	case '"':
		return w.text(p)
	case 't':
		return w.literal(p, "true")
	case 'f':
		return w.literal(p, "false")
	case 'n':
		return w.literal(p, "null")
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return w.number(p)
	}
	return w.syntax("a value")
}

func (w *walker) wrongType(p *plan, got string) bool {
	return w.report(CodeWrongType, "want", p.want, "got", got)
}

// array walks an array, which starts here.
func (w *walker) array(p *plan) bool {
	if !w.enter() {
		return false
	}
	elem := w.elemPlan(p)
	lenient := w.limit.Lenient && p.kind == kindSlice && w.depth == 2 && w.path[0].name != nil
	last := len(w.path)
	w.path = append(w.path, token{})
	kept, n := false, 0
	for ; ; n++ {
		before := w.pos
		more, ok := w.more(n == 0, ']')
		if !ok {
			return false
		}
		if !more {
			break
		}
		w.path[last].index = n
		switch {
		case !lenient:
			ok = w.value(elem)
		default:
			kept, ok = w.record(elem, before, kept)
		}
		if !ok {
			return false
		}
	}
	w.path = w.path[:last]
	if p.kind == kindArray && n != p.typ.Len() {
		return w.wrongType(p, "an array of "+strconv.Itoa(n))
	}
	return true
}

// enter walks an opening bracket.
func (w *walker) enter() bool {
	if w.depth == w.limit.MaxDepth {
		w.report(CodeTooDeep, "limit", strconv.Itoa(w.limit.MaxDepth))
		return false
	}
	w.depth++
	w.pos++
	return true
}

// more walks to the next item of an array or object, or over its closing bracket.
func (w *walker) more(first bool, closing byte) (more, ok bool) {
	w.space()
	switch {
	case w.pos < len(w.data) && w.data[w.pos] == closing:
		w.pos++
		w.depth--
		return false, true
	case first:
		return true, true
	case w.pos == len(w.data) || w.data[w.pos] != ',':
		return false, w.syntax("a comma or " + string(closing))
	}
	w.pos++
	w.space()
	return true, true
}
