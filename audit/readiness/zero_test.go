package readiness_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/google/go-cmp/cmp"
)

// every holds the zero value of every exported type, and every function.
var every = struct{ types, functions []any }{
	types: []any{
		readiness.Action{},
		readiness.ActionID(""), readiness.ActionType(""),
		readiness.Alone{},
		readiness.Answered{},
		readiness.Band(0),
		readiness.BandCount{},
		readiness.Basis{},
		readiness.Benefit{},
		readiness.Bounds{},
		readiness.BusinessCase{},
		readiness.BusinessOutcome{},
		readiness.CandidacyAdvice(0),
		readiness.CandidacyFacts{},
		readiness.CandidacyReason{},
		readiness.Candidate{},
		readiness.Cause{},
		readiness.CauseKind(""),
		readiness.Credits{},
		readiness.CurvePoint{},
		readiness.Delta{},
		readiness.Disagreement{},
		readiness.Effect{},
		readiness.Failure{},
		readiness.Gap{},
		readiness.GapsByRank{},
		readiness.Goal{},
		readiness.Item{},
		readiness.MaturityCredits{},
		readiness.Meter{},
		readiness.Metered{},
		readiness.Milestone{},
		readiness.Model{},
		readiness.MonthRange{},
		readiness.Move{},
		readiness.NextKind{},
		readiness.Obstacle{},
		readiness.Outcome{},
		readiness.Part{},
		readiness.PlanOptions{},
		readiness.Points{},
		readiness.Portfolio{},
		readiness.PredictedFinding{},
		readiness.Priority(0), readiness.Provability(0),
		readiness.Question{},
		readiness.Receipt{},
		readiness.Rehearsal{},
		readiness.Rehearsed{},
		readiness.Remedy{},
		readiness.Report{},
		readiness.Schedule{},
		readiness.ScheduledAction{},
		readiness.Shift{},
		readiness.SitePart{},
		readiness.Spread{},
		readiness.Standing{},
		readiness.Summary{},
		readiness.Support{},
		readiness.SystemPart{},
		readiness.Tally{},
		readiness.TrendPoint{},
		readiness.Trial{},
	},
	functions: []any{
		readiness.Assess, readiness.ByMaturity, readiness.Candidacy, readiness.CostCurve, readiness.Default, readiness.Diff, readiness.Efforts,
		readiness.Explain, readiness.Forecast, readiness.MappingMeter, readiness.NewPortfolio, readiness.NextBest,
		readiness.NextChange, readiness.Pilot, readiness.Plan, readiness.Predict, readiness.PredictedSentences,
		readiness.QuickWins, readiness.ReadActions, readiness.ReadReceipt, readiness.Rehearse, readiness.Sentences,
		readiness.Trend, readiness.Verify, readiness.WhatIf,
	},
}

// TestZero: no function and no method panics where everything is zero: not on
// a value, not on a pointer to one, and of a portfolio not on none.
func TestZero(t *testing.T) {
	for _, f := range every.functions {
		calls(t, fmt.Sprintf("%T", f), reflect.ValueOf(f))
	}
	for _, z := range every.types {
		p := reflect.New(reflect.TypeOf(z))
		for i := range p.NumMethod() {
			calls(t, p.Type().String()+"."+p.Type().Method(i).Name, p.Method(i))
		}
	}
	none := reflect.ValueOf((*readiness.Portfolio)(nil))
	for i := range none.NumMethod() {
		calls(t, "no portfolio: "+none.Type().Method(i).Name, none.Method(i))
	}
	var p *readiness.Portfolio
	if p.Add("o", readiness.Report{}) == nil || p.AddView("o", nil, at) == nil || p.Merge(newPortfolio(t)) == nil || p.Validate() == nil {
		t.Error("no portfolio takes something")
	}
}

// calls calls a function with zero arguments.
func calls(t *testing.T, name string, f reflect.Value) {
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%s panics: %v", name, r)
		}
	}()
	args := make([]reflect.Value, f.Type().NumIn())
	for i := range args {
		args[i] = reflect.Zero(f.Type().In(i))
	}
	f.Call(args)
}

// TestZero_every: the lists hold everything that the sources export.
func TestZero_every(t *testing.T) {
	var want, got []string
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^(?:type|func) ([A-Z]\w*)`).FindAllSubmatch(source, -1) {
			want = append(want, string(m[1]))
		}
	}
	for _, z := range every.types {
		got = append(got, reflect.TypeOf(z).Name())
	}
	for _, f := range every.functions {
		name := runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name()
		got = append(got, name[strings.LastIndex(name, ".")+1:])
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
