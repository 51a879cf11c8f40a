package audit_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/google/go-cmp/cmp"
)

// An action is late from the day after its last one, never without a last one,
// and seen from the day on which it was recorded.
func TestCarryForward_whenAnActionIsLate(t *testing.T) {
	f := minor("f", aims.ClauseKey("7.2"), "2026-01-01")
	for _, test := range []struct {
		desc    string
		action  audit.CorrectiveAction
		seen    bool
		overdue aims.Date
	}{
		{"due tomorrow", audit.CorrectiveAction{Due: on(day) + 1}, true, 0},
		{"due today", audit.CorrectiveAction{Due: on(day)}, true, 0},
		{"due yesterday", audit.CorrectiveAction{Due: on(day) - 1}, true, on(day) - 1},
		{"due yesterday and closed today", audit.CorrectiveAction{Due: on(day) - 1, Closed: on(day)}, true, 0},
		{"without a last day", audit.CorrectiveAction{}, true, 0},
		{"recorded today", audit.CorrectiveAction{Recorded: on(day), Due: on(day) - 1}, true, on(day) - 1},
		{"recorded tomorrow", audit.CorrectiveAction{Recorded: on(day) + 1, Due: on(day) - 1}, false, 0},
	} {
		test.action.ID, test.action.Findings = "a", []audit.FindingID{"f"}
		agenda := audit.CarryForward([]audit.Finding{f}, []audit.CorrectiveAction{test.action}, nil, audit.Audit{}, on(day))
		if len(agenda) != 1 || agenda[0].Overdue != test.overdue || len(agenda[0].Actions) == 1 != test.seen {
			t.Errorf("%s: %+v", test.desc, agenda)
		}
	}
}

// Of late actions, the one due first says since when, in either order.
func TestCarryForward_lateSince(t *testing.T) {
	f := minor("f", aims.ClauseKey("7.2"), "2026-01-01")
	first := audit.CorrectiveAction{ID: "first", Findings: []audit.FindingID{"f"}, Due: on("2026-02-28")}
	second := audit.CorrectiveAction{ID: "second", Findings: []audit.FindingID{"f"}, Due: on("2026-03-31")}
	for _, actions := range [][]audit.CorrectiveAction{{first, second}, {second, first}} {
		agenda := audit.CarryForward([]audit.Finding{f}, actions, nil, audit.Audit{}, on(day))
		if len(agenda) != 1 || agenda[0].Overdue != first.Due {
			t.Errorf("%+v", agenda)
		}
	}
}

