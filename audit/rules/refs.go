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

// list returns the references, for reading only.
func (r refs) list() []aims.Ref {
	return slices.Concat(r.few[:r.size], r.more)
}

// room is memory for the references of many observations, taken in blocks.
type room struct{ free []aims.Ref }

// sorted returns the references in order, each once; nil for none.
func (m *room) sorted(r *refs) []aims.Ref {
	size := r.size + len(r.more)
	if size == 0 {
		return nil
	}
	if cap(m.free) < size {
		m.free = make([]aims.Ref, 0, max(size, 256))
	}
	list := append(append(m.free[:0], r.few[:r.size]...), r.more...)
	if !slices.IsSortedFunc(list, compare) {
		slices.SortFunc(list, compare)
	}
	list = slices.Compact(list)
	m.free = list[len(list):]
	return slices.Clip(list)
}

// compare is [aims.Ref.Compare], which looks at ids only within a kind.
func compare(a, b aims.Ref) int {
	if a.Kind != b.Kind {
		return strings.Compare(string(a.Kind), string(b.Kind))
	}
	return strings.Compare(a.ID, b.ID)
}
