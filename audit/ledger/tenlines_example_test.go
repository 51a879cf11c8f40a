package ledger_test

import (
	"context"
	"fmt"
	"log"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit/ledger"
)

// The ten lines of the README: from any store to a snapshot, and back with an
// entry.
func Example_tenLines() {
	ctx, now := context.Background(), time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	var s store.Store = new(store.Memory) // or yours

	state, err := ledger.Load(ctx, s, 0)
	if err != nil {
		log.Fatal(err)
	}
	next := state.Snapshot
	next.Policies = append(next.Policies, aims.Policy{ID: "ai-policy", Title: "AI policy", Version: "1"})
	changes, err := state.Changes(next)
	if err != nil {
		log.Fatal(err) // every problem of every record that was changed
	}
	rev, err := ledger.Save(ctx, s, ledger.Entry{Who: "p-lead", When: now, Why: "first draft"}, changes...)
	if err != nil {
		log.Fatal(err) // store.ErrConflict: somebody else was faster
	}
	report, err := ledger.Verify(ctx, s, ledger.Head{})
	fmt.Println(rev, report.Sound(), err)
	// Output: 1 true <nil>
}
