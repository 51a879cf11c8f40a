package certification_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"pgregory.net/rapid"
)

// reference is the slow and obvious twin of Replay: it keeps the events that
// were legal so far, and answers every question by looking through all of
// them again. Months are counted on the wall calendar.
type reference struct {
	legal []audit.Event
}

// day and text turn days into those of the wall calendar and back.
func day(d aims.Date) time.Time { return d.Time() }

// months adds months by walking back from the end of a month that is too short.
func months(t time.Time, n int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	for d := t.Day(); ; d-- {
		if got := time.Date(first.Year(), first.Month(), d, 0, 0, 0, 0, time.UTC); got.Month() == first.Month() {
			return got
		}
	}
}

// last returns the index of the last event of one of the types, or -1.
func (r reference) last(types ...audit.EventType) int {
	for i, e := range slices.Backward(r.legal) {
		if slices.Contains(types, e.Type) {
			return i
		}
	}
	return -1
}

// expiry is the last day of validity: of the grant three years less a day,
// and three years more with every renewal, unless the event says otherwise.
func (r reference) expiry() time.Time {
	var until time.Time
	for _, e := range r.legal {
		switch e.Type {
		case audit.Granted:
			until = months(day(e.On), 36).AddDate(0, 0, -1)
		case audit.Renewed:
			until = months(until, 36)
		default:
			continue
		}
		if e.Expires != 0 {
			until = day(e.Expires)
		}
	}
	return until
}

// state at the end of a day, straight from the last event that changes it.
func (r reference) state(at time.Time) string {
	state := ""
	for _, e := range r.legal {
		switch e.Type {
		case audit.Applied:
			state = "applicant"
		case audit.StageOneConcluded:
			if e.Outcome == audit.Ready {
				state = "stage-2-pending"
			}
		case audit.StageTwoConcluded:
			state = "stage-2-pending"
			if e.Outcome == audit.Clear {
				state = "decision-pending"
			}
		case audit.FindingsResolved:
			if state == "stage-2-pending" {
				state = "decision-pending"
			}
		case audit.Granted, audit.Renewed, audit.Restored, audit.ScopeReduced:
			state = "certified"
		case audit.Suspended, audit.Refused, audit.Withdrawn:
			state = string(e.Type)
		}
	}
	if (state == "certified" || state == "suspended") && at.After(r.expiry()) {
		return "expired"
	}
	return state
}

// open returns the last audit of a type if what it found is not resolved: the
// outcome, or "". Nothing from before the last of the given events counts.
func (r reference) open(typ audit.EventType, since ...audit.EventType) (audit.Outcome, bool) {
	i := r.last(typ)
	if i < 0 || i < r.last(since...) {
		return "", false
	}
	if o := r.legal[i].Outcome; r.last(audit.FindingsResolved) < i && o != audit.Clear {
		return o, true
	}
	return "", true
}

// cleared returns the event since which nothing of the last recertification
// audit is open, or -1.
func (r reference) cleared() int {
	audited := r.last(audit.RecertificationConcluded)
	for i := max(audited, 0); i < len(r.legal); i++ {
		if e := r.legal[i]; i == audited && e.Outcome == audit.Clear || e.Type == audit.FindingsResolved {
			return i
		}
	}
	return -1
}

// may says whether an event can follow.
func (r reference) may(e audit.Event) bool {
	on := day(e.On)
	state := r.state(on)
	surveillance, watched := r.open(audit.SurveillanceConcluded, audit.Granted, audit.Renewed, audit.Maintained, audit.Applied)
	recert, recertified := r.open(audit.RecertificationConcluded, audit.Granted, audit.Renewed, audit.Applied)
	restorable := state == "expired" && !on.After(months(r.expiry(), 6))
	lapsed := state == "expired" && r.state(r.expiry()) == "suspended"
	stageTwo, _ := r.open(audit.StageTwoConcluded, audit.StageOneConcluded)
	stageTwoOn := func() time.Time { return day(r.legal[r.last(audit.StageTwoConcluded)].On) }

	switch e.Type {
	case audit.Applied:
		return state == "" || state == "refused" || state == "withdrawn" || state == "expired" && !restorable
	case audit.ApplicationReviewed:
		return state == "applicant"
	case audit.StageOneConcluded:
		return state == "applicant" && r.last(audit.ApplicationReviewed) > r.last(audit.Applied) && strings.Contains(string(e.Outcome), "ready")
	case audit.StageTwoConcluded:
		return (state == "stage-2-pending" || state == "expired" && !restorable) && !strings.Contains(string(e.Outcome), "ready")
	case audit.FindingsResolved:
		if state == "stage-2-pending" {
			return stageTwo == audit.PlansOpen || stageTwo == audit.MajorsOpen && !on.After(months(stageTwoOn(), 6))
		}
		return (surveillance != "" || recert != "") && (state == "certified" || state == "suspended" || state == "expired")
	case audit.Granted, audit.Refused:
		return state == "decision-pending"
	case audit.SurveillanceConcluded:
		return (state == "certified" || state == "suspended") && !strings.Contains(string(e.Outcome), "ready")
	case audit.Maintained:
		return state == "certified" && watched && surveillance != audit.MajorsOpen
	case audit.RecertificationConcluded:
		return (state == "certified" || state == "suspended" || restorable) && !strings.Contains(string(e.Outcome), "ready")
	case audit.Renewed:
		if clear := r.cleared(); lapsed && (clear < 0 || r.legal[clear].On < r.legal[r.last(audit.Suspended)].On) {
			return false
		}
		return (state == "certified" || restorable) && recertified && recert == "" && surveillance != audit.MajorsOpen
	case audit.Suspended:
		return state == "certified"
	case audit.Restored:
		return state == "suspended" && !on.After(months(day(r.legal[r.last(audit.Suspended)].On), 6)) && surveillance != audit.MajorsOpen && recert != audit.MajorsOpen
	case audit.Withdrawn, audit.ScopeReduced:
		return state == "certified" || state == "suspended"
	}
	return state == "certified" // scope extended, transferred
}

