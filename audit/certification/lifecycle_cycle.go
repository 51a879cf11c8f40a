package certification

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

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
	l.enter(Certified, e.On)
}
