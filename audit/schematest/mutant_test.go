package schematest_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"testing"
)

// mutant is a record with one change.
type mutant struct {
	what string // the change
	path string // where, as a pointer
	data []byte
}

// mutants returns the record with every single change of these: a member left
// out, an unknown one added, a value replaced by null, by one of another type,
// by a text that is no word or form of anything, by an empty text, list or object.
func mutants(t testing.TB, data []byte) []mutant {
	root := value(t, data)
	var out []mutant
	keep := func(what, path string) {
		out = append(out, mutant{what, path, marshal(t, root)})
	}
	var visit func(v any, path string, replace func(any))
	visit = func(v any, path string, replace func(any)) {
		if replace != nil {
			for _, c := range []struct {
				what string
				with any
			}{{"null", nil}, {"true", true}, {"number", json.Number("7.5")}, {"text", "? no such"}, {"empty text", ""}, {"empty list", []any{}}, {"empty object", map[string]any{}}} {
				replace(c.with)
				keep(c.what, path)
			}
			replace(v)
		}
		switch v := v.(type) {
		case map[string]any:
			v["noSuchMember"] = "x"
			keep("unknown member", path)
			delete(v, "noSuchMember")
			for _, name := range slices.Sorted(maps.Keys(v)) {
				child := v[name]
				delete(v, name)
				keep("left out", path+"/"+name)
				v[name] = child
				visit(child, path+"/"+name, func(with any) { v[name] = with })
			}
		case []any:
			if len(v) > 0 && replace != nil {
				replace(append(v[:len(v):len(v)], v[0]))
				keep("first element again", path)
				replace(v)
			}
			for i, child := range v[:min(len(v), 1)] { // the rest is of the same type
				visit(child, path+"/"+strconv.Itoa(i), func(with any) { v[i] = with })
			}
		}
	}
	visit(root, "", nil)
	return out
}
