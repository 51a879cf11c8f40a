package storetest

import (
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

func putCases() []Case {
	return []Case{
		{Name: "create-once", Rule: "A record that is there cannot be created.", run: func(t *trial) {
			rev := t.put(create(apple, "red"))
			t.conflict([]aims.Ref{apple}, create(apple, "green"))
			t.shows(record(apple, rev, "red"), 0)
		}},
		{Name: "lost-update", Rule: "An update based on an older revision of the record is a conflict.", run: func(t *trial) {
			first := t.put(create(apple, "red"))
			second := t.put(update(apple, first, "green"))
			t.conflict([]aims.Ref{apple}, update(apple, first, "brown"))
			t.conflict([]aims.Ref{apple}, remove(apple, first))
			t.conflict([]aims.Ref{apple}, update(apple, second+1, "brown"))
			t.shows(record(apple, second, "green"), 0)
		}},
		{Name: "own-revision", Rule: "A record keeps its revision while others change, and an update expects that one.", run: func(t *trial) {
			first := t.put(create(apple, "red"))
			second := t.put(create(pear, "green"))
			t.shows(record(apple, first, "red"), 0)
			t.conflict([]aims.Ref{apple}, update(apple, second, "brown"))
			t.put(update(apple, first, "brown"))
		}},
		{Name: "absent", Rule: "What is not there can be neither updated nor deleted.", run: func(t *trial) {
			rev := t.put(create(pear, "green"))
			t.conflict([]aims.Ref{apple}, update(apple, rev, "red"))
			t.conflict([]aims.Ref{apple}, remove(apple, rev))
			t.absent(apple, 0)
			gone := t.put(remove(pear, rev))
			t.conflict([]aims.Ref{pear}, update(pear, rev, "red"))
			t.conflict([]aims.Ref{pear}, update(pear, gone, "red"))
			t.conflict([]aims.Ref{pear}, remove(pear, gone))
			t.absent(pear, 0)
		}},
		{Name: "created-again", Rule: "The revision of a deleted record never matches the record that is created in its place.", run: func(t *trial) {
			first := t.put(create(apple, "red"))
			deleted := t.put(remove(apple, first))
			again := t.put(create(apple, "red"))
			t.want(first < deleted && deleted < again, "revisions %d, %d, %d are not rising", first, deleted, again)
			t.conflict([]aims.Ref{apple}, update(apple, first, "green"))
			t.conflict([]aims.Ref{apple}, remove(apple, first))
			t.conflict([]aims.Ref{apple}, assert(apple, first))
			t.shows(record(apple, again, "red"), 0)
		}},
		{Name: "all-or-none", Rule: "If one write of a Put conflicts, none is done.", run: func(t *trial) {
			rev := t.put(create(apple, "red"), create(quail, "brown"))
			t.conflict([]aims.Ref{quail}, update(apple, rev, "green"), create(pear, "green"), create(quail, "grey"))
			t.conflict([]aims.Ref{quail}, create(quail, "grey"), remove(apple, rev))
			t.shows(record(apple, rev, "red"), 0)
			t.shows(record(quail, rev, "brown"), 0)
			t.absent(pear, 0)
		}},
		{Name: "one-revision", Rule: "All records of one Put get its revision.", run: func(t *trial) {
			first := t.put(create(apple, "red"))
			second := t.put(update(apple, first, "green"), create(pear, "green"), create(quail, "brown"))
			for _, ref := range []aims.Ref{apple, pear, quail} {
				got := t.get(ref, 0).Rev
				t.want(got == second, "%s has revision %d, want %d", ref, got, second)
			}
		}},
		{Name: "every-conflict", Rule: "A conflict names every record that is not as expected, in the order of the writes.", run: func(t *trial) {
			rev := t.put(create(apple, "red"), create(pear, "green"))
			t.conflict(
				[]aims.Ref{apple, quail, pear},
				create(apple, "red"), update(quail, rev, "brown"),
				create(aims.Ref{Kind: "bird", ID: "owl"}, "white"), assert(pear, 0),
			)
		}},
		{Name: "assert", Rule: "An assertion holds while the record has that revision, or is absent if that is expected, and changes nothing.", run: func(t *trial) {
			first := t.put(create(apple, "red"))
			second := t.put(create(pear, "green"), assert(apple, first), assert(quail, 0))
			t.shows(record(apple, first, "red"), 0)
			third := t.put(update(apple, first, "green"))
			t.conflict([]aims.Ref{apple}, assert(apple, first), update(pear, second, "brown"))
			t.conflict([]aims.Ref{apple}, assert(apple, 0), update(pear, second, "brown"))
			t.conflict([]aims.Ref{quail}, update(pear, second, "brown"), assert(quail, third))
			t.shows(record(pear, second, "green"), 0)
		}},
		{Name: "assert-alone", Rule: "Assertions alone make no revision: Put returns the present one.", run: func(t *trial) {
			first := t.put(create(apple, "red"))
			second := t.put(create(pear, "green"))
			rev := t.put(assert(apple, first), assert(quail, 0))
			t.want(rev == second && t.now() == second, "assertions alone returned %d, now %d, want %d", rev, t.now(), second)
			t.conflict([]aims.Ref{apple}, assert(apple, second))
		}},
		{Name: "write-skew", Rule: "Of two editors who each change one record because of the other's, only the first succeeds.", run: func(t *trial) {
			rev := t.put(create(apple, "on duty"), create(pear, "on duty"))
			t.put(update(apple, rev, "off duty"), assert(pear, rev))
			t.conflict([]aims.Ref{apple}, update(pear, rev, "off duty"), assert(apple, rev))
			t.shows(record(pear, rev, "on duty"), 0)
		}},
		{Name: "written-twice", Rule: "Two writes of one record in one Put are refused, whatever they are.", run: func(t *trial) {
			rev := t.put(create(apple, "red"))
			for _, writes := range [][]store.Write{
				{create(pear, "green"), create(pear, "green")},
				{remove(apple, rev), create(apple, "green")},
				{assert(apple, rev), update(apple, rev, "green")},
			} {
				_, err := t.store.Put(t.ctx, writes...)
				t.refused(brief(writes), err)
			}
			t.shows(record(apple, rev, "red"), 0)
			t.absent(pear, 0)
		}},
		{Name: "malformed", Rule: "Arguments that no store takes are refused as an aims.InvalidError, and nothing is done.", run: malformed},
	}
}

func malformed(t *trial) {
	rev := t.put(create(apple, "red"))
	id65 := aims.Ref{Kind: "fruit", ID: strings.Repeat("a", aims.MaxID+1)}
	bad := []store.Write{
		{},
		{Op: 9, Ref: pear, Schema: 1, Data: []byte("x")},
		{Op: store.Create, Schema: 1, Data: []byte("x")},
		create(aims.Ref{Kind: "fruit", ID: "a b"}, "x"),
		create(aims.Ref{Kind: "fruit'--", ID: "a"}, "x"),
		create(aims.Ref{Kind: "fruit", ID: "a\x00"}, "x"),
		create(id65, "x"),
		create(pear, ""),
		{Op: store.Create, Ref: pear, Expect: rev, Schema: 1, Data: []byte("x")},
		{Op: store.Create, Ref: pear, Data: []byte("x")},
		{Op: store.Create, Ref: pear, Schema: -1, Data: []byte("x")},
		update(apple, 0, "x"),
		update(apple, -1, "x"),
		remove(apple, 0),
		assert(apple, -1),
		{Op: store.Delete, Ref: apple, Expect: rev, Data: []byte("x")},
		{Op: store.Assert, Ref: apple, Expect: rev, Schema: 1},
	}
	for _, w := range bad {
		_, err := t.store.Put(t.ctx, create(quail, "brown"), w)
		t.refused("Put "+brief([]store.Write{w}), err)
	}
	for _, ref := range []aims.Ref{{}, {Kind: "fruit"}, {Kind: "fruit", ID: "a/b"}, {Kind: "fruit", ID: "a\x00"}, id65} {
		_, err := t.store.Get(t.ctx, ref, 0)
		t.refused("Get "+ref.String(), err)
	}
	_, err := t.store.Get(t.ctx, apple, -1)
	t.refused("Get at -1", err)
	for _, list := range []struct {
		kind  aims.Kind
		after string
		limit int
		at    store.Rev
	}{
		{"", "", 1, 0},
		{"fruit' or 1=1--", "", 1, 0},
		{"fruit", "\x00", 1, 0},
		{"fruit", "", 0, 0},
		{"fruit", "", -1, 0},
		{"fruit", "", store.MaxLimit + 1, 0},
		{"fruit", "", 1, -1},
	} {
		_, err := t.store.List(t.ctx, list.kind, list.after, list.limit, list.at)
		t.want(err != nil, "List %q after %q, limit %d, at %d was done", list.kind, list.after, list.limit, list.at)
		t.refused("List", err)
	}
	t.want(t.now() == rev, "what was refused made revision %d", t.now())
	t.absent(quail, 0)
	t.shows(record(apple, rev, "red"), 0)
}
