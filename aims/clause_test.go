package aims_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

// parsed runs a table over one of the Parse functions: what is accepted comes
// back as it was, and what is refused is refused with ErrSyntax and an error
// that stays short whatever the input.
func parsed[T ~string](t *testing.T, parse func(string) (T, error), good, bad []string) {
	t.Helper()
	for _, s := range good {
		if got, err := parse(s); err != nil || string(got) != s {
			t.Errorf("%q: got %q, %v", s, got, err)
		}
	}
	bad = append(bad, "", " ", "\x00", strings.Repeat("9.", 1000))
	for _, s := range bad {
		got, err := parse(s)
		if !errors.Is(err, aims.ErrSyntax) || got != "" {
			t.Errorf("%q: got %q, %v", s, got, err)
			continue
		}
		if len(err.Error()) > 400 {
			t.Errorf("the error on %d bytes has %d bytes", len(s), len(err.Error()))
		}
	}
}

func TestParseClause(t *testing.T) {
	parsed(t, aims.ParseClause,
		[]string{"4", "10", "99", "6.1.3", "7.5.3", "9.2.2", "1.2.3.4"},
		[]string{"0", "04", "4.0", "4.01", "100", "4.", ".4", "4..1", "4.1 ", "4,1", "A.2", "1.2.3.4.5", "四", "-4", "+4", "4a"})
}

func TestParseControlID(t *testing.T) {
	parsed(t, aims.ParseControlID,
		[]string{"A.2", "A.2.2", "A.6.2.4", "A.10.4"},
		[]string{"A", "A.", "2.2", "a.2.2", "B.2.2", "A2.2", "A.02", "A.2.2.2.2", "A.2.2 ", "A.2..2", "AA.2"})
}

func TestParseAnnexC(t *testing.T) {
	parsed(t, aims.ParseAnnexC,
		[]string{"C.2.1", "C.2.11", "C.3.7"},
		[]string{"C", "C.2", "C.2.", "C.2.1.1", "c.2.1", "A.2.1", "C.2.01", "C.2.x"})
}

func TestParsePointID(t *testing.T) {
	parsed(t, aims.ParsePointID,
		[]string{"4.1/a", "6.1.3/f", "10.2/z"},
		[]string{"4.1", "4.1/", "/a", "4.1/A", "4.1/aa", "4.1/1", "4.1/a/b", "A.2.2/a", "4.1/ä"})
}

func TestClauseOrder(t *testing.T) {
	want := []aims.Clause{
		"", "4", "4.1", "4.2", "4.10", "5", "6.1", "6.1.1", "6.1.2", "6.2", "9", "10", "10.1", "10.2",
		"A.2", "nonsense",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, aims.Clause.Compare)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}

	controls := []aims.ControlID{"A.10.4", "A.2.2", "A.6.1.2", "A.6", "A.6.2.8", "A.6.2.10", "A.10"}
	slices.SortFunc(controls, aims.ControlID.Compare)
	if d := cmp.Diff([]aims.ControlID{"A.2.2", "A.6", "A.6.1.2", "A.6.2.8", "A.6.2.10", "A.10", "A.10.4"}, controls); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}

	annex := []aims.AnnexC{"C.3.1", "C.2.11", "C.2.2"}
	slices.SortFunc(annex, aims.AnnexC.Compare)
	if d := cmp.Diff([]aims.AnnexC{"C.2.2", "C.2.11", "C.3.1"}, annex); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}

	points := []aims.PointID{"10.2/a", "6.1.3/b", "6.1.3/a", "6.1.3"}
	slices.SortFunc(points, aims.PointID.Compare)
	if d := cmp.Diff([]aims.PointID{"6.1.3", "6.1.3/a", "6.1.3/b", "10.2/a"}, points); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// Sorting by text would put 10 before 4; the catalogue and Compare agree.
