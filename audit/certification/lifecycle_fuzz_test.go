package certification_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
)

// Three bytes make an event: days since the one before, type, and word. What
// Replay refuses, and the state that it ends in, is what the slow twin says.
func FuzzReplay(f *testing.F) {
	f.Add([]byte{0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 2, 0, 5, 0})                                                          // granted
	f.Add([]byte{0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 4, 184, 4, 0})                                                        // majors of stage 2 verified
	f.Add([]byte{0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 2, 0, 5, 0, 1, 11, 0, 184, 12, 0})                                    // suspended and restored
	f.Add([]byte{0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 2, 0, 5, 0, 255, 9, 2, 255, 10, 0, 255, 9, 3, 255, 4, 0, 255, 10, 0}) // renewed twice
	types := audit.EventTypes()
	words := []audit.Outcome{audit.Ready, audit.NotReady, audit.Clear, audit.PlansOpen, audit.MajorsOpen}
	f.Fuzz(func(t *testing.T, data []byte) {
		on := aims.MustDate("2024-02-29")
		var events []audit.Event
		var want, got []string
		var r reference
		for ; len(data) >= 3 && len(events) < 100; data = data[3:] {
			on = on.AddDays(int(data[0]) * (1 + int(data[2]>>6)))
			e := audit.Event{Type: types[int(data[1])%len(types)], On: on}
			switch {
			case e.Type.ConcludesAudit():
				e.Outcome = words[int(data[2]&63)%len(words)]
			case e.Type == audit.Suspended:
				e.Ground = audit.ClientRequest
			case e.Type == audit.ScopeExtended, e.Type == audit.ScopeReduced:
				e.Scope = &audit.CertifiedScope{Text: "other"}
			case e.Type == audit.Transferred:
				e.Body = &audit.Body{Name: "other", Accreditation: audit.Accreditation{By: "accreditor"}}
			}
			if r.may(e) {
				r.legal = append(r.legal, e)
			} else {
				want = append(want, fmt.Sprintf("/events/%d", len(events)))
			}
			events = append(events, e)
		}
		policy := certification.Default()
		_, err := certification.Replay(file(events), on, policy)
		for _, p := range aims.Problems(err) {
			got = append(got, strings.Join(strings.Split(p.Path, "/")[:3], "/"))
		}
		if !slices.Equal(want, got) {
			t.Fatalf("refused %v, want %v\n%v", got, want, err)
		}
		s, err := certification.Replay(file(r.legal), on, policy)
		if err != nil || s.State.String() != r.state(day(on)) {
			t.Fatalf("%s, want %s, %v", s.State, r.state(day(on)), err)
		}
		for _, a := range s.Due {
			if a.Latest != 0 && a.Latest < a.Earliest {
				t.Errorf("%s is due from %s to %s", a.ID, a.Earliest, a.Latest)
			}
		}
	})
}

// What State reads it writes again.
func FuzzState(f *testing.F) {
	for _, w := range []string{"applicant", "stage-2-pending", "expired", "", "Expired"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var s certification.State
		if s.UnmarshalText([]byte(text)) == nil && (s.String() != text || !s.Known()) {
			t.Errorf("%q reads as %s", text, s)
		}
	})
}
