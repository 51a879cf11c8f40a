package readiness_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/aimskit/aimskit/risk"
	"github.com/aimskit/aimskit/risk/montecarlo"
	"github.com/google/go-cmp/cmp"
)

func set(path, value string) aims.Change {
	return aims.Change{Path: path, Value: json.RawMessage(value)}
}

func basisFrom(t interface{ Fatal(...any) }, s audit.Snapshot, o audit.Options) readiness.Basis {
	v, err := audit.Open(s, o)
	if err != nil {
		t.Fatal(err)
	}
	return readiness.Basis{View: v, At: at, Rules: rules.Default(), Model: readiness.Default()}
}

func assessedFrom(t interface{ Fatal(...any) }, b readiness.Basis) readiness.Report {
	r, err := b.Assess()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestWhatIf_written holds what-ifs against snapshots into which the change
// was written.
func TestWhatIf_written(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		path, value string
		write       func(*audit.Snapshot)
	}{
		{"/evidence/e-run/expires", `"2026-06-01"`, func(s *audit.Snapshot) {
			i := slices.IndexFunc(s.Evidence, func(e aims.Evidence) bool { return e.ID == "e-run" })
			s.Evidence = slices.Clone(s.Evidence)
			s.Evidence[i].Expires = aims.MustDate("2026-06-01")
		}},
		{"/climateDeterminations", "", func(s *audit.Snapshot) { s.Climate = nil }},
		{"/persons/p-9", `{"id":"p-9"}`, func(s *audit.Snapshot) { s.Persons = append(slices.Clone(s.Persons), aims.Person{ID: "p-9"}) }},
		{"/scopes/scope/boundaries", `"one ward"`, func(s *audit.Snapshot) { s.Scopes = slices.Clone(s.Scopes); s.Scopes[0].Boundaries = "one ward" }},
		{"/statements/soa/rows/iso42001~1A.2.2/status", `"planned"`, func(s *audit.Snapshot) {
			i := slices.IndexFunc(s.Statements[0].Rows, func(r controls.Row) bool { return r.Control.ID == "A.2.2" })
			s.Statements = slices.Clone(s.Statements)
			s.Statements[0].Rows = slices.Clone(s.Statements[0].Rows)
			s.Statements[0].Rows[i].Status = controls.Planned
		}},
		{"/supplied", `["person"]`, func(s *audit.Snapshot) { s.Supplied = []aims.Kind{aims.KindPerson} }},
	} {
		s := gen.Conforming()
		b := basisFrom(t, s, audit.Options{})
		trial, err := readiness.WhatIf(b, []aims.Change{set(c.path, c.value)})
		if err != nil {
			t.Errorf("%s: %v", c.path, err)
			continue
		}
		c.write(&s)
		want := assessedFrom(t, basisFrom(t, s, audit.Options{}))
		if diff := cmp.Diff(written(t, want), written(t, trial.After)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.path, diff)
		}
		if diff := cmp.Diff(written(t, assessedFrom(t, b)), written(t, trial.Before)); diff != "" {
			t.Errorf("%s, before (-want +got)\n%s", c.path, diff)
		}
		if trial.Delta.After != want.Total || trial.Delta.Before != trial.Before.Total || c.path != "/persons/p-9" && trial.Delta.IsZero() {
			t.Errorf("%s: delta %+v", c.path, trial.Delta)
		}
		if again := assessedFrom(t, trial.Basis()); written(t, again) != written(t, want) {
			t.Errorf("%s: the view is not that of the report", c.path)
		}
	}
}

