package strict_test

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/internal/strict"
)

// badCase is one document of testdata/bad.json. Its input is before, then input or the bytes of
// inputBase64, then repeat so many times.
type badCase struct {
	Desc        string `json:"desc"`
	Before      string `json:"before"`
	Input       string `json:"input"`
	InputBase64 []byte `json:"inputBase64"`
	Repeat      string `json:"repeat"`
	Times       int    `json:"times"`
	Target      string `json:"target"` // "unfit", or nothing for doc
	Options     strict.Options
	Want        []struct {
		Code string            `json:"code"`
		Path string            `json:"path"`
		Args map[string]string `json:"args"` // those that are compared
	} `json:"want"`
}

func (c badCase) data() []byte {
	return []byte(c.Before + c.Input + string(c.InputBase64) + strings.Repeat(c.Repeat, c.Times))
}

func loadCorpus[T any](t testing.TB, file string) []T {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases []T
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

func TestDecode_badDocuments(t *testing.T) {
	covered := map[string]bool{}
	for _, c := range loadCorpus[badCase](t, "testdata/bad.json") {
		t.Run(c.Desc, func(t *testing.T) {
			var target any = new(doc)
			if c.Target == "unfit" {
				target = new(unfit)
			}
			got := strict.Decode(c.data(), target, c.Options).Problems
			var have, want []string
			for _, p := range got {
				have = append(have, p.Code+" "+p.Path)
			}
			for _, p := range c.Want {
				want = append(want, p.Code+" "+p.Path)
				covered[p.Code] = true
			}
			if diff := cmp.Diff(want, have); diff != "" {
				t.Fatalf("problems (-want +got):\n%s", diff)
			}
			for i, p := range c.Want {
				for k, v := range p.Args {
					if diff := cmp.Diff(v, got[i].Args[k]); diff != "" {
						t.Errorf("%s, argument %s (-want +got):\n%s", p.Code, k, diff)
					}
				}
			}
			if !reflect.ValueOf(target).Elem().IsZero() {
				t.Errorf("a refused document changed the target: %+v", target)
			}
		})
	}
	for _, code := range codes {
		if !covered[code] {
			t.Errorf("no document yields %s", code)
		}
	}
}

var codes = []string{
	strict.CodeSyntax, strict.CodeTrailingData, strict.CodeUnknownMember, strict.CodeDuplicateMember,
	strict.CodeMemberCase, strict.CodeNull, strict.CodeWrongType, strict.CodeUnknownWord,
	strict.CodeNumberRange, strict.CodeInvalidUTF8, strict.CodeTooLarge, strict.CodeTooDeep,
	strict.CodeTooManyProblems, strict.CodeTarget,
}

func TestDecode_goodDocuments(t *testing.T) {
	for _, c := range loadCorpus[badCase](t, "testdata/good.json") {
		t.Run(c.Desc, func(t *testing.T) {
			var got, want doc
			r := strict.Decode(c.data(), &got, c.Options)
			if diff := cmp.Diff(strict.Report{}, r); diff != "" {
				t.Fatalf("report (-want +got):\n%s", diff)
			}
			if err := json.Unmarshal(c.data(), &want); err != nil {
				t.Fatal(err)
			}
			same(t, want, got)
		})
	}
}

// same fails the test if two values differ, in fields that are not exported too.
func same(t rapid.TB, want, got any) {
	t.Helper()
	if !reflect.DeepEqual(want, got) { // cmp takes for ever over deep nesting
		whole := cmp.Exporter(func(reflect.Type) bool { return true })
		t.Fatalf("value (-want +got):\n%s", cmp.Diff(want, got, whole))
	}
}
