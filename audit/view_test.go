package audit_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
)

// TestListIsWhatRecordsYields: on every day, and as nil or a list alike.
func TestListIsWhatRecordsYields(t *testing.T) {
	v, err := audit.Open(gen.Conforming(), audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, day := range []string{"2025-12-31", "2026-01-15", "2026-02-15", gen.At} {
		at := aims.MustDate(day)
		if diff := cmp.Diff(slices.Collect(audit.Records[aims.Document](v, at)), audit.List[aims.Document](v, at)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", day, diff)
		}
	}
	list := audit.List[aims.Document](v, v.Taken())
	if allocs := testing.AllocsPerRun(10, func() { audit.List[aims.Document](v, v.Taken()) }); len(list) == 0 || allocs > 0 {
		t.Errorf("%d documents, %v allocations", len(list), allocs)
	}
}

// TestContentDigestIsComputedOnce: and one that cannot be computed is asked
// for again.
func TestContentDigestIsComputedOnce(t *testing.T) {
	s := gen.Conforming()
	v, err := audit.Open(s, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := s.Policies[0]
	if _, err := v.ContentDigest(p.Ref(), func() any { return func() {} }); err == nil {
		t.Error("a function has a digest")
	}
	want, err := aims.DigestOf(p.Content())
	if err != nil {
		t.Fatal(err)
	}
	calls := 0
	for range 3 {
		got, err := v.ContentDigest(p.Ref(), func() any { calls++; return p.Content() })
		if err != nil || got != want {
			t.Errorf("%s %v, want %s", got, err, want)
		}
	}
	if calls != 1 {
		t.Errorf("computed %d times", calls)
	}
}

// TestWhatWasSetAsideIsNotFound: of two records with one id the first stays.
func TestWhatWasSetAsideIsNotFound(t *testing.T) {
	s := audit.Snapshot{
		Format: aims.Format, Taken: aims.MustDate(gen.At),
		Persons: []aims.Person{{ID: "p-bad", From: 20, Until: 10}, {ID: "p-a", TopManagement: aims.Yes}, {ID: "p-a", TopManagement: aims.No}},
	}
	v, err := audit.Open(s, audit.Options{Lenient: true})
	if err != nil {
		t.Fatal(err)
	}
	if p, found := audit.Find[aims.Person](v, aims.PersonID("p-bad"), v.Taken()); found {
		t.Errorf("found %+v", p)
	}
	if p, found := audit.Find[aims.Person](v, aims.PersonID("p-a"), v.Taken()); !found || p.TopManagement != aims.Yes {
		t.Errorf("found %v %+v", found, p)
	}
}

// TestReadersSeeWhatExists: List, Records and Find see the records that exist
// on a day and no others, in whatever order the snapshot holds them.
func TestReadersSeeWhatExists(t *testing.T) {
	s := audit.Snapshot{Format: aims.Format, Taken: aims.MustDate(gen.At), Persons: []aims.Person{{ID: "p"}}}
	for _, order := range [][]aims.Date{nil, {0, 0}, {20}, {0, 30, 10}, {30, 10, 20}, {10, 20, 30, 20}} {
		s.Issues = nil
		for i, since := range order {
			s.Issues = append(s.Issues, aims.Issue{ID: aims.IssueID("i-" + strconv.Itoa(i)), Title: "t", Sphere: aims.SphereExternal, Recorded: since})
		}
		v, err := audit.Open(s, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for at := range aims.Date(40) {
			var want []aims.Issue
			for i, r := range s.Issues {
				if found, ok := audit.Find[aims.Issue](v, r.ID, at); ok != (r.Recorded <= at) || ok && found.ID != r.ID {
					t.Fatalf("%v on %d: record %d is found: %v %+v", order, at, i, ok, found)
				}
				if r.Recorded <= at {
					want = append(want, r)
				}
			}
			if diff := cmp.Diff(want, slices.Clone(audit.List[aims.Issue](v, at))); diff != "" {
				t.Fatalf("%v on %d: list (-want +got)\n%s", order, at, diff)
			}
			if diff := cmp.Diff(want, slices.Collect(audit.Records[aims.Issue](v, at))); diff != "" {
				t.Fatalf("%v on %d: records (-want +got)\n%s", order, at, diff)
			}
		}
		if _, found := audit.Find[aims.Issue](v, aims.PersonID("p"), s.Taken); found {
			t.Error("a person is found among the issues")
		}
	}
}
