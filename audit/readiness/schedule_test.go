package readiness_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
	gen "github.com/aimskit/aimskit/internal/gen/readiness"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// measure returns an action that lets one requirement conform.
func measure(id, clause, cost string, days int) readiness.Action {
	return readiness.Action{
		ID: readiness.ActionID(id), Title: id, Type: readiness.ActionProcess, Cost: aims.MustAmount(cost), Currency: "EUR", Days: days,
		Effects: []readiness.Effect{{Key: aims.ClauseKey(aims.Clause(clause)), Verdict: aims.Conforms}},
	}
}

// TestPlan_obstacles: a goal that actions cannot reach is planned as far as
// they go, and the plan says what stands against the rest.
func TestPlan_obstacles(t *testing.T) {
	gated := planReport(t)
	gated.Conditions = []certification.Condition{
		{Gate: certification.StageOne, Code: "x/open", Met: aims.Yes, Keys: []aims.Key{aims.ClauseKey("4.4")}},
		{Gate: certification.StageOne, Code: "x/policy", Met: aims.No, Keys: []aims.Key{aims.PointKey("5.2/a"), aims.PointKey("4.1/a")}},
		{Gate: certification.StageOne, Code: "x/concern", Met: aims.Unknown, Keys: []aims.Key{aims.PointKey("6.2/a"), aims.PointKey("6.3/a")}, Concerns: []aims.Key{aims.PointKey("6.3/a")}},
		{Gate: certification.StageTwo, Code: "x/audit", Text: "there was an audit", Met: aims.Unknown},
		{Gate: certification.StageTwo, Code: "x/months", Text: "three months passed", Met: aims.No, Keys: []aims.Key{aims.PointKey("4.1/a")}},
		{Gate: certification.StageTwo, Code: "x/elsewhere", Text: "something is there", Met: aims.No, Keys: []aims.Key{{Framework: "own", ID: "C-1"}}},
	}
	all := []readiness.Action{
		measure("policy", "5.2", "10", 5), measure("objectives", "6.2", "20", 5), measure("roles", "5.3", "1", 5), measure("changes", "6.3", "1", 5),
	}
	rivals := slices.Clone(all)
	rivals[0].Excludes = []readiness.ActionID{"objectives"}
	for _, c := range []struct {
		desc      string
		actions   []readiness.Action
		goal      readiness.Goal
		reached   aims.Answer
		obstacles []string
		chosen    []readiness.ActionID
		band      readiness.Band
	}{
		{"the gate opens", all, readiness.Goal{Band: readiness.StageOneReady}, aims.Yes, nil, []readiness.ActionID{"objectives", "policy"}, readiness.StageOneReady},
		{"one action is missing", all[1:], readiness.Goal{Band: readiness.StageOneReady}, aims.No, []string{
			"iso42001/5.2 has to reach the verdict conforms, and no action leads to it",
		}, []readiness.ActionID{"objectives"}, readiness.NotReady},
		{"the next gate asks for more than records", all, readiness.Goal{Band: readiness.StageTwoReady}, aims.No, []string{
			"stage2 asks that there was an audit; no effect of an action brings that about",
			"stage2 asks that three months passed; no effect of an action brings that about",
			"stage2 asks that something is there; no effect of an action brings that about",
		}, []readiness.ActionID{"objectives", "policy"}, readiness.StageOneReady},
		{"the score is out of reach", all, readiness.Goal{Score: aims.MustAmount("0.5")}, aims.No, []string{
			"the score 0.5 is out of reach; all actions together lead to at most 0.0937",
		}, []readiness.ActionID{"changes", "objectives", "policy", "roles"}, readiness.StageOneReady},
		{"rivals", rivals, readiness.Goal{Band: readiness.StageOneReady}, aims.No, []string{
			"no actions that can stand in one plan, and within its budget, reach the goal",
		}, nil, readiness.NotReady},
		{"the budget is too small", all, readiness.Goal{Band: readiness.StageOneReady, Budget: aims.MustAmount("29.99")}, aims.No, []string{
			"no actions that can stand in one plan, and within its budget, reach the goal",
		}, nil, readiness.NotReady},
		{"no action is there", nil, readiness.Goal{Band: readiness.StageOneReady}, aims.No, []string{
			"iso42001/5.2 has to reach the verdict conforms, and no action leads to it",
			"iso42001/6.2 has to reach the verdict conforms, and no action leads to it",
		}, nil, readiness.NotReady},
		{"nothing is left to do", nil, readiness.Goal{Score: aims.MustAmount("0.01")}, aims.Yes, nil, nil, readiness.NotReady},
	} {
		t.Run(c.desc, func(t *testing.T) {
			s, err := readiness.Plan(gated, c.actions, c.goal, readiness.PlanOptions{})
			if err != nil {
				t.Fatal(err)
			}
			var obstacles []string
			for _, o := range s.Obstacles {
				obstacles = append(obstacles, o.Sentence())
			}
			if diff := cmp.Diff(c.obstacles, obstacles); diff != "" {
				t.Errorf("obstacles (-want +got)\n%s", diff)
			}
			var chosen []readiness.ActionID
			for _, a := range s.Actions {
				chosen = append(chosen, a.Action)
			}
			slices.Sort(chosen)
			if diff := cmp.Diff(c.chosen, chosen); diff != "" {
				t.Errorf("chosen (-want +got)\n%s", diff)
			}
			if s.Reached != c.reached || s.Band != c.band || !s.Proved {
				t.Errorf("reached %s, band %s, proved %v", s.Reached, s.Band, s.Proved)
			}
		})
	}
}

