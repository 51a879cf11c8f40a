package audit

import (
	"encoding/json"
	"errors"
	"iter"
	"slices"
	"sync"

	"github.com/aimskit/aimskit/aims"
)

// View is a checked and indexed snapshot. Only [Open] makes one. It is safe
// for concurrent use. A nil view reads as one without records, and is an error
// where a method returns errors.
type View struct {
	snapshot Snapshot
	shelves  []shelf // one for each list of the snapshot, in their order
	supplied map[aims.Kind]bool
	problems []aims.Problem
	fatal    bool

	once      sync.Once
	digest    aims.Digest
	digestErr error

	mu       sync.Mutex
	contents map[aims.Ref]aims.Digest // what [View.ContentDigest] computed

	derived sync.Map // by [Derived]
}

var errNoView = errors.New("audit: there is no view: open a snapshot with audit.Open")

// orEmpty returns the view, or an empty one for nil.
func (v *View) orEmpty() *View {
	if v == nil {
		return new(View)
	}
	return v
}

// shelf is a list of the snapshot, and what Open found out about it.
type shelf struct {
	list
	index
	latest aims.Date // from this day on, all of its records exist
}

// shelfOf returns the shelf with the records of a type, and these; nil for a
// type that no snapshot holds.
func shelfOf[T aims.Record](v *View) (*shelf, []T) {
	shelves := v.orEmpty().shelves
	for n := range shelves {
		if r, ok := shelves[n].records.(of[T]); ok {
			return &shelves[n], *r.all
		}
	}
	return nil, nil
}

// ids returns the ids of a kind that are in the view.
func (v *View) ids(k aims.Kind) map[string]int {
	if n, found := listOf[k]; found {
		return v.shelves[n].exact
	}
	if o := v.snapshot.Organization; o != nil && k == aims.KindOrganization {
		return map[string]int{string(o.ID): 0}
	}
	return nil
}

// Taken returns the day whose state the snapshot shows.
func (v *View) Taken() aims.Date { return v.orEmpty().snapshot.Taken }

// Problems returns what a lenient [Open] set aside or could not follow.
func (v *View) Problems() []aims.Problem {
	return append([]aims.Problem(nil), v.orEmpty().problems...)
}

// Supplied reports whether absence of a kind of record proves anything: the
// host lists the kind, and no record of it was set aside.
func (v *View) Supplied(k aims.Kind) bool { return v.orEmpty().supplied[k] }

// Organization returns the organization, if its record exists at a day.
func (v *View) Organization(at aims.Date) (aims.Organization, bool) {
	o := v.orEmpty().snapshot.Organization
	if o == nil || o.Since() > at {
		return aims.Organization{}, false
	}
	return *o, true
}

// Records yields the records of a type that exist at a day, in the order of
// the snapshot.
func Records[T aims.Record](v *View, at aims.Date) iter.Seq[T] {
	return func(yield func(T) bool) {
		_, list := shelfOf[T](v)
		for _, r := range list {
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
		for r := range v.orEmpty().snapshot.All() {
			if r.Since() <= at && !yield(r) {
				return
			}
		}
	}
}

// List returns the records of a type that exist at a day, in the order of the
// snapshot, for reading only: where all of them exist, it is the list of the
// view itself, so that it costs nothing.
func List[T aims.Record](v *View, at aims.Date) []T {
	if s, list := shelfOf[T](v); s == nil || s.latest <= at {
		return slices.Clip(list)
	}
	return slices.Collect(Records[T](v, at))
}

// Find returns the record with an id, if it exists at a day.
func Find[T aims.Record, I aims.ID](v *View, id I, at aims.Date) (T, bool) {
	if s, list := shelfOf[T](v); s != nil {
		if i, found := s.exact[string(id)]; found && (s.latest <= at || list[i].Since() <= at) {
			return list[i], true
		}
	}
	var none T
	return none, false
}

// MarshalJSON writes the snapshot as the document that [Read] reads, as it was
// opened: without what was set aside.
func (v *View) MarshalJSON() ([]byte, error) {
	if v == nil {
		return nil, errNoView
	}
	return json.Marshal(v.snapshot)
}

// Digest returns the digest of the records: of the snapshot's canonical JSON,
// without the host's own fields at the top. It is computed once, at the first
// call.
func (v *View) Digest() (aims.Digest, error) {
	if v == nil {
		return "", errNoView
	}
	v.once.Do(func() {
		s := v.snapshot
		s.Ext = nil
		v.digest, v.digestErr = aims.DigestOf(s)
	})
	return v.digest, v.digestErr
}

// ContentDigest returns the digest of the content of a record of the view,
// which content returns. It is computed once for each record, at the first
// call, since the records of a view do not change.
func (v *View) ContentDigest(ref aims.Ref, content func() any) (aims.Digest, error) {
	if v == nil {
		return "", errNoView
	}
	v.mu.Lock()
	digest, known := v.contents[ref]
	v.mu.Unlock()
	if known {
		return digest, nil
	}
	digest, err := aims.DigestOf(content())
	if err != nil {
		return "", err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.contents == nil {
		v.contents = make(map[aims.Ref]aims.Digest)
	}
	v.contents[ref] = digest
	return digest, nil
}
