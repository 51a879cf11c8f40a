package audit_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestCarryForward(t *testing.T) {
	training := aims.ClauseKey("7.2")
	graded := func(f audit.Finding, g audit.Grade) audit.Finding {
		f.Grade = g
		return f
	}
	from := func(f audit.Finding, a audit.AuditID) audit.Finding {
		f.Audit = a
		return f
	}
	all := []audit.Finding{
		from(minor("old", training, "2026-01-01"), "internal"),
		from(steps(minor("disputed", training, "2026-02-01"), audit.Disputed), "internal"),
		from(steps(minor("accepted", training, "2026-02-02"), audit.Accepted), "internal"),
		from(steps(minor("planned", training, "2026-02-03"), audit.Accepted, audit.PlanAccepted), "internal"),
		from(steps(minor("corrected", training, "2026-02-04"), audit.Accepted, audit.PlanAccepted, audit.Corrected), "internal"),
		from(steps(minor("done", training, "2026-02-05"), audit.Accepted, audit.PlanAccepted, audit.ActionDone), "internal"),
		from(steps(minor("in-place", training, "2026-02-06"), audit.Accepted, audit.PlanAccepted, audit.ActionDone, audit.ImplementedVerified), "internal"),
		from(steps(minor("works", training, "2026-02-07"), audit.Accepted, audit.PlanAccepted, audit.ActionDone, audit.ImplementedVerified, audit.EffectVerified), "internal"),
		from(steps(minor("closed", training, "2026-02-08"), audit.Accepted, audit.PlanAccepted, audit.ActionDone, audit.ImplementedVerified, audit.EffectVerified, audit.Closed), "internal"),
		from(steps(minor("reopened", training, "2026-02-09"), audit.Accepted, audit.PlanAccepted, audit.ActionDone, audit.Reopened), "internal"),
		graded(from(minor("major", aims.ClauseKey("9.1"), "2026-03-01"), "internal"), audit.Major),
		graded(from(minor("idea", training, "2026-03-01"), "internal"), audit.Opportunity),
		from(minor("noticed", training, "2026-03-02"), ""),
		from(minor("elsewhere", training, "2026-03-03"), "not-on-record"),
		graded(from(minor("concern", training, "2026-03-04"), "stage-1"), audit.AreaOfConcern),
		from(minor("outside", training, "2026-03-05"), "stage-1"),
		from(minor("now", training, "2026-03-06"), "next"),
		{ID: "draft", Audit: "internal", Grade: audit.Minor, Key: training, On: on("2026-01-01")},
		minor("later", training, "2026-07-01"),
	}
	audits := []audit.Audit{{ID: "internal", Type: audit.Internal}, {ID: "stage-1", Type: audit.StageOne}, {ID: "next", Type: audit.Internal}}
	next := audit.Audit{ID: "next", Type: audit.Internal, Scope: audit.Scope{Keys: []aims.Key{aims.ClauseKey("7")}}}
	type line struct {
		Finding audit.FindingID
		Task    audit.Task
		Outside bool
	}
	agenda := func(next audit.Audit) (list []line) {
		for _, c := range audit.CarryForward(all, nil, audits, next, on(day)) {
			if !c.Task.Known() || c.Task == "" {
				t.Errorf("%s is no task", c.Task)
			}
			list = append(list, line{c.Finding, c.Task, c.Outside})
		}
		return list
	}
	if diff := cmp.Diff([]line{
		{"major", audit.TaskAnswer, true},
		{"old", audit.TaskAnswer, false},
		{"disputed", audit.TaskSettle, false},
		{"accepted", audit.TaskPlan, false},
		{"planned", audit.TaskPress, false},
		{"corrected", audit.TaskPress, false},
		{"done", audit.TaskImplement, false},
		{"in-place", audit.TaskEffect, false},
		{"works", audit.TaskClose, false},
		{"reopened", audit.TaskPlan, false},
		{"noticed", audit.TaskAnswer, false},
		{"elsewhere", audit.TaskAnswer, false},
	}, agenda(next)); diff != "" {
		t.Errorf("internal (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]line{
		{"elsewhere", audit.TaskAnswer, true}, {"outside", audit.TaskAnswer, true}, {"concern", audit.TaskResolved, true},
	}, agenda(audit.Audit{ID: "stage-2", Type: audit.StageTwo})); diff != "" {
		t.Errorf("stage 2 (-want +got)\n%s", diff)
	}
}

