package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// Document returns the JSON Schema of a snapshot. The descriptions come from
// the sources below tree, the root of the module.
func Document(tree fs.FS) ([]byte, error) {
	m, err := newMaker(tree)
	if err != nil {
		return nil, err
	}
	snapshot := reflect.TypeFor[audit.Snapshot]()
	root := m.structure(snapshot)
	doc := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "urn:aimskit:snapshot:" + strings.TrimPrefix(aims.Format, "aimskit/")},
		{"title", "aimskit snapshot"},
	}
	doc = append(doc, root...)
	doc = append(doc, member{"$defs", m.sorted()})
	if m.err != nil {
		return nil, m.err
	}
	data, err := plain(doc)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = json.Indent(&out, data, "", " ")
	out.WriteByte('\n')
	return out.Bytes(), err
}

// maker makes definitions as members meet their types.
type maker struct {
	comments comments
	needs    map[reflect.Type]*needs
	kinds    map[reflect.Type]aims.Kind
	defs     map[string]object
	err      error // the first
}

func newMaker(tree fs.FS) (*maker, error) {
	said, err := gather(tree)
	if err != nil {
		return nil, err
	}
	m := &maker{said, map[reflect.Type]*needs{}, map[reflect.Type]aims.Kind{}, map[string]object{}, nil}
	snapshot := reflect.TypeFor[audit.Snapshot]()
	ask(snapshot, m.needs)
	m.needs[snapshot] = &needs{members: map[string]bool{"format": true, "taken": true}} // as Open demands
	for i := range snapshot.NumField() {
		t := snapshot.Field(i).Type
		if t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
			if r, ok := reflect.Zero(t.Elem()).Interface().(aims.Record); ok {
				m.kinds[t.Elem()] = r.Ref().Kind
			}
		}
	}
	return m, nil
}

// name is what a type's definition is called: a record's kind, or else the
// type's own name with its package.
func (m *maker) name(t reflect.Type) string {
	if k, ok := m.kinds[t]; ok {
		return string(k)
	}
	return t.String()
}

// structure returns the schema of a struct type.
func (m *maker) structure(t reflect.Type) object {
	var properties object
	var required []string
	need := m.needs[t]
	for i := range t.NumField() {
		f := t.Field(i)
		name := memberName(f)
		s := m.schema(f.Type, need.elements[name])
		if need.unique[name] {
			s = s.with("uniqueItems", true)
		}
		if need.members[name] {
			required = append(required, name)
			s = demand(f.Type, s)
		}
		if t == reflect.TypeFor[audit.Snapshot]() && name == "format" {
			s = object{{"const", aims.Format}}
		}
		if said := m.comments.field(t, f.Name); said != "" {
			s = s.with("description", said)
		}
		properties = append(properties, member{name, s})
	}
	out := object{}
	if said := m.comments.of(t); said != "" {
		out = out.with("description", said)
	}
	out = append(out, object{{"type", "object"}, {"properties", properties}}...)
	if len(required) > 0 {
		out = out.with("required", required)
	}
	return out.with("additionalProperties", false)
}

// demand adds that a required member must say something.
func demand(t reflect.Type, s object) object {
	switch {
	case t.Kind() == reflect.Slice:
		return s.with("minItems", 1)
	case t == reflect.TypeFor[string]():
		return s.with("pattern", anyText)
	case t.Kind() == reflect.String && !decodes(t):
		return s.with("minLength", 1)
	}
	return s
}

// schema returns the schema of a member's type, making definitions on the
// way; of a list, full says that no element is blank.
func (m *maker) schema(t reflect.Type, full bool) object {
	switch t.Kind() {
	case reflect.Pointer:
		return m.schema(t.Elem(), false)
	case reflect.Slice:
		items := m.schema(t.Elem(), false)
		if full {
			items = demand(t.Elem(), items)
		}
		return object{{"type", "array"}, {"items", items}}
	}
	if s, ok, err := formOf(t); ok {
		m.fail(err)
		name := m.name(t)
		if strings.HasSuffix(name, "ID") && t.Kind() == reflect.String && !decodes(t) {
			name = "id" // one form for all
		} else {
			s = m.described(t, s)
		}
		m.defs[name] = s
		return refer(name)
	}
	switch {
	case t.Kind() == reflect.Struct:
		if name := m.name(t); m.defs[name] == nil {
			m.defs[name] = object{} // a type may hold itself
			m.defs[name] = m.structure(t)
		}
		return refer(m.name(t))
	case t == reflect.TypeFor[map[string]string]():
		return object{{"type", "object"}, {"additionalProperties", object{{"type", "string"}}}}
	case t == reflect.TypeFor[string]():
		return object{{"type", "string"}}
	case t == reflect.TypeFor[bool]():
		return object{{"type", "boolean"}}
	case t == reflect.TypeFor[int]():
		return object{{"type", "integer"}}
	}
	m.fail(fmt.Errorf("schema: %s is neither a word nor an id nor a struct; add it to the table of forms", t))
	return nil
}

func refer(name string) object { return object{{"$ref", "#/$defs/" + name}} }

// described returns a schema with the comment of its type.
func (m *maker) described(t reflect.Type, s object) object {
	if said := m.comments.of(t); said != "" {
		return append(object{{"description", said}}, s...)
	}
	return s
}

func (m *maker) fail(err error) {
	if m.err == nil {
		m.err = err
	}
}

// sorted returns the definitions: the kinds in the order of the snapshot, then
// the parts by name.
func (m *maker) sorted() object {
	var out object
	for _, k := range audit.Kinds() {
		out = append(out, member{string(k), m.defs[string(k)]})
	}
	var parts []string
	for name := range m.defs {
		if !slices.Contains(audit.Kinds(), aims.Kind(name)) {
			parts = append(parts, name)
		}
	}
	slices.Sort(parts)
	for _, name := range parts {
		out = append(out, member{name, m.defs[name]})
	}
	return out
}
