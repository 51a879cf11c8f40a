package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/ledger"
	suite "github.com/aimskit/aimskit/internal/gen/ledger"
	"github.com/google/go-cmp/cmp"
)

func TestLedger(t *testing.T) {
	suite.Run(t, func() (store.Store, error) { return new(store.Memory), nil })
}

func entry(why string) ledger.Entry {
	return ledger.Entry{Who: "p-lead", When: time.Date(2026, 3, 1, 9, 0, 0, 0, time.FixedZone("", 3600)), Why: why}
}

func ref(id string) aims.Ref { return aims.Ref{Kind: aims.KindPolicy, ID: id} }

func create(id string) store.Write {
	return store.Write{Op: store.Create, Ref: ref(id), Schema: 1, Data: []byte(`{"id":"` + id + `","title":"T","version":"1"}`)}
}

func save(t *testing.T, s store.Store, why string, changes ...store.Write) store.Rev {
	t.Helper()
	rev, err := ledger.Save(t.Context(), s, entry(why), changes...)
	if err != nil {
		t.Fatal(err)
	}
	return rev
}

// problems lists pointers and codes; those of a record begin with its name.
func problems(err error) (out []string) {
	for _, p := range aims.Problems(err) {
		if !p.Ref.IsZero() && !strings.HasPrefix(p.Path, "/"+p.Ref.String()) {
			out = append(out, "not about "+p.Ref.String())
		}
		out = append(out, strings.TrimSpace(p.Path+" "+string(p.Code)))
	}
	return out
}

// TestSaveRefuses: everything that is wrong is told at once, and nothing done.
func TestSaveRefuses(t *testing.T) {
	m := new(store.Memory)
	for _, c := range []struct {
		name    string
		entry   ledger.Entry
		changes []store.Write
		want    []string
	}{
		{"nothing said", ledger.Entry{}, nil, []string{"/entry/who aims/missing", "/entry/when aims/missing", "/entry/why aims/missing"}},
		{"no id, no year", ledger.Entry{Who: "A. B.", When: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), Why: "x"}, nil, []string{"/entry/who aims/id-malformed", "/entry/when aims/missing"}},
		{
			"bad changes", entry("x"),
			[]store.Write{{Op: store.Update, Ref: ref("a"), Schema: 1, Data: []byte("{}")}, {Op: store.Assert, Ref: aims.Ref{Kind: ledger.KindHead, ID: "head"}}},
			[]string{"/changes/0/expect store/expect-missing", "/changes/1/ref ledger/own-kind"},
		},
		{"too many", entry("x"), make([]store.Write, ledger.MaxChanges+1), []string{"/changes ledger/too-many-changes"}},
	} {
		_, err := ledger.Save(t.Context(), m, c.entry, c.changes...)
		if diff := cmp.Diff(c.want, problems(err)); diff != "" {
			t.Errorf("%s: %v (-want +got)\n%s", c.name, err, diff)
		}
		if strings.ContainsAny(err.Error(), "{}") {
			t.Errorf("%s: a sentence is not whole: %v", c.name, err)
		}
	}
	if _, err := ledger.Erase(t.Context(), m, ledger.Entry{}); len(problems(err)) != 3 {
		t.Errorf("erasing without an entry: %v", err)
	}
	if _, err := ledger.Erase(t.Context(), m, entry("x")); !cmp.Equal(problems(err), []string{"/what aims/missing"}) {
		t.Errorf("erasing nothing: %v", err)
	}
	if now, err := store.Now(t.Context(), m); now != 0 || err != nil {
		t.Errorf("revision %d, %v", now, err)
	}
}

// TestMostChanges: one entry takes as many as it says.
func TestMostChanges(t *testing.T) {
	changes := make([]store.Write, ledger.MaxChanges)
	for i := range changes {
		changes[i] = create(fmt.Sprint("p", i))
	}
	m := new(store.Memory)
	save(t, m, "import", changes...)
	if r, err := ledger.Verify(t.Context(), m, ledger.Head{}); err != nil || !r.Sound() {
		t.Errorf("%v, %v", r.Problems, err)
	}
}

