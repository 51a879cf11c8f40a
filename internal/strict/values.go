package strict

import (
	"bytes"
	"encoding/base64"
	"errors"
	"strconv"
	"strings"
)

// text walks a string, which starts here.
func (w *walker) text(p *plan) bool {
	s, ok := w.scanText()
	switch {
	case !ok:
		return false
	case s.bad >= 0:
		return w.badText(s)
	}
	switch p.kind {
	case kindString, kindAny, kindRaw:
		return true
	case kindOwnText:
		return w.tryText(p, w.plain(s))
	case kindBytes:
		var err error
		if w.decoded, err = base64.StdEncoding.AppendDecode(w.decoded[:0], w.plain(s)); err == nil {
			return true
		}
	}
	return w.wrongType(p, quote(w.plain(s)))
}

// plain returns what s stands for, until the next call.
func (w *walker) plain(s text) []byte {
	if !s.escaped {
		return s.raw
	}
	w.scratch = unescape(w.scratch[:0], s.raw)
	return w.scratch
}

func (w *walker) badText(s text) bool {
	return w.reportAt(s.bad, CodeInvalidUTF8, "got", quote(w.data[s.bad:s.start+len(s.raw)]))
}

// number walks a number, which starts here.
func (w *walker) number(p *plan) bool {
	lit, whole, ok := w.scanNumber()
	if !ok {
		return false
	}
	switch p.kind {
	case kindRaw, kindNumber:
		return true
	case kindAny:
		if ok = holdsFloat(lit, 64); !ok {
			return w.report(CodeNumberRange, "want", "a number in the range of a 64-bit float", "got", excerpt(lit))
		}
		return true
	case kindInt, kindUint:
		ok = whole && p.holdsWhole(lit)
	case kindFloat:
		ok = holdsFloat(lit, p.typ.Bits())
	default:
		return w.wrongType(p, excerpt(lit))
	}
	return ok || w.report(CodeNumberRange, "want", p.want, "got", excerpt(lit))
}

// holdsWhole reports whether the plan's integer type holds the number that lit writes.
func (p *plan) holdsWhole(lit []byte) bool {
	bits := p.typ.Bits()
	if p.kind == kindUint {
		_, err := strconv.ParseUint(string(lit), 10, bits)
		return err == nil
	}
	_, err := strconv.ParseInt(string(lit), 10, bits)
	return err == nil
}

// shortest reports whether the integer s is written without a plus, leading zeros or minus zero,
// so that no two texts stand for one number.
func shortest(s []byte) bool {
	digits := bytes.TrimPrefix(s, []byte("-"))
	return digits[0] != '+' && (digits[0] != '0' || len(s) == 1)
}

// holdsFloat reports whether a float of so many bits holds the number that lit writes: rounded, but
// neither to infinity nor from something to zero.
func holdsFloat(lit []byte, bits int) bool {
	if len(lit) < 30 && bytes.IndexByte(lit, 'e') < 0 && bytes.IndexByte(lit, 'E') < 0 {
		return true
	}
	f, err := strconv.ParseFloat(string(lit), bits)
	if f == 0 {
		mantissa, _, _ := strings.Cut(strings.ToLower(string(lit)), "e")
		return !strings.ContainsAny(mantissa, "123456789")
	}
	return err == nil
}

// literal walks true, false or null.
func (w *walker) literal(p *plan, word string) bool {
	for i := range len(word) {
		if w.pos+i == len(w.data) || w.data[w.pos+i] != word[i] {
			w.pos += i
			return w.syntax(word)
		}
	}
	w.pos += len(word)
	switch {
	case p.kind == kindAny || p.kind == kindRaw:
		return true
	case word == "null":
		return w.report(CodeNull, "want", p.want, "got", word)
	case p.kind != kindBool:
		return w.wrongType(p, word)
	}
	return true
}

// ownJSON walks a value, which starts here, and has its type's decoder read it.
func (w *walker) ownJSON(p *plan) bool {
	start, before := w.pos, w.found
	if !w.value(w.raw) {
		return false
	}
	if w.found > before { // malformed: not checked further
		return true
	}
	return w.tryJSON(p, w.data[start:w.pos:w.pos])
}

// tryJSON has the type's decoder read the JSON value lit.
func (w *walker) tryJSON(p *plan, lit []byte) bool {
	p.own.SetZero()
	err := p.ownJSON.UnmarshalJSON(lit)
	return err == nil || w.refused(err, excerpt(lit), string(bytes.Trim(lit, `"`)))
}

// tryText has the type's decoder read the text s.
func (w *walker) tryText(p *plan, s []byte) bool {
	p.own.SetZero()
	err := p.ownText.UnmarshalText(s)
	return err == nil || w.refused(err, quote(s), string(s))
}

// refused reports that a type's own decoder did not take word, which a problem quotes as got.
func (w *walker) refused(err error, got, word string) bool {
	args := []string{"got", got, "reason", err.Error()}
	var known interface{ Words() []string }
	if errors.As(err, &known) {
		words := known.Words()
		args = append(args, "allowed", strings.Join(words, ", "))
		if near := nearest(word, words); near != "" {
			args = append(args, "nearest", near)
		}
	}
	return w.add(Problem{Code: CodeUnknownWord, Path: w.pointer(), Args: argMap(args), Err: err})
}
