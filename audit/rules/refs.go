package rules

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// refs are the records that a finding rests on, in no order. Most findings
// rest on one or two, which take no memory of their own.
type refs struct {
	few  [2]aims.Ref
	size int        // how many of the few there are
	more []aims.Ref // may hold some twice
}

// add adds a reference. Whoever adds to the references of a finding that
// others hold as well clips them first; see [finding.on].
func (r *refs) add(ref *aims.Ref) {
	for i := range r.size {
		if r.few[i] == *ref {
			return
		}
	}
	if r.size < len(r.few) {
		r.few[r.size] = *ref
		r.size++
		return
	}
	if r.more == nil {
		r.more = make([]aims.Ref, 0, 16)
	}
	r.more = append(r.more, *ref)
}

// addAll adds references that another finding has.
func (r *refs) addAll(other *refs) {
	for i := range other.size {
		r.add(&other.few[i])
	}
	r.more = append(r.more, other.more...)
}

// all yields the references, some of them twice.
func (r *refs) all(yield func(*aims.Ref) bool) {
	for i := range r.size {
		if !yield(&r.few[i]) {
			return
		}
	}
	for i := range r.more {
		if !yield(&r.more[i]) {
			return
		}
	}
}

// room is memory for the references of many observations, taken in blocks.
type room struct{ free []aims.Ref }

// sorted returns the references in order, each once; nil for none. They mostly
// come in order within a kind, though two or three kinds may take turns, so
// they are told apart by kind before any of them are sorted.
func (m *room) sorted(r *refs) []aims.Ref {
	size := r.size + len(r.more)
	if size == 0 {
		return nil
	}
	if cap(m.free) < size {
		m.free = make([]aims.Ref, 0, max(size, 256))
	}
	var some [8]aims.Kind
	kinds := some[:0]
	for ref := range r.all {
		if n := len(kinds); n == 0 || kinds[n-1] != ref.Kind && !slices.Contains(kinds, ref.Kind) {
			kinds = append(kinds, ref.Kind)
		}
	}
	slices.Sort(kinds)
	list := m.free[:0]
	for _, kind := range kinds {
		first := len(list)
		for ref := range r.all {
			if ref.Kind == kind {
				list = append(list, *ref)
			}
		}
		if of := list[first:]; !slices.IsSortedFunc(of, byID) {
			slices.SortFunc(of, byID)
		}
	}
	list = slices.Compact(list)
	m.free = list[len(list):]
	return slices.Clip(list)
}

// byID orders references of one kind.
func byID(a, b aims.Ref) int { return strings.Compare(a.ID, b.ID) }
