package store

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/aimskit/aimskit/aims"
)

// Memory is a [Store] that lives as long as the program. It is the reference
// for all others. The zero value is an empty store that keeps every state it
// ever had. Do not copy it.
type Memory struct {
	// Keep is how many revisions before the present stay readable: at least
	// [MinKeep], or 0 for all. Set it before the first write.
	Keep int

	mu      sync.RWMutex
	rev     Rev
	shelves map[aims.Kind]*shelf
	touched []touch // not yet forgotten, in the order of revisions
}

// shelf has the records of one kind: the ids that are or were there, in their
// order, and the versions of each, oldest first.
type shelf struct {
	ids      []string
	versions map[string][]version
}

// version is a record from one revision to the next; without data, its absence.
type version struct {
	rev    Rev
	schema int
	data   []byte
}

func (v version) record(ref aims.Ref) Record {
	return Record{ref, v.rev, v.schema, bytes.Clone(v.data)}
}

// touch says which record a revision changed.
type touch struct {
	rev Rev
	ref aims.Ref
}

// Get returns a record at a revision.
func (m *Memory) Get(ctx context.Context, ref aims.Ref, at Rev) (Record, error) {
	if err := cmp.Or(ctx.Err(), CheckGet(ref, at)); err != nil {
		return Record{}, err
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	at, err := m.readable(at)
	if err != nil {
		return Record{}, err
	}
	v := m.shelves[ref.Kind].at(ref.ID, at)
	if v.rev == 0 {
		return Record{}, fmt.Errorf("%w: %s", ErrNotFound, ref)
	}
	return v.record(ref), nil
}

// List returns a page of records at a revision.
func (m *Memory) List(ctx context.Context, kind aims.Kind, after string, limit int, at Rev) ([]Record, error) {
	if err := cmp.Or(ctx.Err(), CheckList(kind, after, limit, at)); err != nil {
		return nil, err
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	at, err := m.readable(at)
	if err != nil {
		return nil, err
	}
	var page []Record
	s := m.shelves[kind]
	for _, id := range s.after(after) {
		if v := s.at(id, at); v.rev != 0 {
			page = append(page, v.record(aims.Ref{Kind: kind, ID: id}))
		}
		if len(page) == limit {
			break
		}
	}
	return page, nil
}

// Put does all writes or none.
func (m *Memory) Put(ctx context.Context, writes ...Write) (Rev, error) {
	if err := cmp.Or(ctx.Err(), CheckPut(writes)); err != nil {
		return 0, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	var conflict ConflictError
	for _, w := range writes {
		if m.shelves[w.Ref.Kind].at(w.Ref.ID, m.rev).rev != w.Expect {
			conflict.Refs = append(conflict.Refs, w.Ref)
		}
	}
	if len(conflict.Refs) > 0 {
		return 0, &conflict
	}
	if !slices.ContainsFunc(writes, Write.Changes) {
		return m.rev, nil
	}
	m.rev++
	for _, w := range writes {
		if w.Changes() {
			m.shelf(w.Ref.Kind).add(w.Ref.ID, version{m.rev, w.Schema, bytes.Clone(w.Data)})
			m.touched = append(m.touched, touch{m.rev, w.Ref})
		}
	}
	m.forget()
	return m.rev, nil
}

// readable returns the revision to read at.
func (m *Memory) readable(at Rev) (Rev, error) {
	if at == 0 {
		return m.rev, nil
	}
	if at > m.rev || at < m.oldest() {
		return 0, fmt.Errorf("%w: revision %d; there are %d to %d", ErrRevisionGone, at, m.oldest(), m.rev)
	}
	return at, nil
}

// oldest returns the first revision that can be read.
func (m *Memory) oldest() Rev {
	if m.Keep == 0 {
		return min(1, m.rev)
	}
	return max(min(1, m.rev), m.rev-Rev(max(m.Keep, MinKeep)))
}

// forget drops the versions that no readable revision shows.
func (m *Memory) forget() {
	n := 0
	for n < len(m.touched) && m.touched[n].rev <= m.oldest() && m.Keep > 0 {
		t := m.touched[n]
		m.shelves[t.ref.Kind].forget(t.ref.ID, t.rev)
		n++
	}
	m.touched = slices.Delete(m.touched, 0, n)
}

func (m *Memory) shelf(kind aims.Kind) *shelf {
	s := m.shelves[kind]
	if s == nil {
		if m.shelves == nil {
			m.shelves = make(map[aims.Kind]*shelf)
		}
		s = &shelf{versions: make(map[string][]version)}
		m.shelves[kind] = s
	}
	return s
}

// at returns the version that a revision shows; the zero version if the record
// was not there. A kind without a shelf has no records.
func (s *shelf) at(id string, at Rev) version {
	if s == nil {
		return version{}
	}
	for _, v := range slices.Backward(s.versions[id]) {
		switch {
		case v.rev > at:
		case v.data == nil:
			return version{}
		default:
			return v
		}
	}
	return version{}
}

// after returns the ids after one.
func (s *shelf) after(id string) []string {
	if s == nil {
		return nil
	}
	i, found := slices.BinarySearch(s.ids, id)
	if found {
		i++
	}
	return s.ids[i:]
}

func (s *shelf) add(id string, v version) {
	if i, found := slices.BinarySearch(s.ids, id); !found {
		s.ids = slices.Insert(s.ids, i, id)
	}
	s.versions[id] = append(s.versions[id], v)
}

// forget drops the versions of a record before the one of a revision, and that
// one, too, if it is an absence.
func (s *shelf) forget(id string, before Rev) {
	versions := s.versions[id]
	i := slices.IndexFunc(versions, func(v version) bool { return v.rev == before })
	if versions[i].data == nil {
		i++
	}
	versions = slices.Delete(versions, 0, i)
	s.versions[id] = versions
	if len(versions) == 0 {
		delete(s.versions, id)
		j, _ := slices.BinarySearch(s.ids, id)
		s.ids = slices.Delete(s.ids, j, j+1)
	}
}
