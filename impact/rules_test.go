package impact_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

// ruleCase is one change of the base, and everything that all rules together
// then observe.
type ruleCase struct {
	Desc string         `json:"desc"`
	Rule aims.Code      `json:"rule"`           // the rule that the case is about
	Set  map[string]any `json:"set,omitempty"`  // pointer into the base → value, null to remove, in the order of the pointers
	Keep []string       `json:"keep,omitempty"` // what is not approved again after the change: method, assessment
	Want []wanted       `json:"want"`
}

type wanted struct {
	Code    aims.Code    `json:"code"`
	Verdict aims.Verdict `json:"verdict"`
	Key     aims.Key     `json:"key,omitzero"`
}

func ruleCases(t *testing.T) []ruleCase {
	t.Helper()
	var cases []ruleCase
	read(t, "rules.json", &cases)
	return cases
}

func (c ruleCase) observations(t *testing.T, from any) []aims.Observation {
	t.Helper()
	for _, pointer := range slices.Sorted(maps.Keys(c.Set)) {
		from = set(t, from, pointer, c.Set[pointer])
	}
	var b base
	convert(t, from, &b)
	b.bind(t, c.Keep...)
	found, err := impact.Completeness(b.Assessment, b.Method, b.At, b.facts())
	if err != nil {
		t.Fatal(err)
	}
	screened, err := impact.CheckScreening(b.Screening, b.Method, impact.ScreeningRules())
	if err != nil {
		t.Fatal(err)
	}
	return append(found, screened...)
}

// Every fixture yields exactly what it says; sentences.txt holds the sentences
// as a reader sees them.
func TestRules_fixtures(t *testing.T) {
	var b any
	read(t, "base.json", &b)
	var sentences strings.Builder
	breaches, silences := map[aims.Code]int{}, map[aims.Code]int{}
	for _, c := range ruleCases(t) {
		t.Run(strings.TrimPrefix(string(c.Rule), "impact/")+"/"+c.Desc, func(t *testing.T) {
			got := []wanted{}
			for _, o := range c.observations(t, b) {
				got = append(got, wanted{o.Code, o.Verdict, o.Key})
				args, err := json.Marshal(o.Args)
				if err != nil {
					t.Fatal(err)
				}
				fmt.Fprintf(&sentences, "%s %v %s\n\t%s\n", o.Code, o.Refs, args, o.Sentence())
				if s := o.Sentence(); strings.ContainsAny(s, "{}") || s == "" || o.Rule != o.Code || len(o.Refs) != 1 {
					t.Errorf("%s: sentence %q, refs %v", o.Rule, s, o.Refs)
				}
			}
			same(t, "observations", c.Want, got)
		})
		codes := map[aims.Code]bool{}
		for _, w := range c.Want {
			codes[w.Code] = true
		}
		switch {
		case len(codes) == 0:
			silences[c.Rule]++
		case len(codes) == 1 && codes[c.Rule]:
			breaches[c.Rule]++
		}
	}
	for _, code := range ruleCodes() {
		if breaches[code] == 0 {
			t.Errorf("no fixture yields exactly %s", code)
		}
		if silences[code] == 0 {
			t.Errorf("no fixture comes near %s without yielding it", code)
		}
		delete(breaches, code)
	}
	for code := range breaches {
		t.Errorf("fixtures speak of the rule %s, which is not listed", code)
	}
	golden(t, "sentences.txt", sentences.String())
}

func ruleCodes() []aims.Code {
	var out []aims.Code
	for _, r := range impact.Rules() {
		out = append(out, r.Code)
	}
	for _, r := range impact.ScreeningRules() {
		out = append(out, r.Code)
	}
	return out
}

func TestRules_values(t *testing.T) {
	clauses, sentences := aims.Edition2023(), impact.Sentences()
	seen := map[aims.Code]bool{}
	check := func(code aims.Code, version int, clause aims.Clause, key aims.Key, title, doc string, reads []aims.Kind) {
		t.Helper()
		if seen[code] || version != 1 || title == "" || len(doc) < 40 || sentences[code] == "" || len(reads) == 0 {
			t.Errorf("%s is listed twice or lacks something: %s: %s", code, title, doc)
		}
		seen[code] = true
		if _, ok := clauses.Lookup(clause); !ok {
			t.Errorf("%s speaks of clause %q, which does not exist", code, clause)
		}
		if control, ok := key.Control(); ok {
			if control < "A.5.2" || control > "A.5.5" {
				t.Errorf("%s speaks of %s, which is no control of impact assessment", code, control)
			}
		} else if _, ok := clauses.Point(aims.PointID(key.ID)); !ok && !key.IsZero() {
			t.Errorf("%s speaks of point %s, which does not exist", code, key)
		}
	}
	for _, r := range impact.Rules() {
		check(r.Code, r.Version, r.Clause, r.Key, r.Title, r.Doc, r.Reads)
	}
	for _, r := range impact.ScreeningRules() {
		check(r.Code, r.Version, r.Clause, r.Key, r.Title, r.Doc, r.Reads)
	}
	mine := impact.Rules()
	mine[0].Title = "changed"
	if impact.Rules()[0].Title == "changed" {
		t.Error("Rules hands the same list out twice")
	}
}

// A rule stops when its caller does, and has nothing to say of nothing.
func TestRules_stop(t *testing.T) {
	b := sound(t)
	b.Assessment = impact.Assessment{
		ID: "ia-2", Title: "Bare", System: "s-1", Method: b.Assessment.Method,
		Parties:  []impact.Party{{ID: "a", Title: "A", Kind: impact.Society}, {ID: "b", Title: "B", Kind: impact.Society, WhyNot: "x"}},
		Measures: []impact.Measure{{ID: "m", Title: "M"}, {ID: "n", Title: "N"}},
		Impacts: []impact.Impact{
			{ID: "i", Title: "I", Party: "a", Domain: impact.Economy, Effect: impact.Harm, Occurrence: impact.Actual},
			{ID: "j", Title: "J", Party: "a", Domain: impact.Economy, Effect: impact.Harm, Occurrence: impact.Actual},
		},
	}
	e := b.evaluate(t)
	stopped := 0
	for _, r := range impact.Rules() {
		n := 0
		for range r.Check(e) {
			n++
		}
		for range r.Check(e) {
			stopped++
			break
		}
		for range r.Check(nil) {
			t.Errorf("%s says something of nothing", r.Code)
		}
		if n > 1 {
			stopped += 100
		}
	}
	if stopped < 600 {
		t.Errorf("only %d", stopped)
	}
}

// The rules say nothing that their caller did not ask for.
func TestCheck_own(t *testing.T) {
	b := sound(t)
	b.Assessment.Version = ""
	b.Assessment.RetainedUntil = 0
	b.bind(t)
	rules := slices.DeleteFunc(impact.Rules(), func(r aims.Rule[*impact.Evaluation]) bool { return r.Code != impact.VersionMissing })
	rules = append(rules, aims.Rule[*impact.Evaluation]{Code: "own/empty"})
	found := impact.Check(b.evaluate(t), rules)
	if len(found) != 1 || found[0].Code != impact.VersionMissing {
		t.Errorf("%v", found)
	}
}
