package sqlite_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit/ledger"
	"github.com/aimskit/aimskit/examples/sqlite"
)

// writerFile tells the child process where to write.
const writerFile = "AIMSKIT_SQLITE_WRITER"

// TestMain runs the writer in a child process.
func TestMain(m *testing.M) {
	if file := os.Getenv(writerFile); file != "" {
		fmt.Fprintln(os.Stderr, write(context.Background(), file, os.Stdout))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// write saves as fast as it can, two records at a time that hold the same
// number, and acknowledges every number once it is saved.
func write(ctx context.Context, file string, out io.Writer) error {
	s, err := sqlite.Open(ctx, file)
	if err != nil {
		return err
	}
	a, b := store.Table[aims.Policy]{Store: s}, store.Table[aims.Issue]{Store: s}
	n := 0
	if head, err := ledger.Present(ctx, s); err == nil {
		n = head.Entry
	}
	for ; ; n++ {
		policy := aims.Policy{ID: "p", Title: fmt.Sprint(n), Version: "1"}
		issue := aims.Issue{ID: "i", Title: fmt.Sprint(n), Sphere: aims.SphereInternal}
		w, errW := a.Create(policy)
		x, errX := b.Create(issue)
		if n > 0 {
			old, err := a.Get(ctx, "p", 0)
			if err != nil {
				return err
			}
			other, err := b.Get(ctx, "i", 0)
			if err != nil {
				return err
			}
			old.Record, other.Record = policy, issue
			w, errW = a.Update(old)
			x, errX = b.Update(other)
		}
		entry := ledger.Entry{Who: "p-writer", When: time.Now(), Why: "count"}
		rev, err := ledger.Save(ctx, s, entry, w, x)
		if err := errors.Join(errW, errX, err); err != nil {
			return err
		}
		fmt.Fprintln(out, n, rev)
	}
}

// TestKill: the writer is killed at random points. Nothing that it acknowledged
// is lost, nothing is half there, no revision comes twice.
func TestKill(t *testing.T) {
	file := filepath.Join(t.TempDir(), "kill.db")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	acknowledged, lastRev, ahead := -1, store.Rev(0), 0
	for i := range *kills {
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), writerFile+"="+file)
		cmd.Stderr = os.Stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		// Every third is killed while it opens the file or soon after, the others
		// while they write.
		timer := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() }) //nolint:errcheck // Wait tells
		if i%3 == 0 {
			timer.Reset(time.Duration(rand.IntN(60)) * time.Millisecond)
		}
		first := i%3 != 0
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if first {
				first = false
				timer.Reset(time.Duration(rand.IntN(40_000)) * time.Microsecond)
			}
			var rev store.Rev
			if _, err := fmt.Sscan(lines.Text(), &acknowledged, &rev); err != nil {
				break // cut off in the middle of a line
			}
			if rev <= lastRev {
				t.Fatalf("kill %d: revision %d came after %d", i, rev, lastRev)
			}
			lastRev = rev
		}
		if err := cmd.Wait(); cmd.ProcessState.ExitCode() != -1 {
			t.Fatalf("kill %d: the writer ended by itself: %v", i, err)
		}
		timer.Stop()
		extra := survived(t, file, acknowledged, lastRev)
		acknowledged += extra // from now on they must be there
		ahead += extra
		if t.Failed() {
			t.Fatalf("after kill %d", i)
		}
	}
	t.Logf("killed %d times; %d saves are there, of which %d were not acknowledged", *kills, acknowledged+1, ahead)
	if acknowledged < *kills {
		t.Errorf("only %d saves: the writer was killed too early to show anything", acknowledged+1)
	}
}

// survived opens the file as after a crash, and reports how many saves it has
// beyond those acknowledged: at most the one that was under way.
func survived(t *testing.T, file string, acknowledged int, rev store.Rev) int {
	t.Helper()
	s, err := sqlite.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	report, err := ledger.Verify(t.Context(), s, ledger.Head{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Problems {
		t.Errorf("%s %s", p.Ref, p.Sentence())
	}
	saves := report.Head.Entry
	if saves != acknowledged+1 && saves != acknowledged+2 || report.Rev < rev {
		t.Errorf("%d saves at revision %d are there; %d were acknowledged, the last at %d", saves, report.Rev, acknowledged+1, rev)
	}
	if saves == 0 {
		return 0
	}
	p, err := store.Table[aims.Policy]{Store: s}.Get(t.Context(), "p", 0)
	if err != nil {
		t.Fatal(err)
	}
	i, err := store.Table[aims.Issue]{Store: s}.Get(t.Context(), "i", 0)
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprint(saves - 1); p.Record.Title != want || i.Record.Title != want || p.Rev != i.Rev {
		t.Errorf("the records hold %s and %s, at revisions %d and %d; want %s", p.Record.Title, i.Record.Title, p.Rev, i.Rev, want)
	}
	return saves - acknowledged - 1
}
