package ledger_test

import (
	"encoding/json"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/audit/ledger"
)

// FuzzVerify: whatever stands in one record of a ledger instead of what was
// written, it is noticed, against a head that was kept.
func FuzzVerify(f *testing.F) {
	f.Add(0, []byte(`{"entry":1}`))
	f.Add(1, []byte(`{"entry":1,"who":{"salt":"","text":""}}`))
	f.Add(2, []byte(`{"entry":1,"ref":"policy/a"}`))
	f.Add(3, []byte(`{"entry":2,"digest":""}`))
	f.Add(4, []byte(`{"id":"a","title":"T","version":"2"}`))
	kinds := []aims.Kind{ledger.KindEntry, ledger.KindNote, ledger.KindTrace, ledger.KindHead, aims.KindPolicy}
	f.Fuzz(func(t *testing.T, which int, data []byte) {
		if len(data) == 0 {
			return
		}
		m := new(store.Memory)
		save(t, m, "begin", create("a"))
		save(t, m, "go on", create("b"))
		kept, err := ledger.Present(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		page, err := m.List(t.Context(), kinds[uint(which)%uint(len(kinds))], "", 1, 0)
		if err != nil || len(page) != 1 {
			t.Fatal(page, err)
		}
		w := store.Write{Op: store.Update, Ref: page[0].Ref, Expect: page[0].Rev, Schema: 1, Data: data}
		if _, err := m.Put(t.Context(), w); err != nil {
			t.Fatal(err)
		}
		report, err := ledger.Verify(t.Context(), m, kept)
		if err != nil {
			t.Fatal(err)
		}
		same := string(data) == string(page[0].Data)
		was, _ := aims.DigestOf(json.RawMessage(page[0].Data))
		is, _ := aims.DigestOf(json.RawMessage(data))
		if same && !report.Sound() || is != was && report.Sound() { // between these, only white space differs
			t.Fatalf("%s holds %q instead of %q: %v", w.Ref, data, page[0].Data, report.Problems)
		}
	})
}
