package risk_test

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// inside checks that a list is not empty, holds nothing twice, and only what exists.
func inside[T comparable](t *testing.T, what string, list []T, exists func(T) bool) {
	t.Helper()
	if len(list) == 0 {
		t.Errorf("no %s", what)
	}
	for i, v := range list {
		if !exists(v) {
			t.Errorf("%s: there is no %v", what, v)
		}
		if slices.Contains(list[:i], v) {
			t.Errorf("%s: %v stands there twice", what, v)
		}
	}
}

func TestLibraryEntries(t *testing.T) {
	lib := risk.Starter()
	form := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	var topics []risk.Topic
	seen := make(map[string]bool)
	for e := range lib.All() {
		t.Run(string(e.ID), func(t *testing.T) {
			if !form.MatchString(string(e.ID)) || !e.Topic.Known() {
				t.Errorf("id %q, topic %q", e.ID, e.Topic)
			}
			for _, text := range []string{string(e.ID), e.Title, e.Cause, e.Event, e.Outcome} {
				if text != strings.TrimSpace(text) || text == "" || seen[text] {
					t.Errorf("%q is blank or stands elsewhere too", text)
				}
				seen[text] = true
			}
			for _, sentence := range []string{e.Cause, e.Event, e.Outcome} {
				if !strings.HasSuffix(sentence, ".") || len(sentence) < 20 {
					t.Errorf("%q is no sentence", sentence)
				}
			}
			if strings.HasSuffix(e.Title, ".") || len(e.Title) > 80 {
				t.Errorf("%q is no title", e.Title)
			}
			inside(t, "sources", e.Sources, func(s risk.SourceID) bool { _, ok := lib.Source(s); return ok })
			inside(t, "objectives", e.Objectives, func(o aims.AnnexC) bool { _, ok := lib.Objective(o); return ok })
			inside(t, "stages", e.Stages, aims.Stage.Known)
			inside(t, "affected", e.Affected, risk.Affected.Known)
			inside(t, "parties", e.Parties, func(s string) bool { return s != "" })
			inside(t, "controls", e.Controls, func(c aims.ControlID) bool { _, err := aims.ParseControlID(string(c)); return err == nil })
			if !slices.IsSortedFunc(e.Stages, func(a, b aims.Stage) int {
				return slices.Index(aims.Stages(), a) - slices.Index(aims.Stages(), b)
			}) {
				t.Errorf("stages %q are not in their usual order", e.Stages)
			}
			annexC := slices.ContainsFunc(e.Sources, func(s risk.SourceID) bool { return strings.HasPrefix(string(s), "C.3.") })
			family := slices.ContainsFunc(e.Sources, func(s risk.SourceID) bool { return !strings.HasPrefix(string(s), "C.3.") })
			if !annexC || !family {
				t.Errorf("sources %q name no item of Annex C, or no family", e.Sources)
			}
			if got, ok := lib.Lookup(e.ID); !ok || !cmp.Equal(got, e) {
				t.Errorf("looked up: %+v, %t", got, ok)
			}
		})
		if len(topics) == 0 || topics[len(topics)-1] != e.Topic {
			topics = append(topics, e.Topic)
		}
	}
	if lib.Len() < 40 {
		t.Errorf("%d entries, want at least 40", lib.Len())
	}
	for i, topic := range topics {
		if slices.Contains(topics[:i], topic) {
			t.Errorf("the topic %s is torn apart", topic)
		}
	}
	for _, topic := range risk.Topics() {
		if !slices.Contains(topics, topic) {
			t.Errorf("no entry on %s", topic)
		}
	}
}

// Every source, objective and stage is of use somewhere. Whether the controls
// exist is checked where the catalogue of Annex A is known, in
// examples/riskregister.
func TestLibraryUsesEverything(t *testing.T) {
	lib := risk.Starter()
	used := make(map[string]bool)
	for e := range lib.All() {
		for _, s := range e.Sources {
			used[string(s)] = true
		}
		for _, o := range e.Objectives {
			used[string(o)] = true
		}
		for _, s := range e.Stages {
			used[string(s)] = true
		}
	}
	for s := range lib.Sources() {
		if !used[string(s.ID)] {
			t.Errorf("no entry has the source %s", s.ID)
		}
	}
	for o := range lib.Objectives() {
		if !used[string(o.ID)] {
			t.Errorf("no entry hinders %s", o.ID)
		}
	}
	for _, s := range aims.Stages() {
		if !used[string(s)] {
			t.Errorf("no entry arises in %s", s)
		}
	}
}

