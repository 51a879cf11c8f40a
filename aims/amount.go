package aims

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// Amount is a decimal number that may be unknown. Its zero value is unknown,
// which is not zero. Amounts are exact: 0.1 is one tenth. In JSON a known
// amount is a string in canonical form ("1250.5"); a JSON number is read as
// well, digit by digit, without passing through a float. The unit is said by
// the field that holds the amount.
type Amount struct {
	value decimal.Decimal
	known bool
}

// The bounds of what [ParseAmount] reads: at most 34 digits, as IEEE 754
// decimal128 carries, and at most 34 places on either side of the point.
const maxAmountDigits = 34

// AmountOf returns d as a known amount. One outside the bounds of
// [ParseAmount] has no JSON.
func AmountOf(d decimal.Decimal) Amount { return Amount{d, true} }

// AmountInt returns n as a known amount.
func AmountInt(n int64) Amount { return Amount{decimal.NewFromInt(n), true} }

// ParseAmount reads a plain decimal number such as "-12.50": an optional
// minus sign, digits, and optionally a point with digits; no exponent, no
// leading zeros, at most 34 digits before and after the point.
func ParseAmount(s string) (Amount, error) {
	if !plainDecimal(s) {
		return Amount{}, fmt.Errorf("%w amount %q: write a plain decimal number such as 1250.50", ErrSyntax, clip(s))
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		return Amount{}, fmt.Errorf("%w amount %q: %v", ErrSyntax, clip(s), err)
	}
	return Amount{d, true}, nil
}

// MustAmount is [ParseAmount] for constants; it panics on malformed text.
func MustAmount(s string) Amount {
	a, err := ParseAmount(s)
	if err != nil {
		panic(err)
	}
	return a
}

func plainDecimal(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, part, point := strings.Cut(s, ".")
	if !digits(whole) || len(whole) > 1 && whole[0] == '0' {
		return false
	}
	return !point || digits(part)
}

func digits(s string) bool {
	if s == "" || len(s) > maxAmountDigits {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func clip(s string) string {
	if len(s) > 64 {
		return strings.ToValidUTF8(s[:64], "") + "…"
	}
	return s
}

// Value returns the number, and whether it is known.
func (a Amount) Value() (decimal.Decimal, bool) { return a.value, a.known }

// Known reports whether the number is known.
func (a Amount) Known() bool { return a.known }

// IsZero reports whether the amount is unknown, its zero value. The number 0
// is known, and so not "zero" in this sense; see [Amount.Value].
func (a Amount) IsZero() bool { return !a.known }

// Sign returns -1, 0 or 1, and whether the number is known.
func (a Amount) Sign() (int, bool) { return a.value.Sign(), a.known }

// Cmp compares two known amounts; ok is false when either is unknown.
func (a Amount) Cmp(b Amount) (order int, ok bool) {
	if !a.known || !b.known {
		return 0, false
	}
	return a.value.Cmp(b.value), true
}

// Equal reports whether both are unknown, or both known and the same number;
// 1.5 equals 1.50.
func (a Amount) Equal(b Amount) bool {
	return a.known == b.known && (!a.known || a.value.Equal(b.value))
}

// String returns the number without trailing zeros, or "" when it is unknown.
func (a Amount) String() string {
	if !a.known {
		return ""
	}
	return a.value.String()
}

// MarshalJSON returns the number as a string, or null when it is unknown; a
// field with omitzero is left out instead. A number that [ParseAmount] would
// not read back is an error.
func (a Amount) MarshalJSON() ([]byte, error) {
	if !a.known {
		return []byte("null"), nil
	}
	if e := a.value.Exponent(); e < -1000 || e > 1000 {
		return nil, fmt.Errorf("%w amount: its exponent is %d", ErrSyntax, e)
	}
	s := a.String()
	if !plainDecimal(s) {
		return nil, fmt.Errorf("%w amount %s: more than %d digits before or after the point; round it", ErrSyntax, clip(s), maxAmountDigits)
	}
	return []byte(`"` + s + `"`), nil
}

// UnmarshalJSON reads a string or a number; see [ParseAmount]. null leaves
// the amount as it is.
func (a *Amount) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if n := len(data); n >= 2 && data[0] == '"' && data[n-1] == '"' {
		data = data[1 : n-1]
	}
	return unmarshal(a, data, ParseAmount)
}
