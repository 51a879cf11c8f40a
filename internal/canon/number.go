package canon

import (
	"bytes"
	"math"
	"strconv"
)

// number writes a number.
func (w *writer) number() error {
	start := w.pos
	for w.pos < len(w.data) && bytes.IndexByte([]byte("+-.0123456789Ee"), w.data[w.pos]) >= 0 {
		w.pos++
	}
	lit := w.data[start:w.pos]
	var ok bool
	if w.out, ok = appendNumber(w.out, lit); !ok {
		return w.fail(ErrNumber, lit)
	}
	return nil
}

// appendNumber appends the canonical text of a JSON number, false if that has another value.
func appendNumber(dst, lit []byte) (out []byte, ok bool) {
	if len(lit) <= safeDigits && allDigits(lit) {
		return append(dst, lit...), true
	}
	f, err := strconv.ParseFloat(string(lit), 64)
	if err != nil { // infinite
		return dst, false
	}
	out = appendES6(dst, f)
	text := out[len(dst):]
	if bytes.Equal(text, lit) {
		return out, true
	}
	got, want := parseDecimal(text), parseDecimal(lit)
	return out, got.exp == want.exp && got.negative == want.negative && bytes.Equal(got.digits, want.digits)
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

// appendES6 appends f as ECMAScript writes it: the fewest digits that mean f, with an exponent below
// 1e-6 and from 1e21 on.
func appendES6(dst []byte, f float64) []byte {
	if f == 0 {
		return append(dst, '0') // minus zero, too
	}
	format := byte('f')
	if size := math.Abs(f); size < 1e-6 || size >= 1e21 {
		format = 'e'
	}
	dst = strconv.AppendFloat(dst, f, format, -1, 64)
	if n := len(dst); format == 'e' && dst[n-4] == 'e' && dst[n-2] == '0' { // e-07 is e-7
		dst = append(dst[:n-2], dst[n-1])
	}
	return dst
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
