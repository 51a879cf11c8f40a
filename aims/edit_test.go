package aims_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const editable = `{"n":1.0000000000000000001,"systems":[{"id":"s-1","tags":["a","b"],"stage":"x"},{"id":"s-2"}],"rows":[{"control":"iso42001/A.5.2"},{"key":"own/C-1"}],"odd":{"a/b":1,"c~d":2}}`

func change(path, value string) aims.Change {
	return aims.Change{Path: path, Value: json.RawMessage(value)}
}

func TestApplyChanges(t *testing.T) {
	for _, c := range []struct {
		desc    string
		changes []aims.Change
		want    string
	}{
		{"nothing", nil, editable},
		{"a member by id", []aims.Change{change("/systems/s-1/stage", `"y"`)}, strings.Replace(editable, `"x"`, `"y"`, 1)},
		{"another member", []aims.Change{change("/systems/s-2/stage", `"y"`)}, strings.Replace(editable, `"s-2"`, `"s-2","stage":"y"`, 1)},
		{"a member is removed", []aims.Change{change("/systems/s-1/stage", "")}, strings.Replace(editable, `,"stage":"x"`, "", 1)},
		{"a record is removed", []aims.Change{change("/systems/s-2", "")}, strings.Replace(editable, `,{"id":"s-2"}`, "", 1)},
		{"a record is replaced", []aims.Change{change("/systems/s-2", `{"id":"s-3"}`)}, strings.Replace(editable, "s-2", "s-3", 1)},
		{"a record is added", []aims.Change{change("/systems/s-9", `{"id":"s-9"}`), change("/systems/-", `{"id":"s-8"}`)}, strings.Replace(editable, `{"id":"s-2"}`, `{"id":"s-2"},{"id":"s-9"},{"id":"s-8"}`, 1)},
		{"two are added", []aims.Change{change("/systems/-", `1`), change("/systems/-", `2`)}, strings.Replace(editable, `{"id":"s-2"}`, `{"id":"s-2"},1,2`, 1)},
		{"with its list", []aims.Change{change("/risks/r-1", `{"id":"r-1"}`), change("/more/-", `3`)}, strings.Replace(editable, `"odd"`, `"risks":[{"id":"r-1"}],"more":[3],"odd"`, 1)},
		{"by number", []aims.Change{change("/systems/s-1/tags/1", `"c"`)}, strings.Replace(editable, `"b"`, `"c"`, 1)},
		{"a row by control", []aims.Change{change("/rows/iso42001~1A.5.2/status", `"planned"`)}, strings.Replace(editable, `A.5.2"`, `A.5.2","status":"planned"`, 1)},
		{"a row by key", []aims.Change{change("/rows/own~1C-1", ``)}, strings.Replace(editable, `,{"key":"own/C-1"}`, "", 1)},
		{"odd names", []aims.Change{change("/odd/a~1b", `3`), change("/odd/c~0d", `4`)}, strings.NewReplacer(`"a/b":1`, `"a/b":3`, `"c~d":2`, `"c~d":4`).Replace(editable)},
		{"null", []aims.Change{change("/n", `null`)}, strings.Replace(editable, `1.0000000000000000001`, `null`, 1)},
		{"a number as written", []aims.Change{change("/n", `0.10000000000000000000000000000005`)}, strings.Replace(editable, `1.0000000000000000001`, `0.10000000000000000000000000000005`, 1)},
	} {
		got, err := aims.ApplyChanges([]byte(editable), c.changes)
		if err != nil {
			t.Errorf("%s: %v", c.desc, err)
			continue
		}
		if diff := cmp.Diff(sorted(t, c.want), string(got.Document)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.desc, diff)
		}
	}
}

// TestApplyChanges_format: a document begins with its format afterwards too.
func TestApplyChanges_format(t *testing.T) {
	for in, want := range map[string]string{
		`{"format":"x/1","a":1,"z":3}`: `{"format":"x/1","a":2,"z":3}`, `{"format":"x/1"}`: `{"format":"x/1","a":2}`,
	} {
		if got, err := aims.ApplyChanges([]byte(in), []aims.Change{change("/a", "2")}); err != nil || string(got.Document) != want {
			t.Errorf("%s becomes %s: %v", in, got.Document, err)
		}
	}
}