// histories draws a history: mostly events that can follow, at distances
// around the limits, some that cannot.
func histories(t *rapid.T) ([]audit.Event, []bool) {
	var events []audit.Event
	var legal []bool
	var r reference
	on := aims.MustDate("2026-01-01").AddDays(rapid.IntRange(0, 365).Draw(t, "start"))
	if rapid.IntRange(0, 2).Draw(t, "certified") > 0 { // most that can happen happens there
		for _, e := range []audit.Event{
			{Type: audit.Applied},
			{Type: audit.ApplicationReviewed},
			{Type: audit.StageOneConcluded, Outcome: audit.Ready},
			{Type: audit.StageTwoConcluded, Outcome: audit.Clear},
			{Type: audit.Granted},
		} {
			e.On = on
			r.legal, events, legal = append(r.legal, e), append(events, e), append(legal, true)
		}
	}
	gaps := []int{0, 1, 10, 30, 30, 90, 180, 181, 183, 184, 185, 186, 300, 365, 400, 1095, 1300}
	types := audit.EventTypes()
	for range rapid.IntRange(0, 25).Draw(t, "events") {
		on = on.AddDays(rapid.SampledFrom(gaps).Draw(t, "gap"))
		draw := func(typ audit.EventType) audit.Event {
			e := audit.Event{Type: typ, On: on}
			switch {
			case typ == audit.StageOneConcluded:
				e.Outcome = rapid.SampledFrom([]audit.Outcome{audit.Ready, audit.Ready, audit.Ready, audit.NotReady, audit.Clear}).Draw(t, "outcome")
			case typ.ConcludesAudit():
				e.Outcome = rapid.SampledFrom([]audit.Outcome{audit.Clear, audit.Clear, audit.PlansOpen, audit.MajorsOpen, audit.Ready}).Draw(t, "outcome")
			case typ == audit.Suspended:
				e.Ground = audit.Failure
			case typ == audit.ScopeExtended, typ == audit.ScopeReduced:
				e.Scope = &audit.CertifiedScope{Text: "other"}
			case typ == audit.Transferred:
				e.Body = &audit.Body{Name: "other", Accreditation: audit.Accreditation{By: "accreditor"}}
			}
			return e
		}
		var can []audit.EventType
		for _, typ := range types {
			if e := (audit.Event{Type: typ, On: on, Outcome: audit.Clear}); r.may(e) || typ == audit.StageOneConcluded && r.may(audit.Event{Type: typ, On: on, Outcome: audit.Ready}) {
				can = append(can, typ)
			}
		}
		from := types
		if len(can) > 0 && rapid.IntRange(0, 9).Draw(t, "legal") > 0 {
			from = can
		}
		e := draw(rapid.SampledFrom(from).Draw(t, "type"))
		ok := r.may(e)
		if ok {
			r.legal = append(r.legal, e)
		}
		events, legal = append(events, e), append(legal, ok)
	}
	return events, legal
}

func file(events []audit.Event) audit.Certificate {
	return audit.Certificate{ID: "cert", Body: audit.Body{Name: "b", Accreditation: audit.Accreditation{By: "accreditor"}}, Events: events}
}

// TestReplay_againstReference: the same events are refused, and after the
// others the state and the last day are the same, on every day that matters.
func TestReplay_againstReference(t *testing.T) {
	policy := certification.Default()
	rapid.Check(t, func(t *rapid.T) {
		events, legal := histories(t)
		if len(events) == 0 {
			return
		}
		end := events[len(events)-1].On
		var want, got []string
		r := reference{}
		for i, ok := range legal {
			if ok {
				r.legal = append(r.legal, events[i])
				continue
			}
			want = append(want, fmt.Sprintf("/events/%d", i))
		}
		_, err := certification.Replay(file(events), end, policy)
		for _, p := range aims.Problems(err) {
			parts := strings.Split(p.Path, "/")
			got = append(got, strings.Join(parts[:3], "/"))
		}
		if !slices.Equal(want, got) {
			t.Fatalf("refused %v, want %v\n%v", got, want, err)
		}
		for _, later := range []int{0, 1, 183, 400, 2000} {
			at := end.AddDays(later)
			s, err := certification.Replay(file(r.legal), at, policy)
			if err != nil {
				t.Fatalf("legal events alone: %v", err)
			}
			if want := r.state(day(at)); s.State.String() != want {
				t.Fatalf("on %s: %s, want %s", at, s.State, want)
			}
			if s.Granted != 0 && !day(s.Expires).Equal(r.expiry()) {
				t.Fatalf("valid through %s, want %s", s.Expires, r.expiry().Format(time.DateOnly))
			}
		}
	})
}

