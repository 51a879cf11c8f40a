package canon

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// Why a document has no canonical form. The errors of this package wrap one of them, and name the
// place by its JSON pointer.
var (
	ErrSyntax    = errors.New("canon: not JSON")
	ErrUnicode   = errors.New("canon: not Unicode")
	ErrDuplicate = errors.New("canon: duplicate member")
	ErrNumber    = errors.New("canon: number would be rounded")
)

// JSON returns the canonical form of the JSON document data, which it leaves as it is.
func JSON(data []byte) ([]byte, error) { return canonical(data, false) }

// Marshal returns the canonical form of what encoding/json makes of v.
//
// encoding/json replaces what is not UTF-8 in a Go string by the escape \ufffd. Marshal refuses
// that with [ErrUnicode], or two texts would have one digest. The character U+FFFD itself is fine; only
// a MarshalJSON method that spells it as this escape is refused too.
func Marshal(v any) ([]byte, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("canon: %w", err)
	}
	return canonical(data, true)
}

func canonical(data []byte, marshalled bool) ([]byte, error) {
	if !json.Valid(data) {
		return nil, ErrSyntax
	}
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%w: the bytes at offset %d are not UTF-8", ErrUnicode, invalidAt(data))
	}
	r := reader{data: data, marshalled: marshalled}
	n, err := r.value()
	if err != nil {
		return nil, err
	}
	return n.appendTo(make([]byte, 0, len(data))), nil
}

func invalidAt(data []byte) int {
	for i := 0; ; {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
}

// node is one value of a document.
type node struct {
	kind byte   // '{', '[', or 0 for a scalar
	name []byte // of a member, unescaped
	text []byte // of a scalar, canonical
	kids []node // members or elements, in canonical order
}

// empty reports whether a member with this value is left out.
func (n *node) empty() bool {
	if n.kind == 0 {
		return string(n.text) == "null"
	}
	return len(n.kids) == 0
}

func (n *node) appendTo(dst []byte) []byte {
	if n.kind == 0 {
		return append(dst, n.text...)
	}
	dst = append(dst, n.kind)
	for i := range n.kids {
		if i > 0 {
			dst = append(dst, ',')
		}
		if n.kind == '{' {
			dst = append(appendText(dst, n.kids[i].name), ':')
		}
		dst = n.kids[i].appendTo(dst)
	}
	return append(dst, n.kind+2) // '}' and ']' follow their openings at this distance
}

// pointer returns the JSON pointer to where path leads.
func pointer(path []step) string {
	var b []byte
	for _, s := range path {
		b = append(b, '/')
		if s.name == nil {
			b = strconv.AppendInt(b, int64(s.index), 10)
		}
		for _, c := range s.name {
			switch c {
			case '~':
				b = append(b, "~0"...)
			case '/':
				b = append(b, "~1"...)
			default:
				b = append(b, c)
			}
		}
	}
	return string(b)
}
