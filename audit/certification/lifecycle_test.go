package certification_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/google/go-cmp/cmp"
)

// The ways into the states, for tests to go on from. The initial decision is
// of 2026-05-04, so that the certificate is valid through 2029-05-03.
const (
	toApplicant = "2026-01-05 applied; 2026-01-12 application-reviewed by=p-review"
	toStageTwo  = toApplicant + "; 2026-03-02 stage-1-concluded ready by=p-lead"
	toMajors    = toStageTwo + "; 2026-08-31 stage-2-concluded majors-open by=p-lead,p-auditor"
	toDecision  = toStageTwo + "; 2026-04-15 stage-2-concluded clear by=p-lead,p-auditor"
	toRefused   = toDecision + "; 2026-05-04 refused by=p-decider"
	toCertified = toDecision + "; 2026-05-04 granted by=p-decider"
	toSuspended = toCertified + "; 2026-08-31 suspended failure"
	toRecert    = toCertified + "; 2027-03-01 surveillance-concluded clear; 2028-03-01 surveillance-concluded clear; 2029-02-12 recertification-concluded clear by=p-lead"
)

// certificate reads a history: events, each with its day, its type, and words
// and fields like outcome, ground, by=, effective=, expires=, scope=, body=.
func certificate(t testing.TB, history string) audit.Certificate {
	t.Helper()
	cert := audit.Certificate{
		ID: "cert", Standard: "ISO/IEC 42001", Edition: "2023", Scope: audit.CertifiedScope{Text: "as applied for"},
		Body: audit.Body{Name: "first", Accreditation: audit.Accreditation{By: "accreditor"}},
	}
	for text := range strings.SplitSeq(history, ";") {
		words := strings.Fields(text)
		if len(words) == 0 {
			continue
		}
		e := audit.Event{On: aims.MustDate(words[0]), Type: audit.EventType(words[1])}
		for _, w := range words[2:] {
			switch name, value, _ := strings.Cut(w, "="); {
			case name == "by":
				for p := range strings.SplitSeq(value, ",") {
					e.By = append(e.By, aims.PersonID(p))
				}
			case name == "effective":
				e.Effective = aims.MustDate(value)
			case name == "expires":
				e.Expires = aims.MustDate(value)
			case name == "scope":
				e.Scope = &audit.CertifiedScope{Text: value}
			case name == "body":
				e.Body = &audit.Body{Name: value, Accreditation: audit.Accreditation{By: "accreditor"}}
			case audit.Outcome(w).Known():
				e.Outcome = audit.Outcome(w)
			case audit.Ground(w).Known():
				e.Ground = audit.Ground(w)
			default:
				t.Fatalf("%q in %q", w, text)
			}
		}
		cert.Events = append(cert.Events, e)
	}
	return cert
}

// at is the last day of a history.
func at(cert audit.Certificate) aims.Date {
	var last aims.Date
	for _, e := range cert.Events {
		last = max(last, e.On)
	}
	return last
}

// replay returns the standing after a history, or "POINTER CODE" of what is
// wrong with it.
func replay(t testing.TB, history string, day aims.Date) (certification.Standing, string) {
	t.Helper()
	s, err := certification.Replay(certificate(t, history), day, certification.Default())
	var problems []string
	for _, p := range aims.Problems(err) {
		problems = append(problems, p.Path+" "+strings.TrimPrefix(string(p.Code), "certification/"))
		if text := p.Sentence(); strings.ContainsAny(text, "{}") || len(text) < 20 {
			t.Errorf("%s: the sentence is %q", p.Code, text)
		}
	}
	return s, strings.Join(problems, ", ")
}

