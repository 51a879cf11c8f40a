package schematest_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/impact"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// published compiles the schema, and each kind's definition by itself.
func published(t testing.TB) (whole *jsonschema.Schema, kinds map[aims.Kind]*jsonschema.Schema) {
	t.Helper()
	doc := value(t, audit.Schema())
	c := jsonschema.NewCompiler()
	c.AssertFormat() // dates that no calendar has
	id := doc.(map[string]any)["$id"].(string)
	if err := c.AddResource(id, doc); err != nil {
		t.Fatal(err)
	}
	whole, err := c.Compile(id)
	if err != nil {
		t.Fatal(err)
	}
	kinds = map[aims.Kind]*jsonschema.Schema{}
	for _, k := range audit.Kinds() {
		if kinds[k], err = c.Compile(id + "#/$defs/" + string(k)); err != nil {
			t.Fatal(err)
		}
	}
	return whole, kinds
}

// value reads JSON as the validator wants it.
func value(t testing.TB, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func marshal(t testing.TB, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// sample is one sound record.
type sample struct {
	name string
	kind aims.Kind
	data []byte
}

// documents are whole snapshots that the library reads: the generators' and
// the ten months of the example.
func documents(t testing.TB) map[string][]byte {
	docs := map[string][]byte{
		"conforming": marshal(t, gen.Conforming()),
		"empty":      []byte(`{"format":"` + aims.Format + `","taken":"2026-06-30"}`),
	}
	for month := 1; month <= 10; month++ {
		n := strconv.Itoa(month)
		name := "examples/techserve/snapshots/month" + strings.Repeat("0", 2-len(n)) + n + ".json"
		docs[name] = read(t, name)
	}
	return docs
}

// samples are sound records: one full and one minimal one of the kinds that
// have such test data, and the first of every other kind of the documents.
func samples(t testing.TB) []sample {
	out := []sample{{"own", controls.KindCustom, []byte(`{"key":"own/C-1","title":"a","purpose":"b","why":"c"}`)}}
	for _, f := range fixtures(t) {
		if len(f.Want) == 0 {
			out = append(out, sample{f.file + " " + f.Desc, f.Kind, f.Input})
		}
	}
	for _, k := range []aims.Kind{impact.KindMethod, impact.KindScreening, impact.KindAssessment} {
		name := "impact/testdata/records/" + string(k) + ".json"
		out = append(out, sample{name, k, read(t, name)})
	}
	for _, doc := range []string{"examples/techserve/snapshots/month10.json", "conforming"} {
		s, _, err := audit.Decode(documents(t)[doc], aims.DecodeOptions{})
		if err != nil {
			t.Fatal(err)
		}
		tested := slices.Clone(out)
		for r := range s.All() {
			k := r.Ref().Kind
			if !slices.ContainsFunc(tested, func(s sample) bool { return s.kind == k }) {
				tested = append(tested, sample{kind: k})
				out = append(out, sample{doc + " " + r.Ref().String(), k, marshal(t, r)})
			}
		}
	}
	return out
}

// fixture is one record of the packages' test data.
type fixture struct {
	file  string
	Desc  string          `json:"desc"`
	Kind  aims.Kind       `json:"kind"`
	Input json.RawMessage `json:"input"`
	Want  []struct{ Code aims.Code }
}

func fixtures(t testing.TB) []fixture {
	var out []fixture
	for _, k := range audit.Kinds() {
		name := "aims/testdata/records/" + string(k) + ".json"
		if _, err := os.Stat(filepath.Join("..", "..", filepath.FromSlash(name))); err == nil {
			out = append(out, load(t, name, k)...)
		}
	}
	return append(out, load(t, "audit/testdata/records.json", "")...)
}

func load(t testing.TB, name string, kind aims.Kind) []fixture {
	var list []fixture
	if err := json.Unmarshal(read(t, name), &list); err != nil {
		t.Fatal(err)
	}
	for i := range list {
		list[i].file = name
		if kind != "" {
			list[i].Kind = kind
		}
	}
	return list
}

// problems says what the library finds wrong with a record.
func problems(kind aims.Kind, data []byte) []aims.Problem {
	var s audit.Snapshot
	r, _, err := s.Add(kind, data, aims.DecodeOptions{})
	if err == nil {
		err = r.Validate()
	}
	return aims.Problems(err)
}

func TestDocuments(t *testing.T) {
	whole, _ := published(t)
	for name, data := range documents(t) {
		if err := whole.Validate(value(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSamples(t *testing.T) {
	_, kinds := published(t)
	var seen []aims.Kind
	for _, s := range samples(t) {
		seen = append(seen, s.kind)
		if got := problems(s.kind, s.data); got != nil {
			t.Fatalf("%s is not sound: %v", s.name, got)
		}
		if err := kinds[s.kind].Validate(value(t, s.data)); err != nil {
			t.Errorf("%s: %v", s.name, err)
		}
	}
	for _, k := range audit.Kinds() {
		if !slices.Contains(seen, k) {
			t.Errorf("no sample of kind %s", k)
		}
	}
}
