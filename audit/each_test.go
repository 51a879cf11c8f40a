package audit_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
)

// TestEveryRecordComesAndGoes: a snapshot taken apart into records and put
// together again is the same.
func TestEveryRecordComesAndGoes(t *testing.T) {
	want := gen.Conforming()
	got := audit.Snapshot{Format: want.Format, Taken: want.Taken, Supplied: want.Supplied, Ext: want.Ext}
	n := 0
	for r := range want.All() {
		n++
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		added, _, err := got.Add(r.Ref().Kind, data, aims.DecodeOptions{})
		if err != nil || added.Ref() != r.Ref() {
			t.Fatalf("%s came back as %v, %v", r.Ref(), added, err)
		}
	}
	if n < len(audit.Kinds()) {
		t.Errorf("%d records of %d kinds", n, len(audit.Kinds()))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for i := range n {
		seen := 0
		for range want.All() {
			if seen++; seen > i {
				break
			}
		}
		if seen != i+1 {
			t.Fatalf("left after %d, the loop went on to %d", i+1, seen)
		}
	}
}

func TestAddRefuses(t *testing.T) {
	for _, c := range []struct {
		kind aims.Kind
		data string
		want aims.Code
	}{
		{"planet", `{}`, audit.KindUnknown},
		{"policies", `{}`, audit.KindList},
		{aims.KindPolicy, `{"id":`, aims.Syntax},
		{aims.KindPolicy, `{"id":"p","titel":"T"}`, aims.UnknownMember},
		{aims.KindOrganization, `[]`, aims.WrongType},
		{aims.KindOrganization, `{"id":"other"}`, audit.SecondOrganization},
	} {
		s := audit.Snapshot{Organization: &aims.Organization{ID: "o"}, Policies: []aims.Policy{{ID: "q"}}}
		r, _, err := s.Add(c.kind, []byte(c.data), aims.DecodeOptions{})
		if p := aims.Problems(err); r != nil || len(p) != 1 || p[0].Code != c.want {
			t.Errorf("%s %s: got %v, %v, want %s", c.kind, c.data, r, err, c.want)
		}
		if len(slices.Collect(s.All())) != 2 {
			t.Errorf("%s %s: the snapshot changed", c.kind, c.data)
		}
	}
}
