package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/google/go-cmp/cmp"
)

// refusals has one case per code; each yields exactly its problem.
var refusals = []struct {
	name string
	err  error
	want string // pointer and code
	text string
}{
	{
		"negative revision", store.CheckGet(ref("policy", "p"), -4), "/at store/rev-negative",
		"-4 is no revision; use one that the store returned, or 0",
	},
	{
		"no limit", store.CheckList("policy", "", 0, 0), "/limit store/limit-range",
		"a page of 0 records cannot be had; ask for 1 to 10000",
	},
	{
		"too many writes", store.CheckPut(make([]store.Write, store.MaxWrites+1)), " store/too-many-writes",
		"10001 writes are more than the 10000 that a store does at once; split them",
	},
	{
		"a record twice",
		store.CheckPut([]store.Write{write(store.Create, ref("policy", "p"), 0, "x"), write(store.Update, ref("policy", "p"), 3, "x")}),
		"/1/ref store/ref-again", "policy/p is written by /0 already; write every record once",
	},
	{
		"creation with revision", write(store.Create, ref("policy", "p"), 3, "x").Validate(), "/expect store/expect-unwanted",
		"a record that is to be created is not there yet; leave the revision 3 out, or update the record",
	},
	{
		"update without revision", write(store.Update, ref("policy", "p"), 0, "x").Validate(), "/expect store/expect-missing",
		"say at which revision the record was read that is to be changed",
	},
	{
		"no schema", store.Write{Op: store.Create, Ref: ref("policy", "p"), Data: []byte("x")}.Validate(), "/schema store/schema-range",
		"0 is no version of a record's form; use 1 to 1000000",
	},
	{
		"too large", write(store.Create, ref("policy", "p"), 0, strings.Repeat("x", store.MaxData+1)).Validate(), "/data store/data-too-large",
		"16777217 bytes are more than the 16777216 that a record may have; keep large files elsewhere and refer to them",
	},
	{
		"deletion with data", write(store.Delete, ref("policy", "p"), 1, "x").Validate(), " store/content-unwanted",
		"a write of this kind carries no schema and no data; leave them out",
	},
	{
		"another record's content", decode(1, `{"id":"q","title":"T"}`), "/id store/ref-differs",
		"the content is that of policy/q; a record is stored under its own kind and id",
	},
	{
		"failed upgrade", upgrade(), " store/upgrade-failed",
		"a record of schema 1 cannot be brought to schema 2: no owner",
	},
	// Those of package aims.
	{"no operation", store.Write{Ref: ref("policy", "p")}.Validate(), "/op aims/missing", ""},
	{"unknown operation", store.Write{Op: 9, Ref: ref("policy", "p")}.Validate(), "/op aims/word-unknown", ""},
	{"no data", write(store.Update, ref("policy", "p"), 1, "").Validate(), "/data aims/missing", ""},
	{"malformed reference", store.CheckGet(ref("policy", "p q"), 0), "/ref aims/ref-malformed", ""},
	{"malformed kind", store.CheckList("a b", "", 1, 0), "/kind aims/id-malformed", ""},
	{"malformed id to begin after", store.CheckList("k", "a b", 1, 0), "/after aims/id-malformed", ""},
}

func ref(kind aims.Kind, id string) aims.Ref { return aims.Ref{Kind: kind, ID: id} }

func decode(schema int, data string) error {
	var policies store.Table[aims.Policy]
	_, err := policies.Decode(store.Record{Ref: ref("policy", "p"), Rev: 1, Schema: schema, Data: []byte(data)})
	return err
}

func upgrade() error {
	policies := store.Table[aims.Policy]{Upgrades: []store.Upgrade{func([]byte) ([]byte, error) { return nil, errors.New("no owner") }}}
	_, err := policies.Decode(store.Record{Ref: ref("policy", "p"), Rev: 1, Schema: 1, Data: []byte("{}")})
	return err
}

func TestRefusals(t *testing.T) {
	seen := make(map[aims.Code]bool)
	for _, c := range refusals {
		problems := aims.Problems(c.err)
		if len(problems) != 1 {
			t.Errorf("%s: %v, want one problem", c.name, c.err)
			continue
		}
		p := problems[0]
		seen[p.Code] = true
		if got := p.Path + " " + string(p.Code); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		if c.text != "" && p.Sentence() != c.text {
			t.Errorf("%s: %s", c.name, p.Sentence())
		}
	}
	for _, code := range slices.Sorted(maps.Keys(store.Sentences())) {
		if !seen[code] {
			t.Errorf("no case yields %s", code)
		}
	}
}

// TestCheckPutReportsEverything: all problems of all writes, in their order.
func TestCheckPutReportsEverything(t *testing.T) {
	var got []string
	for _, p := range aims.Problems(store.CheckPut([]store.Write{
		{},
		{Op: store.Update, Ref: ref("k", "a"), Expect: -1, Schema: store.MaxSchema + 1},
		{Op: store.Assert, Ref: ref("k", "a"), Schema: 1},
		{},
	})) {
		got = append(got, p.Path+" "+string(p.Code))
	}
	want := []string{
		"/0/op aims/missing", "/0/ref aims/missing",
		"/1/expect store/rev-negative", "/1/schema store/schema-range", "/1/data aims/missing",
		"/2 store/content-unwanted", "/2/ref store/ref-again",
		"/3/op aims/missing", "/3/ref aims/missing",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if err := store.CheckPut([]store.Write{{Op: store.Create, Ref: ref("k", "a"), Schema: store.MaxSchema, Data: bytes.Repeat([]byte("x"), store.MaxData)}}); err != nil {
		t.Errorf("at the bounds: %v", err)
	}
}

func TestConflictError(t *testing.T) {
	err := error(&store.ConflictError{Refs: []aims.Ref{ref("policy", "p"), ref("risk", "r")}})
	want := "store: conflict: not as expected: policy/p, risk/r; read again and repeat"
	if err.Error() != want || !errors.Is(err, store.ErrConflict) {
		t.Errorf("got %v", err)
	}
	if got := fmt.Sprint(store.Op(0), store.Assert, store.Op(9)); got != " assert store.Op(9)" {
		t.Errorf("operations print as %q", got)
	}
}
