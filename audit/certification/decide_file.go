package certification

import (
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// fileAllows asks the state table whether the decision can follow, supposing
// that the other rules hold. Of a refusal no other rule asks for audits, so
// nothing is supposed.
func (b *brief) fileAllows() judged {
	j := met(b.Certificate.Ref())
	if b.Asked == Transfer && b.Body == nil {
		j.against(b.at, b.Certificate.Ref(), NobodyTakesOver)
		return j
	}
	before, last := b.supposed, b.decision()
	if b.Asked == Refuse {
		before, last.By = b.lacking, nil // who decides, other rules ask
	}
	if _, f := b.follow(append(before(), last)); f != nil {
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
	case t == audit.Granted:
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
// certification stands then.
func (b *brief) conclude(d *Decision) {
	d.Events = append(b.lacking(), b.decision())
	l, _ := b.follow(d.Events) // the rules hold, so nothing stands against it
	l.pass(b.at)
	after := l.standing(b.at)
	d.After = &after
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
	resolve := func(on aims.Date, id audit.AuditID) {
		if n := len(list); n > 0 && list[n-1].Type == audit.FindingsResolved {
			list = list[:n-1] // one event resolves all that is open
		}
		add(audit.Event{Type: audit.FindingsResolved, On: on, Audit: id})
	}
	conclude := func(t audit.EventType, a *audit.Audit, noted conclusion) {
		open, resolved := b.end(a)
		waits := b.shows(noted)
		if noted.on < a.LastDay {
			add(audit.Event{Type: t, On: a.LastDay, Outcome: open, Audit: a.ID, By: auditors(a)})
			waits = open != audit.Clear
		}
		if waits && resolved != 0 {
			resolve(resolved, a.ID)
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
		a, found := b.latest(audit.Recertification)
		settled := b.settledBy(l.surveillance.on)
		withAudit := found && l.recertification.on < a.LastDay && a.LastDay < settled // so the end of the audit tells
		if l.surveillance.open != "" && b.showsAll() && !withAudit {
			resolve(settled, "")
		}
		if found {
			conclude(audit.RecertificationConcluded, a, l.recertification)
		}
	case audit.Restored:
		if (l.surveillance.open != "" || l.recertification.open != "") && b.showsAll() {
			resolve(b.at, "")
		}
	}
	return list
}

// showsAll reports whether the records tell what became of everything that the
// file notes as open behind a certificate.
func (b *brief) showsAll() bool {
	s, r := b.life.surveillance, b.life.recertification
	return (s.open == "" || b.shows(s)) && (r.open == "" || b.shows(r))
}

// shows reports whether the records tell what became of findings that the file
// notes as open after an audit: there is a nonconformity of an audit up to then,
// a major one where the file says so, that was settled on that day or later.
// What no record tells of is not resolved.
func (b *brief) shows(noted conclusion) bool {
	return noted.open != "" && slices.ContainsFunc(b.findings, func(f stand) bool {
		fits := f.Grade == audit.Major || f.Grade == audit.Minor && noted.open == audit.PlansOpen
		if !fits || !f.settled || f.since < noted.on {
			return false
		}
		a, found := b.audit(f.Audit)
		return found && b.day(a) <= noted.on
	})
}

// end says how an audit ended on its last day, and when the last of its
// findings was settled: absent while one is not, and the last day where nothing
// was open. Where the plan for a minor of stage 2 came later than majors may be
// verified, the majors count, which alone have a limit.
func (b *brief) end(a *audit.Audit) (open audit.Outcome, resolved aims.Date) {
	open, resolved = audit.Clear, a.LastDay
	majors := a.LastDay
	for _, f := range b.findings {
		if !f.Grade.Nonconformity() {
			continue
		}
		if f.settled && f.since <= a.LastDay {
			continue
		}
		if f.Grade == audit.Major {
			open = audit.MajorsOpen
			majors = max(majors, f.since)
		} else if open == audit.Clear {
			open = audit.PlansOpen
		}
		if !f.settled {
			return b.openOutcome(), 0
		}
		resolved = max(resolved, f.since)
	}
	if limit := b.policy.VerifyMajors.After(a.LastDay); open == audit.MajorsOpen && majors <= limit && resolved > limit {
		resolved = majors
	}
	return open, resolved
}

// settledBy returns the day on which the last finding of audits up to a day was
// settled.
func (b *brief) settledBy(day aims.Date) aims.Date {
	last := day
	for _, f := range b.findings {
		if f.Grade.Nonconformity() && f.On <= day {
			last = max(last, f.since)
		}
	}
	return last
}

// openOutcome is the outcome of an audit while something of it is not settled.
func (b *brief) openOutcome() audit.Outcome {
	for _, f := range b.findings {
		if !f.settled && f.Grade == audit.Major {
			return audit.MajorsOpen
		}
	}
	return audit.PlansOpen
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

// instead returns what the state table lets the body decide when it cannot
// decide what was asked.
func (b *brief) instead() []Outcome {
	var candidates []Outcome
	switch {
	case b.fault == EventRestoreLate:
		return []Outcome{Grant} // on at least a stage 2
	case b.fault == EventStillRestorable:
		return []Outcome{Renew}
	case b.Asked == Grant:
		candidates = []Outcome{Refuse}
	case b.Asked == Maintain || b.Asked == Renew || b.Asked == Restore:
		candidates = []Outcome{Suspend, Withdraw, ReduceScope}
	}
	return slices.DeleteFunc(candidates, func(o Outcome) bool {
		other := *b.Case
		other.Asked = o
		try := *b
		try.Case = &other
		_, f := try.follow(append(try.lacking(), try.decision()))
		return f != nil
	})
}
