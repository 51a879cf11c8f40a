package ledger

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit"
)

// Report is what [Verify] found.
type Report struct {
	Rev      store.Rev      `json:"rev"`                // the revision at which everything was read
	Head     Head           `json:"head"`               // of the entries as they are; pin it when there are no problems
	Last     time.Time      `json:"last,omitzero"`      // when the last entry was made
	Problems []aims.Problem `json:"problems,omitempty"` // what does not belong together; the package comment says what is noticed
	// Unverifiable lists records that are there, and of which nobody can tell
	// any more whether they are what was entered, because that was erased.
	Unverifiable []aims.Ref `json:"unverifiable,omitempty"`
}

// Sound reports whether nothing was found.
func (r Report) Sound() bool { return len(r.Problems) == 0 }

// Verify reads the whole ledger and all records at one revision and says what
// does not belong together. A head that was kept elsewhere is compared, too;
// its zero value is none. The error says that the store could not be read, or
// holds entries of a newer version of the library.
func Verify(ctx context.Context, s store.Store, pinned Head) (Report, error) {
	now, err := store.Now(ctx, s)
	if err != nil {
		return Report{}, err
	}
	v := verifier{
		report:  Report{Rev: now},
		entries: make(map[int]sealed), trails: make(map[string]*trail), latest: make(map[aims.Ref]*trail), erased: make(map[part]bool),
	}
	if now > 0 {
		for _, read := range []func(context.Context, store.Store, Head) error{v.chain, v.notes, v.traces, v.records} {
			if err := read(ctx, s, pinned); err != nil {
				return Report{}, err
			}
		}
	}
	if pinned.Entry > v.report.Head.Entry {
		v.add(headRef(), PinnedMissing, "got", strconv.Itoa(v.report.Head.Entry), "want", strconv.Itoa(pinned.Entry))
	}
	return v.report, nil
}

// verifier holds what was read so far.
type verifier struct {
	report  Report
	entries map[int]sealed      // without their changes
	trails  map[string]*trail   // every change, by the id of its trace
	latest  map[aims.Ref]*trail // the last change of every record
	erased  map[part]bool       // what erasures cover
}

// trail is a change, and what its trace keeps of it.
type trail struct {
	change
	entry int
	found bool   // the trace is there
	salt  string // what it has
}

// part is something that can be erased: who or why of an entry, or the salt of
// a trace, by its id.
type part struct {
	entry int
	name  string
}

func (v *verifier) add(ref aims.Ref, code aims.Code, args ...string) {
	c := aims.Checker{Texts: texts}
	c.Add("", code, args...)
	v.report.Problems = append(v.report.Problems, about(ref, c.Err())...)
}

// chain follows the entries from the first to the last.
func (v *verifier) chain(ctx context.Context, s store.Store, pinned Head) error {
	var head Head
	for r, err := range store.All(ctx, s, KindEntry, v.report.Rev) {
		if err != nil {
			return err
		}
		var e sealed
		if err := read(r, &e); err != nil {
			if aims.Problems(err) == nil {
				return err
			}
			v.add(r.Ref, EntryMalformed, "ref", r.Ref.String(), "error", oneLine(err))
			continue
		}
		if numberID(e.Entry) != r.Ref.ID || e.Entry < 1 {
			v.add(r.Ref, EntryMalformed, "ref", r.Ref.String(), "error", "it says that it is entry "+strconv.Itoa(e.Entry))
			continue
		}
		gap := e.Entry > head.Entry+1
		for missing := head.Entry + 1; missing < e.Entry && missing <= head.Entry+100; missing++ {
			v.add(r.Ref, EntryMissing, "entry", strconv.Itoa(missing))
		}
		if e.Previous != head.Digest && !gap {
			v.add(r.Ref, ChainBroken, "entry", strconv.Itoa(e.Entry), "before", strconv.Itoa(e.Entry-1))
		}
		head = Head{e.Entry, aims.DigestBytes(r.Data)}
		if pinned.Entry == head.Entry && pinned.Digest != head.Digest {
			v.add(r.Ref, PinnedDiffers, "entry", strconv.Itoa(pinned.Entry))
		}
		v.take(e)
		v.report.Last = e.When
	}
	v.report.Head = head
	kept, _, err := present(ctx, s, v.report.Rev)
	if aims.Problems(err) != nil {
		v.add(headRef(), EntryMalformed, "ref", headRef().String(), "error", oneLine(err))
		return nil
	}
	if err == nil && kept != head {
		v.add(headRef(), HeadDiffers, "got", strconv.Itoa(kept.Entry), "want", strconv.Itoa(head.Entry))
	}
	return err
}

// take remembers what an entry says.
func (v *verifier) take(e sealed) {
	for _, c := range e.Changes {
		t := &trail{change: c, entry: e.Entry}
		v.latest[c.Ref], v.trails[traceID(c.Ref, e.Entry)] = t, t
	}
	for _, x := range e.Erased {
		for name, erased := range map[string]bool{"who": x.Who, "why": x.Why} {
			if erased {
				v.erased[part{x.Entry, name}] = true
			}
		}
		for _, ref := range x.Contents {
			v.erased[part{x.Entry, traceID(ref, x.Entry)}] = true
		}
	}
	e.Changes, e.Erased = nil, nil
	v.entries[e.Entry] = e
}

