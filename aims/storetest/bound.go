package storetest

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

func boundCases() []Case {
	return []Case{
		{Name: "any-bytes", Rule: "Data comes back byte for byte, whatever it is.", run: func(t *trial) {
			every := make([]byte, 256)
			for i := range every {
				every[i] = byte(i)
			}
			for i, data := range []string{
				string(every), "\x00", " ", "\n", "\xff\xfe", "'; DROP TABLE records; --", `\x41`, "$1", "null", "€ 🍐 e\u0301",
				`{"b": 1.0,  "a": 1e2, "a": "\u0041", "n": 9007199254740993}`,
			} {
				ref := aims.Ref{Kind: "bytes", ID: fmt.Sprint(i)}
				t.shows(record(ref, t.put(create(ref, data)), data), 0)
			}
		}},
		{Name: "longest-names", Rule: fmt.Sprintf("Kinds and ids may have %d bytes, and are told apart by the last of them.", aims.MaxID), run: func(t *trial) {
			long := func(last string) string { return strings.Repeat("x", aims.MaxID-1) + last }
			refs := []aims.Ref{
				{Kind: aims.Kind(long("a")), ID: long("a")},
				{Kind: aims.Kind(long("a")), ID: long("b")},
				{Kind: aims.Kind(long("b")), ID: long("a")},
			}
			for _, ref := range refs {
				t.put(create(ref, ref.String()))
			}
			for _, ref := range refs {
				t.want(string(t.get(ref, 0).Data) == ref.String(), "%s holds %s", ref, show(t.get(ref, 0)))
			}
			t.want(len(t.list(refs[0].Kind, "", 10, 0)) == 2, "the kind of two records has %s", showAll(t.list(refs[0].Kind, "", 10, 0)))
		}},
		{Name: "largest-record", Rule: fmt.Sprintf("A record may have %d bytes; one more is refused.", store.MaxData), run: func(t *trial) {
			data := bytes.Repeat([]byte("0123456789abcde\x00"), store.MaxData/16)
			rev := t.put(store.Write{Op: store.Create, Ref: apple, Schema: store.MaxSchema, Data: data})
			t.shows(store.Record{Ref: apple, Rev: rev, Schema: store.MaxSchema, Data: data}, 0)
			_, err := t.store.Put(t.ctx, store.Write{Op: store.Create, Ref: pear, Schema: 1, Data: append(data, 'x')})
			t.refused("one byte more", err)
			_, err = t.store.Put(t.ctx, store.Write{Op: store.Create, Ref: pear, Schema: 1 + store.MaxSchema, Data: []byte("x")})
			t.refused("a schema beyond the last", err)
			t.absent(pear, 0)
		}},
		{Name: "most-writes", Rule: fmt.Sprintf("One Put does %d writes, one List returns %d records; one write more is refused.", store.MaxWrites, store.MaxLimit), run: func(t *trial) {
			writes := make([]store.Write, store.MaxWrites)
			for i := range writes {
				writes[i] = create(aims.Ref{Kind: "thing", ID: fmt.Sprintf("n%05d", i)}, fmt.Sprint(i))
			}
			_, err := t.store.Put(t.ctx, append(slices.Clone(writes), create(apple, "red"))...)
			t.refused("one write more", err)
			t.want(t.now() == 0, "what was refused made revision %d", t.now())
			rev := t.put(writes...)
			got := t.list("thing", "", store.MaxLimit, 0)
			t.want(len(got) == len(writes), "List returned %d of %d records", len(got), len(writes))
			for i, r := range got {
				t.want(equal(r, record(writes[i].Ref, rev, fmt.Sprint(i))), "record %d is %s", i, show(r))
			}
		}},
	}
}
