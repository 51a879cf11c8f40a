package aims

import "strconv"

// Linker visits the references of records, so that a reader of many records
// can see which of them lead nowhere.
type Linker struct {
	// Visit is called for every reference that is not absent. While it runs,
	// [Linker.Path] returns the JSON pointer of the field. Nil visits nothing.
	Visit func(to Ref)

	path []step
}

// step is one step of a path: a field, and an element of it unless i < 0.
type step struct {
	field string
	i     int
}

// Path returns the JSON pointer of the reference being visited, relative to
// its record.
func (l *Linker) Path() string {
	var b []byte
	for _, s := range l.path {
		b = append(append(b, '/'), s.field...)
		if s.i >= 0 {
			b = strconv.AppendInt(append(b, '/'), int64(s.i), 10)
		}
	}
	return string(b)
}

// In visits the references of element i of the list in a field.
func (l *Linker) In(field string, i int, visit func(*Linker)) {
	l.path = append(l.path, step{field, i})
	visit(l)
	l.path = l.path[:len(l.path)-1]
}

// Part visits the references of the part that a field holds.
func (l *Linker) Part(field string, visit func(*Linker)) { l.In(field, -1, visit) }

// Ref visits a reference that carries its own kind.
func (l *Linker) Ref(field string, to Ref) { l.visit(field, -1, to) }

// Refs visits the references of a list, each of which carries its own kind.
func (l *Linker) Refs(field string, list []Ref) {
	for i, to := range list {
		l.visit(field, i, to)
	}
}

func (l *Linker) visit(field string, i int, to Ref) {
	if to.ID == "" || l.Visit == nil {
		return
	}
	l.path = append(l.path, step{field, i})
	l.Visit(to)
	l.path = l.path[:len(l.path)-1]
}

// Link visits the reference that a field holds.
func Link[T ID](l *Linker, field string, to Kind, id T) {
	l.visit(field, -1, Ref{to, string(id)})
}

// LinkAll visits the references that a list holds.
func LinkAll[T ID](l *Linker, field string, to Kind, ids []T) {
	for i, id := range ids {
		l.visit(field, i, Ref{to, string(id)})
	}
}

// LinkApprovals visits the people who approved.
func LinkApprovals(l *Linker, field string, approvals []Approval) {
	for i, a := range approvals {
		l.In(field, i, func(l *Linker) { Link(l, "by", KindPerson, a.By) })
	}
}