// TestWhatIf_removal removes records of every kind: either something refers to it, which
// is said, or the result is that of the snapshot without it.
func TestWhatIf_removal(t *testing.T) {
	t.Parallel()
	s := gen.Conforming()
	b := basisFrom(t, s, audit.Options{})
	var document map[string]json.RawMessage
	if err := json.Unmarshal([]byte(written(t, s)), &document); err != nil {
		t.Fatal(err)
	}
	var paths [][2]string
	for member, data := range document {
		var records []struct {
			ID string `json:"id"`
		}
		if json.Unmarshal(data, &records) != nil {
			continue
		}
		for _, r := range records {
			paths = append(paths, [2]string{member, r.ID})
		}
	}
	slices.SortFunc(paths, func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	gone := 0
	for i := 0; i < len(paths); i += 7 {
		p := paths[i]
		trial, err := readiness.WhatIf(b, []aims.Change{set("/"+p[0]+"/"+p[1], "")})
		var list []map[string]json.RawMessage
		if err := json.Unmarshal(document[p[0]], &list); err != nil {
			t.Fatal(err)
		}
		list = slices.DeleteFunc(list, func(r map[string]json.RawMessage) bool { return string(r["id"]) == `"`+p[1]+`"` })
		without := make(map[string]any)
		for member, data := range document {
			without[member] = data
		}
		without[p[0]] = list
		v, wrong := readSnapshot(written(t, without))
		if (err != nil) != (wrong != nil) {
			t.Fatalf("%v: %v, written: %v", p, err, wrong)
		}
		if wrong != nil {
			continue
		}
		gone++
		want := b
		want.View = v
		if diff := cmp.Diff(written(t, assessedFrom(t, want)), written(t, trial.After)); diff != "" {
			t.Fatalf("%v (-want +got)\n%s", p, diff)
		}
	}
	if gone == 0 {
		t.Error("nothing could be removed")
	}
}

// readSnapshot reads a document whose members may stand in any order.
func readSnapshot(document string) (*audit.View, error) {
	var s audit.Snapshot
	if err := json.Unmarshal([]byte(document), &s); err != nil {
		return nil, err
	}
	return audit.Open(s, audit.Options{})
}

// TestWhatIf_refusals: problems lead to the change that brought them in, or to
// the record that they spoil.
func TestWhatIf_refusals(t *testing.T) {
	b := basisFrom(t, gen.Conforming(), audit.Options{})
	for _, c := range []struct {
		desc    string
		changes []aims.Change
		want    string
	}{
		{"no such record", []aims.Change{set("/systems/s-9/stage", `"operation"`)}, `/changes/0/path aims/change-nowhere /systems has no "s-9", but system`},
		{"no such word", []aims.Change{set("/persons/p-ceo/topManagement", `"perhaps"`)}, `/changes/0/value aims/unknown-word`},
		{"no such member", []aims.Change{set("/persons/p-9", `{"id":"p-9","born":"1970"}`)}, `/changes/0/value/born aims/unknown-member`},
		{"a bad record", []aims.Change{set("/ext", `{}`), set("/persons/-", `{"id":"a b"}`)}, `/changes/1/value/id aims/id-malformed`},
		{"a record with references", []aims.Change{set("/persons/p-ceo", "")}, `audit/dangling`},
		{"a format of its own", []aims.Change{set("/format", `"x/1"`)}, `aims/format-unknown`},
		{"a kind that nobody knows", []aims.Change{set("/supplied/-", `"planet"`)}, `/changes/0/value audit/kind-unknown`},
		{"a list that nobody knows", []aims.Change{set("/person/p-9", `{"id":"p-9"}`)}, `/person aims/unknown-member there is no member "person" here; remove or rename it; did you mean`},
	} {
		_, err := readiness.WhatIf(b, c.changes)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.desc, err)
		}
	}
	for _, bad := range []readiness.Basis{{}, {View: b.View, At: at, Rules: b.Rules}, {View: b.View, At: at, Model: b.Model}} {
		if _, err := readiness.WhatIf(bad, nil); err == nil {
			t.Errorf("an unusable basis: %+v", bad)
		}
	}
}

// TestWhatIf_lenient: what led nowhere before does not stand in the way; what
// leads nowhere for the first time does.
func TestWhatIf_lenient(t *testing.T) {
	s := gen.Conforming()
	s.Persons[1].ReportsTo = "p-nobody"
	b := basisFrom(t, s, audit.Options{Lenient: true})
	trial, err := readiness.WhatIf(b, []aims.Change{set("/policies/policy/owner", `"p-ceo"`)})
	if err != nil || trial.After.Total != trial.Before.Total {
		t.Errorf("%v, %+v", err, trial.Delta)
	}
	_, err = readiness.WhatIf(b, []aims.Change{set("/persons/p-lead/reportsTo", `"p-ghost"`)})
	if p := aims.Problems(err); len(p) != 1 || p[0].Path != "/changes/0/value" || p[0].Code != audit.Dangling {
		t.Error(err)
	}
}

// One word for changes serves readiness, a risk register and a model of
// losses.
func ExampleWhatIf() {
	view, err := audit.Read([]byte(document), audit.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	b := readiness.Basis{View: view, At: view.Taken(), Rules: rules.Default(), Model: readiness.Default()}
	trial, err := readiness.WhatIf(b, []aims.Change{set("/policies/policy", ""), set("/supplied", `["person"]`)})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("score", trial.Before.Total.Score(), "→", trial.After.Total.Score())
	fmt.Println("upper", trial.Before.Total.Upper(), "→", trial.After.Total.Upper())
	for _, m := range trial.Delta.Items {
		fmt.Println(m.Key, m.Before.Verdict, "→", m.After.Verdict)
	}

	register, _ := aims.ApplyChanges([]byte(`{"format":"aimskit/0.1","risks":[{"id":"r-1","title":"Bias"}]}`),
		[]aims.Change{set("/risks/r-1/title", `"Bias against women"`)})
	records, _, _ := risk.Decode(register.Document, aims.DecodeOptions{})
	fmt.Println(records.Risks[0].Title)

	losses, _ := aims.ApplyChanges([]byte(`{"format":"aimskit/0.1","currency":"EUR","scenarios":[{"id":"outage",
		"frequency":{"kind":"poisson","rate":2},"severity":{"kind":"constant","value":10}}]}`),
		[]aims.Change{set("/scenarios/outage/frequency/rate", "1")})
	model, err := montecarlo.DecodeModel(losses.Document)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(model.Scenarios[0].ID, "once a year:", written(nil, model.Scenarios[0].Frequency))
	// Output:
	// score 0 → 0
	// upper 0.9625 → 1
	// iso42001/5.1 major-gap → cannot-tell
	// iso42001/5.2 major-gap → cannot-tell
	// Bias against women
	// outage once a year: {"kind":"poisson","rate":1}
}
