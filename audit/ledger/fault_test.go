package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit/ledger"
)

var errFault = errors.New("the network is gone")

// faulty is a store of which one call fails.
type faulty struct {
	store.Store
	until int // calls that succeed before it
}

func (f *faulty) fault() error {
	f.until--
	if f.until == -1 {
		return errFault
	}
	return nil
}

func (f *faulty) Get(ctx context.Context, ref aims.Ref, at store.Rev) (store.Record, error) {
	if err := f.fault(); err != nil {
		return store.Record{}, err
	}
	return f.Store.Get(ctx, ref, at)
}

func (f *faulty) List(ctx context.Context, kind aims.Kind, after string, limit int, at store.Rev) ([]store.Record, error) {
	if err := f.fault(); err != nil {
		return nil, err
	}
	return f.Store.List(ctx, kind, after, limit, at)
}

func (f *faulty) Put(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	if err := f.fault(); err != nil {
		return 0, err
	}
	return f.Store.Put(ctx, writes...)
}

// TestFaults: whichever call of the store fails, its error comes out, nothing
// is half done, and the same call succeeds afterwards.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(context.Context, store.Store) error
	}{
		{"load", func(ctx context.Context, s store.Store) error {
			st, err := ledger.Load(ctx, s, 0)
			if err == nil && len(st.Snapshot.Policies) != 2 {
				return fmt.Errorf("loaded %d policies", len(st.Snapshot.Policies))
			}
			return err
		}},
		{"save", func(ctx context.Context, s store.Store) error {
			_, err := ledger.Save(ctx, s, entry("more"), create("c"))
			return err
		}},
		{"history", func(ctx context.Context, s store.Store) error {
			events, err := ledger.History(ctx, s, ref("a"), 0)
			if err == nil && len(events) != 1 {
				return fmt.Errorf("%d events", len(events))
			}
			return err
		}},
		{"verify", func(ctx context.Context, s store.Store) error {
			_, err := ledger.Verify(ctx, s, ledger.Head{})
			return err
		}},
		{"erase", func(ctx context.Context, s store.Store) error {
			_, err := ledger.Erase(ctx, s, entry("request"), ledger.Erasure{Entry: 1, Why: true, Contents: []aims.Ref{ref("a")}})
			return err
		}},
		{"present", func(ctx context.Context, s store.Store) error {
			_, err := ledger.Present(ctx, s)
			return err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for until := 0; ; until++ {
				m := new(store.Memory)
				save(t, m, "begin", create("a"), create("b"))
				before, _ := store.Now(t.Context(), m)
				err := c.do(t.Context(), &faulty{m, until})
				if err == nil {
					if until == 0 {
						t.Error("it never looked at the store")
					}
					return
				}
				if !errors.Is(err, errFault) {
					t.Fatalf("call %d fails: got %v", until, err)
				}
				if now, _ := store.Now(t.Context(), m); now != before {
					t.Errorf("call %d fails, and something was written", until)
				}
				if err := c.do(t.Context(), m); err != nil {
					t.Errorf("after call %d failed: %v", until, err)
				}
				report, err := ledger.Verify(t.Context(), m, ledger.Head{})
				if err != nil || !report.Sound() {
					t.Errorf("after call %d failed: %v, %v", until, report.Problems, err)
				}
			}
		})
	}
}

// busy is a store in which others are always first.
type busy struct{ store.Store }

func (b busy) Put(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	for _, w := range writes {
		if w.Ref.Kind == ledger.KindHead {
			return 0, &store.ConflictError{Refs: []aims.Ref{w.Ref}}
		}
	}
	return b.Store.Put(ctx, writes...)
}

// TestSaveGivesUp: not for ever, and it says why.
func TestSaveGivesUp(t *testing.T) {
	_, err := ledger.Save(t.Context(), busy{new(store.Memory)}, entry("x"), create("a"))
	if !errors.Is(err, store.ErrConflict) || err.Error() != "ledger: 1000 others came first: store: conflict: not as expected: ledger-head/head; read again and repeat" {
		t.Errorf("got %v", err)
	}
}

// meddler changes a note between the reading and the writing of an erasure.
type meddler struct {
	store.Store
	times int
}

func (m *meddler) Put(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	if len(writes) > 0 && m.times > 0 {
		m.times--
		r, err := m.Get(ctx, aims.Ref{Kind: ledger.KindNote, ID: "000000000001"}, 0)
		if err != nil {
			return 0, err
		}
		if _, err := m.Store.Put(ctx, store.Write{Op: store.Update, Ref: r.Ref, Expect: r.Rev, Schema: 1, Data: r.Data}); err != nil {
			return 0, err
		}
	}
	return m.Store.Put(ctx, writes...)
}

// TestEraseRetries: an erasure that another one overtakes looks again.
func TestEraseRetries(t *testing.T) {
	m := new(store.Memory)
	save(t, m, "begin", create("a"))
	if _, err := ledger.Erase(t.Context(), &meddler{m, 3}, entry("request"), ledger.Erasure{Entry: 1, Who: true}); err != nil {
		t.Error(err)
	}
	if _, err := ledger.Erase(t.Context(), &meddler{m, 1 << 20}, entry("request"), ledger.Erasure{Entry: 1, Why: true}); !errors.Is(err, store.ErrConflict) {
		t.Errorf("overtaken for ever: %v", err)
	}
}
