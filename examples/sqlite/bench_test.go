package sqlite_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/ledger"
	"github.com/aimskit/aimskit/examples/sqlite"
)

func day() time.Time { return time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC) }

// imported returns a store with a snapshot of TechServe in it.
func imported(b *testing.B, s store.Store) {
	b.Helper()
	data, err := os.ReadFile("../techserve/snapshots/month05.json")
	if err != nil {
		b.Fatal(err)
	}
	snapshot, _, err := audit.Decode(data, aims.DecodeOptions{})
	if err != nil {
		b.Fatal(err)
	}
	changes, err := ledger.State{}.Changes(snapshot)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := ledger.Save(b.Context(), s, ledger.Entry{Who: "p-import", When: day(), Why: "import"}, changes...); err != nil {
		b.Fatal(err)
	}
	n := 0
	for _, w := range changes {
		n += len(w.Data)
	}
	b.ReportMetric(float64(len(changes)), "records")
	b.ReportMetric(float64(n)/1024, "KiB")
}

// BenchmarkLoad reads a whole snapshot: from the file, from memory, which leaves
// the decoding, and for comparison as one document with encoding/json.
func BenchmarkLoad(b *testing.B) {
	b.Run("unmarshal", func(b *testing.B) {
		data, err := os.ReadFile("../techserve/snapshots/month05.json")
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			var s audit.Snapshot
			if err := json.Unmarshal(data, &s); err != nil {
				b.Fatal(err)
			}
		}
	})
	file, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "bench.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	for name, s := range map[string]store.Store{"sqlite": file, "memory": new(store.Memory)} {
		b.Run(name, func(b *testing.B) {
			if now, err := store.Now(b.Context(), s); err != nil || now == 0 {
				imported(b, s)
			}
			for b.Loop() {
				if _, err := ledger.Load(b.Context(), s, 0); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkSave writes a changed record: with its entry in the ledger, by
// itself, and as the same bytes inserted into a bare table. The sync of the
// disk is in all three.
func BenchmarkSave(b *testing.B) {
	file := filepath.Join(b.TempDir(), "bench.db")
	s, err := sqlite.Open(b.Context(), file)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	imported(b, s)
	policies := store.Table[aims.Policy]{Store: s}
	edit := func(b *testing.B, n int) store.Write {
		for item, err := range policies.All(b.Context(), 0) {
			if err != nil {
				b.Fatal(err)
			}
			item.Record.Title = fmt.Sprint("AI policy ", n)
			w, err := policies.Update(item)
			if err != nil {
				b.Fatal(err)
			}
			return w
		}
		b.Fatal("there is no policy")
		return store.Write{}
	}
	b.Run("ledger", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			if _, err := ledger.Save(b.Context(), s, ledger.Entry{Who: "p-lead", When: day(), Why: "edit"}, edit(b, n)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("put", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			if _, err := s.Put(b.Context(), edit(b, n)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("raw", func(b *testing.B) { rawInsert(b, filepath.Join(b.TempDir(), "raw.db"), edit(b, 0).Data) })
}

// BenchmarkVerify reads a ledger of 1,000 entries.
func BenchmarkVerify(b *testing.B) {
	s, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "bench.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	policies := store.Table[aims.Policy]{Store: s}
	for n := range 1000 {
		w, err := policies.Create(aims.Policy{ID: aims.PolicyID(fmt.Sprint("p", n)), Title: "AI policy", Version: "1"})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := ledger.Save(b.Context(), s, ledger.Entry{Who: "p-lead", When: day(), Why: "edit"}, w); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if r, err := ledger.Verify(b.Context(), s, ledger.Head{}); err != nil || !r.Sound() {
			b.Fatal(r, err)
		}
	}
}
