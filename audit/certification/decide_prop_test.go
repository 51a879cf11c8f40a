package certification_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/google/go-cmp/cmp"
)

// random draws cases around the worked example: everything that a grant asks
// for is there more often than not.
type random struct{ *rand.Rand }

func (r random) one(in int) bool { return r.IntN(in) == 0 }

func (r random) day(from string, days int) aims.Date { return onDay(from).AddDays(r.IntN(days)) }

func (r random) grant() certification.Case {
	c := techServe()
	if r.one(12) {
		c.Certificate.Events = c.Certificate.Events[:1]
	}
	if r.one(8) {
		c.Certificate.Body.Accreditation.Until = r.day("2026-09-01", 300)
	}
	if r.one(20) {
		c.Certificate.Body.Accreditation.By = ""
	}
	if r.one(15) {
		c.Certificate.Scope.StatementVersion = ""
	}
	c.Certificate.NotForLabelling = []aims.Answer{aims.Yes, aims.Yes, aims.Yes, aims.Yes, aims.Yes, aims.Unknown, aims.No}[r.IntN(7)]
	one, two := &c.Audits[0], &c.Audits[1]
	one.Ready = []aims.Answer{aims.Yes, aims.Yes, aims.Yes, aims.Yes, aims.Unknown, aims.No}[r.IntN(6)]
	if r.one(6) {
		two.Opened = r.day("2026-09-02", 30)
		two.LastDay = two.Opened.AddDays(r.IntN(4))
		two.Concluded = two.LastDay.AddDays(r.IntN(10))
	}
	if r.one(15) {
		two.Concluded = 0
	}
	if r.one(15) {
		two.Conclusion = ""
	}
	if r.one(15) {
		two.Recommendation = ""
	}
	if r.one(8) {
		c.Certificate.Relations = []audit.Relation{{
			Person: []aims.PersonID{"p-auditor-1", "p-auditor-3", "p-reviewer", "p-other"}[r.IntN(4)],
			Kind:   []audit.RelationKind{audit.Consultancy, audit.InternalAuditing, audit.Employment, audit.OtherInterest}[r.IntN(4)],
			Until:  r.day("2024-01-01", 1200),
		}}
	}
	c.Findings = nil
	for i := range r.IntN(4) {
		c.Findings = append(c.Findings, r.finding(i))
	}
	if r.one(20) {
		c.Audits = c.Audits[:r.IntN(2)]
		c.Findings = slices.DeleteFunc(c.Findings, func(f audit.Finding) bool {
			return !slices.ContainsFunc(c.Audits, func(a audit.Audit) bool { return a.ID == f.Audit })
		})
	}
	return c
}

// finding draws one of stage 1 or stage 2 that took some legal steps.
func (r random) finding(i int) audit.Finding {
	f := audit.Finding{
		ID: audit.FindingID(fmt.Sprintf("F-%d", i)), Audit: "audit-stage-2", Title: "drawn", Key: aims.ClauseKey("9.1"), On: r.day("2026-09-22", 2),
		Grade: []audit.Grade{audit.Minor, audit.Minor, audit.Major, audit.Opportunity}[r.IntN(4)],
	}
	if r.one(6) {
		f.Audit, f.Grade, f.On = "audit-stage-1", audit.AreaOfConcern, onDay("2026-09-04")
	}
	on := f.On
	for range r.IntN(11) {
		next := f.Next()
		var to []audit.State
		for s := audit.Draft; s <= audit.Reopened; s++ {
			if _, may := next[s]; may && (s != audit.Reopened || r.one(4)) && (s != audit.Disputed || r.one(4)) {
				to = append(to, s)
			}
		}
		if len(to) == 0 {
			break
		}
		on = on.AddDays(r.IntN(40))
		s := to[r.IntN(len(to))]
		f.Steps = append(f.Steps, audit.Step{To: s, On: on, By: "p-auditor-1", As: next[s]})
	}
	return f
}

// at draws a day on which somebody may ask.
func (r random) at() aims.Date { return r.day("2026-09-01", 280) }

