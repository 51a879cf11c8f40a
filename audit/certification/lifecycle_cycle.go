package certification

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

func (l *life) survey(e *audit.Event) {
	l.surveillance.end(e)
	l.watched = e.On
}

// mayMaintain: a surveillance went well. Minor nonconformities do not stand
// against it.
func (l *life) mayMaintain(*audit.Event) *fault {
	switch {
	case l.surveillance.on == 0 || l.surveillance.maintained:
		return no("type", EventNoSurveillance)
	case l.surveillance.open == audit.MajorsOpen:
		return l.findingsOpen(l.surveillance.on)
	}
	return nil
}

func (l *life) maintain(*audit.Event) { l.surveillance.maintained = true }

func (l *life) findingsOpen(on aims.Date) *fault {
	return no("type", EventFindingsOpen, "on", on.String())
}

// restoreUntil is the last day on which an expired certificate can be
// restored by completing the recertification.
func (l *life) restoreUntil() aims.Date { return l.policy.Restore.After(l.expires) }

// mayRestoreStill refuses what comes after that day.
func (l *life) mayRestoreStill(e *audit.Event) *fault {
	if until := l.restoreUntil(); l.state == Expired && e.On > until {
		return no("on", EventRestoreLate, "date", e.On.String(), "expired", l.expires.String(), "until", until.String())
	}
	return nil
}

func (l *life) mayRecertify(e *audit.Event) *fault {
	if f := afterStageOne(l, e); f != nil {
		return f
	}
	return l.mayRestoreStill(e)
}

func (l *life) recertify(e *audit.Event) {
	l.recertification.end(e)
	l.watched = e.On
}

// mayRenew: the recertification audit of this cycle is concluded, nothing is
// open, and what led to a suspension that the certificate expired in was
// looked at again.
func (l *life) mayRenew(e *audit.Event) *fault {
	if f := l.mayRestoreStill(e); f != nil {
		return f
	}
	r := l.recertification
	switch {
	case r.on == 0:
		return no("type", EventNoRecertification)
	case r.open != "":
		return l.findingsOpen(r.on)
	case l.surveillance.open != "":
		return l.findingsOpen(l.surveillance.on)
	case l.lapsed && r.clear < l.suspended:
		return no("type", EventSuspendedSince, "on", r.clear.String(), "suspended", l.suspended.String())
	}
	until := l.renewedUntil()
	return l.independent(e, r.first).and(mayLast(e, max(effect(e), l.expires.AddDays(1)), until, until))
}

// renewedUntil is the last day of the next cycle, which builds on the expiry
// of this one, however early or late the renewal is decided.
func (l *life) renewedUntil() aims.Date { return l.policy.Cycle.After(l.expires) }

func (l *life) renew(e *audit.Event) {
	until := l.renewedUntil()
	l.before = l.expires
	l.begin(e, l.recertification.on)
	if e.Expires == 0 {
		l.expires = until
	}
}

// grounded refuses a suspension without one of the three grounds.
func grounded(_ *life, e *audit.Event) *fault {
	if !e.Ground.Known() {
		return no("", aims.Unreadable)
	}
	return nil
}

func (l *life) suspend(e *audit.Event) {
	l.suspended = e.On
	l.enter(Suspended, e.On)
}

// mayRestore: what led to the suspension is resolved, in time. An expired
// certificate is renewed, not restored.
func (l *life) mayRestore(e *audit.Event) *fault {
	limit := l.policy.Suspension.After(l.suspended)
	switch {
	case e.On > limit:
		return no("on", EventSuspensionLate, "date", e.On.String(), "suspended", l.suspended.String(), "limit", limit.String())
	case l.surveillance.open == audit.MajorsOpen:
		return l.findingsOpen(l.surveillance.on)
	case l.recertification.open == audit.MajorsOpen:
		return l.findingsOpen(l.recertification.on)
	}
	return l.independent(e, l.suspended)
}

func (l *life) restore(e *audit.Event) {
	l.again = effect(e)
	l.enter(Certified, e.On)
}

func (l *life) withdraw(e *audit.Event) { l.enter(Withdrawn, e.On) }

// scoped refuses a change of scope without the new one.
func scoped(_ *life, e *audit.Event) *fault {
	if e.Scope == nil {
		return no("", aims.Unreadable)
	}
	return nil
}

// rescope changes the scope. Of a suspended certification the rest is valid
// again.
func (l *life) rescope(e *audit.Event) {
	l.takeScope(e)
	if l.state == Suspended {
		l.again = effect(e)
	}
	l.enter(Certified, e.On)
}
