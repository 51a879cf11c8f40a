package strict_test

import (
	"testing"

	"github.com/aimskit/aimskit/internal/strict"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestPlans: what was learned from other documents, good and bad ones, changes
// no report and no value.
func TestPlans(t *testing.T) {
	type part struct {
		Name string            `json:"name"`
		Day  *int              `json:"day,omitempty"`
		Ext  map[string]string `json:"ext,omitempty"`
	}
	type whole struct {
		Parts []part `json:"parts"`
		part
	}
	var plans strict.Plans
	for range 2 {
		for _, doc := range []string{
			`{"parts":[{"name":"a","day":1}],"name":"b"}`, `{"parts":[{"nam":"a"}]}`, `{"name":1}`, `{`, ``,
			`{"parts":[{"name":"a","ext":{"k":"v","k":"w"}}]}`, `{"day":1,"ext":{}}`, `{"Name":"x"}`,
		} {
			var fresh, again whole
			want := strict.Decode([]byte(doc), &fresh, strict.Options{})
			got := strict.Decode([]byte(doc), &again, strict.Options{Plans: &plans})
			if diff := cmp.Diff(want, got, cmpopts.EquateErrors()); diff != "" {
				t.Errorf("%s (-want +got)\n%s", doc, diff)
			}
			if diff := cmp.Diff(fresh, again, cmp.AllowUnexported(whole{})); diff != "" {
				t.Errorf("%s (-want +got)\n%s", doc, diff)
			}
			var p part
			strict.Decode([]byte(doc), &p, strict.Options{Plans: &plans}) // another type in between
		}
	}
}