// TestStateTable goes through the state table row by row: the event, on the
// last day that its condition allows and on the day after.
func TestStateTable(t *testing.T) {
	for _, c := range []struct {
		name, history, event string
		want                 certification.State
		problem              string // of the event; "" when it is legal
	}{
		{"stage 1, ready", toApplicant, "2026-03-02 stage-1-concluded ready", certification.StageTwoPending, ""},
		{"stage 1, not ready", toApplicant, "2026-03-02 stage-1-concluded not-ready", certification.Applicant, ""},
		{"stage 2, clear", toStageTwo, "2026-04-15 stage-2-concluded clear", certification.DecisionPending, ""},
		{"stage 2, plans open", toStageTwo, "2026-04-15 stage-2-concluded plans-open", certification.StageTwoPending, ""},
		{"stage 2, majors open", toStageTwo, "2026-04-15 stage-2-concluded majors-open", certification.StageTwoPending, ""},
		{"majors verified on the last day", toMajors, "2027-02-28 findings-resolved", certification.DecisionPending, ""},
		{"majors verified a day late", toMajors, "2027-03-01 findings-resolved", certification.StageTwoPending, "on event-majors-late"},
		{"another stage 2 after that", toMajors, "2027-03-01 stage-2-concluded clear", certification.DecisionPending, ""},
		{"the clock runs from the last stage 2", toMajors + "; 2026-12-15 stage-2-concluded majors-open", "2027-06-15 findings-resolved", certification.DecisionPending, ""},
		{"plans of minors know no such limit", toStageTwo + "; 2026-04-15 stage-2-concluded plans-open", "2027-04-15 findings-resolved", certification.DecisionPending, ""},
		{"grant", toDecision, "2026-05-04 granted by=p-decider", certification.Certified, ""},
		{"grant by an auditor", toDecision, "2026-05-04 granted by=p-decider,p-auditor", certification.DecisionPending, "by/1 event-decider"},
		{"refuse", toDecision, "2026-05-04 refused", certification.Refused, ""},
		{"refuse by an auditor", toDecision, "2026-05-04 refused by=p-lead", certification.DecisionPending, "by/0 event-decider"},
		{"suspend", toCertified, "2026-08-31 suspended audits-refused", certification.Suspended, ""},
		{"restore on the last day", toSuspended, "2027-02-28 restored", certification.Certified, ""},
		{"restore a day late", toSuspended, "2027-03-01 restored", certification.Suspended, "on event-suspension-late"},
		{"withdraw after that", toSuspended, "2027-03-01 withdrawn", certification.Withdrawn, ""},
		{"reduce the scope after that", toSuspended, "2027-03-01 scope-reduced scope=less", certification.Certified, ""},
		{"surveillance goes well", toCertified + "; 2027-03-01 surveillance-concluded clear", "2027-03-20 maintained", certification.Certified, ""},
		{"surveillance with minors", toCertified + "; 2027-03-01 surveillance-concluded plans-open", "2027-03-20 maintained", certification.Certified, ""},
		{"the plans of its minors are accepted later", toCertified + "; 2027-03-01 surveillance-concluded plans-open; 2027-03-20 maintained", "2027-04-01 findings-resolved", certification.Certified, ""},
		{"surveillance with majors", toCertified + "; 2027-03-01 surveillance-concluded majors-open", "2027-03-20 maintained", certification.Certified, "type event-findings-open"},
		{"renew on the last day", toRecert, "2029-05-03 renewed by=p-decider", certification.Certified, ""},
		{"extend the scope", toCertified, "2026-09-01 scope-extended scope=more", certification.Certified, ""},
		{"reduce the scope", toCertified, "2026-09-01 scope-reduced scope=less", certification.Certified, ""},
		{"restore an expired one on the last day", toRecert, "2029-11-03 renewed", certification.Certified, ""},
		{"restore an expired one a day late", toRecert, "2029-11-04 renewed", certification.Expired, "on event-restore-late"},
		{"stage 2 after that", toCertified, "2029-11-04 stage-2-concluded majors-open", certification.StageTwoPending, ""},
		{"stage 2 after that, clear", toCertified, "2029-11-04 stage-2-concluded clear", certification.DecisionPending, ""},
		{"stage 2 before that", toCertified, "2029-11-03 stage-2-concluded clear", certification.Expired, "on event-still-restorable"},
		{"withdraw", toCertified, "2026-09-01 withdrawn", certification.Withdrawn, ""},
		{"withdraw at the client's request", toSuspended, "2026-09-01 withdrawn client-request", certification.Withdrawn, ""},
		{"apply again after a refusal", toRefused, "2026-09-01 applied", certification.Applicant, ""},
		{"apply again after a withdrawal", toCertified + "; 2026-09-01 withdrawn", "2026-09-01 applied", certification.Applicant, ""},
		{"transfer", toCertified, "2026-09-01 transferred body=second", certification.Certified, ""},
		{"transfer while suspended", toSuspended, "2026-09-01 transferred body=second", certification.Suspended, "type event-illegal"},
	} {
		t.Run(c.name, func(t *testing.T) {
			history := c.history + "; " + c.event
			cert := certificate(t, history)
			got, problem := replay(t, history, at(cert))
			if c.problem != "" {
				if want := "/" + aims.Field("events", len(cert.Events)-1) + "/" + c.problem; problem != want {
					t.Errorf("got %q, want %q", problem, want)
				}
				if got, problem = replay(t, c.history, at(cert)); problem != "" {
					t.Fatal(problem)
				}
				problem = ""
			}
			if got.State != c.want || problem != "" {
				t.Errorf("got %s, want %s, problems %q", got.State, c.want, problem)
			}
		})
	}
}

