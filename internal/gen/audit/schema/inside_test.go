package schema

import (
	"errors"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

// odd has a text of its own that nobody described.
type odd string

func (o *odd) UnmarshalText([]byte) error { return errors.New("odd") }

// strange has JSON of its own.
type strange struct{ _ int }

func (s *strange) UnmarshalJSON([]byte) error { return nil }

// remark lists something that is no word.
type remark string

func (r *remark) UnmarshalText([]byte) error { return remarks{} }

type remarks struct{}

func (remarks) Error() string   { return "" }
func (remarks) Words() []string { return []string{"red", "or any other colour"} }

// A type that is not described is an error, never a guess.
func TestSchema_unknownType(t *testing.T) {
	for _, typ := range []reflect.Type{
		reflect.TypeFor[odd](), reflect.TypeFor[strange](), reflect.TypeFor[remark](), reflect.TypeFor[float64](),
		reflect.TypeFor[any](), reflect.TypeFor[map[string]int](), reflect.TypeFor[[]odd](), reflect.TypeFor[uint8](),
	} {
		m := &maker{comments: comments{}, defs: map[string]object{}}
		m.schema(typ, false)
		if m.err == nil || !strings.Contains(m.err.Error(), "table of forms") {
			t.Errorf("%s: %v", typ, m.err)
		}
	}
}

type whole struct {
	ID     aims.PersonID `json:"id"`
	One    string        `json:"one"` // one of the two
	Other  string        `json:"other"`
	Yes    aims.Answer   `json:"yes"`
	Why    string        `json:"why"` // when the answer is yes
	Held   part          `json:"held"`
	Parts  []part        `json:"parts"`
	Texts  []string      `json:"texts"`
	Blanks []string      `json:"blanks"`
	Keys   []aims.Key    `json:"keys"`
}

type part struct {
	Name string `json:"name"`
	Note string `json:"note"`
}

func (w whole) Validate() error {
	var c aims.Checker
	aims.CheckID(&c, "id", w.ID)
	if w.One == "" && w.Other == "" {
		c.Add("one", aims.Missing)
	}
	if w.Yes == aims.Yes {
		c.Text("why", w.Why)
	}
	c.Text("held/name", w.Held.Name)
	for i, p := range w.Parts {
		c.Text(aims.Field("parts", i, "name"), p.Name)
		c.Text(aims.Field("parts", i, "note"), p.Note)
	}
	c.TextList("texts", w.Texts)
	c.Keys("keys", w.Keys)
	return c.Err()
}

// What is needed in one place only, or only next to something else, is not
// required.
func TestAsk(t *testing.T) {
	known := map[reflect.Type]*needs{}
	ask(reflect.TypeFor[[]whole](), known)
	got := map[string][3][]string{}
	for typ, n := range known {
		got[typ.Name()] = [3][]string{names(typ, n.members), names(typ, n.elements), names(typ, n.unique)}
	}
	want := map[string][3][]string{
		"whole": {{"id", "held"}, {"texts", "keys"}, {"keys"}},
		"part":  {{"name"}, nil, nil},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func names(t reflect.Type, set map[string]bool) []string {
	var out []string
	for i := range t.NumField() {
		if n := memberName(t.Field(i)); set[n] {
			out = append(out, n)
		}
	}
	return out
}

// Headings above a group of fields describe none of them.
func TestGather(t *testing.T) {
	got, err := gather(fstest.MapFS{"aims/x.go": {Data: []byte(`package aims

// Policy is a [Document] that
// binds.
//
// More.
type Policy struct {
	// What it says.
	Title string // see [aims.Checker]
	// Signed tells who signed it.
	Signed string
	// Heading
	Bare string
}
`)}, "aims/x_test.go": {Data: []byte("no Go")}})
	if err != nil {
		t.Fatal(err)
	}
	want := comments{
		"aims.Policy":        "Policy is a Document that binds.",
		"aims.Policy.Title":  "see aims.Checker",
		"aims.Policy.Signed": "Signed tells who signed it.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, tree := range []fs.FS{fstest.MapFS{}, fstest.MapFS{"risk/x.go": {Data: []byte("no Go")}}} {
		if _, err := Document(tree); err == nil {
			t.Error("a schema without sources")
		}
		if _, err := Dictionary(tree, nil); err == nil {
			t.Error("a dictionary without sources")
		}
	}
}
