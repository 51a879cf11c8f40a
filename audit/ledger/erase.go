package ledger

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

// Erasure says what of one entry is erased: who, why, or what could be guessed
// of the content of records that it changed. The content itself is in the
// records; it goes by changing or deleting them, and by a store that forgets.
type Erasure struct {
	Entry    int        `json:"entry"`
	Who      bool       `json:"who,omitempty"`
	Why      bool       `json:"why,omitempty"`
	Contents []aims.Ref `json:"contents,omitempty"`
}

// Erase removes parts of earlier entries, and enters that it did. The entry
// about it is like any other: do not repeat in it what is to be erased. All is
// erased or nothing; what is not there, or was erased before, is refused.
func Erase(ctx context.Context, s store.Store, e Entry, what ...Erasure) (store.Rev, error) {
	if err := check(e, nil); err != nil {
		return 0, err
	}
	for range attempts {
		d := newDraft(e)
		if err := d.erase(ctx, s, what); err != nil {
			return 0, err
		}
		rev, err := d.enter(ctx, s)
		if !errors.Is(err, store.ErrConflict) {
			return rev, err
		}
	}
	return 0, fmt.Errorf("ledger: %w", store.ErrConflict)
}

// erase takes erasures into an entry, and reports all that cannot be.
func (d *draft) erase(ctx context.Context, s store.Store, what []Erasure) error {
	at, err := store.Now(ctx, s)
	if err != nil {
		return err
	}
	c := aims.Checker{Texts: texts}
	if len(what) == 0 {
		c.Add("what", aims.Missing)
	}
	b := batch{}
	for i, x := range what {
		if slices.ContainsFunc(what[:i], func(y Erasure) bool { return x.Entry == y.Entry }) {
			c.Add(aims.Field("what", i, "entry"), aims.Twice, "value", strconv.Itoa(x.Entry))
			continue
		}
		if err := b.erase(ctx, s, at, x, &c, i); err != nil {
			return err
		}
	}
	if err := c.Err(); err != nil {
		return err
	}
	d.sealed.Erased = what
	d.writes = b.writes
	return b.err
}

// erase makes the writes of one erasure.
func (b *batch) erase(ctx context.Context, s store.Store, at store.Rev, x Erasure, c *aims.Checker, i int) error {
	missing := func() { c.Add(aims.Field("what", i, "entry"), NoSuchEntry, "entry", strconv.Itoa(x.Entry)) }
	nothing := func(field string) {
		c.Add(aims.Field("what", i)+"/"+field, NothingToErase, "entry", strconv.Itoa(x.Entry))
	}
	ref := aims.Ref{Kind: KindNote, ID: numberID(x.Entry)}
	if x.Entry < 1 {
		missing()
		return nil
	}
	var n note
	rev, err := b.find(ctx, s, ref, at, &n)
	switch {
	case errors.Is(err, store.ErrNotFound):
		missing()
		return nil
	case err != nil:
		return err
	case !x.Who && !x.Why && len(x.Contents) == 0:
		nothing("entry")
	}
	if x.Who && n.Who == nil {
		nothing("who")
	}
	if x.Why && n.Why == nil {
		nothing("why")
	}
	if x.Who {
		n.Who = nil
	}
	if x.Why {
		n.Why = nil
	}
	if x.Who || x.Why {
		b.put(ref, rev, n)
	}
	for j, about := range x.Contents {
		in := aims.Field("contents", j)
		var t trace
		ref := aims.Ref{Kind: KindTrace, ID: traceID(about, x.Entry)}
		rev, err := b.find(ctx, s, ref, at, &t)
		switch {
		case errors.Is(err, store.ErrNotFound):
			c.Add(aims.Field("what", i)+"/"+in, NotInEntry, "entry", strconv.Itoa(x.Entry), "ref", about.String())
		case err != nil:
			return err
		case t.Salt == "" || slices.Contains(x.Contents[:j], about):
			nothing(in)
		default:
			t.Salt = ""
			b.put(ref, rev, t)
		}
	}
	return nil
}

// find reads a record of the ledger and returns its revision.
func (b *batch) find(ctx context.Context, s store.Store, ref aims.Ref, at store.Rev, into any) (store.Rev, error) {
	r, err := s.Get(ctx, ref, at)
	if err != nil {
		return 0, err
	}
	return r.Rev, read(r, into)
}