// TestEventsOutOfPlace: every event in every state; what the table does not
// allow is refused, and the state stays.
func TestEventsOutOfPlace(t *testing.T) {
	states := []struct {
		history string
		want    string // the events that can follow
	}{
		{"", "applied"},
		{toApplicant, "application-reviewed stage-1-concluded"},
		{toStageTwo, "stage-2-concluded findings-resolved"},
		{toDecision, "granted refused"},
		{toRefused, "applied"},
		{toCertified, "findings-resolved surveillance-concluded maintained recertification-concluded renewed suspended withdrawn scope-extended scope-reduced transferred"},
		{toSuspended, "findings-resolved surveillance-concluded recertification-concluded restored withdrawn scope-reduced"},
		{toCertified + "; 2027-01-01 withdrawn", "applied"},
		{toCertified + "; 2029-05-04 restored", "applied stage-2-concluded findings-resolved recertification-concluded renewed"},
	}
	for _, s := range states {
		var got []string
		for _, typ := range audit.EventTypes() {
			cert := certificate(t, s.history)
			e := audit.Event{Type: typ, On: aims.MustDate("2029-05-04"), Ground: audit.Failure, Scope: &audit.CertifiedScope{}, Body: &audit.Body{}}
			if !strings.HasSuffix(s.history, "restored") {
				e.On = aims.MustDate("2027-01-01")
			}
			cert.Events = append(cert.Events, e)
			_, err := certification.Replay(cert, e.On, certification.Default())
			illegal := slices.ContainsFunc(aims.Problems(err), func(p aims.Problem) bool {
				return p.Code == certification.EventIllegal && p.Path == "/"+aims.Field("events", len(cert.Events)-1)+"/type"
			})
			if !illegal {
				got = append(got, string(typ))
			}
		}
		if diff := cmp.Diff(strings.Fields(s.want), got); diff != "" {
			t.Errorf("after %q (-want +got)\n%s", s.history, diff)
		}
	}
}

