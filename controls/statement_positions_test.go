package controls_test

import (
	"encoding/json"
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/controls"
)

func TestPositions(t *testing.T) {
	at := aims.MustDate(gen.At)
	key := aims.ControlKey("A.7.3")
	included := func(status controls.Status, evidence ...aims.EvidenceID) *controls.Row {
		r := gen.Included(key)
		r.Status, r.Evidence = status, evidence
		return &r
	}
	excluded := func(change func(*controls.Row)) *controls.Row {
		r := gen.Excluded(key)
		change(&r)
		return &r
	}
	item := func(id aims.EvidenceID, change func(*aims.Evidence)) aims.Evidence {
		e := gen.Accepted(key)
		e.ID = id
		change(&e)
		return e
	}
	rejected := func(e *aims.Evidence) { e.Judgments[0].Accepted = aims.No }
	evidence := gen.Evidence{}
	for _, e := range []aims.Evidence{
		item("good", func(*aims.Evidence) {}),
		item("longer", func(e *aims.Evidence) { e.Expires += 10 }),
		item("endless", func(e *aims.Evidence) { e.Expires = 0 }),
		item("stale", func(e *aims.Evidence) { e.Expires = at - 1 }),
		item("bad", func(e *aims.Evidence) { rejected(e); e.Collected += 5 }),
		item("badBefore", func(e *aims.Evidence) { rejected(e); e.Collected -= 5 }),
		item("badSameDay", rejected),
	} {
		evidence[e.ID] = e
	}
	expiry := evidence["good"].Expires
	tomorrow := included(controls.Implemented, "good")
	tomorrow.Since = at + 1

	for _, c := range []struct {
		desc  string
		row   *controls.Row // nil: none
		state controls.State
		until aims.Date
	}{
		{"no row", nil, controls.StateMissing, 0},
		{"undecided", &controls.Row{Control: key}, controls.StateUndecided, 0},
		{"excluded without a word", excluded(func(r *controls.Row) { r.Exclusions = nil }), controls.StateUnjustified, 0},
		{"excluded, expired", excluded(func(r *controls.Row) { r.Exclusions[0].Until = at - 1 }), controls.StateUnjustified, 0},
		{"excluded", excluded(func(*controls.Row) {}), controls.StateExcluded, 0},
		{"excluded, in place all the same", excluded(func(r *controls.Row) { r.Status = controls.Implemented }), controls.StateUnsettled, 0},
		{"excluded to the day", excluded(func(r *controls.Row) { r.Exclusions[0].Until = at }), controls.StateExcluded, at},
		{"excluded on two grounds, one of which ends", excluded(func(r *controls.Row) {
			second, third := r.Exclusions[0], r.Exclusions[0]
			second.Until, third.Until = at+9, at+5
			r.Exclusions = append(r.Exclusions, second, third)
		}), controls.StateExcluded, at + 5},
		{"not assessed", included(0), controls.StateNotAssessed, 0},
		{"not in place before tomorrow", tomorrow, controls.StateNotAssessed, 0},
		{"planned", included(controls.Planned, "good"), controls.StatePlanned, 0},
		{"refuted", included(controls.Implemented, "bad"), controls.StateRefuted, 0},
		{"refuted in part", included(controls.Partial, "bad"), controls.StateRefuted, 0},
		{"refuted after it was accepted", included(controls.Implemented, "good", "bad"), controls.StateRefuted, 0},
		{"refuted on the day it was accepted", included(controls.Implemented, "badSameDay", "good"), controls.StateRefuted, 0},
		{"accepted after it was refuted", included(controls.Implemented, "badBefore", "good"), controls.StateProven, expiry},
		{"claimed in part", included(controls.Partial, "stale"), controls.StatePartlyClaimed, 0},
		{"refuted last, whatever stands between", included(controls.Implemented, "bad", "badBefore", "good"), controls.StateRefuted, 0},
		{"refuted last, in the order of time", included(controls.Implemented, "badBefore", "good", "bad"), controls.StateRefuted, 0},
		{"proven in part", included(controls.Partial, "good"), controls.StatePartlyProven, expiry},
		{"claimed", included(controls.Implemented), controls.StateClaimed, 0},
		{"claimed with an item that does not exist", included(controls.Implemented, "gone"), controls.StateClaimed, 0},
		{"proven", included(controls.Implemented, "good"), controls.StateProven, expiry},
		{"proven beside an item that does not exist", included(controls.Implemented, "gone", "good"), controls.StateProven, expiry},
		{"proven by the item that lasts longest", included(controls.Implemented, "good", "longer", "stale"), controls.StateProven, expiry + 10},
		{"proven without end", included(controls.Implemented, "good", "endless", "longer"), controls.StateProven, 0},
	} {
		t.Run(c.desc, func(t *testing.T) {
			s := controls.Statement{ID: "soa-1", Version: "1"}
			if c.row != nil {
				s.Rows = []controls.Row{*c.row}
			}
			f, err := controls.NewFacts(gen.Approve(s), at, controls.Edition2023())
			if err != nil {
				t.Fatal(err)
			}
			f.Evidence = evidence.Lookup
			positions := controls.Positions(f)
			if len(positions) != 38 {
				t.Fatalf("%d positions, want 38", len(positions))
			}
			for _, p := range positions {
				want := controls.Position{Control: p.Control}
				if p.Control == key {
					want.State, want.Until = c.state, c.until
				}
				if p != want {
					t.Errorf("got %+v, want %+v", p, want)
				}
			}
			if applies := c.row != nil && c.row.Applicability == controls.Applicable; c.state.Applies() != applies {
				t.Errorf("%s: Applies() = %t", c.state, c.state.Applies())
			}
		})
	}
}

