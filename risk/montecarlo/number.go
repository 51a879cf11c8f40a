package montecarlo

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// Number is a number of a model that may be absent. Its zero value is absent,
// which is not zero. In JSON it is a plain number.
type Number struct {
	value float64
	known bool
}

// Num returns x as a number that is there.
func Num(x float64) Number { return Number{x, true} }

// Value returns the number, and whether it is there.
func (n Number) Value() (float64, bool) { return n.value, n.known }

// Or returns the number, or x where it is absent.
func (n Number) Or(x float64) float64 {
	if n.known {
		return n.value
	}
	return x
}

// IsZero reports whether the number is absent. The number 0 is there, and so
// not "zero" in this sense.
func (n Number) IsZero() bool { return !n.known }

// String returns the shortest decimal form of the number, "" when it is absent.
func (n Number) String() string {
	if !n.known {
		return ""
	}
	return format(n.value)
}

func format(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// MarshalJSON returns the number, or null when it is absent; a field with
// omitzero is left out instead. What is no finite number is an error.
func (n Number) MarshalJSON() ([]byte, error) {
	if !n.known {
		return []byte("null"), nil
	}
	return json.Marshal(n.value)
}

// UnmarshalJSON reads a JSON number. null leaves the number as it is.
func (n *Number) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	var x float64
	if err := json.Unmarshal(data, &x); err != nil {
		return fmt.Errorf("montecarlo: %.40s is no number; write digits without quotes, such as 0.5", data)
	}
	*n = Number{x, true}
	return nil
}
