package audit_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
)

// TestViewAll: a view yields the records of its snapshot in the same order, as
// far as they exist on the day, and stops when asked to.
func TestViewAll(t *testing.T) {
	s := gen.Conforming()
	s.Issues[0].Recorded = aims.MustDate("2026-08-01")
	v, err := audit.Open(s, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, day := range []string{"2020-01-01", gen.At, "2026-08-01"} {
		at := aims.MustDate(day)
		var want, got []aims.Ref
		for r := range s.All() {
			if r.Since() <= at {
				want = append(want, r.Ref())
			}
		}
		for r := range v.All(at) {
			got = append(got, r.Ref())
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", day, diff)
		}
		if late := slices.Contains(got, s.Issues[0].Ref()); late != (day == "2026-08-01") {
			t.Errorf("%s: a later record is seen: %v", day, late)
		}
	}
	n := 0
	for range v.All(s.Taken) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d records after the first", n)
	}
}
