package canon

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
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
func JSON(data []byte) ([]byte, error) {
	if !json.Valid(data) {
		return nil, ErrSyntax
	}
	return canonical(data, false)
}

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
	form, err := canonical(data, true)
	if err != nil && !json.Valid(data) { // nested deeper than encoding/json reads it back
		return nil, ErrSyntax
	}
	return form, err
}

// canonical returns the form of data: valid JSON, unless it was marshalled and is nested too deep.
func canonical(data []byte, marshalled bool) ([]byte, error) {
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%w: the bytes at offset %d are not UTF-8", ErrUnicode, invalidAt(data))
	}
	r := new(room)
	w := writer{
		data: data, marshalled: marshalled, escapes: bytes.IndexByte(data, '\\') >= 0,
		out:   make([]byte, 0, 2*len(data)), // the last half to sort in
		names: r.names[:0], members: r.members[:0], path: r.path[:0],
	}
	if err := w.value(); err != nil {
		return nil, err
	}
	return w.out, nil
}

// room is what the lists of a writer need for most records, in one piece.
type room struct {
	names   [256]byte
	members [32]member
	path    [8]step
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
