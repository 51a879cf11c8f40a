package readiness

import (
	"encoding/json"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// The codes of problems of a narrower scope.
const (
	// PilotScope: no scope of the management system counts at the day, so that none can be narrowed.
	PilotScope aims.Code = "readiness/pilot-scope"
	// PilotSystem: a pilot names an AI system that the scope does not include.
	PilotSystem aims.Code = "readiness/pilot-system"
)

// Pilot compares the readiness of the whole scope with that of a part of its
// AI systems: what it would be to certify those first. The scope in force, and
// with it everything that the rules judge system by system, is narrowed to
// them, in the records of the trial and nowhere else; the systems left out are
// listed as excluded, since a scope has to say so. Whoever approved the scope
// is taken to approve the narrower one, on the same day; everything else
// stays as it is, also a Statement of Applicability, risks and audits that
// speak of more. The remarks of the report after say where such a scope may
// mislead.
//
// At least one system must be named, none twice, and each must be included in
// the scope.
func Pilot(b Basis, systems []aims.SystemID) (Trial, error) {
	var c aims.Checker
	b.check(&c, "basis")
	if err := c.Err(); err != nil {
		return Trial{}, err
	}
	scope, err := b.scope()
	if err != nil {
		return Trial{}, err
	}
	c.Texts = trialTexts
	if len(systems) == 0 {
		c.Add("systems", aims.Missing)
	}
	aims.CheckIDs(&c, "systems", systems)
	for i, id := range systems {
		if aims.ValidID(string(id)) && !scope.Includes(id) {
			c.Add(aims.Field("systems", i), PilotSystem, "system", string(id), "scope", string(scope.ID))
		}
	}
	if err := c.Err(); err != nil {
		return Trial{}, err
	}
	changes, err := narrowing(scope, systems)
	if err != nil {
		return Trial{}, err
	}
	return WhatIf(b, changes)
}

// scope returns the version of the scope that counts at the day.
func (b Basis) scope() (aims.Scope, error) {
	basis, err := audit.BasisOf(b.View, b.Rules.Requirements, b.Rules.Controls, b.At)
	if err != nil {
		return aims.Scope{}, err
	}
	if basis.Scope.ID == "" {
		c := aims.Checker{Texts: trialTexts}
		c.Add("basis/view", PilotScope, "at", b.At.String())
		return aims.Scope{}, c.Err()
	}
	return basis.Scope, nil
}

// narrowing returns the changes that leave a scope some of its systems only.
func narrowing(scope aims.Scope, systems []aims.SystemID) ([]aims.Change, error) {
	narrow := scope
	narrow.Systems = slices.Clone(systems)
	narrow.Exclusions = slices.Clone(scope.Exclusions)
	for _, id := range scope.Systems {
		if !slices.Contains(systems, id) {
			narrow.Exclusions = append(narrow.Exclusions, aims.Exclusion{System: id, Reason: "to follow after the pilot"})
		}
	}
	if err := rebind(&narrow, scope); err != nil {
		return nil, err
	}
	path := "/scopes/" + string(scope.ID)
	var changes []aims.Change
	for _, member := range []struct {
		name  string
		value any
	}{{"systems", narrow.Systems}, {"exclusions", narrow.Exclusions}, {"approvals", narrow.Approvals}} {
		data, err := json.Marshal(member.value)
		if err != nil {
			return nil, err
		}
		if string(data) != "null" {
			changes = append(changes, aims.Change{Path: path + "/" + member.name, Value: data})
		}
	}
	return changes, nil
}

// rebind moves the approvals of what a scope said to what it says now. An
// approval of something else stays void.
func rebind(narrow *aims.Scope, whole aims.Scope) error {
	was, err := aims.DigestOf(whole.Content())
	if err != nil {
		return err
	}
	is, err := aims.DigestOf(narrow.Content())
	if err != nil {
		return err
	}
	narrow.Approvals = slices.Clone(whole.Approvals)
	for i := range narrow.Approvals {
		if narrow.Approvals[i].Digest == was {
			narrow.Approvals[i].Digest = is
		}
	}
	return nil
}