// sorted writes a document as json.Marshal writes maps, numbers as they are.
func sorted(t interface{ Fatal(...any) }, document string) string {
	d := json.NewDecoder(strings.NewReader(document))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestApplyChanges_refusals(t *testing.T) {
	for _, c := range []struct {
		desc    string
		changes []aims.Change
		want    string // code, path and what the sentence names
	}{
		{"the whole document", []aims.Change{change("", "1")}, `aims/change-path /changes/0/path ""`},
		{"no slash", []aims.Change{change("systems/s-1", "1")}, `aims/change-path /changes/0/path "systems/s-1"`},
		{"an empty step", []aims.Change{change("/systems//stage", "1")}, `aims/change-path /changes/0/path "/systems//stage"`},
		{"a bare tilde", []aims.Change{change("/a~2", "1")}, `aims/change-path /changes/0/path "/a~2"`},
		{"no such record", []aims.Change{change("/systems/s-3/stage", "1")}, `aims/change-nowhere /changes/0/path /systems has no "s-3", but s-1, s-2`},
		{"a number for a name", []aims.Change{change("/systems/0/stage", "1")}, `aims/change-nowhere /changes/0/path /systems has no "0", but s-1, s-2`},
		{"another id than the path says", []aims.Change{change("/systems/s-3", `{"id":"s-4"}`)}, `aims/change-nowhere /changes/0/path /systems has no "s-3"`},
		{"no such list", []aims.Change{change("/sistems/s-1/stage", "1")}, `aims/change-nowhere /changes/0/path the document has no "sistems", but n, odd, rows, systems`},
		{"below a single value", []aims.Change{change("/n/a", "1")}, `aims/change-nowhere /changes/0/path /n has no "a", but a single value`},
		{"off the list", []aims.Change{change("/systems/s-1/tags/2", "1")}, `aims/change-nowhere /changes/0/path /systems/s-1/tags has no "2", but 2 elements without names`},
		{"removed twice over", []aims.Change{change("/missing", "")}, `aims/change-nowhere /changes/0/path the document has no "missing"`},
		{"the same twice", []aims.Change{change("/n", "1"), change("/n", "2")}, `aims/changes-collide /changes/1/path /changes/0`},
		{"a part of another", []aims.Change{change("/systems/s-1/stage", "1"), change("/systems/s-1", "")}, `aims/changes-collide /changes/1/path /changes/0`},
		{"a broken value", []aims.Change{change("/n", `{"a":1,"a":2}`)}, `aims/duplicate-member /changes/0/value/a`},
	} {
		_, err := aims.ApplyChanges([]byte(editable), c.changes)
		problems := aims.Problems(err)
		if len(problems) != 1 {
			t.Errorf("%s: %v", c.desc, err)
			continue
		}
		p := problems[0]
		got := fmt.Sprint(p.Code, " ", p.Path, " ", p.Sentence())
		if code, rest, _ := strings.Cut(c.want, " "); !strings.HasPrefix(got, code) || !containsInOrder(got, rest) {
			t.Errorf("%s: got %s, want %s", c.desc, got, c.want)
		}
	}
	if _, err := aims.ApplyChanges([]byte(`{`), nil); len(aims.Problems(err)) == 0 || !strings.HasPrefix(aims.Problems(err)[0].Path, "/document") {
		t.Errorf("a broken document: %v", err)
	}
	twice := []byte(`{"systems":[{"id":"a"},{"id":"a"}]}`)
	if _, err := aims.ApplyChanges(twice, []aims.Change{change("/systems/a", "")}); len(aims.Problems(err)) != 1 || aims.Problems(err)[0].Args["there"] != "2 elements of that name" {
		t.Errorf("one of two: %v", err)
	}
	many := []byte(`{"l":[{"id":"1"},{"id":"2"},{"id":"3"},{"id":"4"},{"id":"5"},{"id":"6"},{"id":"7"},{"id":"8"},{"id":"9"}]}`)
	if _, err := aims.ApplyChanges(many, []aims.Change{change("/l/0", "")}); !strings.Contains(err.Error(), "8 and 1 more") {
		t.Errorf("one of many: %v", err)
	}
	if _, err := aims.ApplyChanges([]byte(`{}`), []aims.Change{change("/a/b", "1")}); !strings.Contains(err.Error(), "nothing") {
		t.Errorf("of nothing: %v", err)
	}
}

// containsInOrder reports whether the path, and then the rest, stand in text.
func containsInOrder(text, want string) bool {
	path, rest, _ := strings.Cut(want, " ")
	_, after, ok := strings.Cut(text, path)
	return ok && strings.Contains(after, rest)
}

// TestChanged_Original leads what a change set back to it, wherever it ended up.
func TestChanged_Original(t *testing.T) {
	got, err := aims.ApplyChanges([]byte(editable), []aims.Change{
		change("/systems/s-9", `{"id":"s-9","stage":{"x":1}}`), change("/systems/s-1", ``), change("/rows/own~1C-1/why", `"x"`), change("/systems/s-2/stage", `1`),
	})
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"/systems/1/stage/x": "changes/0/value/stage/x", "/systems/1": "changes/0/value", "/systems/0/stage": "changes/3/value",
		"/rows/1/why": "changes/2/value", "/systems/10": "", "/systems/0": "", "/rows/0/why": "",
	} {
		if field, ok := got.Original(path); field != want || ok != (want != "") {
			t.Errorf("%s was %q, want %q", path, field, want)
		}
	}
	if field, ok := (aims.Changed{}).Original("/a"); ok {
		t.Errorf("nothing became %q", field)
	}
}

