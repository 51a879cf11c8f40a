package store_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

// FuzzWords: a refusal names the vocabulary and leaves the value alone; what
// is accepted prints as it was read and comes back through JSON.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "create", "assert", "Create", "\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var op store.Op
		if err := op.UnmarshalText([]byte(text)); err != nil {
			if op != 0 || !strings.HasPrefix(err.Error(), "store.Op: ") {
				t.Fatalf("%q: %v, %v", text, op, err)
			}
			return
		}
		if !op.Known() || op.String() != text {
			t.Fatalf("%q was read as %v", text, op)
		}
		data, err := json.Marshal(op)
		if err != nil {
			t.Fatal(err)
		}
		var back store.Op
		if err := json.Unmarshal(data, &back); err != nil || back != op {
			t.Fatalf("%q came back from %s as %v, %v", text, data, back, err)
		}
	})
}

// FuzzDecode: whatever bytes a database returns, a table reads the record that
// was asked for or names it in the error; what it reads can be written back.
func FuzzDecode(f *testing.F) {
	f.Add(1, []byte(`{"id":"p","title":"AI policy","version":"1"}`))
	f.Add(2, []byte(`{"id":"p","title":"AI policy","later":[1]}`))
	f.Add(0, []byte(`{"id":"q"}`))
	f.Fuzz(func(t *testing.T, schema int, data []byte) {
		ref := aims.Ref{Kind: aims.KindPolicy, ID: "p"}
		var policies store.Table[aims.Policy]
		item, err := policies.Decode(store.Record{Ref: ref, Rev: 1, Schema: schema, Data: data})
		if err != nil {
			if len(aims.Problems(err)) == 0 || !strings.Contains(err.Error(), ref.String()) {
				t.Fatalf("the error does not say what is wrong with which record: %v", err)
			}
			return
		}
		if item.Record.Ref() != ref {
			t.Fatalf("asked for %s, got %s", ref, item.Record.Ref())
		}
		if schema > 1 || item.Record.Validate() != nil {
			return
		}
		w, err := policies.Update(item)
		if err != nil {
			t.Fatal(err)
		}
		again, err := policies.Decode(store.Record{Ref: w.Ref, Rev: 2, Schema: w.Schema, Data: w.Data})
		if err != nil || fmt.Sprint(again.Record) != fmt.Sprint(item.Record) {
			t.Fatalf("written back as %s, %v", w.Data, err)
		}
	})
}