// TestReplay_everyPrefixIsLegal, and a day in the past tells the same,
// whatever was recorded since.
func TestReplay_everyPrefixIsLegal(t *testing.T) {
	policy := certification.Default()
	rapid.Check(t, func(t *rapid.T) {
		events, legal := histories(t)
		var good []audit.Event
		for i, e := range events {
			if legal[i] {
				good = append(good, e)
			}
		}
		if len(good) == 0 {
			return
		}
		n := rapid.IntRange(1, len(good)).Draw(t, "prefix")
		at := good[n-1].On
		upTo := good[:n]
		for n < len(good) && good[n].On == at {
			n++
			upTo = good[:n]
		}
		short, err := certification.Replay(file(upTo), at, policy)
		if err != nil {
			t.Fatalf("a prefix: %v", err)
		}
		whole, err := certification.Replay(file(good), at, policy)
		if err != nil {
			t.Fatal(err)
		}
		if short.State != whole.State || short.Since != whole.Since || short.Expires != whole.Expires || len(short.Due) != len(whole.Due) {
			t.Fatalf("on %s: %+v, and with later records %+v", at, short, whole)
		}
	})
}

// TestClause_9_6_3_noWayBackFromExpiry: an expired certificate is certified
// again only after the recertification of its cycle was concluded and cleared
// and decided within six months, or after a stage 2 and a new decision.
func TestClause_9_6_3_noWayBackFromExpiry(t *testing.T) {
	policy := certification.Default()
	rapid.Check(t, func(t *rapid.T) {
		events, legal := histories(t)
		var good []audit.Event
		for i, e := range events {
			if !legal[i] {
				continue
			}
			before, _ := certification.Replay(file(good), e.On, policy)
			good = append(good, e)
			after, err := certification.Replay(file(good), e.On, policy)
			if err != nil {
				t.Fatal(err)
			}
			if before.State != certification.Expired || after.State != certification.Certified {
				continue
			}
			cycle := slices.IndexFunc(good, func(e audit.Event) bool { return e.On >= before.Cycle.From })
			audited := slices.ContainsFunc(good[cycle:], func(e audit.Event) bool { return e.Type == audit.RecertificationConcluded })
			if e.Type != audit.Renewed || !audited || e.On > before.Expires.AddMonths(6) || after.Expires != before.Expires.AddMonths(36) {
				t.Fatalf("%s on %s brought back what expired on %s", e.Type, e.On, before.Expires)
			}
		}
	})
}

func benchmarkReplay(b *testing.B, n int) {
	cert := manyEvents(n)
	at, policy := cert.Events[n-1].On, certification.Default()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := certification.Replay(cert, at, policy); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
}

func BenchmarkReplay(b *testing.B) {
	b.Run("1000", func(b *testing.B) { benchmarkReplay(b, 1000) })
	b.Run("1000000", func(b *testing.B) { benchmarkReplay(b, 1000000) })
}

// manyEvents makes a long legal history: after the grant, surveillances,
// changes of scope, suspensions and restorations without end, many a day.
func manyEvents(n int) audit.Certificate {
	on := aims.MustDate("2026-01-05")
	events := make([]audit.Event, 0, n)
	scope := &audit.CertifiedScope{Text: "s"}
	for _, e := range []audit.Event{
		{Type: audit.Applied},
		{Type: audit.ApplicationReviewed},
		{Type: audit.StageOneConcluded, Outcome: audit.Ready},
		{Type: audit.StageTwoConcluded, Outcome: audit.Clear, By: []aims.PersonID{"p-a"}},
		{Type: audit.Granted, By: []aims.PersonID{"p-b"}},
	} {
		e.On = on
		events = append(events, e)
	}
	for i := 0; len(events) < n; i++ {
		if i%2000 == 0 {
			on = on.AddDays(1)
		}
		e := []audit.Event{
			{Type: audit.SurveillanceConcluded, Outcome: audit.MajorsOpen, By: []aims.PersonID{"p-a"}},
			{Type: audit.FindingsResolved},
			{Type: audit.Maintained},
			{Type: audit.ScopeReduced, Scope: scope},
			{Type: audit.Suspended, Ground: audit.Failure},
			{Type: audit.Restored, By: []aims.PersonID{"p-b"}},
			{Type: audit.RecertificationConcluded, Outcome: audit.Clear},
			{Type: audit.Renewed},
		}[i%8]
		if i%8 == 7 && i%100_000 != 7 { // a renewal adds three years
			e = audit.Event{Type: audit.ScopeExtended, Scope: scope}
		}
		e.On = on
		events = append(events, e)
	}
	return audit.Certificate{ID: "cert", Body: audit.Body{Name: "b"}, Events: events}
}
