package strict_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/internal/strict"
)

var (
	genText   = rapid.StringOf(rapid.Rune().Filter(utf8.ValidRune))
	genColour = rapid.Custom(func(t *rapid.T) colour { return colour(rapid.IntRange(1, 3).Draw(t, "colour")) })
	genAmount = rapid.Custom(func(t *rapid.T) amount { return amount{rapid.SampledFrom([]string{"eur", "usd"}).Draw(t, "unit")} })
	genRecord = rapid.Custom(func(t *rapid.T) record {
		return record{
			ID: genText.Draw(t, "id"), Colour: genColour.Draw(t, "colour"), Count: rapid.Int().Draw(t, "count"),
			Inner: some(t, "inner", rapid.Int()),
		}
	})
)

// some draws a slice with elements, or nil: an empty one does not survive omitempty.
func some[T any](t *rapid.T, label string, g *rapid.Generator[T]) []T {
	s := rapid.SliceOfN(g, 0, 3).Draw(t, label)
	if len(s) == 0 {
		return nil
	}
	return s
}

func someMap[K comparable, V any](t *rapid.T, label string, k *rapid.Generator[K], v *rapid.Generator[V]) map[K]V {
	m := rapid.MapOfN(k, v, 0, 3).Draw(t, label)
	if len(m) == 0 {
		return nil
	}
	return m
}

// genAny draws what encoding/json makes of JSON where anything goes.
func genAny(depth int) *rapid.Generator[any] {
	kinds := []*rapid.Generator[any]{
		rapid.Just[any](nil), rapid.Bool().AsAny(), genText.AsAny(), rapid.Float64().AsAny(),
	}
	if depth > 0 {
		inner := genAny(depth - 1)
		kinds = append(kinds, rapid.SliceOfN(inner, 0, 3).AsAny(), rapid.MapOfN(genText, inner, 0, 3).AsAny())
	}
	return rapid.OneOf(kinds...)
}

func genDoc(depth int) *rapid.Generator[doc] {
	return rapid.Custom(func(t *rapid.T) doc {
		v := doc{
			Format: genText.Draw(t, "format"), Count: rapid.Int64().Draw(t, "count"), Small: rapid.Int8().Draw(t, "small"),
			Size: rapid.Uint64().Draw(t, "size"), Tiny: rapid.Uint8().Draw(t, "tiny"), Ratio: rapid.Float64().Draw(t, "ratio"),
			Single: rapid.Float32().Draw(t, "single"), On: rapid.Bool().Draw(t, "on"), Colour: genColour.Draw(t, "colour"),
			Colours:  some(t, "colours", genColour),
			Grades:   some(t, "grades", rapid.Map(rapid.Uint8Max(5), func(n uint8) grade { return grade(n) })),
			Day:      day{rapid.IntRange(1, 9999).Draw(t, "y"), rapid.IntRange(1, 12).Draw(t, "m"), rapid.IntRange(1, 28).Draw(t, "d")},
			Amount:   genAmount.Draw(t, "amount"),
			Bytes:    some(t, "bytes", rapid.Byte()),
			Pair:     [2]int{rapid.Int().Draw(t, "left"), rapid.Int().Draw(t, "right")},
			Records:  some(t, "records", genRecord),
			Others:   some(t, "others", rapid.Map(genRecord, func(r record) *record { return &r })),
			ByName:   someMap(t, "byName", genText, genRecord),
			ByColour: someMap(t, "byColour", genColour, rapid.Int()),
			ByNumber: someMap(t, "byNumber", rapid.Int8(), genText),
			BySize:   someMap(t, "bySize", rapid.Uint16(), rapid.Bool()),
			ByAmount: someMap(t, "byAmount", genAmount, rapid.Int()),
			Free:     genAny(2).Draw(t, "free"),
			Number:   json.Number(fmt.Sprint(rapid.Float64().Draw(t, "number"))),
			Odd:      rapid.Int().Draw(t, "odd"), Dash: rapid.Int().Draw(t, "dash"), Plain: genText.Draw(t, "plain"),
			base: base{Title: genText.Draw(t, "title")},
		}
		if rapid.Bool().Draw(t, "raw?") {
			v.Raw = mustMarshal(genAny(2).Draw(t, "raw"))
		}
		if rapid.Bool().Draw(t, "far?") {
			v.Far = ptr(ptr(rapid.Int().Draw(t, "far")))
		}
		if rapid.Bool().Draw(t, "note?") {
			v.Extra = &Extra{Note: rapid.StringN(1, 5, -1).Draw(t, "note")}
		}
		if depth > 0 && rapid.Bool().Draw(t, "next?") {
			v.Next = ptr(genDoc(depth-1).Draw(t, "next"))
		}
		return v
	})
}

