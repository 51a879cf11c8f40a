package store

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Table reads and writes the records of one type. Writes are handed out, so
// that those of several tables go into one [Store.Put]:
//
//	w, err := policies.Update(item)
//	…
//	rev, err := s.Put(ctx, w, others...)
type Table[T aims.Record] struct {
	Store Store // not needed to make writes

	// Upgrades bring the data of old schemas to the present one: the first
	// turns schema 1 into 2, and so on. The table writes the schema that
	// comes after the last of them; 1, as the library does today, without any.
	Upgrades []Upgrade
}

// Upgrade turns the data of one schema into that of the next.
type Upgrade func(data []byte) ([]byte, error)

// Item is a record as it was read.
type Item[T aims.Record] struct {
	Record T
	Rev    Rev // the revision that last changed it
	Schema int // the schema in which it is stored
	// Unknown lists the members, as JSON pointers, of a record of a newer
	// schema that this version of the library does not know. They are not in
	// Record.
	Unknown []string
}

// Get returns a record at a revision; 0 stands for now. Whatever in the data
// is no such record is reported as an [aims.InvalidError], with nothing
// guessed; what the record itself has wrong is for its Validate to say.
func (t Table[T]) Get(ctx context.Context, id string, at Rev) (Item[T], error) {
	r, err := t.Store.Get(ctx, t.ref(id), at)
	if err != nil {
		return Item[T]{}, err
	}
	return t.Decode(r)
}

// All yields the records at a revision, in the byte order of their ids; see
// the function [All]. A record that cannot be read comes as its error beside
// an empty item, and the next one follows.
func (t Table[T]) All(ctx context.Context, at Rev) iter.Seq2[Item[T], error] {
	return func(yield func(Item[T], error) bool) {
		o := aims.DecodeOptions{}.ForMany()
		for r, err := range All(ctx, t.Store, t.ref("").Kind, at) {
			var item Item[T]
			if err == nil {
				item, err = t.decode(r, o)
			}
			if !yield(item, err) {
				return
			}
		}
	}
}

// Create returns the write that adds a record.
func (t Table[T]) Create(record T) (Write, error) {
	return t.write(Create, 0, record)
}

// Update returns the write that replaces a record: an item that was read, with
// its record changed. The id stays as it was. A record of a newer schema is
// refused with [ErrNewerSchema].
func (t Table[T]) Update(item Item[T]) (Write, error) {
	if err := t.writable(item); err != nil {
		return Write{}, err
	}
	return t.write(Update, item.Rev, item.Record)
}

// Delete returns the write that removes an item that was read; one of a newer
// schema is refused with [ErrNewerSchema].
func (t Table[T]) Delete(item Item[T]) (Write, error) {
	if err := t.writable(item); err != nil {
		return Write{}, err
	}
	return Write{Op: Delete, Ref: item.Record.Ref(), Expect: item.Rev}, nil
}

// Assert returns the write that changes nothing and lets the others of its Put
// happen only while the item is as it was read. The zero revision in an item
// asserts that its record is not there.
func (t Table[T]) Assert(item Item[T]) Write {
	return Write{Op: Assert, Ref: item.Record.Ref(), Expect: item.Rev}
}

// Decode turns a record of the store into an item.
func (t Table[T]) Decode(r Record) (Item[T], error) { return t.decode(r, aims.DecodeOptions{}) }

func (t Table[T]) decode(r Record, o aims.DecodeOptions) (Item[T], error) {
	data, err := t.upgrade(r)
	if err != nil {
		return Item[T]{}, about(r.Ref, err)
	}
	item := Item[T]{Rev: r.Rev, Schema: r.Schema}
	o.Newer = r.Schema > t.schema()
	reading, err := aims.Decode(data, &item.Record, o)
	if err != nil {
		return Item[T]{}, about(r.Ref, err)
	}
	item.Unknown = reading.Unknown
	if got := item.Record.Ref(); got != r.Ref {
		c := aims.Checker{Texts: texts}
		c.Add("id", RefDiffers, "got", got.String())
		return Item[T]{}, about(r.Ref, c.Err())
	}
	return item, nil
}

// schema returns the schema that the table writes.
func (t Table[T]) schema() int { return len(t.Upgrades) + 1 }

func (t Table[T]) ref(id string) aims.Ref {
	var zero T
	ref := zero.Ref()
	ref.ID = id
	return ref
}

// upgrade brings the data of an older schema to the present one.
func (t Table[T]) upgrade(r Record) ([]byte, error) {
	c := aims.Checker{Texts: texts}
	if r.Schema < 1 {
		c.Add("", SchemaRange, "got", strconv.Itoa(r.Schema), "max", strconv.Itoa(MaxSchema))
		return nil, c.Err()
	}
	data := r.Data
	for from := r.Schema; from < t.schema(); from++ {
		next, err := t.Upgrades[from-1](data)
		if err != nil {
			c.Add("", UpgradeFailed, "schema", strconv.Itoa(from), "want", strconv.Itoa(from+1), "error", err.Error())
			return nil, c.Err()
		}
		data = next
	}
	return data, nil
}

// writable refuses what was not read from a store, or cannot be written back
// without loss.
func (t Table[T]) writable(item Item[T]) error {
	if item.Rev == 0 || item.Schema == 0 {
		c := aims.Checker{Texts: texts}
		c.Add("", ExpectMissing)
		return about(item.Record.Ref(), c.Err())
	}
	if item.Schema > t.schema() {
		return fmt.Errorf("%w: %s is of schema %d, this version of the library writes %d; update the library",
			ErrNewerSchema, item.Record.Ref(), item.Schema, t.schema())
	}
	return nil
}

func (t Table[T]) write(op Op, expect Rev, record T) (Write, error) {
	if err := record.Validate(); err != nil {
		return Write{}, about(record.Ref(), err)
	}
	data, err := json.Marshal(record)
	if err != nil {
		return Write{}, about(record.Ref(), err)
	}
	return Write{Op: op, Ref: record.Ref(), Expect: expect, Schema: t.schema(), Data: data}, nil
}

// about names the record in an error and its problems.
func about(ref aims.Ref, err error) error {
	if !aims.ValidID(ref.ID) {
		return err
	}
	if problems := aims.Problems(err); problems != nil {
		named := slices.Clone(problems)
		for i := range named {
			named[i].Ref = ref
		}
		err = &aims.InvalidError{Problems: named}
	}
	return fmt.Errorf("store: %s: %w", ref, err)
}
