package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit/ledger"
	"github.com/aimskit/aimskit/examples/postgres"
	"github.com/jackc/pgx/v5/pgxpool"
)

// counterTenant tells the child process which tenant to write to.
const counterTenant = "AIMSKIT_COUNTER"

// TestMain counts up in a child process.
func TestMain(m *testing.M) {
	if tenant := os.Getenv(counterTenant); tenant != "" {
		n, err := child(context.Background(), tenant)
		fmt.Println(n)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func child(ctx context.Context, tenant string) (int, error) {
	pool, err := pgxpool.New(ctx, os.Getenv("AIMSKIT_POSTGRES"))
	if err != nil {
		return 0, err
	}
	defer pool.Close()
	s, err := postgres.Open(ctx, pool, tenant)
	if err != nil {
		return 0, err
	}
	n := 0
	for n < 50 {
		switch err := countUp(ctx, s); {
		case err == nil:
			n++
		case !errors.Is(err, store.ErrConflict):
			return n, err
		}
	}
	return n, nil
}

// countUp reads a number, adds one and saves it with an entry.
func countUp(ctx context.Context, s store.Store) error {
	policies := store.Table[aims.Policy]{Store: s}
	item, err := policies.Get(ctx, "counter", 0)
	if errors.Is(err, store.ErrNotFound) {
		w, err := policies.Create(aims.Policy{ID: "counter", Title: "1", Version: "1"})
		if err == nil {
			_, err = ledger.Save(ctx, s, ledger.Entry{Who: "p-counter", When: time.Now(), Why: "count"}, w)
		}
		return err
	}
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(item.Record.Title)
	if err != nil {
		return err
	}
	item.Record.Title = fmt.Sprint(n + 1)
	w, err := policies.Update(item)
	if err != nil {
		return err
	}
	_, err = ledger.Save(ctx, s, ledger.Entry{Who: "p-counter", When: time.Now(), Why: "count"}, w)
	return err
}

// counted returns the number and checks the ledger against it.
func counted(t *testing.T, s store.Store) int {
	t.Helper()
	item, err := store.Table[aims.Policy]{Store: s}.Get(t.Context(), "counter", 0)
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(item.Record.Title)
	if err != nil {
		t.Fatal(err)
	}
	report, err := ledger.Verify(t.Context(), s, ledger.Head{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Problems {
		t.Errorf("%s %s", p.Ref, p.Sentence())
	}
	if report.Head.Entry != n {
		t.Errorf("the number is %d, and there are %d entries", n, report.Head.Entry)
	}
	return n
}

// TestTwoProcesses: programs that know nothing of each other lose nothing.
func TestTwoProcesses(t *testing.T) {
	pool := connect(t, "")
	tenant := newTenant()
	s := open(t, pool, tenant)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			cmd := exec.Command(self)
			cmd.Env = append(os.Environ(), counterTenant+"="+tenant)
			if out, err := cmd.CombinedOutput(); err != nil || string(out) != "50\n" {
				t.Errorf("%s, %v", out, err)
			}
		})
	}
	wg.Wait()
	if n := counted(t, s); n != 100 {
		t.Errorf("two processes counted to 50 each, and it is %d", n)
	}
}

// disturb has writers at work while something is done to the server. Whatever
// was acknowledged is there; what failed for want of a connection is there or
// not, and at the end everybody writes again.
func disturb(t *testing.T, what func(n int)) {
	pool := connect(t, "")
	s := open(t, pool, newTenant())
	var (
		wg            sync.WaitGroup
		mu            sync.Mutex
		done, unclear int
		sample        error
		over          = make(chan struct{})
	)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	for i := range 6 {
		wg.Go(func() {
			for {
				last := false
				select {
				case <-over:
					last = true // one more that succeeds
				default:
				}
				err := countUp(ctx, s)
				mu.Lock()
				switch {
				case err == nil:
					done++
				case !errors.Is(err, store.ErrConflict):
					unclear, sample = unclear+1, err
				}
				mu.Unlock()
				switch {
				case err == nil && last:
					return
				case ctx.Err() != nil:
					t.Errorf("writer %d never wrote again: %v", i, err)
					return
				case err != nil:
					time.Sleep(5 * time.Millisecond)
				}
			}
		})
	}
	for n := range 5 {
		time.Sleep(200 * time.Millisecond)
		what(n)
	}
	close(over)
	wg.Wait()
	n := counted(t, s)
	t.Logf("%d saves were acknowledged, %d failed (such as: %v), %d are there", done, unclear, sample, n)
	if n < done || n > done+unclear {
		t.Errorf("%d saves are there", n)
	}
	if unclear == 0 {
		t.Error("nobody noticed anything")
	}
}

// TestServerRestart: the server stops and starts in the middle.
func TestServerRestart(t *testing.T) {
	restart := os.Getenv("AIMSKIT_POSTGRES_RESTART")
	if restart == "" {
		t.Skip("there is no server: bash server.sh go test ./...")
	}
	disturb(t, func(int) {
		out, err := exec.Command(restart).CombinedOutput()
		if err != nil {
			t.Errorf("restart: %v\n%s", err, out)
		}
	})
}

// TestConnectionCut: every connection but our own is cut, at any moment.
func TestConnectionCut(t *testing.T) {
	pool := connect(t, "")
	disturb(t, func(int) {
		for range 5 {
			var cut int
			if err := pool.QueryRow(t.Context(), `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
				WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'`).Scan(&cut); err != nil {
				t.Error(err)
			}
			time.Sleep(20 * time.Millisecond)
		}
	})
}
