package audit_test

import (
	"encoding"
	"encoding/json"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/audit"
)

// results gives a fresh value of every vocabulary of plans, agendas and logs.
func results() []encoding.TextUnmarshaler {
	return []encoding.TextUnmarshaler{
		new(audit.SlotKind), new(audit.Task), new(audit.Element), new(audit.Progress), new(audit.Clock),
	}
}

// What the vocabularies of results and the clock read is written as it was
// read, and errors name what was to be read.
func FuzzResultWords(f *testing.F) {
	for _, w := range []string{"", "topic", "close", "extent", "proposed", "evaluated", "audit.Progress(9)", "09:30", "24:00", "24:01", "9:30", "0x:10", "09:60", "\xff"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		for _, v := range results() {
			if err := v.UnmarshalText([]byte(w)); err != nil {
				if !strings.Contains(err.Error(), "audit") {
					t.Errorf("the error does not name the package: %v", err)
				}
				continue
			}
			if k, ok := v.(interface{ Known() bool }); ok && !k.Known() {
				t.Errorf("%T reads %q, which is not known", v, w)
			}
			data, err := json.Marshal(v)
			if want, _ := json.Marshal(w); err != nil || string(data) != string(want) {
				t.Errorf("%T reads %q and writes %s, %v", v, w, data, err)
			}
		}
		c, err := audit.ParseClock(w)
		if err == nil && (c.String() != w || c < 0 || c > 24*60) {
			t.Errorf("ParseClock(%q) = %d, %s", w, c, c)
		}
	})
}

func TestClock(t *testing.T) {
	for _, c := range []struct {
		text string
		want audit.Clock
	}{{"00:00", 0}, {"00:01", 1}, {"09:30", 570}, {"23:59", 1439}, {"24:00", 1440}} {
		got, err := audit.ParseClock(c.text)
		if err != nil || got != c.want || got.String() != c.text {
			t.Errorf("ParseClock(%q) = %d %s, %v", c.text, got, got, err)
		}
	}
	for _, text := range []string{"", "9:30", "09.30", "09:60", "24:01", "25:00", "-1:00", "0a:00", "00:0a", "09:300", "٠٩:٣٠"} {
		if c, err := audit.ParseClock(text); err == nil || c != 0 {
			t.Errorf("ParseClock(%q) = %d, %v", text, c, err)
		}
	}
	for _, c := range []audit.Clock{-1, 1441} {
		if data, err := c.MarshalText(); err == nil {
			t.Errorf("%d has the text %q", c, data)
		}
	}
	if got := audit.Clock(1441).String() + audit.Clock(-1).String(); got != "Clock(1441)Clock(-1)" {
		t.Error(got)
	}
}
