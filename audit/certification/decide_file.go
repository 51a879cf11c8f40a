package certification

import (
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// fileAllows asks the state table whether the decision can follow, supposing
// that the other rules hold.
func (b *brief) fileAllows() judged {
	j := met(b.Certificate.Ref())
	if _, f := b.follow(append(b.supposed(), b.decision())); f != nil {
		b.fault = f.code
		b.against(&j, f)
	}
	return j
}

// against adds what the state table says.
func (b *brief) against(j *judged, f *fault) {
	var day aims.Date
	if f.code == EventStillRestorable {
		day = b.life.restoreUntil().AddDays(1)
	}
	t := b.decisionType()
	args := append([]string{"event", string(t), "clause", moves[t].clause}, f.args...)
	j.against(day, b.Certificate.Ref(), f.code, args...)
}

// follow lets events happen after those of the file.
func (b *brief) follow(events []audit.Event) (*life, *fault) {
	l, last := *b.life, b.last
	l.team = maps.Clone(l.team)
	for i := range events {
		if f := l.take(&events[i], last); f != nil {
			return nil, f
		}
		last = events[i].On
	}
	return &l, nil
}

func (b *brief) decisionType() audit.EventType {
	if b.restores() {
		return audit.Renewed
	}
	return b.Asked.event()
}

// decision returns the event of what is asked. What another rule asks for is
// filled in, so that it is said once.
func (b *brief) decision() audit.Event {
	e := audit.Event{Type: b.decisionType(), On: b.at, By: b.Deciders, Note: b.Reason}
	carries := moves[e.Type].fields
	if b.Effective > b.at && carries&carryEffective != 0 {
		e.Effective = b.Effective
	}
	if carries&carryScope != 0 {
		e.Scope = b.Scope
	}
	if (e.Type == audit.ScopeExtended || e.Type == audit.ScopeReduced) && e.Scope == nil {
		e.Scope = &audit.CertifiedScope{}
	}
	if carries&carryGround != 0 {
		e.Ground = b.Ground
	}
	if e.Type == audit.Suspended && e.Ground == "" {
		e.Ground = audit.ClientRequest
	}
	if carries&carryBody != 0 {
		e.Body = b.Body
	}
	if n := len(b.relied); n > 0 {
		e.Audit = b.relied[n-1].ID
	}
	return e
}

// supposed returns the events that the file lacks before the decision, as if
// every audit had ended well by now.
func (b *brief) supposed() []audit.Event {
	var list []audit.Event
	add := func(t audit.EventType, outcome audit.Outcome) {
		list = append(list, audit.Event{Type: t, On: b.at, Outcome: outcome})
	}
	l := b.life
	switch t := b.decisionType(); {
	case t == audit.Granted || t == audit.Refused:
		if l.state == nobody {
			add(audit.Applied, "")
		}
		if (l.state == nobody || l.state == Applicant) && !l.reviewed {
			add(audit.ApplicationReviewed, "")
		}
		if l.state == nobody || l.state == Applicant {
			add(audit.StageOneConcluded, audit.Ready)
		}
		if l.state != DecisionPending && l.state != Refused && l.state != Withdrawn && l.state != Certified && l.state != Suspended {
			add(audit.StageTwoConcluded, audit.Clear)
		}
	case t == audit.Maintained && l.state == Certified:
		add(audit.SurveillanceConcluded, audit.Clear)
	case t == audit.Renewed && (l.state == Certified || l.state == Expired):
		if l.surveillance.open != "" {
			add(audit.FindingsResolved, "")
		}
		if l.state != Expired || b.at <= l.restoreUntil() {
			add(audit.RecertificationConcluded, audit.Clear)
		}
	case t == audit.Restored && l.state == Suspended && (l.surveillance.open != "" || l.recertification.open != ""):
		add(audit.FindingsResolved, "")
	}
	return list
}

// conclude adds to a decision what the file is to note, and where the
// certification stands then. What the state table still refuses, such as an
// order of days, turns the decision into not yet.
func (b *brief) conclude(d *Decision) {
	events := append(b.lacking(), b.decision())
	l, f := b.follow(events)
	if f != nil {
		b.fault = f.code
		for i := range d.Rulings {
			if d.Rulings[i].Rule == FileAllows {
				j := met(b.Certificate.Ref())
				b.against(&j, f)
				d.Rulings[i].Met, d.Rulings[i].Reasons, d.Rulings[i].Changes = j.met, j.reasons, 0
			}
		}
		d.Outcome = NotYet
		return
	}
	l.pass(b.at)
	after := l.standing(b.at)
	d.Events, d.After = events, &after
	d.FollowUps = b.followUps(after)
}

// lacking returns the ends of the audits that the decision rests on, as the
// records tell them, where the file does not hold them yet.
func (b *brief) lacking() []audit.Event {
	var list []audit.Event
	l := b.life
	last := b.last
	add := func(e audit.Event) {
		e.On = max(e.On, last)
		last = e.On
		list = append(list, e)
	}
	conclude := func(t audit.EventType, a *audit.Audit, noted conclusion) {
		resolved, majors := b.resolved(a.LastDay)
		switch {
		case noted.on >= a.LastDay && noted.open != "":
			add(audit.Event{Type: audit.FindingsResolved, On: resolved, Audit: a.ID})
		case noted.on >= a.LastDay:
		case resolved <= a.LastDay:
			add(audit.Event{Type: t, On: a.LastDay, Outcome: audit.Clear, Audit: a.ID, By: auditors(a)})
		default:
			open := audit.PlansOpen
			if majors > a.LastDay {
				open = audit.MajorsOpen
			}
			add(audit.Event{Type: t, On: a.LastDay, Outcome: open, Audit: a.ID, By: auditors(a)})
			add(audit.Event{Type: audit.FindingsResolved, On: resolved, Audit: a.ID})
		}
	}
	switch b.decisionType() {
	case audit.Granted, audit.Refused:
		if a, found := b.latest(audit.StageOne); found && l.state == Applicant {
			add(audit.Event{Type: audit.StageOneConcluded, On: a.LastDay, Outcome: audit.Ready, Audit: a.ID, By: auditors(a)})
		}
		if a, found := b.latest(audit.StageTwo); found && l.state != DecisionPending {
			conclude(audit.StageTwoConcluded, a, l.stageTwo)
		}
	case audit.Maintained:
		if a, found := b.latest(audit.Surveillance); found {
			conclude(audit.SurveillanceConcluded, a, l.surveillance)
		}
	case audit.Renewed:
		if a, found := b.latest(audit.Recertification); found {
			conclude(audit.RecertificationConcluded, a, l.recertification)
		}
	case audit.Restored:
		if l.surveillance.open != "" || l.recertification.open != "" {
			resolved, _ := b.resolved(b.last)
			add(audit.Event{Type: audit.FindingsResolved, On: resolved})
		}
	}
	return list
}

// auditors returns who audited on a team.
func auditors(a *audit.Audit) []aims.PersonID {
	var list []aims.PersonID
	for _, m := range a.Team {
		if m.Role.Audits() && !slices.Contains(list, m.Person) {
			list = append(list, m.Person)
		}
	}
	return list
}

// instead returns what the body may decide when it cannot decide what was
// asked.
func (b *brief) instead() []Outcome {
	switch state := b.life.state; {
	case b.fault == EventRestoreLate:
		return []Outcome{Grant} // on at least a stage 2
	case b.fault == EventStillRestorable:
		return []Outcome{Renew}
	case b.Asked == Restore && state == Suspended:
		return []Outcome{Withdraw, ReduceScope}
	case (b.Asked == Maintain || b.Asked == Renew) && state == Certified:
		return []Outcome{Suspend, Withdraw, ReduceScope}
	case b.Asked == Grant && state == DecisionPending:
		return []Outcome{Refuse}
	}
	return nil
}

func (b *brief) bodyAccredited() judged {
	j := met(b.Certificate.Ref())
	a := b.life.body.Accreditation
	switch name := b.life.body.Name; a.Holds(b.at) {
	case aims.Yes:
		j.holdsUntil(a.Until)
	case aims.Unknown:
		j.unknown(b.at, b.Certificate.Ref(), AccreditationOpen, "body", name)
	default:
		var day aims.Date
		if a.Since > b.at {
			day = a.Since
		}
		j.against(day, b.Certificate.Ref(), NotAccredited, "body", name, "on", b.at.String())
	}
	return j
}

func (b *brief) groundNamed() judged {
	j := met(b.Certificate.Ref())
	if !b.Ground.Known() {
		j.against(b.at, b.Certificate.Ref(), NoGround)
	}
	return j
}

// causeResolved: somebody verified that what led to the suspension is
// resolved; an audit that was refused has taken place.
func (b *brief) causeResolved() judged {
	j := met(b.Certificate.Ref())
	switch b.Resolved {
	case aims.Yes:
	case aims.Unknown:
		j.unknown(b.at, b.Certificate.Ref(), CauseOpen)
	default:
		j.against(b.at, b.Certificate.Ref(), CauseRemains)
	}
	if b.life.state == Suspended && b.ground() == audit.AuditsRefused &&
		!slices.ContainsFunc(b.relied, func(a *audit.Audit) bool { return b.concluded(a) && a.LastDay >= b.life.suspended }) {
		j.against(b.at, b.Certificate.Ref(), AuditStillRefused, "suspended", b.life.suspended.String())
	}
	return j
}

// ground returns the ground of the latest suspension.
func (b *brief) ground() audit.Ground {
	var g audit.Ground
	for _, e := range b.Certificate.Events {
		if e.Type == audit.Suspended && e.On <= b.at {
			g = e.Ground
		}
	}
	return g
}

// scopeSet: there is a new scope, and it holds all of the old one and more,
// or a part of it, as far as it names roles, systems and sites.
func (b *brief) scopeSet() judged {
	j := met(b.Certificate.Ref())
	if b.Scope == nil || b.Scope.IsZero() {
		j.against(b.at, b.Certificate.Ref(), ScopeMissing)
		return j
	}
	small, large := *b.Scope, b.life.scope
	if b.Asked == ExtendScope {
		small, large = large, small
	}
	if what := beyond(small, large); what != "" {
		j.against(b.at, b.Certificate.Ref(), ScopeOtherwise, "asked", string(b.Asked), "what", what)
	} else if small.Text == large.Text && beyond(large, small) == "" {
		j.against(b.at, b.Certificate.Ref(), ScopeSame)
	}
	return j
}

// beyond names something in one scope that another does not have.
func beyond(small, large audit.CertifiedScope) string {
	for _, r := range small.Roles {
		if !slices.Contains(large.Roles, r) {
			return "the role " + string(r)
		}
	}
	for _, s := range small.Systems {
		if !slices.Contains(large.Systems, s) {
			return "the system " + string(s)
		}
	}
	for _, s := range small.Sites {
		if !slices.ContainsFunc(large.Sites, func(t audit.Site) bool { return t.ID == s.ID }) {
			return "the site " + s.ID
		}
	}
	return ""
}

func (b *brief) statementNamed() judged {
	j := met(b.Certificate.Ref())
	if b.policy.NameStatement.Asked != aims.Yes {
		return j
	}
	scope := b.life.scope
	if b.Scope != nil {
		scope = *b.Scope
	}
	if scope.StatementVersion == "" {
		j.against(b.at, b.Certificate.Ref(), StatementUnnamed)
	}
	return j
}

func (b *brief) labellingDenied() judged {
	j := met(b.Certificate.Ref())
	if b.policy.NotForLabelling.Asked != aims.Yes {
		return j
	}
	switch b.Certificate.NotForLabelling {
	case aims.Yes:
	case aims.Unknown:
		j.unknown(b.at, b.Certificate.Ref(), LabellingOpen)
	default:
		j.against(b.at, b.Certificate.Ref(), LabellingOpen)
	}
	return j
}

func (b *brief) effectiveLater() judged {
	j := met(b.Certificate.Ref())
	if b.Effective != 0 && b.Effective < b.at {
		j.against(0, b.Certificate.Ref(), EffectiveEarly, "effective", b.Effective.String(), "on", b.at.String())
	}
	return j
}