func TestCarryForward_actions(t *testing.T) {
	f := minor("f", aims.ClauseKey("7.2"), "2026-01-01")
	f.Systems = []aims.SystemID{"s"}
	actions := []audit.CorrectiveAction{
		{ID: "a", Findings: []audit.FindingID{"f"}, Owner: "p-1", Due: on("2026-06-29")},
		{ID: "b", Findings: []audit.FindingID{"e", "f"}, Owner: "p-1", Due: on("2026-05-01"), Closed: on("2026-07-01")},
		{ID: "c", Findings: []audit.FindingID{"f"}, Owner: "p-2", Due: on("2026-01-31"), Closed: on(day)},
		{ID: "d", Findings: []audit.FindingID{"f"}, Due: on(day)},
		{ID: "e", Findings: []audit.FindingID{"e"}, Owner: "p-3"},
		{ID: "later", Findings: []audit.FindingID{"f"}, Recorded: on("2026-07-01")},
	}
	got := audit.CarryForward([]audit.Finding{f}, actions, nil, audit.Audit{}, on(day))
	want := []audit.Carried{{
		Finding: "f", Title: "f", Audit: f.Audit, Key: f.Key, Systems: f.Systems, Grade: audit.Minor, On: f.On, State: audit.Issued, Task: audit.TaskAnswer,
		Actions: []audit.ActionID{"a", "b", "c", "d"}, Owners: []aims.PersonID{"p-1", "p-2"}, Overdue: on("2026-05-01"), Outside: true,
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Of a chain only the last is on the agenda, with the number of times; a draft
// carries nothing yet, and a circle hides nothing.
func TestCarryForward_chains(t *testing.T) {
	k := aims.ClauseKey("7.2")
	a, b, c := minor("a", k, "2026-01-01"), carrying(minor("b", k, "2026-02-01"), "a"), carrying(minor("c", k, "2026-03-01"), "b")
	draft := c
	draft.Steps = nil
	for _, test := range []struct {
		desc string
		all  []audit.Finding
		want map[audit.FindingID]int
	}{
		{"a chain", []audit.Finding{c, a, b}, map[audit.FindingID]int{"c": 2}},
		{"a chain that ends in a draft", []audit.Finding{draft, a, b}, map[audit.FindingID]int{"b": 1}},
		{"the last is closed", []audit.Finding{a, steps(b, audit.Accepted, audit.PlanAccepted, audit.ActionDone, audit.ImplementedVerified, audit.EffectVerified, audit.Closed)}, map[audit.FindingID]int{}},
		{"the last was withdrawn", []audit.Finding{a, steps(b, audit.Disputed, audit.Closed)}, map[audit.FindingID]int{"a": 0}},
		{"a circle", []audit.Finding{carrying(a, "c"), b, c}, map[audit.FindingID]int{"c": 2}},
		{"a circle on one day", []audit.Finding{carrying(minor("x", k, "2026-01-01"), "y"), carrying(minor("y", k, "2026-01-01"), "x")}, map[audit.FindingID]int{"y": 1}},
		{"the earlier is not on record", []audit.Finding{b}, map[audit.FindingID]int{"b": 0}},
	} {
		got := make(map[audit.FindingID]int)
		for _, c := range audit.CarryForward(test.all, nil, nil, audit.Audit{}, on(day)) {
			got[c.Finding] = c.Times
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.desc, diff)
		}
	}
}

// Every open finding of another audit is on the agenda, or one that carries it
// forward stands for it, so that none is lost.
func TestCarryForward_nothingLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := []audit.FindingID{"a", "b", "c", "d", "e"}
		byID := make(map[audit.FindingID]audit.Finding)
		var all []audit.Finding
		for _, id := range ids {
			f := minor(id, aims.ClauseKey("7.2"), on("2026-01-01").AddDays(rapid.IntRange(0, 3).Draw(t, "day")).String())
			f.Carried = rapid.SampledFrom(append([]audit.FindingID{"", "z"}, ids...)).Draw(t, "carried")
			if rapid.Bool().Draw(t, "draft") {
				f.Steps = nil
			}
			all, byID[id] = append(all, f), f
		}
		listed := make(map[audit.FindingID]bool)
		for _, c := range audit.CarryForward(all, nil, nil, audit.Audit{}, on(day)) {
			listed[c.Finding] = true
			for f := byID[c.Finding]; f.Carried != "" && f.Carried != "z" && f.Carried != f.ID && !listed[f.Carried]; f = byID[f.Carried] {
				listed[f.Carried] = true
			}
		}
		for _, f := range all {
			if f.Open(on(day)) && !listed[f.ID] {
				t.Fatalf("%s is lost of %+v", f.ID, all)
			}
		}
	})
}