// TestLoadReportsEverything: every record that is none, by name, and nothing
// is guessed.
func TestLoadReportsEverything(t *testing.T) {
	m := new(store.Memory)
	bad := create("a")
	bad.Data = []byte(`{"id":"a","titel":"T"}`)
	other := create("b")
	other.Data = []byte(`{"id":"c","title":"T"}`)
	frame := store.Write{Op: store.Create, Ref: aims.Ref{Kind: ledger.KindSnapshot, ID: "snapshot"}, Schema: 1, Data: []byte(`{"supplied":"policy"}`)}
	save(t, m, "import", bad, other, create("d"), frame)
	_, err := ledger.Load(t.Context(), m, 0)
	want := []string{"/snapshot/snapshot/supplied aims/wrong-type", "/policy/a/titel aims/unknown-member", "/policy/b/id store/ref-differs"}
	if diff := cmp.Diff(want, problems(err)); diff != "" {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
	if _, err := ledger.Load(t.Context(), m, 9); !errors.Is(err, store.ErrRevisionGone) {
		t.Errorf("a revision that is not there: %v", err)
	}
}

// TestNewerRecords: what a newer version wrote is read as far as it is known,
// listed, and neither changed nor deleted.
func TestNewerRecords(t *testing.T) {
	m := new(store.Memory)
	newer := create("a")
	newer.Schema, newer.Data = 2, []byte(`{"id":"a","title":"T","version":"1","later":1}`)
	frame := store.Write{Op: store.Create, Ref: aims.Ref{Kind: ledger.KindSnapshot, ID: "snapshot"}, Schema: 2, Data: []byte(`{"supplied":["policy"],"later":1}`)}
	save(t, m, "a later version", newer, frame, create("b"))
	st, err := ledger.Load(t.Context(), m, 0)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]aims.Ref{frame.Ref, newer.Ref}, st.Newer); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(st.Snapshot.Policies) != 2 || len(st.Snapshot.Supplied) != 1 {
		t.Errorf("read %v", st.Snapshot)
	}
	edit := func(change func(*audit.Snapshot)) error {
		next := st.Snapshot
		next.Policies = slices.Clone(next.Policies)
		change(&next)
		_, err := st.Changes(next)
		return err
	}
	if err := edit(func(s *audit.Snapshot) { s.Policies[1].Title = "other" }); err != nil {
		t.Errorf("another record: %v", err)
	}
	for name, change := range map[string]func(*audit.Snapshot){
		"changed":           func(s *audit.Snapshot) { s.Policies[0].Title = "other" },
		"deleted":           func(s *audit.Snapshot) { s.Policies = s.Policies[1:] },
		"the frame changed": func(s *audit.Snapshot) { s.Supplied = nil; s.Ext = map[string]string{"a": "b"} },
		"the frame deleted": func(s *audit.Snapshot) { s.Supplied = nil },
	} {
		if err := edit(change); !errors.Is(err, store.ErrNewerSchema) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if r, err := ledger.Verify(t.Context(), m, ledger.Head{}); err != nil || !r.Sound() {
		t.Errorf("%v, %v", r.Problems, err)
	}
}

