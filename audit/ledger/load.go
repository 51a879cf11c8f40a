package ledger

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit"
)

// KindSnapshot is the kind of the one record that keeps what a snapshot has
// beside its records: which kinds the host supplies, and its own fields.
const KindSnapshot aims.Kind = "snapshot"

func snapshotRef() aims.Ref { return aims.Ref{Kind: KindSnapshot, ID: "snapshot"} }

// frame is the content of that record.
type frame struct {
	Supplied []aims.Kind       `json:"supplied,omitempty"`
	Ext      map[string]string `json:"ext,omitempty"`
}

// State is a snapshot as it is in a store.
type State struct {
	// Snapshot holds the records in the byte order of their ids. The day that
	// it shows is the reader's to say: set Taken before opening it.
	Snapshot audit.Snapshot
	// Rev is the revision at which everything was read.
	Rev store.Rev
	// Newer lists the records that a newer version of the library wrote. They
	// are in the snapshot as far as this version knows them, and cannot be
	// changed by it.
	Newer []aims.Ref

	stored map[aims.Ref]store.Record
}

// Load reads a whole snapshot at one revision; 0 stands for now. All records
// that are none of their kind are reported in an [aims.InvalidError], with
// pointers like /policy/p-1/title. Like [audit.Decode], it leaves the records
// themselves to [audit.Open].
func Load(ctx context.Context, s store.Store, at store.Rev) (State, error) {
	st := State{Snapshot: audit.Snapshot{Format: aims.Format}, Rev: at, stored: make(map[aims.Ref]store.Record)}
	if at == 0 {
		now, err := store.Now(ctx, s)
		if err != nil {
			return State{}, err
		}
		if now == 0 {
			return st, nil // nothing was ever saved
		}
		st.Rev = now
	}
	var problems []aims.Problem
	o := aims.DecodeOptions{}.ForMany()
	for _, kind := range append([]aims.Kind{KindSnapshot}, audit.Kinds()...) {
		for r, err := range store.All(ctx, s, kind, st.Rev) {
			if err != nil {
				return State{}, err
			}
			st.stored[r.Ref] = r
			problems = append(problems, st.add(r, o)...)
		}
	}
	if len(problems) > 0 {
		return State{}, &aims.InvalidError{Problems: problems}
	}
	return st, nil
}

// add takes a record into the snapshot, or says what is wrong with it.
func (st *State) add(r store.Record, o aims.DecodeOptions) []aims.Problem {
	if o.Newer = r.Schema > schema; o.Newer {
		st.Newer = append(st.Newer, r.Ref)
	}
	var err error
	if r.Ref.Kind == KindSnapshot {
		var f frame
		_, err = aims.Decode(r.Data, &f, o)
		st.Snapshot.Supplied, st.Snapshot.Ext = f.Supplied, f.Ext
	} else {
		var got aims.Record
		got, _, err = st.Snapshot.Add(r.Ref.Kind, r.Data, o)
		if err == nil && got.Ref() != r.Ref {
			c := aims.Checker{Texts: store.Sentences()}
			c.Add("id", store.RefDiffers, "got", got.Ref().String())
			err = c.Err()
		}
	}
	return about(r.Ref, err)
}

// about names the record in the problems of an error: their pointers begin with
// its kind and id.
func about(ref aims.Ref, err error) []aims.Problem {
	problems := slices.Clone(aims.Problems(err))
	for i := range problems {
		problems[i].Ref, problems[i].Path = ref, "/"+ref.String()+problems[i].Path
	}
	return problems
}

// Changes returns the writes that turn what was loaded into another snapshot:
// creations and updates in the order of its members, then deletions. A record
// whose content is the same is left alone. Records that are changed are
// validated, and all problems are reported; changes of a record of a newer
// version are refused with [store.ErrNewerSchema].
func (st State) Changes(next audit.Snapshot) ([]store.Write, error) {
	p := plan{state: st, kept: make(map[aims.Ref]bool)}
	f := frame{next.Supplied, next.Ext}
	if len(f.Supplied) > 0 || len(f.Ext) > 0 {
		p.record(snapshotRef(), f, nil)
	}
	for r := range next.All() {
		p.record(r.Ref(), r, r.Validate)
	}
	for _, ref := range slices.SortedFunc(maps.Keys(st.stored), aims.Ref.Compare) {
		if !p.kept[ref] {
			p.write(store.Write{Op: store.Delete, Ref: ref, Expect: st.stored[ref].Rev})
		}
	}
	if p.err == nil && len(p.problems) > 0 {
		p.err = &aims.InvalidError{Problems: p.problems}
	}
	if p.err != nil {
		return nil, p.err
	}
	return p.writes, nil
}

// plan gathers the writes from one snapshot to another.
type plan struct {
	state    State
	kept     map[aims.Ref]bool
	writes   []store.Write
	problems []aims.Problem
	err      error
}

func (p *plan) record(ref aims.Ref, content any, validate func() error) {
	p.kept[ref] = true
	data, err := json.Marshal(content)
	if err != nil {
		p.err = fmt.Errorf("ledger: %s: %w", ref, err)
		return
	}
	w := store.Write{Op: store.Create, Ref: ref, Schema: schema, Data: data}
	if old, found := p.state.stored[ref]; found {
		if unchanged(old, data) {
			return
		}
		w.Op, w.Expect = store.Update, old.Rev
	}
	if validate != nil {
		p.problems = append(p.problems, about(ref, validate())...)
	}
	p.write(w)
}

func (p *plan) write(w store.Write) {
	if old := p.state.stored[w.Ref]; old.Schema > schema {
		p.err = fmt.Errorf("%w: %s; update the library", store.ErrNewerSchema, w.Ref)
	}
	p.writes = append(p.writes, w)
}

// unchanged reports whether a record is still what was read of it. Its bytes
// may differ all the same, if another version of the library wrote them.
func unchanged(old store.Record, data []byte) bool {
	if string(old.Data) == string(data) {
		return true
	}
	var again State
	if again.add(old, aims.DecodeOptions{}) != nil {
		return false
	}
	var content any = frame{again.Snapshot.Supplied, again.Snapshot.Ext}
	for r := range again.Snapshot.All() {
		content = r
	}
	was, err := json.Marshal(content)
	return err == nil && string(was) == string(data)
}
