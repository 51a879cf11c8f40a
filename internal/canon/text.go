package canon

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// text writes a string.
func (w *writer) text() error {
	raw, escaped := w.raw()
	if !escaped {
		w.out = append(w.out, raw...)
		return nil
	}
	from := len(w.names)
	err := w.unescape(raw)
	w.out, w.names = appendText(w.out, w.names[from:]), w.names[:from]
	return err
}

// raw reads a string as it stands with its quotes, and reports whether that holds escapes.
func (w *writer) raw() (raw []byte, escaped bool) {
	rest := w.data[w.pos:]
	end := 1 + bytes.IndexByte(rest[1:], '"')
	escaped = w.escapes && bytes.IndexByte(rest[:end], '\\') >= 0
	if escaped { // maybe this very quote
		for end = 1; rest[end] != '"'; end++ {
			if rest[end] == '\\' {
				end++
			}
		}
	}
	w.pos += end + 1
	return rest[:end+1], escaped
}

var replacement = []byte(`\ufffd`)

// unescape appends to the names what a string means.
func (w *writer) unescape(raw []byte) error {
	s := raw[1 : len(raw)-1]
	for {
		i := bytes.IndexByte(s, '\\')
		if i < 0 {
			w.names = append(w.names, s...)
			return nil
		}
		w.names, s = append(w.names, s[:i]...), s[i:]
		if s[1] != 'u' {
			w.names, s = append(w.names, plainEscape(s[1])), s[2:]
			continue
		}
		if w.marshalled && bytes.HasPrefix(s, replacement) {
			return w.fail(ErrUnicode, []byte("a Go string that is not UTF-8"))
		}
		c, n := unit(s), 6
		if utf16.IsSurrogate(c) {
			low := rune(-1)
			if bytes.HasPrefix(s[6:], replacement[:2]) {
				low = unit(s[6:])
			}
			if c, n = utf16.DecodeRune(c, low), 12; c == utf8.RuneError {
				return w.fail(ErrUnicode, append([]byte("half a surrogate pair, "), s[:6]...))
			}
		}
		w.names, s = utf8.AppendRune(w.names, c), s[n:]
	}
}

// unit returns the code unit of the \u escape that s starts with.
func unit(s []byte) rune {
	n, _ := strconv.ParseUint(string(s[2:6]), 16, 16) // valid JSON: never fails
	return rune(n)
}

func plainEscape(c byte) byte {
	switch c {
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return c
}

// appendText appends s as a JSON string with the escapes that RFC 8785 asks for.
func appendText(dst, s []byte) []byte {
	dst = append(dst, '"')
	done := 0
	for i, c := range s {
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		dst = append(append(dst, s[done:i]...), '\\')
		done = i + 1
		switch c {
		case '"', '\\':
			dst = append(dst, c)
		case '\b':
			dst = append(dst, 'b')
		case '\f':
			dst = append(dst, 'f')
		case '\n':
			dst = append(dst, 'n')
		case '\r':
			dst = append(dst, 'r')
		case '\t':
			dst = append(dst, 't')
		default:
			const hex = "0123456789abcdef"
			dst = append(dst, 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	return append(append(dst, s[done:]...), '"')
}
