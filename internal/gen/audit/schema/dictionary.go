package schema

import (
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// Proof says what a kind of record is looked at for.
type Proof struct {
	Points   []aims.PointID   // in the order of the catalogue
	Controls []aims.ControlID // likewise
	Every    bool             // every control
}

// Dictionary returns the data dictionary as Markdown: every kind of record with
// its member in a snapshot, what it needs at the least, what the rules look at
// it for, and all its members; then the parts that records are made of, and the
// vocabularies. Tree is the root of the module.
func Dictionary(tree fs.FS, proof func(aims.Kind) Proof) (string, error) {
	m, err := newMaker(tree)
	if err != nil {
		return "", err
	}
	m.structure(reflect.TypeFor[audit.Snapshot]()) // to find what a snapshot cannot hold
	if m.err != nil {
		return "", m.err
	}
	d := dictionary{m: m}
	d.head()
	kinds := d.kinds()
	d.summary(kinds, proof)
	for _, k := range kinds {
		d.kind(k, proof(k.kind))
	}
	d.line("## Parts\n")
	for _, t := range d.parts() {
		d.line("### %s\n\n%s\n", t, d.m.comments.of(t))
		d.members(t)
	}
	d.line("## Words\n")
	d.words()
	return d.b.String(), nil
}

type dictionary struct {
	m *maker
	b strings.Builder
}

func (d *dictionary) line(format string, args ...any) { fmt.Fprintf(&d.b, format+"\n", args...) }

func (d *dictionary) head() {
	d.line(`# Data dictionary

What a snapshot holds: every kind of record, what it needs at the least, and
which points of the requirements and which controls the rules look at it for.
"Looked at" means that such records can show the point or speak against it; a
point may need other kinds as well, and evidence that was accepted. A kind that
the host does not supply leaves its points open; see Set.Needs for the other
direction, from a requirement to the kinds to map.

An id has 1 to 64 letters, digits, '.', '_' and '-', and begins and ends with a
letter or digit. A member that is not needed is left out where it is unknown.

Made from the types, their checks and the default rules; do not edit. Mended by
` + "`go test ./audit/rules -run TestDictionary -update`" + `. The same, for programs, is
` + "[snapshot.schema.json](../schema/snapshot.schema.json)" + `.

## Kinds
`)
}

// row is a kind of record with its place in a snapshot.
type row struct {
	kind   aims.Kind
	member string
	typ    reflect.Type
}

func (d *dictionary) kinds() []row {
	var out []row
	t := reflect.TypeFor[audit.Snapshot]()
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Type.Kind() != reflect.Slice && f.Type.Kind() != reflect.Pointer {
			continue
		}
		if k, ok := d.m.kinds[f.Type.Elem()]; ok {
			out = append(out, row{k, memberName(f), f.Type.Elem()})
		}
	}
	return out
}

func (d *dictionary) summary(kinds []row, proof func(aims.Kind) Proof) {
	d.line("| member of the snapshot | kind | at the least | points | controls |\n|---|---|---|---|---|")
	for _, k := range kinds {
		p := proof(k.kind)
		n := fmt.Sprint(len(p.Controls))
		if p.Every {
			n = "all"
		}
		d.line("| `%s` | [%s](#%s) | %s | %d | %s |", k.member, k.kind, k.kind, d.least(k.typ), len(p.Points), n)
	}
	d.line("")
}

// least lists the members that a record needs, in their order.
func (d *dictionary) least(t reflect.Type) string {
	var out []string
	for i := range t.NumField() {
		if name := memberName(t.Field(i)); d.m.needs[t].members[name] {
			out = append(out, "`"+name+"`")
		}
	}
	return strings.Join(out, ", ")
}

func (d *dictionary) kind(k row, p Proof) {
	d.line("### %s\n\n%s\n", k.kind, d.m.comments.of(k.typ))
	d.line("- Member: `%s`", k.member)
	d.line("- At the least: %s", d.least(k.typ))
	d.line("- Points: %s", orNone(byRequirement(p.Points)))
	switch {
	case p.Every:
		d.line("- Controls: all\n")
	default:
		var ids []string
		for _, c := range p.Controls {
			ids = append(ids, string(c))
		}
		d.line("- Controls: %s\n", orNone(strings.Join(ids, ", ")))
	}
	d.members(k.typ)
}

func orNone(s string) string {
	if s == "" {
		return "none by itself"
	}
	return s
}

// byRequirement writes points as "4.1 a b; 6.1.3 f".
func byRequirement(points []aims.PointID) string {
	var b strings.Builder
	var last aims.Clause
	for _, p := range points {
		if c := p.Clause(); c != last {
			if last != "" {
				b.WriteString("; ")
			}
			b.WriteString(string(c))
			last = c
		}
		_, letter, _ := strings.Cut(string(p), "/")
		b.WriteString(" " + letter)
	}
	return b.String()
}

func (d *dictionary) members(t reflect.Type) {
	d.line("| member | what | needed | |\n|---|---|---|---|")
	for i := range t.NumField() {
		f := t.Field(i)
		needed := ""
		if d.m.needs[t].members[memberName(f)] {
			needed = "yes"
		}
		said := strings.ReplaceAll(d.m.comments.field(t, f.Name), "|", `\|`)
		d.line("| `%s` | %s | %s | %s |", memberName(f), d.what(f.Type), needed, said)
	}
	d.line("")
}

// what names a type for a reader.
func (d *dictionary) what(t reflect.Type) string {
	switch {
	case t.Kind() == reflect.Slice:
		return "list of " + d.what(t.Elem())
	case t.Kind() == reflect.Pointer:
		return d.what(t.Elem())
	case t.Kind() == reflect.Map:
		return "texts by name"
	case t.PkgPath() == "" && t.Kind() == reflect.String:
		return "text"
	case t.Kind() == reflect.Bool:
		return "true or false"
	case t.Kind() == reflect.Int:
		return "whole number"
	case t.Kind() == reflect.String && strings.HasSuffix(t.Name(), "ID") && !decodes(t):
		return "id (" + t.Name() + ")"
	}
	name := d.m.name(t)
	return "[" + name + "](#" + strings.ToLower(strings.ReplaceAll(name, ".", "")) + ")"
}

// parts lists the structs below the records, by name.
func (d *dictionary) parts() []reflect.Type {
	var out []reflect.Type
	for t := range d.m.needs {
		if _, isRecord := d.m.kinds[t]; !isRecord && t != reflect.TypeFor[audit.Snapshot]() {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b reflect.Type) int { return strings.Compare(a.String(), b.String()) })
	return out
}

// words lists the vocabularies and the forms of texts and numbers.
func (d *dictionary) words() {
	for _, def := range d.m.sorted() {
		schema := def.value.(object)
		if schema.get("type") == "object" || def.name == "id" {
			continue
		}
		d.line("### %s\n\n%s\n", def.name, schema.get("description"))
		for _, choice := range append(schema.choices(), schema) {
			if words, ok := choice.get("enum").([]string); ok {
				d.line("One of: %s\n", "`"+strings.Join(words, "`, `")+"`")
			}
			if pattern, ok := choice.get("pattern").(string); ok {
				d.line("Form: `%s`\n", pattern)
			}
		}
	}
}