// TestPlan_noMajorGap: where a gate asks that no major gap is shown, minor
// gaps will do, and what is unknown has to be shown as well.
func TestPlan_noMajorGap(t *testing.T) {
	verdicts := make(map[string]aims.Verdict)
	for _, i := range planReport(t).Items {
		verdicts[i.Key.ID] = aims.MinorGap
	}
	verdicts["5.2"], verdicts["A.4.2"] = aims.MajorGap, aims.CannotTell
	report := assess(t, with(verdicts), readiness.Default())
	report.Conditions = []certification.Condition{
		{Gate: certification.StageOne, Code: "x/open", Met: aims.Yes},
		{Gate: certification.StageTwo, Code: certification.NoMajorGap, Met: aims.No},
	}
	report.Band = readiness.StageOneReady
	half, control := measure("half", "5.2", "5", 1), measure("control", "5.2", "5", 1)
	half.Effects[0].Verdict = aims.MinorGap
	control.Effects[0] = readiness.Effect{Key: aims.ControlKey("A.4.2"), Verdict: aims.MinorGap}
	goal := readiness.Goal{Band: readiness.StageTwoReady}
	s, err := readiness.Plan(report, []readiness.Action{half, control, measure("whole", "5.2", "6", 1)}, goal, readiness.PlanOptions{})
	if err != nil || s.Reached != aims.Yes || s.Cost.String() != "10" || s.Band != readiness.StageTwoReady {
		t.Errorf("reached %s at %s, %s: %v", s.Reached, s.Cost, s.Band, err)
	}
	s, err = readiness.Plan(report, []readiness.Action{half}, goal, readiness.PlanOptions{})
	if err != nil || s.Reached != aims.No || len(s.Obstacles) != 1 || s.Obstacles[0].Sentence() != "iso42001/A.4.2 has to reach the verdict minor-gap, and no action leads to it" || s.Band != readiness.StageOneReady {
		t.Errorf("reached %s with %v: %v", s.Reached, s.Obstacles, err)
	}
}

// wheel returns actions that give each corner of a wheel one of three colours,
// of which neighbours exclude the same. Three colours do for a rim of even
// length, and not for one of odd length.
func wheel(rim int) ([]readiness.Action, readiness.Goal) {
	var actions []readiness.Action
	var goal readiness.Goal
	neighbours := func(v, w int) bool { return v == 0 || w == 0 || v-w == 1 || v == rim && w == 1 }
	leaves := slices.Collect(aims.Edition2023().Leaves())
	for v := range rim + 1 {
		clause := string(leaves[v+1].Clause)
		goal.Conform = append(goal.Conform, aims.ClauseKey(leaves[v+1].Clause))
		for colour := range 3 {
			a := measure(fmt.Sprintf("%d-%d", v, colour), clause, "1", 1)
			for w := range v {
				if neighbours(v, w) {
					a.Excludes = append(a.Excludes, readiness.ActionID(fmt.Sprintf("%d-%d", w, colour)))
				}
			}
			actions = append(actions, a)
		}
	}
	return actions, goal
}

// TestPlan_unknown: a search that ends without a plan says that it does not
// know, and with more nodes proves that there is none, or finds it.
func TestPlan_unknown(t *testing.T) {
	for _, c := range []struct {
		rim, nodes int
		reached    aims.Answer
		proved     bool
		cost, gap  string
	}{
		{7, 1, aims.Unknown, false, "", ""},
		{7, 0, aims.No, true, "", ""},
		{8, 0, aims.Yes, true, "9", "0"},
	} {
		actions, goal := wheel(c.rim)
		s, err := readiness.Plan(planReport(t), actions, goal, readiness.PlanOptions{Nodes: c.nodes})
		if err != nil {
			t.Fatal(err)
		}
		if s.Reached != c.reached || s.Proved != c.proved || s.Cost.String() != c.cost || s.Gap().String() != c.gap || s.LowerBound.Known() != (c.reached != aims.No) {
			t.Errorf("%d corners, %d nodes: reached %s, proved %v, cost %s, gap %s, bound %s", c.rim, c.nodes, s.Reached, s.Proved, s.Cost, s.Gap(), s.LowerBound)
		}
	}
}

