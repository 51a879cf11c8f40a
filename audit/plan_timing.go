package audit

import (
	"fmt"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Timing is how an audit is laid out in time: a versioned value that a caller
// copies, changes and names anew. The zero value is refused.
type Timing struct {
	Name        string           `json:"name"`
	Version     string           `json:"version"`
	Attribution aims.Attribution `json:"attribution"`

	Hours []Span `json:"hours"` // the working hours of a day, in order, without the breaks
	Step  int    `json:"step"`  // slots begin at a multiple of so many minutes after a span begins; 1 to 240

	// Minutes of each slot, 1 to 1440.
	Opening     int `json:"opening"`
	Conclusions int `json:"conclusions"` // the team among itself, before it closes
	Closing     int `json:"closing"`
	FollowUp    int `json:"followUp"`    // of a finding that is carried forward
	Requirement int `json:"requirement"` // a leaf
	Control     int `json:"control"`     // each control of a group
	Process     int `json:"process"`
	System      int `json:"system"`
	Site        int `json:"site"`
}

// Span is a part of a day.
type Span struct {
	From Clock `json:"from"`
	To   Clock `json:"to"`
}

// DefaultTiming returns a layout to start from. That an audit day has eight
// hours is in IAF MD 5; the rest is this library's own and there to be
// replaced.
func DefaultTiming() Timing {
	return Timing{
		Name: "default", Version: "1",
		Attribution: aims.Attribution{Source: "eight hours a day after IAF MD 5; slots derived by this library", Confidence: "I"},
		Hours:       []Span{{9 * 60, 12*60 + 30}, {13*60 + 30, 18 * 60}},
		Step:        15,
		Opening:     30, Conclusions: 60, Closing: 30, FollowUp: 15,
		Requirement: 30, Control: 15, Process: 45, System: 60, Site: 120,
	}
}

// The codes of problems of a timing.
const (
	// MinutesRange: a slot is no whole number of minutes within a day.
	MinutesRange aims.Code = "audit/minutes-range"
	// HoursOrder: the working hours of a day overlap, or end before they begin.
	HoursOrder aims.Code = "audit/hours-order"
)

const dayMinutes = 24 * 60

// Validate reports every problem of the timing.
func (t Timing) Validate() error {
	c := aims.Checker{Texts: texts}
	c.Text("name", t.Name)
	c.Text("version", t.Version)
	c.Text("attribution/source", t.Attribution.Source)
	c.OptionalText("attribution/confidence", t.Attribution.Confidence)
	if len(t.Hours) == 0 {
		c.Add("hours", aims.Missing)
	}
	last := Clock(0)
	for i, s := range t.Hours {
		if s.From < last || s.To <= s.From || s.To > dayMinutes {
			c.Add(aims.Field("hours", i), HoursOrder, "from", s.From.String(), "to", s.To.String(), "last", last.String())
		}
		last = max(last, s.To)
	}
	for _, m := range []struct {
		field     string
		got, most int
	}{
		{"step", t.Step, 240},
		{"opening", t.Opening, dayMinutes},
		{"conclusions", t.Conclusions, dayMinutes},
		{"closing", t.Closing, dayMinutes},
		{"followUp", t.FollowUp, dayMinutes},
		{"requirement", t.Requirement, dayMinutes},
		{"control", t.Control, dayMinutes},
		{"process", t.Process, dayMinutes},
		{"system", t.System, dayMinutes},
		{"site", t.Site, dayMinutes},
	} {
		if m.got < 1 || m.got > m.most {
			c.Add(m.field, MinutesRange, "got", strconv.Itoa(m.got), "max", strconv.Itoa(m.most))
		}
	}
	return c.Err()
}

// Clock is a time of day in minutes after midnight, 0 to 1440. Its text is
// HH:MM; 24:00 ends a day.
type Clock int

// ParseClock reads HH:MM.
func ParseClock(s string) (Clock, error) {
	var c Clock
	if len(s) == 5 && s[2] == ':' {
		h, hours := twoDigits(s[:2])
		m, minutes := twoDigits(s[3:])
		c = Clock(60*h + m)
		if hours && minutes && m < 60 && c <= dayMinutes {
			return c, nil
		}
	}
	return 0, fmt.Errorf("audit: %q is no time of day; write HH:MM, like 09:30", s)
}

func twoDigits(s string) (int, bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	return 10*int(s[0]-'0') + int(s[1]-'0'), true
}

// String returns HH:MM.
func (c Clock) String() string {
	if c < 0 || c > dayMinutes {
		return "Clock(" + strconv.Itoa(int(c)) + ")"
	}
	return fmt.Sprintf("%02d:%02d", int(c)/60, int(c)%60)
}

// MarshalText returns HH:MM; a number of minutes outside a day has no text.
func (c Clock) MarshalText() ([]byte, error) {
	if c < 0 || c > dayMinutes {
		return nil, fmt.Errorf("audit: %d minutes are no time of day", int(c))
	}
	return []byte(c.String()), nil
}

// UnmarshalText reads HH:MM.
func (c *Clock) UnmarshalText(text []byte) error {
	read, err := ParseClock(string(text))
	if err == nil {
		*c = read
	}
	return err
}
