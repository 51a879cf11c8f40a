package canon

import (
	"bytes"
	"math"
	"strconv"
)

// number reads a number.
func (r *reader) number() (node, error) {
	start := r.pos
	for r.pos < len(r.data) && bytes.IndexByte([]byte("+-.0123456789Ee"), r.data[r.pos]) >= 0 {
		r.pos++
	}
	lit := r.data[start:r.pos]
	text, ok := number(lit)
	if !ok {
		return node{}, r.fail(ErrNumber, lit)
	}
	return node{text: text}, nil
}

// number returns the canonical text of a JSON number, false if that has another value.
func number(lit []byte) (text []byte, ok bool) {
	if len(lit) <= safeDigits && allDigits(lit) {
		return lit, true
	}
	f, err := strconv.ParseFloat(string(lit), 64)
	if err != nil { // infinite
		return nil, false
	}
	text = es6(f)
	got, want := parseDecimal(text), parseDecimal(lit)
	return text, got.exp == want.exp && got.negative == want.negative && bytes.Equal(got.digits, want.digits)
}

// safeDigits is how many digits of a whole number a float64 surely holds.
const safeDigits = 15

func allDigits(s []byte) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// es6 writes f as ECMAScript does: the fewest digits that mean f, with an exponent below 1e-6
// and from 1e21 on.
func es6(f float64) []byte {
	if f == 0 {
		return []byte("0") // minus zero, too
	}
	format := byte('f')
	if size := math.Abs(f); size < 1e-6 || size >= 1e21 {
		format = 'e'
	}
	text := strconv.AppendFloat(nil, f, format, -1, 64)
	if n := len(text); format == 'e' && text[n-4] == 'e' && text[n-2] == '0' { // e-07 is e-7
		text = append(text[:n-2], text[n-1])
	}
	return text
}

// decimal is the value of a number as it is written: 0.digits × 10^exp, with no zeros at
// either end of digits. Zero has none, no exponent and no sign.
type decimal struct {
	negative bool
	digits   []byte
	exp      int
}

func parseDecimal(lit []byte) decimal {
	var d decimal
	if lit[0] == '-' {
		d.negative, lit = true, lit[1:]
	}
	if i := bytes.IndexAny(lit, "eE"); i >= 0 {
		d.exp, _ = strconv.Atoi(string(lit[i+1:])) // beyond int it is far beyond every float
		lit = lit[:i]
	}
	whole, fraction, _ := bytes.Cut(lit, []byte("."))
	d.exp += len(whole)
	d.digits = append(append(make([]byte, 0, len(lit)), whole...), fraction...)
	n := len(d.digits)
	d.digits = bytes.TrimLeft(d.digits, "0")
	d.exp -= n - len(d.digits)
	d.digits = bytes.TrimRight(d.digits, "0")
	if len(d.digits) == 0 {
		return decimal{}
	}
	return d
}
