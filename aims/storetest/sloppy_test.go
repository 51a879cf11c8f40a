package storetest_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

// sin is one way to break one rule.
type sin string

// sloppy is a store that keeps a copy of everything for every revision, which
// is slow and plainly right, and that commits at most one sin.
type sloppy struct {
	sin    sin
	mu     sync.Mutex
	rev    store.Rev
	states []state // by revision; the first one is empty
}

// state is what a revision shows.
type state struct {
	rev     store.Rev
	records map[aims.Ref]store.Record
	deleted map[aims.Ref]store.Record
}

func newSloppy(s sin) *sloppy {
	rev := store.Rev(0)
	if s == "begins at 1" {
		rev = 1
	}
	return &sloppy{sin: s, rev: rev, states: []state{{rev: rev}}}
}

func (s *sloppy) last() state { return s.states[len(s.states)-1] }

func (s *sloppy) state(at store.Rev) (state, error) {
	switch {
	case s.sin == "reads the present only" && at <= s.rev:
		at = 0
	case s.sin == "reads the future" && at > s.rev:
		at = 0
	case s.sin == "takes the present for what it forgot" && at < s.rev-store.MinKeep:
		at = 0
	case s.sin == "forgets at once" && at > 0 && at < s.rev-store.MinKeep/2,
		s.sin == "forgets one too early" && at > 0 && at <= s.rev-store.MinKeep,
		s.sin == "forgets here and there" && at > 0 && at < s.rev-store.MinKeep && at%2 == 0:
		return state{}, store.ErrRevisionGone
	}
	if at == 0 {
		return s.last(), nil
	}
	if i, found := slices.BinarySearchFunc(s.states, at, func(st state, at store.Rev) int { return cmp.Compare(st.rev, at) }); found && i > 0 {
		return s.states[i], nil
	}
	return state{}, store.ErrRevisionGone
}

