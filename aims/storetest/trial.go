package storetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

// trial is one run of a case. Its methods do something with the store and
// note when it does not go as the method's name says; only the first failure
// is kept, and cases go on with zero values after it.
type trial struct {
	ctx     context.Context
	store   store.Store
	subject Subject
	*failure
}

// failure is the first failure of a trial.
type failure struct {
	mu    sync.Mutex
	first error
}

func (f *failure) fail(format string, args ...any) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.first == nil {
		f.first = fmt.Errorf(format, args...)
	}
}

func (f *failure) err() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.first
}

// failed reports whether going on makes no sense.
func (f *failure) failed() bool { return f.err() != nil }

// want notes a failure unless ok.
func (f *failure) want(ok bool, format string, args ...any) {
	if !ok {
		f.fail(format, args...)
	}
}

// put does writes that must succeed.
func (t *trial) put(writes ...store.Write) store.Rev {
	rev, err := t.store.Put(t.ctx, writes...)
	if err != nil {
		t.fail("Put %s: %w", brief(writes), err)
	}
	return rev
}

// conflict does writes that must fail on exactly these records.
func (t *trial) conflict(refs []aims.Ref, writes ...store.Write) {
	before := t.now()
	_, err := t.store.Put(t.ctx, writes...)
	var conflict *store.ConflictError
	switch {
	case err == nil:
		t.fail("Put %s was done; it must conflict on %s", brief(writes), refs)
	case !errors.As(err, &conflict) || !errors.Is(err, store.ErrConflict):
		t.fail("Put %s: got %w, want a *store.ConflictError that wraps store.ErrConflict", brief(writes), err)
	default:
		t.want(slices.Equal(conflict.Refs, refs), "Put %s: the conflict names %s, want %s", brief(writes), conflict.Refs, refs)
	}
	t.want(t.now() == before, "a Put that failed made revision %d", t.now())
}

// get reads a record that must be there.
func (t *trial) get(ref aims.Ref, at store.Rev) store.Record {
	r, err := t.store.Get(t.ctx, ref, at)
	if err != nil {
		t.fail("Get %s at %d: %w", ref, at, err)
	}
	return r
}

// shows reads a record that must have the given state.
func (t *trial) shows(want store.Record, at store.Rev) {
	if got := t.get(want.Ref, at); !equal(got, want) {
		t.fail("Get %s at %d: got %s, want %s", want.Ref, at, show(got), show(want))
	}
}

// absent reads a record that must not be there.
func (t *trial) absent(ref aims.Ref, at store.Rev) {
	if r, err := t.store.Get(t.ctx, ref, at); !errors.Is(err, store.ErrNotFound) {
		t.fail("Get %s at %d: got %s and error %v, want store.ErrNotFound", ref, at, show(r), err)
	}
}

// list reads a page.
func (t *trial) list(kind aims.Kind, after string, limit int, at store.Rev) []store.Record {
	page, err := t.store.List(t.ctx, kind, after, limit, at)
	if err != nil {
		t.fail("List %s after %q at %d: %w", kind, after, at, err)
	}
	return page
}

// lists reads a page that must hold the given records, in their order.
func (t *trial) lists(want []store.Record, kind aims.Kind, after string, limit int, at store.Rev) {
	if got := t.list(kind, after, limit, at); !slices.EqualFunc(got, want, equal) {
		t.fail("List %s after %q, limit %d, at %d: got %s, want %s", kind, after, limit, at, showAll(got), showAll(want))
	}
}

// gone reads at a revision that cannot be read.
func (t *trial) gone(kind aims.Kind, at store.Rev) {
	if _, err := t.store.Get(t.ctx, aims.Ref{Kind: kind, ID: "x"}, at); !errors.Is(err, store.ErrRevisionGone) {
		t.fail("Get at %d: got %v, want store.ErrRevisionGone", at, err)
	}
	if _, err := t.store.List(t.ctx, kind, "", 1, at); !errors.Is(err, store.ErrRevisionGone) {
		t.fail("List at %d: got %v, want store.ErrRevisionGone", at, err)
	}
}

// refused does what must be refused as malformed, and change nothing.
func (t *trial) refused(what string, err error) {
	t.want(errors.Is(err, aims.ErrInvalid), "%s: got %v, want an aims.InvalidError", what, err)
}

func (t *trial) now() store.Rev {
	now, err := store.Now(t.ctx, t.store)
	if err != nil {
		t.fail("Put without writes: %w", err)
	}
	return now
}

// parallel runs n workers until all are done.
func (t *trial) parallel(n int, work func(worker int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { work(i) })
	}
	wg.Wait()
}

func (t *trial) close(s store.Store) {
	if err := closeStore(s); err != nil {
		t.fail("Close: %w", err)
	}
}

// The records that most cases speak of.
var (
	apple = aims.Ref{Kind: "fruit", ID: "apple"}
	pear  = aims.Ref{Kind: "fruit", ID: "pear"}
	quail = aims.Ref{Kind: "bird", ID: "quail"}
)

func create(ref aims.Ref, data string) store.Write {
	return store.Write{Op: store.Create, Ref: ref, Schema: 1, Data: []byte(data)}
}

func update(ref aims.Ref, expect store.Rev, data string) store.Write {
	return store.Write{Op: store.Update, Ref: ref, Expect: expect, Schema: 1, Data: []byte(data)}
}

func remove(ref aims.Ref, expect store.Rev) store.Write {
	return store.Write{Op: store.Delete, Ref: ref, Expect: expect}
}

func assert(ref aims.Ref, expect store.Rev) store.Write {
	return store.Write{Op: store.Assert, Ref: ref, Expect: expect}
}

func record(ref aims.Ref, rev store.Rev, data string) store.Record {
	return store.Record{Ref: ref, Rev: rev, Schema: 1, Data: []byte(data)}
}

func equal(a, b store.Record) bool {
	return a.Ref == b.Ref && a.Rev == b.Rev && a.Schema == b.Schema && bytes.Equal(a.Data, b.Data)
}

// show prints a record with the beginning of its data.
func show(r store.Record) string {
	return fmt.Sprintf("{%s rev %d schema %d %s}", r.Ref, r.Rev, r.Schema, clip(r.Data))
}

func showAll(records []store.Record) string {
	var b strings.Builder
	for i, r := range records {
		if i == 20 {
			fmt.Fprintf(&b, " and %d more", len(records)-i)
			break
		}
		b.WriteString(" " + show(r))
	}
	return "[" + strings.TrimSpace(b.String()) + "]"
}

func brief(writes []store.Write) string {
	var b strings.Builder
	for i, w := range writes {
		if i == 5 {
			fmt.Fprintf(&b, " and %d more", len(writes)-i)
			break
		}
		fmt.Fprintf(&b, " {%s %s expecting %d %s}", w.Op, w.Ref, w.Expect, clip(w.Data))
	}
	return "[" + strings.TrimSpace(b.String()) + "]"
}

func clip(data []byte) string {
	if len(data) > 40 {
		return fmt.Sprintf("%q… (%d bytes)", data[:40], len(data))
	}
	return fmt.Sprintf("%q", data)
}
