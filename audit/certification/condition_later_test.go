package certification_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/aimskit/aimskit/risk"
)

// ready is a snapshot of an organization that conforms, with everything that
// opens the gates up to the decision.
func ready() audit.Snapshot {
	s := gen.Conforming()
	c := techServe()
	// The internal audit covers the controls as well, and the review came after it.
	for i := range s.Audits {
		for _, group := range []aims.ControlID{"A.2", "A.3", "A.4", "A.5", "A.6", "A.7", "A.8", "A.9", "A.10"} {
			s.Audits[i].Scope.Keys = append(s.Audits[i].Scope.Keys, aims.ControlKey(group))
		}
	}
	for i := range c.Audits {
		a := &c.Audits[i]
		a.Recorded, a.Opened, a.LastDay, a.Concluded = onDay("2026-06-01"), onDay("2026-06-02").AddDays(7*i), onDay("2026-06-03").AddDays(7*i), onDay("2026-06-03").AddDays(7*i)
	}
	c.Findings[0].Recorded, c.Findings[0].On, c.Findings[0].Steps = onDay("2026-06-10"), onDay("2026-06-10"), stepsTo(audit.PlanAccepted, "2026-06-20")
	c.Certificate.Recorded = onDay("2026-05-01")
	for i := range c.Certificate.Events {
		c.Certificate.Events[i].On = onDay("2026-05-02")
	}
	c.Certificate.Scope.Systems, c.Certificate.Scope.Statement = nil, ""
	s.Audits = append(s.Audits, c.Audits...)
	s.Findings = append(s.Findings, c.Findings...)
	s.Certificates = append(s.Certificates, c.Certificate)
	s.Persons = append(s.Persons, c.Persons...)
	s.Persons = append(s.Persons, aims.Person{ID: "p-auditor-2"}, aims.Person{ID: "p-auditor-3"}, aims.Person{ID: "p-governance"})
	gen.Approve(&s)
	return s
}

