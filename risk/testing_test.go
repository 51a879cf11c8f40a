package risk_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/risk"
	"github.com/aimskit/aimskit/risk"
)

var equalAmounts = cmp.Comparer(func(a, b aims.Amount) bool { return a.Equal(b) })

func day(s string) aims.Date { return aims.MustDate(s) }

// same compares two values.
func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got, equalAmounts); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// register builds a register that must be sound.
func register(t testing.TB, r risk.Records) *risk.Register {
	t.Helper()
	out, err := risk.NewRegister(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// assess judges records at the day of the generator.
func assess(t testing.TB, r risk.Records, f risk.Facts) *risk.Assessment {
	t.Helper()
	a, err := register(t, r).Assess(day(gen.At), f)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// problem is a problem as the tests write it.
type problem struct {
	Code aims.Code
	Path string
}

func problemsOf(t *testing.T, err error) []problem {
	t.Helper()
	if err != nil && aims.Problems(err) == nil {
		t.Fatalf("error without problems: %v", err)
	}
	var out []problem
	for _, p := range aims.Problems(err) {
		if s := p.Sentence(); strings.ContainsAny(s, "{}") || s == string(p.Code) {
			t.Errorf("%s has no finished sentence: %q", p.Code, s)
		}
		out = append(out, problem{p.Code, p.Path})
	}
	return out
}

func read(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := aims.Decode(data, into, aims.DecodeOptions{}); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// update writes a golden file when that is asked for.
func update(t *testing.T, name string, data []byte) {
	t.Helper()
	if os.Getenv("WRITE_FIXTURES") == "" {
		return
	}
	if err := os.WriteFile(filepath.Join("testdata", name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// set changes a JSON value at a pointer: "-" appends to a list, and nil
// removes a member or an element.
func set(t *testing.T, in any, pointer string, value any) any {
	t.Helper()
	if pointer == "" {
		return value
	}
	step, rest, _ := strings.Cut(pointer[1:], "/")
	if rest != "" {
		rest = "/" + rest
	}
	switch v := in.(type) {
	case map[string]any:
		v = maps.Clone(v)
		if value == nil && rest == "" {
			delete(v, step)
			return v
		}
		inner := v[step]
		if inner == nil && strings.HasPrefix(rest, "/-") {
			inner = []any{}
		}
		v[step] = set(t, inner, rest, value)
		return v
	case []any:
		v = slices.Clone(v)
		if step == "-" {
			return append(v, value)
		}
		i, err := strconv.Atoi(step)
		if err != nil || i >= len(v) {
			t.Fatalf("no element %s", pointer)
		}
		if value == nil && rest == "" {
			return slices.Delete(v, i, i+1)
		}
		v[i] = set(t, v[i], rest, value)
		return v
	}
	t.Fatalf("nothing at %s", pointer)
	return nil
}

// tree turns a value into maps and lists.
func tree(t *testing.T, v any) any {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// leaf is a value of a tree that holds no others.
type leaf struct {
	pointer string
	value   any
}

// leaves lists the leaves of a tree in the order of their pointers.
func leaves(in any) []leaf {
	var out []leaf
	var visit func(pointer string, v any)
	visit = func(pointer string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, name := range slices.Sorted(maps.Keys(v)) {
				visit(pointer+"/"+name, v[name])
			}
		case []any:
			for i, e := range v {
				visit(pointer+"/"+strconv.Itoa(i), e)
			}
		default:
			out = append(out, leaf{pointer, v})
		}
	}
	visit("", in)
	return out
}
