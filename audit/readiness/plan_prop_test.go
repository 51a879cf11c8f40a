package readiness_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/readiness"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// TestPlan_bruteForce: no set of up to twelve actions is better than the plan,
// whatever the goal, and every claim of the plan is what Assess says after the
// effects.
func TestPlan_bruteForce(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := gen.Case().Draw(t, "case")
		s, err := readiness.Plan(c.Report(), c.Actions, c.Goal, readiness.PlanOptions{})
		if err != nil {
			t.Fatal(err)
		}
		best, found := bruteForce(t, c)
		if !s.Proved {
			t.Fatalf("not proved with %d actions", len(c.Actions))
		}
		if blocked := len(s.Obstacles) > 0; (s.Reached == aims.Yes) != found || blocked == found {
			t.Fatalf("reached %s with obstacles %v, by brute force %v", s.Reached, s.Obstacles, found)
		}
		if s.Cost.Known() {
			claims(t, c, s)
		}
		if !found {
			return
		}
		cost, _ := s.Cost.Value()
		if !cost.Equal(best.cost) || s.After.Earned != best.report.Total.Earned {
			t.Fatalf("the plan costs %s and earns %d, the best %s and %d", cost, s.After.Earned, best.cost, best.report.Total.Earned)
		}
		if bound, known := s.LowerBound.Value(); known && !bound.Equal(cost) {
			t.Fatalf("proved, but the bound is %s and the cost %s", bound, cost)
		}
	})
}

// claims checks a schedule against Assess after applying its actions.
func claims(t *rapid.T, c gen.PlanCase, s readiness.Schedule) {
	var chosen []readiness.Action
	var cost decimal.Decimal
	for _, done := range s.Actions {
		at := slices.IndexFunc(c.Actions, func(a readiness.Action) bool { return a.ID == done.Action })
		chosen = append(chosen, c.Actions[at])
		v, _ := c.Actions[at].Cost.Value()
		cost = cost.Add(v)
	}
	if !standTogether(chosen) {
		t.Fatalf("the actions cannot stand together: %v", s.Actions)
	}
	after := applied(t, c, chosen)
	if diff := cmp.Diff(after.Total, s.After); diff != "" {
		t.Fatalf("the score after the plan (-assessed +claimed)\n%s", diff)
	}
	if after.Band != s.Band {
		t.Fatalf("the band after the plan is %s, claimed %s", after.Band, s.Band)
	}
	if v, _ := s.Cost.Value(); !v.Equal(cost) {
		t.Fatalf("the actions cost %s, claimed %s", cost, v)
	}
	var sofar []readiness.Action
	for _, m := range s.Milestones {
		for _, id := range m.Finished {
			at := slices.IndexFunc(c.Actions, func(a readiness.Action) bool { return a.ID == id })
			sofar = append(sofar, c.Actions[at])
		}
		then := applied(t, c, sofar)
		if then.Total != m.Score || then.Band != m.Band {
			t.Fatalf("month %d: claimed %v %s, assessed %v %s", m.Month, m.Score, m.Band, then.Total, then.Band)
		}
	}
	if len(sofar) != len(chosen) {
		t.Fatalf("the milestones hold %d of %d actions", len(sofar), len(chosen))
	}
}

// applied assesses what the records show once the actions are done.
func applied(t *rapid.T, c gen.PlanCase, actions []readiness.Action) readiness.Report {
	r := c.Result
	r.Requirements, r.Controls = slices.Clone(r.Requirements), slices.Clone(r.Controls)
	for _, items := range [][]rules.Item{r.Requirements, r.Controls} {
		for i, item := range items {
			for _, a := range actions {
				for _, e := range a.Effects {
					if e.Key == item.Key && e.Verdict > items[i].Verdict {
						items[i].Verdict = e.Verdict
						if e.Verdict == aims.Conforms {
							items[i].Observations = gen.Conforming(item.Observations)
						}
					}
				}
			}
		}
	}
	report, err := readiness.Assess(r, c.Stated, c.Model)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func standTogether(chosen []readiness.Action) bool {
	in := make(map[readiness.ActionID]bool)
	for _, a := range chosen {
		in[a.ID] = true
	}
	for _, a := range chosen {
		for _, id := range a.After {
			if !in[id] {
				return false
			}
		}
		for _, id := range a.Excludes {
			if in[id] {
				return false
			}
		}
	}
	return true
}

// choice is a set of actions that reaches a goal.
type choice struct {
	cost   decimal.Decimal
	report readiness.Report
}

// bruteForce tries every set of actions and asks Assess what it leads to.
func bruteForce(t *rapid.T, c gen.PlanCase) (best choice, found bool) {
	for set := range 1 << len(c.Actions) {
		var chosen []readiness.Action
		var cost decimal.Decimal
		for i, a := range c.Actions {
			if set>>i&1 == 1 {
				chosen = append(chosen, a)
				v, _ := a.Cost.Value()
				cost = cost.Add(v)
			}
		}
		if !standTogether(chosen) {
			continue
		}
		budget, limited := c.Goal.Budget.Value()
		if limited && cost.GreaterThan(budget) {
			continue
		}
		report := applied(t, c, chosen)
		if !reaches(report, c.Goal) {
			continue
		}
		order := cost.Cmp(best.cost)
		gain := report.Total.Earned - best.report.Total.Earned
		if !found || !limited && (order < 0 || order == 0 && gain > 0) || limited && (gain > 0 || gain == 0 && order < 0) {
			best, found = choice{cost, report}, true
		}
	}
	return best, found
}

func reaches(r readiness.Report, g readiness.Goal) bool {
	if score, known := g.Score.Value(); known {
		share := decimal.NewFromInt(r.Total.Total).Mul(score)
		if decimal.NewFromInt(r.Total.Earned).LessThan(share) {
			return false
		}
	}
	for _, k := range g.Conform {
		at := slices.IndexFunc(r.Items, func(i readiness.Item) bool { return i.Key == k })
		if r.Items[at].Shown != aims.Conforms {
			return false
		}
	}
	return r.Band >= g.Band
}
