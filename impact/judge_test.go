package impact_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

func prepare(t rapid.TB, b base) *impact.Prepared {
	t.Helper()
	j, err := impact.NewJudge(b.Method)
	if err != nil {
		t.Fatal(err)
	}
	p, err := j.Prepare(b.Assessment)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// What is prepared once is judged at every day as if it were judged for the
// first time.
func TestProp_prepared(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := randomScenario().Draw(t, "scenario")
		p := prepare(t, b)
		for range 3 {
			at := b.At.AddDays(rapid.IntRange(-400, 400).Draw(t, "days"))
			want, wantErr := impact.Evaluate(b.Assessment, b.Method, at, b.facts())
			got, err := p.Evaluate(at, b.facts())
			if !errors.Is(err, wantErr) {
				t.Fatalf("%s: %v, want %v", at, err, wantErr)
			}
			lacks, err := p.Completeness(at, b.facts())
			if !errors.Is(err, wantErr) {
				t.Fatalf("%s: completeness: %v, want %v", at, err, wantErr)
			}
			if wantErr != nil {
				continue
			}
			same(t, "evaluation", asJSON(t, want), asJSON(t, got))
			same(t, "completeness", impact.Check(want, impact.Rules()), lacks)
		}
	})
}

func TestJudge_refuses(t *testing.T) {
	b := sound(t)
	if _, err := prepare(t, b).Evaluate(0, b.facts()); !errors.Is(err, impact.ErrNoDay) {
		t.Errorf("no day: %v", err)
	}
	if _, err := prepare(t, b).Completeness(day("2026-03-19"), b.facts()); !errors.Is(err, impact.ErrNotYet) {
		t.Errorf("recorded later: %v", err)
	}
	bad := sound(t)
	bad.Method.Title, bad.Assessment.Title = "", ""
	_, err := impact.NewJudge(bad.Method)
	same(t, "a method without title", []problem{{aims.Missing, "/method/title"}}, problemsOf(t, err))
	other := sound(t)
	other.Method.Levels[0].Label = "Very low"
	j, err := impact.NewJudge(other.Method)
	if err != nil {
		t.Fatal(err)
	}
	_, err = j.Prepare(bad.Assessment)
	same(t, "an assessment without title, by another method", []problem{
		{aims.Missing, "/assessment/title"}, {impact.MethodOther, "/assessment/method"},
	}, problemsOf(t, err))
}

// Nothing that is empty judges anything.
func TestJudge_zero(t *testing.T) {
	b := sound(t)
	for name, j := range map[string]*impact.Judge{"nil": nil, "zero": {}} {
		_, err := j.Prepare(b.Assessment)
		same(t, name+" judge", []problem{{aims.Missing, "/method"}}, problemsOf(t, err))
	}
	for name, p := range map[string]*impact.Prepared{"nil": nil, "zero": {}} {
		for what, err := range map[string]error{
			"evaluate":     second(p.Evaluate(b.At, b.facts())),
			"completeness": second(p.Completeness(b.At, b.facts())),
		} {
			if !errors.Is(err, aims.ErrInvalid) {
				t.Errorf("%s of %s: %v", what, name, err)
			}
		}
	}
}

func asJSON(t rapid.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func second[T any](_ T, err error) error { return err }

func TestPrepared_concurrent(t *testing.T) {
	b := sound(t)
	want, err := impact.Evaluate(b.Assessment, b.Method, b.At, b.facts())
	if err != nil {
		t.Fatal(err)
	}
	p := prepare(t, b)
	results := make([]*impact.Evaluation, 4)
	var wg sync.WaitGroup
	for i := range results {
		wg.Go(func() { results[i], _ = p.Evaluate(b.At, b.facts()) })
	}
	wg.Wait()
	for i, got := range results {
		same(t, fmt.Sprint("call ", i), asJSON(t, want), asJSON(t, got))
	}
}
