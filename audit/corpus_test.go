package audit_test

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/google/go-cmp/cmp"
)

// TestBadDocuments reads testdata/bad-documents.json, a corpus that other
// languages can load: each document, and every problem that it must be
// refused with. The document stands in input, as hexadecimal bytes in hex, or
// is built from repeat.
func TestBadDocuments(t *testing.T) {
	data, err := os.ReadFile("testdata/bad-documents.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Desc   string `json:"desc"`
		Input  string `json:"input"`
		Hex    string `json:"hex"`
		Repeat struct {
			Prefix string `json:"prefix"`
			Text   string `json:"text"`
			Times  int    `json:"times"`
		} `json:"repeat"`
		Want []struct {
			Code aims.Code `json:"code"`
			Path string    `json:"path"`
		} `json:"want"`
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) < 40 {
		t.Fatalf("only %d documents", len(cases))
	}
	for _, c := range cases {
		t.Run(c.Desc, func(t *testing.T) {
			doc := []byte(c.Input)
			if c.Hex != "" {
				if doc, err = hex.DecodeString(c.Hex); err != nil {
					t.Fatal(err)
				}
			}
			if c.Repeat.Times > 0 {
				doc = []byte(c.Repeat.Prefix + strings.Repeat(c.Repeat.Text, c.Repeat.Times))
			}
			_, err := audit.Read(doc, audit.Options{})
			type problem struct {
				Code aims.Code
				Path string
			}
			var got, want []problem
			for _, p := range aims.Problems(err) {
				got = append(got, problem{p.Code, p.Path})
				if s := p.Sentence(); s == "" || strings.ContainsAny(s, "{}") && !strings.ContainsAny(strings.Join(values(p.Args), ""), "{}") {
					t.Errorf("an argument of the sentence is missing: %s", p)
				}
			}
			for _, w := range c.Want {
				want = append(want, problem{w.Code, w.Path})
			}
			if len(got) > 0 && got[len(got)-1].Code == aims.TooDeep {
				got[len(got)-1].Path = "" // the place is as deep as the limit
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got)\n%s\n%v", diff, err)
			}
		})
	}
}

func values(m map[string]string) []string {
	var list []string
	for _, v := range m {
		list = append(list, v)
	}
	return list
}
