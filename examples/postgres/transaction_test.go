package postgres_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/aims/storetest"
	"github.com/aimskit/aimskit/examples/postgres"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

var apple = aims.Ref{Kind: "fruit", ID: "apple"}

func create(ref aims.Ref, data string) store.Write {
	return store.Write{Op: store.Create, Ref: ref, Schema: 1, Data: []byte(data)}
}

func update(ref aims.Ref, expect store.Rev, data string) store.Write {
	return store.Write{Op: store.Update, Ref: ref, Expect: expect, Schema: 1, Data: []byte(data)}
}

func put(t *testing.T, s store.Store, writes ...store.Write) store.Rev {
	t.Helper()
	rev, err := s.Put(t.Context(), writes...)
	if err != nil {
		t.Fatal(err)
	}
	return rev
}

func begin(t *testing.T, pool *pgxpool.Pool, level pgx.TxIsoLevel) pgx.Tx {
	t.Helper()
	tx, err := pool.BeginTx(t.Context(), pgx.TxOptions{IsoLevel: level})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { tx.Rollback(context.Background()) }) //nolint:errcheck // most have ended
	return tx
}

// boundTo opens stores in transactions of their own.
func boundTo(t *testing.T, pool *pgxpool.Pool, level pgx.TxIsoLevel) storetest.Subject {
	return storetest.Subject{Open: func() (store.Store, error) {
		tx, err := pool.BeginTx(t.Context(), pgx.TxOptions{IsoLevel: level})
		if err != nil {
			return nil, err
		}
		s, err := postgres.Open(t.Context(), tx, newTenant())
		return bound{s, tx}, err
	}}
}

// bound ends the transaction when the suite closes the store.
type bound struct {
	*postgres.Store
	tx pgx.Tx
}

func (b bound) Close() error { return b.tx.Rollback(context.Background()) }

// TestStoreInATransaction: a store bound to a transaction keeps all rules but
// those for many goroutines, at every level.
func TestStoreInATransaction(t *testing.T) {
	pool := connect(t, "")
	forMany := []string{"concurrent-creation", "concurrent-updates", "concurrent-skew", "concurrent-reads", "revisions-in-order"}
	for _, level := range []pgx.TxIsoLevel{pgx.ReadCommitted, pgx.RepeatableRead, pgx.Serializable} {
		for _, c := range storetest.Cases() {
			if !slices.Contains(forMany, c.Name) {
				t.Run(string(level)+"/"+c.Name, func(t *testing.T) {
					if err := c.Check(t.Context(), boundTo(t, pool, level)); err != nil {
						t.Error(err)
					}
				})
			}
		}
	}
}

// TestOwnTransaction: what the host writes and what is put happens together or
// not at all, and a conflict undoes the Put alone.
func TestOwnTransaction(t *testing.T) {
	pool := connect(t, "")
	if _, err := pool.Exec(t.Context(), `CREATE TABLE IF NOT EXISTS host_table (name text)`); err != nil {
		t.Fatal(err)
	}
	count := func(name string) (n int) {
		t.Helper()
		if err := pool.QueryRow(t.Context(), `SELECT count(*) FROM host_table WHERE name = $1`, name).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	tenant := newTenant()
	outside := open(t, pool, tenant)
	for _, end := range []string{"rolled back", "committed"} {
		tx := begin(t, pool, pgx.ReadCommitted)
		name := tenant + end
		if _, err := tx.Exec(t.Context(), `INSERT INTO host_table VALUES ($1)`, name); err != nil {
			t.Fatal(err)
		}
		inside := open(t, tx, tenant)
		put(t, inside, create(apple, end))
		if _, err := inside.Put(t.Context(), create(aims.Ref{Kind: "fruit", ID: "pear"}, "x"), create(apple, "y")); !errors.Is(err, store.ErrConflict) {
			t.Errorf("%s: %v, want a conflict", end, err)
		}
		if _, err := outside.Get(t.Context(), apple, 0); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%s: seen from outside before the end: %v", end, err)
		}
		want := 0
		if end == "committed" {
			want = 1
			if err := tx.Commit(t.Context()); err != nil {
				t.Fatal(err)
			}
		} else if err := tx.Rollback(t.Context()); err != nil {
			t.Fatal(err)
		}
		records, err := outside.List(t.Context(), "fruit", "", 10, 0)
		if err != nil {
			t.Fatal(err)
		}
		if len(records) != want || count(name) != want {
			t.Errorf("%s: %d records and %d rows of the host, want %d", end, len(records), count(name), want)
		}
	}
}

