package strict_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/internal/strict"
)

func TestDecode_lenient(t *testing.T) {
	const a, b, c = `{"id":"a"}`, `{"id":"b"}`, `{"id":"c"}`
	const bad, worse = `{"id":1}`, `{"id":true,"colour":"pink"}`
	for _, test := range []struct {
		desc, input string
		want        []string // ids kept
		aside       []string // path and number of problems
		original    []string // of /records/0 and so on
	}{
		{"nothing to set aside", `[` + a + `,` + b + `]`, []string{"a", "b"}, nil, []string{"0", "1"}},
		{"first", `[` + bad + `,` + a + `,` + b + `]`, []string{"a", "b"}, []string{"/records/0 1"}, []string{"1", "2"}},
		{"first two", `[` + bad + ` , ` + worse + ` , ` + a + `,` + b + ` ]`, []string{"a", "b"}, []string{"/records/0 1", "/records/1 2"}, []string{"2", "3"}},
		{"middle", "[ " + a + "\n,\n" + bad + "\n,\n" + b + " ]", []string{"a", "b"}, []string{"/records/1 1"}, []string{"0", "2"}},
		{"last", `[` + a + `,` + b + `,` + worse + `]`, []string{"a", "b"}, []string{"/records/2 2"}, []string{"0", "1"}},
		{"every other", `[` + bad + `,` + a + `,` + bad + `,` + b + `,` + bad + `,` + c + `,` + bad + `]`, []string{"a", "b", "c"}, []string{"/records/0 1", "/records/2 1", "/records/4 1", "/records/6 1"}, []string{"1", "3", "5"}},
		{"only one", `[ ` + bad + ` ]`, nil, []string{"/records/0 1"}, []string{"1"}},
		{"all", `[` + bad + `,` + bad + `]`, nil, []string{"/records/0 1", "/records/1 1"}, []string{"2"}},
		{"another type", `[[],` + a + `,null]`, []string{"a"}, []string{"/records/0 1", "/records/2 1"}, []string{"1"}},
		{"unknown and duplicate members", `[{"id":"x","x":1},{"id":"x","id":"y"},` + a + `]`, []string{"a"}, []string{"/records/0 1", "/records/1 1"}, []string{"2"}},
	} {
		t.Run(test.desc, func(t *testing.T) {
			input := `{"count":1,"records":` + test.input + `,"colours":["pink","red"],"on":true}`
			var v doc
			r := strict.Decode([]byte(input), &v, strict.Options{Lenient: true})
			if len(r.Problems) > 0 {
				t.Fatalf("refused: %v", r.Problems)
			}
			var ids, aside, original []string
			for i, rec := range v.Records {
				ids = append(ids, rec.ID)
				original = append(original, r.Original(fmt.Sprintf("/records/%d/id", i)))
			}
			for _, a := range r.Aside {
				aside = append(aside, fmt.Sprint(a.Path, " ", len(a.Problems)))
			}
			if diff := cmp.Diff(test.want, ids); diff != "" {
				t.Errorf("kept (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(append(test.aside, "/colours/0 1"), aside); diff != "" {
				t.Errorf("aside (-want +got):\n%s", diff)
			}
			var want []string
			for _, n := range test.original[:len(ids)] {
				want = append(want, "/records/"+n+"/id")
			}
			if diff := cmp.Diff(want, original); diff != "" {
				t.Errorf("original (-want +got):\n%s", diff)
			}
			same(t, []colour{1}, v.Colours)
			if !v.On || v.Count != 1 {
				t.Error("the rest of the document is lost")
			}
		})
	}
}

func TestDecode_asideKeepsTheRecord(t *testing.T) {
	input := []byte(`{"records":[{"id":"a"},` + "\n" + `{"id" : "b", "colour":"pink"} ]}`)
	var v doc
	got := strict.Decode(input, &v, strict.Options{Lenient: true})
	if len(got.Aside) != 1 {
		t.Fatalf("report: %+v", got)
	}
	clear(input)
	a := got.Aside[0]
	if diff := cmp.Diff(`{"id" : "b", "colour":"pink"}`, string(a.Raw)); diff != "" {
		t.Errorf("raw (-want +got):\n%s", diff)
	}
	if p := a.Problems[0]; p.Code != strict.CodeUnknownWord || p.Path != "/records/1/colour" {
		t.Errorf("problem: %+v", p)
	}
}

// What is set aside counts for the limit: otherwise a document of bad records had no end.
func TestDecode_asideCounts(t *testing.T) {
	input := `{"records":[` + strings.Repeat(`{"id":1},`, 9) + `{"id":"a"}]}`
	var v doc
	r := strict.Decode([]byte(input), &v, strict.Options{Lenient: true, MaxProblems: 9})
	if len(r.Problems) > 0 || len(r.Aside) != 9 || len(v.Records) != 1 {
		t.Errorf("with 9 of 9: %+v", r)
	}
	r = strict.Decode([]byte(input), new(doc), strict.Options{Lenient: true, MaxProblems: 8})
	if len(r.Problems) != 1 || r.Problems[0].Code != strict.CodeTooManyProblems || len(r.Aside) != 8 {
		t.Errorf("with 9 of 8: %+v", r)
	}
}

func TestReport_Original(t *testing.T) {
	var r strict.Report
	for _, path := range []string{"/a/0", "/a/2", "/a/3", "/b~1c/1", "/ab/0"} {
		r.Aside = append(r.Aside, strict.Aside{Path: path})
	}
	for path, want := range map[string]string{
		"":         "",
		"/a":       "/a",
		"/a/x":     "/a/x",
		"/a/0":     "/a/1",
		"/a/1":     "/a/4",
		"/a/1/x/0": "/a/4/x/0",
		"/a/1/":    "/a/4/",
		"/a/7":     "/a/10",
		"/b~1c/0":  "/b~1c/0",
		"/b~1c/1":  "/b~1c/2",
		"/c/3":     "/c/3",
		"/x/a/0":   "/x/a/0",
	} {
		if got := r.Original(path); got != want {
			t.Errorf("Original(%q) = %q, want %q", path, got, want)
		}
	}
}

func TestDecode_allowUnknown(t *testing.T) {
	input := `{"x":{"y":1},"count":1,"records":[{"id":"a","new":[1]},{"id":2,"new":3},{"id":"b","new":1}]}`
	var v doc
	got := strict.Decode([]byte(input), &v, strict.Options{AllowUnknown: true, Lenient: true})
	want := []string{"/x", "/records/0/new", "/records/2/new"}
	if diff := cmp.Diff(want, got.Unknown); diff != "" || got.UnknownTotal != 3 {
		t.Errorf("%d unknown (-want +got):\n%s", got.UnknownTotal, diff)
	}
	same(t, doc{Count: 1, Records: []record{{ID: "a"}, {ID: "b"}}}, v)

	got = strict.Decode([]byte(`{"a":1,"b":2,"c":3}`), &v, strict.Options{AllowUnknown: true, MaxProblems: 2})
	if len(got.Problems) > 0 || len(got.Unknown) != 2 || got.UnknownTotal != 3 {
		t.Errorf("a cut list: %+v", got)
	}
}

func TestDecode_errorOfTheType(t *testing.T) {
	r := strict.Decode([]byte(`{"colour":"pink"}`), new(doc), strict.Options{})
	var word wordError
	if len(r.Problems) != 1 || !errors.As(r.Problems[0].Err, &word) || word.got != "pink" {
		t.Errorf("problems: %+v", r.Problems)
	}
}

func TestDecode_target(t *testing.T) {
	number := 1
	var full any = &number // json.Unmarshal decodes into what an interface already points to
	for _, test := range []struct {
		target any
		input  string
		want   map[string]string
	}{
		{nil, `1`, map[string]string{"got": "nil", "reason": "want a pointer that is not nil"}},
		{1, `1`, map[string]string{"got": "int", "reason": "want a pointer that is not nil"}},
		{(*int)(nil), `1`, map[string]string{"got": "*int", "reason": "want a pointer that is not nil"}},
		{new(func()), `1`, map[string]string{"got": "func()", "reason": "JSON has no such value"}},
		{&full, `"x"`, map[string]string{
			"got": "*interface {}", "reason": "json: cannot unmarshal string into Go value of type int",
		}},
	} {
		want := []strict.Problem{{Code: strict.CodeTarget, Args: test.want}}
		got := strict.Decode([]byte(test.input), test.target, strict.Options{}).Problems
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%T (-want +got):\n%s", test.target, diff)
		}
	}
}