// TestReplay_refuses: each sentence names the place, the rule and the remedy.
func TestReplay_refuses(t *testing.T) {
	const recertified = "; 2029-02-12 recertification-concluded "
	for _, c := range []struct{ name, history, want string }{
		{"days out of order", toApplicant + "; 2026-01-11 stage-1-concluded ready", "/events/2/on aims/dates-swapped 2026-01-11 lies before the event before, 2026-01-12; correct one of the two"},
		{"what cannot follow", toStageTwo + "; 2026-04-01 granted", "/events/3/type certification/event-illegal granted cannot happen in the state stage-2-pending (9.5.3); what can: stage-2-concluded, findings-resolved"},
		{"nobody applied", "2026-04-01 granted", "/events/0/type certification/event-illegal granted cannot happen in the state none (9.5.3); what can: applied"},
		{"stage 1 without a review", "2026-01-05 applied; 2026-02-01 stage-1-concluded ready", "/events/1/type certification/event-unreviewed stage 1 needs a reviewed application (9.1.2); add the review before it"},
		{"the review of an earlier application", toRefused + "; 2026-06-01 applied; 2026-07-01 stage-1-concluded ready", "/events/6/type certification/event-unreviewed stage 1 needs a reviewed application (9.1.2); add the review before it"},
		{"stage 1 ends like stage 2", toApplicant + "; 2026-03-02 stage-1-concluded clear", "/events/2/outcome certification/event-outcome stage-1-concluded cannot end with clear (9.3.1); write ready or not-ready"},
		{"stage 2 ends like stage 1", toStageTwo + "; 2026-04-02 stage-2-concluded ready", "/events/3/outcome certification/event-outcome stage-2-concluded cannot end with ready (9.3.1); write clear, plans-open or majors-open"},
		{"an audit without an outcome", toCertified + "; 2027-04-02 surveillance-concluded", "/events/5/outcome aims/missing this field is required; fill it in"},
		{"nothing to resolve before stage 2", toStageTwo + "; 2026-04-02 findings-resolved", "/events/3/type certification/event-nothing-open no finding is open here (9.5.2); take the event out, or correct the outcome of the audit before"},
		{"nothing to resolve later", toCertified + "; 2027-04-02 surveillance-concluded clear; 2027-04-03 findings-resolved", "/events/6/type certification/event-nothing-open no finding is open here (9.5.2); take the event out, or correct the outcome of the audit before"},
		{"effect before the decision", toDecision + "; 2026-05-04 granted effective=2026-05-03", "/events/4/effective certification/event-effective-early granted takes effect on 2026-05-03, before the decision of 2026-05-04 (8.2.2); correct one of the two"},
		{"everything about one decision", toDecision + "; 2026-05-04 granted effective=2026-05-01 expires=2029-05-05 clear failure by=p-lead,p-x,p-auditor", "/events/4/effective certification/event-effective-early granted takes effect on 2026-05-01, before the decision of 2026-05-04 (8.2.2); correct one of the two, " +
			"/events/4/outcome certification/event-field this field says nothing about the event granted; leave it out, " +
			"/events/4/ground certification/event-field this field says nothing about the event granted; leave it out, " +
			"/events/4/by/0 certification/event-decider p-lead audited on 2026-04-15 and cannot take this decision (9.5.1); name those who really decided, or decide again, " +
			"/events/4/by/2 certification/event-decider p-auditor audited on 2026-04-15 and cannot take this decision (9.5.1); name those who really decided, or decide again, " +
			"/events/4/expires certification/event-expiry granted makes the certificate valid through 2029-05-05; the last day lies from 2026-05-04 to 2029-05-04 (9.5.3), so correct it"},
		{"valid for longer than the cycle", toDecision + "; 2026-05-04 granted expires=2029-05-05", "/events/4/expires certification/event-expiry granted makes the certificate valid through 2029-05-05; the last day lies from 2026-05-04 to 2029-05-04 (9.5.3), so correct it"},
		{"ends before it takes effect", toDecision + "; 2026-05-04 granted effective=2026-06-01 expires=2026-05-31", "/events/4/expires certification/event-expiry granted makes the certificate valid through 2026-05-31; the last day lies from 2026-06-01 to 2029-05-04 (9.5.3), so correct it"},
		{"takes effect after its computed end", toDecision + "; 2026-05-04 granted effective=2029-05-04", "/events/4/effective certification/event-expiry granted makes the certificate valid through 2029-05-03; the last day lies from 2029-05-04 to 2029-05-04 (9.5.3), so correct it"},
		{"maintained without a surveillance", toCertified + "; 2027-03-01 maintained", "/events/5/type certification/event-no-surveillance maintained without a surveillance since the last decision (9.6.1); add the surveillance before it"},
		{"maintained twice on one surveillance", toCertified + "; 2027-03-01 surveillance-concluded clear; 2027-03-02 maintained; 2028-03-01 maintained", "/events/7/type certification/event-no-surveillance maintained without a surveillance since the last decision (9.6.1); add the surveillance before it"},
		{"renewed without an audit", toCertified + "; 2029-03-01 renewed", "/events/5/type certification/event-no-recertification renewed without a recertification audit in this cycle (9.6.3); add the audit before it"},
		{"renewed on the audit of the cycle before", toRecert + "; 2029-03-01 renewed; 2029-04-01 renewed", "/events/9/type certification/event-no-recertification renewed without a recertification audit in this cycle (9.6.3); add the audit before it"},
		{"renewed with minors that have no plan", toCertified + recertified + "plans-open; 2029-03-01 renewed", "/events/6/type certification/event-findings-open renewed while findings of the audit of 2029-02-12 stand against it (9.6.3); add the day on which they were resolved"},
		{"renewed with majors from surveillance", toCertified + "; 2028-03-01 surveillance-concluded majors-open" + recertified + "clear; 2029-03-01 renewed", "/events/7/type certification/event-findings-open renewed while findings of the audit of 2028-03-01 stand against it (9.6.3); add the day on which they were resolved"},
		{"renewed with minors from surveillance that have no plan", toCertified + "; 2028-03-01 surveillance-concluded plans-open; 2028-03-02 maintained" + recertified + "clear; 2029-03-01 renewed", "/events/8/type certification/event-findings-open renewed while findings of the audit of 2028-03-01 stand against it (9.6.3); add the day on which they were resolved"},
		{"renewed by the auditor", toRecert + "; 2029-03-01 renewed by=p-lead", "/events/8/by/0 certification/event-decider p-lead audited on 2029-02-12 and cannot take this decision (9.5.1); name those who really decided, or decide again"},
		{"renewed to less than before", toRecert + "; 2029-03-01 renewed expires=2029-05-03", "/events/8/expires certification/event-expiry renewed makes the certificate valid through 2029-05-03; the last day lies from 2029-05-04 to 2032-05-03 (9.6.3), so correct it"},
		{"renewed for longer than the cycle", toRecert + "; 2029-03-01 renewed expires=2032-05-04", "/events/8/expires certification/event-expiry renewed makes the certificate valid through 2032-05-04; the last day lies from 2029-05-04 to 2032-05-03 (9.6.3), so correct it"},
		{"suspended without a ground", toCertified + "; 2027-03-01 suspended", "/events/5/ground aims/missing this field is required; fill it in"},
		{"restored with majors from surveillance", toSuspended + "; 2026-11-01 surveillance-concluded majors-open; 2026-12-01 restored", "/events/7/type certification/event-findings-open restored while findings of the audit of 2026-11-01 stand against it (9.6.5); add the day on which they were resolved"},
		{"restored with majors from recertification", toSuspended + "; 2026-11-01 recertification-concluded majors-open; 2026-12-01 restored", "/events/7/type certification/event-findings-open restored while findings of the audit of 2026-11-01 stand against it (9.6.5); add the day on which they were resolved"},
		{"restored by the auditor", toSuspended + "; 2026-11-01 surveillance-concluded clear by=p-x; 2026-12-01 restored by=p-x", "/events/7/by/0 certification/event-decider p-x audited on 2026-11-01 and cannot take this decision (9.5.1); name those who really decided, or decide again"},
		{"a scope changed to none", toCertified + "; 2027-03-01 scope-extended; 2027-03-01 scope-reduced", "/events/5/scope aims/missing this field is required; fill it in, /events/6/scope aims/missing this field is required; fill it in"},
		{"transferred to nobody", toCertified + "; 2027-03-01 transferred", "/events/5/body aims/missing this field is required; fill it in"},
		{"recertified too late", toCertified + "; 2029-11-04 recertification-concluded clear", "/events/5/on certification/event-restore-late 2029-11-04 lies after 2029-11-03, the last day to restore what expired on 2029-05-03 (9.6.3); at least a stage 2 is needed"},
		{"recertified like stage 1", toCertified + "; 2029-04-04 recertification-concluded ready", "/events/5/outcome certification/event-outcome recertification-concluded cannot end with ready (9.6.3); write clear, plans-open or majors-open"},
		{"a new application while it can be restored", toCertified + "; 2029-11-03 applied", "/events/5/on certification/event-still-restorable through 2029-11-03 the expired certificate is restored by completing the recertification (9.1.1); applied comes after that day"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cert := certificate(t, c.history)
			standing, err := certification.Replay(cert, at(cert), certification.Default())
			var got []string
			for _, p := range aims.Problems(err) {
				got = append(got, p.String())
			}
			if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(certification.Standing{}, standing); diff != "" {
				t.Errorf("a standing in spite of that\n%s", diff)
			}
		})
	}
}