// TestSerialization: whoever decides by an old snapshot is told, at every level
// of the host's transaction; nothing is lost.
func TestSerialization(t *testing.T) {
	pool := connect(t, "")
	for _, level := range []pgx.TxIsoLevel{pgx.ReadCommitted, pgx.RepeatableRead, pgx.Serializable} {
		t.Run(string(level), func(t *testing.T) {
			tenant := newTenant()
			outside := open(t, pool, tenant)
			first := put(t, outside, create(apple, "red"))
			tx := begin(t, pool, level)
			inside := open(t, tx, tenant)
			r, err := inside.Get(t.Context(), apple, 0) // takes the snapshot
			if err != nil || r.Rev != first {
				t.Fatal(r, err)
			}
			second := put(t, outside, update(apple, first, "green"))
			_, err = inside.Put(t.Context(), update(apple, first, "brown"))
			var conflict *store.ConflictError
			if !errors.As(err, &conflict) || !slices.Equal(conflict.Refs, []aims.Ref{apple}) {
				t.Errorf("got %v, want a conflict on %s", err, apple)
			}
			// Another record is a conflict only where the snapshot is of the past.
			_, err = inside.Put(t.Context(), create(aims.Ref{Kind: "fruit", ID: "pear"}, "yellow"))
			if level == pgx.ReadCommitted && err != nil || level != pgx.ReadCommitted && !errors.Is(err, store.ErrConflict) {
				t.Errorf("another record: %v", err)
			}
			if err := tx.Rollback(t.Context()); err != nil {
				t.Fatal(err)
			}
			if got, err := outside.Get(t.Context(), apple, 0); err != nil || string(got.Data) != "green" || got.Rev != second {
				t.Errorf("%s, %v", got.Data, err)
			}
		})
	}
}

// TestDeadlock: two hosts that lock in opposite order; one gets a conflict.
func TestDeadlock(t *testing.T) {
	pool := connect(t, "")
	one, two := newTenant(), newTenant()
	open(t, pool, one)
	open(t, pool, two)
	a, b := begin(t, pool, pgx.ReadCommitted), begin(t, pool, pgx.ReadCommitted)
	put(t, open(t, a, one), create(apple, "red"))
	put(t, open(t, b, two), create(apple, "red"))
	done := make(chan error, 2)
	go func() {
		_, err := open(t, a, two).Put(t.Context(), create(apple, "green"))
		done <- errors.Join(err, a.Rollback(t.Context()))
	}()
	go func() {
		_, err := open(t, b, one).Put(t.Context(), create(apple, "green"))
		done <- errors.Join(err, b.Rollback(t.Context()))
	}()
	lost := 0
	for range 2 {
		if err := <-done; errors.Is(err, store.ErrConflict) {
			lost++
		} else if err != nil {
			t.Error(err)
		}
	}
	if lost != 1 {
		t.Errorf("%d of two were told of a conflict, want one", lost)
	}
}

// TestForget: what only an old state held is in no row any more.
func TestForget(t *testing.T) {
	pool := connect(t, "")
	tenant := newTenant()
	s := open(t, pool, tenant)
	first := put(t, s, create(apple, "secret"))
	rev := put(t, s, update(apple, first, "plain"))
	for range store.MinKeep {
		if err := s.Forget(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Get(t.Context(), apple, first); err != nil {
			t.Fatalf("at revision %d: %v", rev, err)
		}
		rev = put(t, s, update(apple, rev, "plain"))
		if rev == first+store.MinKeep {
			break
		}
	}
	put(t, s, create(aims.Ref{Kind: "fruit", ID: "pear"}, "x"))
	if err := s.Forget(t.Context(), store.MinKeep); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Get(t.Context(), apple, first); !errors.Is(err, store.ErrRevisionGone) {
		t.Errorf("got %v", err)
	}
	n := 0
	if err := pool.QueryRow(t.Context(), `SELECT count(*) FROM aims_record WHERE tenant = $1 AND data = 'secret'`, tenant).Scan(&n); err != nil || n != 0 {
		t.Errorf("%d rows hold it still, %v", n, err)
	}
}