// notes compares who and why with the digests in the entries.
func (v *verifier) notes(ctx context.Context, s store.Store, _ Head) error {
	seen := make(map[int]bool)
	for r, err := range store.All(ctx, s, KindNote, v.report.Rev) {
		if err != nil {
			return err
		}
		var n note
		err := read(r, &n)
		if err != nil && aims.Problems(err) == nil {
			return err
		}
		e, known := v.entries[n.Entry]
		if err != nil || !known || numberID(n.Entry) != r.Ref.ID {
			v.add(r.Ref, TraceMalformed, "ref", r.Ref.String(), "error", oneLine(err))
			continue
		}
		seen[n.Entry] = true
		v.part(r.Ref, n.Entry, "who", n.Who, e.Who)
		v.part(r.Ref, n.Entry, "why", n.Why, e.Why)
	}
	for _, entry := range slices.Sorted(maps.Keys(v.entries)) {
		if !seen[entry] {
			v.add(aims.Ref{Kind: KindNote, ID: numberID(entry)}, NoteMissing, "part", "note", "entry", strconv.Itoa(entry))
		}
	}
	return nil
}

// part compares one text of a note.
func (v *verifier) part(ref aims.Ref, entry int, name string, got *salted, want aims.Digest) {
	switch {
	case got == nil && !v.erased[part{entry, name}]:
		v.add(ref, NoteMissing, "part", name, "entry", strconv.Itoa(entry))
	case got != nil && got.digest() != want:
		v.add(ref, NoteChanged, "part", name, "entry", strconv.Itoa(entry))
	}
}

// traces finds the trace of every change, with its salt.
func (v *verifier) traces(ctx context.Context, s store.Store, _ Head) error {
	for r, err := range store.All(ctx, s, KindTrace, v.report.Rev) {
		if err != nil {
			return err
		}
		var t trace
		err := read(r, &t)
		if err != nil && aims.Problems(err) == nil {
			return err
		}
		trail := v.trails[r.Ref.ID]
		if err != nil || trail == nil || traceID(t.Ref, t.Entry) != r.Ref.ID {
			v.add(r.Ref, TraceMalformed, "ref", r.Ref.String(), "error", oneLine(err))
			continue
		}
		trail.found, trail.salt = true, t.Salt
	}
	for _, id := range slices.Sorted(maps.Keys(v.trails)) {
		t := v.trails[id]
		if !t.found || t.salt == "" && t.Op != store.Delete && !v.gone(t) {
			v.add(aims.Ref{Kind: KindTrace, ID: id}, TraceMissing, "ref", t.Ref.String(), "entry", strconv.Itoa(t.entry))
		}
	}
	return nil
}

// gone reports whether the salt of a change was erased in due form.
func (v *verifier) gone(t *trail) bool { return v.erased[part{t.entry, traceID(t.Ref, t.entry)}] }

// records compares what is there with the last change of each record.
func (v *verifier) records(ctx context.Context, s store.Store, _ Head) error {
	kinds := append(audit.Kinds(), KindSnapshot)
	for ref := range v.latest {
		kinds = append(kinds, ref.Kind)
	}
	slices.Sort(kinds)
	there := make(map[aims.Ref]bool)
	for _, kind := range slices.Compact(kinds) {
		for r, err := range store.All(ctx, s, kind, v.report.Rev) {
			if err != nil {
				return err
			}
			there[r.Ref] = true
			v.record(r)
		}
	}
	for _, ref := range slices.SortedFunc(maps.Keys(v.latest), aims.Ref.Compare) {
		if t := v.latest[ref]; t.Op != store.Delete && !there[ref] {
			v.add(ref, RecordMissing, "ref", ref.String(), "entry", strconv.Itoa(t.entry))
		}
	}
	return nil
}

// record compares one record. A change whose trace is gone was reported.
func (v *verifier) record(r store.Record) {
	t := v.latest[r.Ref]
	switch {
	case t == nil || t.Op == store.Delete:
		v.add(r.Ref, RecordUnlisted, "ref", r.Ref.String())
	case t.salt != "" && contentDigest(t.salt, r.Schema, r.Data) != t.Digest:
		v.add(r.Ref, RecordChanged, "ref", r.Ref.String(), "entry", strconv.Itoa(t.entry))
	case t.salt == "" && v.gone(t):
		v.report.Unverifiable = append(v.report.Unverifiable, r.Ref)
	}
}

// oneLine says what is wrong with a record; without an error, that it is
// nobody's.
func oneLine(err error) string {
	if err == nil {
		return "it belongs to no entry"
	}
	if p := aims.Problems(err); len(p) > 0 {
		return p[0].String()
	}
	return err.Error()
}
