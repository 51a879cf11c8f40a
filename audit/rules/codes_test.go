package rules_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
)

// TestEveryReasonIsGiven: each reason that this package knows is one that a
// fixture wants, or comes out where a host changes the set or a catalogue.
func TestEveryReasonIsGiven(t *testing.T) {
	key := aims.PointKey("4.1/a")
	bare, err := set.Drop("rules/external-issues")
	if err != nil {
		t.Fatal(err)
	}
	carried, err := bare.With(external(t, key, aims.MinorGap, isms))
	if err != nil {
		t.Fatal(err)
	}
	given := map[aims.Code]bool{
		reason(t, view(t), bare, "4.1", key):                               true,
		reason(t, view(t), carried, "4.1", key):                            true,
		reason(t, ownCatalogue(t), set, "A.2.2", aims.ControlKey("A.2.2")): true,
	}
	for _, f := range fixtures(t) {
		given[f.Want.Code] = true
	}
	for code := range rules.Sentences() {
		if !given[code] {
			t.Errorf("no test makes the rules say %s", code)
		}
	}
}

// reason returns the first thing that a set says about a point or control.
func reason(t *testing.T, v *audit.View, s rules.Set, id string, key aims.Key) aims.Code {
	t.Helper()
	r, err := rules.Evaluate(v, isms.On, s)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range item(t, r, id).Observations {
		if o.Key == key {
			return o.Code
		}
	}
	t.Fatalf("nothing is said about %s", key)
	return ""
}

// ownCatalogue returns a view whose statement speaks of a control that only
// the catalogue given at opening knows, not that of the set.
func ownCatalogue(t *testing.T) *audit.View {
	t.Helper()
	own := aims.Key{Framework: aims.FrameworkOwn, ID: "C-1"}
	catalogue, err := controls.Edition2023().With(controls.Custom{Key: own, Title: "T", Purpose: "p", Why: "w"})
	if err != nil {
		t.Fatal(err)
	}
	s := gen.Conforming()
	s.Statements[0].Rows = append(s.Statements[0].Rows, controls.Row{Control: own})
	v, err := audit.Open(s, audit.Options{Controls: catalogue})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Hosts may change their copy of the sentences.
func TestSentences_copy(t *testing.T) {
	mine := rules.Sentences()
	mine[rules.Shown] = "scribble"
	if rules.Sentences()[rules.Shown] == "scribble" {
		t.Error("the copy is the original")
	}
}
