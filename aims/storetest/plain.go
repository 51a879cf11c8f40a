package storetest

import (
	"context"
	"errors"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

func plainCases() []Case {
	return []Case{
		{Name: "empty", Rule: "A new store has no records, is at revision 0, and cannot be read at any other.", run: func(t *trial) {
			t.want(t.now() == 0, "a new store is at revision %d, want 0", t.now())
			t.absent(apple, 0)
			t.lists(nil, "fruit", "", 10, 0)
			t.gone("fruit", 1)
		}},
		{Name: "read-what-was-written", Rule: "A record is read as it was written, with the revision that Put returned.", run: func(t *trial) {
			rev := t.put(store.Write{Op: store.Create, Ref: apple, Schema: 7, Data: []byte("red")})
			t.want(rev > 0, "the first Put returned revision %d, want more than 0", rev)
			want := store.Record{Ref: apple, Rev: rev, Schema: 7, Data: []byte("red")}
			t.shows(want, 0)
			t.shows(want, rev)
			t.lists([]store.Record{want}, "fruit", "", 10, 0)
			t.absent(pear, 0)
		}},
		{Name: "update", Rule: "An update replaces data and schema, and gives the record the new revision.", run: func(t *trial) {
			first := t.put(create(apple, "red"))
			second := t.put(store.Write{Op: store.Update, Ref: apple, Expect: first, Schema: 2, Data: []byte("green")})
			t.want(second > first, "revision %d came after %d", second, first)
			t.shows(store.Record{Ref: apple, Rev: second, Schema: 2, Data: []byte("green")}, 0)
		}},
		{Name: "delete", Rule: "A deleted record is not there any more, neither for Get nor for List.", run: func(t *trial) {
			first := t.put(create(apple, "red"), create(pear, "green"))
			t.put(remove(apple, first))
			t.absent(apple, 0)
			t.lists([]store.Record{record(pear, first, "green")}, "fruit", "", 10, 0)
		}},
		{Name: "no-write", Rule: "A Put without writes returns the present revision and makes none.", run: func(t *trial) {
			rev := t.put(create(apple, "red"))
			for range 2 {
				t.want(t.now() == rev, "without writes Put returned %d, want %d", t.now(), rev)
			}
			t.want(t.put(update(apple, rev, "green")) > rev, "the next revision is not greater")
		}},
		{Name: "own-bytes", Rule: "Bytes are neither kept from the caller nor shared with it.", run: func(t *trial) {
			data := []byte("red")
			rev := t.put(store.Write{Op: store.Create, Ref: apple, Schema: 1, Data: data})
			data[0] = 'X'
			t.shows(record(apple, rev, "red"), 0)
			if got := t.get(apple, 0); len(got.Data) > 0 {
				got.Data[0] = 'Y'
			}
			if page := t.list("fruit", "", 1, 0); len(page) > 0 && len(page[0].Data) > 0 {
				page[0].Data[0] = 'Z'
			}
			t.shows(record(apple, rev, "red"), 0)
		}},
		{Name: "kinds-apart", Rule: "Records of two kinds have nothing to do with each other, whatever their ids.", run: func(t *trial) {
			refs := []aims.Ref{{Kind: "a", ID: "bc"}, {Kind: "ab", ID: "c"}, {Kind: "a-b", ID: "c"}, {Kind: "A", ID: "bc"}}
			for _, ref := range refs {
				t.put(create(ref, ref.String()))
			}
			for _, ref := range refs {
				got := t.list(ref.Kind, "", 10, 0)
				t.want(len(got) == 1 && got[0].Ref == ref && string(got[0].Data) == ref.String(), "List %s: got %s, want %s alone", ref.Kind, showAll(got), ref)
				t.want(string(t.get(ref, 0).Data) == ref.String(), "%s holds %s", ref, show(t.get(ref, 0)))
			}
		}},
		{Name: "stores-apart", Rule: "Two stores have nothing to do with each other: a tenant is one store.", run: func(t *trial) {
			other, err := t.subject.Open()
			if err != nil {
				t.fail("open a second store: %w", err)
				return
			}
			defer t.close(other)
			second := &trial{ctx: t.ctx, store: other, subject: t.subject, failure: t.failure}
			rev := t.put(create(apple, "red"))
			second.absent(apple, 0)
			second.lists(nil, "fruit", "", 10, 0)
			mine := second.put(create(apple, "green"))
			second.put(remove(apple, mine))
			t.shows(record(apple, rev, "red"), 0)
		}},
		{Name: "cancelled", Rule: "With a cancelled context nothing is read or written, and the error is that of the context.", run: func(t *trial) {
			rev := t.put(create(apple, "red"))
			ctx, cancel := context.WithCancel(t.ctx)
			cancel()
			_, err := t.store.Get(ctx, apple, 0)
			t.want(errors.Is(err, context.Canceled), "Get: got %v, want context.Canceled", err)
			_, err = t.store.List(ctx, "fruit", "", 10, 0)
			t.want(errors.Is(err, context.Canceled), "List: got %v, want context.Canceled", err)
			_, err = t.store.Put(ctx, update(apple, rev, "green"))
			t.want(errors.Is(err, context.Canceled), "Put: got %v, want context.Canceled", err)
			t.shows(record(apple, rev, "red"), 0)
		}},
		{Name: "durable", reopens: true, Rule: "What was acknowledged is there after the store is closed and opened again, and its revisions go on.", run: func(t *trial) {
			first := t.put(create(apple, "red"), create(pear, "green"))
			second := t.put(remove(pear, first))
			s, err := t.subject.Reopen(t.store)
			if err != nil {
				t.fail("reopen: %w", err)
				return
			}
			t.store = s
			t.want(t.now() == second, "opened again at revision %d, want %d", t.now(), second)
			t.shows(record(apple, first, "red"), 0)
			t.absent(pear, 0)
			t.shows(record(pear, first, "green"), first)
			third := t.put(create(pear, "yellow"))
			t.want(third > second, "revision %d came after %d", third, second)
		}},
	}
}
