package audit

import (
	"iter"
	"sync"

	"github.com/aimskit/aimskit/aims"
)

// View is a checked and indexed snapshot. Only [Open] makes one. It is safe
// for concurrent use.
type View struct {
	snapshot Snapshot
	lists    []list
	index    map[aims.Ref]int
	supplied map[aims.Kind]bool
	problems []aims.Problem
	fatal    bool

	once      sync.Once
	digest    aims.Digest
	digestErr error
}

// Taken returns the day whose state the snapshot shows.
func (v *View) Taken() aims.Date { return v.snapshot.Taken }

// Problems returns what a lenient [Open] set aside or could not follow.
func (v *View) Problems() []aims.Problem { return append([]aims.Problem(nil), v.problems...) }

// Supplied reports whether absence of a kind of record proves anything: the
// host lists the kind, and no record of it was set aside.
func (v *View) Supplied(k aims.Kind) bool { return v.supplied[k] }

// Organization returns the organization, if its record exists at a day.
func (v *View) Organization(at aims.Date) (aims.Organization, bool) {
	o := v.snapshot.Organization
	if o == nil || o.Since() > at {
		return aims.Organization{}, false
	}
	return *o, true
}

// Records yields the records of a type that exist at a day, in the order of
// the snapshot.
func Records[T aims.Record](v *View, at aims.Date) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, r := range all[T](v) {
			if r.Since() <= at && !yield(r) {
				return
			}
		}
	}
}

// All yields every record that exists at a day, of whatever kind, in the order
// of the snapshot's members.
func (v *View) All(at aims.Date) iter.Seq[aims.Record] {
	return func(yield func(aims.Record) bool) {
		for r := range v.snapshot.All() {
			if r.Since() <= at && !yield(r) {
				return
			}
		}
	}
}

// Find returns the record with an id, if it exists at a day.
func Find[T aims.Record, I aims.ID](v *View, id I, at aims.Date) (T, bool) {
	var zero T
	ref := zero.Ref()
	ref.ID = string(id)
	i, found := v.index[ref]
	if list := all[T](v); found && i < len(list) && list[i].Since() <= at {
		return list[i], true
	}
	return zero, false
}

// all returns the list of a type; nil for a type that no snapshot holds.
func all[T aims.Record](v *View) []T {
	for _, l := range v.lists {
		if r, ok := l.(records[T]); ok {
			return *r.all
		}
	}
	return nil
}

// Digest returns the digest of the records: of the snapshot's canonical JSON,
// without the host's own fields at the top. It is computed once, at the first
// call.
func (v *View) Digest() (aims.Digest, error) {
	v.once.Do(func() {
		s := v.snapshot
		s.Ext = nil
		v.digest, v.digestErr = aims.DigestOf(s)
	})
	return v.digest, v.digestErr
}
