package certification_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/google/go-cmp/cmp"
)

// lines writes appointments as "ID EARLIEST PLANNED LATEST".
func lines(list []certification.Appointment) []string {
	var out []string
	for _, a := range list {
		out = append(out, fmt.Sprintf("%s %s %s %s", a.ID, day0(a.Earliest), day0(a.Planned), day0(a.Latest)))
	}
	return out
}

func day0(d aims.Date) string {
	if d == 0 {
		return "-"
	}
	return d.String()
}

// TestDue: what is still to be done in each state.
func TestDue(t *testing.T) {
	for _, c := range []struct {
		name, history, at string
		want              []string
	}{
		{"nobody applied", "", "2026-01-05", nil},
		{"applied", "2026-01-05 applied", "2026-01-05", []string{"2026-01-05-application-review - - -", "2026-01-05-stage-one - - -"}},
		{"not ready", toApplicant + "; 2026-03-02 stage-1-concluded not-ready", "2026-03-02", []string{"2026-01-05-stage-one - - -"}},
		{"ready", toStageTwo, "2026-03-02", []string{"2026-01-05-stage-two - - -"}},
		{"majors, on the last day", toMajors, "2027-02-28", []string{"2026-01-05-majors-2026-08-31 2026-08-31 - 2027-02-28"}},
		{"majors, a day later", toMajors, "2027-03-01", []string{"2026-01-05-stage-two - - -"}},
		{"plans open", toStageTwo + "; 2026-04-15 stage-2-concluded plans-open", "2027-04-15", []string{"2026-01-05-findings-2026-04-15 - - -"}},
		{"before the decision", toDecision, "2026-04-15", []string{"2026-01-05-decision - - -"}},
		{"refused", toRefused, "2026-05-04", nil},
		{"granted", toCertified, "2026-05-04", []string{
			"2026-05-04-first-surveillance 2027-02-04 2027-03-04 2027-05-04",
			"2026-05-04-surveillance-2027 2027-01-01 - 2027-12-31",
			"2026-05-04-surveillance-2028 2028-01-01 - 2028-12-31",
			"2026-05-04-recertification - 2029-02-03 2029-05-03",
			"2026-05-04-renewal - - 2029-05-03",
		}},
		{"suspended", toSuspended, "2026-08-31", []string{
			"2026-05-04-restoration-2026-08-31 2026-08-31 - 2027-02-28",
			"2026-05-04-first-surveillance 2027-02-04 2027-03-04 2027-05-04",
			"2026-05-04-surveillance-2027 2027-01-01 - 2027-12-31",
			"2026-05-04-surveillance-2028 2028-01-01 - 2028-12-31",
			"2026-05-04-recertification - 2029-02-03 2029-05-03",
			"2026-05-04-renewal - - 2029-05-03",
		}},
		{"withdrawn", toCertified + "; 2026-06-01 withdrawn", "2026-06-01", nil},
		{"open findings of a surveillance", toCertified + "; 2028-01-15 surveillance-concluded majors-open", "2028-01-15", []string{
			"2026-05-04-recertification - 2029-02-03 2029-05-03",
			"2026-05-04-renewal - - 2029-05-03",
			"2026-05-04-findings-2028-01-15 - - -",
		}},
		{"recertification audited", toRecert, "2029-03-01", []string{"2026-05-04-renewal - - 2029-05-03"}},
		{"recertification with majors: verified before expiry", toCertified + "; 2029-02-12 recertification-concluded majors-open", "2029-03-01", []string{
			"2026-05-04-findings-recertification-2029-02-12 2029-02-12 - 2029-05-03", "2026-05-04-renewal - - 2029-05-03",
		}},
		{"expired", toCertified, "2029-05-04", []string{"2026-05-04-recertification - - 2029-11-03", "2026-05-04-renewal - - 2029-11-03"}},
		{"expired with majors", toCertified + "; 2029-02-12 recertification-concluded majors-open", "2029-11-03", []string{
			"2026-05-04-findings-recertification-2029-02-12 2029-02-12 - 2029-11-03", "2026-05-04-renewal - - 2029-11-03",
		}},
		{"expired while suspended after the audit", toRecert + "; 2029-03-01 suspended failure", "2029-05-04", []string{
			"2026-05-04-recertification - - 2029-11-03", "2026-05-04-renewal - - 2029-11-03",
		}},
		{"audited again since", toRecert + "; 2029-03-01 suspended failure; 2029-06-01 recertification-concluded clear", "2029-06-01", []string{"2026-05-04-renewal - - 2029-11-03"}},
		{"expired too long ago", toCertified, "2029-11-04", []string{"2026-05-04-stage-two - - -"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, problem := replay(t, c.history, aims.MustDate(c.at))
			if problem != "" {
				t.Fatal(problem)
			}
			if diff := cmp.Diff(c.want, lines(s.Due)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			for _, a := range s.Due {
				if a.Sentence() == "" || a.Source == "" || a.Edition == "" || !a.Confidence.Known() {
					t.Errorf("%s does not explain itself: %+v", a.ID, a)
				}
			}
		})
	}
}

// surveillances returns the surveillances that are due after a history.
func surveillances(t *testing.T, history, day string) []string {
	t.Helper()
	s, problem := replay(t, history, aims.MustDate(day))
	if problem != "" {
		t.Fatal(problem)
	}
	var list []certification.Appointment
	for _, a := range s.Due {
		if a.Code == certification.DueFirstSurveillance || a.Code == certification.DueSurveillance {
			list = append(list, a)
		}
	}
	var out []string
	for _, a := range list {
		out = append(out, a.ID[len("2026-05-04-"):]+" "+a.Latest.String())
	}
	return out
}

// A standing is read as it was written.
func TestStanding_json(t *testing.T) {
	for _, history := range []string{"", toApplicant, toMajors, toRefused, toSuspended, toRecert + "; 2029-03-01 renewed scope=wider"} {
		want, _ := replay(t, history, aims.MustDate("2029-03-01"))
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got certification.Standing
		if _, err := aims.Decode(data, &got, aims.DecodeOptions{}); err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

// TestClause_9_1_3_3_surveillance: at least once in every calendar year but
// that of recertification, and the first at most twelve months after the
// initial decision; these are two rules.
func TestClause_9_1_3_3_surveillance(t *testing.T) {
	for _, c := range []struct {
		name, history, at string
		want              []string
	}{
		{"both rules", toCertified, "2026-05-04", []string{"first-surveillance 2027-05-04", "surveillance-2027 2027-12-31", "surveillance-2028 2028-12-31"}},
		{"the first within the year of the decision does not serve the next", toCertified + "; 2026-12-30 surveillance-concluded clear", "2026-12-30", []string{"surveillance-2027 2027-12-31", "surveillance-2028 2028-12-31"}},
		{"the first within twelve months serves its year too", toCertified + "; 2027-05-04 surveillance-concluded clear", "2027-05-04", []string{"surveillance-2028 2028-12-31"}},
		{"the first late: done all the same", toCertified + "; 2027-05-05 surveillance-concluded clear", "2027-05-05", []string{"surveillance-2028 2028-12-31"}},
		{"thirteen months after the one before is no breach", toCertified + "; 2027-02-01 surveillance-concluded clear", "2028-03-01", []string{"surveillance-2028 2028-12-31"}},
		{"overdue stays on the list", toCertified, "2028-01-01", []string{"first-surveillance 2027-05-04", "surveillance-2027 2027-12-31", "surveillance-2028 2028-12-31"}},
		{"the next audit ends what is overdue", toCertified + "; 2028-01-01 surveillance-concluded clear", "2028-01-01", nil},
		{"a suspension stops no clock", toSuspended, "2027-02-28", []string{"first-surveillance 2027-05-04", "surveillance-2027 2027-12-31", "surveillance-2028 2028-12-31"}},
		{"a recertification audit in the year before expiry serves that year", toCertified + "; 2027-02-01 surveillance-concluded clear; 2028-12-01 recertification-concluded clear", "2028-12-01", nil},
		{"the year of expiry is that of recertification", toCertified + "; 2028-02-01 surveillance-concluded clear", "2028-02-01", nil},
		{"an early year of the next cycle", toRecert + "; 2029-03-01 renewed", "2029-03-01", []string{"surveillance-2030 2030-12-31", "surveillance-2031 2031-12-31"}},
		{"renewed early: the year after the audit counts", toCertified + "; 2028-11-01 recertification-concluded clear; 2029-01-15 renewed", "2029-01-15", []string{"surveillance-2029 2029-12-31", "surveillance-2030 2030-12-31", "surveillance-2031 2031-12-31"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, surveillances(t, c.history, c.at)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestStanding_Overdue(t *testing.T) {
	for _, c := range []struct {
		at   string
		want []string
	}{
		{"2027-05-04", nil},
		{"2027-05-05", []string{"2026-05-04-first-surveillance 2027-02-04 2027-03-04 2027-05-04"}},
		{"2028-01-01", []string{"2026-05-04-first-surveillance 2027-02-04 2027-03-04 2027-05-04", "2026-05-04-surveillance-2027 2027-01-01 - 2027-12-31"}},
	} {
		s, _ := replay(t, toCertified, aims.MustDate(c.at))
		if diff := cmp.Diff(c.want, lines(s.Overdue())); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.at, diff)
		}
	}
}

// TestStanding tells a whole life in its dates.
func TestStanding(t *testing.T) {
	const life = toRecert + "; 2029-03-01 renewed effective=2029-05-04 scope=wider; 2030-03-04 surveillance-concluded clear; 2030-05-01 transferred body=second; 2031-03-04 surveillance-concluded clear"
	type standing struct {
		State                     string
		Since, Effective, Expires string
		Cycle                     int
		From, Scope, Body         string
		Valid                     bool
	}
	for _, c := range []struct {
		at   string
		want standing
	}{
		{"2026-05-03", standing{"decision-pending", "2026-04-15", "", "", 0, "", "as applied for", "first", false}},
		{"2026-05-04", standing{"certified", "2026-05-04", "2026-05-04", "2029-05-03", 1, "2026-05-04", "as applied for", "first", true}},
		{"2029-02-28", standing{"certified", "2026-05-04", "2026-05-04", "2029-05-03", 1, "2026-05-04", "as applied for", "first", true}},
		{"2029-05-03", standing{"certified", "2026-05-04", "2029-05-04", "2032-05-03", 2, "2029-03-01", "wider", "first", true}},
		{"2029-05-04", standing{"certified", "2026-05-04", "2029-05-04", "2032-05-03", 2, "2029-03-01", "wider", "first", true}},
		{"2030-05-01", standing{"certified", "2026-05-04", "2029-05-04", "2032-05-03", 2, "2029-03-01", "wider", "second", true}},
		{"2032-05-03", standing{"certified", "2026-05-04", "2029-05-04", "2032-05-03", 2, "2029-03-01", "wider", "second", true}},
		{"2032-05-04", standing{"expired", "2032-05-04", "2029-05-04", "2032-05-03", 2, "2029-03-01", "wider", "second", false}},
	} {
		s, problem := replay(t, life, aims.MustDate(c.at))
		got := standing{
			s.State.String(), s.Since.String(), s.Effective.String(), s.Expires.String(),
			s.Cycle.Number, s.Cycle.From.String(), s.Scope.Text, s.Body.Name, s.Valid,
		}
		if diff := cmp.Diff(c.want, got); diff != "" || problem != "" {
			t.Errorf("%s: %s (-want +got)\n%s", c.at, problem, diff)
		}
	}
}

// Between two cycles there may be a gap, and none may be hidden.
func TestStanding_Valid(t *testing.T) {
	for _, c := range []struct {
		history, at string
		want        bool
	}{
		{toDecision + "; 2026-05-04 granted effective=2026-06-01", "2026-05-31", false},
		{toDecision + "; 2026-05-04 granted effective=2026-06-01", "2026-06-01", true},
		{toRecert + "; 2029-03-01 renewed effective=2029-05-10", "2029-05-03", true},
		{toRecert + "; 2029-03-01 renewed effective=2029-05-10", "2029-05-04", false},
		{toRecert + "; 2029-03-01 renewed effective=2029-05-10", "2029-05-10", true},
		{toRecert + "; 2029-06-01 renewed effective=2029-06-10", "2029-06-09", false},
		{toSuspended, "2026-09-01", false},
		{toCertified, "2029-05-04", false},
	} {
		if s, problem := replay(t, c.history, aims.MustDate(c.at)); s.Valid != c.want || problem != "" {
			t.Errorf("%s on %s: %v %s", c.history, c.at, s.Valid, problem)
		}
	}
}

// TestClause_9_6_3_expiry: expiry, the window after it, and the next one are
// counted on the calendar, with month ends and leap days.
func TestClause_9_6_3_expiry(t *testing.T) {
	grant := func(on, more string) string {
		return "2023-01-05 applied; 2023-01-12 application-reviewed; 2023-02-02 stage-1-concluded ready; 2023-03-15 stage-2-concluded clear; " + on + " granted" + more
	}
	for _, c := range []struct{ name, history, expires, restore, next string }{
		{"a leap day less one", grant("2024-02-29", ""), "2027-02-27", "2027-08-27", "2030-02-27"},
		{"a last day of February", grant("2024-03-01", ""), "2027-02-28", "2027-08-28", "2030-02-28"},
		{"a last day in a leap year", grant("2025-03-01", ""), "2028-02-29", "2028-08-29", "2031-02-28"},
		{"the end of August", grant("2024-09-01", ""), "2027-08-31", "2028-02-29", "2030-08-31"},
		{"as the decision says", grant("2024-09-01", " expires=2027-08-15"), "2027-08-15", "2028-02-15", "2030-08-15"},
		{"from the decision, not from its effect", grant("2024-09-01", " effective=2024-10-01"), "2027-08-31", "2028-02-29", "2030-08-31"},
	} {
		t.Run(c.name, func(t *testing.T) {
			expires := aims.MustDate(c.expires)
			s, problem := replay(t, c.history, expires)
			if s.State != certification.Certified || s.Expires != expires || problem != "" {
				t.Errorf("%s through %s %s, want %s", s.State, s.Expires, problem, c.expires)
			}
			if s, _ := replay(t, c.history, expires.AddDays(1)); s.State != certification.Expired || s.Since != expires.AddDays(1) || s.Due[0].Latest.String() != c.restore {
				t.Errorf("the day after: %s since %s, to be restored by %v, want %s", s.State, s.Since, s.Due[0].Latest, c.restore)
			}
			history := c.history + "; " + c.expires + " recertification-concluded clear; " + c.restore + " renewed"
			if s, problem := replay(t, history, aims.MustDate(c.restore)); s.Expires.String() != c.next || s.Effective.String() != c.restore || problem != "" {
				t.Errorf("renewed from %s through %s %s, want %s", s.Effective, s.Expires, problem, c.next)
			}
		})
	}
}

// A suspension that outlives the certificate: what led to it is looked at
// again before the certificate is restored.
func TestExpiredWhileSuspended(t *testing.T) {
	const history = toRecert + "; 2029-03-01 suspended failure; 2029-06-01 "
	for _, c := range []struct{ more, problem string }{
		{"renewed", "/events/9/type event-suspended-since"},
		{"restored", "/events/9/type event-illegal"},
		{"recertification-concluded clear; 2029-07-01 renewed", ""},
		{"recertification-concluded majors-open; 2029-07-01 renewed", "/events/10/type event-findings-open"},
		{"recertification-concluded majors-open; 2029-07-01 findings-resolved; 2029-07-01 renewed", ""},
	} {
		if _, problem := replay(t, history+c.more, aims.MustDate("2029-07-01")); problem != c.problem {
			t.Errorf("%s: got %q, want %q", c.more, problem, c.problem)
		}
	}
}

// What a stage 2 after expiry begins has nothing of the cycle before.
func TestBegunAnew(t *testing.T) {
	const history = toRecert + "; 2029-11-04 stage-2-concluded clear by=p-other; 2029-12-01 granted by=p-lead"
	s, problem := replay(t, history, aims.MustDate("2029-12-01"))
	if s.Cycle != (certification.Cycle{Number: 1, From: aims.MustDate("2029-12-01")}) || s.Granted != s.Cycle.From || s.Expires.String() != "2032-11-30" || problem != "" {
		t.Errorf("got %+v %s", s, problem)
	}
	want := []string{
		"2029-12-01-first-surveillance 2030-09-01 2030-10-01 2030-12-01", "2029-12-01-surveillance-2030 2030-01-01 - 2030-12-31",
		"2029-12-01-surveillance-2031 2031-01-01 - 2031-12-31", "2029-12-01-recertification - 2032-08-30 2032-11-30", "2029-12-01-renewal - - 2032-11-30",
	}
	if diff := cmp.Diff(want, lines(s.Due)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	cert := certificate(t, history)
	cert.Events = append(cert.Events[:len(cert.Events)-2], audit.Event{Type: audit.Applied, On: aims.MustDate("2029-11-04"), Scope: &audit.CertifiedScope{Text: "new"}})
	if s, err := certification.Replay(cert, at(cert), certification.Default()); err != nil || s.Scope.Text != "new" || s.Granted != 0 || s.State != certification.Applicant {
		t.Errorf("applied again: %+v, %v", s, err)
	}
}

// The policy moves the limits.
func TestReplay_policy(t *testing.T) {
	p := certification.Default()
	p.Name = "longer"
	p.Suspension.Value, p.Restore.Value, p.VerifyMajors.Value, p.Validity.Value = 12, 7, 7, 0
	for _, c := range []struct{ history, want string }{
		{toSuspended + "; 2027-08-31 restored", "certified"},
		{toMajors + "; 2027-03-31 findings-resolved", "decision-pending"},
		{toRecert + "; 2029-12-04 renewed", "certified"},
	} {
		cert := certificate(t, c.history)
		if s, err := certification.Replay(cert, at(cert), p); err != nil || s.State.String() != c.want {
			t.Errorf("got %s, %v, want %s", s.State, err, c.want)
		}
	}
}
