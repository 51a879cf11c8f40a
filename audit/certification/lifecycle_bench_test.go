package certification_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
)

// Reading an event allocates nothing.
func TestReplay_allocations(t *testing.T) {
	policy := certification.Default()
	allocations := func(n int) float64 {
		cert := manyEvents(n)
		return testing.AllocsPerRun(2, func() {
			if _, err := certification.Replay(cert, cert.Events[n-1].On, policy); err != nil {
				t.Fatal(err)
			}
		})
	}
	if few, many := allocations(100), allocations(2000); few != many {
		t.Errorf("%v allocations for 100 events, %v for 2000", few, many)
	}
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
