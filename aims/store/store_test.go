package store_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/aims/storetest"
	"github.com/google/go-cmp/cmp"
)

func TestMemory(t *testing.T) {
	for _, keep := range []int{0, 1, store.MinKeep, store.MinKeep + 20} {
		t.Run(fmt.Sprint("keeps ", keep), func(t *testing.T) {
			storetest.Run(t, storetest.Subject{Open: func() (store.Store, error) { return &store.Memory{Keep: keep}, nil }})
		})
	}
}

func put(t *testing.T, s store.Store, writes ...store.Write) store.Rev {
	t.Helper()
	rev, err := s.Put(t.Context(), writes...)
	if err != nil {
		t.Fatal(err)
	}
	return rev
}

// TestMemoryForgets: beyond the window nothing of an old state remains, neither
// what was deleted nor what was overwritten.
func TestMemoryForgets(t *testing.T) {
	m := &store.Memory{Keep: store.MinKeep}
	kept, gone := aims.Ref{Kind: "k", ID: "kept"}, aims.Ref{Kind: "k", ID: "gone"}
	first := put(t, m, write(store.Create, kept, 0, "secret"), write(store.Create, gone, 0, "secret"))
	second := put(t, m, write(store.Update, kept, first, "plain"), store.Write{Op: store.Delete, Ref: gone, Expect: first})
	rev := second
	for i := range store.MinKeep + 5 {
		if _, err := m.Get(t.Context(), kept, first); i < store.MinKeep != (err == nil) || err != nil && !errors.Is(err, store.ErrRevisionGone) {
			t.Fatalf("after %d changes: %v", i, err)
		}
		op, expect := store.Update, rev
		if i == 0 {
			op, expect = store.Create, 0
		}
		rev = put(t, m, write(op, aims.Ref{Kind: "k", ID: "other"}, expect, "x"))
	}
	got, err := m.List(t.Context(), "k", "", 10, rev-store.MinKeep)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"k/kept plain", "k/other x"}, brief(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	again := put(t, m, write(store.Create, gone, 0, "new"))
	if _, err := m.Put(t.Context(), write(store.Update, gone, first, "old")); !errors.Is(err, store.ErrConflict) {
		t.Errorf("an editor of the record before the forgotten deletion: %v", err)
	}
	if r, err := m.Get(t.Context(), gone, 0); err != nil || r.Rev != again {
		t.Errorf("%v, %v", r, err)
	}
}

func write(op store.Op, ref aims.Ref, expect store.Rev, data string) store.Write {
	return store.Write{Op: op, Ref: ref, Expect: expect, Schema: 1, Data: []byte(data)}
}

func brief(records []store.Record) []string {
	var out []string
	for _, r := range records {
		out = append(out, r.Ref.String()+" "+string(r.Data))
	}
	return out
}

// TestAll: more records than a page holds come in order, all of one moment,
// and the loop may be left.
func TestAll(t *testing.T) {
	m := new(store.Memory)
	const n = 1000 // exactly two pages
	var writes []store.Write
	var want []string
	for i := range n {
		ref := aims.Ref{Kind: "k", ID: fmt.Sprintf("%04d", i)}
		writes = append(writes, write(store.Create, ref, 0, "x"))
		want = append(want, ref.String()+" x")
	}
	first := put(t, m, writes...)
	for _, at := range []store.Rev{0, first} {
		var got []store.Record
		for r, err := range store.All(t.Context(), m, "k", at) {
			if err != nil {
				t.Fatal(err)
			}
			if len(got) == 0 { // a change in the middle is not seen
				put(t, m, write(store.Create, aims.Ref{Kind: "k", ID: fmt.Sprint("late", at)}, 0, "x"))
			}
			got = append(got, r)
		}
		if at == 0 {
			put(t, m, store.Write{Op: store.Delete, Ref: aims.Ref{Kind: "k", ID: "late0"}, Expect: first + 1})
		}
		if diff := cmp.Diff(want, brief(got)); diff != "" {
			t.Errorf("at %d (-want +got)\n%s", at, diff)
		}
	}
	for range store.All(t.Context(), m, "k", 0) {
		break
	}
	for range store.All(t.Context(), new(store.Memory), "k", 0) {
		t.Error("an empty store has a record")
	}
}

func TestAllReportsErrors(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	m := new(store.Memory)
	put(t, m, write(store.Create, aims.Ref{Kind: "k", ID: "a"}, 0, "x"))
	for _, c := range []struct {
		ctx  context.Context
		at   store.Rev
		want error
	}{
		{cancelled, 0, context.Canceled},
		{cancelled, 1, context.Canceled},
		{t.Context(), 9, store.ErrRevisionGone},
	} {
		n := 0
		for r, err := range store.All(c.ctx, m, "k", c.at) {
			n++
			if !errors.Is(err, c.want) || !r.Ref.IsZero() {
				t.Errorf("at %d: %v, %v", c.at, r, err)
			}
		}
		if n != 1 {
			t.Errorf("at %d: %d pairs, want one with the error", c.at, n)
		}
	}
}

func TestNewID(t *testing.T) {
	seen := make(map[aims.PolicyID]bool)
	var last aims.PolicyID
	for range 1000 {
		id := store.NewID[aims.PolicyID]()
		if !aims.ValidID(string(id)) || seen[id] || id <= last {
			t.Fatalf("%q after %q", id, last)
		}
		seen[id], last = true, id
	}
	if a, b := store.NewSalt(), store.NewSalt(); a == b || len(a) != 32 {
		t.Errorf("salts %q, %q", a, b)
	}
}
