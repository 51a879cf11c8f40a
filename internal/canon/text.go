package canon

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// text reads a string: as it stands with its quotes, and if that holds escapes what it means.
func (r *reader) text() (raw, plain []byte, err error) {
	start := r.pos
	escaped := false
	for r.pos++; r.data[r.pos] != '"'; r.pos++ {
		if r.data[r.pos] == '\\' {
			escaped = true
			r.pos++
		}
	}
	r.pos++
	raw = r.data[start:r.pos]
	if escaped {
		plain, err = r.unescape(raw[1 : len(raw)-1])
	}
	return raw, plain, err
}

var replacement = []byte(`\ufffd`)

// unescape returns what the inside of a string means, never nil.
func (r *reader) unescape(s []byte) ([]byte, error) {
	out := make([]byte, 0, len(s))
	for {
		i := bytes.IndexByte(s, '\\')
		if i < 0 {
			return append(out, s...), nil
		}
		out, s = append(out, s[:i]...), s[i:]
		if s[1] != 'u' {
			out, s = append(out, plainEscape(s[1])), s[2:]
			continue
		}
		if r.marshalled && bytes.HasPrefix(s, replacement) {
			return out, r.fail(ErrUnicode, []byte("a Go string that is not UTF-8"))
		}
		c, n := unit(s), 6
		if utf16.IsSurrogate(c) {
			low := rune(-1)
			if bytes.HasPrefix(s[6:], replacement[:2]) {
				low = unit(s[6:])
			}
			if c, n = utf16.DecodeRune(c, low), 12; c == utf8.RuneError {
				return out, r.fail(ErrUnicode, append([]byte("half a surrogate pair, "), s[:6]...))
			}
		}
		out, s = utf8.AppendRune(out, c), s[n:]
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
