package canon_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/internal/canon"
)

var genText = rapid.StringOf(rapid.OneOf(
	rapid.Rune().Filter(utf8.ValidRune),
	rapid.SampledFrom([]rune("ab\"\\/\n\x00\x1f\x7f\u2028\ufffd\ue000\uffff😀")),
))

// genTree draws a document as encoding/json holds it.
func genTree(depth int) *rapid.Generator[any] {
	kinds := []*rapid.Generator[any]{
		rapid.Just[any](nil), rapid.Bool().AsAny(), genText.AsAny(), rapid.Float64().AsAny(),
		rapid.Map(rapid.IntRange(-1e6, 1e6), func(n int) any { return float64(n) }),
	}
	if depth > 0 {
		inner := genTree(depth - 1)
		kinds = append(kinds, rapid.SliceOfN(inner, 0, 4).AsAny(), rapid.MapOfN(genText, inner, 0, 5).AsAny())
	}
	return rapid.OneOf(kinds...)
}

// genObject draws a tree whose root has members.
func genObject(depth int) *rapid.Generator[any] {
	return rapid.MapOfN(genText, genTree(depth-1), 1, 6).AsAny()
}

// write writes a tree in one of the many ways there are: members in any order, with more that
// are empty, escapes, white space and numbers as they come.
func write(t *rapid.T, tree any) string {
	space := func() string { return rapid.SampledFrom([]string{"", "", " ", "\n\t"}).Draw(t, "space") }
	var parts []string
	switch v := tree.(type) {
	case []any:
		for _, e := range v {
			parts = append(parts, space()+write(t, e)+space())
		}
		return "[" + strings.Join(parts, ",") + "]"
	case map[string]any:
		names := slices.Sorted(maps.Keys(v))
		for _, name := range names {
			parts = append(parts, writeText(t, name)+space()+":"+space()+write(t, v[name])+space())
		}
		for range rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(t, "more") {
			name := fmt.Sprint(genText.Draw(t, "name"), len(parts), "#")
			if _, ok := v[name]; !ok {
				empty := rapid.SampledFrom([]string{"null", "[]", "{}", `{"a":null}`, `{"":{"":[ ]}}`}).Draw(t, "empty")
				parts = append(parts, writeText(t, name)+":"+empty)
			}
		}
		parts = rapid.Permutation(parts).Draw(t, "order")
		return "{" + space() + strings.Join(parts, ","+space()) + "}"
	case string:
		return writeText(t, v)
	case float64:
		formats := []string{strconv.FormatFloat(v, 'e', -1, 64), strconv.FormatFloat(v, 'f', -1, 64)}
		formats = append(formats, strings.ToUpper(formats[0]))
		return rapid.SampledFrom(formats).Draw(t, "format")
	}
	return string(mustMarshal(tree))
}

func writeText(t *rapid.T, s string) string {
	switch rapid.IntRange(0, 2).Draw(t, "escapes") {
	case 0:
		return `"` + escapeAll(s) + `"`
	case 1:
		return strings.ReplaceAll(string(mustMarshal(s)), "/", `\/`)
	}
	return string(mustMarshal(s))
}

// escapeAll writes every character as its UTF-16 escapes.
func escapeAll(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r > 0xFFFF {
			r -= 0x10000
			fmt.Fprintf(&b, `\u%04X\u%04x`, 0xD800+r>>10, 0xDC00+r&0x3FF)
			continue
		}
		fmt.Fprintf(&b, `\u%04x`, r)
	}
	return b.String()
}

func mustMarshal(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}

// However a document is written, its form is the same, and that of the oracle.
func TestProp_oneForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tree := genObject(4).Draw(t, "tree")
		first, second := write(t, tree), write(t, tree)
		a, err := canon.JSON([]byte(first))
		if err != nil {
			t.Fatalf("%s: %v", first, err)
		}
		b, err := canon.JSON([]byte(second))
		if err != nil {
			t.Fatalf("%s: %v", second, err)
		}
		if string(a) != string(b) {
			t.Fatalf("%s\n%s\n(-first +second):\n%s", first, second, cmp.Diff(string(a), string(b)))
		}
		check(t, []byte(first))
	})
}

var fragments = []string{
	`"`, `\`, `,`, `:`, `{`, `}`, `[`, `]`, `null`, `true`, `0`, `-`, `1.5`, `1e999`, `12345678901234567890`, `"x"`, `"":1,`, "\xff", `\ud800`, `\udc00`, `\u0041`, " ", `[]`, `{}`,
}

func TestProp_damagedDocuments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := write(t, genObject(3).Draw(t, "tree"))
		for range rapid.IntRange(1, 3).Draw(t, "faults") {
			from := rapid.IntRange(0, len(data)).Draw(t, "from")
			to := min(len(data), from+rapid.IntRange(0, 3).Draw(t, "length"))
			data = data[:from] + rapid.SampledFrom(fragments).Draw(t, "fragment") + data[to:]
		}
		check(t, []byte(data))
	})
}

// check holds what must be true of any document: the oracle agrees, every error is the one that it always
// was, and the form is its own form.
func check(t rapid.TB, data []byte) {
	t.Helper()
	got, err := canon.JSON(data)
	want, wantErr := slowly(data)
	if (err == nil) != (wantErr == nil) || string(got) != want {
		t.Fatalf("%q: %v, but the oracle: %v\n(-want +got):\n%s", data, err, wantErr, cmp.Diff(want, string(got)))
	}
	same(t, data, false, got, err)
	if written, failed := json.Marshal(json.RawMessage(data)); failed == nil {
		form, err := canon.Marshal(json.RawMessage(data))
		same(t, written, true, form, err)
	}
	if err != nil {
		if !slices.ContainsFunc(slices.Collect(maps.Values(sentinels)), func(e error) bool { return errors.Is(err, e) }) {
			t.Fatalf("%q: %v wraps no sentinel", data, err)
		}
		return
	}
	again, err := canon.JSON(got)
	if err != nil || string(again) != string(got) {
		t.Fatalf("%q: %v, not its own form (-first +second):\n%s", data, err, cmp.Diff(string(got), string(again)))
	}
}

func same(t rapid.TB, data []byte, marshalled bool, got []byte, err error) {
	t.Helper()
	want, wantErr := asTree(data, marshalled)
	if string(got) != want || fmt.Sprint(err) != fmt.Sprint(wantErr) {
		t.Fatalf("%q: %v, but the tree: %v\n(-want +got):\n%s", data, err, wantErr, cmp.Diff(want, string(got)))
	}
}

// A field that a later version of a record has, and that is absent, changes nothing.
func TestProp_absentField(t *testing.T) {
	type old struct {
		B string
		A map[string][]int
	}
	type later struct {
		C []string
		D *old
		E map[string]any `json:",omitempty"`
		F struct{ G []int }
		A map[string][]int
		B string
	}
	rapid.Check(t, func(t *rapid.T) {
		o := old{
			B: genText.Draw(t, "b"),
			A: rapid.MapOfN(genText, rapid.SliceOfN(rapid.IntRange(-9, 9), 0, 3), 0, 3).Draw(t, "a"),
		}
		l := later{A: o.A, B: o.B}
		if rapid.Bool().Draw(t, "empty instead of nil") {
			l.C, l.E, l.F.G = []string{}, map[string]any{}, []int{}
		}
		want, err := canon.Marshal(o)
		if err != nil {
			t.Fatal(err)
		}
		got, err := canon.Marshal(l)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Fatalf("(-old +later):\n%s", diff)
		}
	})
}
