package aims

import (
	"cmp"
	"encoding"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Clause is the number of a clause of ISO/IEC 42001, such as "6.1.3". It
// keeps the standard's notation and sorts by number, so "4" comes before
// "10". The zero value means "no clause". Whether a clause exists is for
// the [Catalogue] to say.
type Clause string

// ControlID is the number of an item of Annex A of ISO/IEC 42001, such as
// "A.6.2.4". It sorts by number, so "A.2.2" comes before "A.10.2". The zero
// value means "no control". Whether a control exists is for the catalogue of
// package controls to say. Thirteen of these ids also exist in ISO/IEC 27001;
// across frameworks use a [Key].
type ControlID string

// AnnexC is the number of an organizational objective ("C.2.5") or a risk
// source ("C.3.4") of Annex C of ISO/IEC 42001.
type AnnexC string

// PointID names a point, one separately judged part of a requirement:
// the clause, a slash, and a letter, such as "6.1.3/f". The letters are the
// library's own and do not follow the list marks of the standard.
type PointID string

// ErrSyntax is wrapped by the errors of the Parse functions.
var ErrSyntax = errors.New("aims: malformed")

// ParseClause reads a clause number: one to four segments between 1 and 99,
// separated by dots, without leading zeros.
func ParseClause(s string) (Clause, error) {
	if !dotted(s) {
		return "", fmt.Errorf("%w clause %q: write it like 4 or 6.1.3", ErrSyntax, clip(s))
	}
	return Clause(s), nil
}

// ParseControlID reads the number of an item of Annex A: "A.", then one to
// three segments between 1 and 99.
func ParseControlID(s string) (ControlID, error) {
	if !isControl(s) {
		return "", fmt.Errorf("%w control id %q: write it like A.6.2.4", ErrSyntax, clip(s))
	}
	return ControlID(s), nil
}

// ParseAnnexC reads the number of an item of Annex C: "C.", then two segments.
func ParseAnnexC(s string) (AnnexC, error) {
	rest, ok := strings.CutPrefix(s, "C.")
	if !ok || !dotted(rest) || strings.Count(rest, ".") != 1 {
		return "", fmt.Errorf("%w Annex C id %q: write it like C.2.5", ErrSyntax, clip(s))
	}
	return AnnexC(s), nil
}

// ParsePointID reads the name of a point, such as "6.1.3/f".
func ParsePointID(s string) (PointID, error) {
	if !isPoint(s) {
		return "", fmt.Errorf("%w point %q: write it like 6.1.3/f", ErrSyntax, clip(s))
	}
	return PointID(s), nil
}

// isPoint and isControl report whether s is well formed, without the price of
// an error.
func isPoint(s string) bool {
	clause, letter, ok := strings.Cut(s, "/")
	return ok && dotted(clause) && len(letter) == 1 && letter[0] >= 'a' && letter[0] <= 'z'
}

func isControl(s string) bool {
	rest, ok := strings.CutPrefix(s, "A.")
	return ok && dotted(rest) && strings.Count(rest, ".") <= 2
}

// dotted reports whether s has one to four segments 1..99 without leading zeros.
func dotted(s string) bool {
	segments := 1
	digits := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.':
			if digits == 0 {
				return false
			}
			segments++
			digits = 0
		case c >= '1' && c <= '9' || c == '0' && digits > 0:
			digits++
			if digits > 2 {
				return false
			}
		default:
			return false
		}
	}
	return digits > 0 && segments <= 4
}

// Compare orders clauses by number, a parent before its children. A segment
// that is no number sorts after every number, by bytes; only equal texts
// compare as equal.
func (c Clause) Compare(d Clause) int { return compareCode(string(c), string(d)) }

// Compare orders items of Annex A by number, a parent before its children.
func (c ControlID) Compare(d ControlID) int { return compareCode(string(c), string(d)) }

// Compare orders items of Annex C by number.
func (c AnnexC) Compare(d AnnexC) int { return compareCode(string(c), string(d)) }

