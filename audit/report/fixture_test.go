package report_test

import (
	"os"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/report"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/impact"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/aimskit/aimskit/risk"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// subject is a management system with everything that reports are made from.
type subject struct {
	view   *audit.View
	at     aims.Date
	report readiness.Report
}

func open(t testing.TB, s audit.Snapshot) subject {
	t.Helper()
	v, err := audit.Open(s, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return assessed(t, v)
}

// techServe is the example of the size of a real organization.
func techServe(t testing.TB, month string) subject {
	t.Helper()
	data, err := os.ReadFile("../../examples/techserve/snapshots/month" + month + ".json")
	if err != nil {
		t.Fatal(err)
	}
	v, err := audit.Read(data, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return assessed(t, v)
}

func assessed(t testing.TB, v *audit.View) subject {
	t.Helper()
	s := subject{view: v, at: v.Taken()}
	result, err := rules.Evaluate(v, s.at, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	if s.report, err = readiness.Assess(result, records[audit.GapStatement](s), readiness.Default()); err != nil {
		t.Fatal(err)
	}
	return s
}

func records[T aims.Record](s subject) []T {
	var all []T
	for r := range audit.Records[T](s.view, s.at) {
		all = append(all, r)
	}
	return all
}

// first returns the first record of a type, or the zero value.
func first[T aims.Record](s subject) T {
	for r := range audit.Records[T](s.view, s.at) {
		return r
	}
	var zero T
	return zero
}

func (s subject) register(t testing.TB) *risk.Assessment {
	t.Helper()
	r, err := risk.NewRegister(risk.Records{
		Criteria: records[risk.Criteria](s), Risks: records[risk.Risk](s), Treatments: records[risk.Treatment](s),
		Plans: records[risk.TreatmentPlan](s), Acceptances: records[risk.Acceptance](s),
	})
	if err != nil {
		t.Fatal(err)
	}
	a, err := r.Assess(s.at, risk.Facts{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// documents makes every report of a subject, by the name of its golden file.
func (s subject) documents(t testing.TB, w report.Words) map[string]report.Document {
	t.Helper()
	a := first[impact.Assessment](s)
	method := first[impact.Method](s)
	var e *impact.Evaluation
	if a.ID != "" {
		var err error
		if e, err = impact.Evaluate(a, method, s.at, impact.Facts{}); err != nil {
			t.Fatal(err)
		}
	}
	au := first[audit.Audit](s)
	return map[string]report.Document{
		"readiness":        report.Readiness(s.report, w),
		"gaps":             report.GapList(s.report, w),
		"trend":            report.Trend([]readiness.Report{s.report}, w),
		"statement":        report.Statement(first[controls.Statement](s), controls.Edition2023(), s.at, w),
		"register":         report.Register(s.register(t), w),
		"impact":           report.Impact(a, method, e, w),
		"audit":            report.Audit(au, records[audit.Finding](s), records[audit.CorrectiveAction](s), s.at, w),
		"certification":    s.certification(t, w),
		"losses":           report.Losses(curve(t), "EUR", w),
		"gap-assessment":   report.GapAssessment(records[audit.GapStatement](s), s.report, w),
		"scope-definition": report.ScopeDefinition(first[aims.Scope](s), records[aims.AISystem](s), records[aims.InterestedParty](s), w),
		"checklist":        report.Checklist(s.report, w),
		"audit-plan":       report.AuditPlan(au, s.plan(t, au), w),
		"plan":             s.cheapest(t, w),
		"business-case":    business(t, w),
		"what-if":          report.WhatIf(s.trial(t), w),
		"explanation":      report.Explanation(s.causes(t), w),
		"forecast":         s.forecast(t, w),
		"questions":        s.questions(t, w),
		"mapping":          mapping(t, w),
		"predicted":        s.predicted(t, w),
	}
}

// blank makes the five templates with nothing filled in.
func blank(w report.Words) map[string]report.Document {
	return map[string]report.Document{
		"blank-gap-assessment":   report.GapAssessment(nil, readiness.Report{}, w),
		"blank-scope-definition": report.ScopeDefinition(aims.Scope{}, nil, nil, w),
		"blank-impact":           report.Impact(impact.Assessment{}, impact.Method{}, nil, w),
		"blank-checklist":        report.Checklist(readiness.Report{}, w),
		"blank-audit-plan":       report.AuditPlan(audit.Audit{}, audit.Plan{}, w),
	}
}

func (s subject) certification(t testing.TB, w report.Words) report.Document {
	t.Helper()
	c := first[audit.Certificate](s)
	standing, err := certification.Replay(c, s.at, certification.Default())
	if err != nil {
		t.Fatal(err)
	}
	decision := s.decision(t)
	return report.Certification(c, standing, &decision, w)
}

// decision asks whether the certificate can be maintained.
func (s subject) decision(t testing.TB) certification.Decision {
	t.Helper()
	file, err := certification.CaseOf(s.view, first[audit.Certificate](s).ID, s.at)
	if err != nil {
		t.Fatal(err)
	}
	file.Asked = certification.Maintain
	d, err := certification.Decide(file, certification.Default(), s.at)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// plan plans an audit on two days.
func (s subject) plan(t testing.TB, a audit.Audit) audit.Plan {
	t.Helper()
	if a.ID == "" {
		return audit.Plan{}
	}
	basis, err := audit.BasisOf(s.view, aims.Edition2023(), controls.Edition2023(), s.at)
	if err != nil {
		t.Fatal(err)
	}
	p, err := audit.PlanAudit(audit.Team{Basis: basis, Audit: a, On: s.at}, []aims.Date{s.at, s.at.AddDays(1)}, nil, audit.DefaultDomains(), audit.DefaultTiming())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func conforming(t testing.TB) subject {
	t.Helper()
	return open(t, gen.Conforming())
}

// curve is the loss of a year with one scenario, computed exactly.
func curve(t testing.TB) montecarlo.Curve {
	t.Helper()
	frequency, severity := montecarlo.Poisson(2), montecarlo.LognormalInterval(1000, 50_000)
	r, err := montecarlo.Exact(montecarlo.Model{
		Currency: "EUR", Scenarios: []montecarlo.Scenario{{ID: "harmful-answer", Frequency: &frequency, Severity: &severity}},
	}, montecarlo.ExactOptions{})
	if err != nil {
		t.Fatal(err)
	}
	c, _ := r.Curve("")
	return c
}
