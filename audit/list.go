package audit

import (
	"maps"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// list is one list of records of a snapshot.
type list struct {
	member string
	records
}

// records are the records of a list, whatever their type. Nothing but at makes
// an [aims.Record] of one, which copies it.
type records interface {
	kind() aims.Kind
	size() int
	at(i int) aims.Record
	ref(i int) aims.Ref
	since(i int) aims.Date
	validate(i int) error
	links(i int, l *aims.Linker)
	keep(good func(i int) bool)
	add(data []byte, o aims.DecodeOptions) (aims.Record, aims.Reading, error)
}

// of is a list of records of one type.
type of[T aims.Record] struct{ all *[]T }

func (r of[T]) size() int                   { return len(*r.all) }
func (r of[T]) at(i int) aims.Record        { return (*r.all)[i] }
func (r of[T]) ref(i int) aims.Ref          { return (*r.all)[i].Ref() }
func (r of[T]) since(i int) aims.Date       { return (*r.all)[i].Since() }
func (r of[T]) validate(i int) error        { return (*r.all)[i].Validate() }
func (r of[T]) links(i int, l *aims.Linker) { (*r.all)[i].Links(l) }

func (r of[T]) kind() aims.Kind {
	var zero T
	return zero.Ref().Kind
}

// keep leaves only the records that are good, in a list of its own, so that
// the caller's stays as it was.
func (r of[T]) keep(good func(i int) bool) {
	var kept []T
	for i, v := range *r.all {
		if good(i) {
			kept = append(kept, v)
		}
	}
	*r.all = kept
}

// add decodes a record and appends it.
func (r of[T]) add(data []byte, o aims.DecodeOptions) (aims.Record, aims.Reading, error) {
	var v T
	reading, err := aims.Decode(data, &v, o)
	if err != nil {
		return nil, reading, err
	}
	*r.all = append(*r.all, v)
	return v, reading, nil
}

// index says where in a list the record with an id stands.
type index struct {
	exact  map[string]int
	folded map[string]int // by the id in lower case; nil while all ids are in lower case, and exact says it
}

func newIndex(size int) index { return index{exact: make(map[string]int, size)} }

// add notes where an id stands, unless it stands somewhere already, and
// returns where the first one stands that is the same but for case.
func (x *index) add(id string, at int) (first int, taken bool) {
	lower := strings.ToLower(id)
	if lower != id && x.folded == nil {
		x.folded = maps.Clone(x.exact)
	}
	if x.folded != nil {
		if _, found := x.exact[id]; !found {
			x.exact[id] = at
		}
		return note(x.folded, lower, at)
	}
	return note(x.exact, id, at)
}

func note(places map[string]int, id string, at int) (first int, taken bool) {
	if first, taken = places[id]; !taken {
		places[id] = at
	}
	return first, taken
}
