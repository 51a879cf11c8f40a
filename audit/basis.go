package audit

import (
	"errors"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// Basis is what audits are planned from and measured against on a day: the
// catalogues, and the records in force. [BasisOf] reads it from a view; a
// caller may as well fill in what is needed, and change any part. A part that
// is absent has nothing in it.
type Basis struct {
	At           aims.Date
	Requirements aims.Catalogue
	Controls     controls.Catalogue // with the organization's own
	Questions    []Question
	Statement    controls.Statement // the Statement of Applicability
	Scope        aims.Scope         // of the management system
	Programme    Programme
	Processes    []aims.Process  // in use
	Systems      []aims.AISystem // not retired
	Persons      []aims.Person
	Audits       []Audit
}

// BasisOf reads the basis of a day from the records, with [Questions2023]. Of
// several versions of the statement, the scope and the programme the one with
// the best approval counts, then the one recorded last; whether that approval
// is good enough is for package rules to say. An own control whose key is
// taken is a problem; a nil view and an absent day are errors.
func BasisOf(v *View, requirements aims.Catalogue, catalogue controls.Catalogue, at aims.Date) (Basis, error) {
	if v == nil || !at.Valid() {
		return Basis{}, errors.New("audit: no basis without records and a day: open a snapshot and give a day")
	}
	b := Basis{
		At: at, Requirements: requirements, Questions: Questions2023(),
		Statement: inForce(v, at, func(s controls.Statement) (any, []aims.Approval, aims.Date) { return s.Content(), s.Approvals, 0 }),
		Scope:     inForce(v, at, func(s aims.Scope) (any, []aims.Approval, aims.Date) { return s.Content(), s.Approvals, s.Withdrawn }),
		Programme: inForce(v, at, func(p Programme) (any, []aims.Approval, aims.Date) { return p.Content(), p.Approvals, p.Withdrawn }),
		Processes: slices.Collect(Records[aims.Process](v, at)),
		Systems:   slices.Collect(Records[aims.AISystem](v, at)),
		Persons:   slices.Collect(Records[aims.Person](v, at)),
		Audits:    slices.Collect(Records[Audit](v, at)),
	}
	b.Processes = slices.DeleteFunc(b.Processes, func(p aims.Process) bool { return p.From > at || p.Until != 0 && p.Until < at })
	b.Systems = slices.DeleteFunc(b.Systems, func(s aims.AISystem) bool { return s.StageAt(at) == aims.StageRetirement })
	var err error
	b.Controls, err = catalogue.With(slices.Collect(Records[controls.Custom](v, at))...)
	return b, err
}

// inForce returns the version of a record that counts at a day; none: the
// zero value.
func inForce[T aims.Record](v *View, at aims.Date, read func(T) (content any, approvals []aims.Approval, withdrawn aims.Date)) T {
	var counts T
	var best aims.Standing
	found := false
	for r := range Records[T](v, at) {
		content, approvals, withdrawn := read(r)
		if withdrawn != 0 && withdrawn < at {
			continue
		}
		digest, _ := aims.DigestOf(content) // without a digest nothing is approved
		standing, _ := aims.StandingOf(digest, approvals, at)
		if !found || standing > best || standing == best && r.Since() >= counts.Since() {
			counts, best, found = r, standing, true
		}
	}
	return counts
}

// inScope returns the AI systems that the scope of the management system
// includes; all of them where there is no scope.
func (b Basis) inScope() []aims.AISystem {
	if b.Scope.ID == "" {
		return b.Systems
	}
	return slices.DeleteFunc(slices.Clone(b.Systems), func(s aims.AISystem) bool { return !b.Scope.Includes(s.ID) })
}

// concluded returns the audits of some types that came to a report by the day
// of the basis and whose last day is not before the first of a cycle, by
// their last day.
func (b Basis) concluded(from aims.Date, types []Type) []Audit {
	var audits []Audit
	for _, a := range b.Audits {
		if slices.Contains(types, a.Type) && a.Concluded != 0 && a.Concluded <= b.At && a.LastDay != 0 && a.LastDay >= from {
			audits = append(audits, a)
		}
	}
	slices.SortStableFunc(audits, func(x, y Audit) int { return int(x.LastDay) - int(y.LastDay) })
	return audits
}

// Subject is one thing that can be audited. Exactly one field is set.
type Subject struct {
	Key     aims.Key       `json:"key,omitzero"` // a requirement, point or control
	Process aims.ProcessID `json:"process,omitempty"`
	System  aims.SystemID  `json:"system,omitempty"`
	Site    string         `json:"site,omitempty"`
}

// In reports whether a scope holds the subject.
func (s Subject) In(scope Scope) bool {
	switch {
	case !s.Key.IsZero():
		return scope.Covers(s.Key)
	case s.Process != "":
		return slices.Contains(scope.Processes, s.Process)
	case s.System != "":
		return slices.Contains(scope.Systems, s.System)
	}
	return s.Site != "" && slices.Contains(scope.Sites, s.Site)
}

// String returns the key, or "process", "system" or "site" and its name.
func (s Subject) String() string {
	switch {
	case s.Process != "":
		return "process " + string(s.Process)
	case s.System != "":
		return "system " + string(s.System)
	case s.Site != "":
		return "site " + s.Site
	}
	return s.Key.String()
}

// Subjects returns what the scope names, in its order.
func (s Scope) Subjects() []Subject {
	var list []Subject
	for _, k := range s.Keys {
		list = append(list, Subject{Key: k})
	}
	for _, id := range s.Processes {
		list = append(list, Subject{Process: id})
	}
	for _, id := range s.Systems {
		list = append(list, Subject{System: id})
	}
	for _, site := range s.Sites {
		list = append(list, Subject{Site: site})
	}
	return list
}

// Scope returns what the part covers, as the scope of an audit of it.
func (p Part) Scope() Scope {
	return Scope{Keys: p.Keys, Processes: p.Processes, Systems: p.Systems, Sites: p.Sites}
}