// Compare orders points by clause, then by letter.
func (p PointID) Compare(q PointID) int {
	pc, pl, _ := strings.Cut(string(p), "/")
	qc, ql, _ := strings.Cut(string(q), "/")
	return cmp.Or(compareCode(pc, qc), strings.Compare(pl, ql), strings.Compare(string(p), string(q)))
}

// compareCode compares dotted codes segment by segment: numbers by value,
// before anything else; other segments by bytes.
func compareCode(a, b string) int {
	restA, restB := a, b
	for restA != "" && restB != "" {
		var x, y string
		x, restA, _ = strings.Cut(restA, ".")
		y, restB, _ = strings.Cut(restB, ".")
		if x == y {
			continue
		}
		n, nok := segment(x)
		m, mok := segment(y)
		switch {
		case nok && mok && n != m:
			return cmp.Compare(n, m)
		case nok != mok:
			if nok {
				return -1
			}
			return 1
		default:
			return strings.Compare(x, y)
		}
	}
	return cmp.Or(cmp.Compare(len(restA), len(restB)), strings.Compare(a, b))
}

// segment reads a segment of one to nine digits.
func segment(s string) (int, bool) {
	if s == "" || len(s) > 9 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}

// Parent returns the clause one level up, or "" for a top-level clause.
func (c Clause) Parent() Clause { return Clause(parent(string(c))) }

// Parent returns the item one level up ("A.6.2" for "A.6.2.4"), or "" for a
// group such as "A.6".
func (c ControlID) Parent() ControlID {
	if p := parent(string(c)); p != "A" {
		return ControlID(p)
	}
	return ""
}

// Group returns the group that the item stands in: "A.6" for "A.6.2.4".
func (c ControlID) Group() ControlID {
	for p := c.Parent(); p != ""; p = c.Parent() {
		c = p
	}
	return c
}

// Contains reports whether d is c or lies below it.
func (c Clause) Contains(d Clause) bool { return contains(string(c), string(d)) }

// Contains reports whether d is c or lies below it.
func (c ControlID) Contains(d ControlID) bool { return contains(string(c), string(d)) }

// Child returns the n-th clause below c, such as "6.1.3" for Clause("6.1").Child(3);
// of no clause, the n-th top-level clause.
func (c Clause) Child(n int) Clause {
	if c == "" {
		return Clause(strconv.Itoa(n))
	}
	return c + "." + Clause(strconv.Itoa(n))
}

// Child returns the n-th item below c; of no item, the n-th group.
func (c ControlID) Child(n int) ControlID {
	if c == "" {
		c = "A"
	}
	return c + "." + ControlID(strconv.Itoa(n))
}

// Clause returns the requirement that the point belongs to.
func (p PointID) Clause() Clause {
	c, _, _ := strings.Cut(string(p), "/")
	return Clause(c)
}

func parent(s string) string {
	if i := strings.LastIndexByte(s, '.'); i > 0 {
		return s[:i]
	}
	return ""
}

func contains(c, d string) bool {
	rest, ok := strings.CutPrefix(d, c)
	return c != "" && ok && (rest == "" || rest[0] == '.')
}

// UnmarshalText reads a clause; see [ParseClause].
func (c *Clause) UnmarshalText(text []byte) error { return unmarshal(c, text, ParseClause) }

// UnmarshalText reads a control id; see [ParseControlID].
func (c *ControlID) UnmarshalText(text []byte) error { return unmarshal(c, text, ParseControlID) }

// UnmarshalText reads an Annex C id; see [ParseAnnexC].
func (c *AnnexC) UnmarshalText(text []byte) error { return unmarshal(c, text, ParseAnnexC) }

// UnmarshalText reads a point; see [ParsePointID].
func (p *PointID) UnmarshalText(text []byte) error { return unmarshal(p, text, ParsePointID) }

var (
	_ encoding.TextUnmarshaler = (*Clause)(nil)
	_ encoding.TextUnmarshaler = (*ControlID)(nil)
)

func unmarshal[T any](into *T, text []byte, parse func(string) (T, error)) error {
	v, err := parse(string(text))
	if err == nil {
		*into = v
	}
	return err
}
