package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/ledger"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// Run runs the tests on stores that open returns, each new and empty.
func Run(t *testing.T, open func() (store.Store, error)) {
	for _, c := range []struct {
		name string
		run  func(*testing.T, store.Store)
	}{
		{"round trip", roundTrip},
		{"changes", changes},
		{"history", history},
		{"conflicts", conflicts},
		{"concurrent", concurrent},
		{"erasure", erasure},
		{"pinned", pinned},
	} {
		t.Run(c.name, func(t *testing.T) { c.run(t, opened(t, open)) })
	}
	for _, c := range tamperings() {
		t.Run("tampering/"+c.name, func(t *testing.T) { c.check(t, opened(t, open)) })
	}
}

func opened(t *testing.T, open func() (store.Store, error)) store.Store {
	t.Helper()
	s, err := open()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// by is an entry of the n-th hour.
func by(n int, who aims.PersonID, why string) ledger.Entry {
	return ledger.Entry{Who: who, When: time.Date(2026, 3, 1, n, 0, 0, 0, time.UTC), Why: why}
}

func policy(id aims.PolicyID, title string) store.Write {
	w, err := store.Table[aims.Policy]{}.Create(aims.Policy{ID: id, Title: title, Version: "1"})
	if err != nil {
		panic(err) // the texts of this file are sound
	}
	return w
}

func ref(id string) aims.Ref { return aims.Ref{Kind: aims.KindPolicy, ID: id} }

func save(t *testing.T, s store.Store, e ledger.Entry, changes ...store.Write) store.Rev {
	t.Helper()
	rev, err := ledger.Save(t.Context(), s, e, changes...)
	if err != nil {
		t.Fatal(err)
	}
	return rev
}

func load(t *testing.T, s store.Store, at store.Rev) ledger.State {
	t.Helper()
	st, err := ledger.Load(t.Context(), s, at)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func verify(t *testing.T, s store.Store, pinned ledger.Head) ledger.Report {
	t.Helper()
	r, err := ledger.Verify(t.Context(), s, pinned)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func sound(t *testing.T, s store.Store, pinned ledger.Head) ledger.Head {
	t.Helper()
	r := verify(t, s, pinned)
	for _, p := range r.Problems {
		t.Errorf("%s %s", p.Ref, p)
	}
	return r.Head
}

// roundTrip: a whole snapshot goes in and comes back the same, in any order of
// its lists, and the ledger verifies.
func roundTrip(t *testing.T, s store.Store) {
	empty := load(t, s, 0)
	if diff := cmp.Diff(audit.Snapshot{Format: aims.Format}, empty.Snapshot); diff != "" || empty.Rev != 0 {
		t.Errorf("an empty store (-want +got)\n%s", diff)
	}
	sound(t, s, ledger.Head{})
	want := gen.Conforming()
	want.Ext = map[string]string{"host": "x"}
	writes, err := empty.Changes(want)
	if err != nil {
		t.Fatal(err)
	}
	rev := save(t, s, by(1, "p-lead", "import"), writes...)
	got := load(t, s, 0)
	want.Taken = 0 // is not stored
	byID := cmpopts.SortSlices(func(a, b aims.Record) bool { return a.Ref().Compare(b.Ref()) < 0 })
	if diff := cmp.Diff(want, got.Snapshot, byID, cmpopts.EquateEmpty()); diff != "" || got.Rev != rev {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if writes, err := got.Changes(got.Snapshot); err != nil || len(writes) > 0 {
		t.Errorf("unchanged, it makes %d writes, %v", len(writes), err)
	}
	got.Snapshot.Taken = aims.MustDate("2026-06-30")
	if _, err := audit.Open(got.Snapshot, audit.Options{}); err != nil {
		t.Error(err)
	}
	sound(t, s, ledger.Head{})
}

// changes: what was edited, added and removed is what is written, and an
// earlier state stays readable.
func changes(t *testing.T, s store.Store) {
	first := save(t, s, by(1, "p-lead", "begin"), policy("a", "A"), policy("b", "B"), policy("c", "C"))
	st := load(t, s, 0)
	next := st.Snapshot
	next.Policies = append([]aims.Policy{{ID: "d", Title: "D", Version: "1"}}, next.Policies[1:]...)
	next.Policies[1].Title = "B, changed"
	writes, err := st.Changes(next)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, w := range writes {
		got = append(got, fmt.Sprintf("%s %s %d", w.Op, w.Ref, w.Expect))
	}
	want := []string{"create policy/d 0", fmt.Sprint("update policy/b ", first), fmt.Sprint("delete policy/a ", first)}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	save(t, s, by(2, "p-lead", "edit"), writes...)
	titles := func(st ledger.State) (out []string) {
		for _, p := range st.Snapshot.Policies {
			out = append(out, p.Title)
		}
		return out
	}
	if diff := cmp.Diff([]string{"B, changed", "C", "D"}, titles(load(t, s, 0))); diff != "" {
		t.Errorf("now (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"A", "B", "C"}, titles(load(t, s, first))); diff != "" {
		t.Errorf("then (-want +got)\n%s", diff)
	}
	sound(t, s, ledger.Head{})
}

// history: who, when and why of each change, in order, and of no other record.
func history(t *testing.T, s store.Store) {
	one := save(t, s, by(1, "p-lead", "begin"), policy("a", "A"), policy("b", "B"))
	two := save(t, s, by(2, "p-cto", "correct"), update("a", one, "A2"))
	three := save(t, s, by(3, "p-lead", "withdraw"), remove("a", two))
	four := save(t, s, by(4, "p-cto", "begin again"), policy("a", "A3"))
	at := func(h int) time.Time { return time.Date(2026, 3, 1, h, 0, 0, 0, time.UTC) }
	want := []ledger.Event{
		{Entry: 1, Rev: one, Op: store.Create, When: at(1), Who: "p-lead", Why: "begin"},
		{Entry: 2, Rev: two, Op: store.Update, When: at(2), Who: "p-cto", Why: "correct"},
		{Entry: 3, Rev: three, Op: store.Delete, When: at(3), Who: "p-lead", Why: "withdraw"},
		{Entry: 4, Rev: four, Op: store.Create, When: at(4), Who: "p-cto", Why: "begin again"},
	}
	for _, c := range []struct {
		id   string
		at   store.Rev
		want []ledger.Event
	}{
		{"a", 0, want},
		{"a", two, want[:2]},
		{"b", 0, want[:1]},
		{"c", 0, nil},
	} {
		got, err := ledger.History(t.Context(), s, ref(c.id), c.at)
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%s at %d: %v (-want +got)\n%s", c.id, c.at, err, diff)
		}
	}
	for i := range 105 { // more than a page
		save(t, s, by(5, "p-lead", "edit"), touch(t, s, "b", fmt.Sprint(i)))
	}
	if got, err := ledger.History(t.Context(), s, ref("b"), 0); len(got) != 106 || err != nil {
		t.Errorf("%d events, %v", len(got), err)
	}
	sound(t, s, ledger.Head{})
}

// touch is the update of a policy as it is now.
func touch(t *testing.T, s store.Store, id, title string) store.Write {
	t.Helper()
	r, err := s.Get(t.Context(), ref(id), 0)
	if err != nil {
		t.Fatal(err)
	}
	return update(id, r.Rev, title)
}

func update(id string, expect store.Rev, title string) store.Write {
	w := policy(aims.PolicyID(id), title)
	w.Op, w.Expect = store.Update, expect
	return w
}

func remove(id string, expect store.Rev) store.Write {
	return store.Write{Op: store.Delete, Ref: ref(id), Expect: expect}
}

// conflicts: the caller's conflicts are the caller's, and leave no entry;
// without a change there is none either.
func conflicts(t *testing.T, s store.Store) {
	first := save(t, s, by(1, "p-lead", "begin"), policy("a", "A"))
	before := sound(t, s, ledger.Head{})
	_, err := ledger.Save(t.Context(), s, by(2, "p-lead", "again"), policy("a", "A"), policy("b", "B"))
	var conflict *store.ConflictError
	if !errors.As(err, &conflict) || !cmp.Equal(conflict.Refs, []aims.Ref{ref("a")}) {
		t.Errorf("got %v", err)
	}
	assertion := store.Write{Op: store.Assert, Ref: ref("a"), Expect: first}
	if rev := save(t, s, by(2, "p-lead", "look"), assertion); rev != first {
		t.Errorf("an assertion alone made revision %d", rev)
	}
	if rev := save(t, s, by(2, "p-lead", "nothing")); rev != first {
		t.Errorf("no change made revision %d", rev)
	}
	if after := sound(t, s, before); after != before {
		t.Errorf("head %v, was %v", after, before)
	}
	save(t, s, by(3, "p-lead", "with an assertion"), policy("b", "B"), assertion)
	if after := sound(t, s, before); after.Entry != 2 {
		t.Errorf("head %v", after)
	}
}

// concurrent: everybody's entry comes in, whoever is first, also when the
// record is the same.
func concurrent(t *testing.T, s store.Store) {
	const editors, edits = 6, 5
	save(t, s, by(0, "p-lead", "begin"), policy("shared", "0"))
	done := make(chan error)
	for editor := range editors {
		go func() { done <- edit(t.Context(), s, editor, edits) }()
	}
	for range editors {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if head := sound(t, s, ledger.Head{}); head.Entry != 1+editors*edits*2 {
		t.Errorf("%d entries, want %d", head.Entry, 1+editors*edits*2)
	}
	if events, err := ledger.History(t.Context(), s, ref("shared"), 0); len(events) != 1+editors*edits || err != nil {
		t.Errorf("%d events, %v", len(events), err)
	}
}

// edit creates records of its own, and adds one to a record that all share.
func edit(ctx context.Context, s store.Store, editor, edits int) error {
	for i := range edits {
		id := aims.PolicyID(fmt.Sprintf("own-%d-%d", editor, i))
		if _, err := ledger.Save(ctx, s, by(1, "p-lead", "own"), policy(id, "mine")); err != nil {
			return err
		}
		for {
			r, err := s.Get(ctx, ref("shared"), 0)
			if err != nil {
				return err
			}
			var p aims.Policy
			if err := json.Unmarshal(r.Data, &p); err != nil {
				return err
			}
			_, err = ledger.Save(ctx, s, by(2, "p-lead", "shared"), update("shared", r.Rev, p.Title+"+"))
			if err == nil {
				break
			}
			if !errors.Is(err, store.ErrConflict) {
				return err
			}
		}
	}
	return nil
}
