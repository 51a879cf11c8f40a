package strict_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/internal/strict"
)

type (
	left struct {
		X int
		Y string `json:"Z"`
		//lint:ignore SA5008 encoding/json takes the field's own name instead
		W string `json:"bad\\name"`
		deep
	}
	right struct {
		X    string
		Y    int
		Deep int `json:",omitempty"`
		Word word
	}
	deep struct {
		A    int `json:"a,omitempty"`
		B    string
		X    bool
		Deep string
	}
	loop struct {
		N int
		*Loop
	}
	// Loop embeds itself.
	Loop struct {
		M string
		*Loop
	}
	twinA struct{ deep }
	twinB struct{ deep }
	word  string
	Word  string
)

// The members that a struct takes, and where they go, are those of encoding/json.
func TestDecode_fields(t *testing.T) {
	for _, v := range []any{
		left{},
		right{},
		deep{},
		loop{},
		doc{},
		inventory{},
		struct{ left }{},
		struct{ *Loop }{},
		struct {
			left
			right
		}{},
		struct {
			left
			R right `json:"right"`
		}{},
		struct {
			left
			X []int `json:"-"`
			//lint:ignore SA5008 the name is a hyphen
			B []int `json:"-,"`
		}{},
		struct {
			left
			Other bool `json:"X"`
			A     bool `json:"a"`
		}{},
		struct {
			left
			right
			X, Z bool
		}{},
		struct {
			twinA
			twinB
		}{},
		struct {
			twinA
			B bool
			twinB
		}{},
		struct {
			deep
			twinA
		}{},
		reflect.Zero(reflect.StructOf([]reflect.StructField{ // vet would not let it be written
			{Name: "A", Type: reflect.TypeFor[int](), Tag: `json:"X"`},
			{Name: "B", Type: reflect.TypeFor[int](), Tag: `json:"X"`},
		})).Interface(),
		struct {
			X int
			B string `json:"X"`
		}{},
		struct {
			word
			Word
			int
			L    deep
			Kind map[string]int `json:"ä b!,omitempty"`
		}{},
		struct {
			Word `json:"word"`
			N    Loop `json:"n"`
			hide int
		}{hide: 1},
	} {
		typ := reflect.TypeOf(v)
		for _, name := range []string{
			"X", "Y", "Z", "W", "A", "B", "L", "M", "N", "a", "n", "x", "-", "R", "right", "Deep", "deep", "left", "Loop", "loop",
			"bad\\name", "Word", "word", "int", "hide", "ä b!", "Kind", "Other", "twinA", "count", "title", "note", "Extra", "base", "Plain",
		} {
			for _, value := range []string{`1`, `"s"`, `true`, `{}`, `[]`} {
				input := mustMarshal(map[string]json.RawMessage{name: json.RawMessage(value)})
				want := reflect.New(typ)
				dec := json.NewDecoder(bytes.NewReader(input))
				dec.DisallowUnknownFields()
				err := dec.Decode(want.Interface())

				got := reflect.New(typ)
				r := strict.Decode(input, got.Interface(), strict.Options{})
				wrongCase := slices.ContainsFunc(r.Problems, func(p strict.Problem) bool {
					return p.Code == strict.CodeMemberCase
				})
				switch {
				case wrongCase && err == nil: // strictness, on purpose
				case len(r.Problems) > 0 != (err != nil):
					t.Errorf("%s into %v: %v, but encoding/json says %v", input, typ, r.Problems, err)
				case err == nil:
					same(t, want.Interface(), got.Interface())
				}
			}
		}
	}
}

// Duplicates are seen however many members a struct has.
func TestDecode_manyFields(t *testing.T) {
	var fields []reflect.StructField
	for i := range 200 {
		fields = append(fields, reflect.StructField{Name: fmt.Sprint("F", i), Type: reflect.TypeFor[int]()})
	}
	v := reflect.New(reflect.StructOf(fields))
	r := strict.Decode([]byte(`{"F127":1,"F128":1,"F199":1,"F0":1}`), v.Interface(), strict.Options{})
	if len(r.Problems) > 0 || v.Elem().Field(199).Int() != 1 {
		t.Errorf("problems: %v", r.Problems)
	}
	for _, name := range []string{"F0", "F63", "F64", "F127", "F128", "F199"} {
		input := fmt.Sprintf(`{"F5":1,%q:1,"F150":1,%[1]q:1}`, name)
		r := strict.Decode([]byte(input), v.Interface(), strict.Options{})
		if len(r.Problems) != 1 || r.Problems[0].Code != strict.CodeDuplicateMember || r.Problems[0].Path != "/"+name {
			t.Errorf("%s: %v", input, r.Problems)
		}
	}
}
