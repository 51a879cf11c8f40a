package strict

import "bytes"

// members remembers what one object has had.
type members struct {
	fields [2]uint64           // a struct's first 128 fields
	next   int                 // the field that follows the last one met
	base   int                 // the object's first entry in walker.names
	names  map[string]struct{} // instead of them, once they are many
	keys   map[any]struct{}    // a map's keys, where two names may stand for one key
}

// many is where looking a name up in a list gets slower than in a map.
const many = 16

// object walks an object, which starts here.
func (w *walker) object(p *plan) bool {
	if !w.enter() {
		return false
	}
	m := members{base: len(w.names)}
	for first := true; ; first = false {
		more, ok := w.more(first, '}')
		if !ok {
			return false
		}
		if !more {
			break
		}
		sub, ok := w.member(p, &m)
		if !ok || !w.colon() || !w.value(sub) {
			return false
		}
		w.path = w.path[:len(w.path)-1]
	}
	w.names = w.names[:m.base]
	return true
}

func (w *walker) colon() bool {
	w.space()
	if w.pos == len(w.data) || w.data[w.pos] != ':' {
		return w.syntax("a colon")
	}
	w.pos++
	w.space()
	return true
}

// member walks the name of a member, steps into it and returns the plan of its value.
func (w *walker) member(p *plan, m *members) (sub *plan, ok bool) {
	if w.pos == len(w.data) || w.data[w.pos] != '"' {
		return nil, w.syntax("a member's name in double quotes")
	}
	s, ok := w.scanText()
	if !ok {
		return nil, false
	}
	name := s.raw
	if s.escaped {
		name = unescape(nil, s.raw)
	}
	w.path = append(w.path, token{name: name})
	if s.bad >= 0 {
		return w.raw, w.badText(s)
	}
	switch p.kind {
	case kindStruct:
		return w.structMember(p, m, name)
	case kindMap:
		return w.elemPlan(p), w.mapMember(p, m, s, name)
	}
	return p, w.once(m, name)
}

func (w *walker) structMember(p *plan, m *members, name []byte) (sub *plan, ok bool) {
	if i := p.find(name, m.next); i >= 0 {
		m.next = i + 1
		return w.fieldPlan(&p.fields[i]), w.onceField(m, i, name)
	}
	if i := p.fold(name); i >= 0 {
		f := &p.fields[i]
		return w.fieldPlan(f), w.report(CodeMemberCase, "got", quote(name), "want", f.name)
	}
	before := w.found
	switch ok := w.once(m, name); {
	case !ok || w.found > before:
		return w.raw, ok
	case w.limit.AllowUnknown:
		w.unknown()
		return w.raw, true
	}
	args := []string{"got", quote(name)}
	if near := nearest(string(name), p.memberNames()); near != "" {
		args = append(args, "nearest", near)
	}
	return w.raw, w.report(CodeUnknownMember, args...)
}

func (p *plan) memberNames() []string {
	names := make([]string, len(p.fields))
	for i, f := range p.fields {
		names[i] = f.name
	}
	return names
}

// fieldPlan returns the plan of a struct's field.
func (w *walker) fieldPlan(f *field) *plan {
	if f.plan == nil {
		f.plan = w.plan(f.typ)
		if f.unfit != "" {
			f.plan = &plan{kind: kindUnfit, typ: f.typ, reason: f.unfit}
		}
	}
	return f.plan
}

// onceField reports a struct's field that was there before.
func (w *walker) onceField(m *members, i int, name []byte) bool {
	word, bit := i/64, uint64(1)<<(i%64)
	switch {
	case word >= len(m.fields):
		return w.once(m, name)
	case m.fields[word]&bit != 0:
		return w.report(CodeDuplicateMember, "got", quote(name))
	}
	m.fields[word] |= bit
	return true
}

// once reports a name that was there before.
func (w *walker) once(m *members, name []byte) bool {
	if m.names == nil {
		for _, n := range w.names[m.base:] {
			if bytes.Equal(n, name) {
				return w.report(CodeDuplicateMember, "got", quote(name))
			}
		}
		if len(w.names)-m.base < many {
			w.names = append(w.names, name)
			return true
		}
		m.names = make(map[string]struct{}, 4*many)
		for _, n := range w.names[m.base:] {
			m.names[string(n)] = struct{}{}
		}
	}
	if _, ok := m.names[string(name)]; ok {
		return w.report(CodeDuplicateMember, "got", quote(name))
	}
	m.names[string(name)] = struct{}{}
	return true
}

// mapMember checks the name of a map's member as a key.
func (w *walker) mapMember(p *plan, m *members, s text, name []byte) bool {
	k := p.key
	before := w.found
	switch k.kind {
	case kindString:
		return w.once(m, name)
	case kindInt, kindUint:
		if !k.holdsWhole(name) || !shortest(name) {
			return w.report(CodeNumberRange, "want", k.want, "got", quote(name))
		}
		return w.once(m, name)
	case kindOwnJSON: // encoding/json prefers it, and hands it the quoted name
		lit := w.data[s.start-1 : s.start+len(s.raw)+1]
		if ok := w.tryJSON(k, lit); !ok || w.found > before {
			return ok
		}
	default:
		if ok := w.tryText(k, name); !ok || w.found > before {
			return ok
		}
	}
	key := k.own.Interface()
	if _, ok := m.keys[key]; ok {
		return w.report(CodeDuplicateMember, "got", quote(name))
	}
	if m.keys == nil {
		m.keys = map[any]struct{}{}
	}
	m.keys[key] = struct{}{}
	return true
}
