package aims_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
)

func TestPlannedActions(t *testing.T) {
	actions := []aims.Action{
		{What: "one", Responsible: "p-1", Due: 10, Done: 9, Evidence: []aims.EvidenceID{"e-1"}},
		{What: "two", Resources: "money"},
	}
	want := []aims.Action{{What: "one", Responsible: "p-1", Due: 10}, {What: "two", Resources: "money"}}
	if d := cmp.Diff(want, aims.PlannedActions(actions)); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if actions[0].Done != 9 || len(actions[0].Evidence) != 1 {
		t.Errorf("the actions themselves were changed: %v", actions)
	}
	if got := aims.PlannedActions(nil); got != nil {
		t.Errorf("of none: %v", got)
	}
}

func TestLatestEvaluation(t *testing.T) {
	list := []aims.Evaluation{
		{On: 20, Result: "second"},
		{On: 10, Result: "first"},
		{On: 20, Result: "third"},
		{Result: "on no day"},
		{On: 30, Result: "fourth"},
	}
	for _, test := range []struct {
		at   aims.Date
		want string
	}{{0, ""}, {9, ""}, {10, "first"}, {19, "first"}, {20, "third"}, {29, "third"}, {30, "fourth"}, {99, "fourth"}} {
		got, found := aims.LatestEvaluation(list, test.at)
		if got.Result != test.want || found != (test.want != "") {
			t.Errorf("at %d: %q, %v, want %q", test.at, got.Result, found, test.want)
		}
	}
}
