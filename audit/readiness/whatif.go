package readiness

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// Trial is what changes to the records would do to readiness.
type Trial struct {
	Changes []aims.Change `json:"changes,omitempty"`
	Before  Report        `json:"before"`
	After   Report        `json:"after"`
	// Delta is what differs between the two: bounds, items with the reasons,
	// conditions of gates, and the band.
	Delta Delta `json:"delta"`

	basis Basis
}

// Basis returns what the report after the changes was made from; its view
// holds the changed records, so that a register of risks or anything else can
// be read from it, and further changes tried. Its zero value belongs to a
// trial that was read from a document.
func (t Trial) Basis() Basis { return t.basis }

// WhatIf tells what changes to the records would do, at the day, with the
// rules and the model of the basis. Nothing is changed for good.
//
// A path begins with a member of the snapshot and the id of a record:
// "/systems/s-1/stage". See [aims.ApplyChanges], which makes the same changes
// to a risk register or a model of losses. The changed records are read and
// checked like any others, so what must not stand in a snapshot is reported,
// with a pointer to the change that brought it in where one did. A change to
// what somebody approved voids the approval, as it really would; to try it out
// approved, change the approval with it.
func WhatIf(b Basis, changes []aims.Change) (Trial, error) {
	var c aims.Checker
	b.check(&c, "basis")
	if err := c.Err(); err != nil {
		return Trial{}, err
	}
	after, err := b.changed(changes)
	if err != nil {
		return Trial{}, err
	}
	return try(b, after, changes)
}

// changed returns the basis with changed records.
func (b Basis) changed(changes []aims.Change) (Basis, error) {
	document, err := json.Marshal(b.View)
	if err != nil {
		return Basis{}, err
	}
	changed, err := aims.ApplyChanges(document, changes)
	if err != nil {
		return Basis{}, err
	}
	b.View, err = b.reopen(document, changed)
	return b, err
}

// try compares two bases, both of which are usable.
func try(before, after Basis, changes []aims.Change) (Trial, error) {
	was, err := before.judge()
	if err != nil {
		return Trial{}, err
	}
	is, err := after.judge()
	if err != nil {
		return Trial{}, err
	}
	return Trial{
		Changes: changes, Before: was.report, After: is.report,
		Delta: diff(was.report, is.report, was.says, is.says), basis: after,
	}, nil
}

// reopen opens the changed document. Of a view that was opened leniently, the
// references that led nowhere before may do so again; nothing else may.
func (b Basis) reopen(document []byte, changed aims.Changed) (*audit.View, error) {
	o := audit.Options{Requirements: b.Rules.Requirements, Controls: b.Rules.Controls}
	v, err := audit.Read(changed.Document, o)
	problems := aims.Problems(err)
	if len(problems) == 0 {
		return v, err
	}
	_, before := audit.Read(document, o)
	known := aims.Problems(before)
	var fresh []aims.Problem
	for _, p := range problems {
		if slices.ContainsFunc(known, func(q aims.Problem) bool {
			return p.Code == q.Code && p.Ref == q.Ref && maps.Equal(p.Args, q.Args)
		}) {
			continue
		}
		if field, ok := changed.Original(p.Path); ok {
			p.Path = "/" + field
		}
		fresh = append(fresh, p)
	}
	if len(fresh) > 0 {
		return nil, &aims.InvalidError{Problems: fresh}
	}
	o.Lenient = true
	return audit.Read(changed.Document, o)
}
