package rules_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
)

// TestUntilIsTheLastDay: through the day that an observation names as its
// last one it holds, and on the next day it does not. One that names none
// holds for ever, as long as nobody touches the records. So it is in the
// base, and when one of its records ends soon.
func TestUntilIsTheLastDay(t *testing.T) {
	soon := aims.MustDate("2026-07-15") // before anything ends in the base
	for name, end := range map[string]func(*audit.Snapshot){
		"":                        func(*audit.Snapshot) {},
		"an issue ends":           func(s *audit.Snapshot) { s.Issues[0].Until = soon },
		"a party matters no more": func(s *audit.Snapshot) { s.Parties[0].Until = soon },
		"an obligation ends":      func(s *audit.Snapshot) { s.Obligations[0].Until = soon },
		"its review is due":       func(s *audit.Snapshot) { s.Obligations[0].ReviewBy = soon },
		"one more binds": func(s *audit.Snapshot) {
			open := s.Obligations[0]
			open.ID, open.From, open.HowMet = "open", soon.AddDays(1), ""
			s.Obligations = append(s.Obligations, open)
		},
		"a scope is withdrawn":    func(s *audit.Snapshot) { s.Scopes[0].Withdrawn = soon },
		"approval of the scope":   func(s *audit.Snapshot) { s.Scopes[0].Approvals[0].Until = soon },
		"a process ends":          func(s *audit.Snapshot) { s.Processes[0].Until = soon },
		"a document ends":         func(s *audit.Snapshot) { s.Documents[0].Until = soon },
		"the policy is withdrawn": func(s *audit.Snapshot) { s.Policies[0].Withdrawn = soon },
		"approval of the policy":  func(s *audit.Snapshot) { s.Policies[0].Approvals[0].Until = soon },
		"an objective is ended":   func(s *audit.Snapshot) { s.Objectives[0].Withdrawn = soon },
		"an assignment ends":      func(s *audit.Snapshot) { s.Roles[0].Until = soon },
		"its holder leaves":       func(s *audit.Snapshot) { s.Persons[2].Until = soon },
		"an assessment ends":      func(s *audit.Snapshot) { s.Assessments[0].Withdrawn = soon },
		"a process is looked at":  func(s *audit.Snapshot) { s.Processes[0].ReviewBy = soon },
		// What was accepted before something else was rejected lasts longer,
		// and no longer counts.
		"evidence after a rejection ends": func(s *audit.Snapshot) {
			rejected := s.Evidence[2]
			rejected.ID, rejected.Collected = "e-rejected", aims.MustDate("2026-05-20")
			rejected.Outcome.Failed = aims.AmountInt(1)
			newer := s.Evidence[2]
			newer.ID, newer.Collected, newer.Expires = "e-newer", aims.MustDate("2026-05-20").AddDays(1), soon
			newer.Judgments = slices.Clone(newer.Judgments)
			for i := range newer.Judgments {
				newer.Judgments[i].On = aims.MustDate("2026-06-01")
			}
			s.Evidence = append(s.Evidence, rejected, newer)
			s.Communications[0].Occasions[0].Evidence = []aims.EvidenceID{"e-briefing", "e-rejected", "e-newer"}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := gen.Conforming()
			end(&s)
			if named := holdUntil(t, s); name != "" && !slices.Contains(named, soon) {
				t.Errorf("no observation names %s as its last day", soon)
			}
		})
	}
}

// holdUntil tests the last days that the observations on a snapshot name, and
// returns them.
func holdUntil(t *testing.T, s audit.Snapshot) []aims.Date {
	t.Helper()
	var named []aims.Date
	on := make(map[aims.Date]rules.Result)
	result := func(at aims.Date) rules.Result {
		if _, done := on[at]; !done {
			on[at] = evaluate(t, s, at)
		}
		return on[at]
	}
	now := result(s.Taken)
	for _, item := range append(slices.Clone(now.Requirements), now.Controls...) {
		for _, o := range item.Observations {
			same := func(at aims.Date) bool {
				later := observation(t, result(at), o.Rule, o.Key)
				return later.Verdict == o.Verdict && later.Code == o.Code
			}
			named = append(named, o.Until)
			switch {
			case o.Until == 0:
				if !same(s.Taken.AddMonths(600)) {
					t.Errorf("%s on %s names no last day, and has changed after fifty years", o.Rule, o.Key)
				}
			case !same(o.Until):
				t.Errorf("%s on %s should hold until %s, and does not on that day", o.Rule, o.Key, o.Until)
			case same(o.Until.AddDays(1)):
				t.Errorf("%s on %s should hold until %s, and still holds on the next day", o.Rule, o.Key, o.Until)
			}
		}
	}
	return named
}