// What is not supplied proves nothing and refutes nothing, and the same facts
// at another day are judged anew.
func TestPositions_noEvidence(t *testing.T) {
	s, evidence := gen.Sound(controls.Edition2023())
	f, err := controls.NewFacts(s, aims.MustDate(gen.At), controls.Edition2023())
	if err != nil {
		t.Fatal(err)
	}
	count := func() map[controls.State]int {
		n := map[controls.State]int{}
		for _, p := range controls.Positions(f) {
			n[p.State]++
		}
		return n
	}
	for _, c := range []struct {
		desc string
		set  func()
		want map[controls.State]int
	}{
		{"no evidence supplied", func() {}, map[controls.State]int{controls.StateClaimed: 32, controls.StatePlanned: 3, controls.StateExcluded: 3}},
		{"evidence", func() { f.Evidence = evidence.Lookup }, map[controls.State]int{controls.StateProven: 32, controls.StatePlanned: 3, controls.StateExcluded: 3}},
		{"a year later", func() { f.At = f.At.AddMonths(12) }, map[controls.State]int{controls.StateClaimed: 32, controls.StatePlanned: 3, controls.StateExcluded: 3}},
		{"before the record", func() { f.At = s.Recorded - 1 }, map[controls.State]int{controls.StateMissing: 38}},
	} {
		c.set()
		if diff := cmp.Diff(c.want, count()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.desc, diff)
		}
	}
}

// An exclusion takes a control out only while the statement is approved as it
// stands and no rule on exclusions is left in doubt; a known gap goes first.
func TestPositions_unsettled(t *testing.T) {
	at := aims.MustDate(gen.At)
	partner, checks := aims.ControlKey("A.10.2"), aims.ControlKey("A.6.2.4")
	for _, c := range []struct {
		desc   string
		spoil  func(*controls.Statement)
		roles  []aims.Role
		states map[aims.Key]controls.State
		until  aims.Date // of the exclusions that hold
	}{
		{"approved", func(*controls.Statement) {}, []aims.Role{aims.RoleUser}, map[aims.Key]controls.State{partner: controls.StateExcluded, checks: controls.StateExcluded}, 0},
		{"approved to the day", func(s *controls.Statement) { s.Approvals[0].Until = at }, []aims.Role{aims.RoleUser}, map[aims.Key]controls.State{partner: controls.StateExcluded, checks: controls.StateExcluded}, at},
		{"never approved", func(s *controls.Statement) { s.Approvals = nil }, []aims.Role{aims.RoleUser}, map[aims.Key]controls.State{partner: controls.StateUnsettled, checks: controls.StateUnsettled}, 0},
		{"approved later", func(s *controls.Statement) { s.Approvals[0].On = at + 1 }, []aims.Role{aims.RoleUser}, map[aims.Key]controls.State{partner: controls.StateUnsettled, checks: controls.StateUnsettled}, 0},
		{"approval voided", func(s *controls.Statement) { s.Version = "1.1" }, []aims.Role{aims.RoleUser}, map[aims.Key]controls.State{partner: controls.StateUnsettled, checks: controls.StateUnsettled}, 0},
		{"approval lapsed", func(s *controls.Statement) { s.Approvals[0].Until = at - 1 }, []aims.Role{aims.RoleUser}, map[aims.Key]controls.State{partner: controls.StateUnsettled, checks: controls.StateUnsettled}, 0},
		{"roles not determined", func(*controls.Statement) {}, nil, map[aims.Key]controls.State{partner: controls.StateExcluded, checks: controls.StateUnsettled}, 0},
		{"a gap, and not approved", func(s *controls.Statement) { s.Approvals = nil }, []aims.Role{aims.RoleDeveloper}, map[aims.Key]controls.State{partner: controls.StateUnsettled, checks: controls.StateUnjustified}, 0},
	} {
		s := gen.Approve(controls.Statement{ID: "soa-1", Version: "1", Rows: []controls.Row{gen.Excluded(partner), gen.Excluded(checks)}})
		c.spoil(&s)
		f, err := controls.NewFacts(s, at, controls.Edition2023())
		if err != nil {
			t.Fatal(err)
		}
		f.Roles = c.roles
		for _, p := range controls.Positions(f) {
			want := controls.Position{Control: p.Control, State: c.states[p.Control]}
			if want.State == controls.StateExcluded {
				want.Until = c.until
			}
			if p != want {
				t.Errorf("%s: got %+v, want %+v", c.desc, p, want)
			}
			if p.State == controls.StateUnsettled && p.State.Applies() {
				t.Errorf("%s: an unsettled control applies", c.desc)
			}
		}
	}
}

