package icaltest_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"
)

// certificate is one that was granted on 2026-05-04 under a number with
// everything in it that a calendar must escape.
func certificate() audit.Certificate {
	cert := audit.Certificate{
		ID: "cert-1", Number: `ÄI\0001; "first", provisional and of a length that makes it stand on several lines`,
		Body: audit.Body{Name: "Example Certification"}, Standard: "ISO/IEC 42001", Edition: "2023",
	}
	for _, e := range []struct {
		on   string
		typ  audit.EventType
		word audit.Outcome
	}{
		{"2026-01-05", audit.Applied, ""},
		{"2026-01-12", audit.ApplicationReviewed, ""},
		{"2026-03-02", audit.StageOneConcluded, audit.Ready},
		{"2026-04-15", audit.StageTwoConcluded, audit.Clear},
		{"2026-05-04", audit.Granted, ""},
	} {
		cert.Events = append(cert.Events, audit.Event{Type: e.typ, On: aims.MustDate(e.on), Outcome: e.word})
	}
	return cert
}

// The reader finds every appointment on its day, under its id, with its words
// as they were, and the alarms.
func TestReadBack(t *testing.T) {
	cert, from := certificate(), aims.MustDate("2026-05-04")
	list, err := certification.Calendar(cert, from, aims.MustDate("2029-12-31"), certification.Default())
	if err != nil {
		t.Fatal(err)
	}
	title := func(a certification.Appointment) string { return "Frist;\\ " + a.ID + ", één\nregel" }
	text, err := certification.ICalendar(cert, list, from, certification.ICalendarOptions{
		Domain: "example.org", Alarms: []int{30, 7},
		Words: func(a certification.Appointment) (string, string) {
			return title(a), a.Sentence() + ";\\,\n" + a.Source
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	calendar, err := ics.ParseCalendar(bytes.NewReader(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}

	type event struct{ ID, Day, Title, Description, Stamp string }
	var want, got []event
	for _, a := range list {
		want = append(want, event{
			"cert-1/" + a.ID + "@example.org", a.Latest.String(),
			cert.Standard + " " + cert.Number + ": " + title(a), a.Sentence() + ";\\,\n" + a.Source, "2026-05-04",
		})
	}
	for _, e := range calendar.Events() {
		day, err := e.GetAllDayStartAt()
		if err != nil {
			t.Fatal(err)
		}
		stamp, err := e.GetDtStampTime()
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, event{
			e.Id(), day.Format("2006-01-02"), e.GetProperty(ics.ComponentPropertySummary).Value,
			e.GetProperty(ics.ComponentPropertyDescription).Value, stamp.UTC().Format("2006-01-02"),
		})
		var alarms []string
		for _, a := range e.Alarms() {
			alarms = append(alarms, a.GetProperty(ics.ComponentPropertyTrigger).Value)
		}
		if !slices.Equal(alarms, []string{"-P30D", "-P7D"}) {
			t.Errorf("%s: alarms %q", e.Id(), alarms)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" || len(got) != 5 {
		t.Errorf("%d events (-want +got)\n%s", len(got), diff)
	}
}
