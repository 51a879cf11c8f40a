package canon

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
)

// reader reads valid JSON in UTF-8 into a tree.
type reader struct {
	data       []byte
	pos        int
	marshalled bool // by encoding/json
	path       []step
	open       []node // the children so far of all open arrays and objects, innermost last
}

// step is one step of a pointer: a member's name, or an index where name is nil.
type step struct {
	name  []byte
	index int
}

// fail returns kind as the error for the place where the reader is.
func (r *reader) fail(kind error, what []byte) error {
	const longest = 64
	if len(what) > longest {
		what = append(what[:longest:longest], "…"...)
	}
	return fmt.Errorf("%w: %s at %q", kind, what, pointer(r.path))
}

// space walks over white space, behind which there is always something.
func (r *reader) space() {
	for {
		switch r.data[r.pos] {
		case ' ', '\t', '\n', '\r':
			r.pos++
		default:
			return
		}
	}
}

// value reads the next value.
func (r *reader) value() (n node, err error) {
	r.space()
	switch c := r.data[r.pos]; c {
	case '{', '[':
		return r.container(c)
	case '"':
		raw, plain, err := r.text()
		if err == nil && plain != nil {
			raw = appendText(nil, plain)
		}
		return node{text: raw}, err
	case 't', 'n':
		return node{text: r.take(4)}, nil
	case 'f':
		return node{text: r.take(5)}, nil
	}
	return r.number()
}

func (r *reader) take(n int) []byte {
	r.pos += n
	return r.data[r.pos-n : r.pos]
}

// container reads an array or an object, whose opening bracket is kind.
func (r *reader) container(kind byte) (n node, err error) {
	first, last := len(r.open), len(r.path)
	for i := 0; ; i++ {
		r.pos++ // a bracket or a comma
		r.space()
		if r.data[r.pos] == kind+2 {
			r.pos++
			return node{kind: kind}, nil
		}
		r.path = append(r.path, step{index: i})
		var name []byte
		if kind == '{' {
			if name, err = r.name(); err != nil {
				return n, err
			}
			r.path[last].name = name
		}
		kid, err := r.value()
		if err != nil {
			return n, err
		}
		kid.name = name
		r.open, r.path = append(r.open, kid), r.path[:last]
		r.space()
		if r.data[r.pos] != ',' {
			break
		}
	}
	r.pos++
	n = node{kind: kind, kids: slices.Clone(r.open[first:])}
	r.open = r.open[:first]
	if kind == '{' {
		err = r.order(&n)
	}
	return n, err
}

// name reads a member's name and the colon behind it.
func (r *reader) name() ([]byte, error) {
	raw, plain, err := r.text()
	if plain == nil {
		plain = raw[1 : len(raw)-1]
	}
	r.space()
	r.pos++
	return plain, err
}

// order sorts the members of an object, refuses duplicates and drops those that are empty.
func (r *reader) order(n *node) error {
	slices.SortFunc(n.kids, func(a, b node) int { return compare(a.name, b.name) })
	for i := 1; i < len(n.kids); i++ {
		if bytes.Equal(n.kids[i-1].name, n.kids[i].name) {
			return r.fail(ErrDuplicate, appendText(nil, n.kids[i].name))
		}
	}
	n.kids = slices.DeleteFunc(n.kids, func(k node) bool { return k.empty() })
	return nil
}

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