// An own control that is recorded later may have a row already; it is not
// asked for and stands nowhere before that day.
func TestPositions_ownControlRecordedLater(t *testing.T) {
	at, key := aims.MustDate(gen.At), aims.Key{Framework: aims.FrameworkOwn, ID: "C-1"}
	own := controls.Custom{Key: key, Recorded: at + 1, Title: "Own control", Purpose: "something of our own", Why: "Annex A has nothing like it"}
	c, err := controls.Edition2023().With(own)
	if err != nil {
		t.Fatal(err)
	}
	listed, evidence := gen.Sound(c)
	unlisted, _ := gen.Sound(controls.Edition2023())
	for _, s := range []controls.Statement{listed, unlisted} {
		f, err := controls.NewFacts(s, at, c)
		if err != nil {
			t.Fatal(err)
		}
		f.Evidence, f.Roles = evidence.Lookup, []aims.Role{aims.RoleDeveloper}
		if got := controls.Check(f, controls.Rules()); len(got) != 0 || len(controls.Positions(f)) != 38 {
			t.Errorf("%d rows: %d positions, %v", len(s.Rows), len(controls.Positions(f)), got)
		}
		f.At++
		missing := len(listed.Rows) - len(s.Rows)
		if got := controls.Check(f, controls.Rules()); len(got) != missing || len(controls.Positions(f)) != 39 {
			t.Errorf("%d rows, the day after: %d positions, %v", len(s.Rows), len(controls.Positions(f)), got)
		}
		f.At, f.Uses = at, []controls.Use{{Control: key}}
		if got := controls.Check(f, controls.Rules()); len(got) != missing {
			t.Errorf("%d rows, used before it is recorded: %v", len(s.Rows), got)
		}
	}
}

// A rule that looks at another day sees the evidence as of that day.
func TestRules_anotherDay(t *testing.T) {
	s, evidence := gen.Sound(controls.Edition2023())
	f, err := controls.NewFacts(s, aims.MustDate(gen.At), controls.Edition2023())
	if err != nil {
		t.Fatal(err)
	}
	f.Evidence = evidence.Lookup
	later := aims.Rule[controls.Facts]{Code: "own/later", Version: 1, Check: func(f controls.Facts) iter.Seq[aims.Observation] {
		f.At = f.At.AddMonths(12)
		for _, r := range controls.Rules() {
			if r.Code == controls.EvidenceLacking {
				return r.Check(f)
			}
		}
		return nil
	}}
	if got := controls.Check(f, []aims.Rule[controls.Facts]{later}); len(got) != 32 {
		t.Errorf("%d controls lack evidence in a year, want 32", len(got))
	}
}

func TestState_text(t *testing.T) {
	for s := controls.StateMissing; s.Known(); s++ {
		data, err := json.Marshal(controls.Position{Control: aims.ControlKey("A.7.3"), State: s})
		if err != nil {
			t.Fatal(err)
		}
		var p controls.Position
		if err := json.Unmarshal(data, &p); err != nil || p.State != s {
			t.Errorf("%s reads back as %s, %v", data, p.State, err)
		}
	}
	if got := controls.State(99); got.Known() || got.Applies() || got.String() != "controls.State(99)" {
		t.Errorf("a state outside its range: %s", got)
	}
}
