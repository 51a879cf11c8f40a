package certification_test

import (
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/google/go-cmp/cmp"
)

func body(name, by, until, ceased string) audit.Body {
	b := audit.Body{Name: name, Accreditation: audit.Accreditation{By: by}}
	if until != "" {
		b.Accreditation.Until = aims.MustDate(until)
	}
	if ceased != "" {
		b.Ceased = aims.MustDate(ceased)
	}
	return b
}

// TestMD2_transfer: only a valid, accredited certification is transferred; a
// suspended one is not; from a body that ceased within six months or by
// expiry, whichever is sooner. Each condition on its last day and the day after.
func TestMD2_transfer(t *testing.T) {
	accredited := body("second", "accreditor", "", "")
	for _, c := range []struct {
		name, history string
		from, to      audit.Body
		on            string
		want          string // valid, issuer, acceptor, last day
	}{
		{"all is well", toCertified, body("first", "a", "", ""), accredited, "2026-09-01", "yes yes yes"},
		{"not in effect yet", toDecision + "; 2026-05-04 granted effective=2026-06-01", body("first", "a", "", ""), accredited, "2026-05-31", "no yes yes"},
		{"suspended", toSuspended, body("first", "a", "", ""), accredited, "2026-09-01", "no yes yes"},
		{"on the last day of validity", toCertified, body("first", "a", "", ""), accredited, "2029-05-03", "yes yes yes"},
		{"expired", toCertified, body("first", "a", "", ""), accredited, "2029-05-04", "no yes yes"},
		{"never certified", toApplicant, body("first", "a", "", ""), accredited, "2026-09-01", "no yes yes"},
		{"nobody knows who accredits the issuer", toCertified, body("first", "", "", ""), accredited, "2026-09-01", "yes unknown yes"},
		{"that it ceased does not make it accredited", toCertified, body("first", "", "", "2026-08-01"), accredited, "2026-09-01", "yes unknown yes"},
		{"ceased on a last day of August, six months ago", toCertified, body("first", "a", "", "2026-08-31"), accredited, "2027-02-28", "yes yes yes 2027-02-28"},
		{"a day more", toCertified, body("first", "a", "", "2026-08-31"), accredited, "2027-03-01", "yes no yes 2027-02-28"},
		{"accreditation ended six months ago", toCertified, body("first", "a", "2026-08-30", ""), accredited, "2027-02-28", "yes yes yes 2027-02-28"},
		{"a day more than that", toCertified, body("first", "a", "2026-08-30", ""), accredited, "2027-03-01", "yes no yes 2027-02-28"},
		{"the sooner of the two counts", toCertified, body("first", "a", "2026-08-30", "2026-07-15"), accredited, "2027-01-16", "yes no yes 2027-01-15"},
		{"it ceases later", toCertified, body("first", "a", "", "2026-09-02"), accredited, "2026-09-01", "yes yes yes"},
		{"its accreditation ends today", toCertified, body("first", "a", "2026-09-01", ""), accredited, "2026-09-01", "yes yes yes"},
		{"expiry is sooner than six months", toCertified, body("first", "a", "", "2029-02-01"), accredited, "2029-05-03", "yes yes yes 2029-05-03"},
		{"not accredited", toCertified, body("first", "a", "", ""), body("second", "a", "2026-08-31", ""), "2026-09-01", "yes yes no"},
		{"nobody knows who accredits the other", toCertified, body("first", "a", "", ""), body("second", "", "", ""), "2026-09-01", "yes yes unknown"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cert := certificate(t, c.history)
			cert.Body = c.from
			on := aims.MustDate(c.on)
			checks, err := certification.TransferChecks(cert, c.to, on, certification.Default())
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			met := true
			for _, k := range checks {
				got = append(got, k.Met.String())
				met = met && k.Met == aims.Yes
				if s := k.Sentence(); strings.ContainsAny(s, "{}") || k.Source != "IAF MD 2" || k.Edition != "2023" || !k.Confidence.Known() {
					t.Errorf("%s does not explain itself: %+v", s, k)
				}
			}
			if until := checks[1].Until; until != 0 {
				got = append(got, until.String())
			}
			if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}

			cert.Events = append(cert.Events, audit.Event{Type: audit.Transferred, On: on, Body: &c.to})
			s, err := certification.Replay(cert, on, certification.Default())
			if (err == nil) != met {
				t.Errorf("the event: %v", err)
			}
			if met && (s.Body.Name != "second" || s.Expires.String() != "2029-05-03" || s.Cycle.Number != 1) {
				t.Errorf("cycle and expiry do not carry on: %+v", s)
			}
		})
	}
}

func TestTransfer_sentences(t *testing.T) {
	cert := certificate(t, toCertified+"; 2027-03-01 transferred body=second")
	cert.Body = body("first", "a", "2026-08-30", "")
	_, err := certification.Replay(cert, at(cert), certification.Default())
	want := "/events/5 certification/transfer-issuer only an accredited certification is transferred: on 2027-03-01 first is not accredited; the last day of a transfer is 2027-02-28"
	if p := aims.Problems(err); len(p) != 1 || p[0].String() != want {
		t.Errorf("got %v", err)
	}
	if _, err := certification.TransferChecks(cert, audit.Body{}, at(cert), certification.Policy{}); err == nil {
		t.Error("a zero policy was taken")
	}
}

// Once the body certifies no more, the transfer is due.
func TestTransfer_due(t *testing.T) {
	cert := certificate(t, toCertified)
	cert.Body = body("first", "a", "2026-08-30", "")
	for _, c := range []struct{ at, want string }{{"2026-08-30", ""}, {"2026-08-31", "2026-05-04-transfer-2026-08-31 2026-08-31 - 2027-02-28"}} {
		s, err := certification.Replay(cert, aims.MustDate(c.at), certification.Default())
		var got string
		for _, a := range s.Due {
			if a.Code == certification.DueTransfer {
				got = lines([]certification.Appointment{a})[0]
			}
		}
		if got != c.want || err != nil {
			t.Errorf("%s: got %q, %v", c.at, got, err)
		}
	}
}