// TestSchedule_gap: what is not found or not proved is never a gap of nothing.
func TestSchedule_gap(t *testing.T) {
	amount := aims.MustAmount
	after := readiness.Bounds{Earned: 1, Judged: 2, Total: 2}
	for _, c := range []struct {
		desc string
		s    readiness.Schedule
		want string
	}{
		{"no plan", readiness.Schedule{LowerBound: amount("5")}, ""},
		{"proved", readiness.Schedule{Proved: true, Cost: amount("5"), LowerBound: amount("5")}, "0"},
		{"a third", readiness.Schedule{Cost: amount("3"), LowerBound: amount("2")}, "0.3334"},
		{"almost proved", readiness.Schedule{Cost: amount("1000000"), LowerBound: amount("999999")}, "0.0001"},
		{"score", readiness.Schedule{Cost: amount("3"), MostScore: amount("0.8"), After: after}, "0.375"},
		{"nothing to lose", readiness.Schedule{Cost: amount("0"), LowerBound: amount("0")}, "0"},
	} {
		if got := c.s.Gap().String(); got != c.want {
			t.Errorf("%s: %q, want %q", c.desc, got, c.want)
		}
	}
}

// TestPlan_order: free places go to the longest chain of work, then to quick wins.
func TestPlan_order(t *testing.T) {
	actions := []readiness.Action{measure("short", "4.4", "500", 10), measure("win", "5.2", "1", 10), measure("last", "6.2", "500", 30), measure("first", "6.3", "500", 5)}
	actions[2].After = []readiness.ActionID{"first"}
	goal := readiness.Goal{}
	for _, a := range actions {
		goal.Conform = append(goal.Conform, a.Effects[0].Key)
	}
	s, err := readiness.Plan(planReport(t), actions, goal, readiness.PlanOptions{Start: aims.MustDate("2026-01-31"), Parallel: 1})
	if err != nil {
		t.Fatal(err)
	}
	day := aims.MustDate
	want := []readiness.ScheduledAction{
		{Action: "first", Starts: day("2026-01-31"), Ends: day("2026-02-04")},
		{Action: "last", Starts: day("2026-02-05"), Ends: day("2026-03-06")},
		{Action: "win", Starts: day("2026-03-07"), Ends: day("2026-03-16"), QuickWin: true},
		{Action: "short", Starts: day("2026-03-17"), Ends: day("2026-03-26")},
	}
	if diff := cmp.Diff(want, s.Actions); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	var ends []string
	for _, m := range s.Milestones {
		ends = append(ends, m.Ends.String()+" "+m.Spent.String())
	}
	if diff := cmp.Diff([]string{"2026-02-27 500", "2026-03-30 1501"}, ends); diff != "" {
		t.Errorf("milestones (-want +got)\n%s", diff)
	}
	if s.Finish != day("2026-03-26") || s.Options.Start != day("2026-01-31") || s.Currency != "EUR" {
		t.Errorf("finish %s, start %s, currency %s", s.Finish, s.Options.Start, s.Currency)
	}
}

// TestPlan_start: without a first day of work the plan starts on the day of
// the report.
func TestPlan_start(t *testing.T) {
	s, err := readiness.Plan(planReport(t), []readiness.Action{measure("p", "5.2", "1", 1)}, readiness.Goal{Conform: []aims.Key{aims.ClauseKey("5.2")}}, readiness.PlanOptions{})
	if err != nil || s.Options.Start != at || s.Actions[0].Starts != at || s.Actions[0].Ends != at {
		t.Errorf("%+v %v", s.Actions, err)
	}
}

func TestQuickWins(t *testing.T) {
	slow, waits, nothing := measure("slow", "4.4", "1", 31), measure("waits", "5.2", "1", 5), measure("nothing", "4.1", "1", 5)
	waits.After = []readiness.ActionID{"slow"}
	half := measure("half", "7.1", "1", 30)
	half.Effects[0].Verdict = aims.MinorGap
	free := measure("free", "6.2", "0", 30)
	dear := []readiness.Action{measure("d-1", "7.2", "9", 5), measure("d-2", "7.3", "9", 5), measure("d-3", "7.4", "9", 5), measure("d-4", "8.1", "9", 5)}
	for _, c := range []struct {
		desc    string
		actions []readiness.Action
		want    []readiness.ActionID
	}{
		{"none", nil, nil},
		{"one is its own top quarter", []readiness.Action{half}, []readiness.ActionID{"half"}},
		{"nothing gained, too slow, or waiting", []readiness.Action{slow, waits, nothing}, nil},
		{"nothing alone", []readiness.Action{nothing}, nil},
		{"what gains nothing makes the quarter no larger", append([]readiness.Action{half, nothing}, dear[:3]...), []readiness.ActionID{"half"}},
		{"what is free comes first", append([]readiness.Action{half, free}, dear[:2]...), []readiness.ActionID{"free"}},
		{"two of eight", append([]readiness.Action{half, free, slow, waits}, dear...), []readiness.ActionID{"free"}},
		{"ties at the edge", dear, []readiness.ActionID{"d-1", "d-2", "d-3", "d-4"}},
	} {
		got, err := readiness.QuickWins(planReport(t), c.actions)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.desc, diff)
		}
	}
	if _, err := readiness.QuickWins(planReport(t), []readiness.Action{{}}); len(aims.Problems(err)) != 6 {
		t.Errorf("a blank action: %v", err)
	}
}

