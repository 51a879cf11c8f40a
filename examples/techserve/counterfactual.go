package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
)

// counterfactual is a question about the last month: what if the records were
// otherwise?
type counterfactual struct {
	question string
	change   func(*audit.Snapshot)
	deciders []aims.PersonID // others than the body would send
	at       aims.Date       // another day than that of the snapshot
	show     func(*audit.View, aims.Date, []aims.PersonID) (string, error)
}

// counterfactuals ask what the people in a decision ask.
func counterfactuals() []counterfactual {
	stageTwo := func(s *audit.Snapshot, change func(*audit.Finding)) {
		for i := range s.Findings {
			if s.Findings[i].Audit == "audit-stage-2" {
				change(&s.Findings[i])
			}
		}
	}
	until := func(last audit.State) func(*audit.Finding) {
		return func(f *audit.Finding) {
			i := slices.IndexFunc(f.Steps, func(s audit.Step) bool { return s.To == last })
			f.Steps = slices.Clone(f.Steps[:i+1])
		}
	}
	unresolved := func(s *audit.Snapshot) {
		for i := range s.Certificates {
			s.Certificates[i].Events = slices.DeleteFunc(slices.Clone(s.Certificates[i].Events), func(e audit.Event) bool { return e.Type == audit.FindingsResolved })
		}
	}
	major := func(s *audit.Snapshot, verified aims.Date) {
		unresolved(s)
		stageTwo(s, func(f *audit.Finding) {
			f.Grade = audit.Major
			until(audit.ActionDone)(f)
			if verified != 0 {
				f.Steps = append(f.Steps, audit.Step{To: audit.ImplementedVerified, On: verified, By: "p-auditor-1", As: audit.ForAuditor, Why: "seen on file"})
			}
		})
		for i := range s.Certificates {
			for j := range s.Certificates[i].Events {
				if e := &s.Certificates[i].Events[j]; e.Type == audit.StageTwoConcluded {
					e.Outcome = audit.MajorsOpen
				}
			}
		}
	}
	lastDay := aims.MustDate("2026-09-22")
	within, late := lastDay.AddMonths(6), lastDay.AddMonths(6).AddDays(1)
	return []counterfactual{
		{"the finding is graded major, and nobody verified what was done", func(s *audit.Snapshot) { major(s, 0) }, nil, 0, outcome},
		{"it is graded major, and verified on the last day of the six months", func(s *audit.Snapshot) { major(s, within) }, nil, within, outcome},
		{"it is graded major, and verified a day later", func(s *audit.Snapshot) { major(s, late) }, nil, late, outcome},
		{"an auditor decides", nil, []aims.PersonID{"p-auditor-1"}, 0, outcome},
		{"the plan is accepted, and not carried out yet", func(s *audit.Snapshot) { stageTwo(s, until(audit.PlanAccepted)) }, nil, 0, outcome},
		{"no management review came after the internal audit", func(s *audit.Snapshot) {
			s.Reviews = slices.DeleteFunc(slices.Clone(s.Reviews), func(r audit.ManagementReview) bool { return r.On > aims.MustDate("2026-08-04") })
		}, nil, 0, stageTwoGate},
		{"one of the four systems is dropped from the scope", func(s *audit.Snapshot) {
			for i := range s.Scopes {
				s.Scopes[i].Systems = slices.DeleteFunc(slices.Clone(s.Scopes[i].Systems), func(id aims.SystemID) bool { return id == "sys-workforce" })
			}
		}, nil, 0, scopeRemarks},
	}
}

// printCounterfactuals answers every question for a snapshot.
func printCounterfactuals(w io.Writer, data []byte) error {
	for _, c := range counterfactuals() {
		s, _, err := audit.Decode(data, aims.DecodeOptions{})
		if err != nil {
			return err
		}
		if c.change != nil {
			c.change(&s)
		}
		v, err := audit.Open(s, audit.Options{})
		if err != nil {
			return fmt.Errorf("what if %s: %w", c.question, err)
		}
		at := max(c.at, s.Taken)
		answer, err := c.show(v, at, c.deciders)
		if err != nil {
			return fmt.Errorf("what if %s: %w", c.question, err)
		}
		fmt.Fprintf(w, "  %s:\n    %s\n", c.question, answer)
	}
	return nil
}

// outcome answers with the decision.
func outcome(v *audit.View, at aims.Date, deciders []aims.PersonID) (string, error) {
	c, found := caseOf(v, at)
	if !found {
		return "none", nil
	}
	if deciders != nil {
		c.Deciders = deciders
	}
	d, err := certification.Decide(c, certification.Default(), at)
	if err != nil {
		return "", err
	}
	return describe(d), nil
}

// stageTwoGate answers with what keeps the gate of stage 2 shut.
func stageTwoGate(v *audit.View, at aims.Date, _ []aims.PersonID) (string, error) {
	judged, err := rules.Evaluate(v, at, rules.Default())
	if err != nil {
		return "", err
	}
	r, err := readiness.Assess(judged, nil, readiness.Default())
	if err != nil {
		return "", err
	}
	answer := "stage 2 gate open: " + certification.Open(r.Conditions, certification.StageTwo).String()
	for _, c := range r.Conditions {
		if c.Gate == certification.StageTwo && c.Met != aims.Yes {
			answer += "; not met: " + c.Text
		}
	}
	return answer + fmt.Sprintf(" (score %s)", r.Total.Score().StringFixed(4)), nil
}

// scopeRemarks answers with what is said about the scope.
func scopeRemarks(v *audit.View, at aims.Date, _ []aims.PersonID) (string, error) {
	judged, err := rules.Evaluate(v, at, rules.Default())
	if err != nil {
		return "", err
	}
	answer := ""
	for _, o := range judged.Remarks {
		if o.Code == rules.ScopeMisleads || o.Code == rules.ScopeUnclear {
			answer = oneLine(o.Sentence())
		}
	}
	if answer == "" {
		answer = "nothing is said about the scope"
	}
	return answer, nil
}
