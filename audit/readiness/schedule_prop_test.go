package readiness_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawWork draws actions with durations that wait for each other, none of
// which can be left out.
func drawWork(t *rapid.T) ([]readiness.Action, readiness.Goal) {
	report := planReport(t)
	var list []readiness.Action
	var goal readiness.Goal
	for i := range rapid.IntRange(1, 12).Draw(t, "actions") {
		a := readiness.Action{
			ID: readiness.ActionID(fmt.Sprintf("a-%02d", i)), Title: "work", Type: readiness.ActionControl,
			Cost: aims.AmountInt(int64(1 + i)), Currency: "EUR", Days: rapid.IntRange(1, 50).Draw(t, "days"),
			Effects: []readiness.Effect{{Key: report.Items[40+i].Key, Verdict: aims.Conforms}},
		}
		for _, before := range list {
			if rapid.IntRange(0, 4).Draw(t, "after") == 0 {
				a.After = append(a.After, before.ID)
			}
		}
		goal.Conform = append(goal.Conform, report.Items[40+i].Key)
		list = append(list, a)
	}
	return list, goal
}

// TestPlan_calendar: nothing starts before what it needs is finished, no more
// runs at a time than there are places, no place stands idle while something
// could start, and with places for all the end is that of the longest chain.
func TestPlan_calendar(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		actions, goal := drawWork(t)
		o := readiness.PlanOptions{
			Start: aims.MustDate("2026-01-31").AddDays(rapid.IntRange(0, 60).Draw(t, "start")), Parallel: rapid.IntRange(0, 4).Draw(t, "parallel"),
		}
		s, err := readiness.Plan(planReport(t), actions, goal, o)
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Actions) != len(actions) {
			t.Fatalf("%d of %d actions", len(s.Actions), len(actions))
		}
		days := make(map[readiness.ActionID]readiness.ScheduledAction)
		for _, a := range s.Actions {
			days[a.Action] = a
		}
		running := func(day aims.Date) (n int) {
			for _, a := range s.Actions {
				if a.Starts <= day && day <= a.Ends {
					n++
				}
			}
			return n
		}
		ready := func(a readiness.Action) aims.Date {
			day := o.Start
			for _, id := range a.After {
				day = max(day, days[id].Ends+1)
			}
			return day
		}
		longest := make(map[readiness.ActionID]aims.Date)
		var critical aims.Date
		for _, a := range actions {
			start := o.Start
			for _, id := range a.After {
				start = max(start, longest[id]+1)
			}
			longest[a.ID] = start.AddDays(a.Days - 1)
			critical = max(critical, longest[a.ID])
			got := days[a.ID]
			if got.Ends != got.Starts.AddDays(a.Days-1) || got.Starts < ready(a) {
				t.Fatalf("%s takes %d days and can start on %s, but is planned from %s to %s", a.ID, a.Days, ready(a), got.Starts, got.Ends)
			}
			for day := ready(a); day < got.Starts; day++ {
				if o.Parallel == 0 || running(day) < o.Parallel {
					t.Fatalf("on %s a place is free, and %s waits", day, a.ID)
				}
			}
			if n := running(got.Starts); o.Parallel > 0 && n > o.Parallel {
				t.Fatalf("on %s %d actions run", got.Starts, n)
			}
		}
		if o.Parallel == 0 && s.Finish != critical || s.Finish < critical {
			t.Fatalf("the work ends on %s, the longest chain on %s", s.Finish, critical)
		}
		months(t, s)
	})
}

// months checks that each milestone holds what ends in its month.
func months(t *rapid.T, s readiness.Schedule) {
	last := 0
	for _, m := range s.Milestones {
		if m.Month <= last || m.Ends != s.Options.Start.AddMonths(m.Month).AddDays(-1) {
			t.Fatalf("month %d after %d ends on %s", m.Month, last, m.Ends)
		}
		last = m.Month
		var want []readiness.ActionID
		for _, a := range s.Actions {
			if a.Ends <= m.Ends && a.Ends >= s.Options.Start.AddMonths(m.Month-1) {
				want = append(want, a.Action)
			}
		}
		slices.Sort(want)
		got := slices.Sorted(slices.Values(m.Finished))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("month %d (-want +got)\n%s", m.Month, diff)
		}
	}
}