func TestSources(t *testing.T) {
	lib := risk.Starter()
	want := []string{
		"C.3.1 Complexity of environment", "C.3.2 Lack of transparency and explainability", "C.3.3 Level of automation",
		"C.3.4 Risk sources related to machine learning", "C.3.5 System hardware issues", "C.3.6 System life cycle issues",
		"C.3.7 Technology readiness", "data Data", "model Model", "system System", "organizational Organizational", "external External",
	}
	var got []string
	for s := range lib.Sources() {
		got = append(got, string(s.ID)+" "+s.Title)
		if family := !strings.HasPrefix(string(s.ID), "C."); family != (len(s.Families) == 0) || family != (len(s.Ask) == 0) {
			t.Errorf("%s: families %v, questions %q", s.ID, s.Families, s.Ask)
		}
		for _, f := range s.Families {
			if in, ok := lib.Source(f); !ok || len(in.Families) > 0 {
				t.Errorf("%s stands in %s, which is no family", s.ID, f)
			}
		}
		for _, q := range s.Ask {
			if !strings.HasSuffix(q, "?") {
				t.Errorf("%q is no question", q)
			}
		}
		if err := (risk.Risk{ID: "r", Title: "t", Sources: []risk.SourceID{s.ID}}).Validate(); err != nil {
			t.Errorf("a risk may not have the source %s: %v", s.ID, err)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
}

func TestObjectives(t *testing.T) {
	want := []string{
		"C.2.1 Accountability", "C.2.2 AI expertise", "C.2.3 Availability and quality of training and test data",
		"C.2.4 Environmental impact", "C.2.5 Fairness", "C.2.6 Maintainability", "C.2.7 Privacy", "C.2.8 Robustness",
		"C.2.9 Safety", "C.2.10 Security", "C.2.11 Transparency and explainability",
	}
	var got []string
	for o := range risk.Starter().Objectives() {
		got = append(got, string(o.ID)+" "+o.Title)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("objectives (-want +got):\n%s", diff)
	}
}

func ids(entries iter.Seq[risk.Entry]) []risk.EntryID {
	var out []risk.EntryID
	for e := range entries {
		out = append(out, e.ID)
	}
	return out
}

func TestMatching(t *testing.T) {
	lib := risk.Starter()
	for _, c := range []struct {
		desc   string
		filter risk.Filter
		want   []risk.EntryID
	}{
		{"a topic", risk.Filter{Topics: []risk.Topic{risk.TopicEnvironment}}, []risk.EntryID{"energy-use"}},
		{"two topics", risk.Filter{Topics: []risk.Topic{risk.TopicLaw, risk.TopicEnvironment}}, []risk.EntryID{"energy-use", "changed-law", "unreported-incident"}},
		{"an objective and a source", risk.Filter{Objectives: []aims.AnnexC{"C.2.4"}, Sources: []risk.SourceID{"C.3.5"}}, []risk.EntryID{"energy-use", "denial-of-service"}},
		{"a stage and a control", risk.Filter{Stages: []aims.Stage{aims.StageRetirement}, Controls: []aims.ControlID{"A.7.5"}}, []risk.EntryID{"no-erasure", "careless-retirement"}},
		{"those affected", risk.Filter{Affected: []risk.Affected{risk.Societies}, Topics: []risk.Topic{risk.TopicSafety}}, []risk.EntryID{"physical-harm", "vulnerable-users"}},
		{"what does not exist", risk.Filter{Controls: []aims.ControlID{"A.6.2.1"}}, nil},
	} {
		t.Run(c.desc, func(t *testing.T) {
			if diff := cmp.Diff(c.want, ids(lib.Matching(c.filter))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	for range lib.All() { // stopping early is allowed
		break
	}
	for range lib.Sources() {
		break
	}
}

// Whatever a caller does to what the library handed out, the library stays as
// it was.
func TestLibraryStaysAsItIs(t *testing.T) {
	lib := risk.Starter()
	for e := range lib.All() {
		e.Sources[0], e.Objectives[0], e.Stages[0], e.Affected[0], e.Parties[0], e.Controls[0] = "x", "x", "x", "x", "x", "x"
	}
	for s := range lib.Sources() {
		for i := range s.Ask {
			s.Ask[i] = "x"
		}
		for i := range s.Families {
			s.Families[i] = "x"
		}
	}
	e, _ := lib.Lookup("slow-drift")
	drift := e.Risk("R-1")
	drift.Sources[0], drift.AnnexC[0], drift.Stages[0] = "x", "x", "x"
	fresh := risk.Starter()
	for e := range fresh.All() {
		if got, _ := lib.Lookup(e.ID); !cmp.Equal(e, got) {
			t.Errorf("%s changed to %+v", e.ID, got)
		}
	}
	for s := range fresh.Sources() {
		if got, _ := lib.Source(s.ID); !cmp.Equal(s, got) {
			t.Errorf("%s changed to %+v", s.ID, got)
		}
	}
}

// Every entry makes a sound draft, and what only the organization can know is open.
func TestEntryRisk(t *testing.T) {
	for e := range risk.Starter().All() {
		r := e.Risk("R-1")
		if err := r.Validate(); err != nil {
			t.Errorf("%s: %v", e.ID, err)
		}
		want := risk.Risk{
			ID: "R-1", Title: e.Title, Cause: e.Cause, Event: e.Event, Outcome: e.Outcome,
			Sources: e.Sources, AnnexC: e.Objectives, Stages: e.Stages,
		}
		if diff := cmp.Diff(want, r); diff != "" {
			t.Errorf("%s (-want +got):\n%s", e.ID, diff)
		}
	}
}

func TestZeroLibrary(t *testing.T) {
	var lib risk.Library
	if lib.Len() != 0 || lib.Edition() != "" || lib.Attribution() != (aims.Attribution{}) || ids(lib.All()) != nil {
		t.Error("the zero library is not empty")
	}
	if _, ok := lib.Lookup("slow-drift"); ok {
		t.Error("it finds an entry")
	}
	if _, ok := lib.Source("C.3.1"); ok {
		t.Error("it finds a source")
	}
	if _, ok := lib.Objective("C.2.1"); ok {
		t.Error("it finds an objective")
	}
	lib = risk.Starter()
	if lib.Edition() != "ISO/IEC 42001:2023" || !strings.Contains(lib.Attribution().Wording, "own words") {
		t.Errorf("%q, %+v", lib.Edition(), lib.Attribution())
	}
}
