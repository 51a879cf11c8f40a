package ledger

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit/ledger"
)

const (
	editors = 50
	shared  = 25 // records that all of them edit
)

// Load has 50 editors at work on 25 records at the same time, each without a
// pause for a while: they read a record, count it up and save it with an entry,
// and begin again when somebody else was first. At the end no count is lost,
// no entry either, and the ledger verifies. It logs how long a save took.
func Load(t *testing.T, s store.Store, d time.Duration) {
	for i := range shared {
		save(t, s, by(0, "p-lead", "begin"), policy(aims.PolicyID(fmt.Sprint("n", i)), "0"))
	}
	var (
		wg    sync.WaitGroup
		mu    sync.Mutex
		total tally
	)
	began := time.Now()
	writer := &ledger.Writer{Store: s}
	for editor := range editors {
		wg.Go(func() {
			mine := work(t.Context(), writer, uint64(editor), began.Add(d))
			mu.Lock()
			defer mu.Unlock()
			total.add(mine)
		})
	}
	wg.Wait()
	took := time.Since(began)
	for _, err := range total.errs {
		t.Error(err)
	}
	counted := 0
	for i := range shared {
		item, err := store.Table[aims.Policy]{Store: s}.Get(t.Context(), fmt.Sprint("n", i), 0)
		if err != nil {
			t.Fatal(err)
		}
		n, err := strconv.Atoi(item.Record.Title)
		if err != nil {
			t.Fatal(err)
		}
		counted += n
	}
	saves := len(total.times)
	if counted != saves {
		t.Errorf("%d saves were acknowledged, %d are there", saves, counted)
	}
	if head := sound(t, s, ledger.Head{}); head.Entry != saves+shared {
		t.Errorf("%d entries, want %d", head.Entry, saves+shared)
	}
	if saves == 0 {
		t.Fatal("nobody saved anything")
	}
	slices.Sort(total.times)
	at := func(share float64) time.Duration {
		return total.times[int(share*float64(saves-1))].Round(10 * time.Microsecond)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	t.Logf("%d editors, %s: %d saves (%.0f/s), %d conflicts; a save took %s at the median, %s at 99 %%, %s at most; %d MiB of memory from the system",
		editors, took.Round(time.Second), saves, float64(saves)/took.Seconds(), total.conflicts, at(0.5), at(0.99), at(1), m.Sys>>20)
}

// tally is what editors did.
type tally struct {
	times     []time.Duration // of successful saves, from the call to the answer
	conflicts int             // on a record that somebody else had changed
	errs      []error
}

func (a *tally) add(b tally) {
	a.times = append(a.times, b.times...)
	a.conflicts += b.conflicts
	a.errs = append(a.errs, b.errs...)
}

// work is one editor.
func work(ctx context.Context, writer *ledger.Writer, seed uint64, until time.Time) (done tally) {
	random := rand.New(rand.NewPCG(seed, 42))
	policies := store.Table[aims.Policy]{Store: writer.Store}
	for time.Now().Before(until) && len(done.errs) == 0 {
		err := func() error {
			item, err := policies.Get(ctx, fmt.Sprint("n", random.IntN(shared)), 0)
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
			began := time.Now()
			if _, err := writer.Save(ctx, by(1, "p-lead", "count"), w); err != nil {
				return err
			}
			done.times = append(done.times, time.Since(began))
			return nil
		}()
		switch {
		case errors.Is(err, store.ErrConflict) && namesPolicy(err):
			done.conflicts++
		case err != nil:
			done.errs = append(done.errs, err)
		}
	}
	return done
}

// namesPolicy tells a conflict of the editor from one of the ledger's own.
func namesPolicy(err error) bool {
	conflict, ok := errors.AsType[*store.ConflictError](err)
	return ok && len(conflict.Refs) == 1 && conflict.Refs[0].Kind == aims.KindPolicy
}
