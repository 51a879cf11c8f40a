package audit

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// OwnWork returns the processes and AI systems in a scope that a person owns,
// and so may not audit: a process that is named or that serves a requirement
// or control in the scope, and a system that is named.
func OwnWork(person aims.PersonID, scope Scope, processes []aims.Process, systems []aims.AISystem) []aims.Ref {
	var own []aims.Ref
	for _, p := range processes {
		if p.Owner == person && (slices.ContainsFunc(p.Serves, scope.Covers) || slices.Contains(scope.Processes, p.ID)) {
			own = append(own, p.Ref())
		}
	}
	for _, s := range systems {
		if s.Owner == person && slices.Contains(scope.Systems, s.ID) {
			own = append(own, s.Ref())
		}
	}
	return own
}

// Bars reports whether the tie keeps its person or body out of a certification
// on a day. Consultancy on the management system and internal audits of the
// client bar as long as they last, and up to the day that after returns for
// their last day; employment and ownership bar as long as they last (derived:
// the sources name no time). Any other interest is for somebody to judge. To
// have audited the client for a certification body bars nobody, and is no
// relation. An absent after stands for [TwoYears].
func (r Relation) Bars(on aims.Date, after func(last aims.Date) aims.Date) bool {
	switch r.Kind {
	case Consultancy, InternalAuditing:
		if after == nil {
			after = TwoYears
		}
		return r.From <= on && (r.Until == 0 || after(r.Until) >= on)
	case Employment, Ownership:
		return r.lasts(on)
	}
	return false
}

// lasts reports whether the tie exists on a day.
func (r Relation) lasts(on aims.Date) bool { return r.From <= on && (r.Until == 0 || r.Until >= on) }

// who names the person or body.
func (r Relation) who() string {
	if r.Person == "" {
		return r.Body
	}
	return string(r.Person)
}

// The reasons of the rules of impartiality.
const (
	// Impartial: nothing on record stands against the person's impartiality.
	Impartial aims.Code = "audit/impartial"
	// OwnsSubject: an auditor owns a process or AI system in the scope.
	OwnsSubject aims.Code = "audit/owns-subject"
	// OwnsControl: an auditor answers for implementing a control in the scope.
	OwnsControl aims.Code = "audit/owns-control"
	// Barred: a person or body has a tie to the client that bars, or had it too recently.
	Barred aims.Code = "audit/barred"
	// Tied: a person or body has another interest, and somebody has to judge whether it does harm.
	Tied aims.Code = "audit/tied"
	// NobodyAudits: no member of the team is an auditor.
	NobodyAudits aims.Code = "audit/nobody-audits"
	// NoWorkDay: the day of the work is not known, so nothing can be counted back from it.
	NoWorkDay aims.Code = "audit/no-work-day"
	// NothingToCompare: there are no records that would say what is somebody's own work.
	NothingToCompare aims.Code = "audit/nothing-to-compare"
)

// TwoYears adds the two years for which consultancy and internal audits bar
// (ISO/IEC 17021-1, 5.2; two sources agree).
func TwoYears(last aims.Date) aims.Date { return last.AddMonths(24) }

// ImpartialityRules returns the rules that keep people from judging what they
// had a hand in. After returns the last day on which work for the client bars
// that ended on a day; absent, it stands for [TwoYears].
func ImpartialityRules(after func(last aims.Date) aims.Date) []aims.Rule[Team] {
	if after == nil {
		after = TwoYears
	}
	ownWork := aims.PointKey("9.2.2/d")
	return []aims.Rule[Team]{
		teamRule(aims.Rule[Team]{
			Code: "audit/own-work", Clause: "9.2.2", Key: ownWork,
			Title: "nobody audits their own work", Reads: []aims.Kind{KindAudit, aims.KindProcess, aims.KindSystem},
			Doc: "No auditor owns a process or AI system in the part of the scope that is theirs, or a process for a requirement in it.",
		}, Team.ownWork),
		teamRule(aims.Rule[Team]{
			Code: "audit/own-controls", Clause: "9.2.2", Key: ownWork,
			Title: "nobody audits a control they answer for", Reads: []aims.Kind{KindAudit, controls.KindStatement},
			Doc: "No auditor answers for implementing a control in the part of the scope that is theirs, as the Statement of Applicability has it.",
		}, Team.ownControls),
		teamRule(aims.Rule[Team]{
			Code: "audit/no-barring-tie", Clause: "9.2.2",
			Title: "nobody certifies what they helped to build", Reads: []aims.Kind{KindAudit, KindCertificate},
			Doc: "In an audit for a certification, no auditor, reviewer or decider, and no body, belongs to the client, consults it on its management system or audits it internally, " +
				"or did the latter two too short a time ago. Internal audits count from the records, too. To have audited the client for a certification does not bar.",
		}, func(t Team) []aims.Observation { return t.barringTies(after) }),
		teamRule(aims.Rule[Team]{
			Code: "audit/ties-judged", Clause: "9.2.2",
			Title: "other interests are judged", Reads: []aims.Kind{KindAudit, KindCertificate},
			Doc: "Every other interest in the client that lasts on the day of the work is named, so that somebody judges it.",
		}, Team.otherTies),
	}
}

