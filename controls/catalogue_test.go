package controls_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// standard is testdata/catalogue/iso42001.json.
type standard struct {
	Edition string
	AnnexA  []struct {
		Group, Title         string
		Objectives, Controls []item
	}
	Annexes map[string]struct{ Status, Title string }
	AnnexC  []aims.AnnexC
}

type item struct {
	ID    aims.ControlID
	Title string
}

func readTestdata[T any](t *testing.T, name string) T {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "catalogue", name))
	if err != nil {
		t.Fatal(err)
	}
	var v T
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return v
}

func TestCatalogueEqualsTheStandard(t *testing.T) {
	want := readTestdata[standard](t, "iso42001.json")
	c := controls.Edition2023()
	if c.Edition() != want.Edition {
		t.Errorf("edition %q, want %q", c.Edition(), want.Edition)
	}
	var groups, objectives, all []item
	for _, g := range want.AnnexA {
		groups = append(groups, item{aims.ControlID(g.Group), g.Title})
		for _, o := range g.Objectives {
			if o.Title == "" {
				o.Title = g.Title
			}
			objectives = append(objectives, o)
		}
		all = append(all, g.Controls...)
	}
	if len(groups) != 9 || len(objectives) != 10 || len(all) != 38 {
		t.Fatalf("the test data have %d groups, %d objectives, %d controls; want 9, 10, 38", len(groups), len(objectives), len(all))
	}

	var gotGroups, gotObjectives, gotAll []item
	for g := range c.Groups() {
		gotGroups = append(gotGroups, item{g.ID, g.Title})
	}
	for o := range c.Objectives() {
		gotObjectives = append(gotObjectives, item{o.ID, o.Title})
	}
	for ctl := range c.All() {
		gotAll = append(gotAll, item{ctl.ID(), ctl.Title})
	}
	for name, d := range map[string]string{
		"groups":     cmp.Diff(groups, gotGroups),
		"objectives": cmp.Diff(objectives, gotObjectives),
		"controls":   cmp.Diff(all, gotAll),
	} {
		if d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
	if c.Len() != 38 {
		t.Errorf("Len() = %d, want 38", c.Len())
	}
}

func TestAnnexStatus(t *testing.T) {
	want := readTestdata[standard](t, "iso42001.json").Annexes
	var ids string
	for a := range controls.Edition2023().Annexes() {
		ids += a.ID
		if w := want[a.ID]; a.Title != w.Title || a.Normative != (w.Status == "normative") {
			t.Errorf("annex %+v, want %+v", a, w)
		}
	}
	if ids != "ABCD" {
		t.Errorf("annexes %s, want ABCD", ids)
	}
}

func TestEachControlBelongsSomewhere(t *testing.T) {
	c := controls.Edition2023()
	for ctl := range c.All() {
		if !has(c.Groups(), func(g controls.Group) bool { return g.ID == ctl.Group() }) {
			t.Errorf("%s stands in %s, which is no group", ctl.ID(), ctl.Group())
		}
		if !has(c.Objectives(), func(o controls.Objective) bool { return o.ID == ctl.Objective() }) {
			t.Errorf("%s serves %s, which is no objective", ctl.ID(), ctl.Objective())
		}
		if got, ok := c.Lookup(ctl.ID()); !ok || got != ctl {
			t.Errorf("Lookup(%s) = %v, %v", ctl.ID(), got, ok)
		}
		if got, ok := c.LookupKey(ctl.Key); !ok || got != ctl {
			t.Errorf("LookupKey(%s) = %v, %v", ctl.Key, got, ok)
		}
	}
}

func has[T any](seq func(func(T) bool), is func(T) bool) bool {
	return slices.ContainsFunc(slices.Collect(seq), is)
}

func TestUnder(t *testing.T) {
	c := controls.Edition2023()
	for _, tt := range []struct {
		id   aims.ControlID
		want string
	}{
		{"A.2", "A.2.2 A.2.3 A.2.4"},
		{"A.2.1", "A.2.2 A.2.3 A.2.4"},
		{"A.6.1", "A.6.1.2 A.6.1.3"},
		{"A.6.1.1", "A.6.1.2 A.6.1.3"},
		{"A.10", "A.10.2 A.10.3 A.10.4"},
		{"A.1", ""}, // not the beginning of A.10
		{"A.6.2.4", "A.6.2.4"},
		{"A.11", ""},
		{"", ""},
	} {
		var got []string
		for ctl := range c.Under(tt.id) {
			got = append(got, string(ctl.ID()))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("Under(%s) = %s, want %s", tt.id, s, tt.want)
		}
	}
	for ctl := range c.Under("A.6") {
		if ctl.ID() != "A.6.1.2" {
			t.Errorf("the first of A.6 is %s", ctl.ID())
		}
		break
	}
}

func TestEventDriven(t *testing.T) {
	var got []aims.ControlID
	for ctl := range controls.Edition2023().All() {
		if ctl.EventDriven() {
			got = append(got, ctl.ID())
		}
	}
	if d := cmp.Diff([]aims.ControlID{"A.8.4"}, got); d != "" {
		t.Errorf("event-driven controls (-want +got):\n%s", d)
	}
}

// The clauses of a control and the controls of a clause are one relation.
func TestClausesAreLeavesThatNameTheControl(t *testing.T) {
	requirements := aims.Edition2023()
	pairs := 0
	for ctl := range controls.Edition2023().All() {
		clauses := ctl.Clauses()
		if len(clauses) == 0 {
			t.Errorf("%s helps with no clause", ctl.ID())
		}
		if !slices.IsSortedFunc(clauses, aims.Clause.Compare) {
			t.Errorf("%s: clauses %v are out of order", ctl.ID(), clauses)
		}
		for _, clause := range clauses {
			r, ok := requirements.Lookup(clause)
			if !ok || !r.Leaf() || !slices.Contains(r.Controls, ctl.ID()) {
				t.Errorf("%s: clause %s does not exist, is no leaf or does not name the control", ctl.ID(), clause)
			}
			pairs++
		}
	}
	want := 0
	for r := range requirements.All() {
		want += len(r.Controls)
	}
	if pairs != want {
		t.Errorf("%d pairs of control and clause, want the %d that the clauses name", pairs, want)
	}
}

// The clauses that demand the same as a control, so that excluding it would
// contradict them.
func TestClausesThatDemandTheSame(t *testing.T) {
	c := controls.Edition2023()
	for id, want := range map[aims.ControlID][]aims.Clause{
		"A.2.2": {"5.2"}, "A.3.2": {"5.3"},
		"A.5.2": {"6.1.4", "8.4"}, "A.5.3": {"6.1.4", "8.4"}, "A.5.4": {"6.1.4", "8.4"}, "A.5.5": {"6.1.4", "8.4"},
	} {
		ctl, _ := c.Lookup(id)
		for _, clause := range want {
			if !slices.Contains(ctl.Clauses(), clause) {
				t.Errorf("%s: clauses %v lack %s", id, ctl.Clauses(), clause)
			}
		}
	}
}

func TestEachObjectiveOfAnnexCIsServed(t *testing.T) {
	served := make(map[aims.AnnexC]int)
	for ctl := range controls.Edition2023().All() {
		serves := ctl.Serves()
		if len(serves) == 0 || !slices.IsSortedFunc(serves, aims.AnnexC.Compare) {
			t.Errorf("%s serves %v; want at least one, in order", ctl.ID(), serves)
		}
		for _, o := range serves {
			served[o]++
		}
	}
	want := readTestdata[standard](t, "iso42001.json").AnnexC
	for _, o := range want {
		if served[o] == 0 {
			t.Errorf("no control serves %s", o)
		}
		delete(served, o)
	}
	if len(want) != 11 || len(served) != 0 {
		t.Errorf("%d objectives, and controls that serve others: %v", len(want), served)
	}
}

func TestWhatIsHandedOutIsACopy(t *testing.T) {
	c := controls.Edition2023()
	ctl, _ := c.Lookup("A.6.2.4")
	want := encode(t, slices.Collect(c.All()))

	ctl.Evidence()[0], ctl.Clauses()[0], ctl.Serves()[0] = "x", "99", "C.9.9"
	ctl.Title, ctl.Key = "x", aims.Key{}
	for a := range controls.Themes() {
		a.Controls[0] = aims.Key{}
	}
	controls.Sentences()[controls.Notation] = "x"
	if _, err := c.With(custom("own/C-7")); err != nil {
		t.Fatal(err)
	}

	if d := cmp.Diff(want, encode(t, slices.Collect(c.All()))); d != "" {
		t.Errorf("the catalogue changed (-want +got):\n%s", d)
	}
	if d := cmp.Diff(want, encode(t, slices.Collect(controls.Edition2023().All()))); d != "" {
		t.Errorf("another catalogue differs (-want +got):\n%s", d)
	}
	if a := c.Aliases("guide/A.4"); len(a) != 1 || a[0].Controls[0] != aims.ControlKey("A.5.2") {
		t.Errorf("the theme changed: %v", a)
	}
	if controls.Sentences()[controls.Notation] == "x" {
		t.Error("the sentences changed")
	}
}

func TestZeroCatalogueAndControl(t *testing.T) {
	var c controls.Catalogue
	if c.Len() != 0 || c.Edition() != "" || c.Attribution() != (aims.Attribution{}) || len(c.Aliases("AI policy")) != 0 {
		t.Error("the zero catalogue holds something")
	}
	for range c.Under("A.2") {
		t.Error("the zero catalogue has controls under A.2")
	}
	if _, ok := c.Lookup("A.2.2"); ok {
		t.Error("the zero catalogue holds A.2.2")
	}
	if _, ok := c.LookupKey(aims.Key{}); ok {
		t.Error("the zero catalogue holds the zero key")
	}
	_, err := c.Resolve("A.2.2")
	if e, ok := err.(*controls.UnknownError); !ok || !e.Nearest.IsZero() {
		t.Errorf("Resolve in the zero catalogue: %v", err)
	}
	if with, err := c.With(custom("own/C-7")); err != nil || with.Len() != 1 {
		t.Errorf("an own control alone: %d, %v", with.Len(), err)
	}

	var ctl controls.Control
	if ctl.ID() != "" || ctl.Group() != "" || ctl.Objective() != "" || ctl.Purpose() != "" || ctl.Hint() != "" ||
		ctl.Evidence() != nil || ctl.Clauses() != nil || ctl.Serves() != nil || ctl.EventDriven() {
		t.Errorf("the zero control says something: %v", ctl)
	}
	if got := encode(t, ctl); got != `{"title":""}` {
		t.Errorf("the zero control as JSON: %s", got)
	}
}

func TestControlJSON(t *testing.T) {
	ctl, _ := controls.Edition2023().Lookup("A.8.4")
	var got map[string]any
	if err := json.Unmarshal([]byte(encode(t, ctl)), &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"key": "iso42001/A.8.4", "title": "Communication of incidents", "group": "A.8", "objective": "A.8.1",
		"purpose": ctl.Purpose(), "hint": ctl.Hint(), "eventDriven": true,
		"evidence": list(ctl.Evidence()), "clauses": list(ctl.Clauses()), "serves": list(ctl.Serves()),
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("JSON (-want +got):\n%s", d)
	}
}

func list[T ~string](texts []T) []any {
	out := make([]any, len(texts))
	for i, s := range texts {
		out[i] = string(s)
	}
	return out
}

func encode(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// ISO/IEC 27001:2022 numbers its controls A.5.1–A.5.37, A.6.1–A.6.8,
// A.7.1–A.7.14 and A.8.1–A.8.34.
func TestThirteenIdsAreAlsoOfISO27001(t *testing.T) {
	theirs := make(map[aims.ControlID]bool)
	for group, n := range map[aims.ControlID]int{"A.5": 37, "A.6": 8, "A.7": 14, "A.8": 34} {
		for i := range n {
			theirs[group.Child(i+1)] = true
		}
	}
	if len(theirs) != 93 {
		t.Fatalf("%d controls of ISO/IEC 27001, want 93", len(theirs))
	}
	var both []string
	for ctl := range controls.Edition2023().All() {
		if theirs[ctl.ID()] {
			both = append(both, string(ctl.ID()))
		}
	}
	if len(both) != 13 {
		t.Errorf("%d ids are in both: %v; want 13", len(both), both)
	}
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Join(strings.Fields(strings.ReplaceAll(string(doc), "//", " ")), " ")
	if want := strings.Join(both, ", "); !strings.Contains(words, want) {
		t.Errorf("doc.go does not list %s", want)
	}
}