func TestDecode_roots(t *testing.T) {
	check := func(target, want any, input string) {
		t.Helper()
		r := strict.Decode([]byte(input), target, strict.Options{Lenient: true})
		if len(r.Problems) > 0 {
			t.Errorf("%s: %v", input, r.Problems)
		}
		same(t, want, target)
	}
	number, free := 7, any([]any{nil, 1.0})
	check(new(int), &number, "7")
	check(new(any), &free, "[null,1]")
	check(new(colour), ptr(colour(1)), `"red"`)
	check(new(*colour), ptr(ptr(colour(1))), `"red"`)
	check(new([]record), &[]record{{ID: "a"}}, `[{"id":"a"}]`)
	check(new(map[string][]int), &map[string][]int{"a": {1}}, `{"a":[1,"x"]}`)
	check(new(json.RawMessage), ptr(json.RawMessage(`{"a" : 1}`)), `{"a" : 1}`)
	check(new(struct{ colour }), &struct{ colour }{1}, `"red"`)
	check(new(struct{ A struct{ colour } }), &struct{ A struct{ colour } }{}, `{"A":{}}`)
	check(new(map[struct{ colour }]int), &map[struct{ colour }]int{{1}: 2}, `{"red":2}`)

	r := strict.Decode([]byte(`[{"id":"a"},{"id":1}]`), new([]record), strict.Options{Lenient: true})
	if len(r.Problems) != 1 || len(r.Aside) != 0 {
		t.Errorf("a top-level array has no records to set aside: %+v", r)
	}
}

