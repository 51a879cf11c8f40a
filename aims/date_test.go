package aims_test

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims"
)

func TestParseDate(t *testing.T) {
	for _, s := range []string{"0001-01-01", "1969-12-31", "1970-01-01", "2000-02-29", "2024-02-29", "2026-12-31", "9999-12-31"} {
		d, err := aims.ParseDate(s)
		if err != nil || d.String() != s || !d.Valid() || d.IsZero() {
			t.Errorf("%q: got %v, %v", s, d, err)
		}
		if want, _ := time.Parse(time.DateOnly, s); !d.Time().Equal(want) {
			t.Errorf("%q is %v, want %v", s, d.Time(), want)
		}
	}
	for _, s := range []string{
		"", "2026", "2026-1-1", "2026-01-1", "26-01-01", "2026/01/01", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32",
		"2026-02-29", "1900-02-29", "2026-04-31", "2026/01-01", "2026-01/01", "2026-a1-01", "2026-01-0a", "0000-01-01", "-001-01-01", "+026-01-01", "2026-01-01T00:00:00Z",
		" 2026-01-01", "2026-01-01 ", "20260101", "２０２６-01", strings.Repeat("1", 5000),
	} {
		d, err := aims.ParseDate(s)
		if !errors.Is(err, aims.ErrSyntax) || d != 0 || err != nil && len(err.Error()) > 400 {
			t.Errorf("%q: got %v, %v", s, d, err)
		}
	}
}

func TestNewDate(t *testing.T) {
	d, err := aims.NewDate(2026, time.February, 28)
	if y, m, day := d.Split(); err != nil || y != 2026 || m != time.February || day != 28 {
		t.Errorf("got %d-%d-%d, %v", y, m, day, err)
	}
	for _, bad := range []struct {
		y int
		m time.Month
		d int
	}{{0, 1, 1}, {10000, 1, 1}, {2026, 0, 1}, {2026, 13, 1}, {2026, 1, 0}, {2026, 1, 32}, {2026, 2, 29}, {2100, 2, 29}, {2026, 11, 31}} {
		if d, err := aims.NewDate(bad.y, bad.m, bad.d); !errors.Is(err, aims.ErrSyntax) || d != 0 {
			t.Errorf("%+v: got %v, %v", bad, d, err)
		}
	}
	east := time.FixedZone("east", 9*60*60)
	if d, err := aims.DateOf(time.Date(2026, 3, 1, 2, 0, 0, 0, east)); err != nil || d.String() != "2026-03-01" {
		t.Errorf("the day in the time's own zone: got %v, %v", d, err)
	}
}

func TestDateAddMonths(t *testing.T) {
	for _, tt := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-08-31", 6, "2027-02-28"},
		{"2027-08-31", 6, "2028-02-29"},
		{"2026-01-31", 1, "2026-02-28"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2026-12-15", 1, "2027-01-15"},
		{"2026-01-15", -1, "2025-12-15"},
		{"2026-05-31", 0, "2026-05-31"},
		{"2026-05-31", 36, "2029-05-31"},
		{"9999-12-01", 1, "9999-12-31"},
		{"0001-01-15", -1, "0001-01-01"},
		{"2026-01-01", math.MaxInt, "9999-12-31"},
		{"2026-01-01", math.MinInt, "0001-01-01"},
	} {
		if got := aims.MustDate(tt.from).AddMonths(tt.months); got.String() != tt.want {
			t.Errorf("%s plus %d months = %s, want %s", tt.from, tt.months, got, tt.want)
		}
	}
}

func TestDateAddDays(t *testing.T) {
	for _, tt := range []struct {
		from string
		days int
		want string
	}{
		{"2026-12-31", 1, "2027-01-01"},
		{"2024-02-28", 1, "2024-02-29"},
		{"2026-03-01", -1, "2026-02-28"},
		{"2026-03-01", 0, "2026-03-01"},
		{"9999-12-31", 1, "9999-12-31"},
		{"0001-01-01", -1, "0001-01-01"},
		{"2026-03-01", math.MaxInt, "9999-12-31"},
		{"2026-03-01", math.MinInt, "0001-01-01"},
	} {
		if got := aims.MustDate(tt.from).AddDays(tt.days); got.String() != tt.want {
			t.Errorf("%s plus %d days = %s, want %s", tt.from, tt.days, got, tt.want)
		}
	}
}

// An absent date stays absent, and a number outside the calendar does no harm.
func TestDateAbsentAndInvalid(t *testing.T) {
	var absent aims.Date
	if absent.AddDays(5) != 0 || absent.AddMonths(5) != 0 || absent.String() != "" || absent.Valid() || !absent.IsZero() || !absent.Time().IsZero() {
		t.Error("an absent date became a day")
	}
	if y, m, d := absent.Split(); y != 0 || m != 0 || d != 0 {
		t.Errorf("an absent date splits into %d-%d-%d", y, m, d)
	}
	for _, d := range []aims.Date{-1, math.MinInt32, math.MaxInt32, aims.MustDate("9999-12-31") + 1} {
		if d.Valid() || !strings.HasPrefix(d.String(), "Date(") {
			t.Errorf("%d counts as the day %s", int(d), d)
		}
		if got := d.AddDays(1); !got.Valid() {
			t.Errorf("%d plus a day is %d, outside the calendar", int(d), int(got))
		}
		if got := d.AddMonths(1); !got.Valid() {
			t.Errorf("%d plus a month is %d, outside the calendar", int(d), int(got))
		}
		if _, err := d.MarshalText(); !errors.Is(err, aims.ErrSyntax) {
			t.Errorf("%d has a text: %v", int(d), err)
		}
	}
}

func TestDateJSON(t *testing.T) {
	type doc struct {
		On    aims.Date `json:"on"`
		Until aims.Date `json:"until,omitzero"`
	}
	data, err := json.Marshal(doc{On: aims.MustDate("2026-03-01")})
	if err != nil || string(data) != `{"on":"2026-03-01"}` {
		t.Errorf("%s, %v", data, err)
	}
	if data, err := json.Marshal(doc{}); !errors.Is(err, aims.ErrSyntax) {
		t.Errorf("an absent date that is not left out became %s, %v", data, err)
	}
	var got doc
	if err := json.Unmarshal([]byte(`{"on":"2026-02-30"}`), &got); !errors.Is(err, aims.ErrSyntax) || got.On != 0 {
		t.Errorf("30 February became %v, %v", got.On, err)
	}
}

func TestMustDatePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("30 February did not panic")
		}
	}()
	aims.MustDate("2026-02-30")
}
