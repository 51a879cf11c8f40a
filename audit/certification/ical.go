package certification

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// ICalendarOptions says how a calendar is written. The zero value works.
type ICalendarOptions struct {
	// Domain makes the ids of the events unique beyond one host, such as
	// "grc.example.org"; empty: "aimskit".
	Domain string
	// Alarms are the days before each last day on which a calendar reminds, 0
	// for the day itself; empty: never.
	Alarms []int
	// Words gives title and description of an appointment; nil: in English.
	Words func(Appointment) (title, description string)
}

// ErrNothingDue is returned for a calendar without any day: RFC 5545 knows no
// empty one.
var ErrNothingDue = errors.New("certification: nothing is due, and a calendar without events is none")

// AlarmNegative: an alarm lies after the day that it reminds of.
const AlarmNegative aims.Code = "certification/alarm-negative"

var icalTexts = map[aims.Code]string{
	AlarmNegative: "{got} days before is after the day; give 0 or more",
}

// ICalendar writes appointments as iCalendar text (RFC 5545): one all-day
// event on the last day of each that has one. The stamp is the day on which
// the calendar is made. The same thing has the same UID whenever it is
// written, so that a calendar that is read again is updated, not doubled.
func ICalendar(cert audit.Certificate, list []Appointment, stamp aims.Date, o ICalendarOptions) ([]byte, error) {
	c := aims.Checker{Texts: icalTexts}
	aims.CheckID(&c, "certificate/id", cert.ID)
	c.Date("stamp", stamp)
	for i, days := range o.Alarms {
		if days < 0 {
			c.Add(aims.Field("alarms", i), AlarmNegative, "got", strconv.Itoa(days))
		}
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	w := icalWriter{options: o, stamp: basic(stamp) + "T000000Z"}
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", "-//aimskit//certification "+aims.Version+"//EN")
	empty := true
	for _, a := range list {
		if a.Latest.Valid() {
			w.event(cert, a)
			empty = false
		}
	}
	if empty {
		return nil, ErrNothingDue
	}
	w.line("END", "VCALENDAR")
	return w.out, nil
}

type icalWriter struct {
	options ICalendarOptions
	stamp   string
	out     []byte
}

func (w *icalWriter) event(cert audit.Certificate, a Appointment) {
	words, domain := w.options.Words, w.options.Domain
	if words == nil {
		words = english
	}
	if domain == "" {
		domain = "aimskit"
	}
	title, description := words(a)
	if name := strings.TrimSpace(cert.Standard + " " + cert.Number); name != "" {
		title = name + ": " + title
	}
	w.line("BEGIN", "VEVENT")
	w.line("UID", escape(string(cert.ID)+"/"+a.ID+"@"+domain))
	w.line("DTSTAMP", w.stamp)
	w.line("DTSTART;VALUE=DATE", basic(a.Latest))
	w.line("SUMMARY", escape(title))
	w.line("DESCRIPTION", escape(description))
	w.line("TRANSP", "TRANSPARENT") // it takes up no time
	for _, days := range w.options.Alarms {
		w.line("BEGIN", "VALARM")
		w.line("ACTION", "DISPLAY")
		w.line("DESCRIPTION", escape(title))
		w.line("TRIGGER", "-P"+strconv.Itoa(days)+"D")
		w.line("END", "VALARM")
	}
	w.line("END", "VEVENT")
}

// maxLine is the longest line in octets, without its end.
const maxLine = 75

// line writes a content line, folded between characters.
func (w *icalWriter) line(name, value string) {
	n := 0
	for _, r := range name + ":" + value {
		size := utf8.RuneLen(r)
		if n+size > maxLine {
			w.out = append(w.out, "\r\n "...)
			n = 1
		}
		w.out = utf8.AppendRune(w.out, r)
		n += size
	}
	w.out = append(w.out, "\r\n"...)
}

// escape makes a TEXT value: what is no text in iCalendar becomes a space.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return ' '
		}
		return r
	}, strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n"))
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
}

// basic writes a day as YYYYMMDD.
func basic(d aims.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

var dueTitles = map[aims.Code]string{
	DueMajors:            "last day to verify majors of stage 2",
	DueFindings:          "last day to resolve findings",
	DueFirstSurveillance: "last day of the first surveillance audit",
	DueSurveillance:      "last day of the surveillance audit of the year",
	DueRecertification:   "last day of the recertification audit",
	DueRenewal:           "last day to decide on renewal",
	DueRestoration:       "last day to resolve the suspension",
	DueTransfer:          "last day of a transfer",
}

// english gives the words of an appointment.
func english(a Appointment) (title, description string) {
	title = dueTitles[a.Code]
	if title == "" {
		title = string(a.Code)
	}
	var b strings.Builder
	b.WriteString(a.Sentence() + "\n")
	if a.Earliest != 0 {
		b.WriteString("from " + a.Earliest.String() + "\n")
	}
	if a.Planned != 0 {
		b.WriteString("planned by " + a.Planned.String() + "\n")
	}
	b.WriteString("until " + a.Latest.String() + ", by " + a.Source + ":" + a.Edition + " (confidence " + string(a.Confidence) + ")")
	return title, b.String()
}
