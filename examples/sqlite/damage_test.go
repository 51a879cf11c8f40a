package sqlite_test

import (
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/examples/sqlite"
)

// query does something to a file past the store.
func query(t *testing.T, file, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// rawInsert inserts bytes into a bare table with the pragmas of the store.
func rawInsert(b *testing.B, file string, data []byte) {
	db, err := sql.Open("sqlite", "file:"+file+"?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE TABLE raw (data BLOB)"); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := db.Exec("INSERT INTO raw VALUES (?)", data); err != nil {
			b.Fatal(err)
		}
	}
}

// filled makes a file with some history and returns what it holds.
func filled(t *testing.T, file string) map[aims.Ref]string {
	t.Helper()
	s := open(t, file)
	want := make(map[aims.Ref]string)
	for i := range 60 {
		ref := aims.Ref{Kind: "k", ID: fmt.Sprint("r", i%40)}
		w := store.Write{Op: store.Create, Ref: ref, Schema: 1, Data: []byte(strings.Repeat(fmt.Sprint(i, " "), 100))}
		if old, err := s.Get(t.Context(), ref, 0); err == nil {
			w.Op, w.Expect = store.Update, old.Rev
			if i%7 == 0 {
				w = store.Write{Op: store.Delete, Ref: ref, Expect: old.Rev}
			}
		}
		if _, err := s.Put(t.Context(), w); err != nil {
			t.Fatal(err)
		}
		want[ref] = string(w.Data)
		if w.Op == store.Delete {
			delete(want, ref)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return want
}

// read opens a file and returns what it holds.
func read(t *testing.T, file string) (map[aims.Ref]string, error) {
	s, err := sqlite.Open(t.Context(), file)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	got := make(map[aims.Ref]string)
	for r, err := range store.All(t.Context(), s, "k", 0) {
		if err != nil {
			return nil, err
		}
		got[r.Ref] = string(r.Data)
	}
	return got, nil
}

// TestDamage: after some bytes of the file were changed, or its end was cut
// off, the file is refused, or holds exactly what it held.
func TestDamage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "whole.db")
	want := filled(t, file)
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	refused := 0
	const times = 300
	for i := range times {
		damaged := append([]byte(nil), whole...)
		switch i % 3 {
		case 0: // one bit
			damaged[random.IntN(len(damaged))] ^= 1 << random.IntN(8)
		case 1: // a stretch
			at := random.IntN(len(damaged))
			for j := range 64 {
				damaged[(at+j)%len(damaged)] = byte(random.Uint32())
			}
		case 2:
			damaged = damaged[:random.IntN(len(damaged)-1)+1]
		}
		file := filepath.Join(t.TempDir(), "damaged.db")
		if err := os.WriteFile(file, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := read(t, file)
		switch {
		case err != nil:
			refused++
		case !maps.Equal(got, want):
			t.Errorf("case %d: the damage was not noticed", i)
		}
	}
	t.Logf("%d of %d damaged files were refused; the others held everything", refused, times)
	if refused < times/2 {
		t.Error("too few were refused: was the file damaged at all?")
	}
}

// TestDamageWithinRows: SQLite itself cannot know these; the digests do.
func TestDamageWithinRows(t *testing.T) {
	for _, statement := range []string{
		"UPDATE record SET data = x'00' WHERE id = 'r3'",
		"UPDATE record SET schema = 2 WHERE id = 'r3'",
		"UPDATE record SET id = 'other' WHERE id = 'r3'",
		"UPDATE record SET rev = rev - 1 WHERE id = 'r39'",
		"UPDATE record SET until = rev WHERE id = 'r3'",
		"UPDATE meta SET rev = 3",
		"UPDATE meta SET oldest = 1000",
		"DELETE FROM meta",
		"DROP TABLE record",
	} {
		file := filepath.Join(t.TempDir(), "rows.db")
		filled(t, file)
		query(t, file, statement)
		if _, err := sqlite.Open(t.Context(), file); err == nil {
			t.Errorf("%s: not noticed", statement)
		}
	}
	// While the file is open, a read notices what it reads.
	file := filepath.Join(t.TempDir(), "open.db")
	filled(t, file)
	s := open(t, file)
	query(t, file, "UPDATE record SET data = x'00' WHERE id = 'r3'")
	if _, err := s.Get(t.Context(), aims.Ref{Kind: "k", ID: "r3"}, 0); !errors.Is(err, sqlite.ErrDamaged) {
		t.Errorf("Get: %v", err)
	}
	if _, err := s.List(t.Context(), "k", "", 100, 0); !errors.Is(err, sqlite.ErrDamaged) {
		t.Errorf("List: %v", err)
	}
	if _, err := s.Get(t.Context(), aims.Ref{Kind: "k", ID: "r4"}, 0); err != nil {
		t.Errorf("another record: %v", err)
	}
}