func TestClauseOrderIsTheCatalogues(t *testing.T) {
	var all []aims.Clause
	for r := range aims.Edition2023().All() {
		all = append(all, r.Clause)
	}
	for i, c := range all {
		for j, d := range all {
			got := c.Compare(d)
			if i < j && got != -1 || i == j && got != 0 || i > j && got != 1 {
				t.Errorf("%s.Compare(%s) = %d; they stand at %d and %d", c, d, got, i, j)
			}
		}
	}
	if slices.IsSorted(all) {
		t.Error("the catalogue is sorted by text")
	}
}

func TestClauseFamily(t *testing.T) {
	for _, tt := range []struct{ c, parent aims.Clause }{
		{"6.1.3", "6.1"}, {"6.1", "6"}, {"6", ""}, {"", ""}, {"10.2", "10"},
	} {
		if got := tt.c.Parent(); got != tt.parent {
			t.Errorf("%q.Parent() = %q, want %q", tt.c, got, tt.parent)
		}
	}
	if got := aims.Clause("6.1").Child(3); got != "6.1.3" {
		t.Errorf("6.1.Child(3) = %q", got)
	}
	if got := aims.Clause("").Child(4); got != "4" {
		t.Errorf("Child(4) of no clause = %q", got)
	}
	for _, tt := range []struct {
		c, d aims.Clause
		want bool
	}{
		{"6", "6", true},
		{"6", "6.1.3", true},
		{"6.1", "6.1.3", true},
		{"6.1", "6.10", false},
		{"1", "10", false},
		{"6.1.3", "6.1", false},
		{"", "6", false},
		{"", "", false},
	} {
		if got := tt.c.Contains(tt.d); got != tt.want {
			t.Errorf("%q.Contains(%q) = %v", tt.c, tt.d, got)
		}
	}
	if got := aims.PointID("6.1.3/f").Clause(); got != "6.1.3" {
		t.Errorf("the clause of 6.1.3/f is %q", got)
	}
}

func TestControlIDFamily(t *testing.T) {
	for _, tt := range []struct{ id, parent, group aims.ControlID }{
		{"A.6.2.4", "A.6.2", "A.6"}, {"A.6.2", "A.6", "A.6"}, {"A.6", "", "A.6"}, {"A.10.2", "A.10", "A.10"}, {"", "", ""},
	} {
		if got := tt.id.Parent(); got != tt.parent {
			t.Errorf("%q.Parent() = %q, want %q", tt.id, got, tt.parent)
		}
		if got := tt.id.Group(); got != tt.group {
			t.Errorf("%q.Group() = %q, want %q", tt.id, got, tt.group)
		}
	}
	if got := aims.ControlID("A.6.2").Child(4); got != "A.6.2.4" {
		t.Errorf("A.6.2.Child(4) = %q", got)
	}
	if got := aims.ControlID("").Child(2); got != "A.2" {
		t.Errorf("Child(2) of no control = %q", got)
	}
	if c := aims.ControlID("A.1"); c.Contains("A.10.2") || !c.Contains("A.1.2") {
		t.Error("A.1 contains A.10.2, or not A.1.2")
	}
}

// Codes of the standard are read as strictly inside JSON as outside.
func TestCodesInJSON(t *testing.T) {
	type codes struct {
		Clause  aims.Clause
		Control aims.ControlID
		Annex   aims.AnnexC
		Point   aims.PointID
	}
	want := codes{"6.1.3", "A.6.2.4", "C.2.5", "6.1.3/f"}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got codes
	if err := json.Unmarshal(data, &got); err != nil || got != want {
		t.Errorf("got %+v, %v", got, err)
	}
	for _, bad := range []string{`{"Clause":"A.2"}`, `{"Control":"6.1"}`, `{"Annex":"C.2"}`, `{"Point":"6.1.3"}`, `{"Clause":""}`} {
		got := want
		if err := json.Unmarshal([]byte(bad), &got); !errors.Is(err, aims.ErrSyntax) || got != want {
			t.Errorf("%s: got %+v, %v", bad, got, err)
		}
	}
}
