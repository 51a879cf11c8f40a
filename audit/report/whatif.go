package report

import "github.com/aimskit/aimskit/audit/readiness"

// WhatIf writes what changes to the records would do to readiness, or what a
// pilot in a narrower scope would: the changes that were tried out, how far the
// two reports are apart, what stands differently and why, and which conditions
// of gates are answered differently.
//
// Its tables are changes, difference, moves and answers; its figure is
// difference.
func WhatIf(t readiness.Trial, w Words) Document {
	d := newDraft(w, "what-if")
	d.say("what-if-intro", "at", t.Before.Provenance.At.String())
	d.warn("no-probability")
	d.heading("difference")
	d.difference(t.Delta)
	d.add(differenceFigure(t.Delta, w))
	if len(t.Changes) > 0 {
		d.heading("tried")
		changes := w.table("changes", "path", "set-to")
		for _, c := range t.Changes {
			value := w.text("removed")
			if len(c.Value) > 0 {
				value = string(c.Value)
			}
			changes.row(plain(c.Path), plain(value))
		}
		d.add(changes)
	}
	d.heading("moves")
	d.moves("", t.Delta)
	d.answers("", t.Delta)
	d.provenance(t.After.Provenance)
	return d.Document
}
