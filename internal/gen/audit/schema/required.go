package schema

import (
	"reflect"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// needs says what Validate demands of a struct type, whatever else it holds.
type needs struct {
	members  map[string]bool // members that must be there and say something
	elements map[string]bool // lists of texts none of which may be blank
	unique   map[string]bool // lists of texts none of which may stand twice
}

// ask finds out what Validate demands of a struct type and of the types that
// it is made of, by asking it about values that lack one thing: a member is
// required when it is missed both in an empty value and in one where
// everything else is filled in. A type without a Validate of its own is asked
// about through the types that hold it, and needs what all of them demand.
func ask(t reflect.Type, known map[reflect.Type]*needs) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || hasForm(t) || known[t] != nil {
		return
	}
	if validates(t) {
		askThrough(t, nil, t, known)
	} else {
		known[t] = &needs{} // nobody checks it as a whole
	}
	for i := range t.NumField() {
		ask(t.Field(i).Type, known)
	}
}

func hasForm(t reflect.Type) bool {
	_, ok, _ := formOf(t)
	return ok
}

func validates(t reflect.Type) bool {
	return t.Implements(reflect.TypeFor[interface{ Validate() error }]())
}

// askThrough asks the type top about its part, of type t, that steps lead to.
func askThrough(top reflect.Type, steps []step, t reflect.Type, known map[reflect.Type]*needs) {
	found := needs{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for i := range t.NumField() {
		f := t.Field(i)
		name := memberName(f)
		empty := reflect.New(top).Elem()
		_, at := reach(empty, steps)
		full := reflect.New(top).Elem()
		fill(full)
		part, _ := reach(full, steps)
		part.Field(i).SetZero()
		at += "/" + name
		isStruct := f.Type.Kind() == reflect.Struct
		found.members[name] = misses(empty, at, isStruct) && misses(full, at, isStruct)
		if f.Type.Kind() == reflect.Slice && isText(f.Type.Elem()) {
			list := reflect.MakeSlice(f.Type, 1, 2)
			part.Field(i).Set(list)
			found.elements[name] = misses(full, at+"/0", false)
			fill(list.Index(0))
			part.Field(i).Set(reflect.Append(list, list.Index(0)))
			found.unique[name] = reports(full, aims.Twice, at+"/1")
		}
		inner := f.Type
		for inner.Kind() == reflect.Pointer || inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct && !hasForm(inner) && !validates(inner) {
			askThrough(top, append(steps[:len(steps):len(steps)], step{i, name}), inner, known)
		}
	}
	if before := known[t]; before != nil {
		found.members = both(found.members, before.members)
		found.elements = both(found.elements, before.elements)
		found.unique = both(found.unique, before.unique)
	}
	known[t] = &found
}

// isText reports whether a type is a text in JSON.
func isText(t reflect.Type) bool {
	return t.Kind() == reflect.String || hasForm(t) && t != reflect.TypeFor[aims.Amount]() && t != reflect.TypeFor[risk.Level]()
}

// reports reports whether Validate finds a problem at a place.
func reports(v reflect.Value, code aims.Code, at string) bool {
	return slices.ContainsFunc(problems(v), func(p aims.Problem) bool { return p.Code == code && p.Path == at })
}

func problems(v reflect.Value) []aims.Problem {
	return aims.Problems(v.Interface().(interface{ Validate() error }).Validate())
}

// misses reports whether Validate misses a member, or, of a struct without
// which a record is not sound, something in it.
func misses(v reflect.Value, at string, within bool) bool {
	return slices.ContainsFunc(problems(v), func(p aims.Problem) bool {
		return p.Code == aims.Missing && (p.Path == at || within && strings.HasPrefix(p.Path, at+"/"))
	})
}

func both(a, b map[string]bool) map[string]bool {
	out := map[string]bool{}
	for k := range a {
		out[k] = a[k] && b[k]
	}
	return out
}

func memberName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