func decide(t testing.TB, c certification.Case, at aims.Date) certification.Decision {
	t.Helper()
	d, err := certification.Decide(c, certification.Default(), at)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// repeat runs a check on random cases, fewer of them in short mode.
func repeat(t *testing.T, n int, check func(t *testing.T, r random, i int)) {
	if testing.Short() {
		n /= 10
	}
	for i := range n {
		check(t, random{rand.New(rand.NewPCG(uint64(i), 42))}, i)
		if t.Failed() {
			t.Fatalf("case %d", i)
		}
	}
}

// TestMajorsNeverHelp: one more major nonconformity that is not verified never
// improves what can be decided.
func TestMajorsNeverHelp(t *testing.T) {
	granted := 0
	repeat(t, 3000, func(t *testing.T, r random, _ int) {
		c, at := r.grant(), r.at()
		c.Asked = []certification.Outcome{certification.Grant, certification.Grant, certification.Refuse}[r.IntN(3)]
		before := decide(t, c, at)
		if before.Outcome == certification.Grant {
			granted++
		}
		if len(c.Audits) == 0 {
			return
		}
		f := r.finding(9)
		f.Audit, f.Grade, f.On = c.Audits[len(c.Audits)-1].ID, audit.Major, onDay("2026-09-04")
		f.Steps = stepsTo(audit.State(r.IntN(int(audit.ImplementedVerified))), "2026-09-22")
		c.Findings = append(c.Findings, f)
		after := decide(t, c, at)
		if before.Outcome == certification.NotYet && after.Outcome != certification.NotYet {
			t.Errorf("%s on %s became possible by %+v", c.Asked, at, f)
		}
		if after.Outcome == certification.Grant && f.Since() <= at {
			t.Errorf("granted on %s with %+v", at, f)
		}
	})
	if granted < 100 && !testing.Short() {
		t.Errorf("only %d cases could be granted", granted)
	}
}

// TestVerifyingNeverHarms: to verify a major nonconformity never makes the
// outcome worse.
func TestVerifyingNeverHarms(t *testing.T) {
	repeat(t, 3000, func(t *testing.T, r random, _ int) {
		c, at := r.grant(), r.at()
		before := decide(t, c, at)
		for i, f := range c.Findings {
			_, verified := f.Reached(audit.ImplementedVerified, at)
			if f.Grade != audit.Major || verified || f.StateAt(at) == audit.Closed {
				continue
			}
			last := f.On
			for _, s := range f.Steps {
				last = max(last, s.On)
			}
			c.Findings = slices.Clone(c.Findings)
			c.Findings[i].Steps = stepsTo(audit.ImplementedVerified, min(last, at).String())
			for k := range c.Findings[i].Steps {
				c.Findings[i].Steps[k].On = max(f.On, c.Findings[i].Steps[k].On)
			}
		}
		if after := decide(t, c, at); before.Outcome == certification.Grant && after.Outcome != certification.Grant {
			t.Errorf("on %s no longer granted: %v", at, after.Failed())
		}
	})
}

// seen returns a case without anything that is dated after a day.
func seen(c certification.Case, at aims.Date) certification.Case {
	later := func(d *aims.Date) bool {
		is := *d > at
		if is {
			*d = 0
		}
		return is
	}
	c.Certificate.Events = slices.DeleteFunc(slices.Clone(c.Certificate.Events), func(e audit.Event) bool { return e.On > at })
	c.Audits = slices.DeleteFunc(slices.Clone(c.Audits), func(a audit.Audit) bool { return a.Recorded > at })
	for i := range c.Audits {
		a := &c.Audits[i]
		later(&a.Opened)
		later(&a.LastDay)
		if later(&a.Concluded) || a.LastDay == 0 {
			a.Concluded, a.Conclusion, a.Recommendation, a.Ready, a.Report = 0, "", "", aims.Unknown, ""
		}
	}
	c.Findings = slices.DeleteFunc(slices.Clone(c.Findings), func(f audit.Finding) bool { return f.Since() > at })
	for i := range c.Findings {
		f := &c.Findings[i]
		f.Steps = slices.DeleteFunc(slices.Clone(f.Steps), func(s audit.Step) bool { return s.On > at })
	}
	c.Actions = slices.DeleteFunc(slices.Clone(c.Actions), func(a audit.CorrectiveAction) bool { return a.Recorded > at })
	return c
}

// TestLaterIsNotSeen: a decision sees only what is dated up to its day.
func TestLaterIsNotSeen(t *testing.T) {
	repeat(t, 3000, func(t *testing.T, r random, _ int) {
		c, at := r.grant(), r.at()
		past := seen(c, at)
		past.Findings = slices.DeleteFunc(past.Findings, func(f audit.Finding) bool {
			return !slices.ContainsFunc(past.Audits, func(a audit.Audit) bool { return a.ID == f.Audit })
		})
		if diff := cmp.Diff(decide(t, past, at), decide(t, c, at)); diff != "" {
			t.Errorf("on %s (-past +all)\n%s", at, diff)
		}
	})
}

// TestDecisionsAreNoted: the file takes what every decision notes.
func TestDecisionsAreNoted(t *testing.T) {
	repeat(t, 2000, func(t *testing.T, r random, _ int) {
		c, at := r.grant(), r.at()
		noted(t, c, decide(t, c, at), certification.Default(), at)
	})
}

// TestGateAgreesWithDecide: the decision gate is open exactly when people who
// may decide could grant, on 10,000 cases: 2,500 files on four days each.
func TestGateAgreesWithDecide(t *testing.T) {
	set := rules.Default()
	set.Name, set.Rules = "none", nil // the decision gate rests on no rule about points
	open := 0
	repeat(t, 2500, func(t *testing.T, r random, _ int) {
		c := r.grant()
		s := audit.Snapshot{
			Format: aims.Format, Taken: onDay("2028-01-01"), Supplied: []aims.Kind{audit.KindAudit, audit.KindFinding, audit.KindCertificate},
			Audits: c.Audits, Findings: c.Findings, Certificates: []audit.Certificate{c.Certificate}, Persons: c.Persons,
		}
		v, err := audit.Open(s, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for range 4 {
			at := r.at()
			result, err := rules.Evaluate(v, at, set)
			if err != nil {
				t.Fatal(err)
			}
			gate, first := aims.Yes, ""
			for _, k := range certification.Preconditions(result, certification.Default()) {
				if k.Gate == certification.Deciding && k.Met != aims.Yes {
					gate, first = aims.No, string(k.Code)
				}
			}
			from, err := certification.CaseOf(v, c.Certificate.ID, at)
			if err != nil {
				t.Fatal(err)
			}
			from.Asked, from.Deciders = certification.Grant, []aims.PersonID{"p-decider-1"}
			d := decide(t, from, at)
			if (d.Outcome == certification.Grant) != (gate == aims.Yes) {
				t.Errorf("on %s the gate is open: %s (%s), and the outcome %s: %v", at, gate, first, d.Outcome, d.Failed())
			}
			if gate == aims.Yes {
				open++
			}
		}
	})
	if open < 500 && !testing.Short() {
		t.Errorf("only %d gates were open", open)
	}
}
