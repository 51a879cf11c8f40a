package readiness_test

import (
	"encoding/json"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
)

// FuzzReadActions: what is read can be planned with, or the plan says in coded
// problems why not; and the plan keeps to its own figures.
func FuzzReadActions(f *testing.F) {
	for _, seed := range []string{
		`{"format":"aimskit/0.1","actions":[]}`,
		`{"format":"aimskit/0.1","actions":[{"id":"a","title":"t","type":"training","cost":"0","currency":"EUR","days":1,"effects":[{"key":"iso42001/5.2","verdict":"conforms"}]}]}`,
		`{"format":"aimskit/0.1","actions":[{"id":"a","title":"t","type":"audit","cost":"1e9","currency":"EUR","days":1,"after":["b"],"excludes":["b"]},{"id":"b"}]}`,
		`{"format":"aimskit/0.1","actions":[{"id":"a","title":"t","type":"process","cost":99999999999999999999999999999999.5,"currency":"EUR","days":3650,"after":["a"]}]}`,
		`{"format":"aimskit/9.1","actions":null}`, `[`,
	} {
		f.Add([]byte(seed))
	}
	report := planReport(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		actions, err := readiness.ReadActions(data)
		if err != nil {
			coded(t, err)
			return
		}
		out, err := json.Marshal(map[string]any{"actions": actions})
		if err != nil {
			t.Fatal(err)
		}
		back, err := readiness.ReadActions(append([]byte(`{"format":"aimskit/0.1",`), out[1:]...))
		if again, _ := json.Marshal(map[string]any{"actions": back}); err != nil || string(again) != string(out) {
			t.Fatalf("%s came back as %s: %v", out, again, err)
		}
		for _, goal := range []readiness.Goal{{Score: aims.MustAmount("0.05")}, {Budget: aims.MustAmount("10"), Band: readiness.StageOneReady}} {
			s, err := readiness.Plan(report, actions, goal, readiness.PlanOptions{Nodes: 40, Parallel: 1})
			if err != nil {
				coded(t, err)
				continue
			}
			if order, known := s.LowerBound.Cmp(s.Cost); known && (order > 0 || s.Proved && order != 0) {
				t.Fatalf("proved %v at %s with a bound of %s", s.Proved, s.Cost, s.LowerBound)
			}
			if s.After.Earned < s.Before.Earned || s.After.Judged > s.After.Total {
				t.Fatalf("%v became %v", s.Before, s.After)
			}
		}
	})
}

func coded(t *testing.T, err error) {
	t.Helper()
	problems := aims.Problems(err)
	if len(problems) == 0 {
		t.Fatalf("no problem is named: %v", err)
	}
	for _, p := range problems {
		if p.Code == "" || p.Text == "" {
			t.Fatalf("a problem without code or sentence: %+v", p)
		}
	}
}