func TestProp_whatMarshalWritesIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := genDoc(1).Draw(t, "doc")
		data := mustMarshal(want)
		var got doc
		if r := strict.Decode(data, &got, strict.Options{}); len(r.Problems) > 0 {
			t.Fatalf("%s\n%v", data, r.Problems)
		}
		same(t, want, got)
	})
}

// fragments are what a vandal puts into a document.
var fragments = []string{
	`"`, `\`, `,`, `:`, `{`, `}`, `[`, `]`, `null`, `true`, `0`, `-`, `1.5`, `1e999`, `"x"`, `"red"`, `"count":1,`, `,"Count":1`, `,"x":[{}]`,
	"\xff", `\ud800`, `\u0041`, ` `, "\n", "\t", `é`, `[[[[[[[[[[`, `"id":"",`, `"id":1,`, `{"id":"a","id":"b"},`,
}

// genDamaged draws a document of type doc with up to three faults, which may cancel out.
var genDamaged = rapid.Custom(func(t *rapid.T) []byte {
	data := string(mustMarshal(genDoc(1).Draw(t, "doc")))
	for range rapid.IntRange(0, 3).Draw(t, "faults") {
		from := rapid.IntRange(0, len(data)).Draw(t, "from")
		to := min(len(data), from+rapid.SampledFrom([]int{0, 0, 1, 2, 10}).Draw(t, "length"))
		data = data[:from] + rapid.SampledFrom(fragments).Draw(t, "fragment") + data[to:]
	}
	return []byte(data)
})

func TestProp_damagedDocuments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := genDamaged.Draw(t, "data")
		checkDecode(t, data, func() any { return new(doc) })
		checkDecode(t, data, func() any { return new(any) })
		checkDecode(t, data, func() any { return new(map[string]any) })
	})
}

// A lenient reading is the strict reading of the document without the bad records.
func TestProp_lenient(t *testing.T) {
	bad := []string{`{"id":1}`, `{"id":"a","colour":"x"}`, `null`, `[]`, `{"id":"a","id":"b"}`, `{"x":[1,{}]}`, `"\ud800"`}
	rapid.Check(t, func(t *rapid.T) {
		var all, good []string
		var aside []string
		var original []int
		for i := range rapid.IntRange(0, 8).Draw(t, "n") {
			if rapid.Bool().Draw(t, "bad") {
				all = append(all, rapid.SampledFrom(bad).Draw(t, "record"))
				aside = append(aside, fmt.Sprint("/records/", i))
				continue
			}
			rec := string(mustMarshal(genRecord.Draw(t, "record")))
			all, good, original = append(all, rec), append(good, rec), append(original, i)
		}
		space := rapid.SampledFrom([]string{"", " ", "\n\t"}).Draw(t, "space")
		write := func(records []string) []byte {
			return []byte(`{"count":1,"records":[` + space + strings.Join(records, space+","+space) + space + `],"on":true}`)
		}
		var got, want doc
		r := strict.Decode(write(all), &got, strict.Options{Lenient: true})
		if strictly := strict.Decode(write(good), &want, strict.Options{}); len(strictly.Problems)+len(r.Problems) > 0 {
			t.Fatalf("refused: %v, %v", r.Problems, strictly.Problems)
		}
		same(t, want, got)
		var paths []string
		for i, a := range r.Aside {
			paths = append(paths, a.Path)
			for _, p := range a.Problems {
				if p.Path != a.Path && !strings.HasPrefix(p.Path, a.Path+"/") {
					t.Errorf("problem %d of %s is elsewhere: %s", i, a.Path, p.Path)
				}
			}
		}
		same(t, aside, paths)
		for i, n := range original {
			if got := r.Original(fmt.Sprintf("/records/%d/id", i)); got != fmt.Sprintf("/records/%d/id", n) {
				t.Errorf("Original of record %d is %s, want %d", i, got, n)
			}
		}
	})
}

// checkDecode holds what must be true of any document.
func checkDecode(t rapid.TB, data []byte, target func() any) {
	t.Helper()
	got := target()
	r := strict.Decode(data, got, strict.Options{})
	if again := strict.Decode(data, target(), strict.Options{}); !reflect.DeepEqual(r, again) {
		t.Fatalf("%q: another report the second time:\n%v\n%v", data, r, again)
	}
	if len(r.Problems) == 0 {
		want := target()
		if err := json.Unmarshal(data, want); err != nil {
			t.Fatalf("%q: accepted, but %v", data, err)
		}
		same(t, want, got)
	} else if !reflect.DeepEqual(target(), got) {
		t.Fatalf("%q: refused, but read", data)
	}
	if _, free := got.(*any); free {
		if reason := refusal(data); (reason == "") != (len(r.Problems) == 0) {
			t.Fatalf("%q: %v, but the oracle says %q", data, r.Problems, reason)
		}
	}
	checkForm(t, data, r)
	for _, o := range []strict.Options{{Lenient: true}, {AllowUnknown: true}, {Lenient: true, AllowUnknown: true, MaxProblems: 2}} {
		got := target()
		milder := strict.Decode(data, got, o)
		if len(r.Problems) == 0 && len(milder.Problems) > 0 {
			t.Fatalf("%q: accepted strictly, but with %+v: %v", data, o, milder.Problems)
		}
		if len(milder.Problems) == 0 && !json.Valid(data) {
			t.Fatalf("%q: accepted with %+v, but not JSON", data, o)
		}
	}
}

// checkForm holds what must be true of any report.
func checkForm(t rapid.TB, data []byte, r strict.Report) {
	t.Helper()
	valid, fatal := json.Valid(data), 0
	resolvable := valid
	for _, p := range r.Problems {
		switch p.Code {
		case strict.CodeSyntax, strict.CodeTrailingData, strict.CodeTooDeep, strict.CodeTooManyProblems:
			fatal++
		case strict.CodeDuplicateMember, strict.CodeInvalidUTF8, strict.CodeTarget:
			resolvable = false // the tree that follows has lost them
		}
		if !utf8.ValidString(p.Path) {
			t.Fatalf("%q: pointer %q is not UTF-8", data, p.Path)
		}
	}
	if !valid && fatal != 1 {
		t.Fatalf("%q is no JSON, but: %v", data, r.Problems)
	}
	if !resolvable {
		return
	}
	var tree any
	dec := json.NewDecoder(strings.NewReader(string(data)))
	dec.UseNumber()
	if err := dec.Decode(&tree); err != nil {
		t.Fatalf("%q: %v", data, err)
	}
	for _, p := range r.Problems {
		if !resolves(tree, p.Path) {
			t.Fatalf("%q: no place %s", data, p.Path)
		}
	}
}

// resolves reports whether a JSON pointer names a place in the tree.
func resolves(tree any, pointer string) bool {
	if pointer == "" {
		return true
	}
	step, rest, deeper := strings.Cut(pointer[1:], "/")
	if deeper {
		rest = "/" + rest
	}
	switch v := tree.(type) {
	case map[string]any:
		inner, ok := v[strings.NewReplacer("~1", "/", "~0", "~").Replace(step)]
		return ok && resolves(inner, rest)
	case []any:
		for i, inner := range v {
			if fmt.Sprint(i) == step {
				return resolves(inner, rest)
			}
		}
	}
	return false
}