func conditions(t *testing.T, s audit.Snapshot, at aims.Date) []certification.Condition {
	t.Helper()
	v, err := audit.Open(s, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	result, err := rules.Evaluate(v, at, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	if result.View() != v {
		t.Fatal("the result forgot its view")
	}
	return certification.Preconditions(result, certification.Default())
}

// TestClause_9_3_1_stageTwo: what opens the gate of stage 2, and what shuts it.
func TestClause_9_3_1_stageTwo(t *testing.T) {
	at := onDay("2026-06-30")
	shut := func(s *audit.Snapshot, kind aims.Kind) {
		s.Supplied = slices.DeleteFunc(s.Supplied, func(k aims.Kind) bool { return k == kind })
	}
	for _, c := range []struct {
		name  string
		edit  func(*audit.Snapshot)
		code  aims.Code // the condition that is looked at
		met   aims.Answer
		first aims.Code // its first reason
	}{
		{"everything is there", func(*audit.Snapshot) {}, "", aims.Yes, ""},
		{"a minor gap is allowed", func(s *audit.Snapshot) { s.Reviews[0].Next = onDay("2026-06-29") }, certification.NoMajorGap, aims.Yes, ""},
		{"stage 1 found the organization not ready", func(s *audit.Snapshot) { s.Audits[len(s.Audits)-2].Ready = aims.No }, certification.StageOneConcluded, aims.No, certification.StageOneNotReady},
		{"no stage 1", func(s *audit.Snapshot) { s.Audits = slices.Delete(s.Audits, len(s.Audits)-2, len(s.Audits)-1) }, certification.StageOneConcluded, aims.No, certification.AuditMissing},
		{
			"audits are not supplied, so absence proves nothing",
			func(s *audit.Snapshot) {
				shut(s, audit.KindAudit)
				s.Audits = s.Audits[:1]
				s.Findings = s.Findings[:1]
			},
			certification.StageOneConcluded, aims.Unknown, certification.NotSupplied,
		},
		{"an area of concern is open", func(s *audit.Snapshot) {
			s.Findings = append(s.Findings, audit.Finding{
				ID: "F-1", Audit: "audit-stage-1", Title: "x", Grade: audit.AreaOfConcern, Key: aims.ClauseKey("6.2"), On: onDay("2026-06-03"), Steps: stepsTo(audit.Issued, "2026-06-03"),
			})
		}, certification.ConcernsResolved, aims.No, certification.ConcernOpen},
		{"findings are not supplied", func(s *audit.Snapshot) { shut(s, audit.KindFinding) }, certification.ConcernsResolved, aims.Unknown, certification.NotSupplied},
		{"the internal audit left a clause out", func(s *audit.Snapshot) { s.Audits[0].Scope.Keys = s.Audits[0].Scope.Keys[1:] }, certification.InternalAuditComplete, aims.No, certification.NeverAudited},
		{"the internal audit left a group of controls out", func(s *audit.Snapshot) {
			s.Audits[0].Scope.Keys = s.Audits[0].Scope.Keys[:len(s.Audits[0].Scope.Keys)-1]
		}, certification.InternalAuditComplete, aims.No, certification.NeverAudited},
		{"the internal audit has no report yet", func(s *audit.Snapshot) { s.Audits[0].Concluded = 0 }, certification.InternalAuditComplete, aims.No, certification.NeverAudited},
		{"no management review at all", func(s *audit.Snapshot) { s.Reviews = nil }, certification.ReviewComplete, aims.No, certification.NoReviewAfter},
		{"reviews are not supplied", func(s *audit.Snapshot) { s.Reviews = nil; shut(s, audit.KindReview) }, certification.ReviewComplete, aims.Unknown, certification.NotSupplied},
		{"the management review came before the report of the internal audit", func(s *audit.Snapshot) { s.Audits[0].Concluded = onDay("2026-06-20") }, certification.ReviewComplete, aims.No, certification.NoReviewAfter},
		{"the management review did not take in the audits", func(s *audit.Snapshot) {
			s.Reviews[0].Inputs = slices.DeleteFunc(slices.Clone(s.Reviews[0].Inputs), func(i audit.Input) bool { return i.Topic == audit.AuditResults })
		}, certification.ReviewComplete, aims.No, certification.NoReviewAfter},
		{"the management review decided nothing on change", func(s *audit.Snapshot) { s.Reviews[0].Decisions = s.Reviews[0].Decisions[:1] }, certification.ReviewComplete, aims.No, certification.NoReviewAfter},
		{"a major gap", func(s *audit.Snapshot) { s.Policies[0].Approvals = nil }, certification.NoMajorGap, aims.No, certification.MajorGapShown},
		{"nobody can tell of something", func(s *audit.Snapshot) { s.Metrics = nil; shut(s, aims.KindMetric); s.Measurements = nil }, certification.NoMajorGap, aims.Unknown, certification.NotJudged},
		{"an internal major is open", func(s *audit.Snapshot) { s.Findings[0].Grade = audit.Major }, certification.NoOpenMajor, aims.No, certification.InternalMajorOpen},
		{"no policy is approved", func(s *audit.Snapshot) { s.Policies[0].Approvals = nil }, certification.OperatedLongEnough, aims.No, certification.NotBegun},
		{"policies are not supplied", func(s *audit.Snapshot) { s.Policies = nil; shut(s, aims.KindPolicy) }, certification.OperatedLongEnough, aims.Unknown, certification.NotSupplied},
		{"no statement is approved", func(s *audit.Snapshot) { s.Statements[0].Approvals = nil }, certification.OperatedLongEnough, aims.No, certification.NotBegun},
		{"no file of a certification", func(s *audit.Snapshot) { s.Certificates = nil }, certification.BodyAccredited, aims.No, certification.NoFile},
		{"files are not supplied", func(s *audit.Snapshot) { s.Certificates = nil; shut(s, audit.KindCertificate) }, certification.BodyAccredited, aims.Unknown, certification.NotSupplied},
		{"no stage 2", func(s *audit.Snapshot) {
			s.Audits = s.Audits[:len(s.Audits)-1]
			s.Findings = s.Findings[:len(s.Findings)-1]
		}, certification.StageTwoConcluded, aims.No, certification.AuditMissing},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := ready()
			c.edit(&s)
			list := conditions(t, s, at)
			if c.code == "" {
				for _, k := range list {
					if k.Met != aims.Yes {
						t.Errorf("%s %s %v", k.Code, k.Met, k.Reasons)
					}
				}
				if certification.Open(list, certification.Deciding) != aims.Yes {
					t.Error("the decision gate is shut")
				}
				return
			}
			i := slices.IndexFunc(list, func(k certification.Condition) bool { return k.Code == c.code })
			if i < 0 {
				t.Fatalf("no condition %s", c.code)
			}
			k := list[i]
			if k.Met != c.met || c.first != "" && (len(k.Reasons) == 0 || k.Reasons[0].Code != c.first) {
				t.Errorf("%s is %s by %v", k.Code, k.Met, k.Reasons)
			}
		})
	}
}

