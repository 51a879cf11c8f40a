package ledger

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit/ledger"
	"github.com/google/go-cmp/cmp"
)

// tampering is something done past the ledger by somebody who can write to the
// store, and what Verify says about it.
type tampering struct {
	name string
	do   func(h hand) []store.Write
	want []string // code and record of every problem
}

// hand reaches into the store.
type hand struct {
	t     *testing.T
	store store.Store
}

func (h hand) get(kind aims.Kind, id string) store.Record {
	h.t.Helper()
	r, err := h.store.Get(h.t.Context(), aims.Ref{Kind: kind, ID: id}, 0)
	if err != nil {
		h.t.Fatal(err)
	}
	return r
}

// edit replaces a text in a record.
func (h hand) edit(kind aims.Kind, id, old, text string) store.Write {
	h.t.Helper()
	r := h.get(kind, id)
	if !strings.Contains(string(r.Data), old) {
		h.t.Fatalf("%s has no %q: %s", r.Ref, old, r.Data)
	}
	return h.write(r, strings.Replace(string(r.Data), old, text, 1))
}

func (h hand) write(r store.Record, data string) store.Write {
	return store.Write{Op: store.Update, Ref: r.Ref, Expect: r.Rev, Schema: r.Schema, Data: []byte(data)}
}

func (h hand) remove(kind aims.Kind, id string) store.Write {
	h.t.Helper()
	r := h.get(kind, id)
	return store.Write{Op: store.Delete, Ref: r.Ref, Expect: r.Rev}
}

// trace finds the trace of a policy in an entry.
func (h hand) trace(id string, entry int) store.Record {
	h.t.Helper()
	for r, err := range store.All(h.t.Context(), h.store, ledger.KindTrace, 0) {
		if err != nil {
			h.t.Fatal(err)
		}
		if strings.Contains(string(r.Data), `"policy/`+id+`"`) && strings.HasSuffix(r.Ref.ID, number(entry)) {
			return r
		}
	}
	h.t.Fatalf("no trace of %s in entry %d", id, entry)
	return store.Record{}
}

func number(entry int) string { return fmt.Sprintf("%012d", entry) }

// Four entries: a and b created, a changed, b deleted, c created.
func story(t *testing.T, s store.Store) {
	t.Helper()
	one := save(t, s, by(1, "p-lead", "begin"), policy("a", "A"), policy("b", "B"))
	save(t, s, by(2, "p-cto", "correct"), update("a", one, "A2"))
	save(t, s, by(3, "p-lead", "withdraw"), remove("b", one))
	save(t, s, by(4, "p-cto", "more"), policy("c", "C"))
}