// TestCostCurve_bruteForce: no set of actions is cheaper than a point of the
// curve and reaches what was asked for there, and the last point is the best
// score that there is.
func TestCostCurve_bruteForce(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		task := newTask(t, gen.Families()[seed], 10, seed)
		curve, err := readiness.CostCurve(task.Report, task.Actions, 8, readiness.PlanOptions{})
		if err != nil {
			t.Fatal(err)
		}
		y := newTally(task)
		var most int64
		for set := range 1 << len(task.Actions) {
			if _, earned, ok := y.of(set); ok {
				most = max(most, earned)
			}
		}
		if first := curve[0]; !first.Cost.Equal(aims.AmountInt(0)) || first.Score != task.Report.Total {
			t.Errorf("the curve begins with %+v", first)
		}
		if last := curve[len(curve)-1]; last.Score.Earned != most {
			t.Errorf("the curve ends with %d, the best is %d", last.Score.Earned, most)
		}
		for i, p := range curve {
			if order, _ := p.Cost.Cmp(p.LowerBound); !p.Proved || order != 0 {
				t.Errorf("point %d is not proved: %+v", i, p)
			}
			cost, _ := p.Cost.Value()
			if i > 0 && (!cost.GreaterThan(mustValue(curve[i-1].Cost)) || p.Score.Earned <= curve[i-1].Score.Earned) {
				t.Errorf("point %d does not rise", i)
			}
			for set := range 1 << len(task.Actions) {
				c, earned, ok := y.of(set)
				if ok && earned >= p.Score.Earned && decimal.NewFromInt(c).LessThan(cost) {
					t.Fatalf("point %d costs %s, and %d would do", i, cost, c)
				}
			}
		}
	}
}

func mustValue(a aims.Amount) decimal.Decimal {
	v, _ := a.Value()
	return v
}

func TestCostCurve_arguments(t *testing.T) {
	task := newTask(t, gen.Chains, 12, 1)
	for _, steps := range []int{-1, 101} {
		if _, err := readiness.CostCurve(task.Report, task.Actions, steps, readiness.PlanOptions{}); len(aims.Problems(err)) != 1 {
			t.Errorf("%d steps: %v", steps, err)
		}
	}
	if _, err := readiness.CostCurve(readiness.Report{}, nil, 5, readiness.PlanOptions{}); len(aims.Problems(err)) != 1 {
		t.Errorf("no report: %v", err)
	}
	usual, err := readiness.CostCurve(task.Report, task.Actions, 0, readiness.PlanOptions{})
	ten, again := readiness.CostCurve(task.Report, task.Actions, 10, readiness.PlanOptions{})
	if diff := cmp.Diff(ten, usual); diff != "" || err != nil || again != nil {
		t.Errorf("0 steps are not 10: %v %v\n%s", err, again, diff)
	}
	nothing, err := readiness.CostCurve(task.Report, nil, 3, readiness.PlanOptions{})
	if err != nil || len(nothing) != 1 || nothing[0].Score != task.Report.Total {
		t.Errorf("no actions: %+v %v", nothing, err)
	}
}

// TestCostCurve_limited: with hardly any nodes the points still rise, and no
// bound lies above its cost.
func TestCostCurve_limited(t *testing.T) {
	t.Parallel()
	for i, f := range gen.Families() {
		task := newTask(t, f, 21, uint64(i))
		curve, err := readiness.CostCurve(task.Report, task.Actions, 3, readiness.PlanOptions{Nodes: 1 + 10*i})
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range curve {
			if order, _ := p.Cost.Cmp(p.LowerBound); order < 0 || p.Proved && order != 0 {
				t.Errorf("%s, point %d costs %s, its bound is %s, proved %v", f, i, p.Cost, p.LowerBound, p.Proved)
			}
			if i > 0 && (!mustValue(p.Cost).GreaterThan(mustValue(curve[i-1].Cost)) || p.Score.Earned <= curve[i-1].Score.Earned) {
				t.Errorf("%s, point %d does not rise", f, i)
			}
		}
	}
}
