package certification_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestCalendar(t *testing.T) {
	for _, c := range []struct {
		name, history, from, to string
		want                    []string
	}{
		{"a year", toCertified, "2027-01-01", "2027-12-31", []string{
			"2026-05-04-first-surveillance 2027-02-04 2027-03-04 2027-05-04", "2026-05-04-surveillance-2027 2027-01-01 - 2027-12-31",
		}},
		{"planned within, due later", toCertified, "2029-02-03", "2029-02-03", []string{"2026-05-04-recertification - 2029-02-03 2029-05-03"}},
		{"not planned yet", toCertified, "2029-02-02", "2029-02-02", nil},
		{"due on the first day", toCertified + "; 2027-05-01 surveillance-concluded clear", "2028-12-31", "2028-12-31", []string{"2026-05-04-surveillance-2028 2028-01-01 - 2028-12-31"}},
		{"due before the first day", toCertified + "; 2027-05-01 surveillance-concluded clear", "2029-01-01", "2029-01-31", nil},
		{"nothing without a day", toApplicant, "2026-01-01", "2026-12-31", nil},
		{"what happened within the period is seen", toCertified + "; 2027-05-01 surveillance-concluded clear", "2027-01-01", "2027-12-31", nil},
		{"what happened later is not", toCertified + "; 2027-05-01 surveillance-concluded clear", "2027-01-01", "2027-04-30", []string{
			"2026-05-04-first-surveillance 2027-02-04 2027-03-04 2027-05-04", "2026-05-04-surveillance-2027 2027-01-01 - 2027-12-31",
		}},
		{"expired", toCertified, "2029-05-04", "2030-12-31", []string{"2026-05-04-recertification - - 2029-11-03", "2026-05-04-renewal - - 2029-11-03"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			list, err := certification.Calendar(certificate(t, c.history), aims.MustDate(c.from), aims.MustDate(c.to), certification.Default())
			if diff := cmp.Diff(c.want, lines(list)); diff != "" || err != nil {
				t.Errorf("%v (-want +got)\n%s", err, diff)
			}
		})
	}
	if _, err := certification.Calendar(certificate(t, "2026-01-01 granted"), aims.MustDate("2026-01-01"), aims.MustDate("2026-12-31"), certification.Default()); len(aims.Problems(err)) != 1 {
		t.Errorf("an illegal file has a calendar: %v", err)
	}
}

