package bbolt

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	bolt "go.etcd.io/bbolt"
)

// Store is one file. [Open] makes it.
type Store struct {
	db *bolt.DB
}

var _ store.Store = (*Store)(nil)

// Open opens a file, or makes it. One process at a time can have it open.
func Open(file string) (*Store, error) {
	db, err := bolt.Open(file, 0o600, nil)
	if err != nil {
		return nil, fmt.Errorf("bbolt: %w", err)
	}
	return &Store{db}, nil
}

// Close ends the use of the file.
func (s *Store) Close() error { return s.db.Close() }

// Get returns a record at a revision.
func (s *Store) Get(ctx context.Context, ref aims.Ref, at store.Rev) (r store.Record, err error) {
	if err := cmp.Or(ctx.Err(), store.CheckGet(ref, at)); err != nil {
		return r, err
	}
	return r, s.db.View(func(tx *bolt.Tx) error {
		b, at, err := open(tx, at)
		if err != nil {
			return err
		}
		if r = b.at(ref, at); r.Rev == 0 {
			return fmt.Errorf("%w: %s", store.ErrNotFound, ref)
		}
		return nil
	})
}

// List returns a page of records at a revision.
func (s *Store) List(ctx context.Context, kind aims.Kind, after string, limit int, at store.Rev) (page []store.Record, err error) {
	if err := cmp.Or(ctx.Err(), store.CheckList(kind, after, limit, at)); err != nil {
		return nil, err
	}
	return page, s.db.View(func(tx *bolt.Tx) error {
		b, at, err := open(tx, at)
		if err != nil {
			return err
		}
		for id := b.next(kind, after); id != "" && len(page) < limit; id = b.next(kind, id) {
			if r := b.at(aims.Ref{Kind: kind, ID: id}, at); r.Rev != 0 {
				page = append(page, r)
			}
		}
		return nil
	})
}

// Put does all writes or none.
func (s *Store) Put(ctx context.Context, writes ...store.Write) (rev store.Rev, err error) {
	if err := cmp.Or(ctx.Err(), store.CheckPut(writes)); err != nil {
		return 0, err
	}
	do := s.db.Update
	if !slices.ContainsFunc(writes, store.Write.Changes) {
		do = s.db.View
	}
	err = do(func(tx *bolt.Tx) error {
		b, now, err := open(tx, 0)
		if err != nil {
			return err
		}
		rev = now
		var conflict store.ConflictError
		for _, w := range writes {
			if b.at(w.Ref, now).Rev != w.Expect {
				conflict.Refs = append(conflict.Refs, w.Ref)
			}
		}
		if len(conflict.Refs) > 0 {
			return &conflict
		}
		if !tx.Writable() {
			return nil
		}
		rev++
		for _, w := range writes {
			var value []byte // of a deletion
			if w.Op == store.Create || w.Op == store.Update {
				value = append(binary.BigEndian.AppendUint32(nil, uint32(w.Schema)), w.Data...)
			}
			if w.Changes() {
				if err := b.Put(key(w.Ref, rev), value); err != nil {
					return err
				}
			}
		}
		return b.SetSequence(uint64(rev))
	})
	if err != nil {
		return 0, err
	}
	return rev, nil
}

// bucket holds all versions. Its sequence is the present revision.
type bucket struct{ *bolt.Bucket }

// open returns the bucket and the revision to read at.
func open(tx *bolt.Tx, at store.Rev) (bucket, store.Rev, error) {
	name := []byte("records")
	b := bucket{tx.Bucket(name)}
	if b.Bucket == nil && tx.Writable() {
		made, err := tx.CreateBucket(name)
		if err != nil {
			return b, 0, err
		}
		b.Bucket = made
	}
	now := store.Rev(0)
	if b.Bucket != nil {
		now = store.Rev(b.Sequence())
	}
	if at > now {
		return b, 0, fmt.Errorf("%w: revision %d; there are 1 to %d", store.ErrRevisionGone, at, now)
	}
	return b, cmp.Or(at, now), nil
}

// key is where a version is kept; at revision 0, where those of a record begin.
func key(ref aims.Ref, rev store.Rev) []byte {
	return binary.BigEndian.AppendUint64(versions(ref), uint64(rev))
}

func versions(ref aims.Ref) []byte { return []byte(string(ref.Kind) + "\x00" + ref.ID + "\x00") }

// at returns a record at a revision; the zero record if it was not there.
func (b bucket) at(ref aims.Ref, at store.Rev) store.Record {
	if b.Bucket == nil {
		return store.Record{}
	}
	c := b.Cursor()
	back := c.Prev
	if later, _ := c.Seek(key(ref, at+1)); later == nil {
		back = c.Last
	}
	k, v := back()
	number, found := bytes.CutPrefix(k, versions(ref))
	if !found || len(v) < 4 {
		return store.Record{}
	}
	return store.Record{
		Ref: ref, Rev: store.Rev(binary.BigEndian.Uint64(number)),
		Schema: int(binary.BigEndian.Uint32(v)), Data: bytes.Clone(v[4:]), // v lives as long as the transaction
	}
}

// next returns the id after another one, of records that are or were there.
func (b bucket) next(kind aims.Kind, after string) string {
	if b.Bucket == nil {
		return ""
	}
	from := []byte(string(kind) + "\x00")
	if after != "" {
		from = append(from, after+"\x01"...)
	}
	k, _ := b.Cursor().Seek(from)
	rest, found := bytes.CutPrefix(k, []byte(string(kind)+"\x00"))
	if !found {
		return ""
	}
	id, _, _ := bytes.Cut(rest, []byte{0})
	return string(id)
}
