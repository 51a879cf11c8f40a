package controls_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/controls"
)

type problemCase struct {
	Desc  string             `json:"desc"`
	Input controls.Statement `json:"input"`
	Want  []problemAt        `json:"want"`
}

type problemAt struct {
	Code aims.Code `json:"code"`
	Path string    `json:"path"`
}

func problemsOf(err error) []problemAt {
	list := []problemAt{}
	for _, p := range aims.Problems(err) {
		list = append(list, problemAt{p.Code, p.Path})
	}
	return list
}

func TestStatement_Validate(t *testing.T) {
	var cases []problemCase
	fixture(t, "problems.json", &cases)
	for _, c := range cases {
		t.Run(c.Desc, func(t *testing.T) {
			if diff := cmp.Diff(c.Want, problemsOf(c.Input.Validate())); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
	t.Run("words and dates outside their range", func(t *testing.T) {
		s := controls.Statement{
			ID: "soa-1", Version: "1", Recorded: -1,
			Rows: []controls.Row{{
				Control: aims.Key{Framework: "own", ID: "a b"}, Applicability: "perhaps", Status: 9, Since: -1, Due: -1,
				Reasons:    []controls.Reason{{Kind: "whim", Ref: aims.Ref{Kind: "risk"}}},
				Exclusions: []controls.Exclusion{{Ground: "none", Until: -1}},
			}},
			Decisions: []controls.Decision{{From: "a", To: "b"}},
		}
		want := []problemAt{
			{aims.DateMalformed, "/recorded"},
			{aims.KeyMalformed, "/rows/0/control"},
			{aims.WordUnknown, "/rows/0/applicability"},
			{aims.WordUnknown, "/rows/0/reasons/0/kind"},
			{aims.RefMalformed, "/rows/0/reasons/0/ref"},
			{aims.WordUnknown, "/rows/0/exclusions/0/ground"},
			{aims.DateMalformed, "/rows/0/exclusions/0/until"},
			{aims.WordUnknown, "/rows/0/status"},
			{aims.DateMalformed, "/rows/0/since"},
			{aims.DateMalformed, "/rows/0/due"},
			{aims.Missing, "/decisions/0/on"},
			{aims.Missing, "/decisions/0/by"},
			{aims.Missing, "/decisions/0/control"},
			{aims.WordUnknown, "/decisions/0/from"},
			{aims.WordUnknown, "/decisions/0/to"},
			{aims.Missing, "/decisions/0/why"},
		}
		if diff := cmp.Diff(want, problemsOf(s.Validate())); diff != "" {
			t.Errorf("problems (-want +got):\n%s", diff)
		}
	})
}

func TestStatement_ValidateAgainst(t *testing.T) {
	var cases []problemCase
	fixture(t, "unknown.json", &cases)
	catalogue := gen.Catalogue(1)
	for _, c := range cases {
		t.Run(c.Desc, func(t *testing.T) {
			if diff := cmp.Diff(c.Want, problemsOf(c.Input.ValidateAgainst(catalogue))); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if err := c.Input.Validate(); err != nil {
				t.Errorf("the record by itself: %v", err)
			}
		})
	}
	t.Run("what is malformed is reported once", func(t *testing.T) {
		s := controls.Statement{ID: "soa-1", Version: "1", Rows: []controls.Row{{}}}
		want := []problemAt{{aims.Missing, "/rows/0/control"}}
		if diff := cmp.Diff(want, problemsOf(s.ValidateAgainst(catalogue))); diff != "" {
			t.Errorf("problems (-want +got):\n%s", diff)
		}
	})
}

// fullStatement returns the statement of problems.json in which everything is set.
func fullStatement(t *testing.T) controls.Statement {
	t.Helper()
	var cases []problemCase
	fixture(t, "problems.json", &cases)
	return cases[0].Input
}

func TestStatement_record(t *testing.T) {
	var s aims.Record = fullStatement(t)
	if got := s.Ref().String(); got != "statement-of-applicability/soa-1" {
		t.Errorf("Ref() = %s", got)
	}
	if got := s.Since().String(); got != "2026-01-10" {
		t.Errorf("Since() = %s", got)
	}
	var got []string
	var l aims.Linker
	l.Visit = func(to aims.Ref) { got = append(got, l.Path()+" "+to.String()) }
	s.Links(&l)
	want := []string{
		"/scope scope/scope-1",
		"/rows/0/reasons/0/ref obligation/o-1",
		"/rows/0/exclusions/0/systems/0 ai-system/s-1",
		"/rows/0/exclusions/0/systems/1 ai-system/s-2",
		"/rows/0/owner person/p-lead",
		"/rows/0/evidence/0 evidence/e-1",
		"/rows/0/evidence/1 evidence/e-2",
		"/approvals/0/by person/p-ceo",
		"/decisions/0/by person/p-cto",
		"/decisions/1/by person/p-cto",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

func TestStatement_JSON(t *testing.T) {
	for _, want := range []controls.Statement{fullStatement(t), {ID: "soa-1", Version: "1"}} {
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got controls.Statement
		if _, err := aims.Decode(data, &got, aims.DecodeOptions{}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("round trip (-want +got):\n%s", diff)
		}
	}
}

// The digest of a content is kept for ever: a later version of the library
// must not void the approvals that an earlier one saw.
func TestStatement_digest(t *testing.T) {
	var b base
	fixture(t, "base.json", &b)
	for name, c := range map[string]struct {
		s    controls.Statement
		want aims.Digest
	}{
		"full": {fullStatement(t), "sha256:04e1dfaca2207b3bd6c5e718df0f13ef6c314490c1bfeb747b2e5d3cd4b14d6a"},
		"base": {b.Statement, "sha256:25b168cb8c77ce54b1d540046c2f7d0e9e82a434115b4641c0c9475372b77cfd"},
	} {
		if got, err := aims.DigestOf(c.s.Content()); err != nil || got != c.want {
			t.Errorf("%s: digest %s, %v; it was %s", name, got, err, c.want)
		}
	}
}

// Content holds the decisions and their justification, and nothing of what
// happens to them.
func TestStatement_Content(t *testing.T) {
	s := fullStatement(t)
	before := fullStatement(t)
	content := s.Content()
	want := controls.Statement{ID: "soa-1", Version: "1.0", Scope: "scope-1", Rows: []controls.Row{
		{Control: aims.ControlKey("A.7.3"), Applicability: controls.Applicable, Reasons: s.Rows[0].Reasons, Exclusions: s.Rows[0].Exclusions},
		{Control: aims.ControlKey("A.7.4")},
		{Control: aims.Key{Framework: "own", ID: "C-7"}, Applicability: controls.Excluded, Exclusions: s.Rows[1].Exclusions},
	}}
	if diff := cmp.Diff(want, content); diff != "" {
		t.Errorf("content (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(before, s); diff != "" {
		t.Errorf("Content changed its argument (-want +got):\n%s", diff)
	}
}

func TestBlank(t *testing.T) {
	s := controls.Blank(gen.Catalogue(2))
	if len(s.Rows) != 40 || s.Rows[0].Control.ID != "A.2.2" || s.Rows[39].Control.ID != "C-2" {
		t.Errorf("%d rows: %v", len(s.Rows), s.Rows)
	}
	missing, undecided := controls.Completeness(s, gen.Catalogue(2))
	if len(missing) != 0 || len(undecided) != 40 {
		t.Errorf("missing %v, undecided %v", missing, undecided)
	}
	want := []problemAt{{aims.Missing, "/id"}, {aims.Missing, "/version"}}
	if diff := cmp.Diff(want, problemsOf(s.ValidateAgainst(gen.Catalogue(2)))); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestStatement_Row(t *testing.T) {
	s := fullStatement(t)
	if r, ok := s.Row(aims.ControlKey("A.7.4")); !ok || r.Control.ID != "A.7.4" {
		t.Errorf("row %v, %t", r, ok)
	}
	if r, ok := s.Row(aims.ControlKey("A.2.2")); ok || !r.Control.IsZero() {
		t.Errorf("a row that is not there: %v, %t", r, ok)
	}
}

func TestRow_AppliesTo(t *testing.T) {
	const system, other = aims.SystemID("s-1"), aims.SystemID("s-2")
	at := aims.MustDate("2026-06-30")
	until := func(d aims.Date, systems ...aims.SystemID) []controls.Exclusion {
		return []controls.Exclusion{{Ground: controls.NoRisk, Systems: systems, Until: d}}
	}
	for _, c := range []struct {
		desc        string
		row         controls.Row
		want, wantO aims.Answer // for the system and for the other one
	}{
		{"undecided", controls.Row{}, aims.Unknown, aims.Unknown},
		{"undecided, with an exclusion in preparation", controls.Row{Exclusions: until(0)}, aims.Unknown, aims.Unknown},
		{"applicable", controls.Row{Applicability: controls.Applicable}, aims.Yes, aims.Yes},
		{"excluded for the system", controls.Row{Applicability: controls.Applicable, Exclusions: until(at, system)}, aims.No, aims.Yes},
		{"no longer excluded for the system", controls.Row{Applicability: controls.Applicable, Exclusions: until(at-1, system)}, aims.Yes, aims.Yes},
		{"excluded", controls.Row{Applicability: controls.Excluded}, aims.No, aims.No},
		{"excluded to the day", controls.Row{Applicability: controls.Excluded, Exclusions: until(at)}, aims.No, aims.No},
		{"excluded until the day before", controls.Row{Applicability: controls.Excluded, Exclusions: until(at - 1)}, aims.Unknown, aims.Unknown},
		{
			"one of two exclusions left",
			controls.Row{Applicability: controls.Excluded, Exclusions: slices.Concat(until(at-1), until(0))},
			aims.Unknown, aims.Unknown,
		},
		{
			"one of two exclusions for the system left",
			controls.Row{Applicability: controls.Applicable, Exclusions: slices.Concat(until(0, system, other), until(at-1, system))},
			aims.Yes, aims.No,
		},
		{"a word outside the vocabulary", controls.Row{Applicability: "perhaps"}, aims.Unknown, aims.Unknown},
	} {
		if got, gotO := c.row.AppliesTo(system, at), c.row.AppliesTo(other, at); got != c.want || gotO != c.wantO {
			t.Errorf("%s: %s and %s, want %s and %s", c.desc, got, gotO, c.want, c.wantO)
		}
	}
}

func TestRow_StatusAt(t *testing.T) {
	at := aims.MustDate("2026-06-30")
	r := controls.Row{Status: controls.Implemented, Since: at}
	if got := r.StatusAt(at); got != controls.Implemented {
		t.Errorf("on the day: %s", got)
	}
	if got := r.StatusAt(at - 1); got != 0 {
		t.Errorf("the day before: %s", got)
	}
	r.Since = 0
	if got := r.StatusAt(1); got != controls.Implemented {
		t.Errorf("without a day: %s", got)
	}
}

func TestCompleteness(t *testing.T) {
	key := aims.ControlKey
	s := controls.Statement{Rows: []controls.Row{
		{Control: key("A.10.2")}, {Control: key("A.2.2"), Applicability: controls.Excluded}, {Control: key("A.3.2")},
	}}
	missing, undecided := controls.Completeness(s, controls.Edition2023())
	if len(missing) != 35 || missing[0] != key("A.2.3") || missing[34] != key("A.10.4") {
		t.Errorf("missing: %v", missing)
	}
	if diff := cmp.Diff([]aims.Key{key("A.3.2"), key("A.10.2")}, undecided); diff != "" {
		t.Errorf("undecided (-want +got):\n%s", diff)
	}
	if missing, undecided := controls.Completeness(s, controls.Catalogue{}); missing != nil || undecided != nil {
		t.Errorf("without a catalogue: %v, %v", missing, undecided)
	}
}

func TestUse_roundTrip(t *testing.T) {
	for _, want := range []controls.Use{
		{Control: aims.ControlKey("A.7.3")},
		{Control: aims.ControlKey("A.7.3"), By: aims.Ref{Kind: "risk-treatment", ID: "t-1"}, Systems: []aims.SystemID{"s-1"}},
	} {
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got controls.Use
		if _, err := aims.Decode(data, &got, aims.DecodeOptions{}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