// ownWork judges every auditor by the owners of processes and AI systems.
func (t Team) ownWork() []aims.Observation {
	return t.eachAuditor(func(m Member) aims.Observation {
		own := OwnWork(m.Person, t.scope(m), t.Basis.Processes, t.Basis.Systems)
		switch {
		case len(t.Basis.Processes)+len(t.Basis.Systems) == 0:
			return t.says(aims.CannotTell, NothingToCompare, "who", string(m.Person), "what", "processes and AI systems")
		case len(own) == 0:
			return t.says(aims.Conforms, Impartial, "who", string(m.Person))
		}
		o := t.says(aims.MajorGap, OwnsSubject, "who", string(m.Person), "what", join(own))
		o.Refs = append(o.Refs, own...)
		return o
	})
}

// ownControls judges every auditor by those who answer for controls.
func (t Team) ownControls() []aims.Observation {
	return t.eachAuditor(func(m Member) aims.Observation {
		own := t.Basis.ownControls(m.Person, t.scope(m))
		switch {
		case len(t.Basis.Statement.Rows) == 0:
			return t.says(aims.CannotTell, NothingToCompare, "who", string(m.Person), "what", "controls")
		case len(own) == 0:
			return t.says(aims.Conforms, Impartial, "who", string(m.Person))
		}
		o := t.says(aims.MajorGap, OwnsControl, "who", string(m.Person), "what", join(own))
		o.Refs = append(o.Refs, t.Basis.Statement.Ref())
		return o
	})
}

// ownControls returns the controls in a scope that a person answers for, as
// the statement says, without those that it excludes.
func (b Basis) ownControls(person aims.PersonID, scope Scope) []aims.Key {
	var own []aims.Key
	for _, r := range b.Statement.Rows {
		if r.Owner == person && scope.Covers(r.Control) && r.AppliesTo("", b.At) != aims.No {
			own = append(own, r.Control)
		}
	}
	return own
}

// barringTies judges everybody who takes part in a certification.
func (t Team) barringTies(after func(aims.Date) aims.Date) []aims.Observation {
	on := t.day()
	switch {
	case t.Audit.Type == Internal:
		return nil
	case on == 0:
		return []aims.Observation{t.says(aims.CannotTell, NoWorkDay)}
	}
	var all []aims.Observation
	relations := append(slices.Clone(t.Relations), t.Basis.internalAuditing()...)
	for _, who := range t.people() {
		i := slices.IndexFunc(relations, func(r Relation) bool { return r.Person == who && r.Bars(on, after) })
		if i < 0 {
			all = append(all, t.says(aims.Conforms, Impartial, "who", string(who)))
			continue
		}
		all = append(all, t.barred(relations[i], after))
	}
	for _, r := range relations {
		if r.Person == "" && r.Bars(on, after) {
			all = append(all, t.barred(r, after))
		}
	}
	return all
}

func (t Team) barred(r Relation, after func(aims.Date) aims.Date) aims.Observation {
	ended := "is not over"
	switch {
	case r.Until == 0:
	case r.Kind == Employment, r.Kind == Ownership:
		ended = "lasts up to " + r.Until.String()
	default:
		ended = "ends on " + r.Until.String() + " and bars up to " + after(r.Until).String()
	}
	return t.says(aims.MajorGap, Barred, "who", r.who(), "kind", string(r.Kind), "ended", ended)
}

// internalAuditing returns the ties that the internal audits on record make.
func (b Basis) internalAuditing() []Relation {
	var relations []Relation
	for _, a := range b.Audits {
		if a.Type != Internal || a.Opened == 0 {
			continue
		}
		for _, m := range a.Team {
			if m.Role.Audits() {
				relations = append(relations, Relation{Person: m.Person, Kind: InternalAuditing, From: a.Opened, Until: a.LastDay})
			}
		}
	}
	return relations
}

// otherTies names every tie of another sort that lasts on the day of the
// work, of somebody who takes part or of a body.
func (t Team) otherTies() []aims.Observation {
	var all []aims.Observation
	for _, r := range t.Relations {
		takesPart := r.Person == "" || slices.Contains(t.people(), r.Person)
		if r.Kind == OtherInterest && r.lasts(t.day()) && takesPart {
			all = append(all, t.says(aims.CannotTell, Tied, "who", r.who(), "kind", string(r.Kind)))
		}
	}
	return all
}

// join lists things in a sentence.
func join[T interface{ String() string }](list []T) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = v.String()
	}
	return strings.Join(words, ", ")
}