func TestCalendar_refuses(t *testing.T) {
	for _, c := range []struct {
		from, to aims.Date
		want     string
	}{
		{0, 0, "/from aims/missing, /to aims/missing"},
		{2, 1, "/to aims/dates-swapped"},
	} {
		_, err := certification.Calendar(certificate(t, toCertified), c.from, c.to, certification.Default())
		var got []string
		for _, p := range aims.Problems(err) {
			got = append(got, p.Path+" "+string(p.Code))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestICalendar pins the text to the byte.
func TestICalendar(t *testing.T) {
	cert := certificate(t, toCertified)
	cert.Number = "AI 0001; first, provisional"
	list, err := certification.Calendar(cert, aims.MustDate("2027-01-01"), aims.MustDate("2027-06-30"), certification.Default())
	if err != nil {
		t.Fatal(err)
	}
	got, err := certification.ICalendar(cert, list[:1], aims.MustDate("2027-01-02"), certification.ICalendarOptions{Domain: "example.org", Alarms: []int{30, 0}})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//aimskit//certification " + aims.Version + "//EN",
		"BEGIN:VEVENT",
		"UID:cert/2026-05-04-first-surveillance@example.org",
		"DTSTAMP:20270102T000000Z",
		"DTSTART;VALUE=DATE:20270504",
		`SUMMARY:ISO/IEC 42001 AI 0001\; first\, provisional: last day of the first `,
		" surveillance audit",
		"DESCRIPTION:the first surveillance audit is carried out\\, counted from the ",
		` decision of 2026-05-04\nfrom 2027-02-04\nplanned by 2027-03-04\nuntil 2027`,
		` -05-04\, by ISO/IEC 17021-1\, 9.1.3.3:2015 (confidence B)`,
		"TRANSP:TRANSPARENT",
		"BEGIN:VALARM",
		"ACTION:DISPLAY",
		`DESCRIPTION:ISO/IEC 42001 AI 0001\; first\, provisional: last day of the fi`,
		" rst surveillance audit",
		"TRIGGER:-P30D",
		"END:VALARM",
		"BEGIN:VALARM",
		"ACTION:DISPLAY",
		`DESCRIPTION:ISO/IEC 42001 AI 0001\; first\, provisional: last day of the fi`,
		" rst surveillance audit",
		"TRIGGER:-P0D",
		"END:VALARM",
		"END:VEVENT",
		"END:VCALENDAR",
		"",
	}, "\r\n")
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestICalendar_refuses(t *testing.T) {
	cert, day := certificate(t, toCertified), aims.MustDate("2026-05-04")
	dated := []certification.Appointment{{ID: "x", Code: certification.DueRenewal, Latest: day}}
	if _, err := certification.ICalendar(cert, []certification.Appointment{{ID: "x"}}, day, certification.ICalendarOptions{}); !errors.Is(err, certification.ErrNothingDue) {
		t.Errorf("an empty calendar: %v", err)
	}
	_, err := certification.ICalendar(audit.Certificate{}, dated, 0, certification.ICalendarOptions{Alarms: []int{1, -1}})
	var got []string
	for _, p := range aims.Problems(err) {
		got = append(got, p.String())
	}
	want := []string{
		"/certificate/id aims/missing this field is required; fill it in",
		"/stamp aims/missing this field is required; fill it in",
		"/alarms/1 certification/alarm-negative -1 days before is after the day; give 0 or more",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A host gives the words in another language; an appointment of its own has
// its code for a title.
func TestICalendar_words(t *testing.T) {
	day := aims.MustDate("2026-05-04")
	list := []certification.Appointment{{ID: "x", Code: "own/code", Latest: day, Text: "tout"}}
	cert := audit.Certificate{ID: "c"}
	text, err := certification.ICalendar(cert, list, day, certification.ICalendarOptions{
		Words: func(certification.Appointment) (string, string) { return "échéance", "a\\b\r\nc\x00d\xff\te" },
	})
	for _, want := range []string{"\r\nSUMMARY:échéance\r\n", "\r\nDESCRIPTION:a\\\\b\\nc d\uFFFD\te\r\n", "\r\nUID:c/x@aimskit\r\n"} {
		if err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%q is not in %q, %v", want, text, err)
		}
	}
	text, err = certification.ICalendar(cert, list, day, certification.ICalendarOptions{})
	if err != nil || !strings.Contains(string(text), "\r\nSUMMARY:own/code\r\n") {
		t.Errorf("got %q, %v", text, err)
	}
}

// TestICalendar_lines: whatever the words, lines are folded between
// characters at 75 octets, unfold to what was written, and hold nothing that
// could end them early.
func TestICalendar_lines(t *testing.T) {
	day := aims.MustDate("2026-05-04")
	list := []certification.Appointment{{ID: "x", Latest: day}}
	rapid.Check(t, func(t *rapid.T) {
		title, description := rapid.String().Draw(t, "title"), rapid.String().Draw(t, "description")
		text, err := certification.ICalendar(audit.Certificate{ID: "c"}, list, day, certification.ICalendarOptions{
			Words: func(certification.Appointment) (string, string) { return title, description },
		})
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(string(text), "\r\n"), "\r\n") {
			if len(line) > 75 || line == "" || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n\x00\x7f") {
				t.Fatalf("the line %q has %d octets", line, len(line))
			}
		}
		unfolded := strings.Split(strings.ReplaceAll(string(text), "\r\n ", ""), "\r\n")
		var summary string
		for _, line := range unfolded {
			if s, ok := strings.CutPrefix(line, "SUMMARY:"); ok {
				summary = s
			}
		}
		if got := strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(summary); got != plain(title) {
			t.Fatalf("%q reads back as %q", title, got)
		}
		if len(unfolded) != 13 {
			t.Fatalf("%d lines: %q", len(unfolded), unfolded)
		}
	})
}

// plain is a text as a calendar can hold it.
func plain(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\r' && strings.HasPrefix(s[i:], "\r\n"):
		case r != '\n' && r != '\t' && (r < 0x20 || 0x7f <= r && r < 0xa0):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
		i += size
	}
	return b.String()
}
