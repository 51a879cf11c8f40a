package storetest

import (
	"errors"
	"fmt"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

func revisionCases() []Case {
	return []Case{
		{Name: "rising", Rule: "Every change makes a greater revision, also after deletions.", run: func(t *trial) {
			var last store.Rev
			for i := range 10 {
				created := t.put(create(apple, fmt.Sprint(i)))
				deleted := t.put(remove(apple, created))
				t.want(last < created && created < deleted, "revision %d, then %d, then %d", last, created, deleted)
				last = deleted
			}
			t.want(t.now() == last, "now is %d, want %d", t.now(), last)
		}},
		{Name: "read-the-past", Rule: "A read at a revision shows every record as it was then: its data, its revision, its absence.", run: func(t *trial) {
			created := t.put(create(apple, "red"))
			updated := t.put(update(apple, created, "green"), create(pear, "yellow"))
			deleted := t.put(remove(apple, updated))
			again := t.put(create(apple, "brown"))
			for _, past := range []struct {
				at   store.Rev
				want []store.Record
			}{
				{created, []store.Record{record(apple, created, "red")}},
				{updated, []store.Record{record(apple, updated, "green"), record(pear, updated, "yellow")}},
				{deleted, []store.Record{record(pear, updated, "yellow")}},
				{again, []store.Record{record(apple, again, "brown"), record(pear, updated, "yellow")}},
			} {
				t.lists(past.want, "fruit", "", 10, past.at)
				shown := make(map[aims.Ref]bool)
				for _, r := range past.want {
					t.shows(r, past.at)
					shown[r.Ref] = true
				}
				for _, ref := range []aims.Ref{apple, pear} {
					if !shown[ref] {
						t.absent(ref, past.at)
					}
				}
			}
		}},
		{Name: "the-future", Rule: "A revision that does not exist yet cannot be read.", run: func(t *trial) {
			rev := t.put(create(apple, "red"))
			t.gone("fruit", rev+1)
			t.gone("fruit", rev+1_000_000)
			t.shows(record(apple, rev, "red"), rev)
		}},
		{
			Name: "window",
			Rule: fmt.Sprintf("The last %d revisions can be read exactly; an older one either so too, or not at all.", store.MinKeep),
			run:  window,
		},
	}
}

// window changes records for longer than every store must remember, and then
// reads each revision.
func window(t *trial) {
	owl := aims.Ref{Kind: "bird", ID: "owl"}
	type state struct {
		at, owl store.Rev // owl is 0 while there is none
	}
	last := t.put(create(apple, "0"))
	states := []state{{at: last}}
	var owlRev store.Rev
	for i := 1; i < store.MinKeep+50 && !t.failed(); i++ {
		writes := []store.Write{update(apple, last, fmt.Sprint(i))}
		switch i % 3 {
		case 0:
			writes = append(writes, create(owl, "white"))
		case 1:
			if owlRev > 0 {
				writes = append(writes, remove(owl, owlRev))
			}
		}
		last = t.put(writes...)
		switch i % 3 {
		case 0:
			owlRev = last
		case 1:
			owlRev = 0
		}
		states = append(states, state{last, owlRev})
	}
	gone := false // the next older one may be gone
	for i := len(states) - 1; i >= 0 && !t.failed(); i-- {
		_, err := t.store.Get(t.ctx, apple, states[i].at)
		if errors.Is(err, store.ErrRevisionGone) {
			t.want(len(states)-1-i > store.MinKeep, "revision %d, %d before the present, is gone already", states[i].at, len(states)-1-i)
			t.gone("bird", states[i].at)
			gone = true
			continue
		}
		t.want(!gone, "revision %d can be read, but a later one is gone", states[i].at)
		t.shows(record(apple, states[i].at, fmt.Sprint(i)), states[i].at)
		if states[i].owl == 0 {
			t.absent(owl, states[i].at)
			t.lists(nil, "bird", "", 10, states[i].at)
		} else {
			t.lists([]store.Record{record(owl, states[i].owl, "white")}, "bird", "", 10, states[i].at)
		}
	}
}