func tamperings() []tampering {
	first, second, third, fourth := number(1), number(2), number(3), number(4)
	return []tampering{
		{"nothing", func(hand) []store.Write { return nil }, nil},
		{"a record changed", func(h hand) []store.Write {
			return []store.Write{h.edit("policy", "a", "A2", "A1")}
		}, []string{"ledger/record-changed policy/a"}},
		{"a record in another schema", func(h hand) []store.Write {
			w := h.edit("policy", "a", "A2", "A2")
			w.Schema = 2
			return []store.Write{w}
		}, []string{"ledger/record-changed policy/a"}},
		{"a record removed", func(h hand) []store.Write {
			return []store.Write{h.remove("policy", "a")}
		}, []string{"ledger/record-missing policy/a"}},
		{"a record added", func(hand) []store.Write {
			return []store.Write{policy("x", "X")}
		}, []string{"ledger/record-unlisted policy/x"}},
		{"a deleted record put back", func(hand) []store.Write {
			return []store.Write{policy("b", "B")}
		}, []string{"ledger/record-unlisted policy/b"}},
		{"the day of an entry changed", func(h hand) []store.Write {
			return []store.Write{h.edit(ledger.KindEntry, second, "2026-03-01", "2026-02-01")}
		}, []string{"ledger/chain-broken ledger-entry/" + third}},
		{"the first entry changed", func(h hand) []store.Write {
			return []store.Write{h.edit(ledger.KindEntry, first, "2026-03-01", "2026-02-01")}
		}, []string{"ledger/chain-broken ledger-entry/" + second}},
		{"the last entry changed", func(h hand) []store.Write {
			return []store.Write{h.edit(ledger.KindEntry, fourth, "2026-03-01", "2026-02-01")}
		}, []string{"ledger/head-differs ledger-head/head"}},
		{"white space in an entry", func(h hand) []store.Write {
			return []store.Write{h.edit(ledger.KindEntry, second, `{"entry"`, `{ "entry"`)}
		}, []string{"ledger/chain-broken ledger-entry/" + third}},
		{"an entry removed", func(h hand) []store.Write {
			return []store.Write{h.remove(ledger.KindEntry, second), h.remove(ledger.KindNote, second), {Op: store.Delete, Ref: h.trace("a", 2).Ref, Expect: h.trace("a", 2).Rev}}
		}, []string{"ledger/entry-missing ledger-entry/" + third, "ledger/record-changed policy/a"}},
		{"the last entry removed", func(h hand) []store.Write {
			return []store.Write{h.remove(ledger.KindEntry, fourth)}
		}, []string{
			"ledger/head-differs ledger-head/head", "ledger/trace-malformed ledger-note/" + fourth,
			"ledger/trace-malformed TRACE c 4", "ledger/record-unlisted policy/c",
		}},
		{"two entries exchanged", func(h hand) []store.Write {
			a, b := h.get(ledger.KindEntry, second), h.get(ledger.KindEntry, third)
			return []store.Write{h.write(a, string(b.Data)), h.write(b, string(a.Data))}
		}, []string{
			"ledger/entry-malformed ledger-entry/" + second, "ledger/entry-malformed ledger-entry/" + third,
			"ledger/entry-missing ledger-entry/" + fourth, "ledger/entry-missing ledger-entry/" + fourth,
			"ledger/trace-malformed ledger-note/" + second, "ledger/trace-malformed ledger-note/" + third,
			"ledger/trace-malformed TRACE a 2", "ledger/trace-malformed TRACE b 3",
			"ledger/record-changed policy/a", "ledger/record-missing policy/b",
		}},
		{"two entries exchanged and renumbered", func(h hand) []store.Write {
			a, b := h.get(ledger.KindEntry, second), h.get(ledger.KindEntry, third)
			return []store.Write{
				h.write(a, strings.Replace(string(b.Data), `"entry":3`, `"entry":2`, 1)),
				h.write(b, strings.Replace(string(a.Data), `"entry":2`, `"entry":3`, 1)),
			}
		}, []string{
			"ledger/chain-broken ledger-entry/" + second, "ledger/chain-broken ledger-entry/" + third, "ledger/chain-broken ledger-entry/" + fourth,
			"ledger/note-changed ledger-note/" + second, "ledger/note-changed ledger-note/" + second,
			"ledger/note-changed ledger-note/" + third, "ledger/note-changed ledger-note/" + third,
			"ledger/trace-malformed TRACE a 2", "ledger/trace-malformed TRACE b 3",
			"ledger/trace-missing TRACE a 3", "ledger/trace-missing TRACE b 2",
		}},
		{"an entry added", func(h hand) []store.Write {
			r := h.get(ledger.KindEntry, fourth)
			w := h.write(r, strings.Replace(string(r.Data), `"entry":4`, `"entry":5`, 1))
			w.Op, w.Expect, w.Ref.ID = store.Create, 0, number(5)
			return []store.Write{w}
		}, []string{
			"ledger/chain-broken ledger-entry/" + number(5), "ledger/head-differs ledger-head/head",
			"ledger/note-missing ledger-note/" + number(5), "ledger/trace-missing TRACE c 5",
		}},
		{"an entry that is none", func(h hand) []store.Write {
			return []store.Write{h.edit(ledger.KindEntry, fourth, `{"entry"`, `{"entri"`)}
		}, []string{
			"ledger/entry-malformed ledger-entry/" + fourth, "ledger/head-differs ledger-head/head", "ledger/trace-malformed ledger-note/" + fourth,
			"ledger/trace-malformed TRACE c 4", "ledger/record-unlisted policy/c",
		}},
		{"another name", func(h hand) []store.Write {
			return []store.Write{h.edit(ledger.KindNote, second, "p-cto", "p-ceo")}
		}, []string{"ledger/note-changed ledger-note/" + second}},
		{"another reason", func(h hand) []store.Write {
			return []store.Write{h.edit(ledger.KindNote, second, "correct", "conceal")}
		}, []string{"ledger/note-changed ledger-note/" + second}},
		{"a name removed", func(h hand) []store.Write {
			r := h.get(ledger.KindNote, second)
			var n map[string]any
			if err := json.Unmarshal(r.Data, &n); err != nil {
				h.t.Fatal(err)
			}
			delete(n, "who")
			data, err := json.Marshal(n)
			if err != nil {
				h.t.Fatal(err)
			}
			return []store.Write{h.write(r, string(data))}
		}, []string{"ledger/note-missing ledger-note/" + second}},
		{"a note removed", func(h hand) []store.Write {
			return []store.Write{h.remove(ledger.KindNote, second)}
		}, []string{"ledger/note-missing ledger-note/" + second}},
		{"a note of another entry", func(h hand) []store.Write {
			return []store.Write{h.edit(ledger.KindNote, second, `"entry":2`, `"entry":1`)}
		}, []string{"ledger/trace-malformed ledger-note/" + second, "ledger/note-missing ledger-note/" + second}},
		{"an old trace removed", func(h hand) []store.Write {
			r := h.trace("a", 1)
			return []store.Write{{Op: store.Delete, Ref: r.Ref, Expect: r.Rev}}
		}, []string{"ledger/trace-missing TRACE a 1"}},
		{"an old salt removed", func(h hand) []store.Write {
			r := h.trace("a", 1)
			return []store.Write{h.write(r, `{"entry":1,"ref":"policy/a"}`)}
		}, []string{"ledger/trace-missing TRACE a 1"}},
		{"another salt", func(h hand) []store.Write {
			r := h.trace("a", 2)
			return []store.Write{h.write(r, `{"entry":2,"ref":"policy/a","salt":"00"}`)}
		}, []string{"ledger/record-changed policy/a"}},
		{"a trace of another record", func(h hand) []store.Write {
			r := h.trace("c", 4)
			return []store.Write{h.write(r, `{"entry":4,"ref":"policy/a","salt":"00"}`)}
		}, []string{"ledger/trace-malformed TRACE c 4", "ledger/trace-missing TRACE c 4"}},
		{"a trace that is none", func(h hand) []store.Write {
			return []store.Write{h.write(h.trace("c", 4), `{"entry":4,`)}
		}, []string{"ledger/trace-malformed TRACE c 4", "ledger/trace-missing TRACE c 4"}},
		{"the head removed", func(h hand) []store.Write {
			return []store.Write{h.remove(ledger.KindHead, "head")}
		}, []string{"ledger/head-differs ledger-head/head"}},
		{"the head set back", func(h hand) []store.Write {
			return []store.Write{h.edit(ledger.KindHead, "head", `"entry":4`, `"entry":3`)}
		}, []string{"ledger/head-differs ledger-head/head"}},
		{"a head that is none", func(h hand) []store.Write {
			return []store.Write{h.edit(ledger.KindHead, "head", `{`, `[`)}
		}, []string{"ledger/entry-malformed ledger-head/head"}},
	}
}