// TestReplay_fields: a field that says nothing about an event is not passed
// over silently.
func TestReplay_fields(t *testing.T) {
	body, scope := audit.Body{Name: "b"}, audit.CertifiedScope{Text: "s"}
	day := aims.MustDate("2026-01-12")
	for _, c := range []struct {
		event audit.Event
		want  string
	}{
		{audit.Event{Effective: day}, "effective"},
		{audit.Event{Expires: day}, "expires"},
		{audit.Event{Outcome: audit.Clear}, "outcome"},
		{audit.Event{Ground: audit.Failure}, "ground"},
		{audit.Event{Scope: &scope}, "scope"},
		{audit.Event{Body: &body}, "body"},
	} {
		c.event.Type, c.event.On = audit.ApplicationReviewed, day
		cert := certificate(t, "2026-01-05 applied")
		cert.Events = append(cert.Events, c.event)
		_, err := certification.Replay(cert, day, certification.Default())
		p := aims.Problems(err)
		if len(p) != 1 || p[0].Code != certification.EventField || p[0].Path != "/events/1/"+c.want {
			t.Errorf("%s: got %v", c.want, err)
		}
	}
}

// Malformed events are reported as their own Validate says, and passed over.
func TestReplay_malformed(t *testing.T) {
	cert := certificate(t, toApplicant)
	cert.Events = append(cert.Events, audit.Event{}, audit.Event{Type: "expired", On: aims.MustDate("2026-02-01")}, audit.Event{Type: audit.Applied, On: -5})
	_, err := certification.Replay(cert, aims.MustDate("2026-02-01"), certification.Default())
	want := []string{"/events/2/type aims/missing", "/events/2/on aims/missing", "/events/3/type aims/word-unknown", "/events/4/on aims/date-malformed"}
	var got []string
	for _, p := range aims.Problems(err) {
		got = append(got, p.Path+" "+string(p.Code))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestReplay_arguments(t *testing.T) {
	_, err := certification.Replay(certificate(t, toCertified), 0, certification.Policy{})
	problems := aims.Problems(err)
	if len(problems) != 2 || problems[0].Path != "/policy" || problems[len(problems)-1].Path != "/at" {
		t.Errorf("got %v", err)
	}
	empty, err := certification.Replay(audit.Certificate{}, aims.MustDate("2026-01-01"), certification.Default())
	if diff := cmp.Diff(certification.Standing{At: aims.MustDate("2026-01-01")}, empty); diff != "" || err != nil {
		t.Errorf("an empty file: %v\n%s", err, diff)
	}
}

// TestReplay_seesOnlyThePast: what is dated later is not seen, wherever it
// stands and whatever is wrong with it.
func TestReplay_seesOnlyThePast(t *testing.T) {
	now := aims.MustDate("2026-06-01")
	want, _ := replay(t, toCertified, now)
	got, problem := replay(t, "2026-06-02 withdrawn; "+toCertified+"; 2027-01-01 granted", now)
	if diff := cmp.Diff(want, got); diff != "" || problem != "" {
		t.Errorf("%s (-want +got)\n%s", problem, diff)
	}
}

// TestValidAfterSuspension: the certificate is valid again from the day on which
// what ended the suspension takes effect, not from the day of the decision.
func TestValidAfterSuspension(t *testing.T) {
	for _, c := range []struct {
		name, history, day string
		want               bool
	}{
		{"restored, not in effect yet", toSuspended + "; 2026-10-01 restored effective=2026-10-15", "2026-10-14", false},
		{"restored, in effect", toSuspended + "; 2026-10-01 restored effective=2026-10-15", "2026-10-15", true},
		{"restored at once", toSuspended + "; 2026-10-01 restored", "2026-10-01", true},
		{"reduced, not in effect yet", toSuspended + "; 2026-10-01 scope-reduced scope=less effective=2026-10-15", "2026-10-14", false},
		{"reduced, in effect", toSuspended + "; 2026-10-01 scope-reduced scope=less effective=2026-10-15", "2026-10-15", true},
		{"reduced while it is valid", toCertified + "; 2026-10-01 scope-reduced scope=less effective=2026-10-15", "2026-10-14", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, problem := replay(t, c.history, aims.MustDate(c.day))
			if problem != "" || got.State != certification.Certified || got.Valid != c.want {
				t.Errorf("got %s, valid %t, problems %q; want valid %t", got.State, got.Valid, problem, c.want)
			}
		})
	}
}

func TestStateWords(t *testing.T) {
	for s := certification.Applicant; s.Known(); s++ {
		text, err := s.MarshalText()
		var back certification.State
		if err != nil || back.UnmarshalText(text) != nil || back != s {
			t.Errorf("%s does not round-trip", s)
		}
	}
	if _, err := certification.State(0).MarshalText(); err == nil || certification.State(0).Known() {
		t.Error("no state has a word")
	}
	var s certification.State
	if s.UnmarshalText([]byte("certificated")) == nil || s.UnmarshalText(nil) == nil {
		t.Error("an unknown state was read")
	}
}
