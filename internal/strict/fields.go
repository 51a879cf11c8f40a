package strict

import (
	"bytes"
	"reflect"
	"strings"
	"unicode"
)

// field is one member that a struct takes.
type field struct {
	name  string
	typ   reflect.Type
	unfit string // why a value cannot be stored there, "" if it can
	plan  *plan  // nil until met
}

// candidate is a field that takes part in the contest for its name.
type candidate struct {
	field
	depth  int // of embedding
	tagged bool
}

// structFields lists the members of struct type t as encoding/json sees them: embedded structs are
// looked into, the shallowest field of a name wins, among equals the tagged one, else none.
func structFields(t reflect.Type) []field {
	all := make([]candidate, 0, t.NumField())
	visited := map[reflect.Type]bool{}
	level, count := []reflect.Type{t}, map[reflect.Type]int{}
	for depth := 0; len(level) > 0; depth++ {
		var next []reflect.Type
		nextCount := map[reflect.Type]int{}
		for _, s := range level {
			if visited[s] {
				continue
			}
			visited[s] = true
			for i := range s.NumField() {
				c, inner := newCandidate(s.Field(i), depth)
				switch {
				case inner != nil:
					if nextCount[inner]++; nextCount[inner] == 1 {
						next = append(next, inner)
					}
				case c.name != "":
					all = append(all, c)
					if count[s] > 1 { // embedded twice: every field of it has a twin
						all = append(all, c)
					}
				}
			}
		}
		level, count = next, nextCount
	}
	return winners(all)
}

// newCandidate returns what field f brings: a member, a struct to look into, or neither.
func newCandidate(f reflect.StructField, depth int) (c candidate, inner reflect.Type) {
	base := f.Type
	if base.Name() == "" && base.Kind() == reflect.Pointer {
		base = base.Elem()
	}
	if !f.IsExported() && (!f.Anonymous || base.Kind() != reflect.Struct) {
		return c, nil
	}
	tag := f.Tag.Get("json")
	if tag == "-" {
		return c, nil
	}
	name, options, _ := strings.Cut(tag, ",")
	if !validName(name) {
		name = ""
	}
	if f.Anonymous && name == "" && base.Kind() == reflect.Struct {
		if f.IsExported() || f.Type.Kind() == reflect.Struct {
			return c, base
		}
	}
	c = candidate{field: field{name: name, typ: f.Type}, depth: depth, tagged: name != ""}
	if !c.tagged {
		c.name = f.Name
	}
	switch {
	case !f.IsExported():
		c.unfit = "an embedded type that is not exported cannot be set"
	case quoted(options, base.Kind()):
		c.unfit = "the json tag option string is not supported"
	}
	return c, nil
}

// validName says which names encoding/json takes from a tag.
func validName(name string) bool {
	for _, r := range name {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return name != ""
}

// quoted reports whether the tag's options would have encoding/json put the value in quotes.
func quoted(options string, k reflect.Kind) bool {
	basic := k == reflect.String || k == reflect.Bool || (k >= reflect.Int && k <= reflect.Float64)
	return basic && strings.Contains(options, "string") && strings.Contains(","+options+",", ",string,")
}

// winners returns the one field of each name that counts. It uses up the list.
func winners(all []candidate) []field {
	best := all[:0] // of each name, one that none beats
	tied := map[int]bool{}
	at := make(map[string]int, len(all))
	for _, c := range all {
		i, ok := at[c.name]
		switch {
		case !ok:
			at[c.name] = len(best)
			best = append(best, c)
		case beats(c, best[i]):
			best[i] = c
			delete(tied, i)
		case !beats(best[i], c):
			tied[i] = true
		}
	}
	out := make([]field, 0, len(best))
	for i, c := range best {
		if !tied[i] {
			out = append(out, c.field)
		}
	}
	return out
}

func beats(a, b candidate) bool {
	return a.depth < b.depth || a.depth == b.depth && a.tagged && !b.tagged
}

// find returns the index of the member named key, -1 if there is none. It looks from hint on first,
// because documents mostly follow the order of the fields.
func (p *plan) find(key []byte, hint int) int {
	for i := hint; i < len(p.fields) && i < hint+lookahead; i++ {
		if p.fields[i].name == string(key) {
			return i
		}
	}
	if p.byName == nil {
		p.byName = make(map[string]int, len(p.fields))
		for i, f := range p.fields {
			p.byName[f.name] = i
		}
	}
	if i, ok := p.byName[string(key)]; ok {
		return i
	}
	return -1
}

const lookahead = 3

// fold returns the index of the member whose name differs from key in case only, -1 if there is none.
func (p *plan) fold(key []byte) int {
	for i, f := range p.fields {
		if bytes.EqualFold([]byte(f.name), key) {
			return i
		}
	}
	return -1
}
