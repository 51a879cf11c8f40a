package store_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

// Two people edit one policy. The second is told, reads again and decides.
func Example() {
	ctx := context.Background()
	s := new(store.Memory)
	policies := store.Table[aims.Policy]{Store: s}

	w, err := policies.Create(aims.Policy{ID: "ai-policy", Title: "AI policy", Version: "1"})
	if err != nil {
		fmt.Println(err)
		return
	}
	first, err := s.Put(ctx, w)
	if err != nil {
		fmt.Println(err)
		return
	}

	ann, _ := policies.Get(ctx, "ai-policy", 0)
	bob, _ := policies.Get(ctx, "ai-policy", 0)
	ann.Record.Title, bob.Record.Title = "Policy on AI", "Our AI policy"
	for _, edit := range []store.Item[aims.Policy]{ann, bob} {
		w, err := policies.Update(edit)
		if err != nil {
			fmt.Println(err)
			return
		}
		switch rev, err := s.Put(ctx, w); {
		case errors.Is(err, store.ErrConflict):
			fmt.Println(err)
		case err == nil:
			fmt.Println("revision", rev)
		}
	}

	now, _ := policies.Get(ctx, "ai-policy", 0)
	then, _ := policies.Get(ctx, "ai-policy", first)
	fmt.Printf("now %q, at first %q\n", now.Record.Title, then.Record.Title)
	// Output:
	// revision 2
	// store: conflict: not as expected: policy/ai-policy; read again and repeat
	// now "Policy on AI", at first "AI policy"
}

// A rule across two records is kept by asserting the one that is not changed:
// a system is put into use only while its policy is the one that was read.
func ExampleTable_Assert() {
	ctx := context.Background()
	s := new(store.Memory)
	policies, systems := store.Table[aims.Policy]{Store: s}, store.Table[aims.AISystem]{Store: s}
	w, _ := policies.Create(aims.Policy{ID: "p", Title: "AI policy", Version: "1"})
	_, err := s.Put(ctx, w)
	fmt.Println(err)

	policy, _ := policies.Get(ctx, "p", 0)
	w, _ = policies.Delete(policy)
	_, err = s.Put(ctx, w) // somebody withdraws it meanwhile
	fmt.Println(err)

	w, err = systems.Create(aims.AISystem{ID: "triage", Name: "Triage", Purpose: "sort letters", Roles: []aims.Role{aims.RoleProvider}})
	fmt.Println(err)
	_, err = s.Put(ctx, w, policies.Assert(policy))
	fmt.Println(err)
	// Output:
	// <nil>
	// <nil>
	// <nil>
	// store: conflict: not as expected: policy/p; read again and repeat
}