func TestChange_String(t *testing.T) {
	for want, g := range map[string]string{
		`set /a to 1`: "1", `remove /a`: "", "set /a to " + strings.Repeat("1", 60) + "…": strings.Repeat("1", 61),
	} {
		if got := change("/a", g).String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestApplyChanges_undo: setting a member of any element and setting it back
// leaves the document as it was, and touches nothing else.
func TestApplyChanges_undo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		document := map[string]any{}
		n := rapid.IntRange(1, 4).Draw(t, "elements")
		var list []any
		for i := range n {
			list = append(list, map[string]any{"id": fmt.Sprint(i + 5), "v": i})
		}
		document["list"] = list
		before, _ := json.Marshal(document)
		pick := rapid.IntRange(0, n-1).Draw(t, "element")
		path := fmt.Sprintf("/list/%d/v", pick+5)
		there, err := aims.ApplyChanges(before, []aims.Change{change(path, `"other"`)})
		if err != nil {
			t.Fatal(err)
		}
		list[pick].(map[string]any)["v"] = "other"
		if want, _ := json.Marshal(document); string(want) != string(there.Document) {
			t.Fatalf("%s, want %s", there.Document, want)
		}
		back, err := aims.ApplyChanges(there.Document, []aims.Change{change(path, fmt.Sprint(pick))})
		if err != nil || string(back.Document) != string(before) {
			t.Fatalf("%s, want %s: %v", back.Document, before, err)
		}
	})
}

// FuzzApplyChanges: what comes out is JSON, or every problem has a place.
func FuzzApplyChanges(f *testing.F) {
	f.Add(editable, "/systems/s-1/stage", `"y"`)
	f.Add(`{"a":[]}`, "/a/-", `{}`)
	f.Add(`[]`, "/~1", ``)
	f.Fuzz(func(t *testing.T, document, path, value string) {
		got, err := aims.ApplyChanges([]byte(document), []aims.Change{change(path, value)})
		if err == nil && !json.Valid(got.Document) {
			t.Fatalf("no JSON: %q", got.Document)
		}
		for _, p := range aims.Problems(err) {
			if !strings.HasPrefix(p.Path, "/document") && !strings.HasPrefix(p.Path, "/changes/0/") {
				t.Fatalf("%s", p)
			}
		}
		if err != nil && len(aims.Problems(err)) == 0 {
			t.Fatal(err)
		}
	})
}