func (s *sloppy) Get(ctx context.Context, ref aims.Ref, at store.Rev) (store.Record, error) {
	if s.sin != "Get goes on when cancelled" && ctx.Err() != nil {
		return store.Record{}, ctx.Err()
	}
	if err := store.CheckGet(ref, at); err != nil && s.sin != "Get takes anything" {
		return store.Record{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sin == "Get reads the present" && at <= s.rev {
		at = 0
	}
	st, err := s.state(at)
	if err != nil {
		return store.Record{}, err
	}
	r, found := st.records[s.key(ref)]
	if !found {
		return store.Record{}, fmt.Errorf("%w: %s", store.ErrNotFound, ref)
	}
	return s.out(r), nil
}

func (s *sloppy) List(ctx context.Context, kind aims.Kind, after string, limit int, at store.Rev) ([]store.Record, error) {
	if s.sin != "List goes on when cancelled" && ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err := store.CheckList(kind, after, limit, at); err != nil && s.sin != "List takes anything" {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sin == "List reads the present" && at <= s.rev || s.sin == "later pages read the present" && after != "" {
		at = 0
	}
	st, err := s.state(at)
	if err != nil {
		return nil, err
	}
	all := slices.Collect(maps.Values(st.records))
	if s.sin == "lists the deleted" || s.sin == "the deleted take room" {
		for ref, r := range st.deleted {
			if _, again := st.records[ref]; !again {
				all = append(all, r)
			}
		}
	}
	slices.SortFunc(all, func(a, b store.Record) int { return s.compare(a.Ref.ID, b.Ref.ID) })
	var page []store.Record
	room := limit
	if s.sin == "pages of at most 1000" {
		room = min(room, 1000)
	}
	for _, r := range all {
		same := r.Ref.Kind == kind || s.sin == "lists kinds by prefix" && strings.HasPrefix(string(r.Ref.Kind), string(kind))
		later := s.compare(r.Ref.ID, after) > 0 || s.sin == "begins with the given id" && r.Ref.ID == after
		if !same || !later || room <= 0 {
			continue
		}
		if _, there := st.records[s.key(r.Ref)]; there || s.sin == "lists the deleted" {
			page = append(page, s.out(r))
		}
		room--
	}
	if s.sin == "one more than the limit" && len(page) == limit && limit > 2 {
		page = page[:limit-1]
	}
	return page, nil
}

func (s *sloppy) compare(a, b string) int {
	switch s.sin {
	case "orders without case":
		return cmp.Or(strings.Compare(strings.ToLower(a), strings.ToLower(b)), strings.Compare(a, b))
	case "orders by length":
		return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
	}
	return strings.Compare(a, b)
}

// key is what a record is kept under.
func (s *sloppy) key(ref aims.Ref) aims.Ref {
	switch s.sin {
	case "joins kind and id":
		return aims.Ref{ID: string(ref.Kind) + ref.ID}
	case "ids without case":
		ref.ID = strings.ToLower(ref.ID)
	case "short ids":
		ref.ID = ref.ID[:min(len(ref.ID), 63)]
	case "short kinds":
		ref.Kind = ref.Kind[:min(len(ref.Kind), 63)]
	}
	return ref
}

func (s *sloppy) out(r store.Record) store.Record {
	if s.sin != "shares what it hands out" {
		r.Data = bytes.Clone(r.Data)
	}
	return r
}

func (s *sloppy) in(w store.Write, old store.Record) store.Record {
	r := store.Record{Ref: w.Ref, Schema: w.Schema, Data: bytes.Clone(w.Data)}
	var compact bytes.Buffer
	switch {
	case s.sin == "keeps what it was given":
		r.Data = w.Data
	case s.sin == "forgets the schema":
		r.Schema = 1
	case s.sin == "updates the data only" && w.Op == store.Update:
		r.Schema = old.Schema
	case s.sin == "keeps text":
		r.Data = bytes.ToValidUTF8(r.Data, []byte("?"))
	case s.sin == "keeps JSON" && json.Compact(&compact, r.Data) == nil:
		r.Data = compact.Bytes()
	case s.sin == "trims":
		r.Data = bytes.TrimRight(r.Data, " \n")
	case s.sin == "ends at zero":
		r.Data, _, _ = bytes.Cut(r.Data, []byte{0})
	}
	return r
}

// fits reports whether a write finds what it expects.
func (s *sloppy) fits(w store.Write, st state) bool {
	key := s.key(w.Ref)
	now := st.records[key]
	before, wasDeleted := st.deleted[key]
	switch {
	case s.sin == "creates over" && w.Op == store.Create,
		s.sin == "the last update wins" && w.Op == store.Update && now.Rev > 0,
		s.sin == "deletes whatever is there" && w.Op == store.Delete && now.Rev > 0,
		s.sin == "updates what is not there" && w.Op == store.Update && now.Rev == 0,
		s.sin == "deletes what is not there" && w.Op == store.Delete && now.Rev == 0,
		s.sin == "updates the deleted" && wasDeleted && before.Rev == w.Expect,
		s.sin == "asserts nothing" && w.Op == store.Assert,
		s.sin == "asserts no absence" && w.Op == store.Assert && w.Expect == 0,
		s.sin == "asserts presence" && w.Op == store.Assert && now.Rev > 0 && w.Expect > 0:
		return true
	case s.sin == "takes newer revisions" && w.Expect > now.Rev && now.Rev > 0:
		return true
	case s.sin == "expects the store's revision" && w.Op == store.Update:
		return w.Expect == s.rev
	}
	return now.Rev == w.Expect
}

func (s *sloppy) Put(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	if s.sin != "Put goes on when cancelled" && ctx.Err() != nil {
		return 0, ctx.Err()
	}
	if err := s.check(writes); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	st := s.last()
	var conflict store.ConflictError
	for _, w := range writes {
		if !s.fits(w, st) {
			conflict.Refs = append(conflict.Refs, w.Ref)
		}
	}
	if len(conflict.Refs) > 0 {
		switch s.sin {
		case "does what it can":
			i := slices.IndexFunc(writes, func(w store.Write) bool { return !s.fits(w, st) })
			s.do(writes[:i], s.rev)
		case "counts failures":
			s.rev++
			s.states = append(s.states, state{s.rev, st.records, st.deleted})
		case "names the first conflict":
			conflict.Refs = conflict.Refs[:1]
		case "sorts the conflicts":
			slices.SortFunc(conflict.Refs, aims.Ref.Compare)
		case "conflicts without names":
			return 0, store.ErrConflict
		}
		return 0, &conflict
	}
	changes := slices.ContainsFunc(writes, store.Write.Changes)
	if !changes && (s.sin != "counts assertions" || len(writes) == 0) && s.sin != "counts empty writes" {
		return s.rev, nil
	}
	if s.sin == "checks, then waits" {
		s.wait()
	}
	rev := s.rev + 1
	if s.sin == "goes back when it deletes" && writes[0].Op == store.Delete {
		rev = s.rev - 1
	}
	if s.sin != "gives revisions out twice" || changes && writes[0].Op != store.Create {
		s.rev = rev
	}
	if s.sin == "counts before it writes" {
		s.wait()
	}
	s.do(writes, rev)
	return rev, nil
}

func (s *sloppy) check(writes []store.Write) error {
	switch {
	case s.sin == "Put takes anything",
		s.sin == "takes a record twice" && len(writes) == 2:
		return nil
	case s.sin == "takes few writes" && len(writes) > 1000:
		return &aims.InvalidError{}
	case s.sin == "takes more writes" && len(writes) > store.MaxWrites:
		return nil
	}
	for _, w := range writes {
		switch {
		case s.sin == "takes small records" && len(w.Data) > 1<<20:
			return &aims.InvalidError{}
		case s.sin == "takes larger records" && len(w.Data) > store.MaxData, s.sin == "takes later schemas" && w.Schema > store.MaxSchema:
			return nil
		}
	}
	return store.CheckPut(writes)
}

// wait lets others in.
func (s *sloppy) wait() {
	s.mu.Unlock()
	for range 20 {
		runtime.Gosched()
	}
	s.mu.Lock()
}

// do appends the state after writes.
func (s *sloppy) do(writes []store.Write, rev store.Rev) {
	old := s.last()
	next := state{rev, maps.Clone(old.records), maps.Clone(old.deleted)}
	if next.records == nil {
		next.records, next.deleted = make(map[aims.Ref]store.Record), make(map[aims.Ref]store.Record)
	}
	for i, w := range writes {
		key := s.key(w.Ref)
		before := next.records[key]
		switch w.Op {
		case store.Create, store.Update:
			r := s.in(w, before)
			r.Rev = rev
			if s.sin == "numbers its writes" {
				r.Rev += store.Rev(i)
			}
			if s.sin == "revises all records" {
				for k, other := range next.records {
					other.Rev = rev
					next.records[k] = other
				}
			}
			if prior, was := next.deleted[key]; was && s.sin == "creates at the old revision" && before.Rev == 0 {
				r.Rev = prior.Rev
			}
			next.records[key] = r
		case store.Delete:
			next.deleted[key] = before
			delete(next.records, key)
		}
		if s.sin == "writes one by one" && i < len(writes)-1 {
			s.states = append(s.states, state{rev, maps.Clone(next.records), next.deleted})
			s.wait()
			s.states = slices.DeleteFunc(s.states, func(st state) bool { return st.rev == rev })
		}
	}
	i, again := slices.BinarySearchFunc(s.states, rev, func(st state, rev store.Rev) int { return cmp.Compare(st.rev, rev) })
	if again {
		s.states[i] = next
	} else {
		s.states = slices.Insert(s.states, i, next)
	}
}