// The opening meeting may fill the first working hours to the last minute; a
// minute more and there is no room.
func TestPlanAudit_openingFillsTheFirstHours(t *testing.T) {
	for _, minutes := range []int{210, 211} {
		timing := audit.DefaultTiming() // the first hours are 09:00 to 12:30
		timing.Opening = minutes
		p, err := audit.PlanAudit(planned(), []aims.Date{on("2026-09-01"), on("2026-09-02")}, nil, audit.DefaultDomains(), timing)
		if minutes == 211 {
			if codes := aims.Problems(err); len(codes) != 1 || codes[0].Code != audit.MeetingsTooLong {
				t.Errorf("an opening of %d minutes: %v", minutes, err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(timing.Hours[0], audit.Span{From: p.Slots[0].From, To: p.Slots[0].To}); diff != "" {
			t.Errorf("the opening (-want +got)\n%s", diff)
		}
	}
}

// A part without an interval takes away no day that another part sets, before
// it or after it.
func TestBasis_Coverage_partWithoutInterval(t *testing.T) {
	set := audit.Part{Title: "every year", Systems: []aims.SystemID{"s-1"}, Every: "P1Y"}
	open := audit.Part{Title: "now and then", Systems: []aims.SystemID{"s-1"}}
	for _, parts := range [][]audit.Part{{set, open}, {open, set}} {
		b := audit.Basis{
			At: on("2026-12-31"), Programme: audit.Programme{ID: "programme", From: on("2026-01-01"), Parts: parts},
			Scope: aims.Scope{ID: "scope", Systems: []aims.SystemID{"s-1"}}, Systems: []aims.AISystem{{ID: "s-1"}},
		}
		got := b.Coverage(audit.CoverageOptions{})
		if due := got.DueBy(on("9999-12-31")); len(due) != 1 || due[0].Every != "P1Y" || due[0].Due != on("2027-01-01") {
			t.Errorf("%s first: due %+v", parts[0].Title, due)
		}
	}
}

// What sets no day is never overdue, and what is due comes by its day.
func TestCoverage_DueBy_order(t *testing.T) {
	if (audit.Covered{}).Overdue(on(day)) {
		t.Error("overdue without a last day")
	}
	c := audit.Coverage{Subjects: []audit.Covered{
		{Subject: audit.Subject{Site: "third"}, Due: on("2026-03-01")},
		{Subject: audit.Subject{Site: "first"}, Due: on("2026-01-01")},
		{Subject: audit.Subject{Site: "never"}},
		{Subject: audit.Subject{Site: "second"}, Due: on("2026-02-01")},
		{Subject: audit.Subject{Site: "second too"}, Due: on("2026-02-01")},
		{Subject: audit.Subject{Site: "later"}, Due: on("2026-03-02")},
	}}
	var got []string
	for _, s := range c.DueBy(on("2026-03-01")) {
		got = append(got, s.Site)
	}
	if diff := cmp.Diff([]string{"first", "second", "second too", "third"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A finding stands for the one that it carries forward from the day on which
// it was found.
func TestCarryForward_fromTheDayItWasFound(t *testing.T) {
	k := aims.ClauseKey("7.2")
	earlier, later := minor("earlier", k, "2026-01-01"), carrying(minor("later", k, day), "earlier")
	for at, want := range map[aims.Date]audit.FindingID{on(day) - 1: "earlier", on(day): "later"} {
		agenda := audit.CarryForward([]audit.Finding{earlier, later}, nil, nil, audit.Audit{}, at)
		if len(agenda) != 1 || agenda[0].Finding != want {
			t.Errorf("on %s: %+v", at, agenda)
		}
	}
}

// The opening meeting names top management by id, in whatever order the
// persons are on record.
func TestPlanAudit_topManagementInOrder(t *testing.T) {
	team := planned()
	team.Basis.Persons = []aims.Person{{ID: "p-z", TopManagement: aims.Yes}, {ID: "p-a", TopManagement: aims.Yes}, {ID: "p-m", TopManagement: aims.Yes}}
	p := plan(t, team, nil, "2026-09-01", "2026-09-02")
	for _, s := range p.Slots {
		if s.Kind != audit.SlotOpening && s.Kind != audit.SlotClosing {
			continue
		}
		if diff := cmp.Diff([]aims.PersonID{"p-a", "p-m", "p-z"}, s.Interview); diff != "" {
			t.Errorf("%s (-want +got)\n%s", s.Title, diff)
		}
	}
}

// A slot may end with the working hours; a minute less, and it finds no room.
func TestPlanAudit_slotFillsTheHours(t *testing.T) {
	team := planned()
	team.Audit.Scope = audit.Scope{Keys: []aims.Key{aims.ClauseKey("5.2")}}
	timing := audit.DefaultTiming()
	timing.Step, timing.Opening, timing.Conclusions, timing.Closing, timing.Requirement = 5, 30, 40, 30, 30
	for _, until := range []audit.Clock{60, 59} {
		timing.Hours = []audit.Span{{From: 0, To: until}, {From: 100, To: 170}}
		p, err := audit.PlanAudit(team, []aims.Date{on("2026-09-01")}, nil, audit.DefaultDomains(), timing)
		if err != nil {
			t.Fatal(err)
		}
		placed := false
		for _, s := range p.Slots {
			placed = placed || s.From == 30 && s.To == 60
		}
		if fits := until == 60; placed != fits || len(p.Unplaced) == 0 != fits {
			t.Errorf("hours until %s: %q", until, lines(p))
		}
	}
}
