package ledger

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

// Event is one change of a record. The record as the event left it is in the
// store, at this revision, as far back as the store reads.
type Event struct {
	Entry int
	Rev   store.Rev
	Op    store.Op
	When  time.Time
	Who   aims.PersonID // empty once erased
	Why   string        // empty once erased
}

// History returns what happened to a record up to a revision, oldest first; 0
// stands for now. A record that no entry names has none.
func History(ctx context.Context, s store.Store, ref aims.Ref, at store.Rev) ([]Event, error) {
	if err := store.CheckGet(ref, at); err != nil {
		return nil, err
	}
	if at == 0 {
		now, err := store.Now(ctx, s)
		if err != nil || now == 0 {
			return nil, err
		}
		at = now
	}
	const page = 100
	var events []Event
	for after, more := tracesOf(ref)+"0", true; more; {
		list, err := s.List(ctx, KindTrace, after, page, at)
		if err != nil {
			return nil, err
		}
		more = len(list) == page
		for _, r := range list {
			if !strings.HasPrefix(r.Ref.ID, tracesOf(ref)) {
				return events, nil
			}
			e, err := event(ctx, s, r, ref, at)
			if err != nil {
				return nil, err
			}
			events = append(events, e)
			after = r.Ref.ID
		}
	}
	return events, nil
}

// event reads the entry that a trace belongs to.
func event(ctx context.Context, s store.Store, r store.Record, ref aims.Ref, at store.Rev) (Event, error) {
	var t trace
	if err := read(r, &t); err != nil {
		return Event{}, err
	}
	entry, err := s.Get(ctx, aims.Ref{Kind: KindEntry, ID: numberID(t.Entry)}, at)
	if err != nil {
		return Event{}, err
	}
	var e sealed
	if err := read(entry, &e); err != nil {
		return Event{}, err
	}
	said, err := s.Get(ctx, aims.Ref{Kind: KindNote, ID: numberID(t.Entry)}, at)
	if err != nil {
		return Event{}, err
	}
	var n note
	if err := read(said, &n); err != nil {
		return Event{}, err
	}
	out := Event{Entry: t.Entry, Rev: entry.Rev, When: e.When}
	for _, c := range e.Changes {
		if c.Ref == ref {
			out.Op = c.Op
		}
	}
	if out.Op == 0 {
		return Event{}, errors.New("ledger: " + r.Ref.String() + " speaks of an entry that did not change the record; verify the ledger")
	}
	if n.Who != nil {
		out.Who = aims.PersonID(n.Who.Text)
	}
	if n.Why != nil {
		out.Why = n.Why.Text
	}
	return out, nil
}
