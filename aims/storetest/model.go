package storetest

import (
	"context"
	"errors"
	"fmt"
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
		if err := compare(t.Context(), rt, subject); err != nil {
			rt.Fatal(err)
		}
	})
}

// compare returns the first difference.
func compare(ctx context.Context, rt *rapid.T, subject Subject) error {
	s, err := subject.Open()
	if err != nil {
		return err
	}
	m := model{ctx: ctx, store: s, reference: new(store.Memory), theirs: []store.Rev{0}}
	steps := []func(*rapid.T) error{m.put, m.put, m.get, m.list}
	for range rapid.IntRange(1, 60).Draw(rt, "steps") {
		if err := rapid.SampledFrom(steps).Draw(rt, "step")(rt); err != nil {
			return errors.Join(err, closeStore(s))
		}
	}
	return closeStore(s)
}

// model is a store beside the reference. The reference counts its revisions
// 1, 2, 3; theirs[i] is what the store calls revision i.
type model struct {
	ctx              context.Context
	store, reference store.Store
	theirs           []store.Rev
}

var (
	modelKinds = []aims.Kind{"fruit", "fruit2"}
	modelIDs   = []string{"2a", "B", "a", "a-b", "b"}
)

func (m *model) put(rt *rapid.T) error {
	mine := rapid.SliceOfN(rapid.Custom(m.write), 0, 4).Draw(rt, "writes")
	yours := slices.Clone(mine)
	for i := range yours {
		yours[i].Expect = m.translate(yours[i].Expect)
	}
	want, wantErr := m.reference.Put(m.ctx, mine...)
	got, err := m.store.Put(m.ctx, yours...)
	if class(wantErr) != class(err) {
		return fmt.Errorf("in Put %s: got %v, want %v", brief(yours), err, wantErr)
	}
	var wantConflict, conflict *store.ConflictError
	if errors.As(wantErr, &wantConflict) && (!errors.As(err, &conflict) || !slices.Equal(conflict.Refs, wantConflict.Refs)) {
		return fmt.Errorf("in Put %s: got %v, want %v", brief(yours), err, wantErr)
	}
	switch last := len(m.theirs) - 1; {
	case err != nil:
	case int(want) == last && got != m.theirs[last]:
		return fmt.Errorf("in Put %s changed nothing and returned revision %d, want %d", brief(yours), got, m.theirs[last])
	case int(want) > last && got <= m.theirs[last]:
		return fmt.Errorf("in Put %s returned revision %d after %d", brief(yours), got, m.theirs[last])
	case int(want) > last:
		m.theirs = append(m.theirs, got)
	}
	return nil
}

// write draws a write that mostly expects the right revision, sometimes one
// that the record once had, sometimes a stranger or none.
func (m *model) write(rt *rapid.T) store.Write {
	w := store.Write{Op: rapid.SampledFrom([]store.Op{store.Update, store.Create, store.Delete, store.Assert}).Draw(rt, "op"), Ref: m.ref(rt)}
	var at store.Rev
	mood := rapid.IntRange(0, 9).Draw(rt, "mood")
	if mood > 7 {
		at = m.revision(rt)
	}
	r, err := m.reference.Get(m.ctx, w.Ref, at)
	switch {
	case mood == 0: // expects nothing to be there
	case err != nil:
		w.Expect = at
	default:
		w.Expect = r.Rev
	}
	if mood > 0 && w.Op != store.Assert { // what the record calls for
		switch {
		case w.Expect == 0:
			w.Op = store.Create
		case w.Op == store.Create:
			w.Op = store.Update
		}
	}
	if w.Op == store.Create || w.Op == store.Update {
		w.Schema = rapid.IntRange(1, 3).Draw(rt, "schema")
		w.Data = rapid.SliceOfN(rapid.Byte(), 1, 8).Draw(rt, "data")
	}
	return w
}

func (m *model) get(rt *rapid.T) error {
	ref, at := m.ref(rt), m.revision(rt)
	want, wantErr := m.reference.Get(m.ctx, ref, at)
	got, err := m.store.Get(m.ctx, ref, m.translate(at))
	want.Rev = m.translate(want.Rev)
	if class(wantErr) != class(err) || err == nil && !equal(got, want) {
		return fmt.Errorf("in Get %s at %d: got %s, %v, want %s, %v", ref, m.translate(at), show(got), err, show(want), wantErr)
	}
	return nil
}

func (m *model) list(rt *rapid.T) error {
	kind, at := rapid.SampledFrom(modelKinds).Draw(rt, "kind"), m.revision(rt)
	after := rapid.SampledFrom(append([]string{""}, modelIDs...)).Draw(rt, "after")
	limit := rapid.IntRange(1, 4).Draw(rt, "limit")
	want, wantErr := m.reference.List(m.ctx, kind, after, limit, at)
	for i := range want {
		want[i].Rev = m.translate(want[i].Rev)
	}
	got, err := m.store.List(m.ctx, kind, after, limit, m.translate(at))
	if class(wantErr) != class(err) || !slices.EqualFunc(got, want, equal) {
		return fmt.Errorf("in List %s after %q, limit %d, at %d: got %s, %v, want %s, %v", kind, after, limit, m.translate(at), showAll(got), err, showAll(want), wantErr)
	}
	return nil
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
