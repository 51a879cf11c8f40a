package strict

import "bytes"

// span is a part of the document, [from, to).
type span struct{ from, to int }

// record walks an element of an array, which starts here, and sets it aside if it holds problems.
// before is where the comma in front of it starts, or the array's first element; kept says
// whether an earlier element stays, and is returned for the next one.
func (w *walker) record(elem *plan, before int, kept bool) (keptNow, ok bool) {
	start, was := w.pos, w.out
	if !w.value(elem) {
		return kept, false
	}
	bad := w.out.Problems[len(was.Problems):]
	if len(bad) == 0 {
		if !kept && w.path[len(w.path)-1].index > 0 {
			w.cuts = append(w.cuts, span{before, start}) // the comma behind what was set aside
		}
		return true, true
	}
	w.out.Aside = append(was.Aside, Aside{
		Path:     w.pointer(),
		Raw:      bytes.Clone(w.data[start:w.pos]),
		Problems: append([]Problem(nil), bad...),
	})
	w.out.Problems, w.out.Unknown, w.out.UnknownTotal = was.Problems, was.Unknown, was.UnknownTotal
	w.cuts = append(w.cuts, span{before, w.pos})
	return kept, true
}

// kept returns the document without what was set aside.
func (w *walker) kept() []byte {
	if len(w.cuts) == 0 {
		return w.data
	}
	out, at := make([]byte, 0, len(w.data)), 0
	for _, c := range w.cuts {
		out, at = append(out, w.data[at:c.from]...), c.to
	}
	return append(out, w.data[at:]...)
}
