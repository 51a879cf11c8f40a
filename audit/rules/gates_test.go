package rules_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/impact"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
)

// TestGates: the gate of every system in operation, by the records of a view.
func TestGates(t *testing.T) {
	live := func(s *audit.Snapshot) { s.Systems[0].Stage = aims.StageOperation }
	for _, c := range []struct {
		name   string
		change func(*audit.Snapshot)
		want   []impact.GateVerdict
	}{
		{"not in operation", func(s *audit.Snapshot) { s.Systems[0].Stage = aims.StageDesign }, nil},
		{"assessed", live, []impact.GateVerdict{impact.Go}},
		{"not assessed", func(s *audit.Snapshot) { live(s); s.Assessments = nil }, []impact.GateVerdict{impact.Overdue}},
		{"approved by somebody whom the method does not name", func(s *audit.Snapshot) {
			live(s)
			s.ImpactMethods[0].Approvers = []impact.Approver{{UpTo: impact.RestrictedUse, Persons: []aims.PersonID{"p-ceo"}}}
		}, []impact.GateVerdict{impact.Overdue}},
		{"approved by the holder of a role", func(s *audit.Snapshot) {
			live(s)
			s.ImpactMethods[0].Approvers = []impact.Approver{{UpTo: impact.RestrictedUse, Roles: []aims.RoleID{s.Roles[0].ID}}}
			s.Roles[0].Person, s.Roles[0].AssignedOn = "p-cto", aims.MustDate("2026-01-01")
		}, []impact.GateVerdict{impact.Go}},
		{"approved by somebody who does not hold the role", func(s *audit.Snapshot) {
			live(s)
			s.ImpactMethods[0].Approvers = []impact.Approver{{UpTo: impact.RestrictedUse, Roles: []aims.RoleID{s.Roles[0].ID}}}
			s.Roles[0].Person, s.Roles[0].AssignedOn = "p-ceo", aims.MustDate("2026-01-01")
		}, []impact.GateVerdict{impact.Overdue}},
		{"nobody supplies roles", func(s *audit.Snapshot) {
			live(s)
			s.ImpactMethods[0].Approvers = []impact.Approver{{UpTo: impact.RestrictedUse, Roles: []aims.RoleID{"elsewhere"}}}
			unsupply(s, aims.KindRole)
		}, []impact.GateVerdict{impact.GateUnclear}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := gen.Conforming()
			s.Systems[0].Owner = "p-dev"
			c.change(&s)
			gen.Approve(&s)
			v, err := audit.Open(s, audit.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got, err := rules.Gates(v, v.Taken())
			if err != nil || len(got) != len(c.want) {
				t.Fatalf("%d gates, want %d: %v", len(got), len(c.want), err)
			}
			for i, g := range got {
				if g.Verdict != c.want[i] {
					t.Errorf("%s: %s, want %s: %v", g.System, g.Verdict, c.want[i], g.Reasons)
				}
			}
		})
	}
	if _, err := rules.Gates(nil, aims.MustDate(gen.At)); err == nil {
		t.Error("gates of nothing")
	}
}

func unsupply(s *audit.Snapshot, kind aims.Kind) {
	var kept []aims.Kind
	for _, k := range s.Supplied {
		if k != kind {
			kept = append(kept, k)
		}
	}
	s.Supplied = kept
}
