package audit_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	"github.com/google/go-cmp/cmp"
)

// edition2023 returns a basis with the catalogues of ISO/IEC 42001:2023.
func edition2023(s controls.Statement) audit.Basis {
	return audit.Basis{
		At: aims.MustDate(day), Requirements: aims.Edition2023(), Controls: controls.Edition2023(),
		Questions: audit.Questions2023(), Statement: s,
	}
}

// everything is the scope of an audit of all clauses and of Annex A.
func everything() audit.Scope {
	var s audit.Scope
	for r := range aims.Edition2023().All() {
		if r.Clause.Parent() == "" {
			s.Keys = append(s.Keys, aims.ClauseKey(r.Clause))
		}
	}
	for g := range controls.Edition2023().Groups() {
		s.Keys = append(s.Keys, aims.ControlKey(g.ID))
	}
	return s
}

// Every leaf and every control has one question, in the order of the
// catalogues, and nothing else has. Each is a question or a request that no
// auditor could answer alone with "yes".
func TestQuestions2023(t *testing.T) {
	var want, got []string
	for r := range aims.Edition2023().Leaves() {
		want = append(want, aims.ClauseKey(r.Clause).String())
	}
	for c := range controls.Edition2023().All() {
		want = append(want, c.Key.String())
	}
	asked := make(map[string]string)
	for _, q := range audit.Questions2023() {
		got = append(got, q.Key.String())
		if other, twice := asked[q.Ask]; twice {
			t.Errorf("%s asks what %s asks", q.Key, other)
		}
		asked[q.Ask] = q.Key.String()
		if !strings.HasSuffix(q.Ask, "?") && !strings.HasSuffix(q.Ask, ".") || len(q.Ask) > 160 {
			t.Errorf("%s: %s", q.Key, q.Ask)
		}
		if _, isClause := q.Key.Clause(); isClause != (len(q.Evidence) > 1) {
			t.Errorf("%s: evidence %q", q.Key, q.Evidence)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Without a statement every control is undecided, and nothing goes unasked.
func TestBasis_Checklist_undecided(t *testing.T) {
	list := edition2023(controls.Statement{}).Checklist(everything())
	if len(list.Items) != 32+38 || list.Unasked != nil || list.Excluded != nil {
		t.Fatalf("%d items, unasked %v, excluded %v", len(list.Items), list.Unasked, list.Excluded)
	}
	points := 0
	for i, item := range list.Items {
		if len(item.Ask) != 1 || len(item.Evidence) == 0 || len(item.Look) == 0 || item.Title == "" {
			t.Errorf("%s is not complete: %+v", item.Key, item)
		}
		if _, isClause := item.Key.Clause(); isClause {
			points += len(item.Look)
			if i >= 32 || item.Undecided {
				t.Errorf("%s stands at %d, undecided: %v", item.Key, i, item.Undecided)
			}
		} else if !item.Undecided {
			t.Errorf("%s is decided on", item.Key)
		}
	}
	want := 0
	for r := range aims.Edition2023().Leaves() {
		want += len(r.Points)
	}
	if points != want {
		t.Errorf("%d points to look at, want %d", points, want)
	}
}

func TestBasis_Checklist(t *testing.T) {
	statement := controls.Statement{ID: "soa", Version: "2", Rows: []controls.Row{
		{Control: aims.ControlKey("A.10.4"), Applicability: controls.Excluded, Exclusions: []controls.Exclusion{{Ground: controls.NoRisk}}},
		{Control: aims.ControlKey("A.10.3"), Applicability: controls.Excluded, Exclusions: []controls.Exclusion{{Until: aims.MustDate(day) - 1}}},
		{Control: aims.ControlKey("A.10.2"), Applicability: controls.Applicable, Exclusions: []controls.Exclusion{
			{Systems: []aims.SystemID{"s-2", "s-1"}}, {Systems: []aims.SystemID{"s-2"}}, {Systems: []aims.SystemID{"s-3"}, Until: aims.MustDate(day) - 1},
		}},
		{Control: key(t, "own/C-1"), Applicability: controls.Applicable},
		{Control: key(t, "own/C-2"), Applicability: controls.Applicable},
		{Control: key(t, "own/C-3"), Applicability: controls.Excluded},
		{Control: key(t, "own/C-4"), Applicability: controls.Applicable},
	}}
	b := edition2023(statement)
	var err error
	if b.Controls, err = b.Controls.With(controls.Custom{Key: key(t, "own/C-1"), Title: "Two pairs of eyes", Purpose: "No release by one alone.", Why: "Annex A has none."}); err != nil {
		t.Fatal(err)
	}
	b.Questions = append(b.Questions,
		audit.Question{Key: key(t, "own/C-1"), Ask: "Whose eyes?"},
		audit.Question{Key: aims.ClauseKey("9.2.2"), Ask: "And the programme?", Evidence: []string{"the programme"}})
	scope := audit.Scope{Keys: []aims.Key{
		aims.ControlKey("A.10"), aims.ClauseKey("9.2.2"), aims.PointKey("9.2.1/b"), aims.ClauseKey("4.9"),
		key(t, "own/C-1"), key(t, "own/C-2"), key(t, "own/C-3"), key(t, "own/C-9"), aims.PointKey("9.1/z"),
	}}
	list := b.Checklist(scope)
	type line struct {
		Key       string
		Asked     int
		Look      int
		Undecided bool
		Except    []aims.SystemID
	}
	var got []line
	for _, item := range list.Items {
		got = append(got, line{item.Key.String(), len(item.Ask), len(item.Look), item.Undecided, item.Except})
	}
	want := []line{
		{"iso42001/9.2.1", 1, 1, false, nil},
		{"iso42001/9.2.2", 2, 6, false, nil},
		{"iso42001/A.10.2", 1, 1, false, []aims.SystemID{"s-1", "s-2"}},
		{"iso42001/A.10.3", 1, 1, true, nil},
		{"own/C-1", 1, 1, false, nil},
		{"own/C-2", 0, 0, false, nil},
		{"iso42001/4.9", 0, 0, false, nil},
		{"own/C-9", 0, 0, false, nil},
		{"iso42001/9.1/z", 0, 0, false, nil},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := list.Items[1].Evidence; got[len(got)-1] != "the programme" {
		t.Errorf("evidence of the further question is missing: %q", got)
	}
	if diff := cmp.Diff([]aims.Key{aims.ControlKey("A.10.4"), key(t, "own/C-3")}, list.Excluded); diff != "" {
		t.Errorf("excluded (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]aims.Key{key(t, "own/C-2"), aims.ClauseKey("4.9"), key(t, "own/C-9"), aims.PointKey("9.1/z")}, list.Unasked); diff != "" {
		t.Errorf("unasked (-want +got)\n%s", diff)
	}
	if list.Requirements == "" || list.Controls == "" || list.Statement != "soa" || list.Version != "2" {
		t.Errorf("what it was made from: %+v", list)
	}
}

func TestBasis_Checklist_zero(t *testing.T) {
	if list := edition2023(controls.Statement{}).Checklist(audit.Scope{}); list.Items != nil || list.Excluded != nil || list.Unasked != nil {
		t.Errorf("no scope: %+v", list)
	}
	if list := (audit.Basis{}).Checklist(everything()); !slices.Equal(list.Unasked, everything().Keys) || len(list.Items) != len(list.Unasked) {
		t.Errorf("no catalogues: %+v", list)
	}
}

// Callers may change the questions that they were given.
func TestQuestions2023_copy(t *testing.T) {
	mine := audit.Questions2023()
	mine[0].Ask, mine[0].Evidence[0] = "", ""
	if q := audit.Questions2023()[0]; q.Ask == "" || slices.Contains(q.Evidence, "") {
		t.Error("the copy is the original")
	}
}
