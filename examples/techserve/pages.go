package main

import (
	"fmt"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/report"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// page is a document, under the name of its file without its end.
type page struct {
	name string
	report.Document
}

// words is the language of all pages.
func words() report.Words { return report.English() }

// blankForms are the templates with nothing filled in.
func blankForms() []page {
	w := words()
	return []page{
		{"blank-gap-assessment", report.GapAssessment(nil, readiness.Report{}, w)},
		{"blank-scope", report.ScopeDefinition(aims.Scope{}, nil, nil, w)},
		{"blank-impact", report.Impact(impact.Assessment{}, impact.Method{}, nil, w)},
		{"blank-checklist", report.Checklist(readiness.Report{}, w)},
		{"blank-audit-plan", report.AuditPlan(audit.Audit{}, audit.Plan{}, w)},
	}
}

// overview is the readiness report with what to find out next, and with what an
// auditor would likely write.
func overview(r result) (page, error) {
	w := words()
	questions, err := readiness.NextBest(r.report, readiness.Efforts(audit.List[audit.GapStatement](r.view, r.taken), r.taken))
	if err != nil {
		return page{}, err
	}
	findings, err := readiness.Predict(r.report, rules.Default())
	if err != nil {
		return page{}, err
	}
	return page{r.name + "-report", report.Readiness(r.report, w).With(report.Questions(questions, w), report.Predicted(findings, w))}, nil
}

// dossier makes all other documents of a snapshot: of those records that it
// holds, and of the results of the library. Before is the month before, if any.
func dossier(r result, before *result) ([]page, error) {
	w := words()
	list := []page{
		{"gaps", report.GapList(r.report, w)},
		{"checklist", report.Checklist(r.report, w)},
		{"gap-assessment", report.GapAssessment(audit.List[audit.GapStatement](r.view, r.taken), r.report, w)},
	}
	if s, ok := last[aims.Scope](r); ok {
		list = append(list, page{"scope", report.ScopeDefinition(s, audit.List[aims.AISystem](r.view, r.taken), audit.List[aims.InterestedParty](r.view, r.taken), w)})
	}
	if s, ok := last[controls.Statement](r); ok {
		list = append(list, page{"statement", report.Statement(s, controls.Edition2023(), r.taken, w)})
	}
	for _, more := range []func(result) ([]page, error){registerPage, impactPages, auditPages, certificationPage, forecastPage, mappingPage, planPages} {
		pages, err := more(r)
		if err != nil {
			return nil, err
		}
		list = append(list, pages...)
	}
	if before != nil {
		causes, err := readiness.Explain(basisOf(*before), basisOf(r))
		if err != nil {
			return nil, err
		}
		list = append(list, page{"changes", report.Explanation(causes, w)})
	}
	for i := range list {
		list[i].name = r.name + "-" + list[i].name
	}
	return list, nil
}

func basisOf(r result) readiness.Basis {
	return readiness.Basis{View: r.view, At: r.taken, Rules: rules.Default(), Model: readiness.Default()}
}

// last returns the last record of a type.
func last[T aims.Record](r result) (T, bool) {
	list := audit.List[T](r.view, r.taken)
	if len(list) == 0 {
		var none T
		return none, false
	}
	return list[len(list)-1], true
}

func (r result) evidence(id aims.EvidenceID) (aims.Evidence, bool) {
	return audit.Find[aims.Evidence](r.view, id, r.taken)
}

func registerPage(r result) ([]page, error) {
	register, err := risk.NewRegister(risk.Records{
		Criteria: audit.List[risk.Criteria](r.view, r.taken), Risks: audit.List[risk.Risk](r.view, r.taken),
		Treatments: audit.List[risk.Treatment](r.view, r.taken), Plans: audit.List[risk.TreatmentPlan](r.view, r.taken),
		Acceptances: audit.List[risk.Acceptance](r.view, r.taken),
	})
	if err != nil {
		return nil, err
	}
	assessed, err := register.Assess(r.taken, risk.Facts{Evidence: r.evidence})
	if err != nil {
		return nil, err
	}
	return []page{{"register", report.Register(assessed, words())}}, nil
}

// impactPages are the impact assessments whose methods are on record.
func impactPages(r result) ([]page, error) {
	var list []page
	for _, a := range audit.List[impact.Assessment](r.view, r.taken) {
		for _, m := range audit.List[impact.Method](r.view, r.taken) {
			digest, err := m.Digest()
			if err != nil {
				return nil, err
			}
			if digest != a.Method {
				continue
			}
			e, err := impact.Evaluate(a, m, r.taken, impact.Facts{Evidence: r.evidence})
			if err != nil {
				return nil, err
			}
			list = append(list, page{"impact-" + string(a.ID), report.Impact(a, m, e, words())})
		}
	}
	return list, nil
}

func auditPages(r result) ([]page, error) {
	var list []page
	for _, a := range audit.List[audit.Audit](r.view, r.taken) {
		list = append(list, page{
			string(a.ID),
			report.Audit(a, audit.List[audit.Finding](r.view, r.taken), audit.List[audit.CorrectiveAction](r.view, r.taken), r.taken, words()),
		})
	}
	return list, nil
}

func certificationPage(r result) ([]page, error) {
	c, ok := last[audit.Certificate](r)
	if !ok {
		return nil, nil
	}
	standing, err := certification.Replay(c, r.taken, certification.Default())
	if err != nil {
		return nil, err
	}
	var asked *certification.Decision
	if r.decision.outcome != "none" {
		asked = &r.decision.Decision
	}
	return []page{{"certification", report.Certification(c, standing, asked, words())}}, nil
}

func forecastPage(r result) ([]page, error) {
	until := r.taken.AddMonths(lookAhead)
	turns, err := readiness.Forecast(basisOf(r), until)
	if err != nil {
		return nil, err
	}
	return []page{{"forecast", report.Forecast(r.report, until, turns, words())}}, nil
}

func mappingPage(r result) ([]page, error) {
	supplied := slices.DeleteFunc(audit.Kinds(), func(k aims.Kind) bool { return !r.view.Supplied(k) })
	m, err := readiness.MappingMeter(supplied, rules.Default(), readiness.Default())
	if err != nil {
		return nil, err
	}
	return []page{{"mapping", report.Mapping(m, words())}}, nil
}

// planPages are the plan with its business case in the month in which it is
// made, and in the last month what the system would be without its second
// management review.
func planPages(r result) ([]page, error) {
	w := words()
	switch r.month {
	case planned:
		s, err := plan(r)
		if err != nil {
			return nil, err
		}
		actions, err := readiness.ReadActions(actionsFile)
		if err != nil {
			return nil, err
		}
		curve, err := readiness.CostCurve(r.report, actions, 0, readiness.PlanOptions{})
		if err != nil {
			return nil, err
		}
		business, err := businessCase(s)
		if err != nil {
			return nil, err
		}
		outcome, err := business.Outcome()
		if err != nil {
			return nil, fmt.Errorf("the business case: %w", err)
		}
		return []page{{"plan", report.Plan(s, actions, curve, w)}, {"business-case", report.BusinessCase(business, outcome, w)}}, nil
	case final:
		trial, err := readiness.WhatIf(basisOf(r), []aims.Change{{Path: "/managementReviews/review-2"}})
		if err != nil {
			return nil, err
		}
		return []page{{"what-if", report.WhatIf(trial, w)}}, nil
	}
	return nil, nil
}
