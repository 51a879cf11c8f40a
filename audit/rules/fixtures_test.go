package rules_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write testdata/conforming.json anew")

// fixture is one case of testdata/*.json: what is changed in
// testdata/conforming.json, and what the rules then say about one point or
// control; nothing at all where want is empty. Cases are written so that
// other languages can load them.
type fixture struct {
	Desc string   `json:"desc"`
	Rule string   `json:"rule"` // code of the rule that it is a case of
	Case string   `json:"case"` // conforms, breach, no-record, no-evidence, or other
	Key  aims.Key `json:"key"`
	// Edit lists the changes, in order. An edit with a value sets the member
	// or element at a JSON pointer ("-" appends), one without removes it.
	Edit []edit `json:"edit,omitempty"`
	// Unsupplied lists kinds that the host does not supply.
	Unsupplied []aims.Kind `json:"unsupplied,omitempty"`
	// Approve binds the approvals anew to the edited content, so that they hold.
	Approve bool      `json:"approve,omitempty"`
	At      aims.Date `json:"at,omitzero"` // absent: the day the snapshot was taken
	Want    want      `json:"want"`
}

type edit struct {
	Path  string          `json:"path"`
	Value json.RawMessage `json:"value,omitempty"`
}

type want struct {
	Verdict      aims.Verdict `json:"verdict"`
	Code         aims.Code    `json:"code"`
	NotExercised bool         `json:"notExercised,omitempty"`
}

const base = "testdata/conforming.json"

func fixtures(t *testing.T) []fixture {
	t.Helper()
	files, err := filepath.Glob("testdata/*.fixtures.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	var all []fixture
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var list []fixture
		if _, err := aims.Decode(data, &list, aims.DecodeOptions{}); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		all = append(all, list...)
	}
	return all
}

// TestFixtures runs every case; in the short form, which slow machines repeat,
// one of four.
func TestFixtures(t *testing.T) {
	for i, f := range fixtures(t) {
		if testing.Short() && i%4 != 0 {
			continue
		}
		t.Run(f.Rule+"/"+f.Case+"/"+f.Desc, func(t *testing.T) {
			t.Parallel()
			result := f.evaluate(t, aims.Code(f.Rule))
			o, _ := find(result, aims.Code(f.Rule), f.Key) // not found: the rule keeps silent
			got := want{o.Verdict, o.Code, o.NotExercised}
			if diff := cmp.Diff(f.Want, got); diff != "" {
				t.Errorf("(-want +got)\n%s\n%s %v", diff, o.Sentence(), o.Refs)
			}
			if s := o.Sentence(); strings.ContainsAny(s, "{}") {
				t.Errorf("the sentence lacks an argument: %s", s)
			}
		})
	}
}

// TestEveryRuleHasItsFixtures: each rule is shown to conform, to notice the
// smallest breach, a missing record, and a claim without fresh evidence. A
// rule taken over from package controls keeps silent unless it finds a fault
// in a statement, so that it has nothing to say of a missing one or of
// evidence; the rules of 6.1.3 speak of those.
func TestEveryRuleHasItsFixtures(t *testing.T) {
	have := make(map[string][]string)
	for _, f := range fixtures(t) {
		have[f.Rule] = append(have[f.Rule], f.Case)
	}
	for _, r := range rules.Default().Rules {
		needed := []string{"conforms", "breach", "no-record", "no-evidence"}
		if strings.HasPrefix(string(r.Code), "controls/") {
			needed = needed[:2]
		}
		for _, c := range needed {
			if !slices.Contains(have[string(r.Code)], c) {
				t.Errorf("%s has no fixture %q", r.Code, c)
			}
		}
		delete(have, string(r.Code))
	}
	for code := range have {
		t.Errorf("fixtures for a rule that does not exist: %s", code)
	}
}

