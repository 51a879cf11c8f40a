package ledger

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

// MaxChanges is how many records one entry can change.
const MaxChanges = (store.MaxWrites - 3) / 2

// attempts is how often Save tries to become the next entry. One attempt fails
// only because another entry came first.
const attempts = 1000

// Save makes changes and enters them, all or none. A record that is not as a
// change expects is a [store.ConflictError] that names it; then the caller
// reads again and decides anew. Without any change nothing is entered.
func Save(ctx context.Context, s store.Store, e Entry, changes ...store.Write) (store.Rev, error) {
	if err := check(e, changes); err != nil {
		return 0, err
	}
	if !slices.ContainsFunc(changes, store.Write.Changes) {
		return s.Put(ctx, changes...)
	}
	d := newDraft(e)
	for _, w := range changes {
		d.add(w)
	}
	return d.enter(ctx, s)
}

// check reports everything that is wrong with the arguments of Save.
func check(e Entry, changes []store.Write) error {
	c := aims.Checker{Texts: texts}
	c.Nest("entry", e.Validate())
	if len(changes) > MaxChanges {
		c.Add("changes", TooManyChanges, "got", strconv.Itoa(len(changes)), "max", strconv.Itoa(MaxChanges))
		return c.Err()
	}
	c.Nest("changes", store.CheckPut(changes))
	for i, w := range changes {
		if own(w.Ref.Kind) {
			c.Add(aims.Field("changes", i, "ref"), OwnKind, "ref", w.Ref.String())
		}
	}
	return c.Err()
}

// draft is an entry that has no number yet, with the writes that go with it.
type draft struct {
	sealed sealed
	note   note
	traces []trace
	writes []store.Write
}

func newDraft(e Entry) *draft {
	n := note{Who: newSalted(string(e.Who)), Why: newSalted(e.Why)}
	return &draft{sealed: sealed{When: e.When.UTC(), Who: n.Who.digest(), Why: n.Why.digest()}, note: n}
}

// add takes a change into the entry.
func (d *draft) add(w store.Write) {
	d.writes = append(d.writes, w)
	if !w.Changes() {
		return
	}
	c, t := change{Ref: w.Ref, Op: w.Op}, trace{Ref: w.Ref}
	if w.Op != store.Delete {
		t.Salt = store.NewSalt()
		c.Digest = contentDigest(t.Salt, w.Schema, w.Data)
	}
	d.sealed.Changes = append(d.sealed.Changes, c)
	d.traces = append(d.traces, t)
}

// enter gives the entry the next number and puts everything, again and again
// while other entries come first.
func (d *draft) enter(ctx context.Context, s store.Store) (store.Rev, error) {
	var err error
	for range attempts {
		var rev store.Rev
		if rev, err = d.try(ctx, s); err == nil {
			return rev, nil
		}
		conflict, ok := errors.AsType[*store.ConflictError](err)
		if !ok {
			return 0, err
		}
		var asked []aims.Ref // the others are those of the number, which is taken
		for _, ref := range conflict.Refs {
			if slices.ContainsFunc(d.writes, func(w store.Write) bool { return w.Ref == ref }) {
				asked = append(asked, ref)
			}
		}
		if len(asked) > 0 {
			return 0, &store.ConflictError{Refs: asked}
		}
	}
	return 0, fmt.Errorf("ledger: %d others came first: %w", attempts, err)
}

func (d *draft) try(ctx context.Context, s store.Store) (store.Rev, error) {
	head, headRev, err := present(ctx, s, 0)
	if err != nil {
		return 0, err
	}
	e, n := d.sealed, d.note
	e.Entry, e.Previous = head.Entry+1, head.Digest
	n.Entry = e.Entry
	b := batch{writes: slices.Clone(d.writes)}
	link := b.put(aims.Ref{Kind: KindEntry, ID: numberID(e.Entry)}, 0, e)
	b.put(headRef(), headRev, Head{e.Entry, link})
	b.put(aims.Ref{Kind: KindNote, ID: numberID(e.Entry)}, 0, n)
	for _, t := range d.traces {
		t.Entry = e.Entry
		b.put(aims.Ref{Kind: KindTrace, ID: traceID(t.Ref, t.Entry)}, 0, t)
	}
	if b.err != nil {
		return 0, b.err
	}
	return s.Put(ctx, b.writes...)
}

// batch gathers writes of the ledger's own records.
type batch struct {
	writes []store.Write
	err    error
}

// put adds a record, or replaces one that was read at a revision, and returns
// the digest of its bytes.
func (b *batch) put(ref aims.Ref, expect store.Rev, v any) aims.Digest {
	op := store.Update
	if expect == 0 {
		op = store.Create
	}
	data, err := json.Marshal(v)
	b.err = cmp.Or(b.err, err)
	b.writes = append(b.writes, store.Write{Op: op, Ref: ref, Expect: expect, Schema: schema, Data: data})
	return aims.DigestBytes(data)
}

// Present returns the head of the ledger, to be kept where nobody who can
// write to the store can write.
func Present(ctx context.Context, s store.Store) (Head, error) {
	head, _, err := present(ctx, s, 0)
	return head, err
}

// present returns the head and the revision of its record; 0 if there is none.
func present(ctx context.Context, s store.Store, at store.Rev) (Head, store.Rev, error) {
	r, err := s.Get(ctx, headRef(), at)
	if errors.Is(err, store.ErrNotFound) {
		return Head{}, 0, nil
	}
	if err != nil {
		return Head{}, 0, err
	}
	var h Head
	if err := read(r, &h); err != nil {
		return Head{}, 0, err
	}
	return h, r.Rev, nil
}

// read decodes a record of the ledger.
func read(r store.Record, into any) error {
	if r.Schema > schema {
		return fmt.Errorf("%w: %s; update the library", store.ErrNewerSchema, r.Ref)
	}
	if _, err := aims.Decode(r.Data, into, aims.DecodeOptions{}); err != nil {
		return fmt.Errorf("ledger: %s: %w", r.Ref, err)
	}
	return nil
}
