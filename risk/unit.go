package risk

import (
	"strings"

	"github.com/aimskit/aimskit/internal/word"
)

// Unit is what the bounds of a [Scale] are counted in: one of the words below,
// or for money the three letters of an ISO 4217 code, such as EUR.
type Unit string

// The units besides money.
const (
	PerYear     Unit = "per-year"    // events a year: a rate
	Probability Unit = "probability" // of at least one event in a year
	People      Unit = "people"      // persons affected
)

// Money reports whether the unit has the form of a currency code. Whether the
// currency exists is not looked up.
func (u Unit) Money() bool { return currency(string(u)) }

// Known reports whether u is one of the words or has the form of a currency code.
func (u Unit) Known() bool { return word.Known(u, PerYear, Probability, People) || u.Money() }

// UnmarshalText reads a word of the vocabulary or a currency code.
func (u *Unit) UnmarshalText(text []byte) error {
	if got := Unit(text); got.Money() {
		*u = got
		return nil
	}
	return unmarshalName(u, text, "risk.Unit", PerYear, Probability, People, "EUR (or another currency code)")
}

// currency reports whether s is three capital letters.
func currency(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func unmarshalName[T ~string](into *T, text []byte, vocabulary string, all ...T) error {
	w, err := word.Parse(vocabulary, text, all...)
	if err == nil {
		*into = w
	}
	return err
}
