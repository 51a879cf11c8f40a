package aims

import (
	"fmt"
	"strconv"
	"time"
)

// Date is a calendar day, without time or zone, between 0001-01-01 and
// 9999-12-31. Its text is YYYY-MM-DD. Dates compare with < and ==. The zero
// value means "absent".
type Date int32 // days since 0000-12-31

const (
	lastDay     Date  = 3652059 // 9999-12-31
	lastMonth   int   = 9999*12 + 11
	unixDayOne  int64 = 719163 // 1970-01-01
	secondsADay int64 = 24 * 60 * 60
)

// NewDate returns the given day. A day that the calendar does not have, such
// as 30 February, is an error.
func NewDate(year int, month time.Month, day int) (Date, error) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, fmt.Errorf("%w date %d-%02d-%02d: the calendar has no such day", ErrSyntax, year, month, day)
	}
	return civil(year, month, day), nil
}

// DateOf returns the day of t in t's own location.
func DateOf(t time.Time) (Date, error) { return NewDate(t.Year(), t.Month(), t.Day()) }

// ParseDate reads YYYY-MM-DD.
func ParseDate(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, fmt.Errorf("%w date %q: write YYYY-MM-DD", ErrSyntax, clip(s))
	}
	y, yok := segment(s[:4])
	m, mok := segment(s[5:7])
	d, dok := segment(s[8:])
	if !yok || !mok || !dok {
		return 0, fmt.Errorf("%w date %q: write YYYY-MM-DD", ErrSyntax, s)
	}
	return NewDate(y, time.Month(m), d)
}

// MustDate is [ParseDate] for constants; it panics on malformed text.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func daysIn(year int, month time.Month) int {
	switch month {
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case time.April, time.June, time.September, time.November:
		return 30
	}
	return 31
}

// civil returns a day that the calendar has.
func civil(year int, month time.Month, day int) Date {
	return Date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()/secondsADay + unixDayOne)
}

// Valid reports whether d is a day, rather than absent or out of range.
func (d Date) Valid() bool { return 0 < d && d <= lastDay }

// IsZero reports whether the date is absent.
func (d Date) IsZero() bool { return d == 0 }

// Time returns midnight UTC at the beginning of the day; the zero time for an
// absent date.
func (d Date) Time() time.Time {
	if d == 0 {
		return time.Time{}
	}
	return time.Unix((int64(d)-unixDayOne)*secondsADay, 0).UTC()
}

// Split returns year, month and day; zeros for an absent date.
func (d Date) Split() (year int, month time.Month, day int) {
	if d == 0 {
		return 0, 0, 0
	}
	return d.Time().Date()
}

// AddDays returns the day n days later, or earlier for negative n. The result
// stays within the range of Date; an absent date stays absent.
func (d Date) AddDays(n int) Date {
	if d == 0 {
		return 0
	}
	n = min(max(n, -int(lastDay)), int(lastDay))
	return Date(min(max(int64(d)+int64(n), 1), int64(lastDay)))
}

// AddMonths returns the same day of the month n months later, or the last day
// of that month where it is shorter: 31 August plus 6 months is 28 or 29
// February. The result stays within the range of Date; an absent date stays
// absent.
func (d Date) AddMonths(n int) Date {
	if d == 0 {
		return 0
	}
	y, m, day := d.Split()
	n = min(max(n, -lastMonth), lastMonth)
	months := y*12 + int(m) - 1 + n
	switch {
	case months < 12:
		return 1
	case months > lastMonth:
		return lastDay
	}
	y, m = months/12, time.Month(months%12+1)
	return civil(y, m, min(day, daysIn(y, m)))
}

// String returns YYYY-MM-DD, or "" for an absent date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	if !d.Valid() {
		return "Date(" + strconv.Itoa(int(d)) + ")"
	}
	text := d.text()
	return string(text[:])
}

// text writes a valid date.
func (d Date) text() [len("0000-00-00")]byte {
	text := [...]byte{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'}
	put := func(at, n int) {
		for ; n > 0; n /= 10 {
			text[at] = byte('0' + n%10)
			at--
		}
	}
	y, m, day := d.Split()
	put(3, y)
	put(6, int(m))
	put(9, day)
	return text
}

// MarshalText returns YYYY-MM-DD; an absent date has no text and is an error,
// so a document leaves it out.
func (d Date) MarshalText() ([]byte, error) {
	if !d.Valid() {
		return nil, fmt.Errorf("%w date %d: it has no text; leave an absent date out", ErrSyntax, d)
	}
	text := d.text()
	return text[:], nil
}

// UnmarshalText reads YYYY-MM-DD.
func (d *Date) UnmarshalText(text []byte) error { return unmarshal(d, text, ParseDate) }