func ptr[T any](v T) *T { return &v }

// A name may be as long as the document: pointers must not multiply it.
func TestDecode_longNames(t *testing.T) {
	name := strings.Repeat("n", 1<<20)
	input := []byte(`{"` + name + `":[` + strings.Repeat("{},", 999) + `{}]}`)
	r := strict.Decode(input, new(map[string][]int), strict.Options{})
	total := 0
	for _, p := range r.Problems {
		total += len(p.Path)
	}
	last := r.Problems[len(r.Problems)-1]
	if total > 20<<20 || last.Code != strict.CodeTooManyProblems || last.Args["limit"] != fmt.Sprint(len(r.Problems)-1) {
		t.Errorf("%d bytes in %d pointers, then %v", total, len(r.Problems), last)
	}

	r = strict.Decode(input, new(map[string][]struct{}), strict.Options{AllowUnknown: true})
	if len(r.Problems) > 0 {
		t.Errorf("the same document is fine as such: %v", r.Problems)
	}
	input = []byte(`{"` + name + `":[` + strings.Repeat(`{"x":1},`, 99) + `{"x":1}]}`)
	r = strict.Decode(input, new(map[string][]struct{}), strict.Options{AllowUnknown: true})
	if len(r.Problems) > 0 || r.UnknownTotal != 100 || len(r.Unknown) > 20 {
		t.Errorf("%d problems, %d of %d unknown listed", len(r.Problems), len(r.Unknown), r.UnknownTotal)
	}
}

// The deepest document that can be asked for is one that encoding/json still takes.
func TestDecode_deepest(t *testing.T) {
	nest := func(n int) []byte { return []byte(strings.Repeat("[", n) + strings.Repeat("]", n)) }
	o := strict.Options{MaxDepth: 1 << 30}
	if r := strict.Decode(nest(10000), new(any), o); len(r.Problems) > 0 {
		t.Errorf("10,000 levels: %v", r.Problems)
	}
	if r := strict.Decode(nest(10001), new(any), o); len(r.Problems) != 1 || r.Problems[0].Code != strict.CodeTooDeep {
		t.Errorf("10,001 levels: %d problems", len(r.Problems))
	}
}