// TestChangesValidates: no malformed record becomes a write; an untouched one
// may be as it was stored.
func TestChangesValidates(t *testing.T) {
	m := new(store.Memory)
	old := create("old")
	old.Data = []byte(`{ "id": "old" }`) // an older version took it without a title
	save(t, m, "import", old)
	st, err := ledger.Load(t.Context(), m, 0)
	if err != nil {
		t.Fatal(err)
	}
	next := st.Snapshot
	next.Policies = append(next.Policies, aims.Policy{ID: "new"}, aims.Policy{ID: "newer"})
	_, err = st.Changes(next)
	want := []string{"/policy/new/title aims/missing", "/policy/new/version aims/missing", "/policy/newer/title aims/missing", "/policy/newer/version aims/missing"}
	if diff := cmp.Diff(want, problems(err)); diff != "" {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
}

// TestNewerLedger: entries of a newer version are not judged.
func TestNewerLedger(t *testing.T) {
	for _, kind := range []aims.Kind{ledger.KindEntry, ledger.KindNote, ledger.KindTrace, ledger.KindHead} {
		m := new(store.Memory)
		save(t, m, "begin", create("a"))
		page, err := m.List(t.Context(), kind, "", 1, 0)
		if err != nil || len(page) != 1 {
			t.Fatal(page, err)
		}
		w := store.Write{Op: store.Update, Ref: page[0].Ref, Expect: page[0].Rev, Schema: 2, Data: page[0].Data}
		if _, err := m.Put(t.Context(), w); err != nil {
			t.Fatal(err)
		}
		if _, err := ledger.Verify(t.Context(), m, ledger.Head{}); !errors.Is(err, store.ErrNewerSchema) {
			t.Errorf("%s: %v", kind, err)
		}
		_, err = ledger.History(t.Context(), m, ref("a"), 0)
		if kind != ledger.KindHead && !errors.Is(err, store.ErrNewerSchema) {
			t.Errorf("history with a newer %s: %v", kind, err)
		}
	}
}

// TestHistoryOfADamagedLedger: what contradicts itself is an error, not an
// event.
func TestHistoryOfADamagedLedger(t *testing.T) {
	m := new(store.Memory)
	save(t, m, "begin", create("a"))
	save(t, m, "go on", create("b"))
	for r, err := range store.All(t.Context(), m, ledger.KindTrace, 0) {
		if err != nil {
			t.Fatal(err)
		}
		data := strings.NewReplacer(`"entry":1`, `"entry":2`, `"entry":2`, `"entry":1`).Replace(string(r.Data))
		if _, err := m.Put(t.Context(), store.Write{Op: store.Update, Ref: r.Ref, Expect: r.Rev, Schema: 1, Data: []byte(data)}); err != nil {
			t.Fatal(err)
		}
	}
	if events, err := ledger.History(t.Context(), m, ref("a"), 0); err == nil || !strings.Contains(err.Error(), "verify the ledger") {
		t.Errorf("got %v, %v", events, err)
	}
	if _, err := ledger.History(t.Context(), m, aims.Ref{}, 0); len(problems(err)) != 1 {
		t.Errorf("of no record: %v", err)
	}
	if events, err := ledger.History(t.Context(), new(store.Memory), ref("a"), 0); events != nil || err != nil {
		t.Errorf("of an empty store: %v, %v", events, err)
	}
}

// TestPinnedOnAnEmptyStore: the whole ledger is gone.
func TestPinnedOnAnEmptyStore(t *testing.T) {
	r, err := ledger.Verify(t.Context(), new(store.Memory), ledger.Head{Entry: 3, Digest: aims.DigestBytes(nil)})
	if err != nil || len(r.Problems) != 1 || r.Problems[0].Sentence() != "the ledger ends with entry 0, but entry 3 was there when the head was kept; entries were cut off" {
		t.Errorf("%v, %v", r.Problems, err)
	}
}

// TestSentences: hosts that translate find every code.
func TestSentences(t *testing.T) {
	for _, code := range slices.Sorted(maps.Keys(ledger.Sentences())) {
		if text := ledger.Sentences()[code]; !strings.HasPrefix(string(code), "ledger/") || text == "" {
			t.Errorf("%s: %q", code, text)
		}
	}
}

// TestWriter: nobody of one program runs into another one.
func TestWriter(t *testing.T) {
	counting := &counter{Store: new(store.Memory)}
	w := ledger.Writer{Store: counting}
	const n = 20
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			if _, err := w.Save(t.Context(), entry("create"), create(fmt.Sprint("p", i))); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if counting.puts != n {
		t.Errorf("%d attempts for %d saves", counting.puts, n)
	}
	if r, err := ledger.Verify(t.Context(), counting.Store, ledger.Head{}); err != nil || !r.Sound() || r.Head.Entry != n {
		t.Errorf("%v, %v", r, err)
	}
}

// counter counts the attempts to write.
type counter struct {
	store.Store
	mu   sync.Mutex
	puts int
}

func (c *counter) Put(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	c.mu.Lock()
	c.puts++
	c.mu.Unlock()
	return c.Store.Put(ctx, writes...)
}
