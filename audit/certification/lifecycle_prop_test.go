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
			var due []string
			for _, a := range s.Due {
				switch a.Code {
				case certification.DueFirstSurveillance:
					due = append(due, "first")
				case certification.DueSurveillance:
					due = append(due, a.Args["year"])
				}
			}
			slices.Sort(due)
			if want := r.surveillances(day(at)); !slices.Equal(want, due) {
				t.Fatalf("on %s the surveillances %v are due, want %v", at, due, want)
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