// TestOnlyPlanned: a control that is planned keeps the gate of stage 2 shut, and
// is not called a gap; one whose day has passed is.
func TestOnlyPlanned(t *testing.T) {
	for due, want := range map[string]aims.Code{"2026-06-30": certification.OnlyPlanned, "2026-06-29": certification.MajorGapShown} {
		s := ready()
		row := &s.Statements[0].Rows[5]
		row.Status, row.Owner, row.Due, row.Evidence = controls.Planned, "p-cto", onDay(due), nil
		gen.Approve(&s)
		for _, k := range conditions(t, s, onDay("2026-06-30")) {
			says := slices.ContainsFunc(k.Reasons, func(r certification.Reason) bool { return r.Code == want && r.Args["what"] == row.Control.ID })
			if k.Code == certification.NoMajorGap && (k.Met != aims.No || !says) {
				t.Errorf("due %s: %s by %v", due, k.Met, k.Reasons)
			}
		}
	}
}

// TestOperation: the time of operation counts from the latest of three days.
func TestOperation(t *testing.T) {
	s := ready()
	var until aims.Date
	for at := onDay("2026-02-01"); at < onDay("2026-12-31") && until == 0; at = at.AddDays(7) {
		for _, k := range conditions(t, s, at) {
			if k.Code == certification.OperatedLongEnough && k.Met == aims.No && k.Reasons[0].Code == certification.OperatesTooShort {
				until = k.Changes
			}
		}
	}
	if until == 0 {
		t.Fatal("never too short")
	}
	for _, c := range []struct {
		at  aims.Date
		met aims.Answer
	}{{until.AddDays(-1), aims.No}, {until, aims.Yes}} {
		for _, k := range conditions(t, s, c.at) {
			if k.Code == certification.OperatedLongEnough && k.Met != c.met {
				t.Errorf("on %s: %s %v", c.at, k.Met, k.Reasons)
			}
		}
	}
}

