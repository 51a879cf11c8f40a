package aims

import (
	"fmt"
)

// Interval is a planned span of time, such as the one between two runs of a
// process. Its text is an ISO 8601 duration of one unit, with a number from 1
// to 9999: "P14D", "P2W", "P3M", "P1Y". The zero value means that none was
// planned.
type Interval string

// ParseInterval reads an interval such as "P3M".
func ParseInterval(s string) (Interval, error) {
	if _, _, ok := Interval(s).split(); !ok {
		return "", fmt.Errorf("%w interval %q: write one number and one unit, like P14D, P2W, P3M or P1Y", ErrSyntax, clip(s))
	}
	return Interval(s), nil
}

// split returns the number and the unit of a well-formed interval.
func (i Interval) split() (n int, unit byte, ok bool) {
	if len(i) < 3 || len(i) > 6 || i[0] != 'P' || i[1] == '0' {
		return 0, 0, false
	}
	n, ok = segment(string(i[1 : len(i)-1]))
	unit = i[len(i)-1]
	return n, unit, ok && (unit == 'D' || unit == 'W' || unit == 'M' || unit == 'Y')
}

// After returns the day one interval after d, with months and years clamped
// as [Date.AddMonths] does. It is absent when d or the interval is absent or
// malformed.
func (i Interval) After(d Date) Date {
	n, unit, ok := i.split()
	if !ok || !d.Valid() {
		return 0
	}
	switch unit {
	case 'D':
		return d.AddDays(n)
	case 'W':
		return d.AddDays(7 * n)
	case 'M':
		return d.AddMonths(n)
	}
	return d.AddMonths(12 * n)
}

// UnmarshalText reads an interval; see [ParseInterval].
func (i *Interval) UnmarshalText(text []byte) error { return unmarshal(i, text, ParseInterval) }

// OptionalInterval checks an interval that may be absent.
func (c *Checker) OptionalInterval(field string, i Interval) {
	if _, _, ok := i.split(); i != "" && !ok {
		c.Add(field, IntervalMalformed, "got", clip(string(i)))
	}
}
