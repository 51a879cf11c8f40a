package storetest_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/aims/storetest"
)

// journal is a store of one's own: a file with a line for every Put. What the
// lines say is held in memory, which answers the reads.
type journal struct {
	store.Memory
	mu   sync.Mutex
	file *os.File
}

func open(name string) (*journal, error) {
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	j := &journal{file: file}
	lines, end := bufio.NewReader(file), int64(0)
	for {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) { // a torn line was never acknowledged
			_, seek := file.Seek(end, io.SeekStart)
			return j, errors.Join(file.Truncate(end), seek)
		}
		var writes []store.Write
		if err := errors.Join(err, json.Unmarshal(line, &writes)); err != nil {
			return nil, err
		}
		if _, err := j.Memory.Put(context.Background(), writes...); err != nil {
			return nil, err
		}
		end += int64(len(line))
	}
}

// Put asks whether all is as expected, writes it down, and then does it.
func (j *journal) Put(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	asked, change := make([]store.Write, len(writes)), false
	for i, w := range writes {
		asked[i] = store.Write{Op: store.Assert, Ref: w.Ref, Expect: w.Expect}
		change = change || w.Changes()
	}
	if err := store.CheckPut(writes); err != nil {
		return 0, err
	}
	now, err := j.Memory.Put(ctx, asked...)
	if err != nil || !change {
		return now, err
	}
	if err := errors.Join(json.NewEncoder(j.file).Encode(writes), j.file.Sync()); err != nil {
		return 0, err
	}
	return j.Memory.Put(context.WithoutCancel(ctx), writes...)
}

func (j *journal) Close() error { return j.file.Close() }

// Whoever writes a store has it checked: in a test with Run, which has a
// subtest for every rule, or like this.
func ExampleCheck() {
	dir, err := os.MkdirTemp("", "journal")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	n := 0
	err = storetest.Check(context.Background(), storetest.Subject{
		Open: func() (store.Store, error) { n++; return open(filepath.Join(dir, fmt.Sprint(n))) },
		Reopen: func(s store.Store) (store.Store, error) {
			name := s.(*journal).file.Name()
			if err := s.(*journal).Close(); err != nil {
				return nil, err
			}
			return open(name)
		},
	})
	fmt.Println(err)
	// Output: <nil>
}

// TestJournalTorn: the example keeps what it says about torn and damaged lines.
func TestJournalTorn(t *testing.T) {
	name := filepath.Join(t.TempDir(), "journal")
	j, err := open(name)
	if err != nil {
		t.Fatal(err)
	}
	w := store.Write{Op: store.Create, Ref: aims.Ref{Kind: "k", ID: "a"}, Schema: 1, Data: []byte("x")}
	if _, err := j.Put(t.Context(), w); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for n := range whole {
		torn := append(append([]byte(nil), whole...), whole[:n]...)
		if err := os.WriteFile(name, torn, 0o600); err != nil {
			t.Fatal(err)
		}
		again, err := open(name)
		if err != nil {
			t.Fatalf("torn after %d bytes: %v", n, err)
		}
		if _, err := again.Put(t.Context(), store.Write{Op: store.Create, Ref: aims.Ref{Kind: "k", ID: "b"}, Schema: 1, Data: []byte("x")}); err != nil {
			t.Fatalf("torn after %d bytes: %v", n, err)
		}
		if err := again.Close(); err != nil {
			t.Fatal(err)
		}
		if again, err = open(name); err != nil {
			t.Fatalf("torn after %d bytes, and written on: %v", n, err)
		}
		if now, err := store.Now(t.Context(), again); now != 2 || err != nil {
			t.Fatalf("torn after %d bytes: revision %d, %v", n, now, err)
		}
	}
	if err := os.WriteFile(name, append([]byte("["), whole...), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := open(name); err == nil {
		t.Error("a damaged line was read past")
	}
}
