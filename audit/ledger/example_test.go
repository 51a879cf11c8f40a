package ledger_test

import (
	"context"
	"fmt"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit/ledger"
)

// A policy is saved and changed; later somebody changes it past the ledger.
func Example() {
	ctx := context.Background()
	s := new(store.Memory) // any store
	state, err := ledger.Load(ctx, s, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	save := func(hour int, who aims.PersonID, why string, title string) {
		next := state.Snapshot
		next.Policies = []aims.Policy{{ID: "ai-policy", Title: title, Version: "1"}}
		changes, err := state.Changes(next)
		if err != nil {
			fmt.Println(err)
			return
		}
		at := time.Date(2026, 3, 2, hour, 0, 0, 0, time.UTC)
		if _, err := ledger.Save(ctx, s, ledger.Entry{Who: who, When: at, Why: why}, changes...); err != nil {
			fmt.Println(err)
			return
		}
		state, _ = ledger.Load(ctx, s, 0)
	}
	save(9, "p-lead", "first draft", "AI policy")
	save(17, "p-ceo", "wording", "Policy on AI")

	policy := aims.Ref{Kind: aims.KindPolicy, ID: "ai-policy"}
	events, err := ledger.History(ctx, s, policy, 0)
	if err != nil {
		fmt.Println(err)
	}
	for _, e := range events {
		fmt.Printf("%s %s by %s: %s\n", e.When.Format("2006-01-02 15:04"), e.Op, e.Who, e.Why)
	}

	kept, _ := ledger.Present(ctx, s) // into the minutes
	verify := func() {
		report, err := ledger.Verify(ctx, s, kept)
		fmt.Printf("%d entries, sound: %v, %v\n", report.Head.Entry, report.Sound(), err)
		for _, p := range report.Problems {
			fmt.Println(p.Sentence())
		}
	}
	verify()

	r, _ := s.Get(ctx, policy, 0)
	data := []byte(`{"id":"ai-policy","title":"No policy","version":"1"}`)
	_, err = s.Put(ctx, store.Write{Op: store.Update, Ref: policy, Expect: r.Rev, Schema: 1, Data: data})
	fmt.Println(err)
	verify()
	// Output:
	// 2026-03-02 09:00 create by p-lead: first draft
	// 2026-03-02 17:00 update by p-ceo: wording
	// 2 entries, sound: true, <nil>
	// <nil>
	// 2 entries, sound: false, <nil>
	// policy/ai-policy is not what entry 2 says; it was changed past the ledger
}
