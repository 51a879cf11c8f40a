package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/ledger"
	"github.com/aimskit/aimskit/examples/sqlite"
)

func main() {
	file := flag.String("file", "", "the database")
	snapshot := flag.String("in", "../techserve/snapshots/month03.json", "the snapshot to import")
	flag.Parse()
	if *file == "" {
		dir, err := os.MkdirTemp("", "aimskit")
		if err != nil {
			log.Fatal(err)
		}
		defer os.RemoveAll(dir)
		*file = filepath.Join(dir, "aims.db")
	}
	if err := run(context.Background(), os.Stdout, *file, *snapshot, time.Now()); err != nil {
		log.Print(err)
	}
}

func run(ctx context.Context, out io.Writer, file, snapshot string, now time.Time) error {
	s, err := sqlite.Open(ctx, file)
	if err != nil {
		return err
	}
	defer s.Close()

	data, err := os.ReadFile(snapshot)
	if err != nil {
		return err
	}
	imported, _, err := audit.Decode(data, aims.DecodeOptions{})
	if err != nil {
		return err
	}
	state, err := ledger.Load(ctx, s, 0)
	if err != nil {
		return err
	}
	changes, err := state.Changes(imported)
	if err != nil {
		return err
	}
	rev, err := ledger.Save(ctx, s, ledger.Entry{Who: "p-import", When: now, Why: "import of " + filepath.Base(snapshot)}, changes...)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "imported: %d records changed, revision %d\n", len(changes), rev)

	policies := store.Table[aims.Policy]{Store: s}
	for item, err := range policies.All(ctx, 0) {
		if err != nil {
			return err
		}
		item.Record.Title += ", revised"
		w, err := policies.Update(item)
		if err != nil {
			return err
		}
		if _, err := ledger.Save(ctx, s, ledger.Entry{Who: "p-lead", When: now, Why: "wording"}, w); err != nil {
			return err
		}
		events, err := ledger.History(ctx, s, w.Ref, 0)
		if err != nil {
			return err
		}
		for _, e := range events {
			fmt.Fprintf(out, "%s: entry %d, revision %d, %s by %s: %s\n", w.Ref, e.Entry, e.Rev, e.Op, e.Who, e.Why)
		}
		break
	}
	report, err := ledger.Verify(ctx, s, ledger.Head{})
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d entries, sound: %v\n", report.Head.Entry, report.Sound())
	return nil
}
