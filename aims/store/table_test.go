package store_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/google/go-cmp/cmp"
)

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestTable(t *testing.T) {
	m := new(store.Memory)
	policies := store.Table[aims.Policy]{Store: m}
	write, item := must[store.Write](t), must[store.Item[aims.Policy]](t)

	p := aims.Policy{ID: "p", Title: "AI policy", Version: "1"}
	created := put(t, m, write(policies.Create(p)))
	got := item(policies.Get(t.Context(), "p", 0))
	if diff := cmp.Diff(store.Item[aims.Policy]{Record: p, Rev: created, Schema: 1}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	got.Record.Title = "Policy on AI"
	updated := put(t, m, write(policies.Update(got)), write(policies.Create(aims.Policy{ID: "q", Title: "Other", Version: "1"})))
	if _, err := m.Put(t.Context(), write(policies.Update(got))); !errors.Is(err, store.ErrConflict) {
		t.Errorf("the same update again: %v", err)
	}
	if old := item(policies.Get(t.Context(), "p", created)); old.Record.Title != "AI policy" {
		t.Errorf("the past is %v", old)
	}
	var titles []string
	for i, err := range policies.All(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		titles = append(titles, i.Record.Title)
	}
	if diff := cmp.Diff([]string{"Policy on AI", "Other"}, titles); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for range policies.All(t.Context(), 0) {
		break
	}
	now := item(policies.Get(t.Context(), "p", 0))
	if rev := put(t, m, policies.Assert(now), policies.Assert(store.Item[aims.Policy]{Record: aims.Policy{ID: "none"}})); rev != updated {
		t.Errorf("assertions alone made revision %d", rev)
	}
	put(t, m, write(policies.Delete(now)))
	if _, err := policies.Get(t.Context(), "p", 0); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("deleted: %v", err)
	}
}

// TestTableValidates: no malformed record goes in, and the error names it.
func TestTableValidates(t *testing.T) {
	var policies store.Table[aims.Policy]
	bad := aims.Policy{ID: "p", Approvals: []aims.Approval{{}}}
	_, created := policies.Create(bad)
	_, updated := policies.Update(store.Item[aims.Policy]{Record: bad, Rev: 1, Schema: 1})
	for _, err := range []error{created, updated} {
		problems := aims.Problems(err)
		if len(problems) < 2 || problems[0].Ref != bad.Ref() || !strings.Contains(err.Error(), "store: policy/p: ") {
			t.Errorf("got %v", err)
		}
	}
	_, err := policies.Create(aims.Policy{})
	if problems := aims.Problems(err); len(problems) == 0 || !problems[0].Ref.IsZero() {
		t.Errorf("a record without id: %v", err)
	}
	// Who updates what was never read would overwrite blindly.
	for _, item := range []store.Item[aims.Policy]{{Rev: 1}, {Schema: 1}} {
		item.Record = aims.Policy{ID: "p", Title: "T", Version: "1"}
		_, updated := policies.Update(item)
		_, deleted := policies.Delete(item)
		for _, err := range []error{updated, deleted} {
			if p := aims.Problems(err); len(p) != 1 || p[0].Code != store.ExpectMissing {
				t.Errorf("rev %d, schema %d: %v", item.Rev, item.Schema, err)
			}
		}
	}
}

// renamed is a table of a later version, in which the title had another name
// in schema 1, and another text in schema 2.
func renamed(s store.Store) store.Table[aims.Policy] {
	replace := func(old, new string) store.Upgrade {
		return func(data []byte) ([]byte, error) { return bytes.ReplaceAll(data, []byte(old), []byte(new)), nil }
	}
	return store.Table[aims.Policy]{Store: s, Upgrades: []store.Upgrade{replace(`"name"`, `"title"`), replace("AI policy", "Policy on AI")}}
}

// TestTableUpgrades: what is old is upgraded step by step as it is read, and
// written in the present schema.
func TestTableUpgrades(t *testing.T) {
	m := new(store.Memory)
	policies := renamed(m)
	for schema, data := range map[int]string{1: `{"id":"p","name":"AI policy","version":"1"}`, 2: `{"id":"p","title":"AI policy","version":"1"}`, 3: `{"id":"p","title":"Policy on AI","version":"1"}`} {
		item, err := policies.Decode(store.Record{Ref: ref("policy", "p"), Rev: 1, Schema: schema, Data: []byte(data)})
		if err != nil || item.Record.Title != "Policy on AI" || item.Schema != schema {
			t.Errorf("schema %d: %v, %v", schema, item, err)
		}
		w, err := policies.Update(item)
		if err != nil || w.Schema != 3 {
			t.Errorf("schema %d is written back as %v, %v", schema, w, err)
		}
	}
	if err := decode(0, `{"id":"p","title":"T","version":"1"}`); len(aims.Problems(err)) != 1 {
		t.Errorf("schema 0: %v", err)
	}
}

// TestTableReadsNewer: a record of a later version is read as far as it is
// known, and is safe from this version.
func TestTableReadsNewer(t *testing.T) {
	m := new(store.Memory)
	put(t, m, store.Write{Op: store.Create, Ref: ref("policy", "p"), Schema: 2, Data: []byte(`{"id":"p","title":"T","version":"1","later":{"x":1}}`)})
	policies := store.Table[aims.Policy]{Store: m}
	item, err := policies.Get(t.Context(), "p", 0)
	if err != nil || item.Record.Title != "T" {
		t.Fatal(item, err)
	}
	if diff := cmp.Diff([]string{"/later"}, item.Unknown); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	_, updated := policies.Update(item)
	_, deleted := policies.Delete(item)
	for _, err := range []error{updated, deleted} {
		if !errors.Is(err, store.ErrNewerSchema) || !strings.Contains(err.Error(), "policy/p") {
			t.Errorf("got %v", err)
		}
	}
	if err := decode(1, `{"id":"p","title":"T","later":1}`); len(aims.Problems(err)) != 1 {
		t.Errorf("the same in the present schema: %v", err)
	}
}

// TestTableGoesOn: one record that cannot be read does not hide the others.
func TestTableGoesOn(t *testing.T) {
	m := new(store.Memory)
	put(t, m, write(store.Create, ref("policy", "a"), 0, `{"id":"a"`), write(store.Create, ref("policy", "b"), 0, `{"id":"b","title":"B","version":"1"}`))
	var got []string
	for item, err := range (store.Table[aims.Policy]{Store: m}).All(t.Context(), 0) {
		if err != nil {
			got = append(got, "error on "+aims.Problems(err)[0].Ref.String())
			continue
		}
		got = append(got, item.Record.Title)
	}
	if diff := cmp.Diff([]string{"error on policy/a", "B"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
