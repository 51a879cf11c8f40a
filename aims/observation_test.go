package aims_test

import (
	"encoding/json"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

func TestObservationSentence(t *testing.T) {
	o := aims.Observation{Code: "own/late", Text: "{what} is {days} days late", Args: map[string]string{"what": "the review", "days": "9"}}
	if got := o.Sentence(); got != "the review is 9 days late" {
		t.Errorf("%q", got)
	}
	o.Text = ""
	if got := o.Sentence(); got != "own/late days=9 what=the review" {
		t.Errorf("without a text: %q", got)
	}
}

func TestObservationJSON(t *testing.T) {
	want := aims.Observation{
		Rule: "own/rule", Key: aims.PointKey("6.1.3/f"), Verdict: aims.MinorGap, Code: "own/late",
		Args: map[string]string{"days": "9"}, Text: "{days} days late",
		Refs: []aims.Ref{{Kind: aims.KindPolicy, ID: "p-1"}}, Until: aims.MustDate("2026-03-01"), NotExercised: true,
	}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got aims.Observation
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// A rule is a value: whoever has one can copy it, replace its check and keep
// the original.
func TestRuleIsAValue(t *testing.T) {
	rule := aims.Rule[int]{
		Code: "own/even", Version: 1, Clause: "9.1", Title: "even", Doc: "finds a gap in odd numbers",
		Check: func(n int) iter.Seq[aims.Observation] {
			return func(yield func(aims.Observation) bool) {
				if n%2 != 0 {
					yield(aims.Observation{Rule: "own/even", Verdict: aims.MinorGap})
				}
			}
		},
	}
	softer := rule
	softer.Version++
	softer.Check = func(int) iter.Seq[aims.Observation] { return func(func(aims.Observation) bool) {} }
	if n := len(slices.Collect(rule.Check(3))); n != 1 || rule.Version != 1 {
		t.Errorf("the original found %d gaps and has version %d", n, rule.Version)
	}
	if n := len(slices.Collect(softer.Check(3))); n != 0 {
		t.Errorf("the copy found %d gaps", n)
	}
}

func TestProvenanceJSON(t *testing.T) {
	data, err := json.Marshal(aims.Provenance{Module: aims.Version})
	if err != nil || string(data) != `{"module":"`+aims.Version+`"}` {
		t.Errorf("%s, %v", data, err)
	}
	if strings.Count(aims.Version, ".") != 2 {
		t.Errorf("version %q is not semantic", aims.Version)
	}
}
