package audit_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// TestNilView: what reads a nil view finds nothing, and says so where it can.
func TestNilView(t *testing.T) {
	var v *audit.View
	at := aims.MustDate("2026-06-30")
	for _, read := range []struct {
		name  string
		empty func() bool
	}{
		{"Taken", func() bool { return v.Taken() == 0 }},
		{"Problems", func() bool { return len(v.Problems()) == 0 }},
		{"Supplied", func() bool { return !v.Supplied(aims.KindPerson) }},
		{"Organization", func() bool { _, found := v.Organization(at); return !found }},
		{"All", func() bool { return len(slices.Collect(v.All(at))) == 0 }},
		{"Records", func() bool { return len(slices.Collect(audit.Records[aims.Person](v, at))) == 0 }},
		{"List", func() bool { return len(audit.List[aims.Person](v, at)) == 0 }},
		{"Find", func() bool { _, found := audit.Find[aims.Person](v, aims.PersonID("p-ceo"), at); return !found }},
		{"Derived", func() bool { return audit.Derived(v, "key", func() int { return 7 }) == 7 }},
		{"Digest", func() bool { d, err := v.Digest(); return d == "" && err != nil }},
		{"ContentDigest", func() bool {
			d, err := v.ContentDigest(aims.Ref{}, func() any { t.Error("content is asked for"); return nil })
			return d == "" && err != nil
		}},
		{"MarshalJSON", func() bool { data, err := v.MarshalJSON(); return data == nil && err != nil }},
		{"json.Marshal", func() bool { data, err := json.Marshal(v); return string(data) == "null" && err == nil }},
	} {
		t.Run(read.name, func(t *testing.T) {
			if !read.empty() {
				t.Error("a nil view reads as something else")
			}
		})
	}
}
