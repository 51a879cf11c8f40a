package sqlite_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/aims/storetest"
	"github.com/aimskit/aimskit/examples/sqlite"
	suite "github.com/aimskit/aimskit/internal/gen/ledger"
)

var (
	load  = flag.Duration("load", 2*time.Second, "how long the editors work")
	kills = flag.Int("kills", 60, "how often the writer is killed")
)

// subject opens a new file with every call.
func subject(t *testing.T) storetest.Subject {
	var mu sync.Mutex
	files := make(map[store.Store]string)
	open := func(file string) (store.Store, error) {
		s, err := sqlite.Open(t.Context(), file)
		if err != nil {
			return nil, err
		}
		t.Cleanup(func() { s.Close() }) //nolint:errcheck // most are closed by then
		mu.Lock()
		defer mu.Unlock()
		files[s] = file
		return s, nil
	}
	return storetest.Subject{
		Open: func() (store.Store, error) { return open(filepath.Join(t.TempDir(), "a b?&%.db")) },
		Reopen: func(s store.Store) (store.Store, error) {
			if err := s.(*sqlite.Store).Close(); err != nil {
				return nil, err
			}
			return open(files[s])
		},
	}
}

func open(t *testing.T, file string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() }) //nolint:errcheck // some are closed by then
	return s
}

func TestStore(t *testing.T) { storetest.Run(t, subject(t)) }

func TestLedger(t *testing.T) { suite.Run(t, subject(t).Open) }

func TestLoad(t *testing.T) { suite.Load(t, open(t, filepath.Join(t.TempDir(), "load.db")), *load) }

// TestForget: what only an old state held is nowhere in the file any more.
func TestForget(t *testing.T) {
	dir := t.TempDir()
	s := open(t, filepath.Join(dir, "forget.db"))
	a, b := aims.Ref{Kind: "k", ID: "a"}, aims.Ref{Kind: "k", ID: "b"}
	secret := strings.Repeat("the name of somebody ", 500)
	put := func(w ...store.Write) store.Rev {
		t.Helper()
		rev, err := s.Put(t.Context(), w...)
		if err != nil {
			t.Fatal(err)
		}
		return rev
	}
	create := func(ref aims.Ref, data string) store.Write {
		return store.Write{Op: store.Create, Ref: ref, Schema: 1, Data: []byte(data)}
	}
	first := put(create(a, secret), create(b, secret))
	put(store.Write{Op: store.Delete, Ref: a, Expect: first}, store.Write{Op: store.Update, Ref: b, Expect: first, Schema: 1, Data: []byte("plain")})
	for i := range store.MinKeep + 1 {
		if err := s.Forget(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		_, err := s.Get(t.Context(), b, first)
		if gone := errors.Is(err, store.ErrRevisionGone); gone != (i >= store.MinKeep) || err != nil && !gone {
			t.Errorf("after %d more revisions: %v", i, err)
		}
		put(create(aims.Ref{Kind: "other", ID: fmt.Sprint(i)}, "x"))
	}
	if err := s.Forget(t.Context(), store.MinKeep); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte("somebody")) {
			t.Errorf("%s still holds what was forgotten", filepath.Base(file))
		}
	}
	if got, err := s.Get(t.Context(), b, 0); err != nil || string(got.Data) != "plain" {
		t.Errorf("%s, %v", got.Data, err)
	}
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestOpenRefuses: no file is taken over or written that is not the store's.
func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	foreign := filepath.Join(dir, "foreign.db")
	query(t, foreign, "CREATE TABLE t (x)")
	newer := filepath.Join(dir, "newer.db")
	open(t, newer).Close() //nolint:errcheck // the next line would fail
	query(t, newer, "PRAGMA user_version = 2")
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		foreign:                         "something else",
		newer:                           "version 2",
		text:                            "damaged",
		filepath.Join(dir, "no", "dir"): "unable to open",
	} {
		before, _ := os.ReadFile(file)
		_, err := sqlite.Open(t.Context(), file)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", filepath.Base(file), err, want)
		}
		if after, _ := os.ReadFile(file); file != newer && file != foreign && !bytes.Equal(before, after) {
			t.Errorf("%s was written", filepath.Base(file))
		}
	}
}
