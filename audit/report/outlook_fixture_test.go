package report_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/report"
	"github.com/aimskit/aimskit/audit/rules"
)

// What documents about the future and about differences are made from.

func (s subject) basis() readiness.Basis {
	return readiness.Basis{View: s.view, At: s.at, Rules: rules.Default(), Model: readiness.Default()}
}

// offered are actions on gaps of the stored report.
func offered() []readiness.Action {
	conform := func(keys ...aims.Key) []readiness.Effect {
		var list []readiness.Effect
		for _, k := range keys {
			list = append(list, readiness.Effect{Key: k, Verdict: aims.Conforms})
		}
		return list
	}
	action := func(id, title string, kind readiness.ActionType, cost int64, days int, effects []readiness.Effect) readiness.Action {
		return readiness.Action{
			ID: readiness.ActionID(id), Title: title, Type: kind, Cost: aims.AmountInt(cost), Currency: "EUR", Days: days, Owner: "p-lead", Effects: effects,
		}
	}
	treatment := action("treatment", "Approve the treatment plan", readiness.ActionControl, 9000, 40, conform(aims.ClauseKey("6.1.3")))
	treatment.After = []readiness.ActionID{"policy"}
	bought := action("objectives-bought", "Have objectives written", readiness.ActionDocument, 8000, 10, conform(aims.ClauseKey("6.2")))
	bought.Excludes = []readiness.ActionID{"objectives"}
	return []readiness.Action{
		treatment,
		action("policy", "Approve the AI policy", readiness.ActionDocument, 500, 20, conform(aims.ClauseKey("5.2"))),
		action("objectives", "Set objectives with metrics", readiness.ActionProcess, 4000, 20, conform(aims.ClauseKey("6.2"), aims.ClauseKey("9.1"))),
		bought,
		action("people", "Bring people to work the new way", readiness.ActionChange, 3000, 60, []readiness.Effect{{Key: aims.ClauseKey("5.1"), Verdict: aims.MinorGap}}),
	}
}

func (s subject) schedule(t testing.TB, goal readiness.Goal) readiness.Schedule {
	t.Helper()
	p, err := readiness.Plan(s.report, offered(), goal, readiness.PlanOptions{Start: s.report.Provenance.At.AddDays(1), Parallel: 2})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func (s subject) cheapest(t testing.TB, w report.Words) report.Document {
	t.Helper()
	curve, err := readiness.CostCurve(s.report, offered(), 5, readiness.PlanOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return report.Plan(s.schedule(t, readiness.Goal{Score: aims.MustAmount("0.5"), Conform: []aims.Key{aims.ClauseKey("6.1.3")}}), offered(), curve, w)
}

// businessCase is one of which nobody can say whether it pays.
func businessCase() readiness.BusinessCase {
	money := func(from, to int64) aims.Range {
		return aims.Range{AtLeast: aims.AmountInt(from), AtMost: aims.AmountInt(to)}
	}
	return readiness.BusinessCase{
		Currency: "EUR", Months: 36,
		Standard: money(200, 300), Implementation: money(60_000, 110_000), Audit: money(15_000, 25_000),
		Certificate: readiness.MonthRange{From: 9, To: 14}, Upkeep: money(10_000, 20_000),
		Benefits: []readiness.Benefit{
			{Title: "Tenders that ask for a certificate", Yearly: money(40_000, 120_000), After: 2},
			{Title: "One audit by a customer less", Once: money(5000, 10_000)},
		},
	}
}

func business(t testing.TB, w report.Words) report.Document {
	t.Helper()
	o, err := businessCase().Outcome()
	if err != nil {
		t.Fatal(err)
	}
	return report.BusinessCase(businessCase(), o, w)
}

// trial tries out what happens without a policy, and with an objective that is
// nobody's.
func (s subject) trial(t testing.TB) readiness.Trial {
	t.Helper()
	policy := first[aims.Policy](s)
	trial, err := readiness.WhatIf(s.basis(), []aims.Change{
		{Path: "/policies/" + string(policy.ID) + "/approvals"},
		{Path: "/policies/" + string(policy.ID) + "/title", Value: []byte(`"A draft"`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return trial
}

// causes explains what the trial changed, a month later.
func (s subject) causes(t testing.TB) []readiness.Cause {
	t.Helper()
	after := s.trial(t).Basis()
	after.At = s.at.AddMonths(1)
	causes, err := readiness.Explain(s.basis(), after)
	if err != nil {
		t.Fatal(err)
	}
	return causes
}

func (s subject) turns(t testing.TB) (now readiness.Report, until aims.Date, turns []readiness.Delta) {
	t.Helper()
	now, err := s.basis().Assess()
	if err != nil {
		t.Fatal(err)
	}
	until = s.at.AddMonths(12)
	if turns, err = readiness.Forecast(s.basis(), until); err != nil {
		t.Fatal(err)
	}
	return now, until, turns
}

func (s subject) forecast(t testing.TB, w report.Words) report.Document {
	t.Helper()
	now, until, turns := s.turns(t)
	return report.Forecast(now, until, turns, w)
}

func (s subject) asked(t testing.TB) []readiness.Question {
	t.Helper()
	list, err := readiness.NextBest(s.report, map[aims.Key]aims.Amount{aims.ClauseKey("9.3.2"): aims.AmountInt(2), aims.ClauseKey("10.1"): aims.MustAmount("0.5")})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func (s subject) questions(t testing.TB, w report.Words) report.Document {
	t.Helper()
	return report.Questions(s.asked(t), w)
}

func mapping(t testing.TB, w report.Words) report.Document {
	t.Helper()
	m, err := readiness.MappingMeter([]aims.Kind{aims.KindPolicy, aims.KindPerson, audit.KindAudit}, rules.Default(), readiness.Default())
	if err != nil {
		t.Fatal(err)
	}
	return report.Mapping(m, w)
}

// findings are those that the trial would lead to.
func (s subject) findings(t testing.TB) []readiness.PredictedFinding {
	t.Helper()
	list, err := readiness.Predict(s.trial(t).After, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func (s subject) predicted(t testing.TB, w report.Words) report.Document {
	t.Helper()
	return report.Predicted(s.findings(t), w)
}
