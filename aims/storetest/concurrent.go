package storetest

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"sync"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

const (
	workers = 8
	rounds  = 12
)

func concurrentCases() []Case {
	return []Case{
		{Name: "concurrent-creation", Rule: "Of many who create the same record at the same time, exactly one succeeds.", run: func(t *trial) {
			for round := range rounds {
				ref := aims.Ref{Kind: "fruit", ID: fmt.Sprint(round)}
				var mu sync.Mutex
				won := 0
				t.parallel(workers, func(worker int) {
					_, err := t.store.Put(t.ctx, create(ref, fmt.Sprint(worker)))
					mu.Lock()
					defer mu.Unlock()
					switch {
					case err == nil:
						won++
					case !errors.Is(err, store.ErrConflict):
						t.fail("Put: %w", err)
					}
				})
				t.want(won == 1, "%d of %d created %s", won, workers, ref)
			}
		}},
		{Name: "concurrent-updates", Rule: "Updates at the same time never undo each other: each is done, or is a conflict.", run: func(t *trial) {
			t.put(create(apple, "0"))
			t.parallel(workers, func(int) {
				for done := 0; done < rounds && !t.failed(); {
					r := t.get(apple, 0)
					n, err := strconv.Atoi(string(r.Data))
					t.want(err == nil, "the counter is %s", show(r))
					switch _, err := t.store.Put(t.ctx, update(apple, r.Rev, fmt.Sprint(n+1))); {
					case err == nil:
						done++
					case !errors.Is(err, store.ErrConflict):
						t.fail("Put: %w", err)
					}
				}
			})
			want := fmt.Sprint(workers * rounds)
			t.want(string(t.get(apple, 0).Data) == want, "after %s updates by one the counter is %s", want, show(t.get(apple, 0)))
		}},
		{Name: "concurrent-skew", Rule: "A rule across two records that every writer keeps by asserting the other holds at the end.", run: func(t *trial) {
			for round := range rounds {
				a, b := aims.Ref{Kind: "duty", ID: fmt.Sprint("a", round)}, aims.Ref{Kind: "duty", ID: fmt.Sprint("b", round)}
				rev := t.put(create(a, "on"), create(b, "on"))
				t.parallel(2, func(worker int) {
					mine, other := a, b
					if worker == 1 {
						mine, other = b, a
					}
					if _, err := t.store.Put(t.ctx, update(mine, rev, "off"), assert(other, rev)); err != nil && !errors.Is(err, store.ErrConflict) {
						t.fail("Put: %w", err)
					}
				})
				states := string(t.get(a, 0).Data) + " " + string(t.get(b, 0).Data)
				t.want(states == "on off" || states == "off on", "the two are %s; exactly one may leave", states)
			}
		}},
		{Name: "concurrent-reads", Rule: "A read at a revision sees all of every Put up to it and nothing of any other, also while others write.", run: concurrentReads},
		{Name: "revisions-in-order", Rule: "Once a revision can be read, its state is final: no Put that ends later appears in it.", run: revisionsInOrder},
	}
}

// concurrentReads moves amounts between accounts, always within one Put, while
// readers add up what they see at one revision.
func concurrentReads(t *trial) {
	const accounts, total = 5, 500
	refs := make([]aims.Ref, accounts)
	writes := make([]store.Write, accounts)
	for i := range refs {
		refs[i] = aims.Ref{Kind: "account", ID: fmt.Sprint(i)}
		writes[i] = create(refs[i], fmt.Sprint(total/accounts))
	}
	t.put(writes...)
	t.parallel(workers, func(worker int) {
		for round := range rounds {
			if t.failed() {
				return
			}
			at := t.now()
			if worker%2 == 0 { // in pages of two, each a read of its own
				sum, n := 0, 0
				for after, more := "", true; more; {
					page := t.list("account", after, 2, at)
					for _, r := range page {
						sum += number(r)
						after = r.Ref.ID
					}
					n += len(page)
					more = len(page) == 2
				}
				t.want(n == accounts && sum == total, "at revision %d there are %d accounts with %d, want %d with %d", at, n, sum, accounts, total)
				continue
			}
			from, to := t.get(refs[(worker+round)%accounts], at), t.get(refs[(worker*round+1)%accounts], at)
			if from.Ref == to.Ref {
				continue
			}
			_, err := t.store.Put(
				t.ctx,
				update(from.Ref, from.Rev, fmt.Sprint(number(from)-7)),
				update(to.Ref, to.Rev, fmt.Sprint(number(to)+7)),
			)
			if err != nil && !errors.Is(err, store.ErrConflict) {
				t.fail("Put: %w", err)
			}
		}
	})
}

// revisionsInOrder lets many create records, each a Put of its own, and reads
// what every revision shows, at once and again at the end.
func revisionsInOrder(t *trial) {
	var mu sync.Mutex
	seen := make(map[store.Rev]int)             // how many records a revision showed
	made := make(map[store.Rev]aims.Ref)        // what each revision wrote
	note := func(rev store.Rev, ref aims.Ref) { // a revision is given out once
		mu.Lock()
		defer mu.Unlock()
		if other, again := made[rev]; again {
			t.fail("revision %d was returned for %s and for %s", rev, other, ref)
		}
		made[rev] = ref
	}
	t.parallel(workers, func(worker int) {
		for round := range rounds {
			if t.failed() {
				return
			}
			ref := aims.Ref{Kind: "thing", ID: fmt.Sprintf("%d-%d", worker, round)}
			rev := t.put(create(ref, "x"))
			note(rev, ref)
			at := t.now()
			t.want(at >= rev, "after revision %d was made, the present is %d", rev, at)
			n := len(t.list("thing", "", store.MaxLimit, at))
			mu.Lock()
			if before, again := seen[at]; again && before != n {
				t.fail("revision %d showed %d records, and later %d", at, before, n)
			}
			seen[at] = n
			mu.Unlock()
		}
	})
	if t.failed() {
		return
	}
	inOrder := slices.Sorted(maps.Keys(made))
	for at, n := range seen {
		upTo, found := slices.BinarySearch(inOrder, at)
		t.want(found, "the present was revision %d, which no Put returned", at)
		t.want(n == upTo+1, "revision %d showed %d records, and by then %d were written", at, n, upTo+1)
	}
}

// number reads an amount; what is no number adds up to no total.
func number(r store.Record) int {
	n, err := strconv.Atoi(string(r.Data))
	if err != nil {
		return -1 << 30
	}
	return n
}
