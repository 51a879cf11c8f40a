package strict

import (
	"unicode/utf16"
	"unicode/utf8"
)

// text is a JSON string as it stands in the document, without its quotes.
type text struct {
	raw     []byte
	start   int  // its offset in the document
	escaped bool // holds a backslash
	bad     int  // offset in the document of the first thing that is not Unicode, -1 if none
}

// space walks over white space.
func (w *walker) space() {
	for w.pos < len(w.data) {
		switch w.data[w.pos] {
		case ' ', '\t', '\n', '\r':
			w.pos++
		default:
			return
		}
	}
}

// scanText walks over a string, which starts here.
func (w *walker) scanText() (s text, ok bool) {
	d, start := w.data, w.pos+1
	s.start, s.bad = start, -1
	for i := start; ; {
		for i < len(d) && d[i] >= ' ' && d[i] < utf8.RuneSelf && d[i] != '"' && d[i] != '\\' {
			i++
		}
		n, good := 1, true
		switch {
		case i == len(d):
			w.pos = i
			return s, w.syntax("a closing quote")
		case d[i] == '"':
			w.pos, s.raw = i+1, d[start:i]
			return s, true
		case d[i] == '\\':
			s.escaped = true
			if n, good = scanEscape(d[i:]); n == 0 {
				w.pos = i
				return s, w.syntax(`an escape: \" \\ \/ \b \f \n \r \t or \u and four hexadecimal digits`)
			}
		case d[i] < ' ':
			w.pos = i
			return s, w.syntax("control characters escaped, or a closing quote")
		default:
			var r rune
			r, n = utf8.DecodeRune(d[i:])
			good = r != utf8.RuneError || n > 1
		}
		if !good && s.bad < 0 {
			s.bad = i
		}
		i += n
	}
}

// scanEscape returns the length of the escape that d starts with, 0 if it is none, and whether it
// stands for a character: half a surrogate pair does not.
func scanEscape(d []byte) (n int, good bool) {
	if len(d) < 2 {
		return 0, true
	}
	switch d[1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2, true
	}
	r := hexEscape(d)
	switch {
	case r < 0:
		return 0, true
	case !utf16.IsSurrogate(r):
		return 6, true
	case utf16.DecodeRune(r, hexEscape(d[6:])) == utf8.RuneError:
		return 6, false
	}
	return 12, true
}

// hexEscape returns the code unit of the \u escape that d starts with, -1 if it is none.
func hexEscape(d []byte) rune {
	if len(d) < 6 || d[0] != '\\' || d[1] != 'u' {
		return -1
	}
	var r rune
	for _, c := range d[2:6] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return -1
		}
		r = r<<4 | rune(c)
	}
	return r
}

// unescape appends to dst what the scanned text s stands for. Half a surrogate pair becomes
// U+FFFD; bytes that are not UTF-8 stay.
func unescape(dst, s []byte) []byte {
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			dst = append(dst, s[i])
			continue
		}
		i++
		switch s[i] {
		case 'b':
			dst = append(dst, '\b')
		case 'f':
			dst = append(dst, '\f')
		case 'n':
			dst = append(dst, '\n')
		case 'r':
			dst = append(dst, '\r')
		case 't':
			dst = append(dst, '\t')
		case 'u':
			r := hexEscape(s[i-1:])
			if utf16.IsSurrogate(r) {
				pair := utf16.DecodeRune(r, hexEscape(s[i+5:]))
				if r = pair; pair != utf8.RuneError {
					i += 6
				}
			}
			dst = utf8.AppendRune(dst, r)
			i += 4
		default:
			dst = append(dst, s[i])
		}
	}
	return dst
}

// scanNumber walks over a number, which starts here. whole says that it has neither a fraction
// nor an exponent.
func (w *walker) scanNumber() (raw []byte, whole, ok bool) {
	d, start := w.data, w.pos
	if d[w.pos] == '-' {
		w.pos++
	}
	if w.pos < len(d) && d[w.pos] == '0' {
		w.pos++
	} else if !w.digits() {
		return nil, false, false
	}
	whole = true
	if w.pos < len(d) && d[w.pos] == '.' {
		whole = false
		w.pos++
		if !w.digits() {
			return nil, false, false
		}
	}
	if w.pos < len(d) && d[w.pos]|' ' == 'e' {
		whole = false
		w.pos++
		if w.pos < len(d) && (d[w.pos] == '+' || d[w.pos] == '-') {
			w.pos++
		}
		if !w.digits() {
			return nil, false, false
		}
	}
	return d[start:w.pos], whole, true
}

// digits walks over one digit or more.
func (w *walker) digits() bool {
	start := w.pos
	for w.pos < len(w.data) && w.data[w.pos]-'0' < 10 {
		w.pos++
	}
	return w.pos > start || w.syntax("a digit")
}