// TestGatesOfTheCertified: the gates behind a certified organization stay open
// while its surveillance goes on, and are shut once it is suspended.
func TestGatesOfTheCertified(t *testing.T) {
	s := ready()
	at := onDay("2026-06-25")
	v, err := audit.Open(s, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := certification.CaseOf(v, "cert-1", at)
	if err != nil {
		t.Fatal(err)
	}
	c.Asked, c.Deciders = certification.Grant, []aims.PersonID{"p-decider-1"}
	d := decide(t, c, at)
	if d.Outcome != certification.Grant {
		t.Fatal(d.Failed())
	}
	file := &s.Certificates[len(s.Certificates)-1]
	file.Events = append(file.Events, d.Events...)
	s.Findings = append(s.Findings, audit.Finding{
		ID: "F-20", Audit: "audit-surveillance", Title: "x", Grade: audit.Major, Key: aims.ClauseKey("8.2"), On: onDay("2026-06-28"), Steps: stepsTo(audit.Issued, "2026-06-28"),
	})
	s.Audits = append(s.Audits, audit.Audit{ID: "audit-surveillance", Title: "Surveillance", Type: audit.Surveillance, Opened: onDay("2026-06-28"), LastDay: onDay("2026-06-28")})
	if got := certification.Open(conditions(t, s, onDay("2026-06-30")), certification.Deciding); got != aims.Yes {
		t.Errorf("certified: %s", got)
	}
	file.Events = append(file.Events, audit.Event{Type: audit.Suspended, On: onDay("2026-06-29"), Ground: audit.Failure})
	if got := certification.Open(conditions(t, s, onDay("2026-06-30")), certification.Deciding); got != aims.No {
		t.Errorf("suspended: %s", got)
	}
}

// TestUnusablePolicy: without a policy the later gates are unknown.
func TestUnusablePolicy(t *testing.T) {
	v, err := audit.Open(ready(), audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	result, err := rules.Evaluate(v, onDay("2026-06-30"), rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range certification.Preconditions(result, certification.Policy{}) {
		if k.Gate != certification.StageOne && k.Met != aims.Unknown {
			t.Errorf("%s is %s", k.Code, k.Met)
		}
	}
}

// TestOperation_anew: what is approved or rated anew does not set the time of
// operation back to its beginning; what was only changed, and is approved no
// more, does.
func TestOperation_anew(t *testing.T) {
	at := onDay("2026-06-30")
	held := func(edit func(*audit.Snapshot)) aims.Answer {
		s := ready()
		edit(&s)
		list := conditions(t, s, at)
		return list[slices.IndexFunc(list, func(k certification.Condition) bool { return k.Code == certification.OperatedLongEnough })].Met
	}
	again := func(approvals []aims.Approval) []aims.Approval {
		anew := approvals[0]
		anew.On = at
		approvals[0].Digest = approvals[0].Digest[:len(approvals[0].Digest)-1] + "0" // of what it said before
		return append(approvals, anew)
	}
	for name, c := range map[string]struct {
		edit func(*audit.Snapshot)
		want aims.Answer
	}{
		"as it is":         {func(*audit.Snapshot) {}, aims.Yes},
		"policy anew":      {func(s *audit.Snapshot) { s.Policies[0].Approvals = again(s.Policies[0].Approvals) }, aims.Yes},
		"statement anew":   {func(s *audit.Snapshot) { s.Statements[0].Approvals = again(s.Statements[0].Approvals) }, aims.Yes},
		"policy changed":   {func(s *audit.Snapshot) { s.Policies[0].Title += ", changed" }, aims.No},
		"first rated late": {func(s *audit.Snapshot) { rateAll(s, at) }, aims.No},
		"rated anew":       {func(s *audit.Snapshot) { rateAgain(s, at) }, aims.Yes},
	} {
		if got := held(c.edit); got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// rateAll dates every rating of every risk.
func rateAll(s *audit.Snapshot, on aims.Date) {
	for i := range s.Risks {
		for _, r := range []*risk.Rating{s.Risks[i].Inherent, s.Risks[i].Current, s.Risks[i].Residual, s.Risks[i].Target} {
			if r != nil {
				r.On = on
			}
		}
	}
}

// rateAgain dates the current ratings only, with an inherent one from before.
func rateAgain(s *audit.Snapshot, on aims.Date) {
	for i := range s.Risks {
		if s.Risks[i].Current != nil {
			before := *s.Risks[i].Current
			if s.Risks[i].Inherent == nil {
				s.Risks[i].Inherent = &before
			}
			s.Risks[i].Current.On = on
		}
	}
}
