package aims

import (
	"cmp"
	"fmt"
	"strings"
)

// Frameworks that the library names itself. A host may use others: the
// vocabulary is open, a word of lower-case letters, digits and hyphens.
const (
	FrameworkISO42001 = "iso42001" // ISO/IEC 42001:2023
	FrameworkISO27001 = "iso27001" // ISO/IEC 27001:2022
	FrameworkOwn      = "own"      // the organization's own controls
	FrameworkGuide    = "guide"    // the nine themes that popular guides print
)

// Key names a requirement or control across frameworks: "iso42001/A.5.2" is
// the impact assessment process, "iso27001/A.5.2" something else. In JSON it
// is that text. The zero value means "absent".
type Key struct {
	Framework string
	ID        string // the framework's own notation; a point of a requirement is "6.1.3/f"
}

// ClauseKey returns the key of a clause of ISO/IEC 42001.
func ClauseKey(c Clause) Key { return Key{FrameworkISO42001, string(c)} }

// ControlKey returns the key of an Annex A control of ISO/IEC 42001.
func ControlKey(c ControlID) Key { return Key{FrameworkISO42001, string(c)} }

// PointKey returns the key of a point of a requirement of ISO/IEC 42001.
func PointKey(p PointID) Key { return Key{FrameworkISO42001, string(p)} }

// ParseKey reads "framework/id". The framework is a word of lower-case
// letters, digits and hyphens; the id is 1 to 64 printable ASCII characters
// without spaces. Keys of iso42001 must be a clause, a control id or a point.
func ParseKey(s string) (Key, error) {
	fw, id, ok := strings.Cut(s, "/")
	k := Key{fw, id}
	if !ok || !k.wellFormed() {
		return Key{}, fmt.Errorf("%w key %q: write framework/id, like iso42001/A.5.2 or own/C-7", ErrSyntax, clip(s))
	}
	return k, nil
}

func (k Key) wellFormed() bool {
	if k.Framework == "" || len(k.Framework) > 32 || k.ID == "" || len(k.ID) > MaxID {
		return false
	}
	for i := range len(k.Framework) {
		c := k.Framework[i]
		if !('a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' && i > 0) {
			return false
		}
	}
	for i := range len(k.ID) {
		if k.ID[i] <= ' ' || k.ID[i] > '~' {
			return false
		}
	}
	if k.Framework == FrameworkISO42001 {
		_, isClause := k.Clause()
		_, isControl := k.Control()
		return isClause || isControl
	}
	return true
}

// Clause returns the clause that the key names, also when it names a point of
// it; false for controls and other frameworks.
func (k Key) Clause() (Clause, bool) {
	if k.Framework != FrameworkISO42001 {
		return "", false
	}
	switch {
	case isPoint(k.ID):
		return PointID(k.ID).Clause(), true
	case dotted(k.ID):
		return Clause(k.ID), true
	}
	return "", false
}

// Control returns the Annex A control that the key names; false for clauses
// and other frameworks.
func (k Key) Control() (ControlID, bool) {
	if k.Framework != FrameworkISO42001 {
		return "", false
	}
	if !isControl(k.ID) {
		return "", false
	}
	return ControlID(k.ID), true
}

// Compare orders keys by framework, then by the numbers in the id; only equal
// keys compare as equal.
func (k Key) Compare(l Key) int {
	kc, kl, _ := strings.Cut(k.ID, "/")
	lc, ll, _ := strings.Cut(l.ID, "/")
	return cmp.Or(strings.Compare(k.Framework, l.Framework), compareCode(kc, lc), strings.Compare(kl, ll), strings.Compare(k.ID, l.ID))
}

// IsZero reports whether the key is absent.
func (k Key) IsZero() bool { return k == Key{} }

// String returns "framework/id", or "" for the zero key.
func (k Key) String() string {
	if k.IsZero() {
		return ""
	}
	return k.Framework + "/" + k.ID
}

// MarshalText returns "framework/id"; a malformed key is an error.
func (k Key) MarshalText() ([]byte, error) {
	if !k.wellFormed() {
		return nil, fmt.Errorf("%w key %q: it has no text that could be read again", ErrSyntax, clip(k.String()))
	}
	return []byte(k.String()), nil
}

// UnmarshalText reads a key; see [ParseKey].
func (k *Key) UnmarshalText(text []byte) error { return unmarshal(k, text, ParseKey) }
