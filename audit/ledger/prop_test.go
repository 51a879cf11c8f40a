package ledger_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit/ledger"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// TestAnyStory: from any snapshot to any other, what was meant is what is
// loaded; every record has as many events as it was changed, every state can be
// loaded again, and the ledger verifies against every head that it ever had.
func TestAnyStory(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ctx, m := t.Context(), new(store.Memory)
		events := make(map[aims.Ref]int)
		titles := make(map[aims.Ref]string)
		wanted := make(map[store.Rev][]aims.Policy)
		var heads []ledger.Head
		for range rapid.IntRange(1, 6).Draw(rt, "saves") {
			var next []aims.Policy
			for _, id := range []aims.PolicyID{"A", "a", "b", "c"} {
				title := rapid.SampledFrom([]string{"", "one", "two"}).Draw(rt, string(id))
				p := aims.Policy{ID: id, Title: title, Version: "1"}
				if titles[p.Ref()] != title {
					events[p.Ref()]++
					titles[p.Ref()] = title
				}
				if title != "" { // else there is none
					next = append(next, p)
				}
			}
			st, err := ledger.Load(ctx, m, 0)
			if err != nil {
				rt.Fatal(err)
			}
			st.Snapshot.Policies = next
			changes, err := st.Changes(st.Snapshot)
			if err != nil {
				rt.Fatal(err)
			}
			rev, err := ledger.Save(ctx, m, entry("edit"), changes...)
			if err != nil {
				rt.Fatal(err)
			}
			if rev > 0 { // else nothing was ever written
				wanted[rev] = next
			}
			head, err := ledger.Present(ctx, m)
			if err != nil {
				rt.Fatal(err)
			}
			heads = append(heads, head)
		}
		for rev, want := range wanted {
			st, err := ledger.Load(ctx, m, rev)
			if diff := cmp.Diff(want, st.Snapshot.Policies, cmpopts.EquateEmpty()); err != nil || diff != "" {
				rt.Fatalf("at %d: %v (-want +got)\n%s", rev, err, diff)
			}
		}
		for ref, want := range events {
			got, err := ledger.History(ctx, m, ref, 0)
			if err != nil || len(got) != want {
				rt.Fatalf("%s has %d events, %v, want %d", ref, len(got), err, want)
			}
		}
		for _, head := range heads {
			if r, err := ledger.Verify(ctx, m, head); err != nil || !r.Sound() {
				rt.Fatal(head, r.Problems, err)
			}
		}
	})
}
