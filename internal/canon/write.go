package canon

import (
	"cmp"
	"slices"
)

// writer walks over a document, valid JSON in UTF-8, and writes its canonical form on the way.
// What it has written moves only when an object closes whose members stood in another order.
type writer struct {
	data       []byte
	pos        int
	marshalled bool // by encoding/json
	escapes    bool // there is one at least

	out     []byte
	names   []byte   // the names of the members below, without escapes
	members []member // so far of all open objects, innermost last
	path    []step
}

// member is a member of an open object.
type member struct {
	name     span // in names
	from, to int  // where it stands in out, with the comma behind it; nowhere if it is left out
}

// step is one step of a pointer: a member's name, or an index where there is none.
type step struct {
	index int
	name  span
	named bool
}

type span struct{ from, to int }

func (s span) of(b []byte) []byte { return b[s.from:s.to] }

// maxDepth is how deep encoding/json reads.
const maxDepth = 10_000

// value writes the next value.
func (w *writer) value() error {
	w.space()
	switch w.data[w.pos] {
	case '{':
		return w.object()
	case '[':
		return w.array()
	case '"':
		return w.text()
	case 't', 'n':
		w.take(4)
	case 'f':
		w.take(5)
	default:
		return w.number()
	}
	return nil
}

// space walks over white space, behind which there is always something.
func (w *writer) space() {
	for w.data[w.pos] <= ' ' {
		w.pos++
	}
}

// take writes the next n bytes as they are.
func (w *writer) take(n int) {
	w.out = append(w.out, w.data[w.pos:w.pos+n]...)
	w.pos += n
}

// more walks over a bracket or comma, and reports whether a value follows before the closing bracket.
func (w *writer) more(closing byte) bool {
	w.space()
	if w.data[w.pos] != closing {
		w.pos++
		w.space()
	}
	return w.data[w.pos] != closing
}

// open writes an opening bracket.
func (w *writer) open(bracket byte) error {
	if len(w.path) == maxDepth {
		return ErrSyntax
	}
	w.path = append(w.path, step{})
	w.out = append(w.out, bracket)
	return nil
}

// close writes the closing bracket in place of the last comma, if there is one.
func (w *writer) close(bracket byte) {
	if last := len(w.out) - 1; w.out[last] == ',' {
		w.out = w.out[:last]
	}
	w.out = append(w.out, bracket)
	w.pos++
}

// array writes an array, each element with a comma behind it.
func (w *writer) array() error {
	depth := len(w.path)
	if err := w.open('['); err != nil {
		return err
	}
	for i := 0; w.more(']'); i++ {
		w.path[depth] = step{index: i}
		if err := w.value(); err != nil {
			return err
		}
		w.out = append(w.out, ',')
	}
	w.path = w.path[:depth]
	w.close(']')
	return nil
}

// object writes an object, each member with a comma behind it.
func (w *writer) object() error {
	depth, first, names := len(w.path), len(w.members), len(w.names)
	if err := w.open('{'); err != nil {
		return err
	}
	from, ordered := len(w.out), true
	for i := 0; w.more('}'); i++ {
		w.path[depth] = step{index: i}
		m := member{from: len(w.out)}
		var err error
		if m.name, err = w.name(); err != nil {
			return err
		}
		w.path[depth] = step{name: m.name, named: true}
		value := len(w.out)
		if err := w.value(); err != nil {
			return err
		}
		if isEmpty(w.out[value:]) {
			w.out = w.out[:m.from]
		} else {
			w.out = append(w.out, ',')
		}
		m.to = len(w.out)
		ordered = ordered && (i == 0 || w.compare(w.members[len(w.members)-1], m) < 0)
		w.members = append(w.members, m)
	}
	w.path = w.path[:depth]
	if !ordered {
		if err := w.order(w.members[first:], from); err != nil {
			return err
		}
	}
	w.members, w.names = w.members[:first], w.names[:names]
	w.close('}')
	return nil
}

// name writes a member's name and the colon.
func (w *writer) name() (span, error) {
	from := len(w.names)
	raw, escaped := w.raw()
	if escaped {
		if err := w.unescape(raw); err != nil {
			return span{}, err
		}
		w.out = appendText(w.out, w.names[from:])
	} else {
		w.names = append(w.names, raw[1:len(raw)-1]...)
		w.out = append(w.out, raw...)
	}
	w.space()
	w.take(1)
	return span{from, len(w.names)}, nil
}

// isEmpty reports whether a member with this value is left out.
func isEmpty(value []byte) bool {
	switch string(value) {
	case "null", "[]", "{}":
		return true
	}
	return false
}

// order sorts the members of an object, which stand in out from an offset to the end, and refuses
// duplicates.
func (w *writer) order(members []member, from int) error {
	slices.SortFunc(members, w.compare)
	end := len(w.out)
	for i, m := range members {
		if i > 0 && w.compare(members[i-1], m) == 0 {
			return w.fail(ErrDuplicate, appendText(nil, m.name.of(w.names)))
		}
		w.out = append(w.out, w.out[m.from:m.to]...)
	}
	w.out = w.out[:from+copy(w.out[from:], w.out[end:])]
	return nil
}

func (w *writer) compare(a, b member) int { return compare(a.name.of(w.names), b.name.of(w.names)) }

// compare orders UTF-8 texts by their UTF-16 code units. That is the order of their bytes,
// except that characters beyond U+FFFF, which begin with 0xF0 to 0xF4, are written with
// surrogates there and so stand before U+E000 to U+FFFF, which begin with 0xEE and 0xEF.
func compare(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return cmp.Compare(unitOrder(a[i]), unitOrder(b[i]))
		}
	}
	return cmp.Compare(len(a), len(b))
}

func unitOrder(b byte) byte {
	if b == 0xEE || b == 0xEF {
		return b + 0x10
	}
	return b
}