func (c tampering) check(t *testing.T, s store.Store) {
	story(t, s)
	h := hand{t, s}
	names := make(map[string]string) // the ids of traces cannot be foreseen
	for r, err := range store.All(t.Context(), s, ledger.KindTrace, 0) {
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range []string{"a", "b", "c"} {
			if strings.Contains(string(r.Data), `"policy/`+id+`"`) {
				prefix, _, _ := strings.Cut(r.Ref.ID, ".")
				names[prefix] = id
			}
		}
	}
	if writes := c.do(h); len(writes) > 0 {
		if _, err := s.Put(context.WithoutCancel(t.Context()), writes...); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, p := range verify(t, s, ledger.Head{}).Problems {
		about := p.Ref.String()
		if prefix, entry, ok := strings.Cut(p.Ref.ID, "."); ok && p.Ref.Kind == ledger.KindTrace {
			about = "TRACE " + names[prefix] + " " + strings.TrimLeft(entry, "0")
		}
		got = append(got, string(p.Code)+" "+about)
		if strings.ContainsAny(p.Sentence(), "{}\n") {
			t.Errorf("the sentence is not whole: %s", p.Sentence())
		}
	}
	// The order of the traces is that of their ids.
	slices.Sort(got)
	want := slices.Sorted(slices.Values(c.want))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// pinned: cutting off the end, or writing everything anew, shows against a head
// that was kept, and without one it cannot.
func pinned(t *testing.T, s store.Store) {
	story(t, s)
	kept := sound(t, s, ledger.Head{})
	if head, err := ledger.Present(t.Context(), s); head != kept || err != nil || kept.Entry != 4 {
		t.Errorf("the head is %v, %v, want %v", head, err, kept)
	}
	h := hand{t, s}
	// Cut off entry 4, with all that belongs to it.
	trace := h.trace("c", 4)
	r := h.get(ledger.KindEntry, number(3))
	cut := []store.Write{
		h.remove(ledger.KindEntry, number(4)), h.remove(ledger.KindNote, number(4)), h.remove("policy", "c"),
		{Op: store.Delete, Ref: trace.Ref, Expect: trace.Rev},
		h.write(h.get(ledger.KindHead, "head"), fmt.Sprintf(`{"entry":3,"digest":%q}`, aims.DigestBytes(r.Data))),
	}
	if _, err := s.Put(t.Context(), cut...); err != nil {
		t.Fatal(err)
	}
	sound(t, s, ledger.Head{}) // nothing shows
	expect(t, verify(t, s, kept), ledger.PinnedMissing)
	// And another entry in its place.
	save(t, s, by(5, "p-cto", "nothing happened"), policy("d", "D"))
	sound(t, s, ledger.Head{})
	expect(t, verify(t, s, kept), ledger.PinnedDiffers)
	earlier := ledger.Head{Entry: 3, Digest: aims.DigestBytes(r.Data)}
	sound(t, s, earlier)
}

func expect(t *testing.T, r ledger.Report, want ...aims.Code) {
	t.Helper()
	var got []aims.Code
	for _, p := range r.Problems {
		got = append(got, p.Code)
	}
	if diff := cmp.Diff(want, got); diff != "" || r.Sound() != (len(want) == 0) {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// erasure: a name, a reason and a salt go, the chain holds, and nothing that
// was erased is in the store any more.
func erasure(t *testing.T, s store.Store) {
	story(t, s)
	kept := sound(t, s, ledger.Head{})
	salt := func(id string, entry int) string {
		var tr struct{ Salt string }
		if err := json.Unmarshal(hand{t, s}.trace(id, entry).Data, &tr); err != nil {
			t.Fatal(err)
		}
		return tr.Salt
	}
	salts := []string{salt("a", 1), salt("c", 4)}
	rev, err := ledger.Erase(
		t.Context(), s, by(5, "p-dpo", "request 17"),
		ledger.Erasure{Entry: 1, Who: true, Contents: []aims.Ref{ref("a")}},
		ledger.Erasure{Entry: 2, Why: true},
		ledger.Erasure{Entry: 4, Contents: []aims.Ref{ref("c")}},
	)
	if err != nil {
		t.Fatal(err)
	}
	r := verify(t, s, kept)
	expect(t, r)
	if diff := cmp.Diff([]aims.Ref{ref("c")}, r.Unverifiable); diff != "" || r.Rev != rev {
		t.Errorf("revision %d, want %d (-want +got)\n%s", r.Rev, rev, diff)
	}
	events, err := ledger.History(t.Context(), s, ref("a"), 0)
	if err != nil || len(events) != 2 || events[0].Who != "" || events[0].Why != "begin" || events[1].Who != "p-cto" || events[1].Why != "" {
		t.Errorf("%v, %v", events, err)
	}
	for _, kind := range []aims.Kind{ledger.KindNote, ledger.KindTrace} {
		for r, err := range store.All(t.Context(), s, kind, 0) {
			if err != nil {
				t.Fatal(err)
			}
			for _, gone := range append(salts, "correct") {
				if strings.Contains(string(r.Data), gone) {
					t.Errorf("%s still holds %s", r.Ref, gone)
				}
			}
		}
	}
	// Saved again, the record is verifiable again.
	save(t, s, by(6, "p-lead", "again"), touch(t, s, "c", "C2"))
	if r := verify(t, s, kept); !r.Sound() || len(r.Unverifiable) > 0 {
		t.Errorf("%v", r)
	}
	// What is not there cannot be erased, and all of that is told.
	_, err = ledger.Erase(
		t.Context(), s, by(7, "p-dpo", "request 18"),
		ledger.Erasure{Entry: 1, Who: true, Contents: []aims.Ref{ref("a"), ref("b"), ref("c"), ref("b")}},
		ledger.Erasure{Entry: 2, Why: true},
		ledger.Erasure{Entry: 3},
		ledger.Erasure{Entry: 3, Who: true},
		ledger.Erasure{Entry: 9, Who: true},
		ledger.Erasure{Entry: -1, Who: true},
	)
	var got []string
	for _, p := range aims.Problems(err) {
		got = append(got, p.Path+" "+string(p.Code))
	}
	want := []string{
		"/what/0/who ledger/nothing-to-erase", "/what/0/contents/0 ledger/nothing-to-erase", "/what/0/contents/2 ledger/not-in-entry",
		"/what/0/contents/3 ledger/nothing-to-erase", "/what/1/why ledger/nothing-to-erase", "/what/2/entry ledger/nothing-to-erase",
		"/what/3/entry aims/twice", "/what/4/entry ledger/no-such-entry", "/what/5/entry ledger/no-such-entry",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
	if head := sound(t, s, kept); head.Entry != 6 {
		t.Errorf("what was refused made entry %d", head.Entry)
	}
}
