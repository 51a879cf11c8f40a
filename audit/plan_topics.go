package audit

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// topic is a topic with what placing it takes.
type topic struct {
	Agenda
	kind    SlotKind
	title   string
	minutes int
	owners  Scope // what counts as somebody's own work on it
}

// parts takes a topic with several subjects apart.
func (t Team) parts(whole topic) []topic {
	var parts []topic
	for _, s := range whole.Subjects {
		minutes := max(whole.minutes/len(whole.Subjects), 1)
		parts = append(parts, t.topic(whole.kind, t.Basis.title(s), minutes, Agenda{Subjects: []Subject{s}}))
	}
	return parts
}

// topics lists what there is to look at, in the order of looking.
func (t Team) topics(carried []Carried, timing Timing) []topic {
	var all []topic
	for _, c := range carried {
		all = append(all, t.topic(SlotFollowUp, c.Title+": "+string(c.Task), timing.FollowUp, Agenda{
			Finding: c.Finding, Subjects: []Subject{{Key: c.Key}}, Interview: c.Owners,
		}))
	}
	list := t.Basis.Checklist(t.Audit.Scope)
	var group []Item
	for i, item := range list.Items {
		if _, isClause := item.Key.Clause(); isClause {
			all = append(all, t.requirement(item, timing))
			continue
		}
		group = append(group, item)
		if i+1 == len(list.Items) || groupOf(list.Items[i+1].Key) != groupOf(item.Key) {
			all, group = append(all, t.controls(group, timing)), nil
		}
	}
	for _, s := range t.Audit.Scope.Subjects() {
		minutes := timing.Site
		switch {
		case !s.Key.IsZero():
			continue
		case s.Process != "":
			minutes = timing.Process
		case s.System != "":
			minutes = timing.System
		}
		all = append(all, t.topic(SlotTopic, t.Basis.title(s), minutes, Agenda{Subjects: []Subject{s}}))
	}
	return all
}

// requirement makes the topic of a leaf: the whole of it, or the points that
// the audit is about.
func (t Team) requirement(item Item, timing Timing) topic {
	subjects := []Subject{{Key: item.Key}}
	if !t.Audit.Scope.Covers(item.Key) {
		subjects = nil
		for _, l := range item.Look {
			subjects = append(subjects, Subject{Key: aims.PointKey(l.Point)})
		}
	}
	return t.topic(SlotTopic, t.Basis.title(Subject{Key: requirementOf(item.Key)}), timing.Requirement, Agenda{Subjects: subjects})
}

// controls makes the topic of a group of controls.
func (t Team) controls(group []Item, timing Timing) topic {
	var subjects []Subject
	for _, item := range group {
		subjects = append(subjects, Subject{Key: item.Key})
	}
	title := groupOf(group[0].Key)
	for g := range t.Basis.Controls.Groups() {
		if string(g.ID) == title {
			title += " " + g.Title
		}
	}
	return t.topic(SlotTopic, title, timing.Control*len(group), Agenda{Subjects: subjects})
}

// topic completes a topic with those to interview: whoever is named already,
// and the owners of what is looked at.
func (t Team) topic(kind SlotKind, title string, minutes int, what Agenda) topic {
	owners := Scope{}
	for _, s := range what.Subjects {
		switch {
		case s.Process != "":
			owners.Processes = append(owners.Processes, s.Process)
		case s.System != "":
			owners.Systems = append(owners.Systems, s.System)
		case !s.Key.IsZero():
			owners.Keys = append(owners.Keys, requirementOf(s.Key))
		}
	}
	interview := slices.Concat(what.Interview, t.Basis.owners(owners))
	slices.Sort(interview)
	what.Interview = slices.Compact(interview)
	return topic{what, kind, title, minutes, owners}
}

// owners returns the owners of what a scope holds: of processes that are named
// or serve a requirement in it, of AI systems, and of controls. Leadership is
// for top management to answer for.
func (b Basis) owners(scope Scope) []aims.PersonID {
	var owners []aims.PersonID
	for _, p := range b.Processes {
		if p.Owner != "" && len(OwnWork(p.Owner, scope, []aims.Process{p}, nil)) > 0 {
			owners = append(owners, p.Owner)
		}
	}
	for _, s := range b.Systems {
		if s.Owner != "" && slices.Contains(scope.Systems, s.ID) {
			owners = append(owners, s.Owner)
		}
	}
	for _, r := range b.Statement.Rows {
		if r.Owner != "" && scope.Covers(r.Control) {
			owners = append(owners, r.Owner)
		}
	}
	leadership := slices.ContainsFunc(scope.Keys, Scope{Keys: []aims.Key{aims.ClauseKey("5"), aims.ClauseKey("9.3")}}.Covers)
	if leadership {
		owners = append(owners, b.topManagement()...)
	}
	return owners
}

// topManagement returns the people of top management.
func (b Basis) topManagement() []aims.PersonID {
	var top []aims.PersonID
	for _, p := range b.Persons {
		if p.TopManagement == aims.Yes {
			top = append(top, p.ID)
		}
	}
	return top
}

// title names a subject: by its number and title in the catalogues, as its
// record does, or as it is.
func (b Basis) title(s Subject) string {
	if c, isClause := s.Key.Clause(); isClause {
		if r, found := b.Requirements.Lookup(c); found {
			return s.Key.ID + " " + r.Title
		}
	}
	if c, found := b.Controls.LookupKey(s.Key); found {
		return s.Key.ID + " " + c.Title
	}
	for _, p := range b.Processes {
		if p.ID == s.Process {
			return p.Title
		}
	}
	for _, system := range b.Systems {
		if system.ID == s.System {
			return system.Name
		}
	}
	return s.String()
}

// groupOf returns the group of an Annex A control, such as "A.6", and the
// framework of any other.
func groupOf(k aims.Key) string {
	if c, ok := k.Control(); ok {
		return string(c.Group())
	}
	return k.Framework
}