func TestConformingIsCurrent(t *testing.T) {
	want, err := json.MarshalIndent(gen.Conforming(), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	if *update {
		if err := os.WriteFile(base, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(base)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s is not what gen.Conforming returns; run go test ./audit/rules -update", base)
	}
}

// evaluate applies the fixture to the base and judges it by the rules named,
// or by all.
func (f fixture) evaluate(t *testing.T, only ...aims.Code) rules.Result {
	t.Helper()
	data, err := os.ReadFile(base)
	if err != nil {
		t.Fatal(err)
	}
	var doc any
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	for _, e := range f.Edit {
		if doc, err = apply(doc, strings.Split(e.Path, "/")[1:], e.Value); err != nil {
			t.Fatalf("%s: %v", e.Path, err)
		}
	}
	s := decode(t, document(t, doc))
	s.Supplied = slices.DeleteFunc(s.Supplied, func(k aims.Kind) bool { return slices.Contains(f.Unsupplied, k) })
	if f.Approve {
		gen.Approve(&s)
	}
	return evaluate(t, s, f.At, only...)
}

// document writes a decoded snapshot, its format first, as documents begin.
func document(t *testing.T, doc any) []byte {
	t.Helper()
	data, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	format := fmt.Sprintf(`"format":%q,`, aims.Format)
	rest := strings.Replace(string(data), format, "", 1)
	return []byte("{" + format + rest[1:])
}

// evaluate judges a snapshot with the library's rules, or with those named;
// references that an edit broke are let pass.
func evaluate(t *testing.T, s audit.Snapshot, at aims.Date, only ...aims.Code) rules.Result {
	t.Helper()
	v, err := audit.Open(s, audit.Options{Lenient: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range v.Problems() {
		if p.Code != audit.Dangling {
			t.Errorf("the edited snapshot is malformed: %s", p)
		}
	}
	if at == 0 {
		at = v.Taken()
	}
	by := set
	if len(only) > 0 {
		by.Rules = nil
		for _, r := range set.Rules {
			if slices.Contains(only, r.Code) {
				by.Rules = append(by.Rules, r)
			}
		}
	}
	result, err := rules.Evaluate(v, at, by)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// set is the library's own set of rules, made once.
var set = rules.Default()

// observation finds what a rule says about a point or control.
func observation(t *testing.T, result rules.Result, rule aims.Code, key aims.Key) aims.Observation {
	t.Helper()
	o, found := find(result, rule, key)
	if !found {
		t.Fatalf("no observation of %s on %s", rule, key)
	}
	return o
}

func find(result rules.Result, rule aims.Code, key aims.Key) (aims.Observation, bool) {
	for _, item := range append(slices.Clone(result.Requirements), result.Controls...) {
		for _, o := range item.Observations {
			if o.Rule == rule && o.Key == key {
				return o, true
			}
		}
	}
	for _, o := range result.Remarks {
		if o.Rule == rule && o.Key == key {
			return o, true
		}
	}
	return aims.Observation{}, false
}

// apply sets or removes one place of a decoded JSON document.
func apply(at any, path []string, value json.RawMessage) (any, error) {
	if len(path) == 0 {
		var v any
		if err := json.Unmarshal(value, &v); err != nil {
			return nil, err
		}
		return v, nil
	}
	switch at := at.(type) {
	case map[string]any:
		if len(path) == 1 && value == nil {
			if _, ok := at[path[0]]; !ok {
				return nil, fmt.Errorf("no member %q to remove", path[0])
			}
			delete(at, path[0])
			return at, nil
		}
		v, err := apply(at[path[0]], path[1:], value)
		at[path[0]] = v
		return at, err
	case []any:
		if path[0] == "-" {
			v, err := apply(nil, path[1:], value)
			return append(at, v), err
		}
		i, err := strconv.Atoi(path[0])
		if err != nil || i < 0 || i >= len(at) {
			return nil, fmt.Errorf("no element %q", path[0])
		}
		if len(path) == 1 && value == nil {
			return slices.Delete(at, i, i+1), nil
		}
		at[i], err = apply(at[i], path[1:], value)
		return at, err
	case nil:
		if path[0] == "-" {
			return apply([]any{}, path, value)
		}
		return apply(map[string]any{}, path, value)
	}
	return nil, fmt.Errorf("%q is neither object nor list", path[0])
}
