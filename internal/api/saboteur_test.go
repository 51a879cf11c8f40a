package api_test

import (
	"maps"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/internal/api"
	"github.com/aimskit/aimskit/internal/layers"
)

// small is a repository whose API has one of each kind, all documented, with
// links that lead somewhere.
func small(files map[string]string) fstest.MapFS {
	all := map[string]string{
		"go.mod": "module example.org/house\nrequire example.org/unseen v1.0.0\n",
		"doc.go": "// Package house leads to [example.org/house/aims] and [example.org/house/aims.Level.Name].\npackage house\n",
		"aims/doc.go": `// Package aims links [Level], [*Level], [Kind.String], [Level.Name], [Named.Known], [aims.Level],
// [rand.Rand], [math/big.Int.Add], [fmt.Stringer], [context], [unseen.Whatever], not x[i] or [a b] or [0].
//
// # See [Max]
//
//   - a list of [Kinds]
//
// A [text with a link] is no [Level]'s business.
//
// [text with a link]: https://example.org/
package aims
`,
		"aims/level.go": `package aims

import (
	"errors"
	"math/rand/v2"
	_ "strings"

	"example.org/unseen"
)

// Max and Min are limits.
const (
	Max  = 1 << 10
	Min  Kind = iota
	Word = "word"
	inner = 3
)

// Second depends on somebody else.
const Second = 60 * unseen.Minute

const (
	Commented = 'x' // stands beside
)

// ErrLevel is returned.
var ErrLevel = errors.New("aims: level")

// Rank has a type, and Plain has a value.
var Rank, Other map[string]int

var Plain = Max + 1 // a number

// Kind is a kind.
type Kind uint8

// String names it.
func (k Kind) String() string { return "" }

// Named is known by name.
type Named interface {
	// Known tells.
	Known(at int, more ...string) (ok bool, err error)
	hidden()
}

// Kinds is a union.
type Kinds interface{ ~string | Kind }

// Level has a Name.
type Level struct {
	Kind
	Named
	Name string ` + "`json:\"name\"`" + `

	A, B int
	C    float64
	D    *rand.Rand // is random
	note string
}

// UnmarshalText reads.
func (l *Level) UnmarshalText(text []byte) error { return nil }

func (l *Level) forget() {}

type (
	// Pair is generic.
	Pair[K comparable, V any] struct{ key K; value V }

	// Alias is another name.
	Alias = Level

	// Func is called.
	Func func(Level) (int, error)

	small struct{ Field int }
)

// Keys gives keys.
func (p Pair[K, V]) Keys() []K { return nil }

// Of makes one of [Pair].
func Of[K comparable, V any](
	k K,
	v V,
) Pair[K, V] {
	return Pair[K, V]{k, v}
}

func unexported() {}

func (small) Method() {}
`,
		"aims/level_test.go":       "package aims\n\nfunc Exported() {}\n",
		"aims/only/only_test.go":   "package only_test\n",
		"internal/canon/doc.go":    "// Package canon links [Canon].\npackage canon\n\nfunc Canon() {}\n",
		"examples/demo/doc.go":     "// Demo demonstrates.\npackage main\n\nfunc Run() {}\n",
		"audit/internal/x/doc.go":  "// Package x is hidden.\npackage x\n\nfunc X() {}\n",
		"audit/report/cmd/main.go": "// Cmd is a program.\npackage main\n\nfunc Run() {}\n",
	}
	maps.Copy(all, files)
	fsys := make(fstest.MapFS)
	for name, text := range all {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

const smallListing = `package aims // example.org/house/aims

const Commented = 120
const Max = 1024
const Min Kind = 1
const Second = 60 * unseen.Minute
const Word = "word"

var ErrLevel = errors.New(…)
var Other map[string]int
var Plain = Max + 1
var Rank map[string]int

func Of[K comparable, V any](k K, v V) Pair[K, V]

type Alias = Level

type Func func(Level) (int, error)

type Kind uint8
	func (Kind) String() string

type Kinds interface
	~string | Kind

type Level struct
	Kind
	Named
	Name string ` + "`json:\"name\"`" + `
	A int
	B int
	C float64
	D *rand.Rand
	// and unexported ones
	func (Level) Known(at int, more ...string) (ok bool, err error) // promoted
	func (Level) String() string // promoted
	func (*Level) UnmarshalText(text []byte) error

type Named interface
	Known(at int, more ...string) (ok bool, err error)
	// and unexported ones

type Pair[K comparable, V any] struct
	// and unexported ones
	func (Pair) Keys() []K
`

func TestListing_small(t *testing.T) {
	a := api.Read(load(t, small(nil)))
	var dirs []string
	for _, p := range a.Packages() {
		dirs = append(dirs, p.Dir)
		if p.Dir == "aims" {
			if diff := cmp.Diff(smallListing, a.Listing(p)); diff != "" {
				t.Errorf("Listing (-want +got):\n%s", diff)
			}
		}
	}
	if diff := cmp.Diff([]string{".", "aims"}, dirs); diff != "" {
		t.Errorf("Packages (-want +got):\n%s", diff)
	}
}

func texts(breaches []layers.Breach) []string {
	var out []string
	for _, b := range breaches {
		out = append(out, b.String())
	}
	return out
}

func TestSmall_hasNoBreach(t *testing.T) {
	tree := load(t, small(nil))
	if got := texts(api.Undocumented(tree)); got != nil {
		t.Errorf("Undocumented: %q", got)
	}
	if got := texts(api.DeadLinks(tree)); got != nil {
		t.Errorf("DeadLinks: %q", got)
	}
}

func TestUndocumented_seesSaboteurs(t *testing.T) {
	tree := load(t, small(map[string]string{"aims/x.go": `package aims

const A, b = 1, 2

var V int

func F() {}

func (l *Level) M() {}

func (small) N() {}

type T struct{ X int }

// I has Named.
type I interface {
	Named()
	Unnamed()
}

//go:generate nothing
type G int
`}))
	want := []string{
		"aims/x.go:3: A is exported and has no comment",
		"aims/x.go:5: V is exported and has no comment",
		"aims/x.go:7: F is exported and has no comment",
		"aims/x.go:9: M is exported and has no comment",
		"aims/x.go:13: T is exported and has no comment",
		"aims/x.go:18: Unnamed is exported and has no comment",
		"aims/x.go:22: G is exported and has no comment",
	}
	if diff := cmp.Diff(want, texts(api.Undocumented(tree))); diff != "" {
		t.Errorf("Undocumented (-want +got):\n%s", diff)
	}
}

func TestDeadLinks_seesSaboteurs(t *testing.T) {
	tree := load(t, small(map[string]string{"aims/x.go": `package aims

// F links [Nowhere].
func F() {}

// G links [Level.Nothing], [audit.Snapshot], [rand.Nothing] and [example.org/house/audit.Snapshot].
const G = 1 // and [encoding/nothing.X]

// [H] is quoted, and so is [I.J].
type (
	// Two spells it [*Levle].
	Two struct {
		X int // see [Two.Y]
	}
)

// a links [Nowhere], but is not exported.
func a() {}
`}))
	want := []string{
		"aims/x.go:3: the link [Nowhere] leads nowhere: example.org/house/aims has no Nowhere",
		"aims/x.go:6: the link [Level.Nothing] leads nowhere: example.org/house/aims has no Level.Nothing",
		"aims/x.go:6: the link [audit.Snapshot] leads nowhere: audit is not imported here; give the whole import path",
		"aims/x.go:6: the link [example.org/house/audit.Snapshot] leads nowhere: there is no package example.org/house/audit",
		"aims/x.go:6: the link [rand.Nothing] leads nowhere: math/rand/v2 has no Nothing",
		"aims/x.go:7: the link [encoding/nothing.X] leads nowhere: there is no package encoding/nothing",
		"aims/x.go:9: the link [H] leads nowhere: example.org/house/aims has no H",
		"aims/x.go:9: the link [I.J] leads nowhere: example.org/house/aims has no I.J",
		"aims/x.go:11: the link [*Levle] leads nowhere: example.org/house/aims has no Levle",
		"aims/x.go:13: the link [Two.Y] leads nowhere: example.org/house/aims has no Two.Y",
	}
	got := texts(api.DeadLinks(tree))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("DeadLinks (-want +got):\n%s", diff)
	}
}
