package storetest

import (
	"errors"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"pgregory.net/rapid"
)

// runModel does random operations on a new store and on [store.Memory] and
// compares every answer. Only the numbers of revisions may differ.
func runModel(t *testing.T, subject Subject) {
	rapid.Check(t, func(rt *rapid.T) {
		s, err := subject.Open()
		if err != nil {
			rt.Fatal(err)
		}
		defer func() {
			if err := closeStore(s); err != nil {
				rt.Error(err)
			}
		}()
		m := model{store: s, reference: new(store.Memory), theirs: []store.Rev{0}}
		rt.Repeat(map[string]func(*rapid.T){
			"put":  func(rt *rapid.T) { m.put(t, rt) },
			"get":  func(rt *rapid.T) { m.get(t, rt) },
			"list": func(rt *rapid.T) { m.list(t, rt) },
		})
	})
}

// model is a store beside the reference. The reference counts its revisions
// 1, 2, 3; theirs[i] is what the store calls revision i.
type model struct {
	store, reference store.Store
	theirs           []store.Rev
}

var (
	modelKinds = []aims.Kind{"fruit", "bird", "fruit2"}
	modelIDs   = []string{"a", "A", "b", "a-b", "0"}
)

func (m *model) put(t *testing.T, rt *rapid.T) {
	mine := rapid.SliceOfN(rapid.Custom(m.write), 0, 4).Draw(rt, "writes")
	yours := slices.Clone(mine)
	for i := range yours {
		yours[i].Expect = m.translate(yours[i].Expect)
	}
	want, wantErr := m.reference.Put(t.Context(), mine...)
	got, err := m.store.Put(t.Context(), yours...)
	if class(wantErr) != class(err) {
		rt.Fatalf("Put %s: got %v, want %v", brief(yours), err, wantErr)
	}
	var wantConflict, conflict *store.ConflictError
	if errors.As(wantErr, &wantConflict) && (!errors.As(err, &conflict) || !slices.Equal(conflict.Refs, wantConflict.Refs)) {
		rt.Fatalf("Put %s: got %v, want %v", brief(yours), err, wantErr)
	}
	switch last := len(m.theirs) - 1; {
	case err != nil:
	case int(want) == last && got != m.theirs[last]:
		rt.Fatalf("Put %s changed nothing and returned revision %d, want %d", brief(yours), got, m.theirs[last])
	case int(want) > last && got <= m.theirs[last]:
		rt.Fatalf("Put %s returned revision %d after %d", brief(yours), got, m.theirs[last])
	case int(want) > last:
		m.theirs = append(m.theirs, got)
	}
}

// write draws a write that often expects the right revision.
func (m *model) write(rt *rapid.T) store.Write {
	w := store.Write{Op: rapid.SampledFrom([]store.Op{store.Create, store.Update, store.Update, store.Delete, store.Assert}).Draw(rt, "op"), Ref: m.ref(rt)}
	if rapid.IntRange(0, 4).Draw(rt, "stale") == 0 {
		w.Expect = m.revision(rt)
	} else if r, err := m.reference.Get(rt.Context(), w.Ref, 0); err == nil {
		w.Expect = r.Rev
	}
	if w.Op == store.Create || w.Op == store.Update {
		w.Schema = rapid.IntRange(1, 3).Draw(rt, "schema")
		w.Data = rapid.SliceOfN(rapid.Byte(), 1, 8).Draw(rt, "data")
	}
	return w
}

func (m *model) get(t *testing.T, rt *rapid.T) {
	ref, at := m.ref(rt), m.revision(rt)
	want, wantErr := m.reference.Get(t.Context(), ref, at)
	got, err := m.store.Get(t.Context(), ref, m.translate(at))
	want.Rev = m.translate(want.Rev)
	if class(wantErr) != class(err) || err == nil && !equal(got, want) {
		rt.Fatalf("Get %s at %d: got %s, %v, want %s, %v", ref, m.translate(at), show(got), err, show(want), wantErr)
	}
}

func (m *model) list(t *testing.T, rt *rapid.T) {
	kind, at := rapid.SampledFrom(modelKinds).Draw(rt, "kind"), m.revision(rt)
	after := rapid.SampledFrom(append([]string{""}, modelIDs...)).Draw(rt, "after")
	limit := rapid.IntRange(1, 4).Draw(rt, "limit")
	want, wantErr := m.reference.List(t.Context(), kind, after, limit, at)
	for i := range want {
		want[i].Rev = m.translate(want[i].Rev)
	}
	got, err := m.store.List(t.Context(), kind, after, limit, m.translate(at))
	if class(wantErr) != class(err) || !slices.EqualFunc(got, want, equal) {
		rt.Fatalf("List %s after %q, limit %d, at %d: got %s, %v, want %s, %v", kind, after, limit, m.translate(at), showAll(got), err, showAll(want), wantErr)
	}
}

func (m *model) ref(rt *rapid.T) aims.Ref {
	return aims.Ref{Kind: rapid.SampledFrom(modelKinds).Draw(rt, "kind"), ID: rapid.SampledFrom(modelIDs).Draw(rt, "id")}
}

// revision draws one that every store can read: 0, or one of the last.
func (m *model) revision(rt *rapid.T) store.Rev {
	last := len(m.theirs) - 1
	return store.Rev(max(0, last-rapid.IntRange(0, store.MinKeep).Draw(rt, "back")))
}

func (m *model) translate(rev store.Rev) store.Rev { return m.theirs[rev] }

// class is what a caller branches on.
func class(err error) error {
	for _, c := range []error{aims.ErrInvalid, store.ErrConflict, store.ErrNotFound, store.ErrRevisionGone} {
		if errors.Is(err, c) {
			return c
		}
	}
	return err
}
