package aims_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
)

func TestParseInterval(t *testing.T) {
	for _, s := range []string{"P1D", "P14D", "P2W", "P3M", "P1Y", "P9999Y"} {
		if got, err := aims.ParseInterval(s); err != nil || string(got) != s {
			t.Errorf("ParseInterval(%q) = %q, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "P", "PD", "P3", "3M", "p3M", "P3m", "P0D", "P03M", "P-3M", "P+3M", "P1.5Y", "P12345D", "P1Y6M", "P3H", "PT3M", " P3M", "P3M ", "P٣M"} {
		if got, err := aims.ParseInterval(s); !errors.Is(err, aims.ErrSyntax) || got != "" {
			t.Errorf("ParseInterval(%q) = %q, %v, want ErrSyntax", s, got, err)
		}
	}
}

func TestIntervalAfter(t *testing.T) {
	for _, test := range []struct {
		from     string
		interval aims.Interval
		want     string
	}{
		{"2024-01-15", "P1Y", "2025-01-15"},
		{"2024-02-29", "P1Y", "2025-02-28"},
		{"2025-08-31", "P6M", "2026-02-28"},
		{"2025-12-31", "P1D", "2026-01-01"},
		{"2025-01-01", "P2W", "2025-01-15"},
		{"9999-06-01", "P9999Y", "9999-12-31"},
		{"9999-12-31", "P9999D", "9999-12-31"},
	} {
		if got := test.interval.After(aims.MustDate(test.from)); got.String() != test.want {
			t.Errorf("%s after %s = %v, want %s", test.interval, test.from, got, test.want)
		}
	}
	for _, test := range []struct {
		from     aims.Date
		interval aims.Interval
	}{{0, "P1Y"}, {-1, "P1Y"}, {someDay, ""}, {someDay, "1Y"}} {
		if got := test.interval.After(test.from); got != 0 {
			t.Errorf("%q after %v = %v, want no day", test.interval, test.from, got)
		}
	}
}

// The day after an interval is later, and later for a later day.
func TestIntervalAfterGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		interval := aims.Interval(rapid.StringMatching(`P[1-9][0-9]{0,2}[DWMY]`).Draw(t, "interval"))
		day := aims.Date(rapid.Int32Range(1, 2_000_000).Draw(t, "day"))
		if a, b := interval.After(day), interval.After(day+1); a <= day || b < a {
			t.Errorf("%s after %v = %v, a day later %v", interval, day, a, b)
		}
	})
}
