package aims_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/aims"
)

// A generated record is well formed, is the same after a round trip through
// JSON, and refers to nothing with a malformed name.
func TestOperationalRecordsGenerated(t *testing.T) {
	generated(t, gen.Metric())
	generated(t, gen.Measurement())
	generated(t, gen.ConcernChannel())
	generated(t, gen.Concern())
	generated(t, gen.Incident())
	generated(t, gen.Supplier())
	generated(t, gen.UseCase())
	generated(t, gen.AISystem())
	generated(t, gen.Dataset())
	generated(t, gen.Validation())
	generated(t, gen.Release())
}

func generated[T aims.Record](t *testing.T, g *rapid.Generator[T]) {
	t.Helper()
	t.Run(reflect.TypeFor[T]().Name(), rapid.MakeCheck(func(t *rapid.T) {
		v := g.Draw(t, "record")
		if err := v.Validate(); err != nil {
			t.Fatalf("the record is invalid: %v", err)
		}
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var again T
		if _, err := aims.Decode(data, &again, aims.DecodeOptions{}); err != nil {
			t.Fatalf("the written record is refused: %v\n%s", err, data)
		}
		if d := cmp.Diff(v, again, equalAmounts); d != "" {
			t.Fatalf("round trip (-want +got)\n%s", d)
		}
		v.Links(&aims.Linker{Visit: func(to aims.Ref) {
			if _, err := aims.ParseRef(to.String()); err != nil {
				t.Errorf("refers to %v: %v", to, err)
			}
		}})
	}))
}

// What happens to a record after its approval leaves the approval standing;
// another version voids it.
func TestOperationalApprovalsBindContent(t *testing.T) {
	bound(t, gen.UseCase(), func(to, from aims.UseCase) aims.UseCase {
		to.Recorded, to.Owner, to.Status, to.ConditionsKept = from.Recorded, from.Owner, from.Status, from.ConditionsKept
		to.From, to.Until, to.ReviewBy = from.From, from.Until, from.ReviewBy
		to.Reviews, to.Approvals, to.Evidence, to.Ext = from.Reviews, from.Approvals, from.Evidence, from.Ext
		return to
	}, func(u aims.UseCase) aims.UseCase {
		u.Conditions = append(u.Conditions[:len(u.Conditions):len(u.Conditions)], "and no other")
		return u
	})
	bound(t, gen.Validation(), func(to, from aims.Validation) aims.Validation {
		to.Recorded, to.Approvals, to.Ext = from.Recorded, from.Approvals, from.Ext
		return to
	}, func(v aims.Validation) aims.Validation {
		v.Limits = append(v.Limits[:len(v.Limits):len(v.Limits)], "and no other")
		return v
	})
	bound(t, gen.Release(), func(to, from aims.Release) aims.Release {
		to.Recorded, to.Released, to.Deployed, to.RolledBack = from.Recorded, from.Released, from.Deployed, from.RolledBack
		to.Approvals, to.Communications, to.Evidence, to.Ext = from.Approvals, from.Communications, from.Evidence, from.Ext
		return to
	}, func(r aims.Release) aims.Release {
		r.Version += "x"
		return r
	})
}

func bound[T interface {
	aims.Record
	Content() T
}](t *testing.T, g *rapid.Generator[T], work func(to, from T) T, alter func(T) T) {
	t.Helper()
	t.Run(reflect.TypeFor[T]().Name(), rapid.MakeCheck(func(t *rapid.T) {
		v, other := g.Draw(t, "record"), g.Draw(t, "other")
		digest := contentDigest(t, v)
		approvals := []aims.Approval{{By: "p-ceo", On: someDay, Digest: digest}}
		if got, _ := aims.StandingOf(contentDigest(t, work(v, other)), approvals, someDay); got != aims.Approved {
			t.Errorf("after its workflow went on: standing %v, want approved", got)
		}
		if got, _ := aims.StandingOf(contentDigest(t, alter(v)), approvals, someDay); got != aims.Voided {
			t.Errorf("after its content changed: standing %v, want voided", got)
		}
	}))
}

func contentDigest[T interface{ Content() T }](t *rapid.T, v T) aims.Digest {
	t.Helper()
	d, err := aims.DigestOf(v.Content())
	if err != nil {
		t.Fatal(err)
	}
	return d
}
